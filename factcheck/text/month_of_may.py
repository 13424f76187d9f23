"""May, the month, told apart from the word of possibility."""

from __future__ import annotations

from typing import Final

from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_TO_MONTHS: Final = words("roles.to_months")
_MAY_MARK: Final = mark_of(["may"])


def without_months(tokens: Tokens) -> list[str]:
    """The words, with a month of May left blank: "The May 11 bombing", "since May", "MAY 12"."""
    if not tokens.holds(_MAY_MARK):
        return tokens.words
    told = list(tokens.words)
    for i, word in enumerate(told):
        if word == "may" and tokens.raw(i) in ("May", "MAY") and _is_dated(told, i):
            told[i] = ""
    return told


def _is_dated(told: list[str], i: int) -> bool:
    """A day or year beside it, or a word that leads to a month: in a title verbs have capitals."""
    around = told[max(0, i - 1) : i] + told[i + 1 : i + 2]
    return any(word.isdecimal() for word in around) or told[max(0, i - 1)] in _TO_MONTHS
