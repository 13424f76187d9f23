"""Words of time: text → atoms, each one date, weekday, span of days or clock time as written.

Nothing is joined or judged here; `times` does that. The forms stand in `time_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from factcheck.setting.anniversaries import read_anniversary, read_since
from factcheck.setting.calendar_words import (
    read_dayfirst,
    read_decade,
    read_feast,
    read_iso,
    read_month,
    read_monthfirst,
    read_monthyear,
    read_numeric,
    read_outset,
    read_quarter,
    read_season,
    read_year,
    read_years,
)
from factcheck.setting.days import (
    DAY,
    month_days,
    months_before,
    part_of,
    shifted,
    weekend,
    year_days,
)
from factcheck.setting.time_atoms import Atom, Context, is_ahead
from factcheck.setting.time_forms import NUMBERS, WEEKDAYS, scan
from factcheck.text.tokens import Tokens

_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_SLACK: Final = {"day": 0, "week": 3, "month": 15, "year": 183}  # days about "N units ago"
_SLACK_OF_A_YEAR: Final = 60  # "a year ago" is said within two months of the day
_FEW: Final = (2, 9)
ELAPSED: Final = "elapsed"
"""The kind of "two months on", said of a happening that was told before."""


def _read_weekday(context: Context, match: re.Match[str]) -> Atom | None:
    if context.text[max(0, match.start() - 5) : match.start()].lower() == "that ":
        return None  # the day of what was told before
    night = bool(match["night"])
    today = context.today
    if today is None:
        return Atom(match.start(), match.end(), "weekday", night=night)
    index = WEEKDAYS[match["wd_d"][:3].lower()]
    which, week = (match["wd_w"] or "").lower(), match["wd_k"]
    onward = (index - today.weekday()) % 7
    back = (today.weekday() - index) % 7
    ahead = False
    if week:
        step = {"last": -7, "this": 0, "next": 7}[week]
        day = today + timedelta(days=index - today.weekday() + step)
        ahead = week == "next"
    elif which in ("next", "coming"):
        day, ahead = today + timedelta(days=onward or 7), True
    elif which in ("last", "past"):
        day = today - timedelta(days=back or 7)
    elif which == "this":
        day, ahead = today + timedelta(days=onward), onward > 0
    elif context.text[match.end() : match.end() + 1] not in ("'", "’") and is_ahead(
        context, *match.span()
    ):
        day, ahead = today + timedelta(days=onward), True
    else:
        day = today - timedelta(days=back)
    return Atom(match.start(), match.end(), "weekday", (day, day), ahead=ahead, night=night)


def _read_clock(_: Context, match: re.Match[str]) -> Atom | None:
    if match["cl_w"]:
        clock = "00:00" if match["cl_w"] == "midnight" else "12:00"
    elif match["cl_4"]:
        clock = f"{match['cl_4'][:2]}:{match['cl_4'][2:]}"
    elif match["cl_ap"]:
        hour = int(match["cl_h"])
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["cl_ap"] == "p" else 0)
        clock = f"{hour:02}:{match['cl_m'] or '00'}"
    else:
        clock = f"{int(match['cl_H']):02}:{match['cl_M']}"
    if clock >= "24:00":
        clock = "00:00"
    return Atom(match.start(), match.end(), "clock", clock=clock)


def _number(word: str) -> tuple[int, int]:
    if word.isdigit():
        return int(word), int(word)
    word = word.lower()
    return _FEW if word not in NUMBERS else (NUMBERS[word], NUMBERS[word])


_ON_FROM: Final = re.compile(r"\s+(?:from|since|after)\b")  # "a year on from the flood"


def _read_ago(context: Context, match: re.Match[str]) -> Atom | None:
    low, high = _number(match["ag_n"])
    unit, way = match["ag_u"], match["ag_d"]
    today = context.today
    if way.endswith("since"):
        return read_since(context, match, high) if low == high else None
    if way == "on" and low == high and _ON_FROM.match(context.text, match.end()) is not None:
        looked_back = read_since(context, match, high)
        if looked_back is not None:
            return looked_back
    kind = ELAPSED if way == "on" else "relative"
    way = "ago" if way == "on" else way
    if unit == "hour":
        if way != "ago" or today is None:
            return Atom(match.start(), match.end(), "relative") if way == "ago" else None
        days = shifted(today, -1 - high // 24), today
        return Atom(match.start(), match.end(), "relative", days)
    if unit == "night":
        if way != "ago" or today is None:
            return Atom(match.start(), match.end(), "relative") if way == "ago" else None
        nights = shifted(today, -high), shifted(today, 1 - low)
        return Atom(match.start(), match.end(), "relative", nights)
    size, slack = _UNITS[unit], _SLACK[unit]
    if match["ag_x"]:
        if way != "ago" or today is None or low != high:
            return None
        months = {"month": 1, "year": 12}.get(unit, 0) * low
        day = months_before(today, months) if months else shifted(today, -low * size)
        return Atom(match.start(), match.end(), "relative", (day, day))
    if unit == "year" and high == 1:
        slack = _SLACK_OF_A_YEAR
    least, most = low * size - slack, high * size + slack
    if way in ("later", "after", "afterwards"):
        counted = least, most, way == "after"
        return Atom(match.start(), match.end(), "relative", None, unit, counted_from=counted)
    if way != "ago":
        counted = -most, -least, way == "before"
        return Atom(match.start(), match.end(), "relative", None, unit, counted_from=counted)
    if today is None:
        return Atom(match.start(), match.end(), kind, None, unit)
    if unit in ("month", "year") and low == high:
        months = low * (12 if unit == "year" else 1)
        middle = months_before(today, months)
        days = shifted(middle, -slack), min(shifted(middle, slack), today)
    else:
        days = shifted(today, -most), min(shifted(today, -least), today)
    return Atom(match.start(), match.end(), kind, days, unit)


def _read_past(context: Context, match: re.Match[str]) -> Atom | None:
    _, high = _number(match["pa_n"])
    unit = match["pa_u"]
    if context.today is None:
        return Atom(match.start(), match.end(), "span", None, "day" if unit == "hour" else unit)
    if unit == "hour":
        days = shifted(context.today, -((high + 23) // 24))
    elif unit in ("month", "year"):
        days = months_before(context.today, high * (12 if unit == "year" else 1))
    else:
        days = shifted(context.today, -high * _UNITS[unit])
    precision = "day" if unit == "hour" else unit
    return Atom(match.start(), match.end(), "span", (days, context.today), precision)


def _read_day(_: Context, match: re.Match[str]) -> Atom | None:
    word = match["dy_w"] or match["dy_d"] or "same"
    step = {"following": 1, "next": 1, "after": 1, "previous": -1, "before": -1}.get(word, 0)
    onward = bool(match["dy_d"])
    return Atom(match.start(), match.end(), "relative", counted_from=(step, step, onward))


def _read_span(context: Context, match: re.Match[str]) -> Atom | None:
    which, unit, today = match["sp_w"].lower(), match["sp_u"], context.today
    precision = {"weekend": "day", "decade": "year"}.get(unit, unit)
    ahead = which in ("next", "coming")
    if today is None:
        return Atom(match.start(), match.end(), "span", None, precision, ahead=ahead)
    if which == "past" and unit != "weekend":
        size = {"week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
        return Atom(match.start(), match.end(), "span", (shifted(today, -size), today), precision)
    step = 1 if ahead else 0 if which in ("this", "current") else -1
    if unit == "weekend":
        return Atom(match.start(), match.end(), "span", weekend(today, step), ahead=ahead)
    if unit == "week":
        monday = today + timedelta(days=7 * step - today.weekday())
        days = monday, monday + 6 * DAY
    elif unit == "month":
        index = today.year * 12 + today.month - 1 + step
        days = month_days(index // 12, index % 12 + 1)
    elif unit == "year":
        days = year_days(today.year + step)
    else:
        first = today.year // 10 * 10 + 10 * step
        days = date(first, 1, 1), date(first + 9, 12, 31)
    if match["sp_p"] and unit in ("month", "year"):
        days = part_of(days, match["sp_p"])
    if step == 0:
        days = min(days[0], today), min(days[1], today) if match["sp_p"] else today
    return Atom(match.start(), match.end(), "span", days, precision, ahead=ahead)


def _read_weekend(context: Context, match: re.Match[str]) -> Atom | None:
    if context.today is None:
        return Atom(match.start(), match.end(), "span")
    ahead = is_ahead(context, match.start(), match.end())
    return Atom(match.start(), match.end(), "span", weekend(context.today, int(ahead)), ahead=ahead)


def _read_now(context: Context, match: re.Match[str]) -> Atom | None:
    days = (context.today, context.today) if context.today else None
    return Atom(match.start(), match.end(), "now", days)


def _read_adverb(context: Context, match: re.Match[str]) -> Atom | None:
    word, today = match[0].lower(), context.today
    ahead = word == "tomorrow"
    night = word in ("overnight", "last night") or word.endswith("last night")
    kind = "overnight" if word == "overnight" else "relative"
    if today is None:
        return Atom(match.start(), match.end(), kind, ahead=ahead)
    first = today
    if night or word.startswith("yesterday"):
        first = shifted(today, -1)
    elif ahead:
        first = today + DAY
    last = today if night else first
    return Atom(match.start(), match.end(), kind, (first, last), ahead=ahead)


_READERS: Final[dict[str, Callable[[Context, re.Match[str]], Atom | None]]] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "dayfirst": read_dayfirst,
    "monthfirst": read_monthfirst,
    "monthyear": read_monthyear,
    "month": read_month,
    "weekday": _read_weekday,
    "decade": read_decade,
    "years": read_years,
    "year": read_year,
    "clock": _read_clock,
    "ago": _read_ago,
    "anniversary": read_anniversary,
    "past": _read_past,
    "day": _read_day,
    "quarter": read_quarter,
    "season": read_season,
    "outset": read_outset,
    "span": _read_span,
    "weekend": _read_weekend,
    "now": _read_now,
    "adverb": _read_adverb,
    "feast": read_feast,
}


def atoms(context: Context, tokens: Tokens) -> list[Atom]:
    """Every time word of the text, in order, none overlapping."""
    found = []
    for match in scan(tokens):
        kind = match.lastgroup
        if kind is not None and (atom := _READERS[kind](context, match)):
            found.append(atom)
    return found
