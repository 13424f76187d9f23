"""Judged claims as the rows of a table: what `claims.parquet` and `findings.parquet` hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from claims_db.records import Document
from factcheck.audit.parts import Item
from factcheck.judging.figures import representative
from factcheck.judging.verdict import SEVERITIES
from factcheck.results import ClaimResult, Verdict
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


_OF_DOCUMENT, _OF_CLAIM, _OF_VERDICT = (
    list(COLUMNS)[list(COLUMNS).index(first) : end]
    for first, end in (
        ("document", list(COLUMNS).index("claim")),
        ("claim", list(COLUMNS).index("event")),
        ("event", len(COLUMNS)),
    )
)
_STORED = {  # where the two names differ
    "claim": "id",
    "group": "of_group",
    "text": "value_text",
    "start": "offset_start",
    "end": "offset_end",
    "column": "column_no",
}

Told = tuple[Any, ...]  # what is said of a claim: the columns from the event on, but for the why

_WHY = _OF_VERDICT.index("why")
_NO_LATEST: Told = (None,) * (_OF_VERDICT.index("slip") - _OF_VERDICT.index("latest_text"))
_UNWEIGHED: Told = (None,) * (len(_OF_VERDICT) - _OF_VERDICT.index("match_confidence"))
_UNMATCHED: Told = (
    *(None, Verdict.NO_PRIOR.value, SEVERITIES[Verdict.NO_PRIOR].value),
    *(None, None, 0, 0, 0, *_NO_LATEST, None, None),
)


class Rows:
    """Takes what is said of the claims of a batch, gives a table. What belongs to the claims
    themselves is taken over from the batch's own table, `stored`, as it lies there."""

    def __init__(self, items: Sequence[Item], stored: pa.Table) -> None:
        self._documents = [document for document, _ in items]
        self._stored = stored
        self._of_document: list[int] = []
        self._of_claim: list[int | None] = []
        self._of_told: list[int] = []
        self._told: list[Told] = [_UNMATCHED]  # most are so
        self._why: list[str] = []

    def add_unmatched(self, document: int, claim: int, why: str) -> None:
        """A claim that nothing on record speaks to, by the places of document and claim in the
        batch."""
        self._of_document.append(document)
        self._of_claim.append(claim)
        self._of_told.append(0)
        self._why.append(why)

    def add_claim(self, document: int, claim: int, found: ClaimResult) -> None:
        """A claim with its verdict."""
        if found.verdict is Verdict.NO_PRIOR and found.latest is None and not found.hints:
            self.add_unmatched(document, claim, found.why)
            return
        event = None
        if found.verdict is not Verdict.NO_PRIOR:
            events = (match.prior.claim.event for match in same_fact(found))
            event = next((event for event in events if event), None)
        slip = found.hints[0] if found.hints else None
        told = (
            *(event, found.verdict.value, found.severity.value),
            *(found.match_confidence, found.consistency),
            *(found.origins.agree, found.origins.disagree, found.origins.unknown),
            *_latest(found),
            *((None, None) if slip is None else (slip.slip, slip.figure)),
        )
        self._add(document, claim, told, found.why)

    def add_internal(self, document: int, claim: int | None, severity: str, why: str) -> None:
        """A finding inside a document, on the first claim it is about."""
        self._add(document, claim, (None, INTERNAL, severity, *_UNWEIGHED), why)

    def _add(self, document: int, claim: int | None, told: Told, why: str) -> None:
        self._of_document.append(document)
        self._of_claim.append(claim)
        self._of_told.append(len(self._told))
        self._told.append(told)
        self._why.append(why)

    def table(self) -> pa.Table:
        """The rows so far."""
        at = pa.array(self._of_document, pa.int32())
        columns = [column.take(at) for column in _of_documents(self._documents)]
        at = pa.array(self._of_claim, pa.int32())
        columns += [column.take(at) for column in _of_claims(self._stored)]
        at = pa.array(self._of_told, pa.int32())
        said = list(zip(*self._told, strict=True))
        said.insert(_WHY, ())
        for name, column in zip(_OF_VERDICT, said, strict=True):
            if name == "why":
                columns.append(pa.array(self._why, COLUMNS[name]))
            else:
                columns.append(pa.array(column, COLUMNS[name]).take(at))
        return pa.Table.from_arrays(columns, schema=SCHEMA)


def _of_documents(documents: Sequence[Document]) -> Iterator[pa.Array]:
    for name in _OF_DOCUMENT:
        told = "key" if name == "document" else name
        yield pa.array([getattr(document, told) for document in documents], COLUMNS[name])


def _of_claims(stored: pa.Table) -> Iterator[pa.Array]:
    first = _first_places(stored["places"].combine_chunks())
    for name in _OF_CLAIM:
        if name in ("place", "place_id"):
            yield pc.struct_field(first, "name" if name == "place" else "id")
        else:
            column = stored[_STORED.get(name, name)].combine_chunks()
            yield column.cast(COLUMNS[name])


def _first_places(places: pa.ListArray) -> pa.StructArray:
    """The place that each claim names first; null for one that names none."""
    lengths = pc.fill_null(pc.list_value_length(places), 0)
    starts = pc.subtract(pc.cumulative_sum(lengths), lengths)
    return places.flatten().take(pc.if_else(pc.greater(lengths, 0), starts, None))


def _latest(found: ClaimResult) -> Told:
    if found.latest is None:
        return _NO_LATEST
    claim, report = found.latest.claim, found.latest.report
    told = claim.value.text, claim.kind, claim.event, representative(claim.value)
    return *told, report.outlet, report.published, report.url, report.bundled
