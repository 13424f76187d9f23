"""What a ceremony is held for, told apart from the ceremony: "a vigil in Leeds on Friday for the 12
people killed in a fire in Bradford on April 6".

Where and when the funeral, inquest or anniversary is says nothing of when those it is for were
harmed, and less of where than the words of their harm do.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.setting.happenings import tells_happening
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_CEREMONIES: Final = words("ceremonies.ceremonies")
_CEREMONIES_MARK: Final = mark_of(_CEREMONIES)
_GATHERINGS: Final = _CEREMONIES | words("ceremonies.gatherings")
_MARK: Final = mark_of(_GATHERINGS)
_LEADING: Final = words("ceremonies.leading")
_HARM: Final = words("ceremonies.harm")
_BREAKS: Final = words("ceremonies.breaks")
_AUXILIARY: Final = words("ceremonies.auxiliary")
_RELATIVE: Final = ("who", "that")
_MONTH: Final = "march"  # a ceremony too, where it has no capital
_HELD: Final = "|".join(sorted(words("ceremonies.held")))
_BEGUN: Final = "|".join(sorted(words("ceremonies.begun")))
# The verb of a ceremony that is told behind what it is for: "the funerals of … took place".
_GOES_ON: Final = re.compile(
    rf"(?<!who )(?<!that )(?<!which )\b(?:(?:was|were|is|are|be|been|being)\s+(?:{_HELD})"
    rf"|(?:{_BEGUN}))\b"
)
# "A year after the wildfires, families gathered …": told before the ceremony that is for them.
_LOOKING_BACK: Final = re.compile(
    r"(?:[\w-]+\s+){1,3}(?:years?|months?)\s+(?:after|since)\s[^,;]{3,80},"
)
_REACH: Final = 10  # tokens from "for" to the harm


class HeldFor:
    """The characters [start, end) in which a sentence tells what a ceremony is held for."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def holds(self, at: int) -> bool:
        """Whether the character at an offset of the sentence is one of them."""
        return self.start <= at < self.end


def held_for(tokens: Tokens) -> HeldFor | None:
    """Where a sentence tells of the harm that a ceremony is held for; None where it tells of no
    ceremony, or of harm before it: "a bomb at a funeral"."""
    if not tokens.holds(_MARK):
        return None
    seen = False
    back = _LOOKING_BACK.match(tokens.text)
    begin = back.end() if back is not None else 0
    for i, word in enumerate(tokens.words):
        if tokens.starts[i] < begin:
            continue
        if _tells(word):
            return None
        if seen and word in _LEADING:
            harm = _harmed(tokens.words, i + 1)
            if harm >= 0:
                return _told_from(tokens, i, harm)
        seen = seen or (word in _GATHERINGS and not _is_month(tokens, i))
    return None


def tells_only(tokens: Tokens) -> bool:
    """Whether a sentence tells of a ceremony and of no harm: "Thousands came to the funeral"."""
    return tokens.holds(_CEREMONIES_MARK) and not any(map(_tells, tokens.words))


def _tells(word: str) -> bool:
    return word in _HARM or (tells_happening(word) and word not in _GATHERINGS)


def _harmed(listed: list[str], first: int) -> int:
    """The word of harm of the noun phrase that begins there, -1 where it has none: "the victims",
    "those who were killed"."""
    relative = False
    for i in range(first, min(first + _REACH, len(listed))):
        word = listed[i]
        if _tells(word):
            return i
        if word in _BREAKS or (word in _AUXILIARY and not relative):
            return -1
        relative = relative or word in _RELATIVE
    return -1


def _told_from(tokens: Tokens, lead: int, harm: int) -> HeldFor:
    """What is told from that word on, up to the ceremony's own verb."""
    start, text = tokens.starts[lead], tokens.text
    again = None
    if _GOES_ON.search(text, 0, start) is None:
        again = _GOES_ON.search(text, tokens.starts[harm])
    return HeldFor(start, again.start() if again is not None else len(text))


def _is_month(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == _MONTH and tokens.text[tokens.starts[at]].isupper()
