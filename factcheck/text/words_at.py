"""The word at a place of a list that may end before it: no list is made to compare it, as a slice
would, which takes ten times as long in compiled code."""

from __future__ import annotations


def word_at(words: list[str], i: int) -> str:
    """The word at a place, "" where there is none."""
    return words[i] if 0 <= i < len(words) else ""


def is_at(words: list[str], i: int, word: str) -> bool:
    """Whether a word stands at a place."""
    return 0 <= i < len(words) and words[i] == word
