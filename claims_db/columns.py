"""Records → Arrow columns, as the store's tables have them (`schema`).

Claims of one document mostly share their places, window, source and date: what belongs to one of
these is made once for each and handed to the claims by position, which Arrow does by itself.
pyarrow is loaded where columns are made alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from claims_db import rows, schema
from claims_db.moments import parse_or_none
from claims_db.records import Claim, Document, Event, Place
from claims_db.sightings import Sighting, sightings

if TYPE_CHECKING:
    import pyarrow as pa

_NUMBER = re.compile(r"-\d+$")


@dataclass(slots=True)
class Stored:
    """A document on its way into the store, with its number, its claims, what they say of their
    happening (`seen`) and, once they are known, their events."""

    document: Document
    claims: Sequence[Claim]
    number: int = 0
    events: Sequence[str | None] = ()
    bundled: bool = False
    origin: str | None = None
    key: str = field(init=False)
    content: str = field(init=False)
    seen: Sequence[Sighting | None] = field(init=False)

    def __post_init__(self) -> None:
        self.content = self.document.content_key
        self.key = self.document.id or self.content
        self.seen = sightings(self.claims)


def documents_table(stored: Sequence[Stored]) -> pa.Table:
    """The rows of `documents`."""
    import pyarrow as pa

    now = datetime.now(UTC).replace(tzinfo=None)
    days: dict[str | None, int] = {}
    at = [days.setdefault(s.document.published, len(days)) for s in stored]
    published = [parse_or_none(text) for text in days]
    found = _spread(
        {
            "published_start": array([m.start if m else None for m in published], "TIMESTAMP"),
            "published_end": array([m.end if m else None for m in published], "TIMESTAMP"),
        },
        at,
    )
    found["ingested_at"] = pa.repeat(pa.scalar(now, pa.timestamp("us")), len(stored))
    plain: dict[str, list[Any]] = {
        "no": [s.number for s in stored],
        "key": [s.key for s in stored],
        "id": [s.document.id for s in stored],
        "content": [s.content for s in stored],
        "title": [s.document.title for s in stored],
        "published": [s.document.published for s in stored],
        "outlet": [s.document.outlet for s in stored],
        "url": [s.document.url for s in stored],
        "text": [s.document.text for s in stored],
        "bundled": [s.bundled for s in stored],
        "origin": [s.origin for s in stored],
    }
    for name, column in plain.items():
        found[name] = array(column, schema.DOCUMENTS[name])
    return pa.Table.from_arrays([found[name] for name in schema.DOCUMENTS], list(schema.DOCUMENTS))


def claims_table(stored: Sequence[Stored]) -> pa.Table:
    """The rows of `claims`."""
    import pyarrow as pa

    claims: list[Claim] = []
    numbers: list[int] = []
    positions: list[int] = []
    events: list[str | None] = []
    seen: list[Sighting | None] = []
    for s in stored:
        count = len(s.claims)
        claims.extend(s.claims)
        numbers.extend([s.number] * count)
        positions.extend(range(count))
        events.extend(s.events)
        seen.extend(s.seen)
    found = record(claims)
    found["document"] = array(numbers, "BIGINT")
    found["position"] = array(positions, "INTEGER")
    found["event"] = array(events, "VARCHAR")
    # The event window, else the days before the as-of date.
    alike, at = _distinct(seen)
    shown: list[Any] = alike
    found |= _spread(
        {
            "from_day": array([one.first if one else None for one in shown], "DATE"),
            "to_day": array([one.last if one else None for one in shown], "DATE"),
        },
        at,
    )
    alike, at = _distinct([claim.places for claim in claims])
    found |= _spread(_chains([places[0] if places else None for places in alike]), at)
    alike, at = _distinct([claim.as_of for claim in claims])
    moments = [parse_or_none(text) for text in alike]
    starts = array([moment.start if moment else None for moment in moments], "TIMESTAMP")
    found |= _spread({"as_of_at": starts}, at)
    return pa.Table.from_arrays([found[name] for name in schema.CLAIMS], list(schema.CLAIMS))


def record(claims: Sequence[Claim]) -> dict[str, pa.Array]:
    """The columns of `schema.RECORD`, but for the event."""
    found: dict[str, pa.Array] = {}
    values = [claim.value for claim in claims]
    plain: dict[str, list[Any]] = {
        "id": [claim.id for claim in claims],
        "kind": [claim.kind for claim in claims],
        "subject": [claim.subject for claim in claims],
        "of_group": [claim.group for claim in claims],
        "part_of": [claim.part_of for claim in claims],
        "low": [value.low for value in values],
        "high": [value.high for value in values],
        "stated": [value.stated for value in values],
        "bound": [value.bound for value in values],
        "value_text": [value.text for value in values],
        "unit": [claim.unit for claim in claims],
        "per": [claim.per for claim in claims],
        "change": [claim.change for claim in claims],
        "as_of": [claim.as_of for claim in claims],
        "status": [claim.status for claim in claims],
        "checkable": [claim.checkable for claim in claims],
        "sentence": [claim.sentence for claim in claims],
        "offset_start": [claim.start for claim in claims],
        "offset_end": [claim.end for claim in claims],
        "line": [claim.line for claim in claims],
        "column_no": [claim.column for claim in claims],
        "role": [claim.role for claim in claims],
        "happening": [claim.happening for claim in claims],
        "sentence_start": [claim.sentence_start for claim in claims],
    }
    for name, column in plain.items():
        found[name] = array(column, schema.RECORD[name])
    windows, at = _distinct([claim.when for claim in claims])
    found |= _spread(
        {
            f"when_{name}": array([getattr(w, name) if w else None for w in windows], "VARCHAR")
            for name in ("start", "end", "precision", "text")
        },
        at,
    )
    said, at = _distinct([claim.attribution for claim in claims])
    found |= _spread(
        {
            name: array([getattr(one, name) if one else None for one in said], "VARCHAR")
            for name in ("source", "verb")
        },
        at,
    )
    told, at = _distinct([claim.places for claim in claims])
    return found | _spread({"places": _places(told)}, at)


def events_table(found: Sequence[Event]) -> pa.Table:
    """The rows of `events`."""
    windows = [e.window for e in found]
    columns: dict[str, list[Any]] = {
        "id": [e.id for e in found],
        "stem": [event_stem(e.id) for e in found],
        "place_name": [e.place.name if e.place else None for e in found],
        "place_id": [e.place.id if e.place else None for e in found],
        "place_country": [e.place.country if e.place else None for e in found],
        "window_start": [w.start if w else None for w in windows],
        "window_end": [w.end if w else None for w in windows],
        "window_precision": [w.precision if w else None for w in windows],
        "window_text": [w.text if w else None for w in windows],
        "happening": [e.happening for e in found],
        "from_day": [date.fromisoformat(w.start) if w else None for w in windows],
        "to_day": [date.fromisoformat(w.end) if w else None for w in windows],
    }
    made = table({name: schema.EVENTS[name] for name in columns}, columns)
    for name, column in _chains([e.place for e in found]).items():
        made = made.append_column(name, column)
    return made.select(list(schema.EVENTS))


def event_stem(key: str) -> str:
    """An event's id less the last number in it."""
    return _NUMBER.sub("", key)


