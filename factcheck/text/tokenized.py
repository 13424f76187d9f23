"""A text's sentences with their tokens, kept for the steps that read one text in turn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factcheck.text import sentences
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens

_KEPT = 4  # texts: a story and its title
_LONGEST_KEPT: Final = 200_000  # characters of a text worth keeping


def tokenized(text: str) -> Iterator[tuple[Sentence, Tokens]]:
    """The sentences in order, each with its tokens; treat them as read-only."""
    return iter(_kept(text)) if len(text) <= _LONGEST_KEPT else _read(text)


def of_title(text: str) -> Tokens:
    """The tokens of a title: those of its one sentence, if it has no more, which are asked for in
    turn by what reads it as claims, for its place and for the persons it tells of."""
    if len(text) > _LONGEST_KEPT:
        return Tokens(text)
    told = _kept(text)
    return told[0][1] if len(told) == 1 and told[0][1].text == text else Tokens(text)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> tuple[tuple[Sentence, Tokens], ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[Sentence, Tokens]]:
    for sentence in sentences.split(text):
        yield sentence, Tokens(sentence.text)
