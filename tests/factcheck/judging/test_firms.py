"""A firm's revenue, deal or layoffs are not held against another's."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import ClaimResult

REPORT = (
    "ROTTERDAM – Acme Corp. reported revenue of $3.2 billion for the first quarter on Monday and "
    "said it would cut 400 jobs in Rotterdam."
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        factcheck.ingest(Document(REPORT, published="2025-05-05", outlet="First Daily"), made)
        yield made


def results(text: str, store: Store) -> dict[str, ClaimResult]:
    checked = factcheck.check(Document(text, published="2025-05-06"), store)
    return {found.claim.kind: found for found in checked.results}


@pytest.mark.parametrize(
    "text",
    [
        "ROTTERDAM – Boltwerk reported revenue of $2.8 billion for the first quarter and said it "
        "would cut 900 jobs in Rotterdam.",
        "ROTTERDAM – Port operator Maasdok said it would cut 900 jobs in Rotterdam as revenue "
        "fell to $2.8 billion.",
        "Veldhoen Foods posted revenue of $41 million in Rotterdam. Veldhoen plans to cut "
        "30 jobs in Rotterdam.",
    ],
)
def test_another_firm(text: str, store: Store) -> None:
    found = results(text, store)
    assert {found["revenue"].verdict, found["layoffs"].verdict} == {"no_prior"}


def test_the_same_firm(store: Store) -> None:
    text = "Acme reported revenue of $3.2 billion in Rotterdam and will cut 400 jobs there."
    found = results(text, store)
    assert found["revenue"].verdict == found["layoffs"].verdict == "consistent"


def test_a_slip_of_the_same_firm_is_no_correction(store: Store) -> None:
    text = REPORT.replace("$3.2", "$2.3")
    assert results(text, store)["revenue"].verdict in ("conflict", "no_prior")


@pytest.mark.parametrize(
    "who",
    [
        *("jobs", "posts", "workers", "employees", "of its workers", "corporate roles"),
        *("office staff", "white-collar workers", "jobs worldwide"),
    ],
)
def test_jobs_and_those_who_hold_them_are_one_count(who: str, store: Store) -> None:
    found = results(f"Acme will cut 400 {who} in Rotterdam, it said on Monday.", store)
    assert found["layoffs"].verdict == "consistent"


@pytest.mark.parametrize("who", ["sales jobs", "warehouse workers", "engineering positions"])
def test_jobs_of_one_sort_are_a_part(who: str, store: Store) -> None:
    found = results(f"Acme will cut 150 {who} in Rotterdam, it said on Monday.", store)
    assert found["layoffs"].verdict == "no_prior"
