"""Place names to identities, and which place lies in which.

The shipped index (`place_index`, from GeoNames) and the tables edited by hand (`place_tables`)
as one: `extra_places.csv` (places and aliases GeoNames' cities lack), `demonyms.csv`
("Ukrainian" is UA) and `place_stopwords.txt` (words that are seldom the place).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from claims_db import place_index
from claims_db.name_filter import NameFilter, name_filter
from claims_db.place_index import (
    CACHED,
    POSSESSIVE,
    UNIT_NOUNS,
    Entry,
    Kind,
    Row,
    country_id,
    country_row,
    data_folder,
    fold,
    folded,
    is_noun_of_place,
    is_plain,
    names_index,
    shipped,
    without_noun,
)
from claims_db.place_tables import Extras, read_demonyms, read_stopwords

__all__ = [
    "Entry",
    "Kind",
    "ancestors",
    "capital",
    "choose",
    "country",
    "demonym",
    "distance_km",
    "entry",
    "fold",
    "fuzzy",
    "is_common_word",
    "lies_in",
    "lookup",
    "may_know",
    "may_open",
    "resolve",
    "within",
]

# How many times more people a namesake elsewhere needs to be meant all the same.
_FAR_LARGER = {"country": 100.0, "region": 1000.0}
_CAPITAL_WEIGHT = 3.0
_SAME_SPELLING = 0.6  # of a name's consonants
_SHORTEST_FUZZY = 6
_LETTERS_SHARED = 3
_FUZZY_PEOPLE = 10_000
_EARTH_KM = 6371.0
_OWNING = ("'s", "’s", "'", "’")


class _Tables:
    """The tables edited by hand and the filter of names, each read when first asked for: a slot
    takes a tenth of what a cached function does to be asked."""

    __slots__ = ("_around", "_demonyms", "_extras", "_filter", "_names", "_openings", "_stopwords")

    def __init__(self) -> None:
        self._extras: Extras | None = None
        self._around: frozenset[str] | None = None
        self._names: frozenset[str] | None = None
        self._openings: frozenset[str] | None = None
        self._demonyms: dict[str, str] | None = None
        self._stopwords: frozenset[str] | None = None
        self._filter: NameFilter | None = None

    def extras(self) -> Extras:
        """The hand-edited places."""
        if self._extras is None:
            self._extras = Extras(data_folder() / "extra_places.csv")
        return self._extras

    def names(self) -> frozenset[str]:
        """The folded names of these."""
        if self._names is None:
            self._names = self.extras().keys()
        return self._names

    def openings(self) -> frozenset[str]:
        """The first two words of these."""
        if self._openings is None:
            self._openings = frozenset(" ".join(key.split()[:2]) for key in self.names())
        return self._openings

    def around(self) -> frozenset[str]:
        """The ids of places that hold another by that table alone, and of what these lie in."""
        if self._around is None:
            outer = {id for ids in self.extras().parents.values() for id in ids}
            self._around = frozenset(outer.union(*map(ancestors, outer)))
        return self._around

    def demonyms(self) -> dict[str, str]:
        """Words for a country's people, to its two letters."""
        if self._demonyms is None:
            self._demonyms = read_demonyms(data_folder() / "demonyms.csv")
        return self._demonyms

    def stopwords(self) -> frozenset[str]:
        """Words that are seldom the place."""
        if self._stopwords is None:
            self._stopwords = read_stopwords(data_folder() / "place_stopwords.txt")
        return self._stopwords

    def filter(self) -> NameFilter:
        """The filter of the shipped names."""
        if self._filter is None:
            self._filter = name_filter()
        return self._filter


_TABLES: Final = _Tables()


@lru_cache(CACHED)
def _row(id: str) -> Row | None:
    return _TABLES.extras().row(id) if id.startswith("place:") else place_index.row(id)


