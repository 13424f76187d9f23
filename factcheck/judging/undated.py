"""Figures of a document that tells no day: held against a happening only where another of its
figures ties it to that one. The same place alone may be that of any other month."""

from __future__ import annotations

from collections.abc import Sequence

from claims_db.records import Claim, Document
from factcheck.judging import intervals
from factcheck.judging.own_totals import unheld
from factcheck.results import ClaimResult, Match, Relation, Verdict

_UNTIED = "Nothing tells when this was, and no other figure ties it to a happening on record"


def tied(document: Document, results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document; those without a day that no figure ties are taken back."""
    if document.published is not None:
        return tuple(results)
    events = {event for result in results for event in _agreeing(result)}
    return tuple(
        unheld(result, _UNTIED) if _is_untied(result, events) else result for result in results
    )


def _agreeing(result: ClaimResult) -> set[str | None]:
    """The happenings on record of which a report gives the very figure."""
    if result.verdict is Verdict.NO_PRIOR:
        return set()
    return {
        match.prior.claim.event
        for match in result.matches
        if match.judgement.relation is Relation.CONSISTENT and _same(result.claim, match)
    }


def _same(claim: Claim, match: Match) -> bool:
    return intervals.same_number(claim.value, match.prior.claim.value)


def _is_untied(result: ClaimResult, events: set[str | None]) -> bool:
    if result.verdict in (Verdict.NO_PRIOR, Verdict.CONSISTENT):
        return False
    if result.claim.when is not None or result.claim.as_of is not None:
        return False
    latest = result.latest.claim.event if result.latest else None
    return latest is None or latest not in events
