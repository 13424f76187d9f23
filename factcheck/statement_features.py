"""Named features of two bare statements: how their figures stand, how much of one is said.

As in `features`: a feature's name is its key, its docstring the explanation a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from claims_db.records import Bound
from factcheck.alignment import Aligned
from factcheck.comparison import FORM, NONE, OPEN, REFUTES, STANDS, SUPPORTS, Comparison, far
from factcheck.wording import masked

NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|without|neither|nor|failed|denied|cannot|false)\b|n['’]t\b",
    re.IGNORECASE,
)
RISING = re.compile(
    r"\b(?:increas|rose|rise|grew|grow|gain|higher|climb|jump|surg|doubl|raise)\w*", re.IGNORECASE
)
FALLING = re.compile(
    r"\b(?:decreas|fell|fall|drop|declin|lower|fewer|slump|halv|reduc|shrank)\w*", re.IGNORECASE
)
FINE_DATES = ("hour", "day", "week", "month")
MOST_FIGURES = 6
MOST_GAP = 2.0  # powers of ten


@dataclass(frozen=True, slots=True)
class StatementFeature:
    """A named function of a comparison, with its columns: one a level, or one number."""

    name: str
    explanation: str
    levels: tuple[str, ...]
    function: Callable[[Comparison], str | float]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(f"{self.name}={level}" for level in self.levels) or (self.name,)

    def vector(self, comparison: Comparison) -> list[float]:
        """The values of its columns."""
        value = self.function(comparison)
        if self.levels:
            return [1.0 if value == level else 0.0 for level in self.levels]
        return [float(value)]


STATEMENT: list[StatementFeature] = []


def _number(function: Callable[[Comparison], float]) -> Callable[[Comparison], float]:
    STATEMENT.append(
        StatementFeature(function.__name__, (function.__doc__ or "").strip(), (), function)
    )
    return function


def _level(*levels: str) -> Callable[[Callable[[Comparison], str]], Callable[[Comparison], str]]:
    def add(function: Callable[[Comparison], str]) -> Callable[[Comparison], str]:
        STATEMENT.append(
            StatementFeature(function.__name__, (function.__doc__ or "").strip(), levels, function)
        )
        return function

    return add


def _worst(stands: list[str]) -> str:
    return max(stands, key=STANDS.index, default="no figure")


BOUND_AND_STAND = (
    *(f"{bound} {stand}" for bound in Bound for stand in STANDS),
    "no figure",
)


@_level(*STANDS, "no figure")
def worst_aligned(c: Comparison) -> str:
    """How the figures that count the same stand, the worst of them."""
    return _worst(c.stands)


@_level(*STANDS, "no figure")
def worst_nearest(c: Comparison) -> str:
    """How the nearest figures of the same unit stand, the worst of them."""
    return _worst(c.near_stands)


@_level(*BOUND_AND_STAND)
def bound_and_nearest(c: Comparison) -> str:
    """The claim's bound word with how the nearest figure stands."""
    if not c.near_stands:
        return "no figure"
    worst = max(range(len(c.near_stands)), key=lambda i: STANDS.index(c.near_stands[i]))
    return f"{c.claim.figures[worst].value.bound} {c.near_stands[worst]}"


@_level(*BOUND_AND_STAND)
def bound_and_aligned(c: Comparison) -> str:
    """The claim's bound word with how the figure that counts the same stands."""
    if not c.stands:
        return "no figure"
    worst = max(range(len(c.stands)), key=lambda i: STANDS.index(c.stands[i]))
    return f"{c.claim.figures[worst].value.bound} {c.stands[worst]}"


@_number
def all_support(c: Comparison) -> float:
    """Every figure of the claim stands in the evidence."""
    return float(bool(c.stands) and all(s in (SUPPORTS, FORM) for s in c.stands))


@_number
def all_nearest_support(c: Comparison) -> float:
    """Every figure of the claim has one of its unit that agrees."""
    return float(bool(c.near_stands) and all(s in (SUPPORTS, FORM) for s in c.near_stands))


@_number
def refuted_share(c: Comparison) -> float:
    """The share of the claim's figures that the evidence contradicts."""
    return c.stands.count(REFUTES) / len(c.stands) if c.stands else 0.0


