"""Counts of one noun are one fact only where more than the noun is shared, and neither is told as
some of more."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.judging import wording


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("One of the lorries was empty.", "One"),
        ("Six more tents were put up.", "Six"),
        ("They searched another 14 flats.", "14"),
        ("Three other lorries turned back.", "Three"),
    ],
)
def test_some_of_more(sentence: str, number: str) -> None:
    assert wording.tells_some(sentence, sentence.index(number), number)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("Nine lorries of the convoy turned back.", "Nine"), ("The other day 14 flats burned.", "14")],
)
def test_all_of_them(sentence: str, number: str) -> None:
    assert not wording.tells_some(sentence, sentence.index(number), number)


@pytest.mark.parametrize(
    ("on_record", "text"),
    [
        (
            "Twelve lorries crossed at Rafah on May 2, 2025.",
            "One of the lorries at Rafah on May 2, 2025 had a flat tyre.",
        ),
        (
            "Police sent 40 officers to Leeds on May 2, 2025.",
            "Two officers had dinner in Leeds on May 2, 2025.",
        ),
        (
            "The bell of Kazan was rung 12 times on May 2, 2025.",
            "The mayor of Kazan was called three times on May 2, 2025.",
        ),
    ],
)
def test_other_lorries_are_not_accused(on_record: str, text: str) -> None:
    with Store(":memory:") as store:
        factcheck.ingest(Document(on_record, published="2025-05-03", outlet="One"), store)
        found = factcheck.check(Document(text, published="2025-05-04"), store).results
    assert "conflict" not in {str(result.verdict) for result in found}
