"""Times that belong to one figure of a sentence alone: "6.4 percent, down from 8.1 in 2020"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from factcheck.quantity.changes import TELLING
from factcheck.rules.counting import Counted
from factcheck.setting.time_roles import TimeMention
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_COMPARING: Final = words("owned_times.comparing")
_COMPARING_MARK: Final = mark_of(_COMPARING)
_REVISED: Final = words("owned_times.revised")
_VERB_REACH: Final = 14  # tokens from a verb of revising to the figure that it replaces
NOBODY: Final = -1
# "30 fewer than in 2023": the year is that of what the figure is held against.
_THAN: Final = re.compile(
    r"\b(?:than|versus)\s+(?:(?:in|on|during|for|the|same|period|all|of|a)\s+){0,4}$"
)
_UP_FROM: Final = re.compile(
    r"\b(?:up|down) from (?:about |some |at least |nearly )?\S+(?: \w+){0,3}?"
    r"(?:,? (?:on|in|at|by|the))?\s+$"
)
# "Five more than officials said on Monday": the day is that of what they said.
_THAN_SAID: Final = re.compile(
    r"\b(?:more|fewer|less|higher|lower)\s+than\s+(?:[\w’'-]+\s+){1,6}?"
    rf"(?:{'|'.join(sorted(TELLING))})\s+"
    r"(?:[\w’'-]+\s+){0,3}$"
)
_THAN_MARK: Final = mark_of(["than", "versus"])
# "up 7% from a year earlier": when the figure was another.
_FROM: Final = re.compile(r"\b(?:from|on|over|against|with|to)\s+$")
_EARLIER: Final = ("earlier", "ago", "before", "previously")
_RELATIVE_MARK: Final = mark_of(["which", "who"])
_ASIDE: Final = re.compile(r",\s+(?:which|who|whose)\b(?:[^,;:–—]|,(?=\d)){3,120},")
_JOINS: Final = re.compile(r"(?:[,;]|\band|\bwhile|\bbut)\s+(?:the\s+)?(?:on\s+|by\s+)?$")
_LEADS: Final = re.compile(r"['’]s?\s|\s+(?:at|to)\s+(?=\d|[a-z])")
_JOIN_REACH: Final = 16  # characters before a time
_THAN_REACH: Final = 80  # characters before a time
_MANY: Final = 64  # figures or times of a sentence whose asides are not looked for
_BEFORE: Final = 2  # tokens before the figure
_BEHIND: Final = 24  # characters from the figure to its time


def owners(
    tokens: Tokens, items: Sequence[Counted], mentions: Sequence[TimeMention]
) -> dict[int, int]:
    """For each time that one figure owns, by where it starts: where the figure starts; -1 for what
    only a comparison or an aside is told of."""
    found: dict[int, int] = {}
    if not mentions or not items:
        return found
    compared = tokens.holds(_THAN_MARK)
    for mention in mentions:
        begin = max(0, mention.start - _THAN_REACH)
        if compared and _is_of_compared(tokens.text, begin, mention.start):
            found[mention.start] = NOBODY
        elif mention.text.lower().endswith(_EARLIER):
            if _FROM.search(tokens.text, begin, mention.start):
                found[mention.start] = NOBODY
    if tokens.holds(_RELATIVE_MARK):
        _own_asides(tokens, items, mentions, found)
    if len(items) < 2 or not tokens.holds(_COMPARING_MARK):
        return found
    starts = sorted(mention.start for mention in mentions)
    for item in items:
        quantity = item.quantity
        before = tokens.words[max(0, quantity.first - _BEFORE) : quantity.first]
        if _COMPARING.isdisjoint(before) or _is_replaced(tokens.words, quantity.first):
            continue
        end = tokens.end(quantity.last - 1)
        at = bisect_left(starts, end)
        if at < len(starts) and starts[at] <= end + _BEHIND:
            between = tokens.text[end : starts[at]]
            if "," not in between and ";" not in between:
                found[starts[at]] = tokens.starts[quantity.first]
    return found


def is_of_comparison(text: str, mention: TimeMention) -> bool:
    """Whether a time is only that of what a figure is held against: "up from 14 on Tuesday"."""
    return _UP_FROM.search(text, max(0, mention.start - _THAN_REACH), mention.start) is not None


def _is_of_compared(text: str, begin: int, start: int) -> bool:
    """Whether the time that starts there is told of what a figure is held against."""
    if _THAN.search(text, begin, start) is not None:
        return True
    return _THAN_SAID.search(text, begin, start) is not None


def onward(
    tokens: Tokens, items: Sequence[Counted], mentions: Sequence[TimeMention]
) -> frozenset[int]:
    """Where those times start that only the figures behind them are told of: "Tuesday's quake
    killed 24 and Thursday's killed five", "the toll stood at 19 on Tuesday, on Wednesday at 38"."""
    if len(items) < 2 or len(mentions) < 2 or len(mentions) > _MANY:
        return frozenset()
    first = tokens.end(items[0].quantity.last - 1)
    last = tokens.starts[items[-1].quantity.first]
    return frozenset(
        mention.start
        for mention in mentions
        if first <= mention.start < last and _opens_item(tokens.text, mention, last)
    )


def _opens_item(text: str, mention: TimeMention, last: int) -> bool:
    """Whether a time opens a clause or item of a series: joined to what is before, and followed by
    its number, or by the happening of that day."""
    if _JOINS.search(text, max(0, mention.start - _JOIN_REACH), mention.start) is None:
        return False
    return _LEADS.match(text, mention.end, last + 1) is not None


def _own_asides(
    tokens: Tokens, items: Sequence[Counted], mentions: Sequence[TimeMention], found: dict[int, int]
) -> None:
    """ "The carmaker, which cut 2,000 jobs last year, reported …": the time is the aside's."""
    if len(items) > _MANY or len(mentions) > _MANY:
        return
    for aside in _ASIDE.finditer(tokens.text):
        inside = [m for m in mentions if aside.start() < m.start < aside.end()]
        if not inside:
            continue
        starts = [tokens.starts[item.quantity.first] for item in items]
        told = [start for start in starts if aside.start() < start < aside.end()]
        if len(told) < 2 and len(told) < len(starts):
            for mention in inside:
                found[mention.start] = told[0] if told else NOBODY


def _is_replaced(words: list[str], first: int) -> bool:
    """ "lowered the toll to 39 from 41 on Monday": the day is that of the lowering."""
    before = words[max(0, first - _VERB_REACH) : first]
    return before[-1:] == ["from"] and not _REVISED.isdisjoint(before)
