"""Words of time: text → atoms, each one date, weekday, span of days or clock time as written.

Nothing is joined or judged here; `times` does that. The forms stand in `time_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from factcheck.quantity import month_counts
from factcheck.setting import feasts
from factcheck.setting.days import (
    DAY,
    Days,
    day_or_none,
    month_days,
    months_before,
    part_of,
    shifted,
    weekend,
    without_year,
    year_days,
)
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import MONTHS, NUMBERS, WEEKDAYS, ahead_words, scan, words
from factcheck.text.tokens import Tokens


@dataclass(slots=True, init=False, unsafe_hash=True)
class Atom:
    """A reading of one match: its (first, last) days, None where they are not to be known."""

    start: Final[int]
    end: Final[int]
    kind: Final[str]
    days: Final[Days | None]
    precision: Final[str]
    clock: Final[str | None]
    stated: Final[bool]
    ahead: Final[bool]
    counting: Final[bool]  # "on Thursday, as of 5 p.m."
    night: Final[bool]
    month_day: Final[tuple[int, int] | None]  # of a date without a year
    counted_from: Final[tuple[int, int, bool] | None]  # least and most days on, looks onward

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        days: Days | None = None,
        precision: str = "day",
        clock: str | None = None,
        stated: bool = False,
        ahead: bool = False,
        counting: bool = False,
        night: bool = False,
        month_day: tuple[int, int] | None = None,
        counted_from: tuple[int, int, bool] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.days = days
        self.precision = precision
        self.clock = clock
        self.stated = stated
        self.ahead = ahead
        self.counting = counting
        self.night = night
        self.month_day = month_day
        self.counted_from = counted_from


class Context:
    """What a reading depends on besides its own words."""

    __slots__ = ("minutes", "text", "today")

    def __init__(self, text: str, today: date | None, minutes: int | None) -> None:
        self.text = text
        self.today = today
        self.minutes = minutes  # of the clock at publication


_UNITS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}
_SLACK: Final = {"day": 0, "week": 3, "month": 15, "year": 183}  # days about "N units ago"
_SLACK_OF_A_YEAR: Final = 60  # "a year ago" is said within two months of the day
_FEW: Final = (2, 9)
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_JUST_PAST: Final = 20  # days: 04/05 is of these weeks where the other reading is of other months
_OF: Final = re.compile(r"\s+of\b")
_OF_OR_IN: Final = re.compile(r"\s+(?:of|in)\b")
_AHEAD: Final = ahead_words()
_PAST: Final = words("past")
ELAPSED: Final = "elapsed"
"""The kind of "two months on", said of a happening that was told before."""
OPENERS: Final = frozenset(("on", "early", "late", '"', "“", "in"))
_LEADING_BACK: Final = words("following")
_SENTENCE: Final = 160  # characters before a time that its sentence is looked for in

_WILL_FOLLOW: Final = re.compile(
    rf",?(?:\s+(?!(?:{'|'.join(sorted(words('saying')))})\b)[\w'’-]+){{0,5}}?\s+(?:will|won't|shall"
    r"|(?:is|are)\s+(?:expected|due|scheduled|set)\s+to|plans?\s+to|hopes?\s+to)\b"
)
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


# --- one match → an atom ------------------------------------------------------------------------


def lead(text: str, start: int) -> list[str]:
    """The words before `start` in its sentence, lower case, with their punctuation."""
    low = max(0, start - _SENTENCE)
    begin = max(text.rfind(". ", low, start), text.rfind("\n", low, start)) + 1 or low
    return text[begin:start].lower().split()


def is_ahead(context: Context, start: int, end: int) -> bool:
    """Whether the clause of a time speaks of what is still to come.

    By the words before it, or, where it opens the sentence, by those that follow."""
    before = lead(context.text, start)
    if OPENERS.issuperset(before) and _WILL_FOLLOW.match(context.text, end):
        return True
    if _AHEAD.keys().isdisjoint(before):
        return False
    following, happened = "", False
    for word in reversed(before):
        if happened and word in _LEADING_BACK:
            return False  # "will ban night buses after a collision near Kabwe on Monday"
        happened = happened or tells_happening(word)
        if word in _AHEAD and (not _AHEAD[word] or following in _AHEAD[word]):
            return True
        if word[-1] in ";:" or word in _PAST or (word.endswith("ed") and word not in _AHEAD):
            return False
        following = word
    return False


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


def _read_feast(context: Context, match: re.Match[str]) -> Atom | None:
    if context.today is None:
        return Atom(match.start(), match.end(), "date")
    year, ahead = match["fe_y"], is_ahead(context, *match.span())
    name = match["fe_w"].replace("’", "'")
    found = feasts.day_of(name, int(year) if year else None, context.today, ahead=ahead)
    return Atom(match.start(), match.end(), "date", (found, found), ahead=ahead) if found else None


def _read_quarter(context: Context, match: re.Match[str]) -> Atom | None:
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


def _read_season(context: Context, match: re.Match[str]) -> Atom | None:
    if _OF_OR_IN.match(context.text, match.end()):  # "this fall in prices"
        return None
    if context.today is None:
        return Atom(match.start(), match.end(), "span", None, "month")
    which = match["se_w"].lower()
    days = feasts.season(match["se_n"], which, context.today)
    ahead = which == "this" and is_ahead(context, *match.span())
    return Atom(match.start(), match.end(), "span", days, "month", ahead=ahead)


def _read_outset(context: Context, match: re.Match[str]) -> Atom | None:
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


def _read_iso(_: Context, match: re.Match[str]) -> Atom | None:
    day = day_or_none(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if day is None:
        return None
    return Atom(match.start(), match.end(), "date", (day, day), clock=match["iso_c"], stated=True)


def _read_numeric(context: Context, match: re.Match[str]) -> Atom | None:
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


def _read_dayfirst(context: Context, match: re.Match[str]) -> Atom | None:
    return _calendar(context, match, match["df_m"], (match["df_a"], match["df_b"]), match["df_y"])


def _read_monthfirst(context: Context, match: re.Match[str]) -> Atom | None:
    if not match["mf_y"] and month_counts.is_count(
        context.text, match.start("mf_m"), match.end("mf_a")
    ):
        month = match["mf_m"]  # "In May 12 people died"
        end = match.start("mf_m") + len(month)
        return _bare_month(context, (match.start(), end), month, None, None, None)
    return _calendar(context, match, match["mf_m"], (match["mf_a"], match["mf_b"]), match["mf_y"])


def _read_monthyear(_: Context, match: re.Match[str]) -> Atom | None:
    days = month_days(int(match["my_y"]), MONTHS[match["my_m"][:3].lower()])
    days = part_of(days, match["my_p"] or "")
    return Atom(match.start(), match.end(), "span", days, "month", stated=True)


def _read_month(context: Context, match: re.Match[str]) -> Atom | None:
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


def _read_weekday(context: Context, match: re.Match[str]) -> Atom | None:
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


def _read_decade(_: Context, match: re.Match[str]) -> Atom | None:
    year = int(match["de_y"])
    low, high = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(
        (match["de_p"] or "").lower(), (0, 9)
    )
    days = date(year + low, 1, 1), date(year + high, 12, 31)
    start = match.start("de_p") if match["de_p"] else match.start("de_y")
    return Atom(start, match.end(), "span", days, "year", stated=True)


def _names_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year by the words about them."""
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


