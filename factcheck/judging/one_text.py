"""The verdicts on the claims of one document, each in the light of the others."""

from __future__ import annotations

from collections.abc import Sequence

from claims_db.records import Document
from factcheck.judging import (
    crosswise,
    denied_beside,
    died_since,
    given_beside,
    own_totals,
    swapped_owners,
    taken,
    told_before,
    told_parts,
    undated,
    withdrawn_here,
)
from factcheck.results import ClaimResult


def together(document: Document, results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results, less what others of the same text explain, and with what they show."""
    if not any(result.matches for result in results):
        return tuple(results)  # nothing on record is held against any
    crossed = swapped_owners.told(results) | crosswise.told(document, results)
    found = denied_beside.disputing(withdrawn_here.corrected(results))
    found = died_since.accounted(own_totals.relieved(found))
    found = told_before.kept(document, found)
    found = told_parts.relieved(document, undated.tied(document, found))
    found = taken.relieved(found)
    found = given_beside.relieved(found)
    return tuple(crossed.get(n, result) for n, result in enumerate(found))
