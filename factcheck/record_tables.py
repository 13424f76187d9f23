"""What is on record → text for a terminal: conflicts, timelines, events, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from claims_db.records import Event, Prior, Role
from factcheck.tables import (
    PARAPHRASE,
    SHOWN_MATCHES,
    STYLES,
    Blocks,
    clean,
    figure,
    indented,
    label,
    number_text,
    report_blocks,
    table,
    where,
    window,
)

if TYPE_CHECKING:
    from factcheck.conflicts import Conflict
    from factcheck.timeline import Series

_TOP = 12  # kinds and outlets shown


def conflict_blocks(conflicts: Sequence[Conflict]) -> Blocks:
    """Figures on record that contradict each other, with who says what."""
    if not conflicts:
        return [Text("No figures on record contradict each other.")]
    blocks: Blocks = [Text(f"{len(conflicts)} groups of figures contradict each other.")]
    for conflict in conflicts:
        first = conflict.sides[0].priors[0].claim
        head = Text(f"\n{label(conflict.kind)}, {where(first)}, {window(first.when)}", style="bold")
        head.append(f" ({conflict.severity.value})", style=STYLES[conflict.severity])
        blocks += [head, Text(f"event {conflict.event}"), Text(clean(conflict.why))]
        for side in conflict.sides:
            for prior in side.priors[:SHOWN_MATCHES]:
                blocks.extend(report_blocks(_speaker(prior), prior, sentence=False))
            if len(side.priors) > SHOWN_MATCHES:
                rest = len(side.priors) - SHOWN_MATCHES
                blocks.append(indented(Text(f"{rest} more say so: see --format json")))
    return blocks


def _speaker(prior: Prior) -> str:
    attribution = prior.claim.attribution
    return clean(attribution.source) if attribution else "no source named"


def timeline_blocks(series: Sequence[Series]) -> Blocks:
    """An event's figures over time, who said what when."""
    if not series:
        return [Text("No figures on record.")]
    blocks: Blocks = []
    event = None
    for one in series:
        if one.event != event:
            event = one.event
            blocks.append(Text(f"event {event}", style="bold"))
        grid = table("As of", label(one.kind).capitalize(), "Said by", "Report")
        for prior in one.priors:
            grid.add_row(
                Text(prior.claim.as_of or "–"),
                Text(_stage(prior)),
                Text(_speaker(prior)),
                Text(_shortreport_blocks(prior)),
            )
        blocks.append(grid)
    return [*blocks, *_legend(prior for one in series for prior in one.priors)]


def _stage(prior: Prior) -> str:
    claim = prior.claim
    parts = [figure(claim)]
    if claim.group:
        parts.append(clean(claim.group))
    if claim.role is not Role.CURRENT:
        parts.append(claim.role.value)
    if claim.status:
        parts.append(claim.status.value)
    if claim.places:
        parts.append(where(claim))
    return ", ".join(parts)


def _shortreport_blocks(prior: Prior) -> str:
    mark = "*" if prior.report.bundled else ""
    text = f"{clean(prior.report.outlet or 'unknown outlet')}{mark}, {prior.report.published}"
    return f"{text} WITHDRAWN" if prior.report.retracted else text


def _legend(priors: Iterable[Prior]) -> Blocks:
    if any(prior.report.bundled for prior in priors):
        return [Text(f"* {PARAPHRASE}. Links: --format json or csv.")]
    return []


def event_blocks(events: Sequence[Event]) -> Blocks:
    """The happenings on record."""
    if not events:
        return [Text("No events on record.")]
    grid = table("Event", "Place", "When", "Reports", "Figures")
    for event in events:
        figures = "; ".join(
            f"{label(kind)} {_spread(low, high)}" for kind, (low, high) in event.figures.items()
        )
        grid.add_row(
            Text(event.id),
            Text(clean(event.place.name) if event.place else "–"),
            Text(window(event.window)),
            str(event.documents),
            Text(figures or "–"),
        )
    return [Text(f"{len(events)} events on record."), grid]


def count_blocks(counts: Mapping[str, object]) -> Blocks:
    """What a store holds, a line each; of long lists the largest."""
    grid = Table.grid(padding=(0, 2))
    for name, held in counts.items():
        if isinstance(held, dict):
            said = ", ".join(f"{clean(str(key))} {n}" for key, n in list(held.items())[:_TOP])
            said += f" and {len(held) - _TOP} more" if len(held) > _TOP else ""
        else:
            said = "–" if held is None else str(held)
        grid.add_row(Text(name.replace("_", " "), style="bold"), Text(said))
    return [grid]


def _spread(low: float, high: float) -> str:
    return number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
