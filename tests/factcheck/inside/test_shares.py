"""Shares of those harmed that are more than all of them are found; others are not."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check
from factcheck.results import Severity


def findings(text: str) -> list[tuple[str, Severity]]:
    with Store(":memory:") as store:
        checked = check(Document(text, id="a", published="2025-04-14"), store)
    return [(found.relation, found.severity) for found in checked.internal]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 14 miners who died in the shaft, nine were men and seven were women.",
        "Of the 31 wounded in Turin, 40 were still in hospital.",
        "Among the eight dead were six women and four boys.",
        "An avalanche killed nine skiers in Davos. Among the dead were 12 Austrians.",
        "A fire killed 30 people. Twenty of the dead were women and 14 were men.",
        "The ferry fire killed 11 people, including eight men and five women.",
    ],
)
def test_shares_above_their_whole_are_found(text: str) -> None:
    assert findings(text) == [("part_over_total", Severity.ERROR)]


def test_shares_above_a_floor_are_doubtful() -> None:
    told = "At least nine people were killed. Among the dead were 12 children."
    assert findings(told) == [("part_over_total", Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 14 miners who died in the shaft, nine were men and five were women.",
        "Of the 14 killed, nine were women and seven were Poles.",
        "Of the 14 killed, nine were women and girls and seven were children.",
        "Of the 14 people killed in the crash, which injured 90 others, six were children.",
        "Dozens of people were killed. Among the dead were 25 children.",
        "A blast killed nine in Lyon and a fire killed 40 in Nice. Among the dead were 12 cooks.",
    ],
)
def test_shares_that_fit_are_not(text: str) -> None:
    assert findings(text) == []