@_number
def supported_share(c: Comparison) -> float:
    """The share of the claim's figures that the evidence says."""
    return sum(s in (SUPPORTS, FORM) for s in c.stands) / len(c.stands) if c.stands else 0.0


@_number
def unaligned_share(c: Comparison) -> float:
    """The share of the claim's figures that the evidence has nothing for."""
    return c.stands.count(NONE) / len(c.stands) if c.stands else 0.0


@_number
def open_figure(c: Comparison) -> float:
    """A figure that the evidence neither says nor excludes."""
    return float(OPEN in c.stands)


@_number
def refuting_likeness(c: Comparison) -> float:
    """How surely a contradicting figure counts the same."""
    return max(
        (a.score for a, s in zip(c.aligned, c.stands, strict=True) if s == REFUTES), default=0.0
    )


@_number
def supporting_likeness(c: Comparison) -> float:
    """How surely the agreeing figures count the same, the least sure of them."""
    return min(
        (a.score for a, s in zip(c.aligned, c.stands, strict=True) if s in (SUPPORTS, FORM)),
        default=0.0,
    )


@_number
def nearest_likeness(c: Comparison) -> float:
    """How surely the nearest figures count the same, the least sure of them."""
    return min((a.score for a in c.nearest), default=0.0)


@_number
def nearest_refuting_likeness(c: Comparison) -> float:
    """How surely a nearest figure that contradicts counts the same."""
    return max(
        (a.score for a, s in zip(c.nearest, c.near_stands, strict=True) if s == REFUTES),
        default=0.0,
    )


@_number
def nearest_gap(c: Comparison) -> float:
    """How far the nearest figure lies from the claim's, in powers of ten."""
    gaps = [
        far(a.figure.value.stated, a.other.value)
        for a in c.nearest
        if a.other and a.figure.value.stated is not None
    ]
    return min(max(gaps, default=0.0), MOST_GAP)


@_number
def alignments_differ(c: Comparison) -> float:
    """The figure that counts the same by its words is not the nearest."""
    return float(
        sum(
            a.other is not b.other
            for a, b in zip(c.aligned, c.nearest, strict=True)
            if a.other and b.other
        )
    )


@_number
def rivals(c: Comparison) -> float:
    """Other figures of the evidence fit nearly as well."""
    return float(min(max((a.rivals for a in c.aligned), default=0), 3))


@_number
def best_likeness(c: Comparison) -> float:
    """How surely some figure counts the same."""
    return max((a.score for a in c.aligned), default=0.0)


@_number
def claim_figures(c: Comparison) -> float:
    """How many figures the claim has."""
    return float(min(len(c.claim.figures), MOST_FIGURES))


@_number
def evidence_figures(c: Comparison) -> float:
    """How many figures the evidence has."""
    return float(min(len(c.evidence.figures), MOST_FIGURES))


@_level(SUPPORTS, OPEN, NONE, REFUTES, "no date")
def dates(c: Comparison) -> str:
    """How the claim's dates stand to the evidence's, the worst of them."""
    return max(c.days, key=STANDS.index, default="no date")


@_level("supports", "open", "none", "refutes", "no comparator")
def compared_dates(c: Comparison) -> str:
    """How "before" and "after" a date stand."""
    told = [
        s
        for day, s in zip(c.claim.days, c.days, strict=True)
        if day.low is None or day.high is None
    ]
    return max(told, key=STANDS.index, default="no comparator")


@_level("claim earlier", "claim later", "meet", "no date")
def date_order(c: Comparison) -> str:
    """Whether the claim's dates lie before or after the evidence's."""
    own = [day for day in c.claim.days if day.precision in FINE_DATES]
    other = [day for day in c.evidence.days if day.precision in FINE_DATES]
    if not own or not other:
        return "no date"
    if max(day.high or "9999" for day in own) < min(day.low or "0000" for day in other):
        return "claim earlier"
    if min(day.low or "0000" for day in own) > max(day.high or "9999" for day in other):
        return "claim later"
    return "meet"


@_number
def evidence_dates(c: Comparison) -> float:
    """How many dates the evidence has."""
    return float(min(len(c.evidence.days), 3))


