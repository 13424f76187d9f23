"""Which word lists a sentence holds a word of, as bits of one number.

Most rules have nothing to do in most sentences, as none of their words stands there. Searching
each sentence for each list would cost more than all the reading that is left; so a list that is
asked of whole sentences gets a bit, a word the bits of all its lists, and a sentence those of its
words. They are looked up once per distinct word, and a rule then asks with one "and".

Numbers of up to 62 bits are quick in compiled code, larger ones are not; so the first 62 lists
have their bits in one number, and the others in a second one. So marks must not be or-ed: a mark
of the second number is negative, and "or" with it gives another list's bit or none. Who asks for
one of two lists asks twice, or for the mark of both lists together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LISTS: Final[dict[frozenset[str], int]] = {}  # each list with its bit
_MARKS: Final[dict[str, int]] = {}  # each word of them with the bits of the first lists
_FURTHER: Final[dict[str, int]] = {}  # and of the others
_FIRST: Final = 62  # lists


def mark_of(words: Iterable[str]) -> int:
    """The bit of a list of words, written as tokens have them: `tokens.holds(bit)` tells whether
    any of them stands there. To be asked for as a module is loaded, before any text is read. It is
    negative for a bit of the second number."""
    listed = frozenset(words)
    if listed not in _LISTS:
        place = len(_LISTS)
        first = place < _FIRST
        bit = 1 << (place if first else place - _FIRST)
        marks = _MARKS if first else _FURTHER
        for word in listed:
            marks[word] = marks.get(word, 0) | bit
        _LISTS[listed] = bit if first else -bit
    return _LISTS[listed]


def marks_of(word: str) -> int:
    """The bits of the first lists that a word is on."""
    return _MARKS.get(word, 0)


def further_marks_of(word: str) -> int:
    """Those of the others."""
    return _FURTHER.get(word, 0)


def count() -> int:
    """How many lists there are: what is remembered of words holds as long as it stays the same."""
    return len(_LISTS)
