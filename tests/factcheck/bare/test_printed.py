"""Numbers and dates as printed: each is found once, with its sort, unit and bound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound
from factcheck.bare.number_tables import number
from factcheck.bare.printed import Printed, printed
from factcheck.bare.printed_dates import Limit

BOUNDS = {
    "": Bound.EXACT,
    "more than ": Bound.MORE_THAN,
    "over ": Bound.MORE_THAN,
    "fewer than ": Bound.LESS_THAN,
    "under ": Bound.LESS_THAN,
    "at least ": Bound.AT_LEAST,
    "no fewer than ": Bound.AT_LEAST,
    "no more than ": Bound.AT_MOST,
    "up to ": Bound.AT_MOST,
    "about ": Bound.ABOUT,
    "nearly ": Bound.VAGUE,
}
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80)
PIECES = st.lists(
    st.sampled_from(
        "12 1,500 3.5/10 % million $ March 2020 5th between and to no one 7-4-1 18:00 #5 COVID-19 "
        "out of aged 22 dozens tens 10 km -old degrees Fahrenheit half a".split()
    ),
    max_size=14,
).map(" ".join)


def only(text: str) -> Printed:
    (found,) = printed(text).numbers
    return found


@given(st.one_of(TEXTS, PIECES))
def test_any_text_is_scanned(text: str) -> None:
    told = printed(text)
    for found in told.numbers:
        assert found.step > 0
        assert found.text
    for date in told.dates:
        low, high = date.days(2020)
        assert low <= high


@given(st.sampled_from(sorted(BOUNDS)), st.integers(13, 10**7))
def test_the_words_before_a_number_bound_it(bound: str, n: int) -> None:
    found = only(f"The choir sold {bound}{n:,} tickets.")
    assert (found.value, found.bound, found.sort) == (n, BOUNDS[bound], "count")


@given(st.integers(1, 10**9))
def test_a_number_is_read_with_and_without_separators(n: int) -> None:
    for text in (f"{n}", f"{n:,}", f"{n:,}".replace(",", " ")):
        parsed = number(text)
        assert parsed is not None
        assert parsed[0] == n
        assert n % parsed[1] == 0


@pytest.mark.parametrize(
    ("text", "value", "sort"),
    [
        ("It cost $57.2 million.", 57.2e6, "money USD"),
        ("It scored 3.5/10.", 35.0, "rating"),
        ("It scored 61 out of 100.", 61.0, "rating"),
        ("Some 5 lakh people came.", 5e5, "count"),
        ("Half a million people came.", 5e5, "count"),
        ("Twenty-six people came.", 26.0, "count"),
        ("Nobody came.", 0.0, "count"),
        ("They waited two days.", 172800.0, "time"),
        ("It was 113 degrees Fahrenheit.", 45.0, "temperature"),
        ("A man aged 22 came.", 22.0, "age"),
        ("A 22-year-old came.", 22.0, "age"),
        ("He scored his 200th goal.", 200.0, "rank"),
        ("Turn off at Exit 3.", 3.0, "label"),
        ("They rose at 18:30.", 1110.0, "clock"),
        ("It fell by 12 percent.", 12.0, "percent"),
        ("It covers 50 square kilometres.", 5e7, "area"),
    ],
)
def test_what_a_number_is_measured_in(text: str, value: float, sort: str) -> None:
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.sort == sort


@pytest.mark.parametrize(
    "text",
    ["The COVID-19 wave ended.", "An A330 landed.", "The PS4 sold out.", "No Way Out was a film."],
)
def test_a_number_in_a_name_is_none(text: str) -> None:
    assert printed(text).numbers == ()


def test_what_a_part_is_of_is_no_count_of_its_own() -> None:
    part, whole = printed("Cases were found in 26 out of 28 provinces.").numbers
    assert (part.sort, whole.sort) == ("count", "whole")
    assert part.head == whole.head


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 12 singers", 10, 12),
        ("10 to 12 singers", 10, 12),
        ("2 to 3 million singers", 2e6, 3e6),
        ("dozens of singers", 24, 99),
        ("tens of thousands of singers", 20_000, 1e8),
    ],
)
def test_a_range_is_one_number(text: str, low: float, high: float) -> None:
    found = only(text)
    assert found.bound is Bound.RANGE
    assert found.value == low
    assert found.high is not None
    assert found.high <= high


def test_averaged_over_is_no_bound_and_a_better_rank_is_less() -> None:
    assert only("Averaged over 14 reviews.").bound is Bound.EXACT
    assert only("It ranks above 5th.").bound is Bound.LESS_THAN
    assert only("It ranks below 5th.").bound is Bound.MORE_THAN


@pytest.mark.parametrize(
    ("text", "parts", "limit"),
    [
        ("It opened on 10 March 2020.", (2020, 3, 10), Limit.ON),
        ("It opened on March 10th, 2020.", (2020, 3, 10), Limit.ON),
        ("It opened before May 3,1981.", (1981, 5, 3), Limit.BEFORE),
        ("It will open by March 2020.", (2020, 3, None), Limit.BY),
        ("It has been open since 1994.", (1994, None, None), Limit.SINCE),
        ("It closed after 12 July.", (None, 7, 12), Limit.AFTER),
        ("As of 9 April it was open.", (None, 4, 9), Limit.ON),
        ("It opened in mid-March.", (None, 3, None), Limit.ON),
    ],
)
def test_dates_with_what_is_told_of_them(
    text: str, parts: tuple[int | None, ...], limit: Limit
) -> None:
    (date,) = printed(text).dates
    assert (date.year, date.month, date.day) == parts
    assert date.limit is limit
    assert printed(text).numbers == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the 1980s", 1980, 1989),
        ("in the 17th century", 1601, 1700),
        ("in the 2016–17 season", 2016, 2017),
    ],
)
def test_spans_of_years(text: str, first: int, last: int) -> None:
    (date,) = printed(text).dates
    assert (date.year, date.last_year) == (first, last)


def test_a_count_of_four_digits_is_no_year() -> None:
    assert only("More than 2000 people came.").value == 2000
    assert printed("More than 2000 people came.").dates == ()
