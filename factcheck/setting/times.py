"""Time mentions in news text, anchored on the day of publication.

text → atoms (a date, a weekday, "yesterday", a clock time) → neighbours joined ("8 p.m. on
April 24", "from Tuesday to Thursday") → roles. What the windows mean:

- A weekday is the most recent one up to the day of publication; so is a date without a year,
  which may lie at most three days ahead, for stories filed across the date line.
- "overnight" and "last night" run from the day before publication to the day itself.
- "the night of 23 April" and "Thursday night" run into the next day.
- "last week" is Monday to Sunday; "this week", "this month", "this year" end at publication.
- "three weeks ago" is a window as wide as the words are loose: 3 days about it for weeks, 15 for
  months, 183 for years; days are exact.
- "a day earlier", "the following day" count from the event mentioned before them; "two months on"
  is said of it, where it lies as long ago.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from claims_db.moments import parse_or_none
from claims_db.records import Window
from factcheck.setting import time_joins
from factcheck.setting.anniversaries import ANNIVERSARY, anchored
from factcheck.setting.days import month_days
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_atoms import Atom, Context
from factcheck.setting.time_roles import (
    TimeMention,
    in_role,
    mention_of,
    whole_span,
)
from factcheck.setting.time_words import ELAPSED, atoms
from factcheck.text import datelines
from factcheck.text.tokens import Tokens

_YEARS: Final = range(1000, 8000)  # of publication: all counting from it stays in the calendar
_BREAK: Final = 25  # a comma between a figure and a time weighs as many characters
_RELATIVE: Final = 10  # so does a relative day against a calendar date
# Between a time and a figure: "two died on Saturday and four on Tuesday".
_JOINED: Final = re.compile(r"\b(?:and|while|but)\b")
# "since 1994, when 85 died"; "in May 2010, in which …".
_WHEN: Final = re.compile(r",?\s+(?:when|in\s+which|during\s+which)\b")
_CLOSES: Final = re.compile(r"\s*(?:[,.;)]|$)")
_SINCE: Final = re.compile(r"\b[Ss]ince\s+(?:\w+\s+)?$")
# "since the Izmit quake of 1999"
_SINCE_THE: Final = re.compile(
    r"\b[Ss]ince\s+(?:the|an?|its|their)\s+((?:[\w'’-]+\s+){1,4})(?:on|of|in)\s+$"
)
_LONG_PHRASE: Final = 60  # characters
_CLAUSE_END: Final = re.compile(r"[;:.](?!\d)")


def find(
    text: str,
    published: str | None,
    *,
    offset: int = 0,
    previous: Window | None = None,
    document: Window | None = None,
    tokens: Tokens | None = None,
) -> list[TimeMention]:
    """The time mentions of a text, in order; `offset` is added to their places.

    `published` is an ISO date or time; without it, or where it names no single day, only
    absolute dates have windows. `previous` is the last event window before this text, for
    "the following day"; `document` that of the whole document, for "a week on". `tokens` are the
    text's, where they are known.
    """
    joined = _written(tokens or Tokens(text), published)
    if not joined:
        return []
    today, minutes = _publication(published)
    context = Context(text, today, minutes)
    found: list[TimeMention] = []
    base = False
    elapsed: int | None = None
    for index, atom in enumerate(joined):
        is_base, base = base, False
        if atom.kind == ANNIVERSARY:
            atom = anchored(context, atom, found)
        elif atom.counted_from:
            onward = joined[index + 1 : index + 2]
            back = time_joins.counted_back(context, atom, found, onward)
            base = back is None and time_joins.counts_onward(context, atom, onward)
            atom = back or time_joins.counted(context, atom, previous, onward)
        elif atom.kind == ELAPSED:
            elapsed = len(found)
            atom = time_joins.elapsed(atom, previous or document)
        mention = mention_of(context, atom, offset)
        if is_base and mention.role == "event" and _CLOSES.match(text, atom.end):
            mention = in_role(mention, "duration_anchor")
        whole = whole_span(context, atom, mention)
        if whole is not None:
            found.append(whole)
            mention = in_role(mention, "as_of")
        found.append(mention)
        if mention.role == "event" and mention.window:
            previous = mention.window
    if elapsed is not None and any(
        m.role == "event" and m.window and at != elapsed for at, m in enumerate(found)
    ):
        found[elapsed] = in_role(found[elapsed], "duration_anchor")  # "Ten years on, … in 1994"
    return found


@lru_cache(maxsize=16)  # the lead of a document is read twice
def _written(tokens: Tokens, published: str | None) -> list[Atom]:
    """The times as written, neighbours joined; read-only."""
    today, minutes = _publication(published)
    context = Context(tokens.text, today, minutes)
    written = time_joins.joined(context, atoms(context, tokens))
    if written and written[0].kind == "date" and datelines.holds_day(tokens.text, written[0].start):
        return written[1:]  # the day of writing
    return written


def anchor(
    mentions: Sequence[TimeMention],
    at: int,
    default: Window | None,
    *,
    text: str = "",
    offset: int = 0,
) -> tuple[Window | None, str | None]:
    """For a figure at `at`: the window of its happening and the as-of date or time it holds at.

    `mentions` are those of the figure's sentence, with `at` counted as they are. The nearest
    event mention wins, a calendar date before a relative day; with the sentence's `text`
    (beginning at `offset`) each comma or semicolon between counts as distance.
    """

    if not mentions:
        return default, None

    event = _nearest([m for m in mentions if m.role == "event" and m.window], at, text, offset)
    window = _of_what_was(event, at, text, offset) if event is not None else default
    as_of = _nearest([m for m in mentions if m.role == "as_of" and m.window], at, text, offset)
    if as_of is None or as_of.window is None:
        return window, None
    return window, as_of.window.end + (f"T{as_of.clock}" if as_of.clock else "")


def _nearest(mentions: list[TimeMention], at: int, text: str, offset: int) -> TimeMention | None:
    """The mention that costs least to reach from a figure at `at`, the first at a tie."""
    if len(mentions) < 2:
        return mentions[0] if mentions else None
    best, least = mentions[0], _cost(mentions[0], at, text, offset)
    for mention in mentions[1:]:
        cost = _cost(mention, at, text, offset)
        if cost < least:
            best, least = mention, cost
    return best


def _cost(mention: TimeMention, at: int, text: str, offset: int) -> int:
    """How far a time is from a figure, in characters; marks between and days without a date weigh
    some more."""
    low, high = (mention.end, at) if mention.end <= at else (at, mention.start)
    between = text[max(0, low - offset) : max(0, high - offset)]
    breaks = between.count(",")
    for mark in ";:—–(":
        breaks += 3 * between.count(mark)
    if mention.end <= at and _JOINED.search(between) is not None:
        breaks += 1
    return high - low + _BREAK * breaks + (0 if mention.stated else _RELATIVE)


def _of_what_was(mention: TimeMention, at: int, text: str, offset: int) -> Window | None:
    """The window of a figure at `at`: of one behind "since the quake of 1999, which killed" that of
    the quake, of one before it all the time since."""
    window = mention.window
    if window is None or mention.end > at or window.start[:10] == window.end[:10]:
        return window
    before = mention.start - offset
    if before < 0 or text[mention.end - offset :][:1] != ",":
        return window
    return _begin(window) if _is_since_happening(text, before) else window


def _is_since_happening(text: str, end: int) -> bool:
    """Whether a time is told as that of a happening since which time went by."""
    named = _SINCE_THE.search(text, max(0, end - _LONG_PHRASE), end)
    return named is not None and any(map(tells_happening, named.group(1).lower().split()))


def told_when(mentions: Sequence[TimeMention], at: int, text: str) -> Window | None:
    """The window of a figure at `at` that a relative clause tells of another time: "the deadliest
    since 1994, when 85 died"; None without such a clause."""
    for mention in mentions:
        if mention.end > at or mention.window is None or mention.role == "as_of":
            continue
        if any(m.role == "event" and mention.end < m.start < at and m.window for m in mentions):
            continue  # "on Tuesday when a bus fell, days after a crash on Saturday killed 11"
        if (
            _WHEN.match(text, mention.end, at)
            and _CLAUSE_END.search(text, mention.end + 1, at) is None
        ):
            return (
                _begin(mention.window)
                if _SINCE.search(text, max(0, mention.start - time_joins.PHRASE), mention.start)
                or _is_since_happening(text, mention.start)
                else mention.window
            )
    return None


def _begin(window: Window) -> Window:
    """The day, month or year that a window reaching from it to today begins with."""
    first = parse_or_none(window.start)
    if first is None or window.precision not in ("year", "month", "day"):
        return window
    day = first.day
    if window.precision == "year":
        last = day.replace(month=12, day=31)
    elif window.precision == "month":
        last = month_days(day.year, day.month)[1]
    else:
        last = day
    return replace(window, end=last.isoformat())


@lru_cache(maxsize=4096)
def _publication(published: str | None) -> tuple[date | None, int | None]:
    """The day of publication and the minutes of its clock."""
    moment = parse_or_none(published)
    if moment is None or moment.precision in ("month", "year") or moment.day.year not in _YEARS:
        return None, None
    if moment.precision == "day":
        return moment.day, None
    local = moment.start + moment.offset
    return moment.day, local.hour * 60 + local.minute
