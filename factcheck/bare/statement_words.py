"""A statement's words: what it says beside its numbers, and how much of it another says."""

from __future__ import annotations

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


class Words:
    """The content words of a statement in order and as a set, as stems; the names among them; all
    words in lower case; the statement without its numbers. `contrasted`: those of the
    content words and months, as stems, of which a statement means one, by section; a section of
    which it has none is left out."""

    __slots__ = ("all", "content", "contrasted", "denied", "masked", "names", "negated", "order")

    def __init__(
        self,
        order: tuple[str, ...],
        content: frozenset[str],
        contrasted: dict[str, set[str]],
        names: frozenset[str],
        all: frozenset[str],
        masked: str,
        negated: bool,
        denied: bool,  # whether it denies the figure it prints
    ) -> None:
        self.order = order
        self.content = content
        self.contrasted = contrasted
        self.names = names
        self.all = all
        self.masked = masked
        self.negated = negated
        self.denied = denied


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
        _by_section(content.union([stem(month) for month in every & MONTHS])),
        frozenset(capital - small),
        every,
        masked(told.text),
        denying(told),
        denies_figure(told.text),
    )


def _by_section(stems: frozenset[str]) -> dict[str, set[str]]:
    """Those of the stems that are in `contrasts`, by section."""
    found: dict[str, set[str]] = {}
    known, sections = _sections()
    for one in stems & known:
        for section in sections[one]:
            found.setdefault(section, set()).add(one)
    return found


@lru_cache(maxsize=1)
def _sections() -> tuple[frozenset[str], dict[str, list[str]]]:
    """All stems of `contrasts`, and the sections that each is of."""
    found: dict[str, list[str]] = {}
    for section, told in _contrasted().items():
        for one in told:
            found.setdefault(one, []).append(section)
    return frozenset(found), found


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
    told, other = claim.contrasted.get(section), evidence.contrasted.get(section)
    if told is None or other is None:
        return 0
    found = 0
    for own in contrasts()[section]:
        if not told.isdisjoint(own) and not other.isdisjoint(own):
            found += bool(told & own - other) and bool(other & own - told)
    return found


def contrast_of(claim: Words, evidence: Words) -> bool:
    """Whether the two tell of another kind of count or another group."""
    return bool(contrast("counted", claim, evidence) or contrast("group", claim, evidence))
