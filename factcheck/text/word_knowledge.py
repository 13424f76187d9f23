"""What two words have to do with each other: the same, a synonym, more general, the opposite.

Words are taken in any form ("slain", "blazes"), in lower case, without their sentence: whichever
meanings the two may share counts, by how often each word has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from factcheck.text.word_senses import CLOSE, LISTED, Senses, meaning, senses

_KEPT_PAIRS: Final = 8192  # of those that have something to do with each other
_WIDEST: Final = 12
"""Width at which a more general word tells nothing any more (2 to this many meanings below it)."""


class Relation(Enum):
    """How a word `b` stands to a word `a`."""

    SAME = "same"  # forms of one word: kill, killed
    OPPOSITE = "opposite"  # rise, fall
    DERIVED = "derived"  # of one family: kill, killer
    SYNONYM = "synonym"  # share a meaning: blaze, fire
    KIN = "kin"  # have meanings close to each other: blast, explode
    GENERAL = "general"  # b is more general: car, vehicle
    SPECIFIC = "specific"  # b is more specific: vehicle, car
    SIBLING = "sibling"  # two sorts of one thing: Monday, Tuesday
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A relation and how strong it is, 0–1: how often the two words have the meanings that bear
    it, and how little else the more general of the two says."""

    relation: Relation
    strength: float


_APART: Final = Likeness(Relation.SIBLING, 0.9)
_NONE: Final = Likeness(Relation.NONE, 0.0)
_SAME: Final = Likeness(Relation.SAME, 1.0)


def related(a: str, b: str) -> Likeness:
    """How `b` stands to `a`, by the nearest relation that the two have."""
    if a == b:
        return _SAME
    own, other = senses(a), senses(b)
    return _NONE if own is None or other is None else related_senses(own, other)


def related_senses(own: Senses, other: Senses) -> Likeness:
    """How the second of two words stands to the first."""
    return _NONE if own.strange(other) else _related(own.form, other.form)


@lru_cache(maxsize=_KEPT_PAIRS)
def _related(a: str, b: str) -> Likeness:
    """The relation of two words that share something."""
    own, other = senses(a), senses(b)
    if own is None or other is None:
        return _NONE
    if own.words & other.words:
        return _SAME
    if own.opposites & other.family or other.opposites & own.family:
        return Likeness(Relation.OPPOSITE, 1.0)
    if own.family & other.family:
        return Likeness(Relation.DERIVED, 1.0)
    shared = _shared(own.own, other.own)
    if own.apart & other.apart and shared < LISTED / 2:
        return _APART
    if shared:
        return Likeness(Relation.SYNONYM, shared)
    shared = max(_shared(own.near, other.own), _shared(own.own, other.near))
    shared = max(shared, CLOSE * _shared(own.near, other.near))
    opposed = max(_shared(own.opposed, other.own), _shared(own.own, other.opposed))
    if opposed > shared:
        return Likeness(Relation.OPPOSITE, opposed)
    if shared:
        return Likeness(Relation.KIN, shared)
    return _apart(own, other)


def _apart(own: Senses, other: Senses) -> Likeness:
    """The relation of two words that share no meaning."""
    up, down = _within(own, other), _within(other, own)
    if up or down:
        relation = Relation.GENERAL if up > down else Relation.SPECIFIC
        return Likeness(Relation.KIN if up == down else relation, max(up, down))
    shared = _shared(own.beside, other.beside)
    return Likeness(Relation.SIBLING, shared) if shared else _NONE


def _shared(own: dict[int, float], other: dict[int, float]) -> float:
    """The most that both have of a meaning: the lesser of their shares."""
    found = 0.0
    if len(own) > len(other):
        own, other = other, own
    for number, share in own.items():
        if number in other:
            found = max(found, min(share, other[number]))
    return found


def _within(narrow: Senses, wide: Senses) -> float:
    """How surely what the one word means is a sort of what the other means."""
    found = 0.0
    for number, share in zip(narrow.above, narrow.above_shares, strict=True):
        held = max(wide.own.get(number, 0.0), CLOSE * wide.near.get(number, 0.0))
        if held:
            telling = max(0.0, 1.0 - meaning(number).width / _WIDEST)
            found = max(found, min(share, held) * telling)
    return found
