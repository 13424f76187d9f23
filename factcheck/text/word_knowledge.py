"""What two words have to do with each other: the same, a synonym, more general, the opposite.

Words are taken in any form ("slain", "blazes"), in lower case, without their sentence: whichever
meanings the two may share counts, by how often each word has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from factcheck.text.known_words import Meaning, known_words

_KEPT_PAIRS: Final = 32_768
_KEPT_WORDS: Final = 4096
_CLOSE: Final = 0.8
"""How much of a word's share of a meaning it has of one close to that: explode beside blast."""
_WIDEST: Final = 12
"""Width at which a more general word tells nothing any more (2 to this many meanings below it)."""
_WIDEST_SHARED: Final = 6
"""Two words right below a meaning no wider than this are siblings: Monday and Tuesday."""


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


@dataclass(frozen=True, slots=True)
class _Told:
    """What a form may mean: its words; their families and opposites, by number; its meanings and
    those close to them, those opposed to them, each with its share; those above with the steps."""

    words: frozenset[int]
    family: frozenset[int]
    opposites: frozenset[int]
    own: dict[int, float]
    near: dict[int, float]
    opposed: dict[int, float]
    above: dict[int, tuple[float, int]]


_NONE: Final = Likeness(Relation.NONE, 0.0)
_SAME: Final = Likeness(Relation.SAME, 1.0)
_ENDINGS: Final = (
    ("men", ("man",)),
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ves", ("f", "fe", "ve")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
)
_COMPARED: Final = frozenset(("er", "est", "ier", "iest"))
_DOUBLED: Final = frozenset(("ed", "ing", "er", "est"))
_SHORTEST: Final = 3  # letters of a word that an ending may be taken off to


@lru_cache(maxsize=_KEPT_PAIRS)
def related(a: str, b: str) -> Likeness:
    """How `b` stands to `a`, by the nearest relation that the two have."""
    if a == b:
        return _SAME
    own, other = _told(a), _told(b)
    if own is None or other is None:
        return _NONE
    if own.words & other.words:
        return _SAME
    if own.opposites & other.family or other.opposites & own.family:
        return Likeness(Relation.OPPOSITE, 1.0)
    if own.family & other.family:
        return Likeness(Relation.DERIVED, 1.0)
    shared = _shared(own.own, other.own)
    if shared:
        return Likeness(Relation.SYNONYM, shared)
    shared = max(_shared(own.near, other.own), _shared(own.own, other.near))
    shared = max(shared, _CLOSE * _shared(own.near, other.near))
    opposed = max(_shared(own.opposed, other.own), _shared(own.own, other.opposed))
    if opposed > shared:
        return Likeness(Relation.OPPOSITE, opposed)
    if shared:
        return Likeness(Relation.KIN, shared)
    return _apart(own, other)


def _apart(own: _Told, other: _Told) -> Likeness:
    """The relation of two words that share no meaning."""
    up, down = _within(own, other), _within(other, own)
    if up or down:
        relation = Relation.GENERAL if up > down else Relation.SPECIFIC
        return Likeness(Relation.KIN if up == down else relation, max(up, down))
    shared = 0.0
    for number, (share, steps) in own.above.items():
        if steps == 1 and number in other.above and other.above[number][1] == 1:
            if _meaning(number).width <= _WIDEST_SHARED:
                shared = max(shared, min(share, other.above[number][0]))
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


def _within(narrow: _Told, wide: _Told) -> float:
    """How surely what the one word means is a sort of what the other means."""
    found = 0.0
    for number, (share, _) in narrow.above.items():
        held = max(wide.own.get(number, 0.0), _CLOSE * wide.near.get(number, 0.0))
        if held:
            telling = max(0.0, 1.0 - _meaning(number).width / _WIDEST)
            found = max(found, min(share, held) * telling)
    return found


@lru_cache(maxsize=_KEPT_WORDS)
def _told(form: str) -> _Told | None:
    words = [known_words().word(number) for number in numbers(form)]
    if not words:
        return None
    own: dict[int, float] = {}
    for word in words:
        for number, share in word.shares.items():
            own[number] = max(own.get(number, 0.0), share)
    near: dict[int, float] = {}
    opposed: dict[int, float] = {}
    for number, share in own.items():
        for other in _meaning(number).close:
            near[other] = max(near.get(other, 0.0), share)
        for other in _meaning(number).opposed:
            opposed[other] = max(opposed.get(other, 0.0), share)
    return _Told(
        frozenset(numbers(form)),
        _union([word.family for word in words]),
        _union([word.opposites for word in words]),
        own,
        near,
        opposed,
        _above(own, near),
    )


def _above(own: dict[int, float], near: dict[int, float]) -> dict[int, tuple[float, int]]:
    found: dict[int, tuple[float, int]] = {}
    for shares, part in ((own, 1.0), (near, _CLOSE)):
        for number, share in shares.items():
            for other, steps in _meaning(number).above.items():
                before = found.get(other)
                if before is None or before[0] < share * part:
                    found[other] = (share * part, steps)
    return found


def _union(sets: list[frozenset[int]]) -> frozenset[int]:
    return frozenset([number for numbers in sets for number in numbers])


@lru_cache(maxsize=_KEPT_WORDS)
def _meaning(number: int) -> Meaning:
    return known_words().meaning(number)


@lru_cache(maxsize=_KEPT_WORDS)
def numbers(form: str) -> tuple[int, ...]:
    """The numbers of the words that a form may be of, itself first: "left" is left and leave."""
    known = known_words()
    itself = known.number(form)
    found = [itself] if itself >= 0 else []
    irregular = known.form(form)
    if irregular:
        return (*found, *[number for number in irregular if number != itself])
    for ending, instead in _ENDINGS:
        if not form.endswith(ending) or len(form) - len(ending) < _SHORTEST - 1:
            continue
        if itself >= 0 and ending in _COMPARED:  # an invader is no comparative
            continue
        begin = form[: len(form) - len(ending)]
        tried = [begin + end for end in instead]
        if ending in _DOUBLED and begin[-1] == begin[-2]:
            tried.append(begin[:-1])
        for spelling in tried:
            number = known.number(spelling)
            if number >= 0 and number not in found:
                found.append(number)
    return tuple(found)


def lemmas(form: str) -> tuple[str, ...]:
    """The words that a form may be of, itself first; empty for one that is not known."""
    return tuple([known_words().word(number).spelling for number in numbers(form)])
