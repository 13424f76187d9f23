"""Places of one name: which other one a text may mean that does not say in which land it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from claims_db.records import Claim, Document, Place

_LEAST: Final = 100_000
"""People of a town that needs no land beside its name: assumed."""


def of(document: Document, claims: Sequence[Claim]) -> dict[str, Claim]:
    """Claims by id, each told of the largest namesake of its place in another land; those alone
    whose place has one, and whose land the text does not name."""
    others: dict[Place, Place | None] = {}
    found: dict[str, Claim] = {}
    for claim in claims:
        place = claim.places[0]
        if place not in others:
            others[place] = _other(document, place)
        other = others[place]
        if other is not None:
            found[claim.id] = replace(claim, places=(other, *claim.places[1:]))
    return found


def _other(document: Document, place: Place) -> Place | None:
    if place.id is None or place.country is None:
        return None
    other = _namesake(place.name, place.country)
    return None if other is None or _names_land(document, place.country) else other


@lru_cache(maxsize=65_536)
def _namesake(name: str, country: str) -> Place | None:
    """The largest town of that name in another land."""
    for entry in gazetteer.lookup(name):
        if entry.country != country and _is_large(entry):
            return Place(name, entry.id, entry.country)
    return None


def _is_large(entry: Entry) -> bool:
    return entry.kind == "city" and entry.population >= _LEAST


def _names_land(document: Document, iso: str) -> bool:
    country = gazetteer.country(iso)
    return country is not None and country.name in f"{document.title or ''} {document.text}"
