"""What the calendar names: dates in any order, months, years, quarters, seasons, feasts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from factcheck.quantity import month_counts
from factcheck.setting import feasts
from factcheck.setting.days import (
    DAY,
    Days,
    day_or_none,
    month_days,
    part_of,
    without_year,
    year_days,
)
from factcheck.setting.time_atoms import Atom, Context, is_ahead
from factcheck.setting.time_forms import MONTHS, words

_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_JUST_PAST: Final = 20  # days: 04/05 is of these weeks where the other reading is of other months
_OF: Final = re.compile(r"\s+of\b")
_OF_OR_IN: Final = re.compile(r"\s+(?:of|in)\b")
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Tt]ill?|[Ff]rom|[Bb]etween|[Tt]hrough|[Oo]f|[Bb]y"
    r"|[Tt]o|and|before|after|mid|the)[\s-]+$"
)
_WEAK_BEFORE_MONTH: Final = re.compile(r"\b(?:[Oo]f|[Bb]y|[Tt]o|and|the|before|after|[Ff]rom)\s+$")
_BEFORE_YEAR: Final = re.compile(
    r"(?P<strong>\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Yy]ear|fiscal|summer|autumn|winter|spring"
    r"|fall)\s+$)|(?P<weak>\b(?:[Ff]rom|[Oo]f|[Bb]y|[Uu]ntil|[Tt]ill?|[Bb]efore|[Aa]fter|and|to"
    r"|[Tt]hrough|[Bb]etween|for)\s+$)|(?P<noun>(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er"
    r"|[Tt]his|that)|['’]s?)\s+$)"
)
_NOUN: Final = re.compile(r"\s+(?:[\w-]+ly\s+)?([A-Za-z][\w-]*)")
_COUNTED: Final = words("counted")
_HAPPENINGS: Final = words("happenings")


def _calendar(
    context: Context, match: re.Match[str], month: str, days: Sequence[str | None], year: str | None
) -> Atom | None:
    """A day, or a range of days, of a month, with or without its year."""
    number = MONTHS[month[:3].lower()]
    first, last = (int(d) if d else 0 for d in days)
    if not day_or_none(2000, number, first) or (last and not day_or_none(2000, number, last)):
        return None
    ahead = not year and is_ahead(context, match.start(), match.end())
    if year:
        begin = day_or_none(int(year), number, first)
    elif context.today:
        begin = without_year(context.today, number, first, ahead=ahead)
    else:
        return Atom(match.start(), match.end(), "date", stated=True, month_day=(number, first))
    end = begin and day_or_none(begin.year, number, last or first)
    if not begin or not end or end < begin:
        return None
    span, month_day = (begin, end), None if year else (number, first)
    return Atom(
        match.start(), match.end(), "date", span, stated=True, ahead=ahead, month_day=month_day
    )


def read_feast(context: Context, match: re.Match[str]) -> Atom | None:
    if context.today is None:
        return Atom(match.start(), match.end(), "date")
    year, ahead = match["fe_y"], is_ahead(context, *match.span())
    if match["fe_r"]:
        year = str(context.today.year - (match["fe_r"] == "last"))
    name = match["fe_w"].replace("’", "'")
    found = feasts.day_of(name, int(year) if year else None, context.today, ahead=ahead)
    return Atom(match.start(), match.end(), "date", (found, found), ahead=ahead) if found else None


def read_quarter(context: Context, match: re.Match[str]) -> Atom | None:
    """A quarter of a year, or a half of a named year or month; those of games are neither."""
    text, today, end = context.text, context.today, match.end()
    which, of_year = match["qu_n"].lower(), match["qu_w"]
    is_bare = not (match["qu_m"] or match["qu_y"] or of_year)
    if is_bare and (match["qu_u"] == "half" or _OF.match(text, end)):
        return None
    if today is None or "iscal" in text[max(0, match.start() - 7) : end + 7]:
        return None if is_bare else Atom(match.start(), end, "span", None, "month")
    days: Days
    year = int(match["qu_y"]) if match["qu_y"] else None
    if of_year:
        year = today.year - (of_year == "last")
    if which in ("last", "this") and is_bare:
        days = feasts.quarter_before(today, int(which == "last"))
    elif which == "this":
        return None
    elif match["qu_u"] == "quarter":
        if match["qu_m"]:
            return None
        days = feasts.quarter(_NTH[which], year, today)
    elif match["qu_m"]:
        month = MONTHS[match["qu_m"][:3].lower()]
        given = int(match["qu_my"]) if match["qu_my"] else today.year - (month > today.month)
        days = feasts.half_of_month(min(_NTH[which], 2), given, month)
    else:
        assert year is not None
        days = feasts.half(min(_NTH[which], 2), year)
    ahead = is_ahead(context, match.start(), end)
    return Atom(match.start(), end, "span", days, "month", stated=not is_bare, ahead=ahead)


def read_season(context: Context, match: re.Match[str]) -> Atom | None:
    if _OF_OR_IN.match(context.text, match.end()):  # "this fall in prices"
        return None
    if context.today is None:
        return Atom(match.start(), match.end(), "span", None, "month")
    which = match["se_w"].lower()
    days = feasts.season(match["se_n"], which, context.today)
    ahead = which == "this" and is_ahead(context, *match.span())
    return Atom(match.start(), match.end(), "span", days, "month", ahead=ahead)


def read_outset(context: Context, match: re.Match[str]) -> Atom | None:
    """ "The start of the year" is that of the year of publication."""
    unit, today = match["ou_u"], context.today
    if today is None or is_ahead(context, *match.span()):
        return Atom(match.start(), match.end(), "span", None, unit, ahead=today is not None)
    if unit == "week":
        monday = today - timedelta(days=today.weekday())
        days = monday, min(monday + DAY, today)
    else:
        whole = year_days(today.year) if unit == "year" else month_days(today.year, today.month)
        first, last = part_of(whole, "start")
        days = first, min(last, today)
    return Atom(match.start(), match.end(), "span", days, unit)


def read_iso(_: Context, match: re.Match[str]) -> Atom | None:
    day = day_or_none(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if day is None:
        return None
    return Atom(match.start(), match.end(), "date", (day, day), clock=match["iso_c"], stated=True)


def read_numeric(context: Context, match: re.Match[str]) -> Atom | None:
    """24/04/2025 is one day, 04/05/2025 is two, of which the publication may rule out one; a full
    stop between is day first everywhere."""
    a, b, year = int(match["num_a"]), int(match["num_b"]), int(match["num_y"])
    dotted = match["num_s"] == "."
    readings = {
        d for d in (day_or_none(year, b, a), None if dotted else day_or_none(year, a, b)) if d
    }
    if not readings:
        return None
    day = readings.pop() if len(readings) == 1 else _lately(readings, context.today)
    return Atom(match.start(), match.end(), "date", (day, day) if day else None, stated=True)


def _lately(readings: set[date], today: date | None) -> date | None:
    """The one of two readings of a day that lies just before publication, where the other is to
    come or months ago; None where both may be meant."""
    if today is None:
        return None
    near = [day for day in readings if day <= today + DAY]
    if len(near) > 1:
        near = [day for day in near if (today - day).days <= _JUST_PAST]
        if any(_JUST_PAST < (today - day).days <= 2 * _JUST_PAST for day in readings):
            return None
    return near[0] if len(near) == 1 else None


def read_dayfirst(context: Context, match: re.Match[str]) -> Atom | None:
    return _calendar(context, match, match["df_m"], (match["df_a"], match["df_b"]), match["df_y"])


def read_monthfirst(context: Context, match: re.Match[str]) -> Atom | None:
    if not match["mf_y"] and month_counts.is_count(
        context.text, match.start("mf_m"), match.end("mf_a")
    ):
        month = match["mf_m"]  # "In May 12 people died"
        end = match.start("mf_m") + len(month)
        return _bare_month(context, (match.start(), end), month, None, None, None)
    return _calendar(context, match, match["mf_m"], (match["mf_a"], match["mf_b"]), match["mf_y"])


def read_monthyear(_: Context, match: re.Match[str]) -> Atom | None:
    days = month_days(int(match["my_y"]), MONTHS[match["my_m"][:3].lower()])
    days = part_of(days, match["my_p"] or "")
    return Atom(match.start(), match.end(), "span", days, "month", stated=True)


def read_month(context: Context, match: re.Match[str]) -> Atom | None:
    """A month alone; May, March, April and June need words about them that only a month has."""
    text, (start, end) = context.text, match.span()
    if match["mo_m"].isupper():
        return None
    if not (match["mo_p"] or match["mo_w"] or match["mo_y"]):
        near = max(0, start - 9)
        if not _BEFORE_MONTH.search(text, near, start):
            named = match["mo_m"] in ("May", "March", "April", "June", "August")
            if named or text[end : end + 1] not in ("'", "’"):
                return None
        elif _WEAK_BEFORE_MONTH.search(text, near, start) and re.match(r"\s+[A-Z]", text[end:]):
            return None  # "led by June Smith"
    return _bare_month(
        context, match.span(), match["mo_m"], match["mo_p"], match["mo_w"], match["mo_y"]
    )


def _bare_month(
    context: Context,
    span: tuple[int, int],
    name: str,
    part: str | None,
    which: str | None,
    of_year: str | None,
) -> Atom:
    today = context.today
    if today is None:
        return Atom(span[0], span[1], "span", None, "month")
    month = MONTHS[name[:3].lower()]
    ahead = (which or of_year or "").lower() == "next" or (
        not which and not of_year and is_ahead(context, *span)
    )
    if of_year:
        year = today.year + {"last": -1, "this": 0, "next": 1}[of_year]
    elif ahead:
        year = today.year + (month < today.month or (month == today.month and which is not None))
    else:
        past = month <= today.month if (which or "").lower() != "last" else month < today.month
        year = today.year - (not past and (which or "").lower() != "this")
    days = part_of(month_days(year, month), part or "")
    return Atom(span[0], span[1], "span", days, "month", ahead=ahead)


def read_decade(_: Context, match: re.Match[str]) -> Atom | None:
    year = int(match["de_y"])
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(
        (match["de_p"] or "").lower(), (0, 9)
    )
    days = date(year + low, 1, 1), date(year + high, 12, 31)
    start = match.start("de_p") if match["de_p"] else match.start("de_y")
    return Atom(start, match.end(), "span", days, "year", stated=True)


def _names_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year by the words about them."""
    if text.startswith((", when ", " when "), end):
        return True  # "the coast remembers 2001, when a tsunami killed 70"
    before = _BEFORE_YEAR.search(text, max(0, start - 12), start)
    if not before:
        return False
    after = _NOUN.match(text, end)
    noun = after[1].lower() if after else ""
    if before["strong"]:
        return noun not in _COUNTED or noun in ("people", "men", "women", "children")
    if before["weak"]:
        return noun not in _COUNTED
    if not noun or noun in _COUNTED:
        return False
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return not plural or noun in _HAPPENINGS


def read_years(context: Context, match: re.Match[str]) -> Atom | None:
    if not _BEFORE_YEAR.search(context.text, max(0, match.start() - 12), match.start()):
        return None
    first, tail = int(match["ys_a"]), match["ys_b"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last:
        return None
    days = date(first, 1, 1), date(last, 12, 31)
    return Atom(match.start(), match.end(), "span", days, "year", stated=True)


def read_year(context: Context, match: re.Match[str]) -> Atom | None:
    if not match["ye_p"] and not _names_year(context.text, match.start(), match.end()):
        return None
    days = part_of(year_days(int(match["ye_y"])), match["ye_p"] or "")
    return Atom(match.start(), match.end(), "span", days, "year", stated=True)
