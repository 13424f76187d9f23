"""The words before and after a number → the bound they give it: "more than", "or fewer"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims_db.records import Bound

MORE: Final = frozenset(
    "more greater higher larger bigger longer older taller heavier farther further better later "
    "faster deeper stronger wider".split()
)
LESS: Final = frozenset(
    "less fewer lower smaller shorter younger lighter worse earlier slower shallower narrower "
    "weaker nearer".split()
)
OVER: Final = frozenset(
    "over above exceeding exceeded exceeds exceed beyond surpassed surpassing surpasses surpass "
    "topped topping tops past passed passing upwards".split()
)
UNDER: Final = frozenset("under below beneath underneath".split())
ABOUT: Final = frozenset(
    "about around approximately roughly some circa approx estimated near nearing "
    "approaching".split()
)
NEARLY: Final = frozenset("nearly almost".split())
SPANNED: Final = frozenset("averaged averaging average based calculated spread out aged".split())
"""Words after which "over 14 reviews" is a basis, no bound."""
SPANS: Final = frozenset("the its last past next first final following previous".split())
SKIPPED: Final = frozenset(
    "$ € £ ¥ ₹ # ( ~ a an the us usd rs just only exactly well its his her their".split()
)
MOVED: Final = frozenset(
    "went goes gone go going moved moves moving climbed rose pushed bumped ticked crept shot "
    "jumped came brought taken raised".split()
)
"""Words after which "up to 6" is where something went, no bound."""
_PHRASES: Final = {
    ("at", "least"): Bound.AT_LEAST,
    ("at", "most"): Bound.AT_MOST,
    ("up", "to"): Bound.AT_MOST,
    ("excess", "of"): Bound.MORE_THAN,
    ("upwards", "of"): Bound.MORE_THAN,
    ("minimum", "of"): Bound.AT_LEAST,
    ("maximum", "of"): Bound.AT_MOST,
    ("close", "to"): Bound.VAGUE,
}
REVERSED: Final = {Bound.MORE_THAN: Bound.LESS_THAN, Bound.LESS_THAN: Bound.MORE_THAN}
"""A better rank is a smaller number: "above 5th" is 4th or better."""


def bound(low: Sequence[str], at: int, after: int) -> Bound:
    """The bound of the number whose tokens are `low[at:after]`. "Nearly" comes as vague."""
    told = _after(low, after)
    if told is not None:
        return told
    place = at - 1
    while place >= 0 and low[place] in SKIPPED:
        place -= 1
    last = low[place] if place >= 0 else ""
    before = low[place - 1] if place >= 1 else ""
    if last == "than":
        return _than(before, low[place - 2] if place >= 2 else "")
    if last in MORE or last in LESS:
        return Bound.MORE_THAN if last in MORE else Bound.LESS_THAN
    if last in OVER:
        basis = before in SPANNED or (last == "over" and low[at - 1] in SPANS)
        return Bound.EXACT if basis else Bound.MORE_THAN
    if last in UNDER:
        return Bound.LESS_THAN
    if (before, last) == ("up", "to") and place >= 2 and low[place - 2] in MOVED:
        return Bound.EXACT
    return _phrase(last, before)


def _after(low: Sequence[str], after: int) -> Bound | None:
    """ "100 or more", "100+"."""
    follow = low[after] if after < len(low) else ""
    if follow == "+":
        return Bound.AT_LEAST
    if follow != "or" or after + 1 >= len(low):
        return None
    word = low[after + 1]
    if word in MORE or word in OVER:
        return Bound.AT_LEAST
    return Bound.AT_MOST if word in LESS or word in UNDER else None


def _phrase(last: str, before: str) -> Bound:
    """ "at least", "up to", "in excess of", "close to", and what hedges."""
    found = _PHRASES.get((before, last))
    if found is not None:
        return found
    if last in ("minimum", "maximum"):
        return Bound.AT_LEAST if last == "minimum" else Bound.AT_MOST
    if last in NEARLY:
        return Bound.VAGUE
    return Bound.ABOUT if last in ABOUT else Bound.EXACT


def _than(word: str, before: str) -> Bound:
    """ "more than", "no fewer than"."""
    denied = before in ("no", "not")
    if word in LESS:
        return Bound.AT_LEAST if denied else Bound.LESS_THAN
    if word in MORE:
        return Bound.AT_MOST if denied else Bound.MORE_THAN
    return Bound.EXACT