def keys_table(keys: Iterable[str]) -> pa.Table:
    """One column `key`, to look up many strings at once."""
    return table({"key": "VARCHAR"}, {"key": list(keys)})


def table(columns: Mapping[str, str], values: Mapping[str, list[Any]]) -> pa.Table:
    """An Arrow table of these columns, by their SQL types."""
    import pyarrow as pa

    arrays = [array(values[name], kind) for name, kind in columns.items()]
    return pa.Table.from_arrays(arrays, names=list(columns))


def array(column: list[Any], kind: str) -> pa.Array:
    """An Arrow array of an SQL type."""
    import pyarrow as pa

    types = {
        "VARCHAR": pa.string(),
        "BIGINT": pa.int64(),
        "INTEGER": pa.int32(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
        "TIMESTAMP": pa.timestamp("us"),
    }
    try:
        return pa.array(column, types[kind])
    except UnicodeEncodeError:
        return pa.array([_text(text) for text in column], types[kind])


def _distinct(objects: Sequence[Any]) -> tuple[list[Any], list[int]]:
    """The objects, each once, and where each of all lies among them. `objects` must hold them: an
    object's id stands for it only as long as it lives."""
    known: dict[int, int] = {}
    kept: list[Any] = []
    at: list[int] = []
    place, last = -1, None
    for one in objects:
        if one is not last or place < 0:  # else a neighbour's, as most are
            last = one
            found = known.get(id(one))
            if found is None:
                found = known[id(one)] = len(kept)
                kept.append(one)
            place = found
        at.append(place)
    return kept, at


def _spread(columns: Mapping[str, pa.Array], at: Sequence[int]) -> dict[str, pa.Array]:
    """The columns' rows, as often and in the order that `at` has them."""
    import pyarrow as pa

    positions = pa.array(at, pa.int32())
    return {name: column.take(positions) for name, column in columns.items()}


def _chains(places: Sequence[Place | None]) -> dict[str, pa.Array]:
    """The columns of `schema.PLACE_KEYS` for these places."""
    keys = [rows.chain(place) for place in places]
    return {
        name: array([line[n] for line in keys], "BIGINT")
        for n, name in enumerate(schema.PLACE_KEYS)
    }


def _places(column: Sequence[tuple[Place, ...]]) -> pa.Array:
    import pyarrow as pa

    ends = list(accumulate(map(len, column), initial=0))
    flat = [place for places in column for place in places]
    fields = {
        name: array([getattr(place, name) for place in flat], "VARCHAR")
        for name in ("name", "id", "country")
    }
    struct = pa.StructArray.from_arrays(list(fields.values()), names=list(fields))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), struct)


def _text(text: str | None) -> str | None:
    """The text with half surrogates, which no file can hold, replaced one for one."""
    return text if text is None or text.isascii() else text.encode("utf-8", "replace").decode()