@lru_cache(CACHED)
def lookup(name: str) -> tuple[Entry, ...]:
    """Every place known by exactly that name (but for case, accents and a noun of its kind:
    "Odesa region"), best first: countries, places named in `extra_places.csv`, then by people."""
    key = fold(name)
    found = _exact(key)
    if found or not key:
        return found
    if name.endswith(_OWNING) and POSSESSIVE.search(name):
        return lookup(POSSESSIVE.sub("", name))
    bare, kinds = without_noun(key)
    if not kinds:
        return ()
    found = tuple(entry for entry in _exact(bare) if entry.kind in kinds)
    if found or "region" not in kinds:
        return found
    # the same unit under another noun: "Kyiv region" for "Kyiv Oblast"
    others = (_exact(f"{bare} {noun}") for noun in UNIT_NOUNS)
    return next((entries for entries in others if entries), ())


def _exact(key: str) -> tuple[Entry, ...]:
    if ":" in key:
        return ()
    known = _own_names_first(key, shipped(key)) if _TABLES.filter().may_hold(key) else ()
    if key not in _TABLES.names():
        return known
    chosen = [row.entry for id in _TABLES.extras().ids(key) if (row := _row(id))]
    lands = [e for e in (*chosen, *known) if e.kind in ("country", "continent")]
    return tuple(dict.fromkeys((*lands, *chosen, *known)))


