"""A document's verdicts on counts that it dates to an earlier day itself, or goes on from, beside
its newer one: "on Sunday the toll had stood at 20", "police spoke of 20 dead, later of 31"
are history, not out of date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims_db import moments
from claims_db.moments import CALENDAR
from claims_db.records import Claim, Document, Role
from factcheck.judging import figures, intervals, pairs, reasons
from factcheck.judging.cues import cues
from factcheck.results import ClaimResult, Relation, Severity, Verdict

_THEN = (
    r"by\s+(?:then|noon|midday|midnight|nightfall|dawn|dusk|(?:that|late|early|the\s+(?:evening|next))\b"
    rf"|(?:\d{{1,2}}\s+)?(?:{'|'.join(sorted(CALENDAR))})\b)"
)
_HAD = re.compile(r"[^.;:,]{0,40}\bhad\b", re.IGNORECASE)
_HAD_BY = re.compile(rf"[^.;:,]{{0,40}}\bhad\b[^.;:,]{{0,60}}\b{_THEN}", re.IGNORECASE)
_BY_THEN = re.compile(rf"\b{_THEN}[^.;:]{{0,40}}$", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"(?:^|[.;:]\s+|,\s+|\b(?:but|and|though)\s+)(?:at\s+first|initially|originally"
    r"|in\s+the\s+first\s+(?:hours|days|minutes)"
    r"|(?:early|first|initial|earlier)\s+(?:reports?|counts?|tolls?|figures?))\b"
    r"(?!\s+(?:light|glance|sight|instance|from|planned|intended)\b),?[^.;:,]{0,60}$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[^.;:,]{0,20}\b(?:earlier|before)\s+(?:that|the\s+same)\s+(?:day|morning|evening|week)\b",
    re.IGNORECASE,
)
_NEWER = (Verdict.CONSISTENT, Verdict.UPDATE, Verdict.DISPUTED)


def kept(document: Document, results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document, its outdated counts of an earlier day taken as consistent with
    the record of that day."""
    out = moments.parse_or_none(document.published)
    if out is None or not any(result.verdict is Verdict.OUTDATED for result in results):
        return tuple(results)
    return tuple(_kept(result, out, results) for result in results)


def _kept(result: ClaimResult, out: moments.Moment, results: Sequence[ClaimResult]) -> ClaimResult:
    if _is_past(result, out, results):
        return _consistent(
            result, "told as an earlier count, beside the newer one of the same text"
        )
    if result.verdict is Verdict.OUTDATED and _is_told_over(result.claim) and _was_told(result):
        return _consistent(result, "told as what was known then, and was on record then")
    return result


def _is_told_over(claim: Claim) -> bool:
    """Whether a count is told to have stood at a time that is over: "five had been identified by
    then", "after 140 earlier that day"."""
    start = claim.start - claim.sentence_start
    before, behind = claim.sentence[:start], claim.sentence[start + len(claim.value.text) :]
    if _AT_FIRST.search(before) is not None:
        return True
    return _HAD_BY.match(behind) is not None or (
        _EARLIER.match(behind) is not None
        or (_BY_THEN.search(before) is not None and _HAD.match(behind) is not None)
    )


def _was_told(result: ClaimResult) -> bool:
    """Whether a comparable report gives the same count."""
    return any(
        not match.later
        and match.judgement.relation not in (Relation.DIFFERENT_EVENT, Relation.DIFFERENT_SCOPE)
        and intervals.same_number(result.claim.value, match.prior.claim.value)
        for match in result.matches
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
    if pairs.counted(a) != pairs.counted(b) or a.change is not None or _is_of_past_years(a, b):
        return False
    more, less = figures.representative(a.value), figures.representative(b.value)
    return more is not None and less is not None and more > less


def _is_of_past_years(newer: Claim, older: Claim) -> bool:
    """Whether the figure is of years that were over when the other was told: those laid off in 2022
    are no newer count of those laid off since."""
    if newer.when is None or newer.when.precision != "year" or not older.as_of:
        return False
    return newer.when.end[:10] < older.as_of[:10]


def _consistent(result: ClaimResult, told: str) -> ClaimResult:
    why = f"{reasons.figure(result.claim)} is {told}"
    return replace(result, verdict=Verdict.CONSISTENT, severity=Severity.OK, why=why, hints=())
