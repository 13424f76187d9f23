"""Happenings that go on for weeks are one event, however their reports date them."""

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import ingest

Told = tuple[tuple[str, str], ...]

EBOLA: Told = (
    ("2025-09-05", "An Ebola outbreak in Kasai, Congo, has killed 15 people, it said on Friday."),
    ("2025-09-16", "The Ebola outbreak in Kasai has killed 31 people, the WHO said."),
    ("2025-10-02", "The Ebola outbreak has killed 42 people in Kasai since September."),
    ("2025-10-20", "The Ebola outbreak in Congo's Kasai province has killed 45 people."),
)
CHOLERA: Told = (
    (
        "2025-05-06",
        "A cholera outbreak in Maiduguri, Nigeria, has killed 22 people, officials said.",
    ),
    ("2025-05-30", "A cholera outbreak in Maiduguri has killed 61 people since the start of May."),
)
BLAZE: Told = (
    ("2025-08-02", "Wildfires near Ourense, Spain, killed two people, officials said on Saturday."),
    ("2025-08-11", "Wildfires near Ourense have killed three people, officials said."),
    ("2025-08-24", "Wildfires near Ourense have killed four people since the start of August."),
)


def events(told: Told) -> set[str | None]:
    with Store(":memory:") as store:
        for number, (day, text) in enumerate(told):
            outlet = f"Paper {number}"
            ingest(Document(text, id=str(number), published=day, outlet=outlet), store)
        return {prior.claim.event for prior in store.priors(kind="killed")}


@pytest.mark.parametrize("told", [EBOLA, CHOLERA, BLAZE], ids=["ebola", "cholera", "blaze"])
def test_counts_since_it_began_are_of_the_one_event(told: Told) -> None:
    assert len(events(told)) == 1


@pytest.mark.parametrize(
    "told",
    [
        (EBOLA[0], ("2026-09-02", "An Ebola outbreak in Kasai has killed 9 people since August.")),
        (
            BLAZE[0],
            ("2025-08-24", "Crashes near Ourense have killed 40 since the start of August."),
        ),
        (
            ("2025-05-06", "A bomb in Maiduguri, Nigeria, killed 22 people on Tuesday, it said."),
            ("2025-05-30", "Bombs in Maiduguri have killed 61 people since the start of May."),
        ),
    ],
)
def test_other_years_types_and_series_are_others(told: Told) -> None:
    assert len(events(told)) == 2