def _own_names_first(key: str, known: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The places of a name, a region of that name before a smaller city that only bears it beside
    another of its own: Bahia is the state, and not Salvador; Raqqa is Ar Raqqah."""
    first = known[0] if known else None
    if first is None or first.kind != "city" or _is_form_of(fold(first.name), key):
        return known
    for region in known:
        own = region.kind == "region" and fold(region.name) == key
        if own and region.population > first.population:
            return (region, *(entry for entry in known if entry is not region))
    return known


def _is_form_of(name: str, key: str) -> bool:
    """Whether a city's name is the key in another spelling, or in full: most of the key's
    consonants stand in it."""
    if key in name:
        return True
    consonants = set(key) - set("aeiou ")
    return f" {name} " not in f" {key} " and len(consonants & set(name)) >= _SAME_SPELLING * len(
        consonants
    )


@lru_cache(CACHED)
def fuzzy(name: str, country: str | None = None) -> tuple[Entry, ...]:
    """For a name `lookup` misses: the places one slip of the pen away (two from nine letters on)
    that share its first letters. Nothing when places of two countries are equally near."""
    key = fold(name)
    if len(key) < _SHORTEST_FUZZY or lookup(name):
        return ()
    from rapidfuzz.distance import OSA  # costs 10 ms, and most runs never come here

    allowed = 1 if len(key) < 9 else 2
    nearest: dict[int, list[Entry]] = {}
    for other, _ in names_index().starting(key[:_LETTERS_SHARED]):
        if abs(len(other) - len(key)) > allowed or len(other) < _SHORTEST_FUZZY - 1:
            continue
        apart = OSA.distance(key, other, score_cutoff=allowed)
        if apart <= allowed:
            nearest.setdefault(apart, []).extend(
                entry
                for entry in _exact(other)
                if (entry.kind != "city" or entry.population >= _FUZZY_PEOPLE)
                and country in (None, entry.country)
            )
    found = next((list(dict.fromkeys(nearest[d])) for d in sorted(nearest) if nearest[d]), [])
    if len({entry.country for entry in found}) > 1:
        return ()
    return tuple(sorted(found, key=_weight, reverse=True))


@lru_cache(CACHED)
def entry(id: str) -> Entry | None:
    """The place with that id."""
    row = _row(id)
    return row.entry if row else None


@lru_cache(CACHED)
def ancestors(id: str) -> tuple[str, ...]:
    """The ids of the places it lies in, nearest first: district, region, country, continent,
    and those `extra_places.csv` adds."""
    seen: dict[str, None] = {}
    queue = [id]
    for inner in queue:
        row = _row(inner)
        for outer in (*(row.parents if row else ()), *_TABLES.extras().parents.get(inner, ())):
            if outer and outer != id and outer not in seen:
                seen[outer] = None
                queue.append(outer)
    return tuple(seen)


def within(inner: str, outer: str) -> bool:
    """Whether a place lies in another; a place lies in itself."""
    return inner == outer or outer in ancestors(inner)


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Whether a place lies in another, as `within` tells of their ids: most namesakes don't, which
    the first-level units of both tell, and what they lie in need not be read."""
    known = outer.id in _TABLES.around() or inner.id.startswith("place:")
    if not known and inner.id != outer.id:
        if outer.kind == "city" or (outer.kind == "region" and inner.region != outer.id):
            return False
        if outer.kind == "district" and inner.region != outer.region:
            return False
    return within(inner.id, outer.id)


def distance_km(a: Entry, b: Entry) -> float | None:
    """The great-circle distance, None where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(b.lon - a.lon)
    chord = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(across / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def demonym(word: str) -> Entry | None:
    """The country of "Ukrainian", "Turks", "American"."""
    key = fold(word)
    iso = _TABLES.demonyms().get(key) or _TABLES.demonyms().get(key.removesuffix("s"))
    return entry(country_id(iso)) if iso else None


def capital(country: str) -> Entry | None:
    """The capital of a country given by its two letters."""
    row = country_row(country)
    return entry(row.capital) if row and row.capital else None


def country(iso: str) -> Entry | None:
    """The country given by its two letters."""
    return entry(country_id(iso)) if iso else None


def may_open(first: str, second: str) -> bool:
    """Whether a place's name may begin with two words: quick, and wrong only in saying yes. Most
    names of news text are of people, and need not be looked up at each length."""
    if not (is_plain(first) and is_plain(second)):
        return True
    start, following = first.lower(), second.lower()
    if is_noun_of_place(following):
        return True  # "Polk County" is known as "Polk"
    opening = f"{start} {following}"
    return opening in _TABLES.openings() or _TABLES.filter().may_begin(opening)


def may_know(name: str) -> bool:
    """Whether `lookup` may know a name: quick, and wrong only in saying yes."""
    key = folded(name)
    if _TABLES.filter().may_hold(key) or key in _TABLES.names():
        return True
    return name.endswith(_OWNING) or len(without_noun(key)[1]) > 0


def is_common_word(name: str) -> bool:
    """Whether a name is far more often a word, first name or surname than the place; "US" and
    "U.S." are not "us"."""
    if fold(name) not in _TABLES.stopwords():
        return False
    letters = name.replace(".", "")
    return len(letters) > 3 or not letters.isupper()


def resolve(
    name: str, *, countries: Collection[str] = (), regions: Collection[str] = ()
) -> Entry | None:
    """The place a name means in a document known to be about these countries (two letters) and
    regions (ids): a namesake there, unless another is far larger; without any, the best one."""
    known = lookup(name)
    if not known or known[0].kind in ("country", "continent"):
        return known[0] if known else None
    best = known[0]
    for scope, inside in (
        ("region", [e for e in known if any(within(e.id, r) for r in regions)] if regions else []),
        ("country", [e for e in known if e.country in countries]),
    ):
        if inside and (
            best in inside or _weight(best) <= _FAR_LARGER[scope] * max(_weight(inside[0]), 1.0)
        ):
            return inside[0]
    return best


def choose(
    names: Sequence[str], *, countries: Collection[str] = (), regions: Collection[str] = ()
) -> tuple[Entry | None, ...]:
    """Resolve a document's names together: countries and names with one meaning settle first
    and help to choose among the others. One entry, or None, for each name."""
    lands = set(countries)
    units = set(regions)
    for name in names:
        known = lookup(name)
        if known and (known[0].kind == "country" or len(known) == 1):
            if known[0].country:
                lands.add(known[0].country)
            if known[0].kind == "region":
                units.add(known[0].id)
    return tuple(resolve(name, countries=lands, regions=units) for name in names)


def _weight(place: Entry) -> float:
    """How readily a place is meant, as people."""
    if place.kind in ("country", "continent") or place.id.startswith("place:"):
        return 1e9
    seat = country_row(place.country) if place.country and place.kind == "city" else None
    return place.population * (_CAPITAL_WEIGHT if seat and seat.capital == place.id else 1.0)
