"""Whether a number is a change, and its sign: up 3 percent, rose by 12, 0.9% higher, minus 5."""

from __future__ import annotations

from typing import Final

from factcheck.lexicon import Unit, lexicon
from factcheck.tokens import Tokens
from factcheck.word_tables import words

UP: Final = words("changes.up")
DOWN: Final = words("changes.down")
_WITH_OBJECT: Final = words("changes.with_object")
_OF_SHARE: Final = words("changes.of_share")
_BETWEEN: Final = words("changes.between")
_BEFORE_BY: Final = words("changes.before_by")
_LESSENING: Final = words("changes.lessening")
_NOUNS_UP: Final = words("changes.nouns_up")
_NOUNS_DOWN: Final = words("changes.nouns_down")
_SIGNED: Final = words("changes.signed")
_MINUS: Final = frozenset("-−–")
_REACH: Final = 4  # words before the quantity
_SHARES: Final = ("percent", "points")


def minus(tokens: Tokens, begin: int) -> int | None:
    """The token of the minus sign or word right before token `begin`, if one stands there."""
    if begin == 0:
        return None
    sign = tokens.words[begin - 1]
    if sign in _SIGNED:
        return begin - 1
    if sign == "-" and begin >= 2 and tokens.words[begin - 2] in _SIGNED:  # minus-five
        return begin - 2
    glued = sign in _MINUS and tokens.glued(begin) and not tokens.glued(begin - 1)
    return begin - 1 if glued else None


def change(tokens: Tokens, first: int, last: int, unit: Unit | None) -> str | None:
    """ "+" or "-" where the quantity at [first, last) is told as a change, else None."""
    words = tokens.words
    back = [w for w in words[max(0, first - _REACH) : first] if w not in _BETWEEN]
    if not back:
        return _by_noun(words, last, unit)
    verb = back[-1]
    if verb == "by" and len(back) > 1:
        governor = back[-2]
        if governor in UP or governor in DOWN or governor in _BEFORE_BY:
            falling = governor in DOWN or not _LESSENING.isdisjoint(back)
            return "-" if falling else "+"
    if len(back) > 1 and _is_phrase(back[-2], verb):
        return _by_noun(words, last, unit)
    if (verb in UP or verb in DOWN) and verb not in _WITH_OBJECT:
        return "+" if verb in UP else "-"
    if verb in _OF_SHARE and unit is not None and unit.dimension in _SHARES:
        return "+" if verb == "added" else "-"
    return _by_noun(words, last, unit)


def _is_phrase(verb: str, particle: str) -> bool:
    """Whether the two tell of a kind together: "shot down 63"."""
    entries = lexicon().triggers.get(verb, ())
    return any(phrase[1:2] == (particle,) for phrase, _ in entries)


def _by_noun(words: list[str], last: int, unit: Unit | None) -> str | None:
    """ "a 3 percent increase", "1.2% lower"."""
    if unit is None or unit.dimension not in (*_SHARES, "money") or last >= len(words):
        return None
    if words[last] in _NOUNS_UP:
        return "+"
    return "-" if words[last] in _NOUNS_DOWN else None
