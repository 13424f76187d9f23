"""Tolls that a report without a date gives: later ones than those of the days it is above."""

import pytest

from factcheck.results import ClaimResult, Verdict
from tests.factcheck.checking import checked

FIRST_DAYS = [
    ("2015-04-26", "An earthquake in Armenia on 25 April 2015 killed 1,450 people, police said."),
    ("2015-04-29", "The earthquake in Armenia on 25 April 2015 killed at least 5,000 people."),
]
LATER = (None, "The earthquake that struck Armenia on 25 April 2015 killed 8,840 people.")


def told_later(article: str) -> ClaimResult:
    results = checked(article, "2025-02-11", *FIRST_DAYS, LATER)
    return next(one for one in results.values() if one.claim.kind == "killed")


@pytest.mark.parametrize(
    "article",
    [
        "The earthquake of 25 April 2015 in Armenia killed 8,840 people.",
        "In Armenia almost 9,000 people died in the earthquake of 25 April 2015.",
    ],
)
def test_it_is_the_newest_where_it_is_above_the_others(article: str) -> None:
    assert told_later(article).verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "article",
    [
        "The 2015 earthquake in Armenia killed 58,000 people.",
        "In Armenia 88,400 people died in the earthquake of 25 April 2015.",
    ],
)
def test_what_it_can_hardly_have_grown_to_contradicts_it(article: str) -> None:
    found = told_later(article)
    assert found.verdict is Verdict.CONFLICT
    assert found.latest is not None
    assert found.latest.claim.value.stated == 8840


def test_it_may_be_of_a_day_to_come_for_an_article_of_the_first_days() -> None:
    article = "The earthquake of 25 April 2015 in Armenia killed at least 5,000 people."
    results = checked(article, "2015-04-30", *FIRST_DAYS, LATER)
    (found,) = (one for one in results.values() if one.claim.kind == "killed")
    assert found.verdict is Verdict.CONSISTENT
