"""Times that a figure is only held against, and moments that are no lengths of time."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read

COMPARED = (
    "Revenue rose to $31 billion, up 7% from a year earlier.",
    "Exports reached 4.1 billion euros, down 3% on a year earlier.",
    "Sales came to 212 million crowns, a rise of 9% over a year ago.",
)
MOMENTS = (
    "Three days ago, 12 people were killed in Van.",
    "A bomb killed nine in Herat; four hours later a second hurt two.",
    "The mine collapsed six weeks ago, killing 14.",
)
LENGTHS = (
    "The siege ended after 57 hours.",
    "Firefighters needed six hours to put out the blaze.",
    "The talks went on for three days.",
)


@pytest.mark.parametrize("text", COMPARED)
def test_a_figure_is_not_dated_by_what_it_is_held_against(text: str) -> None:
    for claim in read(Document(text, published="2025-03-07")):
        assert claim.when is None, claim.value.text


@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_is_no_length_to_check(text: str) -> None:
    lengths = [c for c in read(Document(text, published="2025-03-07")) if c.kind == "duration"]
    assert not any(claim.checkable for claim in lengths)


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_is_checked(text: str) -> None:
    lengths = [c for c in read(Document(text, published="2025-03-07")) if c.kind == "duration"]
    assert [claim.checkable for claim in lengths] == [True]
