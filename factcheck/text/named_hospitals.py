"""Hospitals told by name, where a hospital is what counts: "taken to Jackson Memorial Hospital"."""

from __future__ import annotations

from typing import Final

from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_ENDS: Final = words("hospitals.ends")
_CENTRES: Final = words("hospitals.centres")
_OF_CENTRES: Final = words("hospitals.of_centres")
_MARK: Final = mark_of(_ENDS | _CENTRES)
_INSIDE: Final = frozenset({"of", "the", "and", "&", ".", "'s", "’s", "-"})  # within names
_BEFORE: Final = words("hospitals.before")
_LONGEST: Final = 8  # tokens
_HOSPITAL: Final = "hospital"


def folded(tokens: Tokens) -> list[str]:
    """The words of a text, those that names of hospitals begin with written "hospital"; as many as
    there are tokens."""
    told = tokens.words
    if not tokens.holds(_MARK):
        return told
    found: list[str] | None = None
    for i, word in enumerate(told):
        if word in _ENDS or (word in _CENTRES and i and told[i - 1] in _OF_CENTRES):
            first = _first(tokens, i)
            if first < i:
                found = list(told) if found is None else found
                found[first] = _HOSPITAL
    return told if found is None else found


def _first(tokens: Tokens, end: int) -> int:
    """The first token of the name that ends with that of a hospital; the same where it is none."""
    if not tokens.capital(end):
        return end
    first = end
    for i in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if tokens.words[i] in _BEFORE:
            break
        if tokens.capital(i):
            first = i
        elif tokens.words[i] not in _INSIDE:
            break
    return first
