"""A decade of age is a range of years; "is one of the" counts nothing."""

from __future__ import annotations

import pytest

from claims_db.records import Bound
from factcheck.bare.printed import printed
from factcheck.bare.printed_comparison import OPEN, REFUTES, SUPPORTS, PrintedPair

AGES = (
    ("The diver, in his 50s, was found on Monday.", 50, 59),
    ("Two women in their thirties swam ashore.", 30, 39),
    ("A climber in her early 40s fell.", 40, 44),
    ("Most of the pilots were in their mid-20s.", 23, 27),
    ("The judge is in her late sixties.", 65, 69),
    ("The singers are still in their teens.", 13, 19),
)


@pytest.mark.parametrize(("text", "least", "most"), AGES)
def test_a_decade_of_age_is_a_range_of_years(text: str, least: int, most: int) -> None:
    told = printed(text).numbers[-1]
    assert (told.sort, told.bound, told.value, told.high) == ("age", Bound.RANGE, least, most)


@pytest.mark.parametrize(
    "text", ["The mill closed in the 50s.", "The room cost $50 a night.", "He bowled in the 90s."]
)
def test_a_decade_that_is_nobodys_is_no_age(text: str) -> None:
    assert all(told.sort != "age" for told in printed(text).numbers)


@pytest.mark.parametrize(
    ("claim", "evidence", "stands"),
    [
        ("A sailor in his 60s drowned.", "A 63-year-old sailor drowned.", SUPPORTS),
        ("A nurse in her forties won.", "A nurse, aged 38, won.", REFUTES),
        ("A 63-year-old sailor drowned.", "A sailor in his 60s drowned.", OPEN),
    ],
)
def test_an_age_is_held_against_its_decade(claim: str, evidence: str, stands: str) -> None:
    assert PrintedPair(printed(claim), printed(evidence)).aligned[0].stand == stands


@pytest.mark.parametrize(
    "text",
    [
        "Arvik is one of the largest ports of the coast.",
        "She became one of their best players.",
        "The bridge was regarded as one of the boldest of its time.",
    ],
)
def test_belonging_to_a_group_counts_nothing(text: str) -> None:
    assert not printed(text).numbers


@pytest.mark.parametrize(
    "text",
    [
        "One of the hikers died.",
        "It is one of the 14 bridges over the river.",
        "She was one of the three who swam ashore.",
    ],
)
def test_one_of_a_group_that_is_told_is_counted(text: str) -> None:
    assert printed(text).numbers[0].value == 1
