"""Within one story, too, counts of other things, and of other places, are not one fact."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Prior, Report
from factcheck.judging.pairs import Pair
from factcheck.judging.story_features import may_be_one
from factcheck.reading.claims import read_text


def pair(own: str, other: str, figure: str, told: str) -> Pair:
    return Pair(_claim(own, figure), Prior(_claim(other, told), Report("r", published=DAY)), DAY)


def _claim(text: str, figure: str) -> Claim:
    return next(claim for claim in read_text(text, DAY) if claim.value.text == figure)


DAY = "2025-04-25"


@pytest.mark.parametrize(
    ("own", "figure", "other", "told"),
    [
        (
            "Talks between the two sides will resume in Geneva.",
            "two",
            "Crews worked at 13 rescue sites in Geneva.",
            "13",
        ),
        (
            "Thousands of people gathered on the square in Tbilisi.",
            "Thousands",
            "Envoys of three countries came to Tbilisi.",
            "three",
        ),
        (
            "The company keeps 40 trucks in Porto.",
            "40",
            "The company has 16 warehouses in Porto.",
            "16",
        ),
    ],
)
def test_counts_of_other_things_are_two(own: str, figure: str, other: str, told: str) -> None:
    assert not may_be_one(pair(own, other, figure, told))


@pytest.mark.parametrize(
    ("own", "figure", "other", "told"),
    [
        ("The firm keeps 40 ships in Porto.", "40", "The firm has 38 vessels in Porto.", "38"),
        ("The block in Porto has 127 flats.", "127", "It has 129 apartments.", "129"),
        ("At least 900 people came to Porto.", "At least 900", "In all 950 guests came.", "950"),
    ],
)
def test_counts_of_one_thing_may_be_one(own: str, figure: str, other: str, told: str) -> None:
    assert may_be_one(pair(own, other, figure, told))


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("Missiles killed 12 people in Lviv.", "Missiles killed 12 people in Kiev."),
        ("A quake killed 12 people in Mumbai.", "A quake killed 12 people in Calcutta."),
        ("A blast killed 12 people in Lyon.", "A blast killed 12 people in Marseilles."),
    ],
)
def test_the_dead_of_two_cities_are_two_by_whatever_name(own: str, other: str) -> None:
    assert not may_be_one(pair(own, other, "12", "12"))
