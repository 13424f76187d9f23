"""Those a march is held for, those of a year ago, and those let go: told of by the way, and still
held against the record."""

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.results import Verdict
from tests.factcheck.checking import checked

CRASH = (
    (
        "2026-03-04",
        "A bus crash near Sucre in Bolivia killed eight people on Wednesday, police said.",
    ),
    (
        "2026-03-06",
        "Police in Bolivia on Friday lowered the death toll of Wednesday's bus crash near Sucre "
        "to seven from eight, saying one body had been counted twice.",
    ),
)
FLOOD = (
    ("2025-03-11", "A flood in Arles killed 34 people on Monday, the prefect said."),
    ("2025-03-20", "The flood that hit Arles on 10 March killed 34 people, the prefect said."),
)


@pytest.mark.parametrize(
    "told",
    [
        "Thousands marched in Sucre on Saturday for the eight killed in Wednesday's bus crash.",
        "A march to remember the eight people killed in Wednesday's bus crash filled Sucre.",
        "Families marched through Sucre in memory of the eight who died in Wednesday's bus crash.",
    ],
)
def test_those_a_march_is_for_are_held_against_the_record(told: str) -> None:
    assert checked(told, "2026-03-07", *CRASH)["eight"].verdict is Verdict.OUTDATED


def test_those_killed_at_a_march_are_not_those_of_the_crash() -> None:
    told = "Police killed two people as thousands marched in Sucre on Saturday."
    found = checked(told, "2026-03-07", *CRASH)
    assert found["two"].verdict is Verdict.NO_PRIOR


@pytest.mark.parametrize(
    "told",
    [
        "Families gathered in Arles, a year on from the flood that killed 43 people in the town.",
        "One year on from a flood that killed 43 people in Arles, the town is rebuilt.",
        "It is a year since the flood that killed 43 people in Arles.",
    ],
)
def test_a_wrong_toll_of_a_year_ago_is_found(told: str) -> None:
    assert checked(told, "2026-03-10", *FLOOD)["43"].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    "told",
    [
        "Arles, a year on from the flood that killed 34 people, is rebuilt.",
        "Two years on from the flood that killed 43 people in Arles, the dam was begun.",
        "A year on from the vote, 43 people were killed in Arles.",
    ],
)
def test_a_right_toll_or_another_year_is_not_accused(told: str) -> None:
    found = checked(told, "2026-03-10", *FLOOD)
    assert all(one.verdict not in (Verdict.CONFLICT, Verdict.OUTDATED) for one in found.values())


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The firm let 30 workers go.", "layoffs"),
        ("The bank let 200 employees go on Friday because of falling sales.", "layoffs"),
        ("Some 200 workers will go by June.", "layoffs"),
        ("The mill will let 90 staff go early next year.", "layoffs"),
        ("About 2,330 employees were given notice on Monday.", "layoffs"),
        ("Some 40 workers received their notice.", "layoffs"),
        ("The rebels let 40 hostages go home.", "rescued"),
        ("The plant let 30 workers go home early.", "count"),
        ("Bosses let 40 staff go to the match.", "count"),
        ("The bank let 200 employees go on holiday early.", "count"),
        ("About 40 workers went home after the meeting.", "count"),
        ("The school let 300 pupils go home at noon.", "count"),
        ("The firm let 12 people go early to vote.", "count"),
        ("Some 40 teachers got notice of the new timetable.", "count"),
        ("Some 90 workers gave notice.", "count"),
    ],
)
def test_those_let_go_for_good_are_told_from_those_who_go_somewhere(told: str, kind: str) -> None:
    claims = extract(Document(told, published="2026-03-11")).claims
    assert kind in [claim.kind for claim in claims]
    assert kind == "layoffs" or all(claim.kind != "layoffs" for claim in claims)
