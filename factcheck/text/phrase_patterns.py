"""Phrases of the kinds table with words that may stand for each other, matched as they are written.

Spelled out, "taken|rushed|driven to|into hospital|a_clinic|intensive_care" would be eighteen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

Phrase = tuple[str, ...]
_Column = dict[str, list[Phrase]]  # what may stand at a place, by its first word

_BAR: Final = "|"
_POSSESSIVES: Final = ("his", "her", "their")


class PhrasePattern:
    """A phrase in columns: in each, one of several words or phrases."""

    __slots__ = ("columns",)

    def __init__(self, columns: list[_Column]) -> None:
        self.columns = columns

    def end(self, words: list[str], first: int) -> int:
        """The token past the longest match that begins at token `first`; -1 for none."""
        return _end(self.columns, 0, words, first)

    def openings(self) -> Iterator[tuple[str, str]]:
        """The first two words of what it matches, "" for none behind the first."""
        following = list(self.columns[1]) if len(self.columns) > 1 else [""]
        for word, phrases in self.columns[0].items():
            seconds = {
                second
                for phrase in phrases
                for second in (phrase[1:2] if len(phrase) > 1 else following)
            }
            for second in seconds:
                yield word, second


def _end(columns: list[_Column], at: int, words: list[str], i: int) -> int:
    if at == len(columns):
        return i
    if i >= len(words):
        return -1
    phrases = columns[at].get(words[i])
    if phrases is None:
        return -1
    furthest = -1
    for phrase in phrases:
        size = len(phrase)
        if size == 1 or _stands_at(words, i, phrase, size):
            past = _end(columns, at + 1, words, i + size)
            if past > furthest:
                furthest = past
    return furthest


def _stands_at(words: list[str], i: int, phrase: Phrase, size: int) -> bool:
    """Whether the words from `i` on are the phrase's; of the first it is known."""
    if i + size > len(words):
        return False
    for k in range(1, size):  # noqa: SIM110 (no generator, which costs as much as the rest)
        if words[i + k] != phrase[k]:
            return False
    return True


def is_pattern(text: str) -> bool:
    """Whether a phrase of the table has words that may stand for each other."""
    return _BAR in text


def pattern(text: str, parsed: Callable[[str], Phrase]) -> PhrasePattern:
    """The pattern as written; `parsed` makes words of a phrase as texts are made words."""
    columns: list[_Column] = []
    for written in text.split():
        chosen = written.replace("one's", _BAR.join(_POSSESSIVES)).split(_BAR)
        column: _Column = {}
        for words in chosen:
            phrase = parsed(words.replace("_", " "))
            column.setdefault(phrase[0], []).append(phrase)
        columns.append(column)
    return PhrasePattern(columns)
