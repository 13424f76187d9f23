"""Putting right what was grouped wrongly: two events that are one, one that is two.

The id of the event that stays, and of the one that is split, is as it was; whoever kept it finds
what he found before, less or more. The id of one that went into another goes on meaning that
other, and is never given anew. Claims and reports are not touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims_db import columns, growing, rows, schema, selecting
from claims_db.engine import Engine
from claims_db.errors import InputError
from claims_db.event_ids import free_id
from claims_db.records import Event
from claims_db.sightings import sightings

_MEND = "`factcheck events` lists the ids"


def merge(db: Engine, event: str, into: str) -> int:
    """The claims of one event go into another, which then has the days of both, and keeps its
    place and type where it has them; returns how many claims went.
    Raises InputError for an id that is not on record, or the same twice."""
    into = standing(db, into)
    if event == into:
        raise InputError("an event can't be merged into itself", where=event, mend=_MEND)
    for key in (event, into):
        _demand(db, key)
    moved = db.number(f"SELECT count(*) FROM claims WHERE event = {schema.literal(event)}")
    db.run(
        f"UPDATE claims SET event = {schema.literal(into)} WHERE event = {schema.literal(event)}"
    )
    one, other = _event(db, into), _event(db, event)
    db.run(f"DELETE FROM events WHERE id = {schema.literal(event)}")
    _put(db, growing.united(one, other))
    db.run(schema.set_meta(schema.MERGED + event, into))
    return moved


def merged(db: Engine) -> dict[str, str]:
    """The ids of events that were merged → the events they stand for now."""
    went = dict(db.run(schema.MERGED_IDS))
    found = {}
    for event in went:
        into = went[event]
        while into in went:  # no circle: an id that went is never merged into
            into = went[into]
        found[event] = into
    return found


def standing(db: Engine, event: str) -> str:
    """The event that an id stands for: its own, or the one it was merged into."""
    return merged(db).get(event, event)


def split(db: Engine, event: str, reports: Sequence[str]) -> str:
    """The claims that these reports have of an event become one of its own, with a new id, which
    is returned. Each of the two has the place, days and type that its own claims tell. Raises
    InputError for an id that is not on record, for a report without a claim of the event, and
    where none would stay."""
    event = standing(db, event)
    _demand(db, event)
    named = schema.literal(event)
    listed = dict(
        db.run(
            "SELECT DISTINCT d.key, d.no FROM claims c JOIN documents d ON d.no = c.document "
            f"WHERE c.event = {named}"
        )
    )
    for report in reports:
        if report not in listed:
            raise InputError(
                f"the report has no claim of {event}",
                where=report,
                mend=f"`factcheck timeline --event {event} --format json` shows its reports",
            )
    if not reports or set(reports) == set(listed):
        raise InputError(
            "some of the event's reports must go and some stay",
            where=event,
            mend="Name those that tell of the other happening",
        )
    known = {key for (key,) in db.run("SELECT id FROM events")}
    new = free_id(event, known, merged(db))
    numbers = ", ".join(str(listed[report]) for report in dict.fromkeys(reports))
    db.run(
        f"UPDATE claims SET event = {schema.literal(new)} "
        f"WHERE event = {named} AND document IN ({numbers})"
    )
    before = _event(db, event)
    for key in (event, new):
        _put(db, _retold(db, key, before))
    return new


def _retold(db: Engine, key: str, before: Event) -> Event:
    """An event as its claims tell it; what they don't tell is as it was `before`."""
    of_event = f"c.event = {schema.literal(key)}"
    claims = [
        rows.claim_of(row[: len(schema.RECORD)]) for row in db.run(selecting.priors([of_event]))
    ]
    told = growing.retold(key, (seen for seen in sightings(claims) if seen is not None))
    return Event(
        key,
        told.place or before.place,
        told.window or before.window,
        told.happening or before.happening,
    )


def _event(db: Engine, key: str) -> Event:
    """The event on record with that id, without its counts."""
    named = ", ".join(schema.EVENTS)
    return rows.event_of(db.run(f"SELECT {named} FROM events WHERE id = {schema.literal(key)}")[0])


def _put(db: Engine, event: Event) -> None:
    """Puts an event on record, in the place of any with its id."""
    with db.registered(put=columns.events_table([event])):
        db.run("DELETE FROM events WHERE id IN (SELECT id FROM put)")
        db.run(schema.insert("events", "put"))


def _demand(db: Engine, event: str) -> None:
    if not db.number(f"SELECT count(*) FROM events WHERE id = {schema.literal(event)}"):
        raise InputError("there is no such event", where=event, mend=_MEND)
