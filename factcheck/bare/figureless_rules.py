"""Two bare statements of which one prints neither a number nor a date, or both don't: what their
words alone settle.

The model has learned from pairs with figures. Without any, a statement contradicts another only
where a word says so: a denial, or what cannot be true beside it. What another says hardly a word
of is not told there, and what it says all of, in the same order, is. A claim without figures beside
figures has nothing that these could be held against.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.bare.counted_rules import NOT_ENOUGH
from factcheck.bare.course_features import opposed, under
from factcheck.bare.cover_features import covered_words
from factcheck.bare.covering import COVERED, SURE, Covered
from factcheck.bare.printed import Print
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_words import contrast

SUPPORTED: Final = "supports"
REFUTED: Final = "refutes"
_LEAST_TOLD: Final = 0.5
"""Of the claim's words, so many the other says where it contradicts what the claim says, or may
say it in words that are not known to mean the same."""
_OPPOSITE: Final = 0.3  # strength from which a word is another's opposite


def says_nothing(pair: StatementPair) -> str | None:
    """A statement without a word that tells anything, a mere number or a mark: nothing is known of
    what it is said of, unless the other is the very same."""
    if pair.claim_words.content and pair.evidence_words.content:
        return None
    return None if pair.claim.split() == pair.evidence.split() else NOT_ENOUGH


def figureless(pair: StatementPair) -> str | None:
    """What two statements without numbers and dates say of each other."""
    if _prints(pair.printed.claim):
        return None
    if _prints(pair.printed.evidence):
        return _beside_figures(pair)
    words = covered_words(pair)
    said = [one for one in words if one.sure >= COVERED]
    if not said and not _same(pair):
        return NOT_ENOUGH
    if _contrary(pair, words):
        return REFUTED if len(said) >= _LEAST_TOLD * len(words) else NOT_ENOUGH
    if _same(pair) or _all_told(pair, words):
        return SUPPORTED
    return NOT_ENOUGH if len(said) < _LEAST_TOLD * len(words) else None


def _beside_figures(pair: StatementPair) -> str | None:
    """What figures say of a claim that has none: that people were killed, twelve dead bear out;
    that a fire is out, they don't tell."""
    words = covered_words(pair)
    said = [one for one in words if one.sure >= COVERED]
    if _contrary(pair, words):
        return None if said else NOT_ENOUGH
    if _all_told(pair, words):
        return SUPPORTED
    return NOT_ENOUGH if len(said) <= _LEAST_TOLD * len(words) else None


def cannot_refute(pair: StatementPair) -> bool:
    """Whether one statement at least has no figure, and no word denies what the other says: there
    is nothing that could exclude anything."""
    if _prints(pair.printed.claim) and _prints(pair.printed.evidence):
        return False
    return not _contrary(pair, covered_words(pair))


def _prints(told: Print) -> bool:
    return bool(told.numbers or told.dates)


def _same(pair: StatementPair) -> bool:
    return pair.claim_words.all == pair.evidence_words.all


def _contrary(pair: StatementPair, words: list[Covered]) -> bool:
    """Whether a word of one statement denies what the other says, or cannot be true beside it. A
    denial of something else contradicts nothing."""
    denied, other_denied = under(pair)[:2]
    if denied or other_denied:
        return True
    if opposed(pair)[0] or contrast("opposite", pair.claim_words, pair.evidence_words):
        return True
    return any(one.sure < COVERED and one.opposite >= _OPPOSITE for one in words)


def _all_told(pair: StatementPair, words: list[Covered]) -> bool:
    """Whether the other says each word, in the same order, and neither as planned nor alleged."""
    if any(one.sure < SURE for one in words) or any(under(pair)):
        return False
    return all(before.place < after.place for before, after in pairwise(words))
