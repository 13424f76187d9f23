"""How the places of a claim and a prior lie to each other."""

from __future__ import annotations

from functools import lru_cache

from claims_db import gazetteer
from claims_db.records import Place
from factcheck.judging.pairs import Near, Pair, alike
from factcheck.judging.windows import window_relation

OF_THE_HAPPENING = frozenset({"magnitude", "depth"})
"""Kinds that measure the happening itself, wherever it is told of."""
ONE_SITE = frozenset({"shooting", "fire", "explosion", "crash", "crush", "collapse", "kidnapping"})
"""Types that befall one."""
DISTRICT_KM = 20.0
"""Two places so near each other are a city and its district more often than two towns."""


def place_relation(pair: Pair) -> Near:
    """By gazetteer identity; a site without one lies inside the place it is told with."""
    found = pair.found.place
    if found is None:
        found = places_relation(pair.claim.places, pair.prior.claim.places)
        pair.found.place = found
    return found


@lru_cache(maxsize=65536)
def places_relation(a: tuple[Place, ...], b: tuple[Place, ...]) -> Near:
    """How two lists of places stand, in any order."""
    if not a or not b:
        return Near.MISSING
    areas_a, areas_b = _areas(a), _areas(b)
    sites_a = {p.name.lower() for p in a if p.id is None}
    sites_b = {p.name.lower() for p in b if p.id is None}
    if not areas_a or not areas_b:
        return Near.SAME if alike(sites_a, sites_b) else Near.MISSING
    if areas_a == areas_b:
        return Near.SAME if alike(sites_a, sites_b) else Near.NESTED
    if areas_a & areas_b or _all_within(areas_a, areas_b) or _all_within(areas_b, areas_a):
        return Near.NESTED
    if any(_neighbours(x, y) for x in areas_a for y in areas_b):
        return Near.NESTED
    shared = {p.id for p in a if p.id} & {p.id for p in b if p.id}
    return Near.MISSING if shared else Near.OTHER


def _areas(places: tuple[Place, ...]) -> frozenset[str]:
    """Identities of the places, without those that only say where another one lies, and beside
    a town without whole countries: they are told as parties, not as where it happened."""
    ids = {place.id for place in places if place.id}
    if not all(map(_is_country, ids)):
        ids = {id for id in ids if not _is_country(id)}
    return frozenset(
        outer
        for outer in ids
        if not any(inner != outer and gazetteer.within(inner, outer) for inner in ids)
    )


@lru_cache(maxsize=4096)
def _is_country(id: str) -> bool:
    entry = gazetteer.entry(id)
    return entry is not None and entry.kind in ("country", "continent")


def is_below_country(pair: Pair) -> bool:
    """Whether both are told of places, none of them as a whole country."""
    both = (_areas(pair.claim.places), _areas(pair.prior.claim.places))
    return all(both) and not any(_is_country(id) for ids in both for id in ids)


def _all_within(inner: frozenset[str], outer: frozenset[str]) -> bool:
    return all(any(gazetteer.within(i, o) for o in outer) for i in inner)


@lru_cache(maxsize=65536)
def _neighbours(a: str, b: str) -> bool:
    """Whether one may be a district of the other, for all the gazetteer knows."""
    first, second = gazetteer.entry(a), gazetteer.entry(b)
    if first is None or second is None or "country" in (first.kind, second.kind):
        return False
    apart = gazetteer.distance_km(first, second)
    return apart is not None and apart <= DISTRICT_KM


def is_wherever(pair: Pair) -> bool:
    """Whether a place and the one around it tell of one figure."""
    if pair.kind.name in OF_THE_HAPPENING:
        return place_relation(pair) is Near.NESTED
    return _is_of_one_site(pair)


def within(pair: Pair) -> bool:
    """Whether one is told of a place inside the other's, or of another, and so counts less."""
    if pair.kind.name in OF_THE_HAPPENING or _is_of_one_site(pair):
        return False
    return place_relation(pair) in (Near.NESTED, Near.OTHER)


def _is_of_one_site(pair: Pair) -> bool:
    """Whether a happening of one site and day is told of as where it stood and as its city: the
    toll of a fire in a tower block is that of its city. Of a whole country more may be told."""
    a, b = pair.both
    if a.happening not in ONE_SITE or a.happening != b.happening or not (a.when and b.when):
        return False
    if place_relation(pair) is not Near.NESTED or not is_below_country(pair):
        return False
    return window_relation(pair) is Near.SAME
