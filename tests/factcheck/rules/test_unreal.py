"""Harm that is made up is weighed by the words around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims_db.errors import TableError
from claims_db.records import Document
from factcheck import learned
from factcheck.benchmarks import wire
from factcheck.learned import models_dir
from factcheck.reading.claims import read
from factcheck.rules import unreal
from factcheck.training import unreal_learning

CASES = Path(__file__).parents[2] / "cases"
ENTRIES = wire.load(CASES / "wire_unreal.jsonl")
REAL = wire.load(CASES / "wire_real_harm.jsonl")
MOST_TAKEN = 0.22
"""Of those made up; the scores stand in tests/cases/README.md."""
FEWEST_READ = 0.7


def kinds_of(text: str) -> set[str]:
    return {claim.kind for claim in read(Document(text, published="2025-03-10"))}


@pytest.mark.parametrize(
    "made_up",
    [
        "In the opera's last act nine bodies lie on the stage.",
        "Players of the card game must rescue 14 hostages.",
        pytest.param(
            "The simulator has killed 60 trainee pilots since March.",
            marks=pytest.mark.xfail(reason="the month speaks for a report", strict=True),
        ),
        "The comedian jokes about killing three uncles with one will.",
    ],
)
def test_made_up_harm_counts_nobody(made_up: str) -> None:
    assert not kinds_of(made_up) & {"killed", "hostages", "rescued"}


@pytest.mark.parametrize(
    "reported",
    [
        "Police said nine people were killed on Friday when the opera's stage fell in.",
        "Police freed 14 hostages from the games arcade on Monday.",
        "A crash on Sunday killed three players of the club, the hospital said.",
        "The comedian and two of her uncles were killed in a fire on Tuesday.",
        "A cinema roof collapsed during the film premiere in Pune, killing seven.",
        "A crush at a cup final left 12 people dead.",
        "A bomb at a chess tournament in Grozny killed three.",
        "Fire at a toy fair in Lagos leaves 15 dead.",
    ],
)
def test_reported_harm_stays(reported: str) -> None:
    assert kinds_of(reported) & {"killed", "hostages", "rescued"}


def test_a_report_outweighs_a_world() -> None:
    told = {"works before": 1.0, "alone": 1.0}
    reported = {"works before": 1.0, "authorities": 2.0, "day": 1.0}
    weights = unreal.shipped()
    assert weights.probability(reported) < weights.probability(told)


def test_the_table_is_mostly_told_apart() -> None:
    made_up = [wire.taken_for_people(entry) for entry in ENTRIES if entry["distractor"]]
    assert sum(made_up) / len(made_up) <= MOST_TAKEN
    figures = [f for entry in ENTRIES if not entry["distractor"] for f in wire.found(entry)]
    assert sum(figure.right for figure in figures) / len(figures) >= FEWEST_READ


def test_set_aside_harm_at_places_of_play_is_not_lost() -> None:
    even = [entry for entry in REAL if int(entry["id"][1:]) % 2 == 0]
    rows = unreal_learning.of_table(even, "set aside")
    assert len(rows) >= 15
    assert not [row for row in rows if unreal.shipped().probability(row.told) > unreal.SURE]


@pytest.mark.parametrize("venue", ["drama school", "comic book fair", "film festival"])
def test_whose_a_venue_is_tells_of_no_world(venue: str) -> None:
    (row,) = unreal_learning.of_reports([f"A blast at a {venue} killed nine."], "venues")
    assert row.told["venue"]
    assert not [name for name in row.told if name.endswith(("before", "behind"))]


@pytest.mark.parametrize("name", ["Orinda Airlines", "Kessel Opera House", "Players Club"])
def test_a_name_tells_of_no_world(name: str) -> None:
    (row,) = unreal_learning.of_reports([f"At the {name} film office a fire killed nine."], "names")
    assert [sign for sign in row.told if sign.endswith("before")] == ["works before"]


def test_killing_so_many_is_a_verb_and_the_killing_of_so_many_a_noun() -> None:
    (verb,) = unreal_learning.of_reports(["The players' bus crashed, killing 12 men."], "verb")
    (noun,) = unreal_learning.of_reports(["The players mourned the killing of 12 men."], "noun")
    assert (verb.told["noun"], noun.told["noun"]) == (0.0, 1.0)


def test_the_file_says_what_it_was_learned_from_and_comes_back_whole(tmp_path: Path) -> None:
    weights = learned.load(models_dir() / unreal.FILE)
    assert weights.trained_on
    path = tmp_path / unreal.FILE
    path.write_text(learned.dump(weights), encoding="utf-8")
    assert learned.dump(learned.load(path)) == learned.dump(weights)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / unreal.FILE
    path.write_text('{"format": 0}', encoding="utf-8")
    with pytest.raises(TableError, match="malformed"):
        learned.load(path)
    with pytest.raises(TableError, match="no model"):
        learned.load(tmp_path / "none.json")
