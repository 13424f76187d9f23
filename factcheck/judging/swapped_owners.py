"""Two figures of one document, each told of the other's owner: the winner's share of the loser.

Each alone may pass for a later count. That both stand so on record, the other way round, may not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from claims_db.records import Claim, Prior, Role, Status
from factcheck.judging import intervals, matching, owners, reasons, told_sites
from factcheck.judging.verdict import SLIP_ODDS
from factcheck.results import ClaimResult, Hint, Match, Relation, Severity, Verdict

SLIP: Final = "another's figure"
_KINDS: Final = owners.OWNED | matching.OF_CANDIDATES


def told(results: Sequence[ClaimResult]) -> dict[int, ClaimResult]:
    """The results of one document whose figures changed owners, by their place among them, as
    conflicts."""
    asked = {n: result for n, result in enumerate(results) if _is_asked(result.claim)}
    found: dict[int, ClaimResult] = {}
    known = {
        n: [match for match in result.matches if _stands(match)] for n, result in asked.items()
    }
    for m, n in sorted(_told_of_each_other(asked)):
        right = _right(results[m], results[n], [*known[m], *known[n]])
        if right is not None:
            found.setdefault(m, _conflict(results[m], right[0]))
            found.setdefault(n, _conflict(results[n], right[1]))
    return found


def _told_of_each_other(asked: Mapping[int, ClaimResult]) -> set[tuple[int, int]]:
    """The pairs of results of which one has the other's number on record: of many figures few."""
    by_number: dict[tuple[str | None, float | None], list[int]] = {}
    for n, result in asked.items():
        by_number.setdefault((result.claim.unit, result.claim.value.stated), []).append(n)
    return {
        (min(m, n), max(m, n))
        for m, result in asked.items()
        for match in result.matches
        for n in by_number.get((match.prior.claim.unit, match.prior.claim.value.stated), ())
        if m != n
    }


def owner(claim: Claim) -> frozenset[str]:
    """The words of the name that a figure is told of: of a vote its candidate or party."""
    if claim.kind in matching.OF_CANDIDATES or _is_share_of_vote(claim):
        return told_sites.candidates(claim)
    return owners.owner(claim)


def _is_share_of_vote(claim: Claim) -> bool:
    return claim.kind == "percent" and claim.happening == "vote"


def are_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names may be one, the shorter a part of the longer."""
    return bool(a) and bool(b) and (a <= b or b <= a)


def _is_asked(claim: Claim) -> bool:
    if not claim.checkable or claim.kind not in _KINDS or not claim.value.stated:
        return False
    if claim.role is not Role.CURRENT or claim.status is Status.DENIED:
        return False
    return claim.change is None and claim.per is None and bool(owner(claim))


def _right(
    one: ClaimResult, other: ClaimResult, known: Sequence[Match]
) -> tuple[Match, Match] | None:
    """What one report, of those `known` of either, gives for the two owners: to each the other's
    figure; None without one, or where any report has either figure as it is here."""
    if one.claim.unit != other.claim.unit or are_one(owner(one.claim), owner(other.claim)):
        return None
    if any(_tells(match.prior, result, result) for match in known for result in (one, other)):
        return None
    for match in known:
        if not _tells(match.prior, one, other):
            continue
        for beside in known:
            same = beside.prior.report.id == match.prior.report.id
            if same and _tells(beside.prior, other, one):
                return match, beside
    return None


def _stands(match: Match) -> bool:
    return not match.later and not match.prior.report.retracted and _is_asked(match.prior.claim)


def _tells(prior: Prior, of: ClaimResult, figure: ClaimResult) -> bool:
    """Whether the prior gives the owner of the one result the figure of the other."""
    told = prior.claim
    if told.unit != figure.claim.unit or not are_one(owner(told), owner(of.claim)):
        return False
    return intervals.same_number(told.value, figure.claim.value)


def _conflict(result: ClaimResult, right: Match) -> ClaimResult:
    own, other = reasons.figure(result.claim), reasons.told(right.prior)
    why = f"{own} contradicts {other}: the two figures changed owners"
    judgement = replace(right.judgement, relation=Relation.CONFLICT, why=why)
    rest = tuple(match for match in result.matches if match.prior is not right.prior)
    sure = max(result.match_confidence or 0.0, 1.0 - SLIP_ODDS)
    return replace(
        result,
        verdict=Verdict.CONFLICT,
        severity=Severity.ERROR,
        match_confidence=sure,
        consistency=SLIP_ODDS,
        latest=right.prior,
        why=why,
        hints=(Hint(SLIP, result.claim.value.stated or 0.0),),
        matches=(replace(right, judgement=judgement), *rest),
    )
