"""A text that gives the step from the figure on record to its own tells news, and no error."""

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.results import Verdict
from tests.factcheck.checking import checked

CUTS = ("2026-03-04", "Carvell Motors said it would cut 2,400 jobs at its Leeds plant.")
FLOOD = ("2026-03-09", "The flood in Arles on Sunday damaged 4,500 homes, the mayor said.")
DEAD = ("2026-03-09", "The flood in Arles on Sunday killed 43 people, the mayor said on Monday.")


@pytest.mark.parametrize(
    ("told", "figure", "report"),
    [
        (
            "Carvell Motors will cut 2,700 jobs at its Leeds plant, 300 more than it said a week "
            "ago.",
            "2,700",
            CUTS,
        ),
        (
            "Carvell Motors now plans to cut 2,700 jobs at its Leeds plant, an increase of 300 "
            "from its first plan.",
            "2,700",
            CUTS,
        ),
        (
            "Carvell Motors will cut 2,100 jobs at its Leeds plant, 300 fewer than announced.",
            "2,100",
            CUTS,
        ),
        (
            "The flood in Arles on Sunday damaged 45,500 homes, 41,000 more than officials had "
            "counted.",
            "45,500",
            FLOOD,
        ),
        (
            "The toll of Sunday's flood in Arles rose by 391 to 434, the mayor said.",
            "434",
            DEAD,
        ),
    ],
)
def test_a_step_from_the_record_is_an_update(
    told: str, figure: str, report: tuple[str, str]
) -> None:
    assert checked(told, "2026-03-11", report)[figure].verdict is Verdict.UPDATE


def test_a_toll_told_as_fewer_than_before_is_a_correction() -> None:
    told = "Sunday's flood in Arles killed 38 people, five fewer than the mayor said on Monday."
    assert checked(told, "2026-03-11", DEAD)["38"].verdict is Verdict.CORRECTION


def test_the_figure_before_the_step_is_out_of_date() -> None:
    raised = (
        "2026-03-11",
        "Carvell Motors will cut 2,700 jobs at its Leeds plant, 300 more than it said last week.",
    )
    told = "Carvell Motors will cut 2,400 jobs at its Leeds plant."
    assert checked(told, "2026-03-14", CUTS, raised)["2,400"].verdict is Verdict.OUTDATED


@pytest.mark.parametrize(
    "told",
    [
        "Carvell Motors will cut 2,700 jobs at its Leeds plant, 200 more than it said a week ago.",
        "Carvell Motors will cut 2,700 jobs at its Leeds plant, more than the 300 lost last year.",
        "Carvell Motors will cut 2,700 jobs at its Leeds plant; 300 more workers are to retire.",
    ],
)
def test_another_step_excuses_no_figure(told: str) -> None:
    assert checked(told, "2026-03-11", CUTS)["2,700"].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("told", "figure", "change"),
    [
        ("The bridge will cost $52m, $7m more than the city planned.", "$7m", "+"),
        ("The plant will lose 700 jobs, 90 fewer than the union feared.", "90", "-"),
        ("Police counted 43 dead, five more than they had reported.", "five", "+"),
        ("The storm killed 12 people more than a week after it was forecast.", "12", None),
        ("More than 40 people were killed, officials said.", "More than 40", None),
        ("The road is 40 km longer, more than officials said.", "40", None),
        ("The team has 15 players, fewer than last year.", "15", None),
    ],
)
def test_a_step_is_told_as_a_change(told: str, figure: str, change: str | None) -> None:
    claims = extract(Document(told, published="2026-03-11")).claims
    found = [claim for claim in claims if claim.value.text.startswith(figure)]
    assert [claim.change for claim in found] == [change]


def test_the_day_of_what_was_said_before_is_not_the_day_of_the_count() -> None:
    told = "The flood killed 43 people in Arles, five more than officials said on Monday."
    (toll, _) = extract(Document(told, published="2026-03-11")).claims
    assert toll.as_of == "2026-03-11"
