"""Where the record contradicts itself: two comparable priors of like age that cannot both be right,
the claim's side first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims_db.kinds import Counting
from claims_db.moments import Moment, Order, order
from claims_db.records import Bound, Role
from factcheck.judging import figures, intervals, pairs
from factcheck.judging.pairs import Pair
from factcheck.judging.record import LIKE_AGE, Held, Record
from factcheck.judging.relation import by_table
from factcheck.results import Relation


@dataclass(frozen=True, slots=True)
class Division:
    """A prior that agrees with the claim, and one that contradicts it. `passed`: the count has
    grown beyond both since, on their own day."""

    agreeing: Held
    other: Held
    passed: bool = False


def division(record: Record) -> Division | None:
    """The first pair of priors that contradict each other over the claim's figure, one that still
    stands before one that the count has passed. A count told again after it grew, or revised by a
    report that tells both, is no second opinion; nor is one told as past or to come, taken back or
    mistaken. Where a later day has a higher count, both sides are old, and nothing is divided."""
    sides = [held for held in record.sides() if held.claim.role is Role.CURRENT]
    sides = [held for held in sides if record.stands(held)]
    agreeing = [held for held in sides if record.agrees(held)]
    others = [held for held in sides if not record.agrees(held)]
    passed = None
    for own in agreeing:
        for other in others:
            if not _contradict(own, other) or _is_settled(record, own, other):
                continue
            day = _overtaken(record, own, other)
            if day is None:
                return Division(own, other)
            if day in (own.day, other.day):
                passed = passed or Division(own, other, passed=True)
    return passed


def _is_settled(record: Record, a: Held, b: Held) -> bool:
    """Whether the one count is the other grown, or revised."""
    return (
        _grew(record, a, b) or _revised(record, a, b) or _was_reckoned(a, b) or _was_reckoned(b, a)
    )


def _was_reckoned(early: Held, late: Held) -> bool:
    """Whether the one was a first estimate, and the other was counted on a later day: "some 70
    hurt", then 60."""
    if early.day is None or late.day is None or early.day >= late.day:
        return False
    return early.claim.value.bound is Bound.ABOUT and late.claim.value.bound is Bound.EXACT


def _overtaken(record: Record, a: Held, b: Held) -> date | None:
    """The day on which a toll grew beyond both, as far as the record has it: the newest."""
    if record.counting is not Counting.ACCUMULATING or a.day is None or b.day is None:
        return None
    most = max(figures.representative(one.claim.value) or 0.0 for one in (a, b))
    beyond = (
        held.day
        for held in record.held
        if held.claim.role is Role.CURRENT and held.day and held.day >= max(a.day, b.day)
        if intervals.bounds(held.claim.value)[0] > most
    )
    return max(beyond, default=None)


def _contradict(a: Held, b: Held) -> bool:
    """Whether two priors of like age stand in conflict to each other."""
    if a.day is None or b.day is None or abs((a.day - b.day).days) > LIKE_AGE:
        return False
    decided = by_table(Pair(a.claim, b.match.prior, a.match.prior.report.published))
    return decided is not None and decided[1] is Relation.CONFLICT


def _grew(record: Record, a: Held, b: Held) -> bool:
    """Whether one count is just the older: first told before the higher one, or on the same day
    and then again."""
    if record.counting is not Counting.ACCUMULATING:
        return False
    counts = [(figures.representative(one.claim.value), record.first_told(one)) for one in (a, b)]
    told = [(count, day) for count, day in counts if count is not None and day is not None]
    if len(told) < 2 or told[0][0] == told[1][0]:
        return False
    (_, lower), (_, higher) = sorted(told)
    return lower < higher or (lower == higher and a.day != b.day)


def _revised(record: Record, a: Held, b: Held) -> bool:
    """Whether a report tells both figures, one as older than the other."""
    first, second = _tellers(record, a), _tellers(record, b)
    return any(
        order(told, other) in (Order.BEFORE, Order.AFTER)
        for report, told in first.items()
        if (other := second.get(report)) is not None
    )


def _tellers(record: Record, side: Held) -> dict[str, Moment | None]:
    """The reports that give the figure, with when it holds in each."""
    return {
        held.match.prior.report.id: pairs.told_at(held.claim, held.match.prior.report.published)
        for held in record.whole or record.held
        if intervals.same_number(held.claim.value, side.claim.value)
    }
