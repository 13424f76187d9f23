"""Counts that no number writes: the quantity that stands for one, and the nouns it is told by."""

from __future__ import annotations

from typing import Final

from factcheck.quantity import values
from factcheck.quantity.quantity import Quantity
from factcheck.text.lexicon import Person
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_HEADS: Final = words("implied.heads")
_HEAD_ENDINGS: Final = table(CONSTRUCTIONS).listed("implied.head_endings")
_SHORTEST_HEAD: Final = 6  # letters of a noun told by its ending


def quantity(
    tokens: Tokens, first: int, last: int, amount: float, head: str | None, person: Person | None
) -> Quantity:
    text = tokens.slice(first, last)
    value = values.value(amount, "exact", text)
    return Quantity(
        value, first, first, first + 1, last, head=head, phrase=text, person=person, implied=True
    )


def is_head(word: str) -> bool:
    """Whether a noun behind one of people is what is meant: "a hostage crisis". A verb of a single
    person's ends in -s or -ed or is a past, so the listed nouns are none."""
    return word in _HEADS or (len(word) > _SHORTEST_HEAD and word.endswith(_HEAD_ENDINGS))
