"""Arithmetic of calendar days: (first, last) pairs of a month, a year, a weekend, part of one.

Nothing here raises for a day past either end of the calendar; it stops at that end.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]

DAY: Final = timedelta(days=1)
LEEWAY: Final = timedelta(days=3)
"""How far after publication a date without a year may lie: stories filed across the date line."""

_SATURDAY: Final = 5
_LONGEST_MONTH: Final = 31


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, by: int) -> date:
    """The day so many days on (or back, if negative)."""
    return date.fromordinal(min(max(1, day.toordinal() + by), date.max.toordinal()))


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    first = date(year, month, 1)
    return first, shifted(first.replace(day=28), 4).replace(day=1) - DAY


def year_days(year: int) -> Days:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late third of a month or a year; `part` as written, "" for all."""
    if not part:
        return days
    first, last = days
    if (last - first).days < _LONGEST_MONTH:
        middle, late = first.replace(day=11), first.replace(day=21)
    else:
        middle, late = first.replace(month=5), first.replace(month=9)
    word = part.lower()
    if any(early in word for early in ("early", "start", "beginning")):
        return first, middle - DAY
    return (middle, late - DAY) if "mid" in word else (late, last)


def months_before(day: date, months: int) -> date:
    """The same day so many months ago, or the last one that month has."""
    index = max(12, day.year * 12 + day.month - 1 - months)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_days(year, month + 1)[1].day))


def weekend(today: date, step: int) -> Days:
    """Step 0: the weekend latest begun; 1: the next; -1: "last weekend", which is the latest one
    unless today is in it. A weekend under way ends today."""
    saturday = today - timedelta(days=(today.weekday() - _SATURDAY) % 7)
    if step == 1:
        return saturday + 7 * DAY, saturday + 8 * DAY
    if step == -1 and today.weekday() >= _SATURDAY:
        saturday -= 7 * DAY
    return saturday, min(saturday + DAY, today)


def without_year(today: date, month: int, day: int, *, ahead: bool) -> date | None:
    """The latest such day up to today and LEEWAY on, or the next one if `ahead`."""
    years = range(today.year - 8, today.year + 9)  # 29 February may be eight years off
    found = [d for year in years if (d := day_or_none(year, month, day))]
    if ahead:
        return next((d for d in found if d >= today), None)
    return next((d for d in reversed(found) if d <= today + LEEWAY), None)
