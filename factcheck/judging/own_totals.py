"""Counts told beside a total of their own document: parts of it, not held against the record's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Role
from factcheck.judging import intervals, pairs, reasons, slips, wording
from factcheck.results import ClaimResult, Origins, Severity, Verdict

PART = 0.5
"""Share of the total that a part told without its whole has at most: nearer ones are rivals."""
_BELOW = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.CORRECTION)
_STANDS = (
    *(Verdict.CONSISTENT, Verdict.UPDATE, Verdict.OUTDATED, Verdict.DISPUTED, Verdict.CORRECTION),
)


def relieved(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document, where "two were killed when a wall fell" is not taken for the
    toll that the document gives elsewhere and that stands to the record."""
    known = {result.claim.id: result for result in results}
    results = [_parted(result, known.get(result.claim.part_of or "")) for result in results]
    totals = [result for result in results if _is_total(result)]
    if not totals:
        return tuple(results)
    return tuple(_relieved(result, totals) for result in results)


def _parted(result: ClaimResult, whole: ClaimResult | None) -> ClaimResult:
    """The result of a count that the text tells as a part of another of its kind: only counts of a
    part, or of the same people, speak against it."""
    if whole is None or result.verdict not in _BELOW or not kinds()[result.claim.kind].of_people:
        return result
    part, total, latest = result.claim, whole.claim, result.latest
    if part.kind != total.kind or latest is None or any(map(slips.is_of_digits, result.hints)):
        return result
    held = latest.claim
    if held.part_of is not None or (pairs.counted(part) and _of_one_group(part, held)):
        return result
    own, over = reasons.figure(part), reasons.figure(total)
    return unheld(result, f"{own} is told as a part of {over}, and the record is of the whole")


def _of_one_group(part: Claim, held: Claim) -> bool:
    return pairs.counted(part) == pairs.counted(held)


def _is_total(result: ClaimResult) -> bool:
    return result.verdict in _STANDS and _is_count(result)


def _is_count(result: ClaimResult) -> bool:
    claim = result.claim
    kind = kinds().get(claim.kind)  # a store may hold kinds that this table lacks
    if kind is None:
        return False
    counted = kind.counting is Counting.ACCUMULATING and kind.of_people
    whole = claim.role is Role.CURRENT and claim.change is None and claim.per is None
    return counted and whole and bool(claim.value.stated)


def _relieved(result: ClaimResult, totals: Sequence[ClaimResult]) -> ClaimResult:
    if result.verdict not in _BELOW or not _is_count(result):
        return result
    total = next((total for total in totals if _holds_beside(total, result)), None)
    if total is None and not wording.tells_total(result.claim.sentence):
        total = next((total for total in totals if _holds(total, result)), None)
    if total is None:
        return result
    own, whole = reasons.figure(result.claim), reasons.figure(total.claim)
    return unheld(
        result, f"{own} is told beside {whole} of the same text, and taken for a part of it"
    )


def unheld(result: ClaimResult, why: str) -> ClaimResult:
    """The result of a claim that nothing on record is held against after all."""
    return replace(
        result,
        verdict=Verdict.NO_PRIOR,
        severity=Severity.OK,
        match_confidence=None,
        consistency=None,
        origins=Origins(),
        latest=None,
        why=why,
        hints=(),
    )


def _holds_beside(total: ClaimResult, part: ClaimResult) -> bool:
    """Whether one sentence gives a higher count of the same people, or of all: "18 in one
    district, 55 in the city", "the toll is 275; 187 bodies are unidentified"."""
    a, b = total.claim, part.claim
    if a.kind != b.kind or a.sentence_start != b.sentence_start:
        return False
    if not pairs.counted(a) <= pairs.counted(b) or any(map(slips.is_of_digits, part.hints)):
        return False
    return (b.value.stated or 0.0) < (a.value.stated or 0.0)


def _holds(total: ClaimResult, part: ClaimResult) -> bool:
    """Whether both are of one event and kind, in two sentences, and one may be a part."""
    a, b = total.claim, part.claim
    if a.kind != b.kind or a.group != b.group or a.sentence_start == b.sentence_start:
        return False
    if not (total.matches and part.matches) or any(map(slips.is_of_digits, part.hints)):
        return False
    if total.matches[0].prior.claim.event != part.matches[0].prior.claim.event:
        return False
    if _is_swapped(a, b):
        return False  # 27 beside 72: hardly a part, by chance
    lower, all_told = b.value.stated or 0.0, a.value.stated or 0.0
    if total.verdict is Verdict.CONSISTENT and lower < all_told and not _is_on_record(part):
        return True  # the text has the newest count, and this one nobody gave for it
    return lower <= PART * all_told


def _is_swapped(total: Claim, part: Claim) -> bool:
    """Whether the part has the total's digits in another order."""
    hint = slips.of_figure(part, total)
    return hint is not None and hint.slip == slips.SWAPPED


def _is_on_record(result: ClaimResult) -> bool:
    """Whether a report that was out gives the very figure."""
    return any(
        intervals.same_number(result.claim.value, match.prior.claim.value)
        for match in result.matches
        if not match.later and match.prior.claim.kind == result.claim.kind
    )
