"""A sentence as tokens: parallel lists of lower-cased words with offsets into the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.text.word_marks import IN_DIGITS, UNLISTED, Marks, count, marks_of

if TYPE_CHECKING:
    from factcheck.text.triggers import Trigger

# Plain words and stops come first, as most tokens are those: a word of plain letters before a
# blank or comma, then one that no dot or apostrophe continues. Then digits (thousands groups by
# comma, Indian lakh groups, or blanks), dotted abbreviations (U.S.), possessive 's, words with
# inner apostrophes, and any one sign.
TOKEN: Final = re.compile(
    r"[a-z]++(?=[ ,])"
    r"|[½¼¾⅓⅔⅛⅜⅝⅞]"
    r"|[^\W\d_]++(?!\.[^\W\d_]|['’])"
    r"|[.,](?=\s)"
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    # "30 159", but not behind the hour: "18:30 159 people"
    r"|(?<!\d:)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,]|[^\W\d_])"
    r"|\d{1,3}(?:\.\d{3})+,\d\d(?!\d)"
    r"|\d+,\d{1,2}(?=\s+(?:million|billion|trillion|thousand|crore|lakh)\b)"
    r"|\d+(?:\.\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|[^\s]"
)


# What may be one number with a scale word behind it: "2,5 million".
_BEFORE_SCALE: Final = re.compile(r"\d,\d{1,2}$")
# Signs that are tokens of their own before and behind a word of letters.
_BESIDE: Final = '"“”()[],.:;?!'
_JOINTS: Final = "-:/"  # signs between words or numbers that are tokens of their own
_OWNING: Final = frozenset({"'s", "’s"})
_CLOSING: Final = frozenset(",.;:?!)")
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

    def __init__(self, text: str, plain: Marks | None) -> None:
        """`plain`: the bits of a piece of letters alone, of which nothing more is kept."""
        self.first = text
        self.words: tuple[str, ...] | None = None
        self.spots: tuple[int, ...] = ()
        self.numbered = False
        self.open = False
        if plain is not None:
            self.spot = plain.spot
            self.marks = plain.first
            self.further = plain.further
            return
        found = _apart(text)
        marks = further = held = 0
        spots: list[int] = []
        for word in found:
            of_word = marks_of(word)
            marks |= of_word.first
            further |= of_word.further
            spot = of_word.spot
            if word[0].isdigit():
                spot |= IN_DIGITS
                self.numbered = self.numbered or word[0].isdecimal()  # "²" is no number
            held |= spot
            spots.append(spot)
        self.first = found[0]
        self.spot = spots[0]
        self.marks = marks
        self.further = further
        if len(found) > 1:
            self.words = tuple(found)
            self.spots = tuple(spots) if held else ()
        self.open = self.numbered and "," in text and _BEFORE_SCALE.search(text) is not None


def _apart(text: str) -> list[str]:
    """The tokens of a piece; the pattern is asked of what is no plain word or number, with signs
    around it."""
    if text[-1] in _BESIDE and text[:-1].isalpha():  # "said," as most are
        return [text[:-1], text[-1]]
    bare = text.strip(_BESIDE)
    if bare.isalpha() or bare.isdecimal():
        found = [bare]
    elif bare[-2:] in _OWNING and bare[:-2].isalpha():
        found = [bare[:-2], bare[-2:]]
    else:
        joined = _joined(bare)
        if joined is None:
            return TOKEN.findall(text)
        found = joined
    if len(bare) == len(text):
        return found
    at = text.index(bare)
    before, behind = text[:at], text[at + len(bare) :]
    if not before and len(behind) == 1:
        found.append(behind)
        return found
    return [*before, *found, *behind]


def _joined(bare: str) -> list[str] | None:
    """Words or numbers and the one sign between them, each a token: "22-year-old", "5:30"; None
    where the pattern must tell."""
    sign = next((sign for sign in _JOINTS if sign in bare), None)
    if sign is None:
        return None
    found: list[str] = []
    for word in bare.split(sign):
        if word:
            if not (word.isalpha() or word.isdecimal()):
                return None
            found.append(word)
        found.append(sign)
    found.pop()  # there is one sign less than parts
    return found


class _Pieces:
    """The pieces met so far. News text is made of few of them: each is taken apart and looked up
    in the word lists once, and its words are the same strings wherever they stand, which makes
    them quick to look up. A plain word that is on no list stands for itself."""

    __slots__ = ("known", "lists")

    def __init__(self) -> None:
        self.known: dict[str, _Piece | str] = {}
        self.lists = 0  # how many lists there were when the first was met

    def current(self) -> dict[str, _Piece | str]:
        """Those met so far, unless there are new lists since, or too many of them."""
        if self.lists != count() or len(self.known) >= _KEPT:
            self.known.clear()
            self.lists = count()
        return self.known

    def add(self, text: str) -> _Piece | str:
        """A piece not met before."""
        plain = marks_of(text) if text.isalpha() else None
        piece = text if plain is UNLISTED else _Piece(text, plain)
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


def closes(text: str, at: int) -> bool:
    """Whether the text ends there, or a sign stands there that no word goes across: quick, and
    wrong only in saying no."""
    if at >= len(text):
        return True
    if text[at] not in _CLOSING:
        return False
    return at + 1 == len(text) or text[at + 1] == " "


class Tokens:
    """`words[i]` stands at `text[starts[i]:end(i)]`, lower-cased; `lowered` is all of the text,
    of the same length as it. Offsets are found when first asked for: many texts are passed by.
    `marks` and `further` are the bits of the word lists that it holds a word of, as `word_marks`
    gives them; `spots` are those of each token on a list that is asked of every token, and
    `spotted` are these tokens; `bag` has each word once. `triggers`, `runs` and `named` keep what
    `triggers.find`, `place_candidates.runs` and `places.find` found, for the steps that read a
    sentence in turn."""

    __slots__ = (
        "_bag",
        "_capitals",
        "_spots_held",
        "_starts",
        "further",
        "has_digits",
        "lowered",
        "marks",
        "named",
        "runs",
        "spots",
        "spotted",
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
        self.spotted: list[int] = []
        self.spots: list[int] = []
        self.has_digits = False
        self.marks = self.further = self._spots_held = 0
        self.triggers: list[Trigger] | None = None
        self._bag: frozenset[str] | None = None
        self._starts: list[int] | None = None
        self._capitals: list[int] | None = None
        self.runs: object = None
        self.named: object = None
        self._split()

    def _split(self) -> None:
        """Finds words and marks, piece by piece; only numbers stand together across blanks, and
        are looked for in the text where one may."""
        lowered, words, known = self.lowered, self.words, _PIECES.current()
        spotted, spots = self.spotted, self.spots
        pieces = lowered.split()
        marks = further = held = 0
        passed = at = 0  # how many pieces end before the character `at`
        for k, text in enumerate(pieces):
            if k < passed:
                continue  # part of a number: "12 000"
            piece = known.get(text)
            if piece is None:
                piece = _PIECES.add(text)
            if isinstance(piece, str):
                words.append(piece)
                continue
            if piece.numbered:
                self.has_digits = True
                if piece.open or (k + 1 < len(pieces) and pieces[k + 1][0].isdigit()):
                    for before in pieces[passed:k]:
                        at = lowered.index(before, at) + len(before)
                    start = lowered.index(text, at)
                    first = len(words)
                    at = _number_from(lowered, start, words)
                    passed = k + len(lowered[start:at].split())
                    for i in range(first, len(words)):
                        of_word = marks_of(words[i])
                        marks |= of_word.first
                        further |= of_word.further
                        spot = of_word.spot | (IN_DIGITS if words[i][0].isdigit() else 0)
                        held |= spot
                        spotted.append(i)
                        spots.append(spot)
                    continue
            if piece.words is None:
                if piece.spot:
                    held |= piece.spot
                    spotted.append(len(words))
                    spots.append(piece.spot)
                words.append(piece.first)
            else:
                for i, spot in enumerate(piece.spots):
                    if spot:
                        held |= spot
                        spotted.append(len(words) + i)
                        spots.append(spot)
                words.extend(piece.words)
            marks |= piece.marks
            further |= piece.further
        self.marks, self.further, self._spots_held = marks, further, held

    def holds(self, listed: int) -> bool:
        """Whether any word of a list is there, given by its bit."""
        return (self.marks & listed if listed > 0 else self.further & -listed) != 0

    def at(self, listed: int) -> list[int]:
        """The tokens of lists that are asked of every token, given by their bits."""
        if not self._spots_held & listed:
            return []
        spotted = self.spotted
        return [spotted[k] for k, spot in enumerate(self.spots) if spot & listed]

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
            self._starts = self._find_starts()
        return self._starts

    @property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter, in order; read-only."""
        if self._capitals is None:
            text = self.text
            found: list[int] = []
            for i, start in enumerate(self.starts):
                if is_capital(text, start):
                    found.append(i)
            self._capitals = found
        return self._capitals

    def end(self, i: int) -> int:
        """Where token `i` ends, exclusive."""
        return self.starts[i] + len(self.words[i])

    def _find_starts(self) -> list[int]:
        starts: list[int] = []
        lowered = self.lowered
        at = 0
        for word in self.words:
            code = ord(lowered[at])
            if code == _BLANK:
                at += 1  # the one blank between most words, which needs no search
                code = ord(lowered[at])
            if (code <= _BLANK or code >= _ASCII) and lowered[at].isspace():
                at = lowered.index(word, at)
            starts.append(at)
            at += len(word)
        return starts

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """Token `i` as written."""
        return self.text[self.starts[i] : self.end(i)]

    def slice(self, i: int, j: int) -> str:
        """The text from token `i` up to, not including, token `j`."""
        return self.text[self.starts[i] : self.end(j - 1)] if j > i else ""

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return is_capital(self.text, self.starts[i])

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a space."""
        return i > 0 and self.starts[i] == self.end(i - 1)
