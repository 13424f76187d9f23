"""Days of a month joined by "to", told from a total that something was brought to."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read, read_text

DAYS = [
    ("The storm of June 1 to 3 killed five people.", [5]),
    ("The strike from March 4 to 9 cost 30 jobs.", [30]),
    ("Floods from May 11 to 14 left 40 people dead.", [40]),
    ("The festival of May 11 to 12 was cancelled.", []),
    ("The festival runs from May 11 to 12.", []),
]
TOTALS = [
    ("Police revised the toll of the flood of May 11 to 12.", [12]),
    ("It brought the number of dead in the Gmunden flood of May 11 to 12.", [12]),
    ("That took the number of injured in the crash of July 3 to 45, officials said.", [45]),
    ("Doctors lowered the count of wounded since June 1 to 30.", [30]),
]


@pytest.mark.parametrize(("text", "numbers"), DAYS + TOTALS)
def test_days_and_totals(text: str, numbers: list[float]) -> None:
    assert [claim.value.stated for claim in read_text(text)] == numbers


TOLD_TWICE = [
    "The fire service on Thursday lowered the toll of the fire in Lodz on June 2 to seven.",
    "Officials on Thursday raised the death toll of the blast in Gdynia on June 2 to nine.",
    "Police on Thursday put the number of dead in the flood of June 2 at 12.",
]


@pytest.mark.parametrize("text", TOLD_TWICE)
def test_a_count_that_has_its_day_leaves_the_other_to_the_happening(text: str) -> None:
    (claim,) = read(Document(text, "d", None, "2024-06-06", "Outlet"))
    assert claim.when is not None
    assert (claim.when.start, claim.as_of) == ("2024-06-02", "2024-06-06")
