"""Weekdays against dates, by the calendar of the standard library."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.inside.weekdays import mismatches

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMS = st.sampled_from(
    (
        "{w}, {m} {d}, {y}",
        "{w} {d} {m} {y}",
        "{w}, {d} {m} {y}",
        "{w}, the {d}th of {m}, {y}",
        "{w} ({m} {d}, {y})",
        "{w} night, {m} {d}, {y}",
        "{w}, {iso}",
    )
)


def told(form: str, weekday: str, day: date) -> str:
    written = form.format(
        w=weekday, m=MONTHS[day.month - 1], d=day.day, y=day.year, iso=day.isoformat()
    )
    return f"It began on {written}, they said."


@given(DAYS, FORMS, st.integers(0, 6))
def test_exactly_the_wrong_weekdays_are_found(day: date, form: str, shift: int) -> None:
    weekday = WEEKDAYS[(day.weekday() + shift) % 7]
    found = list(mismatches(told(form, weekday, day), None))
    assert bool(found) == (shift != 0)
    for wrong in found:
        assert (wrong.told, wrong.day, wrong.actual) == (weekday, day, WEEKDAYS[day.weekday()])


@pytest.mark.parametrize(
    "text",
    [
        "from Thursday and Friday, April 24 and 26, 2025",
        "on Saturday, April 25-27, 2025",
        "on Thursday, 30 February 2025",
        "on Thursday, April 25, 1566",
        "on the Thursday that 25 people came",
    ],
)
def test_what_names_no_single_day_is_let_pass(text: str) -> None:
    assert not list(mismatches(text, "2025-04-26"))


def test_a_date_without_a_year_is_the_one_nearest_publication() -> None:
    assert [m.day for m in mismatches("on Thursday, April 25", "2025-04-26")] == [date(2025, 4, 25)]
    assert [m.day for m in mismatches("on Monday, Dec. 31", "2025-01-02")] == [date(2024, 12, 31)]
    assert not list(mismatches("on Tuesday, Dec. 31", "2025-01-02"))
    assert not list(mismatches("on Thursday, April 25", None))
    assert not list(mismatches("on Thursday, April 25", "2025-12-01"))


def test_another_year_nearby_may_be_its_year() -> None:
    assert not list(mismatches("In 2019 it struck on Thursday, April 25", "2025-04-26"))


def test_offsets_are_those_of_the_text() -> None:
    text = "It began on Thursday, April 25, 2025."
    (wrong,) = mismatches(text, None)
    assert text[wrong.start : wrong.end] == wrong.text == "Thursday, April 25, 2025"
