"""Fewer wounded than were on record are no contradiction where as many more have died."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        for day, outlet, text in (
            ("2025-03-08", "One", "Five people were shot and wounded in Turin on March 7, 2025."),
            ("2025-06-02", "Two", "A bus crash in Leeds on June 1, 2025 killed 2 and injured 9."),
        ):
            factcheck.ingest(Document(text, published=day, outlet=outlet), made)
        yield made


def wounded(text: str, day: str, store: Store) -> set[str]:
    found = factcheck.check(Document(text, published=day), store).results
    return {str(result.verdict) for result in found if result.claim.kind == "wounded"}


def test_who_died_is_no_longer_wounded(store: Store) -> None:
    text = "The shooting in Turin on March 7, 2025 killed a man and wounded four others."
    assert wounded(text, "2025-03-20", store) == {"update"}


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2025-03-20", "Four people were wounded in the shooting in Turin on March 7, 2025."),
        ("2025-03-20", "The shooting in Turin on March 7, 2025 killed a man and wounded two."),
        ("2025-06-20", "The bus crash in Leeds on June 1, 2025 killed 2 and injured 7."),
    ],
)
def test_a_lower_count_that_no_death_explains_stands_out(day: str, text: str, store: Store) -> None:
    assert wounded(text, day, store) & {"conflict", "outdated"}
