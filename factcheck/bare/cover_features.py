"""Features of two bare statements: which words of the claim the evidence tells in other words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from factcheck.bare import slight_words, standing_words
from factcheck.bare.covering import COVERED, SURE, Covered, content, covered
from factcheck.bare.feature_columns import MISSING, Values, feature
from factcheck.bare.statement_pair import StatementPair
from factcheck.text.word_knowledge import Relation

_NEAR: Final = 2  # words from a number within which a word belongs to it
_FARTHEST: Final = 12.0
_ENDS: Final = 2  # content words at either end
_AGENT, _OTHER = ("by",), ("to", "from", "against", "over", "with", "for", "into")


def covered_words(pair: StatementPair) -> list[Covered]:
    """How each content word of the claim stands in the evidence."""
    if pair.covered is None:
        pair.covered = covered(pair.claim, pair.evidence)
    return pair.covered


def _lacking(words: Sequence[Covered]) -> float:
    return float(min(6, sum([one.sure < COVERED for one in words])))


def _mean(words: Sequence[Covered]) -> float:
    return sum([one.sure for one in words]) / len(words) if words else MISSING


def told_words(pair: StatementPair) -> Values:
    """How surely the evidence tells the claim's words, in its own or others."""
    told = [one for one in covered_words(pair) if not one.word.slight]
    names = [one for one in told if one.word.name]
    others = [one for one in told if not one.word.name]
    near = [one for one in others if one.word.far <= _NEAR]
    first, last = told[:_ENDS], told[-_ENDS:]
    return [
        _mean(told),
        _mean(others),
        _lacking(told),
        _lacking(others),
        _lacking(names),
        _lacking(near),
        _lacking(first),
        _lacking(last),
        min([one.sure for one in others], default=MISSING),
        min([one.sure for one in near], default=MISSING),
        min([one.sure for one in first], default=MISSING),
        sum([one.sure >= SURE for one in told]) / max(1, len(told)),
    ]


def slight_words_told(pair: StatementPair) -> Values:
    """How many words that say little, by sort, the evidence lacks."""
    slight = [one for one in covered_words(pair) if one.word.slight and one.sure < COVERED]
    sorts = range(1, len(slight_words.names()) + 1)
    return [float(min(4, sum([one.word.slight == sort for one in slight]))) for sort in sorts]


def told_otherwise(pair: StatementPair) -> Values:
    """Words for which the evidence has a synonym, a wider or narrower word, or the opposite."""
    told = covered_words(pair)
    relations = [one.relation for one in told]
    lacking = [one for one in told if one.sure < COVERED]
    return [
        float(relations.count(Relation.SYNONYM) + relations.count(Relation.KIN)),
        float(relations.count(Relation.GENERAL)),
        float(relations.count(Relation.SPECIFIC)),
        sum([one.opposite for one in told]),
        sum([one.opposite for one in lacking]),
        sum([one.sibling for one in lacking]),
        max([one.sibling for one in lacking], default=0.0),
    ]


def told_together(pair: StatementPair) -> Values:
    """How near each other, and in which order, the evidence tells what the claim does."""
    told = covered_words(pair)
    words = content(pair.evidence).words
    places = [words[one.place].at for one in told if one.place >= 0 and one.sure >= COVERED]
    steps = [after - before for before, after in itertools.pairwise(places)]
    far = [min(_FARTHEST, float(abs(step))) for step in steps]
    return [
        sum(far) / len(far) if far else MISSING,
        max(far, default=MISSING),
        sum([step < 0 for step in steps]) / len(steps) if steps else MISSING,
        float(places[0]) if places else MISSING,
    ]


def roles(pair: StatementPair) -> Values:
    """Whether names that both have stand in another order, or behind another small word."""
    words = content(pair.evidence).words
    shared = [
        one
        for one in covered_words(pair)
        if one.word.name and one.place >= 0 and one.sure >= COVERED
    ]
    places = [words[one.place].at for one in shared]
    turned = sum([after < before for before, after in itertools.pairwise(places)])
    ties = [(one.word.preposition, words[one.place].preposition) for one in shared]
    return [
        float(min(5, len(shared))),
        float(turned),
        float(sum([(a in _AGENT) != (b in _AGENT) for a, b in ties])),
        float(sum([(a in _OTHER) != (b in _OTHER) for a, b in ties])),
        float(_tie(ties[0][1])) if ties else MISSING,
    ]


def _tie(preposition: str) -> int:
    if not preposition:
        return 0
    return 1 if preposition in _AGENT else 2 if preposition in _OTHER else 3


def standing(pair: StatementPair) -> Values:
    """Words that tell how far a thing has come: 1 in the claim alone, -1 in the evidence alone."""
    own, other = content(pair.claim).standing, content(pair.evidence).standing
    return [float((own >> at & 1) - (other >> at & 1)) for at in range(len(standing_words.names()))]


COVER: Final = (
    feature(
        told_words,
        *("mean", "others_mean", "lacking", "others_lacking", "names_lacking", "near_lacking"),
        *("first_lacking", "last_lacking", "least", "near_least", "first_least", "sure"),
    ),
    feature(slight_words_told, *slight_words.names()),
    feature(
        told_otherwise,
        *("alike", "general", "specific", "opposite", "opposite_lacking"),
        *("sibling", "most_sibling"),
    ),
    feature(told_together, "mean", "most", "turned", "first"),
    feature(roles, "names", "turned", "agent", "other", "first"),
    feature(standing, *standing_words.names()),
)