@_number
def cover(c: Comparison) -> float:
    """How much of the claim's wording the evidence has."""
    return len(c.claim.words & c.evidence.words) / max(1, len(c.claim.words))


@_number
def missing_words(c: Comparison) -> float:
    """How many words of the claim the evidence lacks."""
    return float(min(len(c.claim.words - c.evidence.words), 10))


@_number
def evidence_cover(c: Comparison) -> float:
    """How much of the evidence's wording the claim has."""
    return len(c.claim.words & c.evidence.words) / max(1, len(c.evidence.words))


@_number
def names_cover(c: Comparison) -> float:
    """How many of the claim's names the evidence has; half where it has none."""
    return len(c.claim.names & c.evidence.words) / len(c.claim.names) if c.claim.names else 0.5


@_number
def missing_names(c: Comparison) -> float:
    """How many names of the claim the evidence lacks."""
    return float(min(len(c.claim.names - c.evidence.words), 5))


@_number
def other_names(c: Comparison) -> float:
    """How many names the evidence has that the claim lacks."""
    return float(min(len(c.evidence.names - c.claim.words), 5))


@_number
def names_in_place(c: Comparison) -> float:
    """Names of the claim are missing where the evidence has others: another person or place."""
    missing = len(c.claim.names - c.evidence.words)
    return float(min(missing, len(c.evidence.names - c.claim.words), 4))


@_level("same", "differ", "one missing", "no figure")
def heads(c: Comparison) -> str:
    """Whether the noun counted is the same, for the least alike of the aligned figures."""
    told = [_heads(item) for item in c.aligned if item.other is not None]
    return max(told, key=("same", "one missing", "differ").index, default="no figure")


def _heads(item: Aligned) -> str:
    own, other = item.figure, item.other
    if other is None or own.head is None or other.head is None:
        return "one missing"
    same = own.head == other.head or own.head in other.near or other.head in own.near
    return "same" if same else "differ"


@_number
def claim_nouns_missing(c: Comparison) -> float:
    """How many nouns that the claim counts stand nowhere in the evidence."""
    heads = {figure.head for figure in c.claim.figures if figure.head}
    return float(min(len(heads - c.evidence.words), 3))


@_number
def words_near_missing(c: Comparison) -> float:
    """How many of the words beside the claim's figures the evidence lacks, nearer ones more."""
    gone = [
        sum(weight for word, weight in figure.near.items() if word not in c.evidence.words)
        for figure in c.claim.figures
    ]
    return min(max(gone, default=0.0), 6.0)


@_number
def masked_likeness(c: Comparison) -> float:
    """How alike the statements are without their numbers."""
    return fuzz.token_set_ratio(_masked(c.claim.text), _masked(c.evidence.text)) / 100.0


@_number
def masked_order(c: Comparison) -> float:
    """How alike they are without their numbers, all words counted."""
    return fuzz.token_sort_ratio(_masked(c.claim.text), _masked(c.evidence.text)) / 100.0


@_number
def length_ratio(c: Comparison) -> float:
    """How much longer the evidence is."""
    return min(len(c.evidence.text) / max(1, len(c.claim.text)), 5.0)


@_number
def one_negated(c: Comparison) -> float:
    """One of the two denies what the other says."""
    return float(bool(NEGATION.search(c.claim.text)) != bool(NEGATION.search(c.evidence.text)))


@_number
def claim_negated(c: Comparison) -> float:
    """The claim has a word of denial."""
    return float(bool(NEGATION.search(c.claim.text)))


@_number
def opposite_directions(c: Comparison) -> float:
    """One rises where the other falls."""
    up, down = (bool(p.search(c.claim.text)) for p in (RISING, FALLING))
    rose, fell = (bool(p.search(c.evidence.text)) for p in (RISING, FALLING))
    return float((up and fell and not rose) or (down and rose and not fell))


@lru_cache(maxsize=4096)
def _masked(text: str) -> str:
    return masked(text)


def columns() -> list[str]:
    """The names of all columns, in order."""
    return [column for feature in STATEMENT for column in feature.columns]


def vector(comparison: Comparison) -> list[float]:
    """The values of all columns."""
    return [value for feature in STATEMENT for value in feature.vector(comparison)]
