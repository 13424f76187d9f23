"""Records ↔ the rows of the store's tables (`schema`). pyarrow is loaded by writing alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from claims_db import gazetteer, schema
from claims_db.moments import parse_or_none
from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Event,
    Place,
    Report,
    Role,
    Status,
    Value,
    Window,
)
from claims_db.sightings import Sighting, sightings

if TYPE_CHECKING:
    import pyarrow as pa

_GEONAMES = "geonames:"
_NUMBER = re.compile(r"-\d+$")
_LEVELS = frozenset({"country", "region", "district", "city"})


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


def identity_key(identity: str) -> int:
    """A place identity as a number: that of GeoNames itself, a negative hash for any other."""
    number = identity.removeprefix(_GEONAMES)
    if number != identity and number.isascii() and number.isdigit() and len(number) < 18:
        return int(number)
    return _hashed("id", identity)


def name_key(name: str) -> int:
    """The number of a place that is only named."""
    return _hashed("name", name.casefold())


def _hashed(*parts: str) -> int:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).digest()
    return -1 - (int.from_bytes(digest[:8], "big") >> 1)


@lru_cache(maxsize=65536)
def place_keys(place: Place) -> schema.PlaceKeys:
    """The place as claims are looked up by."""
    columns = dict(zip(schema.PLACE_KEYS, chain(place), strict=True))
    own = columns["place"]
    assert own is not None
    entry = gazetteer.entry(place.id) if place.id else None
    if entry is None:
        return schema.PlaceKeys(own, "place", own, (), columns["country"])
    around = tuple(map(identity_key, gazetteer.ancestors(entry.id)))
    level = entry.kind if entry.kind in _LEVELS else "place"
    key = columns[level]
    key = own if key is None else key
    return schema.PlaceKeys(own, level, key, around, columns["country"])


_NO_CHAIN: tuple[int | None, ...] = (None,) * len(schema.PLACE_KEYS)


@lru_cache(maxsize=65536)
def chain(place: Place | None) -> tuple[int | None, ...]:
    """Keys of the country, region, district and city of a place and of itself, as the columns of
    `schema.PLACE_KEYS`. A country's is that of its code: places only named have it too."""
    if place is None:
        return _NO_CHAIN
    if place.id is None:
        return (_code_key(place.country), None, None, None, name_key(place.name))
    own = identity_key(place.id)
    line = [e for e in map(gazetteer.entry, (place.id, *gazetteer.ancestors(place.id))) if e]
    if not line:
        return (_code_key(place.country), None, None, None, own)
    first = {entry.kind: identity_key(entry.id) for entry in reversed(line)}
    country, unit = line[0].country or place.country, line[0].region
    return (
        _code_key(country),
        own if line[0].kind == "region" else identity_key(unit) if unit else first.get("region"),
        first.get("district"),
        first.get("city"),
        own,
    )


def _code_key(country: str | None) -> int | None:
    return int.from_bytes(country.upper().encode()[:7], "big") if country else None


# --- writing --------------------------------------------------------------------------------


def documents_table(stored: Sequence[Stored]) -> pa.Table:
    """The rows of `documents`."""
    now = datetime.now(UTC).replace(tzinfo=None)
    published = [parse_or_none(s.document.published) for s in stored]
    return table(
        schema.DOCUMENTS,
        {
            "no": [s.number for s in stored],
            "key": [s.key for s in stored],
            "id": [s.document.id for s in stored],
            "content": [s.content for s in stored],
            "title": [s.document.title for s in stored],
            "published": [s.document.published for s in stored],
            "published_start": [m.start if m else None for m in published],
            "published_end": [m.end if m else None for m in published],
            "outlet": [s.document.outlet for s in stored],
            "url": [s.document.url for s in stored],
            "text": [s.document.text for s in stored],
            "bundled": [s.bundled for s in stored],
            "origin": [s.origin for s in stored],
            "ingested_at": [now] * len(stored),
        },
    )


FIELDS: dict[str, Callable[[Claim], object]] = {
    "id": attrgetter("id"),
    "kind": attrgetter("kind"),
    "subject": attrgetter("subject"),
    "of_group": attrgetter("group"),
    "part_of": attrgetter("part_of"),
    "low": attrgetter("value.low"),
    "high": attrgetter("value.high"),
    "stated": attrgetter("value.stated"),
    "bound": attrgetter("value.bound.value"),
    "value_text": attrgetter("value.text"),
    "unit": attrgetter("unit"),
    "per": attrgetter("per"),
    "change": attrgetter("change"),
    "places": attrgetter("places"),
    "when_start": lambda c: c.when.start if c.when else None,
    "when_end": lambda c: c.when.end if c.when else None,
    "when_precision": lambda c: c.when.precision if c.when else None,
    "when_text": lambda c: c.when.text if c.when else None,
    "as_of": attrgetter("as_of"),
    "source": lambda c: c.attribution.source if c.attribution else None,
    "verb": lambda c: c.attribution.verb if c.attribution else None,
    "status": lambda c: c.status.value if c.status else None,
    "checkable": attrgetter("checkable"),
    "sentence": attrgetter("sentence"),
    "offset_start": attrgetter("start"),
    "offset_end": attrgetter("end"),
    "line": attrgetter("line"),
    "column_no": attrgetter("column"),
    "role": attrgetter("role.value"),
    "happening": attrgetter("happening"),
    "sentence_start": attrgetter("sentence_start"),
}


