"""What a time is read into: an atom, the context it is read in, and the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from factcheck.setting.days import (
    Days,
)
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import ahead_words, words


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


_AHEAD: Final = ahead_words()
_PAST: Final = words("past")
OPENERS: Final = frozenset(("on", "early", "late", '"', "“", "in"))
_LEADING_BACK: Final = words("following")
_SENTENCE: Final = 160  # characters before a time that its sentence is looked for in

_WILL_FOLLOW: Final = re.compile(
    rf",?(?:\s+(?!(?:{'|'.join(sorted(words('saying')))})\b)[\w'’-]+){{0,5}}?\s+(?:will|won't|shall"
    r"|(?:is|are)\s+(?:expected|due|scheduled|set)\s+to|plans?\s+to|hopes?\s+to)\b"
)


@lru_cache(maxsize=16)  # asked for the role of a time, and whether it is ahead
def lead(text: str, start: int) -> list[str]:
    """The words before `start` in its sentence, lower case, with their punctuation; read-only."""
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
