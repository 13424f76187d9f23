"""Counts of one day, one after the other: which is behind, which is told as past, and over which
the record is still divided."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.judging import slips
from factcheck.results import Severity, Verdict
from tests.factcheck.checking import checked

BLAST = "an explosion at a fireworks depot in Tulcea, Romania, on Friday"
NOON = [
    ("2025-03-14", f"Officials said 41 people were injured in {BLAST}."),
    ("2025-03-14", f"The prefect said {BLAST}, had injured 43 people."),
]


def test_a_count_of_the_early_hours_is_not_behind_those_of_its_day() -> None:
    told = checked(f"Seven people were injured in {BLAST}, police said.", "2025-03-14T05:10", *NOON)
    assert told["Seven"].verdict is Verdict.UPDATE
    assert "nothing tells which is newer" in told["Seven"].why


@pytest.mark.parametrize("hour", ["2025-03-14T22:40", "2025-03-15T05:10", "2025-03-15"])
def test_a_count_of_a_late_hour_or_of_the_next_day_is_behind(hour: str) -> None:
    told = checked(f"Seven people were injured in {BLAST}, police said.", hour, *NOON)
    assert told["Seven"].verdict in (Verdict.OUTDATED, Verdict.CONFLICT)


@pytest.mark.parametrize(
    "text",
    [
        "Doctors had treated 17 people after {blast}. The prefect later put the injured at 43.",
        "Police said 17 people were injured in {blast}; the number has since risen to 43 injured.",
        "At first 17 people were reported injured in {blast}. By evening 43 were hurt.",
    ],
)
def test_a_count_that_the_text_goes_on_from_is_not_out_of_date(text: str) -> None:
    told = checked(text.format(blast=BLAST), "2025-03-14", *NOON)
    assert told["43"].verdict is Verdict.CONSISTENT
    assert told.get("17") is None or told["17"].severity.rank < Severity.WARNING.rank


def test_a_count_beside_a_higher_one_of_something_else_is_out_of_date() -> None:
    text = f"On Friday {BLAST} injured 17 people. The governor later visited 43 families."
    told = checked(text, "2025-03-15", *NOON)
    assert told["17"].severity.rank >= Severity.WARNING.rank


FLOOD = "floods that struck Ruse, Bulgaria, on Monday"
DIVIDED = [
    ("2025-05-20T06:00", f"As of 06:00 nine people were dead in {FLOOD}, the army said."),
    ("2025-05-20T09:30", f"Eight people were confirmed dead in {FLOOD}, the ministry said."),
]
HIGHER = f"The toll of {FLOOD}, rose to 12 dead, rescuers said."


def test_the_record_is_divided_while_nothing_higher_is_told() -> None:
    told = checked(f"Nine people died in {FLOOD}.", "2025-05-20", *DIVIDED)
    assert told["Nine"].verdict is Verdict.DISPUTED
    assert told["Nine"].severity is Severity.WARNING


def test_a_division_that_the_count_passed_on_its_day_is_but_a_notice() -> None:
    reports = [*DIVIDED, ("2025-05-20", HIGHER)]
    told = checked(f"Nine people died in {FLOOD}.", "2025-05-20", *reports)
    assert told["Nine"].severity.rank <= Severity.NOTICE.rank


def test_after_a_higher_count_of_a_later_day_both_sides_are_old() -> None:
    reports = [*DIVIDED, ("2025-05-21", HIGHER)]
    told = checked(f"Nine people died in {FLOOD}.", "2025-05-22", *reports)
    assert told["Nine"].verdict is Verdict.OUTDATED


def test_things_named_more_closely_are_no_part() -> None:
    with Store(":memory:") as store:
        for text in (
            "Russia launched 70 missiles at Ukraine overnight, officials said.",
            "Russia launched 66 ballistic and cruise missiles at Ukraine overnight, it said.",
        ):
            factcheck.ingest(Document(text, published="2025-02-11"), store)
        article = Document(
            "Russia launched 66 missiles at Ukraine overnight.", published="2025-02-11"
        )
        results = factcheck.check(article, store).results
    assert not [hint for one in results for hint in one.hints if hint.slip == slips.PART]


def test_those_in_the_other_flats_are_a_part() -> None:
    reports = [
        ("2025-06-19", "A fire at Torre Alta in Porto, Portugal, killed 79 people, police said."),
        ("2025-06-24", "Police said 79 people died in the Torre Alta fire in Porto."),
    ]
    article = (
        "Police reached 100 flats of Torre Alta in Porto after the fire. "
        "About 60 people died in the other 23 flats."
    )
    told = checked(article, "2025-06-27", *reports)
    assert told["About 60"].verdict is Verdict.NO_PRIOR
