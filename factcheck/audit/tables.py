"""Judged claims as the rows of a table: what `claims.parquet` and `findings.parquet` hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from claims_db.records import Claim, Document
from factcheck.judging.figures import representative
from factcheck.results import ClaimResult, InternalFinding, Verdict
from factcheck.showing.telling import same_fact

INTERNAL = "internal"
"""The verdict of a finding inside a document."""

_TEXT, _NUMBER, _COUNT, _FLAG = pa.string(), pa.float64(), pa.int64(), pa.bool_()
COLUMNS = {
    **dict.fromkeys(("document", "title", "published", "outlet", "url"), _TEXT),
    **dict.fromkeys(("claim", "kind", "subject", "group", "part_of"), _TEXT),
    **dict.fromkeys(("low", "high", "stated"), _NUMBER),
    **dict.fromkeys(("bound", "text", "unit", "per", "change", "place", "place_id"), _TEXT),
    **dict.fromkeys(("when_start", "when_end", "as_of", "source", "status", "role"), _TEXT),
    "checkable": _FLAG,
    "sentence": _TEXT,
    **dict.fromkeys(("start", "end", "line", "column"), _COUNT),
    **dict.fromkeys(("event", "verdict", "severity", "why"), _TEXT),
    **dict.fromkeys(("match_confidence", "consistency"), _NUMBER),
    **dict.fromkeys(("agree", "disagree", "unknown"), _COUNT),
    **dict.fromkeys(("latest_text", "latest_kind", "latest_event"), _TEXT),
    "latest_stated": _NUMBER,
    **dict.fromkeys(("latest_outlet", "latest_published", "latest_url"), _TEXT),
    "latest_bundled": _FLAG,
    "slip": _TEXT,
    "slip_figure": _NUMBER,
}
SCHEMA = pa.schema(list(COLUMNS.items()))


class Rows:
    """Takes judged claims, gives a table."""

    def __init__(self) -> None:
        self._rows: list[dict[str, Any]] = []

    def add_claim(self, document: Document, found: ClaimResult) -> None:
        """A claim with its verdict."""
        event = None
        if found.verdict is not Verdict.NO_PRIOR:
            events = (match.prior.claim.event for match in same_fact(found))
            event = next((event for event in events if event), None)
        self._rows.append(
            {
                **_document(document),
                **_claim(found.claim),
                "event": event,
                "verdict": found.verdict.value,
                "severity": found.severity.value,
                "why": found.why,
                "match_confidence": found.match_confidence,
                "consistency": found.consistency,
                "agree": found.origins.agree,
                "disagree": found.origins.disagree,
                "unknown": found.origins.unknown,
                **_latest(found),
            }
        )

    def add_internal(
        self, document: Document, claims: Sequence[Claim], finding: InternalFinding
    ) -> None:
        """A finding inside a document, on the first claim it is about."""
        named = {claim.id: claim for claim in claims}
        about = next((named[key] for key in finding.claims if key in named), None)
        self._rows.append(
            {
                **_document(document),
                **(_claim(about) if about else {}),
                "verdict": INTERNAL,
                "severity": finding.severity.value,
                "why": finding.why,
            }
        )

    def table(self) -> pa.Table:
        """The rows so far."""
        return pa.Table.from_pylist(self._rows, SCHEMA)


def _document(document: Document) -> dict[str, Any]:
    return {
        "document": document.key,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "url": document.url,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    place = claim.places[0] if claim.places else None
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "subject": claim.subject,
        "group": claim.group,
        "part_of": claim.part_of,
        "low": claim.value.low,
        "high": claim.value.high,
        "stated": claim.value.stated,
        "bound": claim.value.bound.value,
        "text": claim.value.text,
        "unit": claim.unit,
        "per": claim.per,
        "change": claim.change,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "when_start": claim.when.start if claim.when else None,
        "when_end": claim.when.end if claim.when else None,
        "as_of": claim.as_of,
        "source": claim.attribution.source if claim.attribution else None,
        "status": claim.status.value if claim.status else None,
        "role": claim.role.value,
        "checkable": claim.checkable,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
    }


def _latest(found: ClaimResult) -> dict[str, Any]:
    slip = found.hints[0] if found.hints else None
    told = {"slip": slip.slip if slip else None, "slip_figure": slip.figure if slip else None}
    if found.latest is None:
        return told
    claim, report = found.latest.claim, found.latest.report
    return {
        **told,
        "latest_text": claim.value.text,
        "latest_kind": claim.kind,
        "latest_event": claim.event,
        "latest_stated": representative(claim.value),
        "latest_outlet": report.outlet,
        "latest_published": report.published,
        "latest_url": report.url,
        "latest_bundled": report.bundled,
    }
