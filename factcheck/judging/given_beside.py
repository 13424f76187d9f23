"""What a text gives twice over: a figure is not accused by another that its own text gives too, for
something else, nor by a report that gives the very figure for something else.

Of sums, shares and loose counts a story has many: sales of one quarter and of the next, a bill's
votes and its amendment's. Who has both figures right mixed up neither; but whoever names the same
owner for both has swapped them: the winner's share told of the loser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Prior, Role
from factcheck.judging import doubts, intervals, reasons
from factcheck.judging.alignment import dimension
from factcheck.judging.measures import measure_relation
from factcheck.judging.own_totals import unheld
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.swapped_owners import are_one, owner
from factcheck.judging.vouching import COMPARABLE, DIFFERENT
from factcheck.results import ClaimResult, Match, Relation, Severity, Verdict

_AGAINST: Final = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED)
_UNTOLD: Final = "money"  # the unit of a sum whose currency is not told
_PAST: Final = (Role.PREVIOUS, Role.RETRACTED)


def relieved(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document; what is said against a figure by others that are explained is
    taken back."""
    claims = [result.claim for result in results]
    return tuple(_relieved(result, claims) for result in results)


def _relieved(result: ClaimResult, claims: Sequence[Claim]) -> ClaimResult:
    claim = result.claim
    if result.verdict not in _AGAINST or not _is_one_of_many(claim):
        return result
    if result.verdict is Verdict.DISPUTED and claim.attribution is not None:
        return result  # one of two voices
    held = [match for match in result.matches if _is_held(match)]
    against = [match for match in held if not _agree(claim, match.prior.claim)]
    agreeing = next((match for match in held if match not in against), None)
    if not against or not all(
        _is_explained(result, match, claims) or _is_anothers(claim, match, agreeing)
        for match in against
    ):
        return result
    if agreeing is None:
        return unheld(result, "The figures on record are told of other things")
    return _consistent(result, agreeing)


def _is_one_of_many(claim: Claim) -> bool:
    """Whether a story may well have several figures of the kind, each of its own thing."""
    kind = kinds()[claim.kind]
    return not (kind.of_people and kind.counting is not Counting.FIXED)


def _is_held(match: Match) -> bool:
    judgement = match.judgement
    if match.later or match.prior.report.retracted or judgement.relation in DIFFERENT:
        return False
    return judgement.match_confidence >= COMPARABLE


def _is_explained(result: ClaimResult, match: Match, claims: Sequence[Claim]) -> bool:
    """Whether the text gives the figure held against it too, or the report gives its own."""
    claim, other = result.claim, match.prior.claim
    tellers = {  # the reports that give the figure held against it
        near.prior.report.id for near in result.matches if _agree(near.prior.claim, other)
    }
    beside = [near.prior.claim for near in result.matches if near.prior.report.id in tellers]
    given = [near for near in claims if near is not claim and _gives(near, other)]
    given += [
        near
        for near in beside
        if near is not other and near.role not in _PAST and _gives(near, claim)
    ]
    if any(_is_sum_of_event(near, claim, other) for near in result.matches):
        return True
    return any(not _is_swapped(claim, match.prior, near) for near in given)


def _is_sum_of_event(near: Match, claim: Claim, other: Claim) -> bool:
    """Whether any report of the happening gives the very sum for something else: a bill's whole
    beside the part of it that a report tells alone."""
    told = near.prior.claim
    if near.later or near.prior.report.retracted or told.event is None:
        return False
    if told.event != other.event or told.role in _PAST or not dimension(claim).startswith("money"):
        return False
    if claim.group is not None or (claim.value.stated or 0.0) <= (other.value.stated or 0.0):
        return False
    telling = doubts.precision(claim.value.stated or 0.0) >= doubts.SMALLEST
    one_currency = told.unit in (claim.unit, _UNTOLD) or claim.unit == _UNTOLD
    return bool(claim.value.stated) and telling and one_currency and _agree(told, claim)


def _is_anothers(claim: Claim, match: Match, agreeing: Match | None) -> bool:
    """Whether a report gives the figure to one name, and what is held against it is told of
    another: "its profit" is that of whoever has it."""
    if agreeing is None or owner(claim):
        return False
    own, other = owner(agreeing.prior.claim), owner(match.prior.claim)
    return bool(own) and bool(other) and not are_one(own, other)


def _gives(near: Claim, claim: Claim) -> bool:
    """Whether a figure is that number, in its unit or without one."""
    if not near.checkable or near.kind in ("date", "duration", "age"):
        return False
    return _agree(near, claim) and (near.unit == claim.unit or near.kind == "count")


def _is_swapped(claim: Claim, held: Prior, near: Claim) -> bool:
    """Whether the figure and the one held against it are told of one name or one measure, and the
    one beside them of another."""
    own = owner(claim)
    if are_one(own, owner(held.claim)):
        third = owner(near)
        if third and not are_one(own, third):
            return True
    if measure_relation(Pair(claim, held)) is not Near.SAME:
        return False
    return measure_relation(Pair(near, held)) is Near.OTHER


def _agree(a: Claim, b: Claim) -> bool:
    return intervals.same_number(a.value, b.value)


def _consistent(result: ClaimResult, agreeing: Match) -> ClaimResult:
    own, other = reasons.figure(result.claim), reasons.told(agreeing.prior)
    return replace(
        result,
        verdict=Verdict.CONSISTENT,
        severity=Severity.OK,
        consistency=agreeing.judgement.probabilities[Relation.CONSISTENT],
        latest=agreeing.prior,
        why=f"{own} agrees with {other}",
        hints=(),
    )
