"""A document's verdicts on counts that it dates to an earlier day itself, beside its newer one: "on
Sunday the toll had stood at 20" is history, not out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims_db import moments
from claims_db.records import Document, Role
from factcheck.judging import figures, pairs, reasons
from factcheck.results import ClaimResult, Severity, Verdict

_NEWER = (Verdict.CONSISTENT, Verdict.UPDATE, Verdict.DISPUTED)


def kept(document: Document, results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document, its outdated counts of an earlier day taken as consistent with
    the record of that day."""
    out = moments.parse_or_none(document.published)
    if out is None or not any(result.verdict is Verdict.OUTDATED for result in results):
        return tuple(results)
    return tuple(
        _consistent(result) if _is_past(result, out, results) else result for result in results
    )


def _is_past(result: ClaimResult, out: moments.Moment, results: Sequence[ClaimResult]) -> bool:
    """Whether a count is told of a day before the document's and a newer one of it is told too."""
    if result.verdict is not Verdict.OUTDATED:
        return False
    told = moments.parse_or_none(result.claim.as_of)
    if told is None or told.last_day >= out.day:
        return False
    return any(_is_newer(other, result, told) for other in results)


def _is_newer(other: ClaimResult, result: ClaimResult, told: moments.Moment) -> bool:
    a, b = other.claim, result.claim
    if other.verdict not in _NEWER or a.kind != b.kind or a.role is not Role.CURRENT:
        return False
    if pairs.counted(a) != pairs.counted(b) or a.change is not None:
        return False
    day = moments.parse_or_none(a.as_of)
    more, less = figures.representative(a.value), figures.representative(b.value)
    later = day is None or day.day > told.last_day
    return later and more is not None and less is not None and more > less


def _consistent(result: ClaimResult) -> ClaimResult:
    figure = reasons.figure(result.claim)
    why = f"{figure} is told as the count of {reasons.day(result.claim.as_of)}, as it is on record"
    return replace(result, verdict=Verdict.CONSISTENT, severity=Severity.OK, why=why, hints=())
