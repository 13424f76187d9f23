"""A statement's words: what it says beside its numbers, and how much of it another says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from factcheck.bare.denials import denies_figure
from factcheck.bare.number_tables import unit_phrases
from factcheck.judging.alignment import EMPTY, joined, stem
from factcheck.judging.contrasts import contrasts
from factcheck.judging.wording import masked

NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|without|neither|nor|failed|denied|cannot|false)\b|n['’]t\b",
    re.IGNORECASE,
)
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
LONGEST_REPLACED: Final = 3
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a statement in order and as a set, as stems; the names among them; all
    words in lower case; the statement without its numbers."""

    order: tuple[str, ...]
    content: frozenset[str]
    names: frozenset[str]
    all: frozenset[str]
    masked: str
    negated: bool
    denied: bool  # whether it denies the figure it prints


@lru_cache(maxsize=1)
def compared_words() -> frozenset[str]:
    """The words that numbers and dates are compared by, units among them."""
    units = {word for phrase in unit_phrases() for word in phrase if len(word) > 1}
    return MONTHS | NUMBER_WORDS | units


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """The words of a statement."""
    text = joined(text)
    order: list[str] = []
    capital: set[str] = set()
    small: set[str] = set()
    every: set[str] = set()
    opening = True
    for gap, word in TOLD.findall(text):
        low = word.lower()
        every.add(low)
        opens, opening = opening or "." in gap, False
        if low[0].isdecimal() or low in EMPTY or low in compared_words():
            continue
        name = stem(low)
        order.append(name)
        if not word[0].isupper() or low in WEEKDAYS:
            small.add(name)
        elif not opens:
            capital.add(name)
    return Words(
        tuple(order),
        frozenset(order),
        frozenset(capital - small),
        frozenset(every),
        masked(text),
        NEGATION.search(text) is not None,
        denies_figure(text),
    )


@lru_cache(maxsize=4096)
def _sequence(text: str) -> list[str]:
    """All words in order as written, numbers and their bounds left out."""
    return [
        word
        for _, word in TOLD.findall(joined(text))
        if not word[0].isdecimal() and word.lower() not in NUMBER_WORDS
    ]


def replaced(claim: str, evidence: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The stretches of at most three words that stand in the other's place, all around being
    the same words."""
    own, other = _sequence(claim), _sequence(evidence)
    found = []
    for change in Levenshtein.opcodes([w.lower() for w in own], [w.lower() for w in other]):
        a = tuple(own[change.src_start : change.src_end])
        b = tuple(other[change.dest_start : change.dest_end])
        if change.tag == "replace" and max(len(a), len(b)) <= LONGEST_REPLACED:
            found.append((a, b))
    return found


@lru_cache(maxsize=1)
def _contrasted() -> dict[str, frozenset[str]]:
    """All the words of a section."""
    return {section: frozenset().union(*sets) for section, sets in contrasts().items()}


@lru_cache(maxsize=4096)
def changed(claim: str, evidence: str) -> int:
    """How many words have to be put in, taken out or replaced to make one of the other, numbers
    left out; a hundred where hardly a word is common."""
    own = [word.lower() for word in _sequence(claim)]
    other = [word.lower() for word in _sequence(evidence)]
    if abs(len(own) - len(other)) > LONGEST_REPLACED:
        return 100
    found = Levenshtein.distance(own, other)
    return found if 2 * found < max(len(own), len(other)) else 100


def kind_words() -> frozenset[str]:
    """The words that tell what was counted, or of whom."""
    known = _contrasted()
    return known["counted"] | known["group"]


def words_of(section: str) -> frozenset[str]:
    """All the words of a section, as stems."""
    return _contrasted()[section]


def contrast(section: str, claim: Words, evidence: Words) -> int:
    """How many sets of a section the claim has another member of than the evidence."""
    told, other = _stems(claim), _stems(evidence)
    known = _contrasted()[section]
    if not (told & known) or not (other & known):
        return 0
    return sum(
        bool(told & own - other) and bool(other & own - told) for own in contrasts()[section]
    )


def contrast_of(claim: Words, evidence: Words) -> bool:
    """Whether the two tell of another kind of count or another group."""
    return bool(contrast("counted", claim, evidence) or contrast("group", claim, evidence))


@lru_cache(maxsize=4096)
def _stems(told: Words) -> frozenset[str]:
    """All content words, months too."""
    return told.content | frozenset(stem(word) for word in told.all if word in MONTHS)
