"""Putting right what was grouped wrongly: two events that are one, one that is two.

The id of the event that stays, and of the one that is split, is as it was; whoever kept it finds
what he found before, less or more. The id of one that went into another goes on meaning that
other, and is never given anew. Claims and reports are not touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims_db import schema
from claims_db.engine import Engine
from claims_db.errors import InputError
from claims_db.event_ids import free_id

_MEND = "`factcheck events` lists the ids"


def merge(db: Engine, event: str, into: str) -> int:
    """The claims of one event go into another, whose place and window stand; returns how many.
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
    db.run(f"DELETE FROM events WHERE id = {schema.literal(event)}")
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
    is returned; place, window and type are as they were. Raises InputError for an id that is not
    on record, for a report without a claim of the event, and where none would stay."""
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
    columns = ", ".join(schema.EVENTS)
    copied = ", ".join(schema.literal(new) if name == "id" else name for name in schema.EVENTS)
    db.run(f"INSERT INTO events ({columns}) SELECT {copied} FROM events WHERE id = {named}")
    numbers = ", ".join(str(listed[report]) for report in dict.fromkeys(reports))
    db.run(
        f"UPDATE claims SET event = {schema.literal(new)} "
        f"WHERE event = {named} AND document IN ({numbers})"
    )
    return new


def _demand(db: Engine, event: str) -> None:
    if not db.number(f"SELECT count(*) FROM events WHERE id = {schema.literal(event)}"):
        raise InputError("there is no such event", where=event, mend=_MEND)
