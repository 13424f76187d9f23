"""A sentence as tokens: parallel lists of lower-cased words with offsets into the sentence."""

from __future__ import annotations

import re

# Digits first (thousands groups by comma, Indian lakh groups, no-break or plain spaces), then
# dotted abbreviations (U.S.), possessive 's, words (with inner apostrophes), then any one sign.
TOKEN = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[   ]\d{3})+(?![\d,])"
    r"|\d+,\d{1,2}(?=\s+(?:million|billion|trillion|thousand|crore|lakh)\b)"
    r"|\d+(?:\.\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|[^\s]"
)


class Tokens:
    """`words[i]` (lower case) stands at `text[starts[i]:ends[i]]`."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):  # İ and its like change length when lower-cased
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        self.text = text
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in TOKEN.finditer(lowered):
            words.append(match.group())
            start, end = match.span()
            starts.append(start)
            ends.append(end)
        self.words = words
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """Token `i` as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def slice(self, i: int, j: int) -> str:
        """The text from token `i` up to, not including, token `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if j > i else ""

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]
