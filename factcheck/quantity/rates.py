"""What a quantity is counted per: a week, per 100,000, /day, daily."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.quantity import units
from factcheck.quantity.numbers import number_at
from factcheck.text.lexicon import currency_codes, lexicon
from factcheck.text.marks import HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table, words
from factcheck.text.words_at import is_at

_OPENERS: Final = words("rates.openers")
_UNITS: Final = words("rates.units")
_ADVERBS: Final = table(CONSTRUCTIONS).mapping("rates.adverbs")
_PERIODS: Final = frozenset(_ADVERBS.values()) | {"decade", "quarter", "century", "night"}
_MOMENTS: Final = words("rates.moments")
_OF_DIMENSION: Final = frozenset({"square", "cubic", "sq", "nautical", "metric", "troy"})
_COMPARED: Final = frozenset({"more", "extra", "less", "fewer"})
_EACH: Final = frozenset({"every", "each"})  # "four ambulances for every 100,000 residents"
_LONGEST: Final = 5  # words of "per 100,000 registered voters"


@dataclass(slots=True)
class Per:
    """What stands behind "per", up to token `last`."""

    unit: str
    last: int


def per(tokens: Tokens, j: int) -> Per | None:
    """The rate that opens at token `j`, right behind a quantity."""
    words = tokens.words
    if j + 2 < len(words) and words[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1):
        return _hyphened(words, j + 1)
    if j >= len(words):
        return None
    word = words[j]
    if word in _ADVERBS:
        return None if _modifies(words, j) else Per(_ADVERBS[word], j + 1)
    if j + 1 >= len(words):
        return None
    following = words[j + 1]
    if word in _COMPARED and following in ("a", "an", "per"):
        return per(tokens, j + 1)  # "29p extra a week"
    if following in _PERIODS and words[j + 2 : j + 3] and words[j + 2] in _MOMENTS:
        return None  # "$5 a year earlier"
    if word == "/" and tokens.glued(j):
        return _slashed(tokens, j + 1)
    if word == "for" and following in _EACH:
        return per(tokens, j + 1) or Per(
            tokens.slice(j + 2, _end(tokens, j + 1)), _end(tokens, j + 1)
        )
    if word not in _OPENERS:
        return None
    measure = units.at(tokens, j + 1) if word == "per" or following in _OF_DIMENSION else None
    if measure is not None and (measure.last > j + 2 or following not in _UNITS):
        return Per(tokens.slice(j + 1, measure.last), measure.last)  # per square foot, per MB
    if following in _UNITS:
        return Per(following, j + 2)
    if word == "per" and (following.isalpha() or following[0].isdigit()):
        last = _end(tokens, j)
        return Per(tokens.slice(j + 1, last), last)
    return None


def _hyphened(words: list[str], j: int) -> Per | None:
    """$15-an-hour, $1.2 billion-a-year."""
    if words[j] in _OPENERS and words[j + 1] in HYPHENS and j + 2 < len(words):
        return Per(words[j + 2], j + 3) if words[j + 2] in _UNITS else None
    return None


def _slashed(tokens: Tokens, j: int) -> Per | None:
    """$40/MWh, 1,200 kg/m3, 15 kWh/100 km."""
    words = tokens.words
    if words[j][0].isdigit():
        if words[j - 2][0].isdigit():
            return None  # 20/20
        last = _end(tokens, j - 1)
        return Per(tokens.slice(j, last), last) if last > j + 1 else None
    if not words[j].isalpha():
        return None
    last = j + 1
    if last < len(words) and words[last].isdigit() and tokens.glued(last):
        last += 1  # m3
    return Per(tokens.slice(j, last).lower(), last)


def _modifies(words: list[str], j: int) -> bool:
    """Whether an adverb at `j` is an adjective before a noun: "3,000 daily active users"."""
    lex = lexicon()
    if j + 1 >= len(words) or not words[j + 1].isalpha():
        return False
    following = words[j + 1]
    if following in lex.number_words:
        return False  # "36,000 cars daily ten years on"
    return not (following in lex.stop or following in lex.verb or following in lex.auxiliary)


def per_of(tokens: Tokens, j: int) -> Per | None:
    """The rate behind what a measure is of: "9 million barrels of crude oil a day"."""
    words = tokens.words
    if not is_at(words, j, "of"):
        return None
    for k in range(j + 2, min(len(words), j + _LONGEST)):
        if words[k] in _OPENERS or words[k] in _ADVERBS:
            return per(tokens, k)
        if not words[k].isalnum() or words[k] in lexicon().stop:
            return None
    return None


def _end(tokens: Tokens, j: int) -> int:
    """Past the number and noun behind "per" at `j`: per 100,000 people."""
    words = tokens.words
    number = number_at(tokens, j + 1)
    last = number.last if number else j + 2
    limit = min(len(words), j + _LONGEST)
    codes = currency_codes()
    while last < limit and words[last].isalpha() and words[last] not in lexicon().stop:
        if tokens.raw(last) in codes:
            break  # "45 per adult AUD 20 per child"
        last += 1
    if last + 1 < len(words) and words[last] in HYPHENS and tokens.glued(last):
        measured = words[last - 1][0].isdigit()
        last += 2  # per kilowatt-hour
        if measured and last < len(words) and words[last].isalpha():
            last += words[last] not in lexicon().stop  # per 40-foot container
    return last
