"""The rows of the store's tables (`schema`) → records; the keys that places are looked up by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from claims_db import gazetteer, schema, selecting
from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Event,
    Place,
    Report,
    Role,
    Status,
    Value,
    Window,
)

_GEONAMES = "geonames:"
_LEVELS = frozenset({"country", "region", "district", "city"})


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
def place_keys(place: Place) -> selecting.PlaceKeys:
    """The place as claims are looked up by."""
    columns = dict(zip(schema.PLACE_KEYS, chain(place), strict=True))
    own = columns["place"]
    assert own is not None
    entry = gazetteer.entry(place.id) if place.id else None
    if entry is None:
        return selecting.PlaceKeys(own, "place", own, (), columns["country"])
    around = tuple(map(identity_key, gazetteer.ancestors(entry.id)))
    level = entry.kind if entry.kind in _LEVELS else "place"
    key = columns[level]
    key = own if key is None else key
    if entry.kind == "region" and entry.id.startswith(_NO_UNIT):
        # No column of its own holds what lies in it: Maui's towns carry Hawaii, Darfur's Sudan.
        level = "region" if entry.region else "country"
        wider = identity_key(entry.region) if entry.region else columns["country"]
        key, around = (own, around) if wider is None else (wider, (own, *around))
    return selecting.PlaceKeys(own, level, key, around, columns["country"])


_NO_UNIT = "place:"  # places that are no unit of administration
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
        None if status is None else _STATUSES[status],
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
_STATUSES = {status.value: status for status in Status}
_window = lru_cache(maxsize=65536)(Window)
_attribution = lru_cache(maxsize=65536)(Attribution)


def _places_of(found: Sequence[Mapping[str, Any]]) -> tuple[Place, ...]:
    return _place_tuple(tuple([(p["name"], p["id"], p["country"]) for p in found]))


@lru_cache(maxsize=65536)
def _place_tuple(found: tuple[tuple[str, str | None, str | None], ...]) -> tuple[Place, ...]:
    return tuple(_place(*told) for told in found)


_place = lru_cache(maxsize=65536)(Place)


def report_of(row: Sequence[Any]) -> Report:
    """The report of a row of `selecting.REPORT`."""
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
