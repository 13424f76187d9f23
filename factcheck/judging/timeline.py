"""Priors of an event → its figures over time, a series per kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claims_db import moments
from claims_db.kinds import kinds
from claims_db.records import Prior


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one kind, oldest first."""

    event: str
    kind: str
    priors: tuple[Prior, ...]


def series(priors: Iterable[Prior]) -> tuple[Series, ...]:
    """The figures per event and kind in order of their as-of time, undated ones last.

    Events stand in the order of their first figure, kinds in that of the kinds table.
    """
    groups: dict[tuple[str, str], list[Prior]] = {}
    for prior in sorted(priors, key=moment):
        if prior.claim.event is not None:
            groups.setdefault((prior.claim.event, prior.claim.kind), []).append(prior)
    events = list(dict.fromkeys(event for event, _ in groups))
    known = list(kinds())
    ordered = sorted(
        groups,
        key=lambda name: (
            events.index(name[0]),
            known.index(name[1]) if name[1] in known else len(known),
            name[1],
        ),
    )
    return tuple(Series(event, kind, tuple(groups[event, kind])) for event, kind in ordered)


def moment(prior: Prior) -> tuple[datetime, datetime, float, str]:
    """Sort key: as of when, published when, the figure, the report."""
    published = _end(prior.report.published)
    as_of = _end(prior.claim.as_of) if prior.claim.as_of else published
    return as_of, published, prior.claim.value.stated or 0.0, prior.report.id


def _end(date: str | None) -> datetime:
    """By the end of a date, so that a month stands after its days; the last for none."""
    found = moments.parse_or_none(date)
    return found.end if found else datetime.max
