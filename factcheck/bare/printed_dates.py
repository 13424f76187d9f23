"""Dates as printed: the parts that are told, and the word that bounds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_NAMES = (
    "january february march april may june july august september october november december"
).split()
MONTHS = {name: at for at, name in enumerate(_NAMES, 1)} | {
    name[:3]: at for at, name in enumerate(_NAMES, 1) if name != "may"
}
MONTHS["sept"] = 9
SAME_AS_WORDS = frozenset({"may", "march", "mar", "dec", "sep", "jan", "oct", "nov", "jun", "jul"})
EARLIEST_YEAR, LATEST_YEAR = 1100, 2100
DAYS_OF_MONTH, DAYS_OF_YEAR = 31, 372
"""Days are counted in months of 31: only order and nearness matter."""


class Limit(StrEnum):
    """How the words bound a date."""

    ON = "on"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"
    SINCE = "since"


LIMITS = {
    **dict.fromkeys(("before", "prior", "preceding"), Limit.BEFORE),
    **dict.fromkeys(("by", "until", "till", "through", "of"), Limit.BY),
    **dict.fromkeys(("after", "following", "past"), Limit.AFTER),
    **dict.fromkeys(("since", "from", "starting", "beginning"), Limit.SINCE),
}
BETWEEN_WORDS = frozenset("the early mid late end to than , in on year month".split())
YEAR_BEFORE = frozenset(
    "in by since of before after until till from during through late early mid the and for to "
    "between around circa ( , season year".split()
)
FUNCTION_WORDS = frozenset(
    "and or the a an in on at of to by for from with as is was were are had has have which who "
    "that it its he she they when while after before until but".split()
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date: parts not told are None. `last_year` closes a decade, century or season."""

    year: int | None
    month: int | None
    day: int | None
    limit: Limit
    last_year: int | None = None

    @property
    def precision(self) -> int:
        """3 a day, 2 a month, 1 a year, 0 more than a year."""
        if self.day is not None:
            return 3
        if self.month is not None:
            return 2
        return 1 if self.last_year is None else 0

    def days(self, year: int | None) -> tuple[int, int]:
        """Its first and last day, counted; `year` stands in for a year that is not told."""
        first = self.year if self.year is not None else (year or 0)
        last = self.last_year if self.last_year is not None else first
        start = first * DAYS_OF_YEAR + ((self.month or 1) - 1) * DAYS_OF_MONTH + (self.day or 1)
        end = last * DAYS_OF_YEAR
        end += ((self.month or 12) - 1) * DAYS_OF_MONTH + (self.day or DAYS_OF_MONTH)
        return start, end


def month_name(tokens: Sequence[str], at: int) -> bool:
    """Whether a word like "may" or "march" is a month here: capitalised, beside a number or
    inside a sentence."""
    token = tokens[at]
    if not token[0].isupper():
        return False
    if token.lower() not in SAME_AS_WORDS:
        return True
    beside = [tokens[place] for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
    return any(word[0].isdecimal() for word in beside) or (
        at > 0 and tokens[at - 1].lower() in YEAR_BEFORE
    )


def _limit(low: Sequence[str], at: int) -> Limit:
    """The bound of a date that begins at a token."""
    place = at - 1
    for _ in range(4):
        if place < 0:
            return Limit.ON
        word = low[place]
        if word == "of" and place and low[place - 1] == "as":
            return _limit(low, place - 1) if low[place - 2 : place - 1] == ["before"] else Limit.ON
        if word == "than" and place:
            if low[place - 1] in ("earlier", "sooner"):
                return Limit.BEFORE
            return Limit.AFTER if low[place - 1] == "later" else Limit.ON
        if word in LIMITS and word != "of":
            return LIMITS[word]
        if word == "to" and place and low[place - 1] in ("prior", "up"):
            return Limit.BEFORE if low[place - 1] == "prior" else Limit.BY
        if word not in BETWEEN_WORDS and word != "of":
            return Limit.ON
        place -= 1
    return Limit.ON


def _day(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 else None


def _year(text: str) -> int | None:
    if text.isdecimal() and len(text) == 4 and EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        return int(text)
    return None


def dated(low: Sequence[str], at: int) -> tuple[PrintedDate, int] | None:
    """A date with a month's name, from its first token: "10 March 2020", "March 10th , 2020",
    "March 2020", "March"; and the token after it."""

    def word(place: int) -> str:
        return low[place] if place < len(low) else ""

    start, day = at, None
    if low[at][0].isdecimal():
        day = _day(low[at])
        at += 1
        if word(at) in ("st", "nd", "rd", "th"):
            at += 1
        if word(at) == "of":
            at += 1
    month = MONTHS.get(word(at))
    if month is None:
        return None
    at += 1
    if word(at) == "." and word(at + 1)[:1].isdecimal():
        at += 1
    if day is None:
        gap = at + 1 if word(at) in (",", "the") else at
        day = _day(word(gap))
        if day is not None:
            at = gap + 1
            if word(at) in ("st", "nd", "rd", "th"):
                at += 1
    gap = at + 1 if word(at) in (",", "of", "in") else at
    year = _year(word(gap))
    if year is not None:
        at = gap + 1
    return PrintedDate(year, month, day, _limit(low, start)), at


def year_form(low: Sequence[str], at: int, glued: bool) -> tuple[PrintedDate, int] | None:
    """A year, decade or season from four digits, and the token after; None for a count."""
    year = _year(low[at])
    if year is None:
        return None
    follow = low[at + 1] if at + 1 < len(low) else ""
    before = low[at - 1] if at else ""
    limit = _limit(low, at)
    if glued and follow == "s":
        return PrintedDate(year, None, None, limit, year + (99 if year % 100 == 0 else 9)), at + 2
    if glued and follow in "–-−—" and follow and at + 2 < len(low) and low[at + 2].isdecimal():
        tail = low[at + 2]
        last = int(tail) if len(tail) == 4 else year - year % 100 + int(tail[-2:])
        if len(tail) in (2, 4) and 0 <= last - year <= 99:
            return PrintedDate(year, None, None, limit, last), at + 3
        return None
    told = before in YEAR_BEFORE or not before
    ends = not follow or not follow[0].isalpha() or follow in FUNCTION_WORDS
    if before in ("than", "over", "under", "$", "#", "about", "least", "most", "nearly", "almost"):
        return None
    if (told and before not in ("of", ",", "(", "and")) or ends:
        return PrintedDate(year, None, None, limit), at + 1
    return None


def century(low: Sequence[str], at: int, rank: float) -> PrintedDate:
    """The years of "the 17th century"."""
    first = (int(rank) - 1) * 100 + 1
    return PrintedDate(first, None, None, _limit(low, at), first + 99)
