"""Two statements side by side: their figures aligned, how each stands, their dates, their cover."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log10

from claims_db.records import Bound, Value
from factcheck import intervals
from factcheck.alignment import COMPATIBLE, Aligned, Day, Figure, Statement, align, likeness

# How much a likeness of 1 outweighs when the nearest figure is sought, in powers of ten.
LIKENESS_WORTH = 0.25

SUPPORTS, FORM, OPEN, NONE, REFUTES = "supports", "form", "open", "none", "refutes"
STANDS = (SUPPORTS, FORM, OPEN, NONE, REFUTES)  # from best to worst


@dataclass(frozen=True)
class Comparison:
    """A claim beside its evidence, both read."""

    claim: Statement
    evidence: Statement

    @cached_property
    def aligned(self) -> list[Aligned]:
        """Each figure of the claim with the one that counts the same, by words alone."""
        return align(self.claim, self.evidence)

    @cached_property
    def nearest(self) -> list[Aligned]:
        """Each figure of the claim with the one of its unit that comes nearest: what the
        evidence would say at best."""
        return [_nearest(figure, self.evidence.figures) for figure in self.claim.figures]

    @cached_property
    def stands(self) -> list[str]:
        """How the aligned figures stand, in the order of the claim's."""
        return [_stand_of(item) for item in self.aligned]

    @cached_property
    def near_stands(self) -> list[str]:
        """How the nearest figures stand."""
        return [_stand_of(item) for item in self.nearest]

    @cached_property
    def days(self) -> list[str]:
        """How each date of the claim stands to the evidence's dates."""
        return [_day_stand(day, self.evidence.days) for day in self.claim.days]


def _stand_of(item: Aligned) -> str:
    return NONE if item.other is None else stand(item.figure.value, item.other.value)


def _nearest(figure: Figure, others: tuple[Figure, ...]) -> Aligned:
    same = [
        other
        for other in others
        if other.dimension == figure.dimension
        or any({other.dimension, figure.dimension} <= pair for pair in COMPATIBLE)
    ]
    stated = _middle(figure.value)
    if not same or stated is None:
        return Aligned(figure, None, 0.0)
    best = min(
        same, key=lambda other: far(stated, other.value) - LIKENESS_WORTH * likeness(figure, other)
    )
    return Aligned(figure, best, likeness(figure, best))


def far(stated: float, value: Value) -> float:
    """How far a figure lies from a stated count, in powers of ten."""
    return abs(log10((abs(_middle(value) or 0.0) + 0.5) / (abs(stated) + 0.5)))


def _middle(value: Value) -> float | None:
    """The count stated, the middle of a range, else the end that is told."""
    if value.stated is not None:
        return value.stated
    if value.low is not None and value.high is not None:
        return (value.low + value.high) / 2
    return value.low if value.low is not None else value.high


def stand(claim: Value, evidence: Value) -> str:
    """Whether the evidence's interval lies inside the claim's (supports), outside (refutes), can
    be another form of its number, or leaves it open. "More than 12" excludes 12."""
    if claim.bound is Bound.EXACT and evidence.bound is Bound.EXACT:
        return SUPPORTS if intervals.same_number(claim, evidence) else REFUTES
    if claim.bound is Bound.RANGE and evidence.bound is Bound.RANGE:
        same = (claim.low, claim.high) == (evidence.low, evidence.high)
        return SUPPORTS if same else REFUTES
    low, high = intervals.bounds(claim)
    least, most = intervals.bounds(evidence)
    low_open, high_open = claim.bound is Bound.MORE_THAN, claim.bound is Bound.LESS_THAN
    least_open, most_open = evidence.bound is Bound.MORE_THAN, evidence.bound is Bound.LESS_THAN
    above = least > low or (least == low and (not low_open or least_open))
    below = most < high or (most == high and (not high_open or most_open))
    if above and below:
        return SUPPORTS
    if most < low or (most == low and (low_open or most_open)):
        return REFUTES
    if least > high or (least == high and (high_open or least_open)):
        return REFUTES
    return FORM if intervals.same_number(claim, evidence) else OPEN


def _day_stand(claim: Day, others: tuple[Day, ...]) -> str:
    found = {_one_day(claim, other) for other in others}
    for told in (SUPPORTS, OPEN, REFUTES):
        if told in found:
            return told
    return NONE


def _one_day(claim: Day, other: Day) -> str:
    """ "before 21 March" ends on the 20th; a day inside the claim's window supports it."""
    least, most = other.low or "0000", other.high or "9999"
    if claim.low is None and claim.high is not None:
        return SUPPORTS if most < claim.high else REFUTES if least >= claim.high else OPEN
    if claim.high is None and claim.low is not None:
        return SUPPORTS if least > claim.low else REFUTES if most <= claim.low else OPEN
    low, high = claim.low or "0000", claim.high or "9999"
    if least >= low and most <= high:
        return SUPPORTS
    return REFUTES if most < low or least > high else OPEN
