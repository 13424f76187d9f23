"""A statement → its words and numbers in order, split and looked up once for all that ask."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from factcheck.bare import standing_words
from factcheck.bare.number_tables import unit_phrases
from factcheck.judging.alignment import EMPTY, joined, stem
from factcheck.text.word_forms import numbers

TOLD: Final = re.compile(r"([^\w]*)([^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d)")
"""What stands between, and a word or number."""
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
NUMBER_WORDS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion percent more less fewer over under at least most than about "
    "around approximately nearly almost before after by since until between first second third "
    "fourth fifth some".split()
)
"""Words that the numbers and dates are compared by, and that count for nothing here."""
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PREPOSITIONS: Final = frozenset("by to from of in at against over for with into on".split())
NEGATIVE: Final = frozenset(
    "not no never none nobody without neither nor failed denied cannot false".split()
)
_DENIED: Final = re.compile(rf"\b(?:{'|'.join(sorted(NEGATIVE))})\b|n['’]t\b", re.IGNORECASE)
_KEPT: Final = 16_384  # words and numbers that are remembered
_KEPT_STATEMENTS: Final = 1024
_LEAST_LETTERS: Final = 4  # of a place's other name
_LEAST_PEOPLE: Final = 100_000  # of a place that is known by several names


class Piece:
    """A word or number in lower case and what is known of it wherever it stands. `compared`:
    numbers and dates are compared by it; `content`: it has a meaning beside those; `spoken`: it is
    no number, nor a word of one; `denying`: a denial may be, or be part of, it; `standing`: the
    lists of words of standing that it is on, as bits."""

    __slots__ = (
        "bare",
        "begins_standing",
        "compared",
        "content",
        "denying",
        "low",
        "preposition",
        "spoken",
        "standing",
        "stem",
        "weekday",
    )

    def __init__(
        self,
        low: str,
        bare: str,  # without a possessive ending
        stem: str,
        compared: bool,
        content: bool,
        spoken: bool,
        preposition: bool,
        weekday: bool,
        denying: bool,
        standing: int,
        begins_standing: bool,  # whether two words begin with it that are on such a list
    ) -> None:
        self.low = low
        self.bare = bare
        self.stem = stem
        self.compared = compared
        self.content = content
        self.spoken = spoken
        self.preposition = preposition
        self.weekday = weekday
        self.denying = denying
        self.standing = standing
        self.begins_standing = begins_standing

    def called(self, bare: str, stem: str) -> Piece:
        """The word under another name."""
        return Piece(
            self.low,
            bare,
            stem,
            self.compared,
            self.content,
            self.spoken,
            self.preposition,
            self.weekday,
            self.denying,
            self.standing,
            self.begins_standing,
        )


@lru_cache(maxsize=_KEPT)
def piece(low: str) -> Piece:
    """What is known of a word or number in lower case."""
    number = low[0].isdecimal()
    compared = number or low in compared_words()
    parts = low.replace("’", "-").replace("'", "-").split("-")
    return Piece(
        low,
        low.removesuffix("'s").removesuffix("’s"),
        "" if number else stem(low),
        compared,
        not compared and low not in EMPTY,
        not number and low not in NUMBER_WORDS,
        low in PREPOSITIONS,
        low in WEEKDAYS,
        not NEGATIVE.isdisjoint(parts) or "t" in parts,
        standing_words.bits().get(low, 0),
        low in standing_words.openings(),
    )


@lru_cache(maxsize=_KEPT)
def told_name(word: str) -> str:
    """A word as written, in lower case; an old or foreign name of a large place as the place is
    called now: Kiev as kyiv. What is a word too, as Lime beside Lima, is left as it is."""
    low = word.lower()
    bare = low.removesuffix("'s").removesuffix("’s")
    if len(bare) < _LEAST_LETTERS or not word[0].isupper() or not bare.isalpha():
        return low
    if numbers(bare) or gazetteer.is_common_word(bare):
        return low
    known = gazetteer.lookup(word[: len(bare)])
    if not known or known[0].population < _LEAST_PEOPLE:
        return low
    called = gazetteer.fold(known[0].name)
    return called if called.isalpha() else low


@lru_cache(maxsize=_KEPT)
def _named(word: str) -> Piece:
    """What is known of a word as written, a place's other name taken for that it has now."""
    found, called = piece(word.lower()), told_name(word)
    if called == found.low or not found.content:
        return found
    return found.called(called, stem(called))


@lru_cache(maxsize=1)
def compared_words() -> frozenset[str]:
    """The words that numbers and dates are compared by, units among them."""
    units = {word for phrase in unit_phrases() for word in phrase if len(word) > 1}
    return MONTHS | NUMBER_WORDS | units


class Pieces:
    """A statement without the blanks that tokenised corpora put before punctuation; its words and
    numbers in order as `written`, and what is `known` of each; the places of those that open it or
    follow a stop; how many are no numbers."""

    __slots__ = ("known", "opening", "spoken", "text", "written")

    def __init__(
        self,
        text: str,
        written: list[str],
        known: list[Piece],
        opening: frozenset[int],
        spoken: int,
    ) -> None:
        self.text = text
        self.written = written
        self.known = known
        self.opening = opening
        self.spoken = spoken


@lru_cache(maxsize=_KEPT_STATEMENTS)
def pieces(text: str) -> Pieces:
    """The words and numbers of a statement."""
    told = joined(text)
    written: list[str] = []
    opening = [0]
    for gap, word in TOLD.findall(told):
        if "." in gap:
            opening.append(len(written))
        written.append(word)
    known = [_named(word) for word in written]
    spoken = len([one for one in known if one.spoken])
    return Pieces(told, written, known, frozenset(opening), spoken)


def denying(told: Pieces) -> bool:
    """Whether a word that denies stands in a statement."""
    return any(one.denying for one in told.known) and _DENIED.search(told.text) is not None
