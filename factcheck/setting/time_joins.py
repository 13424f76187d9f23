"""Atoms of a text beside each other → one time: a day and its clock, a span, days counted on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims_db.moments import parse_or_none
from claims_db.records import Window
from factcheck.setting.days import DAY, Days, day_or_none, months_before, shifted
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_atoms import Atom, Context
from factcheck.setting.time_forms import words
from factcheck.setting.time_roles import (
    APOSTROPHES,
    SAYING,
    TimeMention,
)

_REACH: Final = 24  # characters between two atoms that may be one time
PHRASE: Final = 30  # characters between "two days after" and the day it counts from
_DAYS: Final = ("date", "weekday", "relative", "overnight")
_HARM: Final = words("harm")
# "two days after an avalanche", "a year after 159 people died in the crush".
_NAMED_AFTER: Final = re.compile(r"(?:\s+[A-Za-z\d](?:[\w'’-]|,(?=\d))*){1,7}")
_NEXT_CLAUSE: Final = re.compile(r"[,;]\s+\w+\s+\w")  # but not "the fire, on Friday"
_AGO_GAP: Final = re.compile(r"\s+(?:on\s+)?$")
_IN_YEARS: Final = re.compile(r"\b(?:[Ii]n|[Dd]uring)\s+(?:both\s+)?$")
# "on Wednesday (0240 GMT Thursday)": the same moment by another clock.
_OTHER_CLOCK: Final = re.compile(
    r"\s\((?=\d)[^()]{0,12}\b(?:GMT|UTC|BST|[A-Z]{2,4}T)\b[^()]{0,14}\)"
)
_OF_GAP: Final = re.compile(r"\s+(?:of\s+)?$")
_ON_GAP: Final = re.compile(r",?\s+on\s+$")
_RANGE_GAP: Final = re.compile(r"\s*(?:[-–—]|to|until|till|through|into)\s*(?:the\s+)?$")
_AND_GAP: Final = re.compile(r"\s+and\s+$")
_BETWEEN: Final = re.compile(r"\b[Bb]etween\s+$")
_CLOCK_GAP: Final = re.compile(r"\)?,?\s*(?:on|of|at|around|about|by|as\s+of)?\s*\(?$")
# A letter leads, as `re` passes over others at once.
_ELAPSED: Final = re.compile(r"[dwmy](?<!\w.)(?:(?<=d)ay|(?<=w)eek|(?<=m)onth|(?<=y)ear)s?\s+on\b")
_NIGHT_GAP: Final = re.compile(r"\s+(?:(?:on|into|to|from)\s+)?$")


def joined(context: Context, found: list[Atom]) -> list[Atom]:
    if len(found) < 2:
        return found
    joined: list[Atom] = []
    for atom in found:
        if joined and context.text.startswith(" (", joined[-1].end):
            aside = _OTHER_CLOCK.match(context.text, joined[-1].end)
            if aside and atom.start < aside.end():
                continue
        if joined and atom.start - joined[-1].end <= _REACH:
            gap = context.text[joined[-1].end : atom.start]
            if both := _join(context, joined[-1], atom, gap):
                joined[-1] = both
                continue
        joined.append(atom)
    return joined


def _join(context: Context, first: Atom, second: Atom, gap: str) -> Atom | None:
    """One atom of two neighbours, or None where they are two times."""
    if (first.kind == "clock") != (second.kind == "clock"):
        clock, day = (first, second) if first.kind == "clock" else (second, first)
        single = day.kind in _DAYS and (day.days is None or day.days[0] == day.days[1])
        if not single or day.clock or not _CLOCK_GAP.match(gap):
            return None
        counting = "by" in gap or "as" in gap
        return replace(day, start=first.start, end=second.end, clock=clock.clock, counting=counting)
    if first.month_day and second.kind == "date" and not second.month_day and second.days:
        first = _in_year(first, second.days[0].year)
    if first.days is None or second.days is None:
        return None
    if first.month_day and _is_one_year(second) and _OF_GAP.match(gap):
        day = _in_year(first, second.days[0].year)
        return replace(day, end=second.end, month_day=None)
    if second.month_day and _is_one_year(first) and _ON_GAP.match(gap):
        day = _in_year(second, first.days[0].year)
        return replace(day, start=first.start, month_day=None)
    if first.kind == "overnight" and second.kind in ("date", "weekday"):
        return _overnight(first, second, gap) if _NIGHT_GAP.match(gap) else None
    if second.kind == "overnight" and first.kind in ("date", "weekday") and not gap.strip():
        return replace(first, end=second.end, days=(first.days[0], first.days[1] + DAY))
    if first.kind == "weekday" and second.kind == "date" and not gap.strip(", ("):
        return replace(second, start=first.start, night=first.night)
    if first.kind == "relative" and second.kind == "weekday" and _AGO_GAP.match(gap):
        return _weekday_ago(context, first, second)
    near = max(0, first.start - 9)
    dashed = _RANGE_GAP.match(gap) is not None or (
        _AND_GAP.match(gap) is not None
        and _BETWEEN.search(context.text, near, first.start) is not None
    )
    dashed = dashed or (first.kind == "span" and _are_years(context, first, second, gap))
    if not dashed or first.kind != second.kind or first.kind not in ("date", "weekday", "span"):
        return None
    if second.days[0] < first.days[1] or context.text[second.end : second.end + 1] in APOSTROPHES:
        return None
    begin = first.days[0]
    if (
        context.text[first.start : first.start + 4].lower() == "over"
    ):  # "overnight Sunday to Monday"
        begin = max(begin, second.days[0] - DAY)
    return replace(first, end=second.end, days=(begin, second.days[1]), night=False)


def _are_years(context: Context, first: Atom, second: Atom, gap: str) -> bool:
    """Whether two times are years on end told as one: "in 2019 and 2020"."""
    if first.precision != "year" or second.precision != "year" or not first.days:
        return False
    if not second.days or first.days[1] + DAY != second.days[0] or not _AND_GAP.match(gap):
        return False
    return _IN_YEARS.search(context.text, max(0, first.start - 12), first.start) is not None


def _weekday_ago(context: Context, ago: Atom, weekday: Atom) -> Atom | None:
    """The day of "a week ago Tuesday", "a year ago on Monday": as long before the latest one."""
    if context.today is None or ago.days is None or weekday.days is None or weekday.ahead:
        return None
    if ago.precision not in ("week", "month", "year") or not context.text.startswith(
        "ago", ago.end - len("ago")
    ):
        return None
    middle = shifted(ago.days[0], (ago.days[1] - ago.days[0]).days // 2)
    back = (context.today - middle).days
    latest = weekday.days[0]
    if ago.precision == "week":
        day = shifted(latest, -7 * round(back / 7))
    else:
        day = months_before(latest, round(back / 365.25 * 12))
    return replace(weekday, start=ago.start, days=(day, day))


def _is_one_year(atom: Atom) -> bool:
    """Whether it is a whole calendar year: "last year"."""
    if atom.days is None or atom.precision != "year":
        return False
    first, last = atom.days
    return first.year == last.year and (first.month, first.day) == (1, 1)


def _in_year(atom: Atom, year: int) -> Atom:
    """A date whose year stands with the date after it: "30 April to 2 May 2024"."""
    assert atom.month_day is not None
    day = day_or_none(year, *atom.month_day)
    return replace(atom, days=(day, day)) if day else atom


def _overnight(first: Atom, second: Atom, gap: str) -> Atom:
    """ "Overnight into Thursday" began on Wednesday; "overnight from Thursday" ends on Friday."""
    assert second.days is not None
    low, high = second.days
    if low == high:
        low, high = (low, high + DAY) if "from" in gap else (low - DAY, high)
    return replace(second, start=first.start, days=(low, high), night=False)


def counted(
    context: Context, atom: Atom, previous: Window | None, following: Sequence[Atom]
) -> Atom:
    """The days of "two days after", counted from the time it names next, else the one before."""
    assert atom.counted_from is not None
    least, most, onward = atom.counted_from
    base: Days | None = None
    if onward and counts_onward(context, atom, following):
        base = following[0].days
    if base is None and previous:
        first_seen, last_seen = parse_or_none(previous.start), parse_or_none(previous.end)
        if first_seen and last_seen:
            base = first_seen.day, last_seen.last_day
    if base is None and context.today and most <= 0 and not (least == most == 0):
        base = context.today, context.today
    if base is None:
        return atom
    first = shifted(base[0], least)
    last = shifted(base[1], most)
    if context.today and first > context.today + DAY and atom.precision != "day":
        return atom  # "eight months after" something told elsewhere
    return replace(atom, days=(first, max(first, last)))


def tells_elapsed(text: str) -> bool:
    """Whether a sentence may tell how long ago something told before was: "two months on"."""
    return _ELAPSED.search(text) is not None


def elapsed(atom: Atom, previous: Window | None) -> Atom:
    """ "Two months on": the time told before, where it lies as long ago, else so long ago."""
    first = parse_or_none(previous.start) if previous else None
    last = parse_or_none(previous.end) if previous else None
    if previous is None or first is None or last is None or atom.days is None:
        return replace(atom, kind="relative")
    if first.day > atom.days[1] or last.last_day < atom.days[0]:
        return replace(atom, kind="relative")
    days = first.day, last.last_day
    return replace(atom, kind="relative", days=days, precision=previous.precision)


def counts_onward(context: Context, atom: Atom, following: Sequence[Atom]) -> bool:
    """Whether "two days after" counts from the time that it names next."""
    if not following or atom.counted_from is None or not atom.counted_from[2]:
        return False
    gap = context.text[atom.end : following[0].start]
    return len(gap) <= PHRASE and not re.search(r"[.,;]", gap)


def counted_back(
    context: Context, atom: Atom, told: Sequence[TimeMention], following: Sequence[Atom]
) -> Atom | None:
    """The days of the happening that "two days after an avalanche" names, counted back from the
    day told before it, else from publication; None where it names none, or a date."""
    assert atom.counted_from is not None
    least, most, onward = atom.counted_from
    if not onward or most <= 0 or atom.precision == "hour":
        return None
    named = _NAMED_AFTER.match(context.text, atom.end)
    if named is None or not _tells_past(named.group().lower().split()):
        return None
    if following and following[0].start < named.end() + _REACH and following[0].days:
        between = context.text[atom.end : following[0].start]
        if _NEXT_CLAUSE.search(between) is None:  # the day of the happening itself
            return None
    before = [
        m.window for m in told if m.window and m.role == "event" and m.window.precision == "day"
    ]
    day = parse_or_none(before[-1].start) if before else None
    today = day.day if day else context.today
    if today is None:
        return None
    return replace(atom, days=(shifted(today, -most), shifted(today, -least)))


def names_past(text: str, at: int) -> bool:
    """Whether the words behind an offset name a happening or a harm: "since a fire killed 72"."""
    named = _NAMED_AFTER.match(text, at)
    return named is not None and _tells_past(named.group().lower().split())


def _tells_past(words_after: Sequence[str]) -> bool:
    """Whether the words behind "two days after" name a happening or a harm, and no statement."""
    for word in words_after:
        if word in SAYING:
            return False
        if word in _HARM or tells_happening(word):
            return True
    return False
