"""(claim, prior) → relation: by the table where a row is exact, by the model where none is.

First the match (another happening, another count, the same fact), then for one fact the rows of
the table of docs/semantics.md, in their order; the first that speaks decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from claims_db.kinds import Counting
from claims_db.moments import Order
from claims_db.records import Bound, Claim, Prior, Status
from factcheck.judging import conversion, figures, intervals, matching, pairs, reasons, told_steps
from factcheck.judging.matching import Fact, Ruling
from factcheck.judging.model import Model, shipped
from factcheck.judging.pairs import Near, Pair
from factcheck.results import Judgement, Relation

OVERRULING = 0.6
"""Probability from which what was learned overrules a rule about places that texts leave open."""

Decision = Callable[[Pair], Relation | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its number there, what it says of the figures, and when it speaks."""

    number: int
    decide: Decision
    reason: str


def taken_back(pair: Pair) -> Relation | None:
    """Row 1: a text ties the figures with a revising word, or one authority lowers its count."""
    if _one_number(pair):
        return None
    if figures.revision_ties(pair):
        return Relation.CORRECTION
    if pair.counting is Counting.ACCUMULATING and _step(pair) < 0:
        return Relation.CORRECTION
    if pair.counting is not Counting.ACCUMULATING or not figures.later_is_lower(pair):
        return None
    same_source = pairs.authority_relation(pair) is Near.SAME
    if same_source or figures.identified_later(pair) or figures.lowered_later(pair):
        return Relation.CORRECTION
    return None


def denied(pair: Pair) -> Relation | None:
    """Row 2: a source denies the figure credited to it, or rivals exclude each other."""
    a, b = pair.both
    if (a.status is Status.DENIED) != (b.status is Status.DENIED) and figures.same_number(pair):
        return Relation.CONFLICT
    if pairs.rivals(pair) and not figures.meet(pair):
        return Relation.CONFLICT
    return None


def one_number(pair: Pair) -> Relation | None:
    """Row 3: stated counts equal, or one is a hedged or rounded form of the other."""
    return Relation.CONSISTENT if _one_number(pair) else None


def grown(pair: Pair) -> Relation | None:
    """Row 4: a count that only grows is later and higher; a state at another time differs; or a
    text gives the step from the other figure to its own."""
    if _step(pair):
        return Relation.UPDATE
    if _bare(pair) or pairs.earlier_later(pair) is None:
        return None
    if pair.counting is Counting.ACCUMULATING and figures.later_is_higher(pair):
        return Relation.UPDATE
    return Relation.UPDATE if pair.counting is Counting.STATE else None


def unordered(pair: Pair) -> Relation | None:
    """Row 5: a count that changes, and nothing to order the two in time."""
    if pair.counting is Counting.FIXED or _bare(pair):
        return None
    return Relation.UPDATE if pairs.order(pair) in (Order.UNORDERED, Order.UNKNOWN) else None


def one_hour(pair: Pair) -> Relation | None:
    """Row 6: a count that changes, told of the same hour: by interval."""
    if pair.counting is Counting.FIXED or pairs.order(pair) is not Order.SAME:
        return None
    return Relation.CONSISTENT if figures.meet(pair) else Relation.CONFLICT


def fallen(pair: Pair) -> Relation | None:
    """Row 7: a count that only grows is lower later; an open bound may repeat an older count."""
    if pair.counting is not Counting.ACCUMULATING or not figures.later_is_lower(pair):
        return None
    ordered = pairs.earlier_later(pair)
    if ordered is None:
        return None
    earlier, later = ordered
    count = figures.representative(earlier.value)
    admitted = count is not None and figures.later_admits(count, later)
    return Relation.UPDATE if admitted else Relation.CONFLICT


def meeting(pair: Pair) -> Relation | None:
    """Row 8: one true value, and the figures meet at the precision stated or in tolerance."""
    if not _fixed_or_bare(pair):
        return None
    if figures.meet(pair):
        return Relation.CONSISTENT
    a, b = pair.both
    between_sources = pairs.authority_relation(pair) is not Near.SAME
    tolerated = between_sources and intervals.within_tolerance(a.value, b.value, pair.kind)
    return Relation.CONSISTENT if tolerated else None


def measured_again(pair: Pair) -> Relation | None:
    """Row 9: one true value, disjoint: an agency's own later value, or a revised estimate."""
    if not _fixed_or_bare(pair):
        return None
    source = pairs.authority_relation(pair)
    if source is Near.SAME and not _bare(pair):
        return Relation.CORRECTION
    preliminary = (pair.claim.status is Status.PRELIMINARY) != (
        pair.prior.claim.status is Status.PRELIMINARY
    )
    if source is not Near.OTHER and (preliminary or figures.revision_told_of(pair)):
        return Relation.CORRECTION
    return None


def excluding(pair: Pair) -> Relation | None:
    """Row 10: one true value, disjoint otherwise. Vague words exclude hardly anything."""
    if Bound.VAGUE in (pair.claim.value.bound, pair.prior.claim.value.bound):
        return None
    return Relation.CONFLICT if _fixed_or_bare(pair) else None


