"""Which word lists a sentence holds a word of, as bits of one number.

Most rules have nothing to do in most sentences, as none of their words stands there. Searching
each sentence for each list would cost more than all the reading that is left; so a list that is
asked of whole sentences gets a bit, a word the bits of all its lists, and a sentence those of its
words. They are looked up once per distinct word, and a rule then asks with one "and".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LISTS: Final[dict[frozenset[str], int]] = {}  # each list with its bit
_MARKS: Final[dict[str, int]] = {}  # each word of them with the bits of its lists


def mark_of(words: Iterable[str]) -> int:
    """The bit of a list of words, written as tokens have them: `tokens.holds(bit)` tells whether
    any of them stands there. To be asked for as a module is loaded, before any text is read."""
    listed = frozenset(words)
    if listed not in _LISTS:
        bit = 1 << len(_LISTS)
        _LISTS[listed] = bit
        for word in listed:
            _MARKS[word] = _MARKS.get(word, 0) | bit
    return _LISTS[listed]


def marks_of(word: str) -> int:
    """The bits of all the lists that a word is on."""
    return _MARKS.get(word, 0)


def count() -> int:
    """How many lists there are: what is remembered of words holds as long as it stays the same."""
    return len(_LISTS)
