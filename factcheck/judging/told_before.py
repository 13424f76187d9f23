"""A document's verdicts on counts that it dates to an earlier day itself, or goes on from, beside
its newer one: "on Sunday the toll had stood at 20", "police spoke of 20 dead, later of 31"
are history, not out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims_db import moments
from claims_db.records import Claim, Document, Role
from factcheck.judging import figures, pairs, reasons
from factcheck.judging.cues import cues
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
    before = told is not None and told.last_day < out.day
    return any(
        _is_higher(other, result)
        and (_is_told_later(other.claim, result.claim) or (before and _is_newer(other, told)))
        for other in results
    )


def _is_newer(other: ClaimResult, told: moments.Moment | None) -> bool:
    day = moments.parse_or_none(other.claim.as_of)
    return day is None or (told is not None and day.day > told.last_day)


def _is_told_later(newer: Claim, older: Claim) -> bool:
    """Whether the text goes on from the one to the other: "… later put the toll at 63"."""
    if newer.start < older.end:
        return False
    begin = max(newer.sentence_start, older.end) - newer.sentence_start
    before = newer.sentence[begin : newer.start - newer.sentence_start]
    return cues().gone_on.search(before.lower()) is not None


def _is_higher(other: ClaimResult, result: ClaimResult) -> bool:
    """Whether another figure of the text is a higher one of the same count, and stands."""
    a, b = other.claim, result.claim
    if other.verdict not in _NEWER or a.kind != b.kind or a.role is not Role.CURRENT:
        return False
    if pairs.counted(a) != pairs.counted(b) or a.change is not None:
        return False
    more, less = figures.representative(a.value), figures.representative(b.value)
    return more is not None and less is not None and more > less


def _consistent(result: ClaimResult) -> ClaimResult:
    figure = reasons.figure(result.claim)
    why = f"{figure} is told as an earlier count, beside the newer one of the same text"
    return replace(result, verdict=Verdict.CONSISTENT, severity=Severity.OK, why=why, hints=())
