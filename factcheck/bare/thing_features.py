"""Features of two bare statements: whether a number is found, and counts the same things there.

A number may be found as a count of other things, its things with another number, or neither. Things
are alike by what is known of words: pupils beside children, cars beside homes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from factcheck.bare import slight_words
from factcheck.bare.cover_features import covered_words
from factcheck.bare.derived_features import follows
from factcheck.bare.feature_columns import MISSING, Values, feature
from factcheck.bare.printed import Printed
from factcheck.bare.printed_comparison import FORM, REFUTES, SUPPORTS
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_pieces import compared_words, piece
from factcheck.text import word_cover
from factcheck.text.word_knowledge import related_senses
from factcheck.text.word_senses import senses

_UNCOUNTED: Final = ("label", "clock", "rank")
_ALIKE: Final = 0.45
_KEPT: Final = 8192


def things(told: Printed) -> list[str]:
    """The words with a meaning of the phrase that a number counts, in lower case."""
    slight, compared = slight_words.sorts(), compared_words()
    return [
        word
        for word in sorted(told.phrase.words)
        if word not in slight and word not in compared and piece(word).content
    ]


@lru_cache(maxsize=_KEPT)
def _alike(own: str, other: str) -> float:
    """How far a word says another, 0–1."""
    if own == other or piece(own).stem == piece(other).stem:
        return 1.0
    mine, theirs = senses(own), senses(other)
    if mine is None or theirs is None or mine.strange(theirs):
        return 0.0
    return word_cover.support(related_senses(theirs, mine))


def _likeness(own: list[str], other: Iterable[str]) -> float:
    """How far the words of one phrase say a word of another."""
    told = list(other)
    return max([_alike(word, theirs) for word in own for theirs in told], default=0.0)


class _Thing:
    """A number of the claim: whether the evidence has it, or it follows from several; how alike the
    things are that it counts there, and that other numbers count; how surely the evidence tells
    the least and the most told of its things at all."""

    __slots__ = ("anywhere", "elsewhere", "follows", "found", "least", "there")

    def __init__(self, pair: StatementPair, at: int) -> None:
        own = pair.printed.claim.numbers[at]
        mine = things(own)
        self.found = 0
        self.there = self.elsewhere = MISSING
        for stand, other in zip(
            pair.printed.stands[at], pair.printed.evidence.numbers, strict=True
        ):
            alike = _likeness(mine, things(other)) if mine and other.phrase.words else MISSING
            if stand in (SUPPORTS, FORM):
                self.found += 1
                self.there = max(self.there, alike)
            elif stand == REFUTES:
                self.elsewhere = max(self.elsewhere, alike)
        self.follows = not self.found and follows(pair, own)
        sures = {one.word.word: one.sure for one in covered_words(pair)}
        told = [sures[word] for word in mine if word in sures]
        self.least = min(told, default=MISSING)
        self.anywhere = max(told, default=MISSING)

    def worth(self) -> tuple[float, float]:
        """What the numbers are ordered by, the one that is least told first."""
        return (float(self.found > 0 or self.follows), self.there)


def counted_things(pair: StatementPair) -> Values:
    """Whether the evidence has the claim's least told number, and of the same things."""
    told = [
        _Thing(pair, at)
        for at, own in enumerate(pair.printed.claim.numbers)
        if own.sort not in _UNCOUNTED and not own.role
    ]
    if not told:
        return [MISSING, MISSING, MISSING, MISSING, MISSING, 0.0, 0.0, 0.0, 0.0]
    open_ones = [one for one in told if not one.found and not one.follows]
    worst = min(told, key=lambda one: one.worth())
    return [
        float(min(2, worst.found)),
        worst.there,
        worst.elsewhere,
        worst.least,
        worst.anywhere,
        float(sum([one.elsewhere >= _ALIKE for one in open_ones])),
        float(sum([one.elsewhere < _ALIKE for one in open_ones])),
        float(sum([one.found > 0 and -0.5 < one.there < _ALIKE for one in told])),
        float(sum([one.follows for one in told])),
    ]


THINGS: Final = (
    feature(
        counted_things,
        *(
            "found",
            "there",
            "elsewhere",
            "least",
            "anywhere",
            "contrary",
            "untold",
            "other",
            "follows",
        ),
    ),
)
