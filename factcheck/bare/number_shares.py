"""Shares of a whole: "a third of the 90", "two-thirds of its 60 workers", "half the island", "one
in four", "a year and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_COUNTS: Final = {
    word: float(count)
    for word, count in zip(
        "a one two three four five six seven eight nine".split(),
        (1, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
}
_PARTS: Final = {
    "half": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "thirds": 3.0,
    "quarters": 4.0,
    "fifths": 5.0,
    "sixths": 6.0,
    "sevenths": 7.0,
    "eighths": 8.0,
    "ninths": 9.0,
    "tenths": 10.0,
}
_WHOLES: Final = {**{word: count for word, count in _COUNTS.items() if count > 1}, "ten": 10.0}
_BEFORE_WHOLE: Final = frozenset("the its their all his her our those these some about".split())
STARTS: Final = frozenset((*_COUNTS, "half"))
_YEARS: Final = (1900, 2100)


def share(low: Sequence[str], at: int) -> tuple[float, int] | None:
    """The share that begins at a token and the place of the number it is a share of; None where
    there is none: "a third of voters", "a third of 2019"."""
    told = _fraction(low, at)
    if told is None:
        return None
    fraction, place = told
    if place >= len(low) or low[place] != "of":
        return None
    place += 1
    while place < len(low) and low[place] in _BEFORE_WHOLE:
        place += 1
    if place >= len(low) or not low[place][0].isdecimal():
        return None
    whole = low[place]
    if whole.isdecimal() and len(whole) == 4 and _YEARS[0] <= int(whole) <= _YEARS[1]:
        return None
    return fraction, place


def bare_share(low: Sequence[str], at: int) -> tuple[float, int] | None:
    """The share, in percent, of a whole without a number that begins at a token, and the token
    after it: "two thirds of voters", "half the island", "one in four"."""
    told = _fraction(low, at)
    if told is not None and told[1] < len(low):
        follow = low[told[1]]
        if follow == "of" or (follow in _BEFORE_WHOLE and low[at] == "half" and follow != "a"):
            return 100.0 * told[0], told[1]
        return None
    count = _COUNTS.get(low[at]) if low[at] != "a" else None
    if count is None or at + 2 >= len(low):
        return None
    place = (
        at + 2 if low[at + 1] == "in" else at + 3 if low[at + 1 : at + 3] == ["out", "of"] else 0
    )
    whole = _WHOLES.get(low[place]) if 0 < place < len(low) - 1 else None
    if whole is None or count >= whole or not low[place + 1][0].isalpha():
        return None
    return 100.0 * count / whole, place + 1


def and_half(low: Sequence[str], at: int) -> bool:
    """Whether "and a half" stands at a token."""
    return list(low[at : at + 3]) == ["and", "a", "half"]


def _fraction(low: Sequence[str], at: int) -> tuple[float, int] | None:
    """ "half", "a third", "two thirds", "two-thirds", and the token after."""
    first, dash, second = low[at].partition("-")
    if dash:
        count, part = _COUNTS.get(first), _PARTS.get(second)
        return (count / part, at + 1) if count and part and count < part else None
    if first == "half":
        return 0.5, at + 1
    count = _COUNTS.get(first)
    part = _PARTS.get(low[at + 1]) if at + 1 < len(low) else None
    return (count / part, at + 2) if count and part and count < part else None
