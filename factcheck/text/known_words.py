"""The shipped words: their meanings, what lies above those, words derived, opposites, forms.

Made by `scripts/build_words.py` from WordNet (`data/NOTICE.words`). `words_known.lines` begins
with a line that tells the layout's version, how many lines of each kind follow, and their digest:

    word     spelling, meanings each with a share, words derived, opposites (sorted by spelling)
    meaning  width, meanings above it each with the steps, meanings close to it, opposed to it
    form     irregular spelling, its words (sorted by spelling)

Words and meanings are numbered from 0 as they stand, in digits of base 36. The last digit behind
a meaning's number is its share of the word's use in 35ths, or the steps up. A width is the binary
logarithm of how many meanings lie at or below one. Nothing in the file is executed.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from typing import Final

from claims_db.errors import TableError

NAME: Final = "words_known.lines"
VERSION: Final = "words-known-1"
SHARE_STEPS: Final = 35
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_MEND: Final = "Install the package anew, or build the file with scripts/build_words.py"


class Word:
    """A word: its meanings with how often it has each, 0–1; its own number with those of the words
    derived from it or it from them; those of its opposites."""

    __slots__ = ("family", "opposites", "shares", "spelling")

    def __init__(
        self,
        spelling: str,
        shares: dict[int, float],
        family: frozenset[int],
        opposites: frozenset[int],
    ) -> None:
        self.spelling = spelling
        self.shares = shares
        self.family = family
        self.opposites = opposites


class Meaning:
    """A meaning: its width, the steps to those above it, those close to it, and those of the
    opposites of its words."""

    __slots__ = ("above", "close", "opposed", "width")

    def __init__(
        self,
        width: int,
        above: dict[int, int],
        close: tuple[int, ...],
        opposed: tuple[int, ...],
    ) -> None:
        self.width = width
        self.above = above
        self.close = close
        self.opposed = opposed


class KnownWords:
    """The file as lines, parsed one by one when asked for. Raises TableError if it is damaged."""

    def __init__(self, data: bytes, where: str = NAME) -> None:
        head, _, body = data.partition(b"\n")
        told = head.decode("ascii", "replace").split(" ")
        if len(told) != 5 or told[0] != VERSION:
            what = f"it begins with {' '.join(told)[:40]!r}, not with {VERSION!r}"
            raise TableError(what, where=where, mend=_MEND)
        if digest(body) != told[4]:
            what = "it is damaged: its lines are not those its first line tells of"
            raise TableError(what, where=where, mend=_MEND)
        lines = body.decode("utf-8").split("\n")
        words, meanings = int(told[1]), int(told[2])
        self._words: list[str] = lines[:words]
        self._meanings: list[str] = lines[words : words + meanings]
        self._forms: list[str] = lines[words + meanings : -1]

    def __len__(self) -> int:
        return len(self._words)

    def number(self, spelling: str) -> int:
        """The number of a word; -1 where it is not known."""
        at = bisect_left(self._words, spelling + "\t")
        if at < len(self._words) and self._words[at].startswith(spelling + "\t"):
            return at
        return -1

    def phrases(self, first: str) -> tuple[tuple[str, ...], ...]:
        """The words behind a first one in the phrases that begin so."""
        found: list[tuple[str, ...]] = []
        at = bisect_left(self._words, first + " ")
        while at < len(self._words) and self._words[at].startswith(first + " "):
            found.append(tuple(self._words[at].partition("\t")[0].split(" ")[1:]))
            at += 1
        return tuple(found)

    def spelling(self, number: int) -> str:
        """How a word is spelt, by its number."""
        return self._words[number].partition("\t")[0]

    def word(self, number: int) -> Word:
        """A word by its number."""
        columns = self._words[number].split("\t")
        shares = {
            int(told[:-1], 36): _DIGITS.index(told[-1]) / SHARE_STEPS for told in columns[1].split()
        }
        family = frozenset(int(told, 36) for told in _column(columns, 2)) | {number}
        opposites = frozenset(int(told, 36) for told in _column(columns, 3))
        return Word(columns[0], shares, family, opposites)

    def meaning(self, number: int) -> Meaning:
        """A meaning by its number."""
        columns = self._meanings[number].split("\t")
        above = {int(told[:-1], 36): int(told[-1]) for told in _column(columns, 1)}
        close = tuple([int(told, 36) for told in _column(columns, 2)])
        opposed = tuple([int(told, 36) for told in _column(columns, 3)])
        return Meaning(int(columns[0]), above, close, opposed)

    def form(self, spelling: str) -> tuple[int, ...]:
        """The numbers of the words that an irregular form is one of."""
        at = bisect_left(self._forms, spelling + "\t")
        if at < len(self._forms) and self._forms[at].startswith(spelling + "\t"):
            return tuple([int(told, 36) for told in self._forms[at].split("\t")[1].split()])
        return ()


def _column(columns: list[str], at: int) -> list[str]:
    return columns[at].split() if at < len(columns) else []


def digits(number: int) -> str:
    """A number from 0 in base 36."""
    told = _DIGITS[number % 36]
    while number >= 36:
        number //= 36
        told = _DIGITS[number % 36] + told
    return told


def digest(body: bytes) -> str:
    """What tells whether the lines are whole."""
    return hashlib.sha256(body).hexdigest()[:32]


def first_line(body: bytes, words: int, meanings: int, forms: int) -> str:
    """The line that stands before lines of so many words, meanings and forms."""
    return f"{VERSION} {words} {meanings} {forms} {digest(body)}"


@lru_cache(maxsize=1)
def known_words() -> KnownWords:
    """The shipped file, read once. Raises TableError."""
    try:
        data = (files("factcheck") / "data" / NAME).read_bytes()
    except OSError as error:
        raise TableError("the file can't be read", where=NAME, mend=_MEND) from error
    return KnownWords(data)
