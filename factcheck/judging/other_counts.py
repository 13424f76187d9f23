"""The other counts of its happening that a figure is held beside: the wounded told for the dead."""

from __future__ import annotations

from collections.abc import Iterable

from claims_db.kinds import kinds
from claims_db.records import Claim, Document, Prior
from factcheck.judging import origins, vouching
from factcheck.results import ClaimResult, Verdict

APART = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.UPDATE, Verdict.CORRECTION)


def are_asked(result: ClaimResult) -> bool:
    """Whether a count of people stands apart from the record, so that a slip may be why."""
    of_people = kinds()[result.claim.kind].of_people
    return result.verdict in APART and of_people and bool(result.claim.value.stated)


def event(result: ClaimResult) -> str | None:
    """The happening on record that the figure is held against."""
    return result.latest.claim.event if result.latest else None


def beside(document: Document, priors: Iterable[Prior], as_of: str | None) -> list[Claim]:
    """The figures of the happening's reports that were out and stand, but the document's own."""
    return [
        prior.claim
        for prior in priors
        if not prior.report.retracted and not vouching.is_later_told(prior, as_of)
        if not origins.is_own(document, prior)
    ]