@lru_cache(maxsize=65536)
def _start(text: str | None) -> datetime | None:
    moment = parse_or_none(text)
    return moment.start if moment else None


def _chains(places: Iterable[Place | None]) -> dict[str, list[int | None]]:
    """The columns of `schema.PLACE_KEYS` for these places, most of which recur."""
    known: dict[int, tuple[int | None, ...]] = {}
    found = []
    held = list(places)  # a place's id stands for it only as long as it lives
    for place in held:
        keys = known.get(id(place))
        if keys is None:
            keys = known[id(place)] = chain(place)
        found.append(keys)
    return {name: [keys[n] for keys in found] for n, name in enumerate(schema.PLACE_KEYS)}


def claims_table(stored: Sequence[Stored]) -> pa.Table:
    """The rows of `claims`."""
    claims = [claim for s in stored for claim in s.claims]
    columns: dict[str, list[Any]] = {
        "document": [s.number for s in stored for _ in s.claims],
        "position": [position for s in stored for position in range(len(s.claims))],
        "event": [key for s in stored for key in s.events],
    }
    for name, read in FIELDS.items():
        columns[name] = list(map(read, claims))
    columns |= _chains(c.places[0] if c.places else None for c in claims)
    # The event window, else the days before the as-of date.
    days = [seen for s in stored for seen in s.seen]
    columns["from_day"] = [seen.first if seen else None for seen in days]
    columns["to_day"] = [seen.last if seen else None for seen in days]
    columns["as_of_at"] = [_start(claim.as_of) for claim in claims]
    return table(schema.CLAIMS, columns)


def events_table(found: Sequence[Event]) -> pa.Table:
    """The rows of `events`."""
    windows = [e.window for e in found]
    columns: dict[str, list[Any]] = {
        "id": [e.id for e in found],
        "stem": [_NUMBER.sub("", e.id) for e in found],
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
    columns |= _chains(e.place for e in found)
    return table(schema.EVENTS, columns)


def keys_table(keys: Iterable[str]) -> pa.Table:
    """One column `key`, to look up many strings at once."""
    return table({"key": "VARCHAR"}, {"key": list(keys)})


def table(columns: dict[str, str], values: dict[str, list[Any]]) -> pa.Table:
    """An Arrow table of these columns, by their SQL types."""
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
    arrays = [
        _places(values[name]) if kind == schema.PLACES else _array(values[name], types[kind])
        for name, kind in columns.items()
    ]
    return pa.Table.from_arrays(arrays, names=list(columns))


def _array(column: list[Any], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(column, kind)
    except UnicodeEncodeError:
        return pa.array([_text(text) for text in column], kind)


def _places(column: list[tuple[Place, ...]]) -> pa.Array:
    import pyarrow as pa

    ends = list(accumulate(map(len, column), initial=0))
    flat = [place for places in column for place in places]
    fields = {
        name: _array([getattr(place, name) for place in flat], pa.string())
        for name in ("name", "id", "country")
    }
    struct = pa.StructArray.from_arrays(list(fields.values()), names=list(fields))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), struct)


def _text(text: str | None) -> str | None:
    """The text with half surrogates, which no file can hold, replaced one for one."""
    return text if text is None or text.isascii() else text.encode("utf-8", "replace").decode()


# --- reading --------------------------------------------------------------------------------


def claim_of(row: Sequence[Any]) -> Claim:
    """The claim of a row of `schema.RECORD`."""
    (
        identity,
        kind,
        subject,
        group,
        part_of,
        low,
        high,
        stated,
        bound,
        value_text,
        unit,
        per,
        change,
        places,
        when_start,
        when_end,
        when_precision,
        when_text,
        as_of,
        source,
        verb,
        status,
        event,
        checkable,
        sentence,
        start,
        end,
        line,
        column,
        role,
        happening,
        sentence_start,
    ) = row
    return Claim(
        identity,
        kind,
        subject,
        group,
        part_of,
        Value(low, high, stated, _BOUNDS[bound], value_text),
        unit,
        per,
        change,
        _places_of(places),
        None if when_start is None else _window(when_start, when_end, when_precision, when_text),
        as_of,
        None if source is None else _attribution(source, verb),
        None if status is None else Status(status),
        event,
        checkable,
        sentence,
        start,
        end,
        line,
        column,
        _ROLES[role],
        happening,
        sentence_start,
    )


# Places, windows and sources recur: one object each saves room, and is soon known for itself.
_BOUNDS = {bound.value: bound for bound in Bound}
_ROLES = {role.value: role for role in Role}
_window = lru_cache(maxsize=65536)(Window)
_attribution = lru_cache(maxsize=65536)(Attribution)


def _places_of(found: Sequence[Mapping[str, Any]]) -> tuple[Place, ...]:
    return _place_tuple(tuple([(p["name"], p["id"], p["country"]) for p in found]))


@lru_cache(maxsize=65536)
def _place_tuple(found: tuple[tuple[str, str | None, str | None], ...]) -> tuple[Place, ...]:
    return tuple(_place(*told) for told in found)


_place = lru_cache(maxsize=65536)(Place)


def report_of(row: Sequence[Any]) -> Report:
    """The report of a row of `schema.REPORT`."""
    return Report(*row)


def event_of(row: Sequence[Any]) -> Event:
    """The event of a row of `schema.EVENTS`, without its counts."""
    (key, _, name, place_id, country, start, end, precision, text, happening, *_) = row
    return Event(
        key,
        None if name is None else Place(name, place_id, country),
        None if start is None else Window(start, end, precision, text),
        happening,
    )
