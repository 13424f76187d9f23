"""Numbers that stand for something else than what is claimed now: the former figure of a change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.judging.alignment import stem

FORMER, WHOLE = "former", "whole"
"""Of a number that need not be told by the evidence: what it was before, what it is a share of."""
_COURSES: Final = frozenset(("RISE", "FALL"))
_CHANGED: Final = frozenset(
    "revised cut raised lowered reduced hiked trimmed changed went moved updated corrected "
    "adjusted widened narrowed slashed lifted pushed upped downgraded upgraded cutting "
    "raising lowering reducing".split()
)
"""Words of change that are no courses of their own."""
_COMPARED: Final = frozenset(("compared", "against", "versus", "vs"))
_WITHIN: Final = 6  # tokens before "from" in which the word of change stands
_SKIPPED: Final = frozenset("$ € £ ¥ ₹ about around some nearly almost a an the its just".split())
_ENDS: Final = frozenset(".;:,(")
_ONLY_AT_END: Final = frozenset(".;:")


def former(low: Sequence[str], at: int, after: int) -> bool:
    """Whether the number at tokens `at` to `after` is what it was before: "fell to 18 from 21",
    "rose from 21 to 30", "18, down from 21", "18 compared with 21"."""
    place = at - 1
    while place >= 0 and low[place] in _SKIPPED:
        place -= 1
    if place < 0:
        return False
    word = low[place]
    if word in ("with", "to") and place and low[place - 1] in _COMPARED:
        return True
    if word != "from":
        return False
    return _told_new(low, place) or (_after_change(low, place) and _tells_new(low, after))


def _after_change(low: Sequence[str], place: int) -> bool:
    """Whether a word of change stands before "from", in the same clause."""
    for back in range(place - 1, max(-1, place - 1 - _WITHIN), -1):
        word = low[back]
        if word in _ONLY_AT_END:
            return False
        if word in _CHANGED or (word.isalpha() and stem(word) in _COURSES):
            return True
    return False


def _told_new(low: Sequence[str], place: int) -> bool:
    """Whether what it is now stands before "from": "to 18 from", "18, down from"."""
    if place and low[place - 1] in ("up", "down"):
        return True
    for back in range(place - 1, max(-1, place - 1 - _WITHIN), -1):
        if low[back] in _ONLY_AT_END:
            return False
        if low[back] == "to" and any(word[0].isdecimal() for word in low[back + 1 : back + 4]):
            return True
    return False


def _tells_new(low: Sequence[str], after: int) -> bool:
    """Whether "to" and a number follow: "from 21 people to 18"."""
    for ahead in range(after, min(len(low) - 1, after + _WITHIN)):
        if low[ahead] in _ENDS:
            return False
        if low[ahead] == "to":
            follow = low[ahead + 1 : ahead + 3]
            return any(word[0].isdecimal() or word in _SKIPPED for word in follow)
    return False
