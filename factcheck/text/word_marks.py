"""Which word lists a sentence holds a word of, as bits of one number.

Most rules have nothing to do in most sentences, as none of their words stands there. Searching
each sentence for each list would cost more than all the reading that is left; so a list that is
asked of whole sentences gets a bit, a word the bits of all its lists, and a sentence those of its
words. They are looked up once per distinct word, and a rule then asks with one "and".

A few lists are asked of every token of nearly every sentence: where may a number begin, where does
a word of harm stand? Those have bits of their own, which a sentence keeps for each of its tokens.

Numbers of up to 62 bits are quick in compiled code, larger ones are not; so the first 62 lists
have their bits in one number, and the others in a second one. So marks must not be or-ed: a mark
of the second number is negative, and "or" with it gives another list's bit or none. Who asks for
one of two lists asks twice, or for the mark of both lists together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_FIRST: Final = 62  # lists
IN_DIGITS: Final = 1
"""The bit of tokens that begin with a digit."""


class Marks:
    """The bits of a word: `first` and `further` those of the lists that are asked of whole
    sentences, `spot` those of the lists that are asked of every token."""

    __slots__ = ("first", "further", "spot")

    def __init__(self) -> None:
        self.first = 0
        self.further = 0
        self.spot = 0


_LISTS: Final[dict[frozenset[str], int]] = {}  # each list with its bit
_PLACES: Final[dict[frozenset[str], int]] = {}  # each list that is asked of every token
_MARKS: Final[dict[str, Marks]] = {}  # each word of them
UNLISTED: Final = Marks()
"""Those of a word that is on no list."""


def mark_of(words: Iterable[str]) -> int:
    """The bit of a list of words, written as tokens have them: `tokens.holds(bit)` tells whether
    any of them stands there. To be asked for as a module is loaded, before any text is read. It is
    negative for a bit of the second number."""
    listed = frozenset(words)
    if listed not in _LISTS:
        place = len(_LISTS)
        first = place < _FIRST
        bit = 1 << (place if first else place - _FIRST)
        for word in listed:
            marks = _MARKS.setdefault(word, Marks())
            if first:
                marks.first |= bit
            else:
                marks.further |= bit
        _LISTS[listed] = bit if first else -bit
    return _LISTS[listed]


def spot_of(words: Iterable[str]) -> int:
    """The bit of a list that is asked of every token: `tokens.at(bit)` are those of the list. To be
    asked for as a module is loaded, and seldom: Python keeps numbers of eight bits ready and makes
    larger ones anew."""
    listed = frozenset(words)
    if listed not in _PLACES:
        bit = _PLACES[listed] = IN_DIGITS << (len(_PLACES) + 1)
        for word in listed:
            _MARKS.setdefault(word, Marks()).spot |= bit
    return _PLACES[listed]


def marks_of(word: str) -> Marks:
    """The bits of a word; whether it begins with a digit is not among them."""
    return _MARKS.get(word, UNLISTED)


def count() -> int:
    """How many lists there are: what is remembered of words holds as long as it stays the same."""
    return lists_of_sentences() + len(_PLACES)


def lists_of_sentences() -> int:
    """How many of them are asked of whole sentences: the two numbers are quick up to 124."""
    return len(_LISTS)
