"""Priors of an event → its figures over time, a series per kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claims_db import moments
from claims_db.records import Prior


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one kind, oldest first."""

    event: str
    kind: str
    priors: tuple[Prior, ...]


def series(priors: Iterable[Prior]) -> tuple[Series, ...]:
    """The figures per event and kind in order of their as-of time; undated ones come last.

    Kinds stand in the order of their first figure, so that the table reads as the news came in.
    """
    groups: dict[tuple[str, str], list[Prior]] = {}
    for prior in sorted(priors, key=moment):
        if prior.claim.event is not None:
            groups.setdefault((prior.claim.event, prior.claim.kind), []).append(prior)
    return tuple(Series(event, kind, tuple(group)) for (event, kind), group in groups.items())


def moment(prior: Prior) -> tuple[datetime, datetime, float, str]:
    """Sort key: as of when, published when, the figure, the report."""
    as_of = _start(prior.claim.as_of) or _start(prior.report.published) or datetime.max
    published = _start(prior.report.published) or datetime.max
    return as_of, published, prior.claim.value.stated or 0.0, prior.report.id


def _start(date: str | None) -> datetime | None:
    found = moments.parse_or_none(date)
    return found.start if found else None
