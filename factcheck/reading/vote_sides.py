"""Which side of a vote a count is of: "passed by 311 votes to 112", "seven against"."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import Counted
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

FOR, AGAINST = "for", "against"
_FOR: Final = (["for"], ["in", "favour"], ["in", "favor"], ["votes", "for"], ["yes"])
_AGAINST: Final = (["against"], ["opposed"], ["no"], ["votes", "against"])
_PASSING: Final = words("ballot.passing")
_REFUSING: Final = words("ballot.refusing")
_REACH: Final = 20  # tokens before a pair in which what was decided is told


def side(tokens: Tokens, items: list[Counted], k: int) -> str | None:
    """The side whose votes a figure counts, by the words behind it or, of a pair, by what was
    decided: those who passed a bill are told first, and so are those who threw it out."""
    told = tokens.words
    first = _first_of_pair(told, items, k)
    if first is None:
        return _behind(told, items[k])
    winners = _behind(told, items[first + 1])  # "voted 84 to 36 in favour"
    before = told[max(0, items[first].quantity.first - _REACH) : items[first].quantity.first]
    for word in reversed(before) if winners is None else ():
        if word in _PASSING or word in _REFUSING:
            winners = FOR if word in _PASSING else AGAINST
            break
    if winners is None or first == k:
        return winners
    return AGAINST if winners == FOR else FOR


def _behind(told: list[str], item: Counted) -> str | None:
    """The side that the words behind a count name."""
    for at in {item.quantity.last_number, item.quantity.last}:
        behind = [told[at : at + n] for n in (1, 2)]
        if any(words in _FOR for words in behind):
            return FOR
        if any(words in _AGAINST for words in behind):
            return AGAINST
    return None


def _first_of_pair(told: list[str], items: list[Counted], k: int) -> int | None:
    """The first of the two counts, "311 votes to 112" or "52-48", that the figure is one of."""
    for low in (k - 1, k):
        if low < 0 or low + 1 >= len(items):
            continue
        first, second = items[low], items[low + 1]
        if first.kind != second.kind:
            continue
        between = told[first.quantity.last_number : second.quantity.first]
        if between in (["to"], ["-"], ["–"], ["votes", "to"]):
            return low
    return None
