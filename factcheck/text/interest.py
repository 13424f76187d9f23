"""Which sentences are read closely: those with a number, a word of number or one of harm."""

from __future__ import annotations

from typing import Final

from claims_db.kinds import kinds
from factcheck.text.lexicon import lexicon
from factcheck.text.phrase_patterns import Phrase
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, table


def _rarest(phrase: Phrase) -> str:
    """The word of a phrase that is seldom there by chance: "hospital" of "taken to hospital"."""
    lex = lexicon()
    common = (lex.stop, lex.determiners, lex.auxiliary, lex.adverb)
    return max(phrase, key=lambda word: (not any(word in table for table in common), len(word)))


def _kinds_told_of_one() -> tuple[frozenset[str], frozenset[str]]:
    """The kinds that a sentence without a number may tell a count of: by a word, by a phrase."""
    uncounted = table(CONSTRUCTIONS).words("claims.not_implied")
    of_people = {kind.name for kind in kinds().values() if kind.of_people}
    return frozenset(of_people - uncounted), table(CONSTRUCTIONS).words("implied.victims")


def _words() -> frozenset[str]:
    lex, own = lexicon(), table(CONSTRUCTIONS)
    single, phrases = _kinds_told_of_one()
    harm = (
        _rarest(phrase)
        for entries in lex.triggers.values()
        for phrase, senses in entries
        if any(sense.kind in (single if len(phrase) == 1 else phrases) for sense in senses)
    )
    numbers = lex.number_words | frozenset(lex.fractions) | own.words("implied.zero")
    words = numbers.union(harm) - own.words("interest.too_common")
    return words | own.words("ranked.superlatives")


_WORDS: Final = _words()
_WORDS_MARK: Final = mark_of(_WORDS)
_PHRASES: Final = table(CONSTRUCTIONS).phrases("interest.phrases")


def is_worth_reading(tokens: Tokens) -> bool:
    """Whether a text may hold a claim: quick, and wrong only in saying yes."""
    if tokens.has_digits or tokens.holds(_WORDS_MARK):
        return True
    lowered = tokens.lowered
    return any(phrase in lowered for phrase in _PHRASES)
