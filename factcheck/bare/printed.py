"""A statement → every number and date that it prints, with the words that bound them.

Reading (`claims`) asks what a figure counts and drops what is no quantity: scores, ranks, versions,
weeks of a season. Two statements that are held against each other may turn on any of them, so here
each number counts, with what stands beside it, in one pass over the words.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from claims_db.records import Bound
from factcheck.bare.counted_phrases import NO_PHRASE, Phrase, phrase
from factcheck.bare.number_scan import Found, Scanner
from factcheck.bare.number_tables import DASHES, SCALES
from factcheck.bare.printed_dates import PrintedDate
from factcheck.bare.statement_pieces import pieces, told_name
from factcheck.judging.alignment import EMPTY, stem

FADING: Final = 0.84
"""Each content word further from the number counts so much less."""
FAINT: Final = 0.12
ACROSS_NUMBER, ACROSS_COMMA, ACROSS_STOP = 0.45, 0.7, 0.4
BEFORE_SHARE: Final = 0.85  # a word before the number tells less of what it counts than one after
NAMED: Final = 1.5  # a name tells more than another word
_ENDINGS: Final = frozenset("st nd rd th s".split())
_HEAD_WITHIN: Final = 4  # tokens after the number in which the noun counted stands


class Printed:
    """A number as printed. `value` is in its dimension's base unit, a rating in hundredths; `raw`
    as written without scale word; `step` the finest difference that its writing can tell."""

    __slots__ = (
        "bound",
        "dated",
        "head",
        "high",
        "near",
        "phrase",
        "raw",
        "role",
        "sort",
        "step",
        "text",
        "told_with",
        "value",
    )

    def __init__(
        self,
        value: float,
        raw: float,
        step: float,
        sort: str,
        bound: Bound,
        text: str,
        head: str | None,
        near: dict[str, float],
        high: float | None = None,  # the other end of "10 to 12"
        told_with: frozenset[str] = frozenset(),  # all content words of its sentence, as stems
        dated: PrintedDate | None = None,  # the date of its sentence that stands nearest
        role: str = "",  # WHOLE of a share, FORMER figure of a change, else the figure told
        phrase: Phrase = NO_PHRASE,  # what it counts, and what that is tied to
    ) -> None:
        self.value = value
        self.raw = raw
        self.step = step
        self.sort = sort
        self.bound = bound
        self.text = text
        self.head = head
        self.near = near
        self.high = high
        self.told_with = told_with
        self.dated = dated
        self.role = role
        self.phrase = phrase


class Print:
    """All numbers and dates of a statement, and its content words in order, as stems."""

    __slots__ = ("date_near", "dates", "numbers")

    def __init__(
        self,
        numbers: tuple[Printed, ...],
        dates: tuple[PrintedDate, ...],
        date_near: tuple[dict[str, float], ...] = (),  # the words around each date
    ) -> None:
        self.numbers = numbers
        self.dates = dates
        self.date_near = date_near


@lru_cache(maxsize=1024)
def printed(text: str) -> Print:
    """Every number and date that a statement prints."""
    scanner = Scanner(pieces(text).text)
    scanner.scan()
    stems = [
        _stem(told_name(token) if token[0].isupper() else low)
        for token, low in zip(scanner.tokens, scanner.low, strict=True)
    ]
    ends = [at for at, token in enumerate(scanner.low) if token == "."]
    numbers = tuple(_placed(found, scanner, stems, ends) for found in scanner.numbers)
    return Print(
        numbers,
        tuple(scanner.dates),
        tuple(_around(low, high, scanner, stems) for low, high in scanner.date_places),
    )


@lru_cache(maxsize=16_384)
def _stem(token: str) -> str:
    """A word as a stem; "" for what tells nothing of what is counted."""
    small = token in EMPTY or token in SCALES or token in _ENDINGS
    return "" if small or not token[0].isalpha() else stem(token)


def _around(low: int, high: int, scanner: Scanner, stems: list[str]) -> dict[str, float]:
    """The words around some tokens, nearer ones more."""
    near: dict[str, float] = {}
    _side(near, range(low - 1, -1, -1), scanner, stems, 1.0)
    _side(near, range(high, scanner.size), scanner, stems, 1.0)
    return near


def _dated(found: Found, low: int, high: int, scanner: Scanner) -> PrintedDate | None:
    """The date between two tokens that stands nearest to a number."""
    nearest: PrintedDate | None = None
    least = scanner.size
    for date, (start, end) in zip(scanner.dates, scanner.date_places, strict=True):
        if low <= start < high:
            far = start - found.high if start >= found.high else found.low - end
            if far < least:
                nearest, least = date, far
    return nearest


def _placed(found: Found, scanner: Scanner, stems: list[str], ends: list[int]) -> Printed:
    near: dict[str, float] = {}
    _side(near, range(found.low - 1, -1, -1), scanner, stems, BEFORE_SHARE)
    after = _past_whole(scanner, found.high)
    _side(near, range(after, scanner.size), scanner, stems, 1.0)
    head = next((name for name in stems[after : after + _HEAD_WITHIN] if name), None)
    start = ends[bisect_left(ends, found.low) - 1] if ends and ends[0] < found.low else 0
    stop = next((end for end in ends if end >= found.high), scanner.size)
    return Printed(
        found.value,
        found.raw,
        found.step,
        found.sort,
        found.bound,
        scanner.text(found.low, max(found.high, found.shown)),
        head,
        near,
        found.other,
        frozenset(name for name in stems[start:stop] if name),
        _dated(found, start, stop, scanner),
        found.role,
        phrase(scanner.tokens, scanner.low, stems, found.low, after),
    )


def _past_whole(scanner: Scanner, at: int) -> int:
    """Behind "out of 28", so that "26 out of 28 provinces" counts provinces."""
    place = at + (scanner.word(at) == "out")
    if scanner.word(place) != "of":
        return at
    place += 1 + (scanner.word(place + 1) == "the")
    return place + 1 if scanner.word(place)[:1].isdecimal() else at


def _side(
    near: dict[str, float], places: range, scanner: Scanner, stems: list[str], share: float
) -> None:
    """The words on one side of a number, nearer ones more; another number in between, or the end
    of a clause, makes them count for less."""
    weight = share
    tokens, low = scanner.tokens, scanner.low
    for place in places:
        if weight < FAINT:
            return
        name = stems[place]
        token = low[place]
        if name:
            told = weight * NAMED if tokens[place][0].isupper() else weight
            if told > near.get(name, 0.0):
                near[name] = told
            weight *= FADING
        elif token[0].isdecimal() or token == ";":
            weight *= ACROSS_NUMBER
        elif token == ".":
            weight *= ACROSS_STOP
        elif token in ",:()" and token not in DASHES:
            weight *= ACROSS_COMMA
