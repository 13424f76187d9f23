"""A document's verdicts → those that hold a figure against one which the document itself tells as
taken back: "it withdrew its figure of 58 wounded. It said 49 were wounded" corrects the 58.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims_db.records import Claim, Role
from factcheck.judging import intervals, reasons, verdict
from factcheck.results import ClaimResult, Verdict

_AGAINST: Final = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED)


def corrected(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results; what is held against a figure that the text takes back is a correction."""
    gone = [result.claim for result in results if result.claim.role is Role.RETRACTED]
    if not gone:
        return tuple(results)
    return tuple(_correction(one) if _is_of_gone(one, gone) else one for one in results)


def _is_of_gone(result: ClaimResult, gone: Sequence[Claim]) -> bool:
    latest, claim = result.latest, result.claim
    if result.verdict not in _AGAINST or latest is None or claim.role is not Role.CURRENT:
        return False
    return any(
        (old.kind, old.group) == (claim.kind, claim.group)
        and intervals.same_number(old.value, latest.claim.value)
        for old in gone
    )


def _correction(result: ClaimResult) -> ClaimResult:
    assert result.latest is not None
    return replace(
        result,
        verdict=Verdict.CORRECTION,
        severity=verdict.SEVERITIES[Verdict.CORRECTION],
        hints=(),
        why=f"{reasons.figure(result.claim)} takes back {reasons.told(result.latest)}",
    )
