"""Numbers told by idioms: a decade of age is a range of years, and "is one of the" counts none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

DECADES: Final = {
    "teens": (13.0, 19.0),
    "twenties": (20.0, 29.0),
    "thirties": (30.0, 39.0),
    "forties": (40.0, 49.0),
    "fifties": (50.0, 59.0),
    "sixties": (60.0, 69.0),
    "seventies": (70.0, 79.0),
    "eighties": (80.0, 89.0),
    "nineties": (90.0, 99.0),
}
_PARTS: Final = {"early": (0.0, 4.0), "mid": (3.0, 7.0), "late": (5.0, 9.0)}
"""Years of a decade that its part may mean: they overlap as readers' use of them does."""
_OWNERS: Final = frozenset("his her their my our your".split())
_COPULAS: Final = frozenset(
    "is was are were be been being as become becomes became remains".split()
)
_DETERMINERS: Final = frozenset("the his her its their our my these those".split())


def decade_of_age(low: Sequence[str], at: int) -> tuple[float, float, int] | None:
    """The least and most years of "in her 50s", "in his late thirties", told at a token, and the
    token after it; None where none is told: "in the 50s" is a time."""
    word, after = low[at], at + 1
    years = DECADES.get(word)
    if years is None:
        if len(word) != 2 or word[1] != "0" or after >= len(low) or low[after] != "s":
            return None
        years, after = (float(word), float(word) + 9.0), after + 1
    place = at - 1
    if place > 0 and low[place] == "-":
        place -= 1
    part = _PARTS.get(low[place]) if place > 0 else None
    if part is not None:
        place -= 1
    if place < 1 or low[place] not in _OWNERS or low[place - 1] != "in":
        return None
    if part is not None and word != "teens":
        years = years[0] + part[0], years[0] + part[1]
    return years[0], years[1], after


def of_many(low: Sequence[str], at: int) -> bool:
    """Whether "one" at a token tells that something belongs to a group, and counts none of it:
    "is one of the largest ports"; not "one of the hostages died", nor "was one of the five"."""
    if low[at] != "one" or not at or low[at - 1] not in _COPULAS or at + 3 >= len(low):
        return False
    return low[at + 1] == "of" and low[at + 2] in _DETERMINERS and not low[at + 3][0].isdecimal()