TABLE: tuple[Row, ...] = (
    Row(1, taken_back, "one takes the other back"),
    Row(2, denied, "the two parties' figures exclude each other"),
    Row(3, one_number, "the same count"),
    Row(4, grown, "counts at different times, and such counts change"),
    Row(5, unordered, "nothing tells which is newer, and such counts change"),
    Row(6, one_hour, "told of the same hour"),
    Row(7, fallen, "the later figure is lower"),
    Row(8, meeting, "the figures meet at the precision stated"),
    Row(9, measured_again, "a preliminary or revised value"),
    Row(10, excluding, "the figures exclude each other"),
)


def _one_number(pair: Pair) -> bool:
    a, b = pair.values
    if Bound.VAGUE in (a.bound, b.bound):
        return intervals.overlap(a, b)
    return figures.same_number(pair)


def _bare(pair: Pair) -> bool:
    """Bare statements: neither figure has a date."""
    return pairs.dated(pair) == 0


def _step(pair: Pair) -> float:
    """By how much one figure is above the other from which its own text gives the step; 0 where
    neither does."""
    a, b = pair.both
    for teller, other in ((a, b), (b, a)):
        if told_steps.steps_from(teller, other):
            return (teller.value.stated or 0.0) - (figures.representative(other.value) or 0.0)
    return 0.0


def _fixed_or_bare(pair: Pair) -> bool:
    return pair.counting is Counting.FIXED or _bare(pair)


def by_table(pair: Pair) -> tuple[Row, Relation] | None:
    """The first row that speaks, given one fact, with what it says."""
    for row in TABLE:
        found = row.decide(pair)
        if found is not None:
            return row, found
    return None


def judge(claim: Claim, prior: Prior, *, claim_published: str | None = None) -> Judgement:
    """How the claim stands to the prior. `claim_published` dates a claim without an as-of date."""
    return judged(Pair(claim, prior, claim_published), shipped())


def measured_alike(pair: Pair) -> Pair:
    """The pair with both figures in the standard unit of their kind."""
    claim, prior = conversion.standard(pair.claim), conversion.standard(pair.prior.claim)
    if claim is pair.claim and prior is pair.prior.claim:
        return pair
    held = Prior(prior, pair.prior.report)
    return Pair(claim, held, pair.claim_published, pair.assumed)


class Matched:
    """A pair in standard units, what a rule says of it, and how likely it is one fact: all that
    is known before the figures are looked at."""

    __slots__ = ("facts", "pair", "ruling")

    def __init__(self, pair: Pair, ruling: Ruling | None, facts: dict[Fact, float]) -> None:
        self.pair: Final = pair
        self.ruling: Final = ruling
        self.facts: Final = facts

    @property
    def fact(self) -> Fact:
        """What the two are to each other: what the rule says, unless that leaves it open and what
        was learned is surer."""
        likeliest = max(self.facts, key=self.facts.__getitem__)
        if self.ruling is None:
            return likeliest
        overruled = self.ruling.is_open and self.facts[likeliest] >= OVERRULING
        return likeliest if overruled else self.ruling.fact


def matched(pair: Pair, model: Model, least: float = 0.0) -> Matched | None:
    """The first half of judging; None for a pair that is one fact less surely than `least`.
    Where a rule alone says so, no feature is computed."""
    pair = measured_alike(pair)
    if least > 0:
        apart = matching.apart_by_group(pair)
        if apart and model.never_same(apart, least):
            return None
    ruling = matching.ruled(pair)
    if ruling is not None and model.most_same(ruling) < least:
        return None
    facts = model.facts(pair, ruling)
    return None if facts[Fact.SAME] < least else Matched(pair, ruling, facts)


def judged(pair: Pair, model: Model) -> Judgement:
    """`judge` with the model given, which need not be the shipped one."""
    found = matched(pair, model)
    assert found is not None  # nothing is less sure than 0
    return judged_match(found, model)


def judged_match(found: Matched, model: Model, *, explained: bool = True) -> Judgement:
    """The second half of judging: how the figures stand; unless `explained`, without a why."""
    pair, facts, fact = found.pair, found.facts, found.fact
    settled = by_table(pair)
    chances = model.figures(pair, settled[1] if settled else None)
    probabilities = {relation: facts[Fact.SAME] * p for relation, p in chances.items()}
    probabilities[Relation.DIFFERENT_SCOPE] = facts[Fact.SCOPE]
    probabilities[Relation.DIFFERENT_EVENT] = facts[Fact.EVENT]
    if fact is Fact.SAME:
        relation = settled[1] if settled else max(chances, key=chances.__getitem__)
    else:
        relation = Relation.DIFFERENT_SCOPE if fact is Fact.SCOPE else Relation.DIFFERENT_EVENT
    return Judgement(
        relation=relation,
        probabilities=probabilities,
        match_confidence=facts[Fact.SAME],
        consistency=chances[Relation.CONSISTENT] + chances[Relation.UPDATE],
        why=_why(pair, fact, relation, settled) if explained else "",
    )


def _why(pair: Pair, fact: Fact, relation: Relation, settled: tuple[Row, Relation] | None) -> str:
    if fact is not Fact.SAME:
        return reasons.sentence(pair, relation, reasons.difference(pair, fact))
    told = settled[0].reason if settled else "by likeness to judged pairs"
    return reasons.sentence(pair, relation, told)
