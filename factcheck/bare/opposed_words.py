"""A word, with the one behind it → which sides it is of, of things that cannot both have happened.

Two of a thing's bits stand side by side: the lower for the one side, the higher for the other.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

from factcheck.text.word_forms import lemmas

_KEPT: Final = 16_384
_SIDES: Final = ("one", "other")


@lru_cache(maxsize=1)
def _tables() -> list[dict[str, list[str]]]:
    text = (files("factcheck") / "data" / "opposed.toml").read_text("utf-8")
    return list(tomllib.loads(text).values())


@lru_cache(maxsize=1)
def _single() -> dict[str, int]:
    found: dict[str, int] = {}
    for at, told in enumerate(_tables()):
        for side, name in enumerate(_SIDES):
            for word in told[name]:
                if " " not in word:
                    found[word] = found.get(word, 0) | 1 << (2 * at + side)
    return found


@lru_cache(maxsize=1)
def _pairs() -> dict[str, dict[str, int]]:
    """The sides of pairs of words, by the first and then the second."""
    found: dict[str, dict[str, int]] = {}
    for at, told in enumerate(_tables()):
        for side, name in enumerate(_SIDES):
            for words in told[name]:
                first, _, second = words.partition(" ")
                if second:
                    behind = found.setdefault(first, {})
                    behind[second] = behind.get(second, 0) | 1 << (2 * at + side)
    return found


@lru_cache(maxsize=1)
def ones() -> int:
    """The bits of all the one sides."""
    return sum([1 << (2 * at) for at in range(len(_tables()))])


@lru_cache(maxsize=_KEPT)
def sides(low: str) -> int:
    """The sides that a word in lower case is of."""
    known = _single()
    found = known.get(low, 0)
    for lemma in lemmas(low):
        found |= known.get(lemma, 0)
    return found


@lru_cache(maxsize=_KEPT)
def behind(low: str) -> dict[str, int] | None:
    """The sides of pairs that a word in lower case begins, by the second word."""
    known = _pairs()
    for form in (low, *lemmas(low)):
        found = known.get(form)
        if found is not None:
            return found
    return None


def turned(told: int) -> int:
    """Sides, each for its other."""
    low = ones()
    return (told & low) << 1 | (told >> 1) & low
