"""A document's verdicts on figures that it sets against one that it denies: "the governor denied
having said that 12 died; seven deaths are verified" disputes the twelve on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims_db.records import Role, Status
from factcheck.judging import intervals, pairs, reasons
from factcheck.judging.vouching import COMPARABLE, DIFFERENT
from factcheck.results import ClaimResult, Match, Severity, Verdict

_BELOW = (Verdict.NO_PRIOR, Verdict.OUTDATED, Verdict.CONFLICT)


def disputing(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document; a count that stands against a denied one takes its side in a
    dispute, and is no old figure or slip."""
    denied = [result for result in results if _is_denied(result)]
    if not denied:
        return tuple(results)
    return tuple(_disputing(result, denied) for result in results)


def _is_denied(result: ClaimResult) -> bool:
    """Whether the text denies a figure that is on record."""
    return result.claim.status is Status.DENIED and result.verdict is Verdict.DISPUTED


def _disputing(result: ClaimResult, denied: Sequence[ClaimResult]) -> ClaimResult:
    claim = result.claim
    if result.verdict not in _BELOW or claim.status is Status.DENIED:
        return result
    if claim.role is not Role.CURRENT or claim.change or claim.per or claim.part_of:
        return result
    for other in denied:
        held = _held(result, other)
        if held is not None and other.latest is not None:
            own, taken = reasons.figure(claim), reasons.figure(other.claim)
            return replace(
                result,
                verdict=Verdict.DISPUTED,
                severity=Severity.NOTICE,
                match_confidence=held.judgement.match_confidence,
                consistency=held.judgement.consistency,
                latest=held.prior,
                why=f"{own} is told where the text denies {taken}, which "
                f"{reasons.told(held.prior)} holds",
                hints=(),
            )
    return result


def _held(result: ClaimResult, denied: ClaimResult) -> Match | None:
    """The report on record with the denied figure, as what the other is the same fact as."""
    a, b = result.claim, denied.claim
    if a.kind != b.kind or pairs.counted(a) != pairs.counted(b):
        return None
    return next(
        (
            match
            for match in result.matches
            if not match.later
            and match.judgement.relation not in DIFFERENT
            and match.judgement.match_confidence >= COMPARABLE
            and not match.prior.report.retracted
            and intervals.same_number(match.prior.claim.value, b.value)
        ),
        None,
    )
