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


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> tuple[tuple[Sentence, Tokens], ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[Sentence, Tokens]]:
    for sentence in sentences.split(text):
        yield sentence, Tokens(sentence.text)
