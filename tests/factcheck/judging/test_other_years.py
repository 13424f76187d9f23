"""What befell people in some years is none of what befell others in years that don't overlap."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

LOOMS: tuple[Told, ...] = (
    (
        "2024-09-17",
        "Varna Looms, the textile maker, will cut 5,000 jobs, chief executive Ilko Denev said on "
        "Tuesday. The company employs 40,000 people in Bulgaria.",
    ),
    (
        "2024-09-18",
        "Varna Looms said it would cut 5,000 jobs. Chief executive Ilko Denev blamed weak demand.",
    ),
)
LEAD = "Varna Looms chief executive Ilko Denev defended the cuts that were announced on Tuesday. "


@pytest.mark.parametrize(
    "told",
    [
        "The company let go of 4,700 people in 2020 and 2021.",
        "It shed 4,700 jobs between 2019 and 2021.",
        "During 2020 and 2021 it laid off 5,300 workers.",
        "In 2019 the company cut 4,600 posts.",
    ],
)
def test_a_cut_of_other_years_is_not_held_against_that_of_this_one(told: str) -> None:
    found = next(iter(result for text, result in checked(LEAD + told, "2024-09-19", *LOOMS).items()
                      if text in ("4,700", "5,300", "4,600")))  # fmt: skip
    assert found.verdict is Verdict.NO_PRIOR


def test_a_cut_of_this_year_still_is() -> None:
    found = checked(LEAD + "It will cut 50,000 jobs in 2024.", "2024-09-19", *LOOMS)["50,000"]
    assert found.verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The group shed 900 posts in 2016 and 2017.", "2016-01-01", "2017-12-31"),
        ("Fires killed 85 people during 2017 and 2018.", "2017-01-01", "2018-12-31"),
        ("The yard lost 120 jobs in 2014 and 2015.", "2014-01-01", "2015-12-31"),
    ],
)
def test_years_told_together_are_one_window(text: str, first: str, last: str) -> None:
    window = extract(Document(text, published="2025-03-01")).claims[0].when
    assert window is not None
    assert (window.start, window.end) == (first, last)
