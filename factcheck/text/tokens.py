"""A sentence as tokens: parallel lists of lower-cased words with offsets into the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from factcheck.text.triggers import Trigger

# Plain words and stops come first, as most tokens are those: a word of plain letters before a
# blank or comma, then one that no dot or apostrophe continues. Then digits (thousands groups by
# comma, Indian lakh groups, or blanks), dotted abbreviations (U.S.), possessive 's, words with
# inner apostrophes, and any one sign.
TOKEN: Final = re.compile(
    r"[a-z]++(?=[ ,])"
    r"|[^\W\d_]++(?!\.[^\W\d_]|['’])"
    r"|[.,](?=\s)"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,]|[^\W\d_])"
    r"|\d+,\d{1,2}(?=\s+(?:million|billion|trillion|thousand|crore|lakh)\b)"
    r"|\d+(?:\.\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|[^\s]"
)


_DIGIT: Final = re.compile(r"\d")


def _split(text: str) -> tuple[list[str], bool]:
    """The tokens of a text, lower case, and whether any has a digit. Most pieces between blanks
    are plain words, perhaps with a comma or a stop behind, and need no pattern; only numbers
    stand together across blanks."""
    found: list[str] = []
    numbered = False
    at = 0  # where the last piece with digits ended
    across = 0  # pieces that it took in: "12 000"
    for piece in text.split():
        if across:
            across -= 1
        elif piece.isalpha():
            found.append(piece)
        elif piece[-1] in ",." and piece[:-1].isalpha():
            found.append(piece[:-1])
            found.append(piece[-1])
        elif _DIGIT.search(piece) is None:
            found.extend(TOKEN.findall(piece))
        else:
            numbered = True
            start = text.index(piece, at)
            at = _numbers(text, start, found)
            across = len(text[start:at].split()) - 1
    return found, numbered


def _numbers(text: str, at: int, found: list[str]) -> int:
    """Adds the tokens from there to the next blank that no number goes across; where it is."""
    size = len(text)
    while at < size and not text[at].isspace():
        match = TOKEN.match(text, at)
        if match is None:
            break  # never: a token begins at each sign
        found.append(match.group())
        at = match.end()
    return at


class Tokens:
    """`words[i]` stands at `text[starts[i]:ends[i]]`, lower-cased; `lowered` is all of the text,
    of the same length as it. Offsets are found when first asked for: many texts are passed by.
    `bag` has each word once: whether any of a list is there is asked of it, as that looks up the
    shorter of the two. `triggers` keeps what `triggers.find` found, for the steps that read a
    sentence in turn."""

    __slots__ = ("_ends", "_starts", "bag", "has_digits", "lowered", "text", "triggers", "words")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):  # İ and its like change length when lower-cased
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        self.text = text
        self.lowered = lowered
        self.words, self.has_digits = _split(lowered)
        self.bag = frozenset(self.words)
        self.triggers: list[Trigger] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each token begins."""
        if self._starts is None:
            self._find_offsets()
        return self._starts or []

    @property
    def ends(self) -> list[int]:
        """Where each token ends, exclusive."""
        if self._ends is None:
            self._find_offsets()
        return self._ends or []

    def _find_offsets(self) -> None:
        starts: list[int] = []
        ends: list[int] = []
        lowered = self.lowered
        at = 0
        for word in self.words:
            if lowered[at] == " ":
                at += 1  # the one blank between most words, which needs no search
            if lowered[at].isspace():
                at = lowered.index(word, at)
            starts.append(at)
            at += len(word)
            ends.append(at)
        self._starts, self._ends = starts, ends

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
