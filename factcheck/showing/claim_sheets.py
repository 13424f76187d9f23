"""Documents read or checked → flat rows, one for each claim."""

from __future__ import annotations

from claims_db.records import Claim, Document
from factcheck.results import ClaimResult, DocumentResult, Extraction
from factcheck.showing.output import number, probability
from factcheck.showing.sheets import Row

CLAIM_COLUMNS = (
    *("document", "title", "published", "line", "column", "kind", "text"),
    *("low", "high", "stated", "bound", "unit", "group", "change", "place", "place_id"),
    *("start", "end", "as_of", "source", "status", "checkable", "sentence"),
)
CHECKED_COLUMNS = (
    *("verdict", "severity", "match_confidence", "consistency", "agree", "disagree", "unknown"),
    *("why", "slip", "slip_of", "latest", "latest_outlet", "latest_published", "latest_url"),
    *("event", *CLAIM_COLUMNS),
)


def extraction_rows(extraction: Extraction) -> list[Row]:
    """A row for each claim of a document."""
    return [_claim_row(extraction.document, claim) for claim in extraction.claims]


def checked_rows(result: DocumentResult) -> list[Row]:
    """A row for each claim of a checked document, with how it stands to the record. Findings
    inside the document are no claims: they are in the other formats."""
    return [{**_claim_row(result.document, f.claim), **_standing(f)} for f in result.results]


def _claim_row(document: Document, claim: Claim) -> Row:
    place = claim.places[0] if claim.places else None
    return {
        "document": document.key,
        "title": document.title,
        "published": document.published,
        "line": claim.line,
        "column": claim.column,
        "kind": claim.kind,
        "text": claim.value.text,
        "low": number(claim.value.low),
        "high": number(claim.value.high),
        "stated": number(claim.value.stated),
        "bound": claim.value.bound.value,
        "unit": claim.unit,
        "group": claim.group,
        "change": claim.change,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "start": claim.when.start if claim.when else None,
        "end": claim.when.end if claim.when else None,
        "as_of": claim.as_of,
        "source": claim.attribution.source if claim.attribution else None,
        "status": claim.status.value if claim.status else None,
        "checkable": claim.checkable,
        "sentence": claim.sentence,
    }


def _standing(found: ClaimResult) -> Row:
    latest, hint = found.latest, found.hints[0] if found.hints else None
    return {
        "verdict": found.verdict.value,
        "severity": found.severity.value,
        "match_confidence": probability(found.match_confidence),
        "consistency": probability(found.consistency),
        "agree": found.origins.agree,
        "disagree": found.origins.disagree,
        "unknown": found.origins.unknown,
        "why": found.why,
        "slip": hint.slip if hint else None,
        "slip_of": number(hint.figure) if hint else None,
        "latest": latest.claim.value.text if latest else None,
        "latest_outlet": latest.report.outlet if latest else None,
        "latest_published": latest.report.published if latest else None,
        "latest_url": latest.report.url if latest else None,
        "event": found.claim.event,
    }
