"""What becomes of reports on record: origins that count once, background that is another event."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import ClaimResult


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        yield made


def told(store: Store, text: str, day: str, outlet: str) -> None:
    factcheck.ingest(Document(text, id=f"{outlet}-{day}", published=day, outlet=outlet), store)


def killed(store: Store, text: str, day: str, outlet: str | None = None) -> ClaimResult:
    result = factcheck.check(Document(text, published=day, outlet=outlet), store)
    return next(found for found in result.results if found.claim.kind == "killed")


STORY = "A ferry capsized off Mwanza on 4 May 2024, killing 31 people, the coast guard said."
ARTICLE = "The ferry that capsized off Mwanza on 4 May killed 31 people, rescuers told this paper."


@pytest.mark.parametrize("prints", [1, 3, 6])
def test_reprints_of_one_agency_story_are_one_origin(store: Store, prints: int) -> None:
    for number in range(prints):
        told(store, STORY, "2024-05-05", f"Paper {number} (AFP)")
    assert killed(store, ARTICLE, "2024-05-06").origins.agree == 1


def test_reports_that_cite_one_authority_are_one_origin(store: Store) -> None:
    told(store, STORY, "2024-05-05", "Daily A")
    told(store, "The coast guard said the ferry off Mwanza on 4 May killed 31.", "2024-05-05", "B")
    assert killed(store, ARTICLE, "2024-05-06").origins.agree == 1


def test_reports_of_unknown_origin_never_add_up(store: Store) -> None:
    for number, verb in enumerate(("killed", "left dead", "took the lives of", "drowned")):
        text = f"The ferry that capsized off Mwanza on 4 May 2024 {verb} 31 people."
        told(store, text, "2024-05-05", f"Paper {number}")
    origins = killed(store, ARTICLE, "2024-05-06").origins
    assert origins.agree == 0
    assert origins.unknown == 1


def test_an_agencys_story_is_no_support_for_itself(store: Store) -> None:
    told(store, STORY, "2024-05-05", "Daily A (AFP)")
    assert killed(store, STORY, "2024-05-06", "Daily B (AFP)").verdict == "no_prior"
    assert killed(store, ARTICLE, "2024-05-06", "Daily B").verdict == "consistent"


@pytest.mark.parametrize(
    ("text", "day", "background"),
    [
        (
            "A quake killed 14 people in Padang on Monday.\n\n"
            "The 2004 tsunami killed 170,000 in Aceh.",
            "2024-05-07",
            "170,000",
        ),
        (
            "A fire in a club in Skopje killed 7 people on Friday.\n\n"
            "In 2015 a fire in a club in Bucharest killed 64.",
            "2024-05-11",
            "64",
        ),
        (
            "A bus crash near Lima killed 9 people on Sunday.\n\n"
            "In January 2018 a crash at Pasamayo killed 52 people.",
            "2024-05-13",
            "52",
        ),
    ],
)
def test_a_background_paragraph_is_of_its_own_event(
    store: Store, text: str, day: str, background: str
) -> None:
    told(store, text, day, "Paper")
    events = {
        prior.claim.value.text: prior.claim.event
        for prior in store.priors()
        if prior.claim.kind == "killed"
    }
    assert len(events) == 2
    past = events.pop(background)
    assert past not in events.values()
