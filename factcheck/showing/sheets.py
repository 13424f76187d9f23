"""Results → flat rows, and rows → CSV that a spreadsheet can open safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims_db.records import Event, Prior
from factcheck.showing.output import number

if TYPE_CHECKING:
    from factcheck.judging.conflicts import Conflict
    from factcheck.judging.timeline import Series

Row = dict[str, str | int | float | None]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

PRIOR_COLUMNS = (
    *("event", "kind", "as_of", "low", "high", "stated", "bound", "text", "group", "change"),
    *("place", "place_id", "source", "status", "role"),
    *("outlet", "published", "url", "bundled", "retracted", "sentence"),
)
EVENT_COLUMNS = (
    *("event", "place", "place_id", "start", "end", "happening"),
    *("documents", "claims", "kind", "low", "high"),
)
COUNT_COLUMNS = ("name", "value")


def csv_text(rows: Iterable[Row], columns: Sequence[str], *, head: bool = True) -> str:
    """CSV with a head line. Text that a spreadsheet would run as a formula gets a leading '."""
    room = io.StringIO()
    writer = csv.writer(room, lineterminator="\n")
    if head:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return room.getvalue()


def _cell(value: str | int | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)


def prior_row(prior: Prior) -> Row:
    """A claim on record with its report."""
    claim, report = prior.claim, prior.report
    place = claim.places[0] if claim.places else None
    return {
        "event": claim.event,
        "kind": claim.kind,
        "as_of": claim.as_of,
        "low": number(claim.value.low),
        "high": number(claim.value.high),
        "stated": number(claim.value.stated),
        "bound": claim.value.bound.value,
        "text": claim.value.text,
        "group": claim.group,
        "change": claim.change,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "source": claim.attribution.source if claim.attribution else None,
        "status": claim.status.value if claim.status else None,
        "role": claim.role.value,
        "outlet": report.outlet,
        "published": report.published,
        "url": report.url,
        "bundled": report.bundled,
        "retracted": report.retracted,
        "sentence": claim.sentence,
    }


def timeline_rows(series: Iterable[Series]) -> list[Row]:
    """A row for each figure, in order."""
    return [prior_row(prior) for one in series for prior in one.priors]


def conflict_rows(conflicts: Iterable[Conflict]) -> list[Row]:
    """A row for each report of a figure that stands in a conflict."""
    return [
        {**prior_row(prior), "severity": conflict.severity.value, "why": conflict.why}
        for conflict in conflicts
        for side in conflict.sides
        for prior in side.priors
    ]


CONFLICT_COLUMNS = ("severity", "why", *PRIOR_COLUMNS)


def event_rows(events: Iterable[Event]) -> list[Row]:
    """A row for each kind of each event; one without figures still has its row."""
    rows: list[Row] = []
    for event in events:
        base: Row = {
            "event": event.id,
            "place": event.place.name if event.place else None,
            "place_id": event.place.id if event.place else None,
            "start": event.window.start if event.window else None,
            "end": event.window.end if event.window else None,
            "happening": event.happening,
            "documents": event.documents,
            "claims": event.claims,
            "kind": None,
            "low": None,
            "high": None,
        }
        figures = [
            {**base, "kind": kind, "low": number(low), "high": number(high)}
            for kind, (low, high) in event.figures.items()
        ]
        rows.extend(figures or [base])
    return rows


def count_rows(counts: Mapping[str, object]) -> list[Row]:
    """A row for each thing counted; those of a list as "kinds.killed"."""
    rows: list[Row] = []
    for name, held in counts.items():
        if isinstance(held, dict):
            rows.extend({"name": f"{name}.{key}", "value": n} for key, n in held.items())
        else:
            rows.append({"name": name, "value": None if held is None else str(held)})
    return rows
