"""Two statements → how each content word of the claim stands in the evidence.

A word is covered as it is, by its stem or meaning in the table of alike words, or by what is known
of words: a synonym, a word of its family, a more specific one. Where nothing covers it, its
opposite or another of its sort may stand there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.bare import name_cover, slight_words, standing_words
from factcheck.bare.statement_pieces import Piece, compared_words, pieces
from factcheck.judging.alignment import stem
from factcheck.text import word_cover
from factcheck.text.word_forms import numbers
from factcheck.text.word_knowledge import Relation, related_senses
from factcheck.text.word_senses import Senses, senses

COVERED: Final = 0.45  # from which a word counts as told
SURE: Final = 0.9  # from which no other word is asked for
_SPELT: Final = 4  # letters that a name and what is derived from it share
_MOST_ASKED: Final = 60  # words of the evidence that a word is held against
_LEAST_LETTERS: Final = 3
_BEGINNINGS: Final = frozenset("pre post mid non self anti semi half year day week month".split())
"""Parts of a compound that mean little alone: mid-air, three-day."""
_KEPT: Final = 1024  # statements that are remembered
_CAPITAL: Final = "capital"  # of a country named: told by the city's name
_BY_CAPITAL: Final = 0.9
_BASE: Final = {
    Relation.SAME: (1.0, 0.0),
    Relation.DERIVED: (0.95, 0.0),
    Relation.SYNONYM: (0.55, 0.4),
    Relation.KIN: (0.4, 0.4),
    Relation.GENERAL: (0.35, 0.5),  # the claim's word is the more general one
    Relation.SPECIFIC: (0.15, 0.28),
}


class Told:
    """A content word: as a stem too, whether it is a name, its place among all words, the
    preposition before it, how many words it stands from a number, what it may mean where it
    is a known word and no name, and the list of slight words that it is on."""

    __slots__ = ("at", "far", "name", "preposition", "senses", "slight", "stem", "word")

    def __init__(
        self,
        word: str,
        stem: str,
        name: bool,
        at: int,
        preposition: str,
        far: int,
        senses: Senses | None,
        slight: int,
    ) -> None:
        self.word = word
        self.slight = slight
        self.stem = stem
        self.name = name
        self.at = at
        self.preposition = preposition
        self.far = far
        self.senses = senses


class Content:
    """All words of a statement in lower case; the content words in order, where each stands first;
    and the lists of words of standing that it has, as bits."""

    __slots__ = ("by_stem", "by_word", "every", "standing", "words")

    def __init__(
        self,
        every: tuple[str, ...],
        words: tuple[Told, ...],
        by_word: dict[str, int],
        by_stem: dict[str, int],
        standing: int,
    ) -> None:
        self.every = every
        self.words = words
        self.by_word = by_word
        self.by_stem = by_stem
        self.standing = standing


@lru_cache(maxsize=_KEPT)
def content(text: str) -> Content:
    """The content words of a statement."""
    read = pieces(text)
    told: list[Told] = []
    slights = slight_words.sorts()
    counts = [at for at, one in enumerate(read.known) if one.compared and not one.preposition]
    preposition, since = "", 0
    for at, one in enumerate(read.known):
        since += 1
        if one.preposition:
            preposition, since = one.low, 0
        elif one.content:
            capital = read.written[at][0].isupper() and not one.weekday
            name = capital and (at not in read.opening or not numbers(one.low))
            tie = preposition if since <= 2 else ""
            meant = None if name else senses(one.bare)
            slight = 0 if name else slights.get(one.low, 0)
            told.append(Told(one.bare, one.stem, name, at, tie, _far(at, counts), meant, slight))
            if not name:
                preposition = ""
    by_word: dict[str, int] = {}
    by_stem: dict[str, int] = {}
    for index, found in enumerate(told):
        by_word.setdefault(found.word, index)
        by_stem.setdefault(found.stem, index)
    every = tuple([one.low for one in read.known])
    return Content(every, tuple(told), by_word, by_stem, _standing(read.known))


def _standing(known: list[Piece]) -> int:
    """The lists of words of standing that a statement has words of, as bits."""
    found, before = 0, ""
    for one in known:
        found |= one.standing
        if before:
            found |= standing_words.bits().get(f"{before} {one.low}", 0)
        before = one.low if one.begins_standing else ""
    return found


def _far(at: int, counts: list[int]) -> int:
    """How many words a word stands from the nearest number, at most 99."""
    least = 99
    for other in counts:
        far = at - other if at > other else other - at
        if far < least:
            least = far
    return least


class Covered:
    """A word of the claim: how surely the evidence tells it, 0–1, by which of its words, by which
    relation; how strongly the evidence has its opposite, or another of its sort."""

    __slots__ = ("opposite", "place", "relation", "sibling", "sure", "word")

    def __init__(
        self,
        word: Told,
        sure: float,
        place: int,
        relation: Relation,
        opposite: float,
        sibling: float,
    ) -> None:
        self.word = word
        self.sure = sure
        self.place = place
        self.relation = relation
        self.opposite = opposite
        self.sibling = sibling


_NOTHING: Final = (0.0, -1, Relation.NONE, 0.0, 0.0)


def covered(claim: str, evidence: str) -> list[Covered]:
    """How each content word of the claim stands in the evidence."""
    own, other = content(claim), content(evidence)
    asked = {word.at for word in own.words if not (word.name or _stands(word, other))}
    said = word_cover.covered(own.every, other.every, asked) if asked else [0.0] * len(own.every)
    found = []
    for word in own.words:
        told = _covered(word, said[word.at], other)
        if told.sure < COVERED:
            _otherwise(told, claim, evidence, other)
        found.append(told)
    return found


def _otherwise(told: Covered, claim: str, evidence: str, other: Content) -> None:
    """What no word of the evidence tells: a name by another one, a compound by its parts."""
    word = told.word
    if word.word == _CAPITAL and name_cover.names_capital(evidence, claim):
        told.sure, told.relation = _BY_CAPITAL, Relation.DERIVED
    if pieces(claim).written[word.at][0].isupper():
        sure = name_cover.told_otherwise(claim, word.at, evidence)
        if sure > told.sure:
            told.sure, told.relation = sure, Relation.DERIVED
    if "-" in word.word:
        parts = [
            part
            for part in word.word.split("-")
            if len(part) >= _LEAST_LETTERS and part not in _BEGINNINGS
        ]
        compared = compared_words()
        sures = [_part(part, other) for part in parts if part not in compared]
        if sures or parts:
            told.sure = max(told.sure, min(sures, default=COVERED))


def _part(part: str, other: Content) -> float:
    """How surely the evidence tells a part of a compound."""
    if part in other.by_word or stem(part) in other.by_stem:
        return 0.9
    own = senses(part)
    best = 0.0
    if own is not None:
        for told in other.words[:_MOST_ASKED]:
            if told.senses is not None:
                best = max(best, word_cover.support(related_senses(told.senses, own)))
    return best


def _stands(word: Told, other: Content) -> bool:
    """Whether the evidence has the word itself, or its stem."""
    return word.word in other.by_word or word.stem in other.by_stem


def _covered(word: Told, said: float, other: Content) -> Covered:
    place = other.by_word.get(word.word, -1)
    if place >= 0:
        return Covered(word, 1.0, place, Relation.SAME, 0.0, 0.0)
    place = other.by_stem.get(word.stem, -1)
    if place >= 0:
        return Covered(word, 0.95, place, Relation.SAME, 0.0, 0.0)
    if word.name:
        return _named(word, other)
    sure, opposite, sibling, at, relation = 0.0, 0.0, 0.0, -1, Relation.NONE
    own = word.senses
    if own is not None and len(word.word) >= _LEAST_LETTERS:
        for index, told in enumerate(other.words[:_MOST_ASKED]):
            if told.senses is None:
                continue
            like = related_senses(told.senses, own)
            if like.relation is Relation.NONE:
                continue
            if like.relation is Relation.OPPOSITE:
                opposite = max(opposite, like.strength)
            elif like.relation is Relation.SIBLING:
                sibling = max(sibling, like.strength)
            else:
                base, more = _BASE[like.relation]
                score = base + more * like.strength
                if score > sure:
                    sure, at, relation = score, index, like.relation
    return Covered(word, max(sure, said), at, relation, opposite, sibling)


def _named(word: Told, other: Content) -> Covered:
    """A name by its beginning: Chile, Chileans."""
    for index, told in enumerate(other.words):
        if told.name and told.word[:_SPELT] == word.word[:_SPELT] and len(word.word) >= _SPELT:
            return Covered(word, 0.8, index, Relation.DERIVED, 0.0, 0.0)
    return Covered(word, 0.0, -1, Relation.NONE, 0.0, 0.0)
