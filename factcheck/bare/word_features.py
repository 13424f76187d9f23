"""Features of two bare statements: what they say beside numbers and dates."""

from __future__ import annotations

from typing import Final

from factcheck.bare.feature_columns import Values, feature
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_words import contrast

SCOPES: Final[tuple[tuple[str, frozenset[str]], ...]] = tuple(
    (told.split()[0], frozenset(told.split()))
    for told in (
        "new",
        "total overall altogether",
        "active current currently",
        "worldwide global globally international internationally",
        "domestic domestically home",
        "average weighted",
        "opening weekend",
        "only just",
        "all every entire",
        "first",
        "last final latest",
        "largest most biggest highest",
        "least lowest smallest",
        "expected will would plan planned plans scheduled set announced",
        "was were had",
        "is are has",
        "daily per",
        "another other others additional",
        "each both half",
        "including",
    )
)


_SCOPES_OF: Final = {
    word: sum([1 << at for at, (_, others) in enumerate(SCOPES) if word in others])
    for _, told in SCOPES
    for word in told
}
_SCOPED: Final = frozenset(_SCOPES_OF)


def cover(pair: StatementPair) -> Values:
    """How much of each statement's wording the other has."""
    own, other = pair.claim_words, pair.evidence_words
    shared = len(own.content & other.content)
    runs = set(zip(own.order, own.order[1:], strict=False))
    told = set(zip(other.order, other.order[1:], strict=False))
    return [
        shared / max(1, len(own.content)),
        float(min(len(own.content - other.content), 10)),
        shared / max(1, len(other.content)),
        float(len(own.content)),
        float(min(len(other.content), 60)),
        len(runs & told) / max(1, len(runs)),
    ]


def names(pair: StatementPair) -> Values:
    """How many of the claim's names the evidence has, and whether it has others in their place."""
    own, other = pair.claim_words, pair.evidence_words
    missing = len(own.names - other.content)
    others = len(other.names - own.content)
    return [
        len(own.names & other.content) / len(own.names) if own.names else 0.5,
        float(min(missing, 5)),
        float(min(others, 8)),
        float(len(own.names)),
        float(min(missing, others, 4)),
    ]


def other_words(pair: StatementPair) -> Values:
    """How many of the claim's words that are no names the evidence has."""
    own = pair.claim_words.content - pair.claim_words.names
    told = len(own & pair.evidence_words.content)
    return [told / len(own) if own else 0.5, float(min(len(own) - told, 8))]


def likeness(pair: StatementPair) -> Values:
    """How alike the statements are without their numbers."""
    return [
        pair.of_sets / 100.0,
        pair.in_order / 100.0,
        min(len(pair.evidence) / max(1, len(pair.claim)), 6.0),
    ]


def negated(pair: StatementPair) -> Values:
    """Whether a statement denies, and whether it is its figure that it denies."""
    own, other = pair.claim_words, pair.evidence_words
    return [
        float(own.negated),
        float(other.negated),
        float(own.negated != other.negated),
        float(own.denied != other.denied),
    ]


def contrasts(pair: StatementPair) -> Values:
    """Words of which a statement means one and not another: killed, wounded; rose, fell."""
    own, other = pair.claim_words, pair.evidence_words
    return [
        float(min(contrast(section, own, other), 2))
        for section in ("counted", "group", "opposite", "time")
    ]


def scope(pair: StatementPair) -> Values:
    """Words that say how much is counted: 1 in the claim alone, -1 in the evidence alone."""
    own, other = _scopes(pair.claim_words.all), _scopes(pair.evidence_words.all)
    if own == other:
        return [0.0] * len(SCOPES)
    return [float((own >> at & 1) - (other >> at & 1)) for at in range(len(SCOPES))]


def _scopes(words: frozenset[str]) -> int:
    """Which of the scopes some words tell, as bits."""
    found = 0
    for word in words & _SCOPED:
        found |= _SCOPES_OF[word]
    return found


def missing_at(pair: StatementPair) -> Values:
    """Where in the claim the first and the last word stand that the evidence lacks."""
    order, told = pair.claim_words.order, pair.evidence_words.content
    places = [at / len(order) for at, word in enumerate(order) if word not in told]
    return [places[0], places[-1]] if places else [1.5, -0.5]


WORDS: Final = (
    feature(cover, "claim", "missing", "evidence", "words", "evidence_words", "runs"),
    feature(names, "cover", "missing", "other", "count", "in_place"),
    feature(other_words, "cover", "missing"),
    feature(likeness, "of_sets", "in_order", "length"),
    feature(negated, "claim", "evidence", "one", "figure"),
    feature(contrasts, "counted", "group", "opposite", "time"),
    feature(scope, *(name for name, _ in SCOPES)),
    feature(missing_at, "first", "last"),
)
