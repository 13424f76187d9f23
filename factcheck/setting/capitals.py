"""Runs of capitalised words, in which names of places are looked for: "Rio de Janeiro".

Most runs are one plain word between small ones. Those are seen by their tokens; the pattern, which
costs ten times as much, is asked of the others alone, and of texts in which a run may begin inside
a token.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.tokens import Tokens, is_capital, is_letter

CAPITAL: Final = "A-ZÀ-ÞŁŚŻŽČŠĐĀ-Ž"
"""What a name may begin with, as a part of patterns."""
NAME: Final = rf"(?:Ste?\.\s)?[{CAPITAL}][\w'’.-]*[\w’]"
"""One word of a name."""
_JOINERS: Final = "de|da|do|del|della|di|la|las|los|le|of|the|al|el|es|bin|sur|upon|am|on|and"
# Runs of capitalised words with small joiners, and dotted abbreviations.
_RUN: Final = re.compile(
    # a capital that begins a word; plain letters lead, as `re` passes over those at once
    rf"[{CAPITAL}](?<!\w.)(?:(?<=S)te?\.\s[A-Z])?[\w'’.-]*[\w’]"
    rf"(?:(?:\s+(?:{_JOINERS})){{0,2}}[\s]+{NAME})*"
)
_JOINING: Final = frozenset(_JOINERS.split("|"))
_CLOSING: Final = frozenset(',;:!?)]”"')  # glued to a word they end its run
_ABBREVIATED: Final = frozenset({"st", "ste"})  # a stop behind these ends nothing
_INSIDE: Final = ("'", "’", ".")  # signs inside of tokens
_A: Final = 65
_Z: Final = 90
# Other letters that names begin with, and some that they do not.
_FIRST_ACCENTED: Final = 0xC0
_LAST_ACCENTED: Final = 0x17F


def runs(tokens: Tokens) -> list[tuple[int, int]]:
    """The runs of a text, in order, as offsets."""
    text, starts = tokens.text, tokens.starts
    if _begins_inside(text):
        return _by_pattern(text)
    found: list[tuple[int, int]] = []
    reached = 0
    for k in tokens.capitals if text.isascii() else range(len(starts)):
        start = starts[k]
        code = ord(text[start])
        if not _A <= code <= _Z:
            if _FIRST_ACCENTED <= code <= _LAST_ACCENTED:
                return _by_pattern(text)
            continue
        if start < reached:
            continue
        if start and _is_of_word(text, start - 1):
            return _by_pattern(text)  # "5PM"
        end = _plain_end(tokens, k)
        if end < 0:
            match = _RUN.match(text, start)
            end = match.end() if match is not None else start
        if end > start + 1:  # one letter is no name
            found.append((start, end))
            reached = end
    return found


def _by_pattern(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _RUN.finditer(text)]


def _begins_inside(text: str) -> bool:
    """Whether a run may begin inside a token: "d'Ivoire"."""
    for sign in _INSIDE:
        at = text.find(sign)
        while at >= 0:
            if 0 < at < len(text) - 1 and is_letter(text, at + 1) and not text[at + 1].islower():
                first = at
                while first > 0 and is_letter(text, first - 1):
                    first -= 1
                if first < at and not is_capital(text, first):
                    return True
            at = text.find(sign, at + 1)
    return False


def _is_of_word(text: str, at: int) -> bool:
    """Whether the character there is one of words."""
    return text[at] != " " and (text[at].isalnum() or text[at] == "_")


def _plain_end(tokens: Tokens, k: int) -> int:
    """Where the run ends that begins with the capitalised token `k`, if that is plain to see: it is
    of whole tokens with blanks between. Else -1."""
    text, words, starts = tokens.text, tokens.words, tokens.starts
    while words[k][-1] != ".":
        end, behind = starts[k] + len(words[k]), k + 1
        if behind == len(words) or words[behind] in _CLOSING:
            return end
        if starts[behind] == end:
            stop = words[behind] == "." and words[k] not in _ABBREVIATED
            apart = behind + 1 == len(words) or starts[behind + 1] > end + 1
            return end if stop and apart else -1
        code = ord(text[starts[behind]])
        if not _A <= code <= _Z:
            joined = words[behind] in _JOINING or _FIRST_ACCENTED <= code <= _LAST_ACCENTED
            return -1 if joined else end
        if len(words[k]) == 1 or len(words[behind]) == 1:
            return -1
        k = behind
    return -1
