"""How two places of happenings lie to each other, by the gazetteer."""

from __future__ import annotations

from functools import lru_cache

from claims_db import gazetteer
from claims_db.records import Place

GREAT, PART, PART_KM = 500_000, 10, 15.0  # people of a city; how many of a part; how far off


def same_place(a: Place, b: Place) -> bool:
    """Same identity, or the same name (and no other country) where one has no identity."""
    if a.id is not None and b.id is not None:
        return a.id == b.id
    if a.country and b.country and a.country != b.country:
        return False
    return a.name.casefold() == b.name.casefold()


def nested(a: Place, b: Place) -> bool:
    """Whether one place lies within the other, by the gazetteer."""
    return inside(a, b) or inside(b, a)


def inside(inner: Place, outer: Place) -> bool:
    """Whether `inner` lies within `outer`; a place only named lies in its stated country."""
    if outer.id is None:
        return False
    if inner.id is not None:
        return outer.id in _around(inner.id) or _is_part(inner.id, outer.id)
    return inner.country is not None and _land(outer.id) == inner.country


def in_one_region(a: Place, b: Place) -> bool:
    """Whether one is a part of the other, and that no country: near enough to be tied by it."""
    inner, outer = (a, b) if inside(a, b) else (b, a)
    return inside(inner, outer) and level(outer) in ("city", "district", "region")


@lru_cache(maxsize=65536)
def _around(place: str) -> frozenset[str]:
    """What the place lies in."""
    return frozenset(gazetteer.ancestors(place)) - {place}


@lru_cache(maxsize=65536)
def _is_part(inner: str, outer: str) -> bool:
    """Whether a place the gazetteer has as a town of its own is so near a great city that it is
    told of as a part of it."""
    town, city = gazetteer.entry(inner), gazetteer.entry(outer)
    if town is None or city is None or town.country != city.country or town.kind != city.kind:
        return False
    if city.kind != "city" or city.population < max(GREAT, PART * town.population):
        return False
    apart = gazetteer.distance_km(town, city)
    return apart is not None and apart <= PART_KM


@lru_cache(maxsize=4096)
def _land(place: str) -> str | None:
    """The code of a country; None for any other place."""
    entry = gazetteer.entry(place)
    return entry.country if entry is not None and entry.kind == "country" else None


def spots(place: Place) -> tuple[str, ...]:
    """What events at a place are looked up under: its identity and its name."""
    name = place.name.casefold()
    return (name,) if place.id is None else (place.id, name)


def level(place: Place) -> str | None:
    entry = gazetteer.entry(place.id) if place.id else None
    return entry.kind if entry else None


def region(place: Place) -> str:
    """What events are looked up under: the country, where there is one."""
    return place.country or place.id or place.name.casefold()
