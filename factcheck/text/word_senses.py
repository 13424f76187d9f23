"""A word in any form → what it may mean: its meanings and those around them, by number."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from factcheck.text.known_words import Meaning, known_words
from factcheck.text.news_words import news_words
from factcheck.text.word_forms import numbers, spelling, word

_KEPT_WORDS: Final = 4096  # some 10 kB each
_KEPT_MEANINGS: Final = 8192
CLOSE: Final = 0.8
"""How much of a word's share of a meaning it has of one close to that: explode beside blast."""
WIDEST_SHARED: Final = 6
"""Two words right below a meaning no wider than this are siblings: Monday and Tuesday."""
_DOERS: Final = ("er", "or", "ee", "ist")  # ends of words for who does it or has it done
LISTED: Final = 0.9
"""How much of a word's use the meaning of a list of news words is; of several, each the less."""
_LISTS: Final = -1_000_000
"""Meanings from here down are those of the lists named for a more general word …"""
_LISTED_WIDTH: Final = 2
"""… and as wide as this."""


class Senses:
    """What a form may mean. `own`: its meanings, those of lists of news words below 0, with the
    share that each has of its use; `near`: those close to these; `opposed`: those of opposites;
    `above`: those more general, with its `above_shares`; `beside`: the shares of narrow ones right
    above. `words`, `family` and `opposites` are numbers of words, `apart` those of the lists that
    tell news words apart."""

    __slots__ = (
        "above",
        "above_shares",
        "apart",
        "beside",
        "family",
        "form",
        "level",
        "near",
        "opposed",
        "opposites",
        "own",
        "reached",
        "ties",
        "words",
    )

    def __init__(
        self,
        form: str,
        words: frozenset[int],
        family: frozenset[int],
        opposites: frozenset[int],
        apart: frozenset[int],
        own: dict[int, float],
        near: dict[int, float],
        opposed: dict[int, float],
        above: tuple[int, ...],
        above_shares: tuple[float, ...],
        beside: dict[int, float],
        level: frozenset[int],  # of own, near, opposed and beside
        reached: frozenset[int],  # those and all above
        ties: frozenset[int],  # of family, opposites, and lists that tell apart
    ) -> None:
        self.form = form
        self.words = words
        self.family = family
        self.opposites = opposites
        self.apart = apart
        self.own = own
        self.near = near
        self.opposed = opposed
        self.above = above
        self.above_shares = above_shares
        self.beside = beside
        self.level = level
        self.reached = reached
        self.ties = ties

    def strange(self, other: Senses) -> bool:
        """Whether two forms have nothing at all to do with each other, as most have."""
        return (
            self.level.isdisjoint(other.reached)
            and self.reached.isdisjoint(other.level)
            and self.ties.isdisjoint(other.ties)
        )


@lru_cache(maxsize=_KEPT_WORDS)
def senses(form: str) -> Senses | None:
    """What a word in any form may mean; None for one that is not known."""
    words = [word(number) for number in numbers(form)]
    if not words:
        return None
    own: dict[int, float] = {}
    for one in words:
        _keep_most(own, one.shares)
    near, opposed = _around(own)
    above, steps = _above(own, near)
    family = _union([one.family for one in words])
    opposites = _union([one.opposites for one in words])
    apart: list[int] = []
    for spelt in _alike([one.spelling for one in words], family):
        _add_same(spelt, own)
        apart.extend(news_words().apart.get(spelt, ()))
    for one in words:
        _add_wider(one.spelling, own, above, steps)
    beside = {
        number: share
        for number, share in above.items()
        if steps[number] == 1 and meaning(number).width <= WIDEST_SHARED
    }
    level = frozenset({*own, *near, *opposed, *beside})
    return Senses(
        form,
        frozenset(numbers(form)),
        family,
        opposites,
        frozenset(apart),
        own,
        near,
        opposed,
        tuple(above),
        tuple(above.values()),
        beside,
        level,
        level.union(above),
        family.union(opposites, [-1 - number for number in apart]),
    )


def _keep_most(kept: dict[int, float], shares: dict[int, float]) -> None:
    for number, share in shares.items():
        kept[number] = max(kept.get(number, 0.0), share)


def _around(own: dict[int, float]) -> tuple[dict[int, float], dict[int, float]]:
    """The meanings close to some, and those opposed to them."""
    near: dict[int, float] = {}
    opposed: dict[int, float] = {}
    for number, share in own.items():
        found = meaning(number)
        _keep_most(near, dict.fromkeys(found.close, share))
        _keep_most(opposed, dict.fromkeys(found.opposed, share))
    return near, opposed


def _alike(words: list[str], family: frozenset[int]) -> list[str]:
    """Words and those of their family that tell of the same: who does it is another thing, as a
    striker is no strike."""
    found = list(words)
    for number in family:
        spelt = spelling(number)
        if spelt not in found and not spelt.endswith(_DOERS):
            found.append(spelt)
    return found


def _add_same(spelt: str, own: dict[int, float]) -> None:
    """The meanings that a word has by the lists of news words that mean the same."""
    lists = news_words().same.get(spelt, ())
    for number in lists:
        own[-1 - number] = max(own.get(-1 - number, 0.0), LISTED / math.sqrt(len(lists)))


def _add_wider(
    spelt: str, own: dict[int, float], above: dict[int, float], steps: dict[int, int]
) -> None:
    """The meanings that a word has by the lists named for a more general word."""
    if spelt in news_words().wider:
        own[_LISTS - news_words().wider[spelt]] = LISTED
    for number in news_words().narrower.get(spelt, ()):
        above[_LISTS - number], steps[_LISTS - number] = LISTED, 1


def _above(
    own: dict[int, float], near: dict[int, float]
) -> tuple[dict[int, float], dict[int, int]]:
    """The meanings above some and those close to them: the most share, and the steps up to it."""
    found: dict[int, float] = {}
    up: dict[int, int] = {}
    for shares, part in ((own, 1.0), (near, CLOSE)):
        for number, share in shares.items():
            told = share * part
            for other, steps in meaning(number).above.items():
                if told > found.get(other, -1.0):
                    found[other], up[other] = told, steps
    return found, up


def _union(sets: list[frozenset[int]]) -> frozenset[int]:
    return frozenset([number for numbers in sets for number in numbers])


@lru_cache(maxsize=_KEPT_MEANINGS)
def meaning(number: int) -> Meaning:
    """A meaning by its number."""
    if number < 0:
        return Meaning(_LISTED_WIDTH, {}, (), ())
    return known_words().meaning(number)
