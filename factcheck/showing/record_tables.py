"""What is on record → text for a terminal: conflicts, timelines, events, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from claims_db.kinds import kinds
from claims_db.records import Event, Prior, Role
from factcheck.showing.tables import (
    SHOWN_MATCHES,
    STYLES,
    Blocks,
    clean,
    dated,
    indented,
    label,
    legend,
    link,
    number_text,
    plural,
    short,
    table,
    where,
    window,
)

if TYPE_CHECKING:
    from factcheck.judging.conflicts import Conflict
    from factcheck.judging.timeline import Series

_TOP = 12  # kinds and outlets shown
_FIGURES = 5  # kinds shown of an event, in the order of the kinds table


def conflict_blocks(conflicts: Sequence[Conflict]) -> Blocks:
    """Figures on record that contradict each other, with who says what."""
    if not conflicts:
        return [Text("No figures on record contradict each other.")]
    blocks: Blocks = [Text(f"{plural(len(conflicts), 'group')} of contradicting figures.")]
    for conflict in conflicts:
        first = conflict.sides[0].priors[0].claim
        of = f" ({clean(conflict.group)})" if conflict.group else ""
        head = Text(
            f"\n{label(conflict.kind)}{of}, {where(first)}, {window(first.when)}", style="bold"
        )
        head.append(f" ({conflict.severity.value})", style=STYLES[conflict.severity])
        blocks += [head, Text(f"event {conflict.event}"), Text(clean(conflict.why))]
        for side in conflict.sides:
            blocks.append(indented(Text(f"{short(side.value)}, in {_reports(side.priors)}")))
            for prior in side.priors[:SHOWN_MATCHES]:
                blocks.extend(_said(prior))
    return [*blocks, *legend(p for c in conflicts for side in c.sides for p in side.priors)]


def _reports(priors: Sequence[Prior]) -> str:
    count = len({prior.report.id for prior in priors})
    more = f", {SHOWN_MATCHES} shown" if len(priors) > SHOWN_MATCHES else ""
    return f"{plural(count, 'report')}{more}:"


def _said(prior: Prior) -> Blocks:
    report = prior.report
    outlet = clean(report.outlet or "unknown outlet") + ("*" if report.bundled else "")
    facts = f"{_speaker(prior)} · {outlet} · {dated(prior)}"
    return [
        indented(Text(facts), by=4),
        *([link(f"    {clean(report.url)}")] if report.url else []),
    ]


def _speaker(prior: Prior) -> str:
    attribution = prior.claim.attribution
    return clean(attribution.source) if attribution else "no source named"


def timeline_blocks(series: Sequence[Series]) -> Blocks:
    """An event's figures over time: who said what when, a row for each way of saying it."""
    if not series:
        return [Text("No figures on record.")]
    blocks: Blocks = []
    event = None
    for one in series:
        if one.event != event:
            event = one.event
            blocks.append(Text(f"event {event}", style="bold"))
        grid = table("As of", label(one.kind).capitalize(), "Said by", "Reports")
        usual = Counter(where(prior.claim) for prior in one.priors).most_common(1)[0][0]
        for (date, said), priors in _by_stage(one.priors, usual).items():
            grid.add_row(
                Text(date.replace("T", " ")),
                Text(said),
                Text(_speakers(priors)),
                Text(_outlets(priors)),
            )
        blocks += [grid, Text("")]
    blocks.append(Text("Links: --format json or csv."))
    return [*blocks, *legend(prior for one in series for prior in one.priors)]


def _by_stage(priors: Iterable[Prior], usual: str) -> dict[tuple[str, str], list[Prior]]:
    """Priors that say the same at the same time, together; in their order."""
    stages: dict[tuple[str, str], list[Prior]] = {}
    for prior in priors:
        date = prior.claim.as_of or _reported(prior)
        stages.setdefault((date, _stage(prior, usual)), []).append(prior)
    return stages


def _reported(prior: Prior) -> str:
    return f"reported {prior.report.published}" if prior.report.published else dated(prior)


def _stage(prior: Prior, usual: str) -> str:
    """The figure, with what sets it apart: a group, an older count, another place than usual."""
    claim = prior.claim
    parts = [short(claim.value)]
    if claim.group:
        parts.append(clean(claim.group))
    if claim.change:
        parts.append("change")
    if claim.role is not Role.CURRENT:
        parts.append(claim.role.value)
    if claim.status:
        parts.append(claim.status.value)
    if where(claim) != usual:
        parts.append(where(claim))
    return ", ".join(parts)


def _speakers(priors: Iterable[Prior]) -> str:
    return _some(_speaker(prior) for prior in priors)


def _outlets(priors: Iterable[Prior]) -> str:
    return _some(
        clean(prior.report.outlet or "unknown outlet")
        + ("*" if prior.report.bundled else "")
        + (" WITHDRAWN" if prior.report.retracted else "")
        for prior in priors
    )


def _some(names: Iterable[str]) -> str:
    """The first few names, each once, and how many more there are."""
    each = list(dict.fromkeys(names))
    more = len(each) - SHOWN_MATCHES
    return "; ".join(each[:SHOWN_MATCHES]) + (f" and {more} more" if more > 0 else "")


def event_blocks(events: Sequence[Event]) -> Blocks:
    """The happenings on record."""
    if not events:
        return [Text("No events on record.")]
    grid = table("Event", "Place", "When", "Reports", "Figures")
    for event in events:
        order = [kind for kind in kinds() if kind in event.figures]
        figures = "; ".join(f"{label(k)} {_spread(*event.figures[k])}" for k in order[:_FIGURES])
        if len(event.figures) > _FIGURES:
            figures += f" and {len(event.figures) - _FIGURES} more kinds"
        grid.add_row(
            Text(event.id),
            Text(clean(event.place.name) if event.place else "–"),
            Text(window(event.window)),
            str(event.documents),
            Text(figures or "–"),
        )
    _keep_whole(grid, "Event", "Place", "When")
    return [Text(f"{plural(len(events), 'event')} on record."), grid]


def _keep_whole(grid: Table, *names: str) -> None:
    """Words of these columns are not broken, so that an id can be copied: the others give way."""
    for column in grid.columns:
        if column.header in names:
            words = [word for cell in column.cells for word in str(cell).split()]
            column.min_width = max(map(len, words), default=1)


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
