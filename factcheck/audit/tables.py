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


Row = tuple[Any, ...]  # in the order of the columns

_NO_CLAIM: Row = (None,) * (list(COLUMNS).index("event") - list(COLUMNS).index("claim"))
_NO_LATEST: Row = (None,) * (list(COLUMNS).index("slip") - list(COLUMNS).index("latest_text"))
_UNWEIGHED: Row = (None,) * (len(COLUMNS) - list(COLUMNS).index("match_confidence"))


class Rows:
    """Takes judged claims, gives a table."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def add_claim(self, document: Document, found: ClaimResult) -> None:
        """A claim with its verdict."""
        event = None
        if found.verdict is not Verdict.NO_PRIOR:
            events = (match.prior.claim.event for match in same_fact(found))
            event = next((event for event in events if event), None)
        slip = found.hints[0] if found.hints else None
        self._rows.append(
            (
                *_document(document),
                *_claim(found.claim),
                *(event, found.verdict.value, found.severity.value, found.why),
                *(found.match_confidence, found.consistency),
                *(found.origins.agree, found.origins.disagree, found.origins.unknown),
                *_latest(found),
                *((None, None) if slip is None else (slip.slip, slip.figure)),
            )
        )

    def add_internal(
        self, document: Document, claims: Sequence[Claim], finding: InternalFinding
    ) -> None:
        """A finding inside a document, on the first claim it is about."""
        named = {claim.id: claim for claim in claims}
        about = next((named[key] for key in finding.claims if key in named), None)
        told = (None, INTERNAL, finding.severity.value, finding.why)
        claim = _NO_CLAIM if about is None else _claim(about)
        self._rows.append((*_document(document), *claim, *told, *_UNWEIGHED))

    def table(self) -> pa.Table:
        """The rows so far."""
        if not self._rows:
            return SCHEMA.empty_table()
        columns = zip(SCHEMA, zip(*self._rows, strict=True), strict=True)
        arrays = [_array(column, at.type) for at, column in columns]
        return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _array(column: Row, kind: pa.DataType) -> pa.Array:
    return pa.array(column, kind)


def _document(document: Document) -> Row:
    return document.key, document.title, document.published, document.outlet, document.url


def _claim(claim: Claim) -> Row:
    place = claim.places[0] if claim.places else None
    value, when, said = claim.value, claim.when, claim.attribution
    return (
        *(claim.id, claim.kind, claim.subject, claim.group, claim.part_of),
        *(value.low, value.high, value.stated, value.bound.value, value.text),
        *(claim.unit, claim.per, claim.change),
        *((None, None) if place is None else (place.name, place.id)),
        *((None, None) if when is None else (when.start, when.end)),
        *(claim.as_of, said.source if said else None),
        *(claim.status.value if claim.status else None, claim.role.value),
        *(claim.checkable, claim.sentence, claim.start, claim.end, claim.line, claim.column),
    )


def _latest(found: ClaimResult) -> Row:
    if found.latest is None:
        return _NO_LATEST
    claim, report = found.latest.claim, found.latest.report
    told = claim.value.text, claim.kind, claim.event, representative(claim.value)
    return *told, report.outlet, report.published, report.url, report.bundled
