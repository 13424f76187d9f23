"""A figure that tells no day is held against a happening only where the text, but for its numbers,
is a report of it: the same country in the same week is not enough."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store

REPORTS = (
    ("2024-03-11", "Rebels ambush army convoy in northern Mali, killing 14 soldiers"),
    ("2024-03-11", "14 soldiers killed as rebels ambush convoy in Mali's north"),
    ("2024-06-02", "Ferry sinks on lake in Uganda, 31 drowned"),
    ("2024-06-03", "Overloaded ferry sinks on Uganda lake, 31 drowned"),
    ("2024-09-20", "Gold mine collapse kills 22 in Guinea"),
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        for at, (day, text) in enumerate(REPORTS):
            factcheck.ingest(Document(text, f"r{at}", published=day, outlet=f"Paper {at}"), made)
        yield made


def verdicts(text: str, day: str, store: Store) -> set[str]:
    found = factcheck.check(Document(text, published=day), store).results
    return {str(result.verdict) for result in found if result.claim.kind == "killed"}


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-03-13", "Roadside mine kills 3 soldiers in Mali"),
        ("2024-06-06", "Lorry overturns in Uganda, 4 killed"),
        ("2024-09-23", "Seven killed as minibus hits tanker in Guinea"),
    ],
)
def test_another_story_of_the_week_is_not_accused(day: str, text: str, store: Store) -> None:
    assert verdicts(text, day, store) <= {"no_prior"}


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2024-03-12", "Army says 41 soldiers killed as rebels ambushed convoy in northern Mali"),
        ("2024-06-03", "Ferry that sank on Uganda lake was overloaded, 13 drowned"),
    ],
)
def test_the_same_story_is_held_against_the_record(day: str, text: str, store: Store) -> None:
    assert verdicts(text, day, store) & {"conflict", "outdated", "update", "disputed"}
