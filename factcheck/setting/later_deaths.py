"""Days on which someone hurt before died: "a third victim of Saturday's crash died on Tuesday".

The happening keeps its own day; such a day is only that as of which the dead are counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claims_db.records import Window
from factcheck.setting.time_roles import TimeMention
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_DYING: Final = words("later_deaths.dying")
_DYING_MARK: Final = mark_of(_DYING)
# What tells that those who died had been hurt, or counted, before.
_HURT_BEFORE: Final = re.compile(
    rf"\b(?:died|dies|dead)\b(?:\s+\w+){{0,5}}?\s+(?:of|from|to)\s+(?:\w+\s+){{0,3}}"
    rf"(?:{alternation(_TABLE.listed('later_deaths.wounds'))})\b"
    rf"|\b(?:{alternation(_TABLE.listed('later_deaths.hurt'))})\b[^;:]{{1,120}}?"
    r"\b(?:died|dies|succumbed)\b"
    r"|\bsuccumb|\b(?:died|dies)\s+(?:\w+\s+){0,4}?(?:in|at)\s+(?:a\s+|the\s+)?(?:\w+\s+)?hospital",
)
_ONE_MORE: Final = re.compile(
    rf"(?:\b\d+(?:st|nd|rd|th)|\b(?:{alternation(_TABLE.listed('later_deaths.one_more'))}))\s+"
    r"(?:\d+-year-old\s+)?(?:(?:of\s+the\s+)?"
    rf"(?:{alternation(_TABLE.listed('later_deaths.victims'))})\b|(?:has\s+)?died)",
)
_NEW_TOLL: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('later_deaths.raising'))})\s+(?:the|its|their)\s+"
    r"(?:\w+\s+){0,4}?(?:toll|dead|deaths|total|number|tally|fatalities)\b",
)
# From the verb to its day: "died in hospital late on Tuesday".
_DAY_AFTER: Final = re.compile(r"(?:\s+[a-z][\w'’-]*){0,8}\s*$")
_DAY_BEFORE: Final = re.compile(r"^\W*(?:on|late|early|in|the|hours|of|\s)*$", re.IGNORECASE)
_REACH: Final = 70  # characters from the verb to its day


class LaterDeath:
    """The day of a death that came after what caused it, and where its verb begins."""

    __slots__ = ("day", "verb")

    def __init__(self, day: TimeMention, verb: int) -> None:
        self.day = day
        self.verb = verb


def told(tokens: Tokens, mentions: Sequence[TimeMention]) -> LaterDeath | None:
    """The later death that a sentence tells of with its day, None without one."""
    if not mentions or not tokens.holds(_DYING_MARK):
        return None
    text = tokens.text
    days = [m for m in mentions if _is_day(text, m)]
    later = _dated(tokens, days) if days else None
    if later is None:
        return None
    lowered = tokens.lowered  # `re` searches three times as fast where case does not matter
    if _HURT_BEFORE.search(lowered) or _ONE_MORE.search(lowered) or _NEW_TOLL.search(lowered):
        return later
    return None


def _dated(tokens: Tokens, days: list[TimeMention]) -> LaterDeath | None:
    """A death told with one of the days, if one is."""
    text = tokens.text
    for i, word in enumerate(tokens.words):
        if word not in _DYING:
            continue
        start, end = tokens.starts[i], tokens.end(i)
        for day in days:
            between = text[end : day.start]
            if 0 < len(between) <= _REACH and _DAY_AFTER.match(between):
                return LaterDeath(day, start)
            if day.end <= start and _DAY_BEFORE.match(text[: day.start]):
                return LaterDeath(day, start)
    return None


def happened(
    later: LaterDeath, mentions: Sequence[TimeMention], default: Window | None
) -> Window | None:
    """The day of what caused a later death: the last that the sentence names before it, else the
    document's; None where neither is earlier."""
    assert later.day.window is not None
    first = later.day.window.start
    earlier = [
        m.window for m in mentions if m.role == "event" and m.window and m.window.end < first
    ]
    if earlier:
        return max(earlier, key=_end)
    return default if default is not None and default.end < first else None


def _end(window: Window) -> str:
    return window.end


def _is_day(text: str, mention: TimeMention) -> bool:
    """Whether it is a day on which something happened, and not whose it was: "Saturday's crash"."""
    window = mention.window
    if mention.role != "event" or window is None or window.precision != "day":
        return False
    return text[mention.end : mention.end + 1] not in ("'", "’")
