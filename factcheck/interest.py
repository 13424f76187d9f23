"""Which sentences are read closely: those with a number, a word of number or one of harm."""

from __future__ import annotations

import re
from functools import lru_cache

from claims_db.kinds import kinds
from factcheck.lexicon import lexicon
from factcheck.word_tables import CONSTRUCTIONS, table


def is_worth_reading(text: str) -> bool:
    """Whether a text may hold a claim: quick, and wrong only in saying yes."""
    return _pattern().search(text.lower()) is not None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    lex, own = lexicon(), table(CONSTRUCTIONS)
    words = {*lex.number_words, "nobody", "none", "no one"}
    for first, entries in lex.triggers.items():
        if any(kinds()[sense.kind].of_people for _, senses in entries for sense in senses):
            words.add(first)
    words -= own.words("interest.too_common")
    words |= set(own.phrases("interest.phrases"))
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\d|\b(?:{'|'.join(longest)})\b")
