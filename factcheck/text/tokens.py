"""A sentence as tokens: parallel lists of lower-cased words with offsets into the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.text.word_marks import count, further_marks_of, marks_of, spots_of

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
# What may be one number with a scale word behind it: "2,5 million".
_BEFORE_SCALE: Final = re.compile(r"\d,\d{1,2}$")
# Signs that are tokens of their own before and behind a word of letters.
_BESIDE: Final = '"“”()[],.:;?!'
_BLANK: Final = 32
_A: Final = 65
_Z: Final = 90
_SMALL_A: Final = 97
_SMALL_Z: Final = 122
_ASCII: Final = 128
_LONGEST_KEPT: Final = 24  # characters of a piece worth remembering
_KEPT: Final = 32_768  # pieces remembered


class _Piece:
    """What stands between two blanks, lower-cased, as tokens: the `first` of them and, where there
    are more, all as `words`; the bits of their lists, `spot` and `spots` those of each token.
    `open`: it has digits and may be part of a number that goes on behind the blank."""

    __slots__ = ("first", "further", "marks", "numbered", "open", "spot", "spots", "words")

    def __init__(self, text: str) -> None:
        plain = True
        bare = text if text.isalpha() else text.strip(_BESIDE)
        if len(bare) == len(text) and bare.isalpha():
            found = [text]
        elif bare.isalpha():
            at = text.index(bare)
            found = list(text[:at])
            found.append(bare)
            found.extend(text[at + len(bare) :])
        else:
            found = TOKEN.findall(text)
            plain = False
        marks = further = 0
        for word in found:
            marks |= marks_of(word)
            further |= further_marks_of(word)
        self.first: str = found[0]
        self.spot = spots_of(found[0])
        self.words: list[str] | None = None
        self.spots: list[int] = []
        if len(found) > 1:
            self.words = found
            self.spots = [spots_of(word) for word in found]
        self.marks = marks
        self.further = further
        self.numbered = not plain and _DIGIT.search(text) is not None
        self.open = self.numbered and _BEFORE_SCALE.search(text) is not None


class _Pieces:
    """The pieces met so far. News text is made of few of them: each is taken apart and looked up
    in the word lists once, and its words are the same strings wherever they stand, which makes
    them quick to look up."""

    __slots__ = ("known", "lists")

    def __init__(self) -> None:
        self.known: dict[str, _Piece] = {}
        self.lists = 0  # how many lists there were when the first was met

    def current(self) -> dict[str, _Piece]:
        """Those met so far, unless there are new lists since, or too many of them."""
        if self.lists != count() or len(self.known) >= _KEPT:
            self.known.clear()
            self.lists = count()
        return self.known

    def add(self, text: str) -> _Piece:
        """A piece not met before."""
        piece = _Piece(text)
        if len(text) <= _LONGEST_KEPT:
            self.known[text] = piece
        return piece


_PIECES: Final = _Pieces()


def _number_from(text: str, at: int, found: list[str]) -> int:
    """Adds the tokens from there to the next blank that no number goes across; where it is."""
    size = len(text)
    while at < size and not text[at].isspace():
        match = TOKEN.match(text, at)
        if match is None:
            break  # never: a token begins at each sign
        found.append(match.group())
        at = match.end()
    return at


def is_capital(text: str, at: int) -> bool:
    """Whether the character there is a capital letter."""
    code = ord(text[at])
    return _A <= code <= _Z if code < _ASCII else text[at].isupper()


def is_letter(text: str, at: int) -> bool:
    """Whether the character there is a letter."""
    code = ord(text[at])
    if code >= _ASCII:
        return text[at].isalpha()
    return _SMALL_A <= code <= _SMALL_Z or _A <= code <= _Z


class Tokens:
    """`words[i]` stands at `text[starts[i]:ends[i]]`, lower-cased; `lowered` is all of the text,
    of the same length as it. Offsets are found when first asked for: many texts are passed by.
    `marks` and `further` are the bits of the word lists that it holds a word of, as `word_marks`
    gives them, and `spots` those of each token; `bag` has each word once. `triggers` keeps what
    `triggers.find` found, for the steps that read a sentence in turn."""

    __slots__ = (
        "_bag",
        "_ends",
        "_starts",
        "further",
        "has_digits",
        "lowered",
        "marks",
        "spots",
        "text",
        "triggers",
        "words",
    )

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):  # İ and its like change length when lower-cased
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        self.text = text
        self.lowered = lowered
        self.words: list[str] = []
        self.spots: list[int] = []
        self.has_digits = False
        self.marks = self.further = 0
        self.triggers: list[Trigger] | None = None
        self._bag: frozenset[str] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self._split()

    def _split(self) -> None:
        """Finds words and marks, piece by piece; only numbers stand together across blanks, and
        are looked for in the text where one may."""
        lowered, words, spots, known = self.lowered, self.words, self.spots, _PIECES.current()
        pieces = lowered.split()
        marks = further = 0
        passed = at = 0  # how many pieces end before the character `at`
        for k, text in enumerate(pieces):
            if k < passed:
                continue  # part of a number: "12 000"
            piece = known.get(text)
            if piece is None:
                piece = _PIECES.add(text)
            if piece.numbered:
                self.has_digits = True
                if piece.open or (k + 1 < len(pieces) and pieces[k + 1][0].isdigit()):
                    for before in pieces[passed:k]:
                        at = lowered.index(before, at) + len(before)
                    start = lowered.index(text, at)
                    first = len(words)
                    at = _number_from(lowered, start, words)
                    passed = k + len(lowered[start:at].split())
                    for word in words[first:]:
                        marks |= marks_of(word)
                        further |= further_marks_of(word)
                        spots.append(spots_of(word))
                    continue
            if piece.words is None:
                words.append(piece.first)
                spots.append(piece.spot)
            else:
                words.extend(piece.words)
                spots.extend(piece.spots)
            marks |= piece.marks
            further |= piece.further
        self.marks, self.further = marks, further

    def holds(self, listed: int) -> bool:
        """Whether any word of a list is there, given by its bit."""
        return (self.marks & listed if listed > 0 else self.further & -listed) != 0

    def at(self, listed: int) -> list[int]:
        """The tokens of lists that are asked of every token, given by their bits."""
        return [i for i, spot in enumerate(self.spots) if spot & listed]

    @property
    def bag(self) -> frozenset[str]:
        """Each word once."""
        if self._bag is None:
            self._bag = frozenset(self.words)
        return self._bag

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
            code = ord(lowered[at])
            if (code <= _BLANK or code >= _ASCII) and lowered[at].isspace():
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
        return is_capital(self.text, self.starts[i])

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]
