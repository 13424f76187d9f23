"""A statement's words: what it says beside its numbers, and how much of it another says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from factcheck.bare.denials import denies_figure
from factcheck.bare.statement_pieces import MONTHS, denying, pieces
from factcheck.judging.alignment import stem
from factcheck.judging.contrasts import contrasts
from factcheck.judging.wording import masked

LONGEST_REPLACED: Final = 3
_KEPT: Final = 1024  # statements that are remembered, and pairs of them


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a statement in order and as a set, as stems; the names among them; all
    words in lower case; the statement without its numbers. `contrasted`: the content words and
    months, as stems."""

    order: tuple[str, ...]
    content: frozenset[str]
    contrasted: frozenset[str]
    names: frozenset[str]
    all: frozenset[str]
    masked: str
    negated: bool
    denied: bool  # whether it denies the figure it prints


@lru_cache(maxsize=_KEPT)
def words(text: str) -> Words:
    """The words of a statement."""
    told = pieces(text)
    order: list[str] = []
    capital: set[str] = set()
    small: set[str] = set()
    for at, one in enumerate(told.known):
        if not one.content:
            continue
        order.append(one.stem)
        if not told.written[at][0].isupper() or one.weekday:
            small.add(one.stem)
        elif at not in told.opening:
            capital.add(one.stem)
    content = frozenset(order)
    every = frozenset([one.low for one in told.known])
    return Words(
        tuple(order),
        content,
        content.union([stem(month) for month in every & MONTHS]),
        frozenset(capital - small),
        every,
        masked(told.text),
        denying(told),
        denies_figure(told.text),
    )


def _sequence(text: str) -> list[str]:
    """All words in order as written, numbers and their bounds left out."""
    told = pieces(text)
    return [word for one, word in zip(told.known, told.written, strict=True) if one.spoken]


def replaced(claim: str, evidence: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The stretches of at most three words that stand in the other's place, all around being
    the same words."""
    own, other = _sequence(claim), _sequence(evidence)
    found = []
    for change in Levenshtein.opcodes([w.lower() for w in own], [w.lower() for w in other]):
        a = tuple(own[change.src_start : change.src_end])
        b = tuple(other[change.dest_start : change.dest_end])
        if change.tag == "replace" and max(len(a), len(b)) <= LONGEST_REPLACED:
            found.append((a, b))
    return found


@lru_cache(maxsize=1)
def _contrasted() -> dict[str, frozenset[str]]:
    """All the words of a section."""
    return {section: frozenset().union(*sets) for section, sets in contrasts().items()}


@lru_cache(maxsize=_KEPT)
def changed(claim: str, evidence: str) -> int:
    """How many words have to be put in, taken out or replaced to make one of the other, numbers
    left out; a hundred where hardly a word is common."""
    mine, theirs = pieces(claim), pieces(evidence)
    if abs(mine.spoken - theirs.spoken) > LONGEST_REPLACED:
        return 100
    own = [one.low for one in mine.known if one.spoken]
    other = [one.low for one in theirs.known if one.spoken]
    found = Levenshtein.distance(own, other)
    return found if 2 * found < max(len(own), len(other)) else 100


def kind_words() -> frozenset[str]:
    """The words that tell what was counted, or of whom."""
    known = _contrasted()
    return known["counted"] | known["group"]


def words_of(section: str) -> frozenset[str]:
    """All the words of a section, as stems."""
    return _contrasted()[section]


def contrast(section: str, claim: Words, evidence: Words) -> int:
    """How many sets of a section the claim has another member of than the evidence."""
    told, other = claim.contrasted, evidence.contrasted
    known = _contrasted()[section]
    if told.isdisjoint(known) or other.isdisjoint(known):
        return 0
    found = 0
    for own in contrasts()[section]:
        if not told.isdisjoint(own) and not other.isdisjoint(own):
            found += bool(told & own - other) and bool(other & own - told)
    return found


def contrast_of(claim: Words, evidence: Words) -> bool:
    """Whether the two tell of another kind of count or another group."""
    return bool(contrast("counted", claim, evidence) or contrast("group", claim, evidence))
