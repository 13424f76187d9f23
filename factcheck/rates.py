"""What a quantity is counted per: a week, per 100,000, /day, daily."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.lexicon import lexicon
from factcheck.numbers import number_at
from factcheck.tokens import Tokens
from factcheck.word_tables import CONSTRUCTIONS, table, words

_OPENERS: Final = words("rates.openers")
_UNITS: Final = words("rates.units")
_ADVERBS: Final = table(CONSTRUCTIONS).mapping("rates.adverbs")
_LONGEST: Final = 5  # words of "per 100,000 registered voters"


@dataclass(slots=True)
class Per:
    """What stands behind "per", up to token `last`."""

    unit: str
    last: int


def per(tokens: Tokens, j: int) -> Per | None:
    """The rate that opens at token `j`, right behind a quantity."""
    words = tokens.words
    if j >= len(words):
        return None
    word = words[j]
    if word in _ADVERBS:
        return Per(_ADVERBS[word], j + 1)
    if j + 1 >= len(words):
        return None
    following = words[j + 1]
    if word == "/" and following.isalpha():
        return Per(following, j + 2)
    if word not in _OPENERS:
        return None
    if following in _UNITS:
        return Per(following, j + 2)
    if word == "per" and (following.isalpha() or following[0].isdigit()):
        last = _end(tokens, j)
        return Per(tokens.slice(j + 1, last), last)
    return None


def _end(tokens: Tokens, j: int) -> int:
    """Past the number and noun behind "per" at `j`: per 100,000 people."""
    words = tokens.words
    number = number_at(tokens, j + 1)
    last = number.last if number else j + 2
    limit = min(len(words), j + _LONGEST)
    while last < limit and words[last].isalpha() and words[last] not in lexicon().stop:
        last += 1
    return last
