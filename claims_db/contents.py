"""What a store holds, told whole: priors by event, kind, place and days; events; its numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claims_db import gazetteer, kinds, rows, schema, selecting
from claims_db.engine import Engine
from claims_db.moments import parse
from claims_db.records import Event, Place, Prior


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds. `first` and `last` are days of publication; `bytes` is 0 in memory."""

    documents: int
    claims: int
    events: int
    bundled: int
    retracted: int
    first: str | None
    last: str | None
    schema_version: int
    bytes: int
    kinds: dict[str, int] = field(default_factory=dict)
    outlets: dict[str, int] = field(default_factory=dict)


def priors(
    db: Engine,
    *,
    event: str | None,
    kind: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
) -> list[Prior]:
    """See `Store.priors`."""
    conditions = _days(since, until, "c")
    if event is not None:
        conditions.append(f"c.event = {schema.literal(event)}")
    if kind is not None:
        conditions.append(selecting.kinds_in([kinds.named(kind).name]))
    if place is not None:
        conditions.append(_at(place, "c"))
    return [_prior(row) for row in db.run(selecting.priors(conditions))]


def priors_of(db: Engine, events: Collection[str]) -> dict[str, list[Prior]]:
    """See `Store.priors_of`."""
    found: dict[str, list[Prior]] = {event: [] for event in events}
    if events:
        named = ", ".join(map(schema.literal, sorted(found)))
        for prior in map(_prior, db.run(selecting.priors([f"c.event IN ({named})"]))):
            assert prior.claim.event is not None
            found[prior.claim.event].append(prior)
    return found


def events(
    db: Engine,
    *,
    kind: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    around: bool = False,
) -> list[Event]:
    """See `Store.events`."""
    conditions = _days(since, until, "e")
    if kind is not None:
        name = schema.literal(kinds.named(kind).name)
        conditions.append(f"e.id IN (SELECT event FROM claims WHERE kind = {name})")
    if place is not None:
        conditions.append(_around(place) if around else _told_at(place))
    found = db.run(selecting.events(conditions))
    figures: dict[str, dict[str, tuple[float, float]]] = {row[0]: {} for row in found}
    for key, name, least, most in db.run(selecting.figures(conditions)):
        figures[key][name] = (least, most)
    return [
        replace(rows.event_of(row), documents=row[-2], claims=row[-1], figures=figures[row[0]])
        for row in found
    ]


def stats(db: Engine, path: Path | None) -> Stats:
    """What the store, in that file or in memory, holds."""
    (head,) = db.run(
        "SELECT count(*), count(*) FILTER (bundled), min(published_start), "
        "max(published_start) FROM documents"
    )
    documents, bundled, first, last = head
    files = [path, Path(f"{path}.wal")] if path else []
    return Stats(
        documents=documents,
        claims=db.number("SELECT count(*) FROM claims"),
        events=db.number("SELECT count(*) FROM events"),
        bundled=bundled,
        retracted=db.number("SELECT count(DISTINCT document) FROM retractions"),
        first=first.date().isoformat() if first else None,
        last=last.date().isoformat() if last else None,
        schema_version=schema.VERSION,
        bytes=sum(file.stat().st_size for file in files if file.exists()),
        kinds=dict(db.run("SELECT kind, count(*) AS n FROM claims GROUP BY 1 ORDER BY n DESC, 1")),
        outlets=dict(
            db.run(
                "SELECT outlet, count(*) AS n FROM documents WHERE outlet IS NOT NULL "
                "GROUP BY 1 ORDER BY n DESC, 1"
            )
        ),
    )


def _prior(row: Sequence[Any]) -> Prior:
    width = len(schema.RECORD)
    return Prior(rows.claim_of(row[:width]), rows.report_of(row[width:]))


def _days(since: str | None, until: str | None, table: str) -> list[str]:
    first = parse(since).day if since else None
    last = parse(until).last_day if until else None
    return selecting.days(first, last, table)


def _at(place: str, table: str) -> str:
    """A condition: at or within a place given by id, or by a name that may mean several."""
    either = " OR ".join(selecting.within(rows.place_keys(m), table) for m in _meant(place))
    return f"({either})"


def _told_at(place: str) -> str:
    """A condition: the event, or one of the claims that tell of it, is at or within the place. An
    earthquake told of Turkey is found by its figures in Malatya."""
    meant = _meant(place)
    named = [selecting.names_place(one) for one in meant]
    claims = " OR ".join([_at(place, "c"), *named])
    return f"({_at(place, 'e')} OR e.id IN (SELECT c.event FROM claims c WHERE {claims}))"


def _around(place: str) -> str:
    """A condition: the event is told of a place that this one lies in; of a name that several
    places have, the one that is mostly meant."""
    foremost = next((one for one in _meant(place) if one.id is not None), Place(place))
    keys = sorted(rows.place_keys(foremost).around)
    return f"e.place IN ({', '.join(map(str, keys))})" if keys else "FALSE"


def _meant(place: str) -> list[Place]:
    """The places that an id or a name may mean."""
    if gazetteer.entry(place) is not None:
        return [Place(place, place)]
    return [Place(place), *(Place(e.name, e.id, e.country) for e in gazetteer.lookup(place))]
