"""A document that tells no day is tied to a happening by its figures, not by its place alone."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store

BOMB = "A bomb killed 12 people and wounded 40 in Gao, Mali, on May 3, the army said."


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        factcheck.ingest(Document(BOMB, published="2025-05-04", outlet="First Daily"), made)
        factcheck.ingest(Document(BOMB, published="2025-05-05", outlet="Second Post"), made)
        yield made


def verdicts(text: str, store: Store) -> dict[str, str]:
    found = factcheck.check(Document(text), store).results
    return {result.claim.kind: str(result.verdict) for result in found}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 9 people and wounded 31 in Gao, Mali, the governor said.",
        "Gunmen killed 5 people near the market of Gao, Mali.",
        "On Tuesday a bomb killed 30 people in Gao, Mali.",
    ],
)
def test_the_place_alone_ties_nothing(text: str, store: Store) -> None:
    assert set(verdicts(text, store).values()) == {"no_prior"}


def test_the_same_figures_tie(store: Store) -> None:
    text = "A bomb killed 9 people and wounded 40 in Gao, Mali, the governor said."
    assert verdicts(text, store) == {"killed": "outdated", "wounded": "consistent"}


def test_a_day_in_the_text_ties(store: Store) -> None:
    text = "A bomb killed 9 people in Gao, Mali, on May 3, 2025, the governor said."
    assert verdicts(text, store) == {"killed": "outdated"}
