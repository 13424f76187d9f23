"""How long ago a happening was, told by who looks back on it: "ten years since a fire killed 72",
"on the second anniversary of the quake"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claims_db.moments import parse_or_none
from factcheck.setting.days import months_before, shifted
from factcheck.setting.time_atoms import Atom, Context
from factcheck.setting.time_forms import ORDINALS
from factcheck.setting.time_joins import names_past
from factcheck.setting.time_roles import TimeMention

ANNIVERSARY: Final = "anniversary"
"""The kind of an atom that waits for the day it is counted back from."""

# "Friday marks ten years since", "on Saturday, eight years to the day since": counted from it.
_FROM_DAY: Final = re.compile(r"(?:\s+(?:will\s+)?marks?\s+(?:the\s+)?|,?\s+)$")
# "In the two years since the quake" is the time from then on.
_FROM_THEN_ON: Final = re.compile(r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin)\s+(?:the\s+)?$")
_WEEK, _HALF_WEEK = 7, 3  # days
_BEFORE: Final = 16  # characters
_MONTHS: Final = {"month": 1, "year": 12}
_NEAR: Final = {"week": 3, "month": 7, "year": 31}
"""Days about an anniversary in which it is told of: assumed, no source gives them."""


def names_past_day(mention: TimeMention) -> bool:
    """Whether a time is counted back to what is told behind it: "ten years since the quake"."""
    if mention.text.endswith("after"):
        return mention.window is not None and mention.window.precision in _MONTHS
    return mention.text.endswith(("since", "anniversary of", " on"))


def read_since(context: Context, match: re.Match[str], count: int) -> Atom | None:
    """ "Ten years since a fire killed 72"; None for the time from then on, and where nothing that
    happened is named behind it."""
    start, end = match.span()
    if _FROM_THEN_ON.search(context.text, max(0, start - _BEFORE), start) is not None:
        return None
    unit = match["ag_u"]
    if unit in ("hour", "night") or not names_past(context.text, end):
        return None
    return _atom(start, end, unit, count, exact=bool(match["ag_t"]) or unit == "day")


def read_anniversary(_: Context, match: re.Match[str]) -> Atom:
    """ "On the second anniversary of the fire"."""
    word = match["an_o"]
    count = ORDINALS[word.lower()] if word else int(match["an_n"])
    return _atom(match.start(), match.end(), "year", count, exact=False)


def _atom(start: int, end: int, unit: str, count: int, *, exact: bool) -> Atom:
    return Atom(start, end, ANNIVERSARY, None, unit, counted_from=(count, count, exact))


def _nearest(day: date, today: date | None, mention: TimeMention) -> date:
    """The weekday that is nearest to publication: "Thursday marks" may be that of tomorrow."""
    if mention.stated or today is None or (today - day).days <= _HALF_WEEK:
        return day
    return shifted(day, _WEEK) if (today - day).days < _WEEK else day


def anchored(context: Context, atom: Atom, told: Sequence[TimeMention]) -> Atom:
    """The atom with its days: to the day where a day named right before it is the anniversary."""
    assert atom.counted_from is not None
    count, _, exact = atom.counted_from
    unit, day = atom.precision, context.today
    last = told[-1] if told else None
    if last is not None and last.window is not None and last.window.precision == "day":
        moment = parse_or_none(last.window.start)
        gap = context.text[last.end : atom.start]
        if moment is not None and (exact or _FROM_DAY.fullmatch(gap)):
            day, exact = _nearest(moment.day, day, last), True
    if day is None:
        return replace(atom, kind="relative", counted_from=None)
    if unit in _MONTHS:
        then = months_before(day, count * _MONTHS[unit])
    else:
        then = shifted(day, -count * (7 if unit == "week" else 1))
    near = 0 if exact else _NEAR.get(unit, 0)
    days = shifted(then, -near), min(shifted(then, near), day)
    precision = "day" if exact else unit
    return replace(atom, kind="relative", days=days, precision=precision, counted_from=None)