def _read_years(context: Context, match: re.Match[str]) -> Atom | None:
    if not _BEFORE_YEAR.search(context.text, max(0, match.start() - 12), match.start()):
        return None
    first, tail = int(match["ys_a"]), match["ys_b"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last:
        return None
    days = date(first, 1, 1), date(last, 12, 31)
    return Atom(match.start(), match.end(), "span", days, "year", stated=True)


def _read_year(context: Context, match: re.Match[str]) -> Atom | None:
    if not match["ye_p"] and not _names_year(context.text, match.start(), match.end()):
        return None
    days = part_of(year_days(int(match["ye_y"])), match["ye_p"] or "")
    return Atom(match.start(), match.end(), "span", days, "year", stated=True)


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


def _read_ago(context: Context, match: re.Match[str]) -> Atom | None:
    low, high = _number(match["ag_n"])
    unit, way = match["ag_u"], match["ag_d"]
    today = context.today
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
    "iso": _read_iso,
    "numeric": _read_numeric,
    "dayfirst": _read_dayfirst,
    "monthfirst": _read_monthfirst,
    "monthyear": _read_monthyear,
    "month": _read_month,
    "weekday": _read_weekday,
    "decade": _read_decade,
    "years": _read_years,
    "year": _read_year,
    "clock": _read_clock,
    "ago": _read_ago,
    "past": _read_past,
    "day": _read_day,
    "quarter": _read_quarter,
    "season": _read_season,
    "outset": _read_outset,
    "span": _read_span,
    "weekend": _read_weekend,
    "now": _read_now,
    "adverb": _read_adverb,
    "feast": _read_feast,
}


def atoms(context: Context, tokens: Tokens) -> list[Atom]:
    """Every time word of the text, in order, none overlapping."""
    found = []
    for match in scan(tokens):
        kind = match.lastgroup
        if kind is not None and (atom := _READERS[kind](context, match)):
            found.append(atom)
    return found
