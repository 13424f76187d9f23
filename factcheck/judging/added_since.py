"""A verdict on a total, in the light of counts that came on top of the newest one on record: after
"another 311 were injured", the 1,200 told before is no newest figure, and 1,511 no conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims_db.kinds import Counting
from claims_db.records import Claim, Prior, Role, Status
from factcheck.judging import figures, intervals, localities, origins, pairs, reasons
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.record import Held, Record, day_of
from factcheck.results import ClaimResult, Match, Severity, Verdict

MORE = "+"
_ABOVE = (Verdict.UPDATE, Verdict.CONFLICT)


@dataclass(frozen=True, slots=True)
class Added:
    """A total on record, a count told later that came on top of it, and what both come to."""

    base: Held
    more: Prior
    total: float


def reckoned(record: Record, result: ClaimResult, matches: Sequence[Match]) -> ClaimResult:
    """The result of a total: one that is the sum is consistent, one that is the total before the
    increase is out of date."""
    claim, count = record.claim, record.count
    if claim.change is not None or claim.role is not Role.CURRENT or count is None:
        return result
    if record.counting is not Counting.ACCUMULATING:
        return result
    added = _added(record, matches)
    if added is None:
        return result
    base, more = reasons.told(added.base.match.prior), reasons.told(added.more)
    own = reasons.figure(claim)
    if result.verdict in _ABOVE and intervals.close(count, added.total):
        why = f"{own} is what {base} and {more} on top of it come to"
        severity = Severity.OK
        return replace(result, verdict=Verdict.CONSISTENT, severity=severity, why=why, hints=())
    if result.verdict is Verdict.CONSISTENT and _is_behind(record, added):
        why = f"{own} agrees with {base}, but {more} came on top of it since"
        return replace(result, verdict=Verdict.OUTDATED, severity=Severity.WARNING, why=why)
    return result


def _added(record: Record, matches: Sequence[Match]) -> Added | None:
    """What came on top of the newest total, told after it by reports that were out; None where
    nothing did, or where reports differ over how many."""
    day, base = record.newest_day, _base(record)
    if day is None or base is None or base.claim.unit != record.claim.unit:
        return None
    more = [
        match.prior
        for match in matches
        if not match.later and (told := day_of(match.prior)) is not None and told > day
        if _comes_on_top(match.prior, record)
    ]
    counts = {prior.claim.value.stated for prior in more}
    total = figures.representative(base.claim.value)
    if len(counts) != 1 or total is None:
        return None
    (count,) = counts
    # What is lost in rounding changes nothing: twelve more beside 52,000.
    if not count or count < intervals.printed_unit(base.claim.value):
        return None
    return Added(base, more[0], total + count)


def _base(record: Record) -> Held | None:
    """The newest total, where those of its day agree on it."""
    first = record.newest[0]
    alike = all(intervals.same_number(first.claim.value, h.claim.value) for h in record.newest)
    return first if alike else None


def _comes_on_top(prior: Prior, record: Record) -> bool:
    """Whether a report that stands tells of more of the same in the same happening."""
    own, other = record.claim, prior.claim
    if not is_more(own, prior):
        return False
    if prior.report.retracted or other.role is not Role.CURRENT or other.status is Status.DENIED:
        return False
    if other.event is None or other.event not in record.events:
        return False
    if localities.place_relation(Pair(own, prior)) in (Near.OTHER, Near.NESTED):
        return False
    return not origins.is_own(record.document, prior)


def is_more(claim: Claim, prior: Prior) -> bool:
    """Whether the prior counts those who came on top of one such as the claim's, in its unit."""
    own, other = claim, prior.claim
    if own.change is not None or other.change != MORE or other.kind != own.kind:
        return False
    whole = other.per is None and other.part_of is None
    return whole and own.unit == other.unit and pairs.counted(own) == pairs.counted(other)


def _is_behind(record: Record, added: Added) -> bool:
    """Whether the document came out on a later day than the increase, with the total before it,
    put exactly: "at least 1,200" admits what came on top."""
    today, told = record.today, day_of(added.more)
    if today is None or told is None or today <= told:
        return False
    exact = record.claim.value
    return exact.low == exact.high and intervals.same_number(exact, added.base.claim.value)
