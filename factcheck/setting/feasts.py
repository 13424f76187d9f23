"""Days with a name, and parts of a year with one: Easter Monday, Thanksgiving, the third quarter.

Feasts that move with Easter are counted from the western one; where only the eastern one was
within days of publication, from that.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from factcheck.setting.days import DAY, Days, day_or_none, month_days, shifted, without_year
from factcheck.setting.time_forms import EASTER_FEASTS, FEASTS, SEASONS, WEEKDAY_FEASTS

_LATELY: Final = 7  # days before publication in which a feast without a year is just past
_WEEK: Final = 7
_SEASON: Final = 3  # months
_QUARTER: Final = 3


def day_of(name: str, year: int | None, today: date, *, ahead: bool) -> date | None:
    """The day of a feast: in that year, else the latest up to today, or the next if `ahead`."""
    if name in FEASTS:
        month, day = FEASTS[name]
        if year is None:
            return without_year(today, month, day, ahead=ahead)
        return day_or_none(year, month, day)
    if year is not None:
        return _in_year(name, year)
    years = (today.year - 1, today.year, today.year + 1)
    found = sorted(_in_year(name, year) for year in years)
    if ahead:
        return next(day for day in found if day >= today)
    past = [day for day in found if day <= today]
    if name in EASTER_FEASTS and (today - past[-1]).days > 2 * _LATELY:
        eastern = shifted(eastern_easter(today.year), EASTER_FEASTS[name])
        if 0 <= (today - eastern).days <= _LATELY:
            return eastern
    return past[-1]


def _in_year(name: str, year: int) -> date:
    """The day of a movable feast in a year."""
    if name in EASTER_FEASTS:
        return shifted(western_easter(year), EASTER_FEASTS[name])
    month, weekday, nth, by = WEEKDAY_FEASTS[name]
    first, last = month_days(year, month)
    if nth > 0:
        day = shifted(first, (weekday - first.weekday()) % _WEEK + _WEEK * (nth - 1))
    else:
        day = shifted(last, -((last.weekday() - weekday) % _WEEK))
    return shifted(day, by)


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian day, by the algorithm of Meeus; the 13
    days between the calendars hold from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return shifted(date(year, month, day + 1), 13)


def season(name: str, which: str, today: date) -> Days:
    """The days of "last spring": the latest one that is over; "this": the latest begun, so far."""
    spans = [_months(today.year + step, SEASONS[name], _SEASON) for step in (-2, -1, 0)]
    if which == "last":
        return [days for days in spans if days[1] < today][-1]
    first, last = [days for days in spans if days[0] <= today][-1]
    return first, min(last, today)


def quarter(number: int, year: int | None, today: date) -> Days:
    """A quarter of a year; without one, the latest that has begun."""
    month = _QUARTER * (number - 1) + 1
    if year is None:
        year = today.year if date(today.year, month, 1) <= today else today.year - 1
    return _months(year, month, _QUARTER)


def quarter_before(today: date, by: int) -> Days:
    """The quarter so many before that of today."""
    index = today.year * 4 + (today.month - 1) // _QUARTER - by
    return quarter(index % 4 + 1, index // 4, today)


def half(number: int, year: int) -> Days:
    """The first (1) or second half of a year."""
    return _months(year, 6 * number - 5, 6)


def half_of_month(number: int, year: int, month: int) -> Days:
    """The first (1) or second half of a month."""
    first, last = month_days(year, month)
    middle = first.replace(day=15)
    return (first, middle) if number == 1 else (middle + DAY, last)


def _months(year: int, month: int, number: int) -> Days:
    """So many months from one on."""
    last = year * 12 + month - 1 + number - 1
    return date(year, month, 1), month_days(last // 12, last % 12 + 1)[1]
