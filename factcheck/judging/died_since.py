"""A document's verdicts on the wounded → those that its own dead account for: who was counted among
the wounded, or among those shot, may have died since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims_db import moments
from claims_db.records import Claim, Role
from factcheck.judging import figures, localities, pairs, reasons
from factcheck.results import ClaimResult, Severity, Verdict

_FELL = (Verdict.CONFLICT, Verdict.OUTDATED)


def accounted(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document, where "three wounded" beside one dead is news of the "four
    wounded" on record, and no lower count."""
    dead = [result for result in results if _is_whole(result.claim, "killed")]
    if not dead:
        return tuple(results)
    return tuple(_accounted(result, dead) for result in results)


def _is_whole(claim: Claim, kind: str) -> bool:
    """Whether the claim is a count of all of the kind, or of no group in particular."""
    if claim.kind != kind or claim.role is not Role.CURRENT or claim.change or claim.per:
        return False
    return bool(claim.value.stated) and claim.part_of is None


def _accounted(result: ClaimResult, dead: Sequence[ClaimResult]) -> ClaimResult:
    if result.verdict not in _FELL or result.latest is None:
        return result
    if not _is_whole(result.claim, "wounded") or result.latest.claim.kind != "wounded":
        return result
    lower, higher = (figures.representative(c.value) for c in (result.claim, result.latest.claim))
    if lower is None or higher is None or lower >= higher:
        return result
    for other in dead:
        if other.verdict is Verdict.CONFLICT:
            continue  # a wrong count of the dead is news of nobody
        if _are_of_two(other.claim, result.claim):
            continue
        if _newly(other, result.latest.report.id) >= higher - lower:
            told, dead_now = reasons.figure(result.claim), reasons.figure(other.claim)
            newest = f"“{result.latest.claim.value.text}”"
            why = f"{told} is below {newest} on record; {dead_now} of the same text may be why"
            return replace(
                result, verdict=Verdict.UPDATE, severity=Severity.NOTICE, why=why, hints=()
            )
    return result


def _are_of_two(dead: Claim, wounded: Claim) -> bool:
    """Whether the text tells the two of other places or other days: of two happenings."""
    if localities.places_relation(dead.places, wounded.places) is pairs.Near.OTHER:
        return True
    a, b = dead.when, wounded.when
    return a is not None and b is not None and not moments.overlaps(a.start, a.end, b.start, b.end)


def _newly(dead: ClaimResult, report: str) -> float:
    """How many more dead the document has than that report."""
    told = [
        match.prior.claim.value.stated or 0.0
        for match in dead.matches
        if match.prior.report.id == report and match.prior.claim.kind == "killed"
    ]
    return (dead.claim.value.stated or 0.0) - max(told, default=0.0)
