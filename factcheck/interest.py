"""Which sentences are read closely: those with a number, a word of number or one of harm."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db.kinds import kinds
from factcheck.lexicon import lexicon
from factcheck.tokens import Tokens
from factcheck.word_tables import CONSTRUCTIONS, table

_DIGIT: Final = re.compile(r"\d")


def is_worth_reading(tokens: Tokens) -> bool:
    """Whether a text may hold a claim: quick, and wrong only in saying yes."""
    return (
        not _words().isdisjoint(tokens.words)
        or _DIGIT.search(tokens.lowered) is not None
        or any(phrase in tokens.lowered for phrase in _phrases())
    )


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    lex, own = lexicon(), table(CONSTRUCTIONS)
    harm = (
        first
        for first, entries in lex.triggers.items()
        if any(kinds()[sense.kind].of_people for _, senses in entries for sense in senses)
    )
    numbers = lex.number_words | own.words("implied.zero")
    words = numbers.union(harm) - own.words("interest.too_common")
    return words | own.words("ranked.superlatives")


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    return table(CONSTRUCTIONS).phrases("interest.phrases")
