"""The tables of places that people edit: `extra_places.csv`, `demonyms.csv`, `place_stopwords.txt`.

Each is checked as it is read; a TableError names file and line.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import cast

from claims_db.errors import TableError
from claims_db.place_index import (
    KINDS,
    Entry,
    Kind,
    Row,
    country_id,
    country_row,
    fold,
    row,
    shipped,
    without_noun,
)

_REACH_CITY, _REACH_REGION = 0.3, 5.0  # degrees

_COLUMNS = ["name", "aliases", "kind", "within", "holds", "country", "lat", "lon", "comment"]


def _table(source: Traversable, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV table, each with "file, line n"; a TableError for a malformed one."""
    with source.open(encoding="utf-8") as lines:
        reader = csv.reader(lines)
        if next(reader, []) != list(columns):
            mend = f"The first line must read {','.join(columns)}"
            raise TableError("the columns are not those expected", where=source.name, mend=mend)
        for cells in reader:
            where = f"{source.name}, line {reader.line_num}"
            if not cells:
                continue
            if len(cells) != len(columns):
                what = f"{len(cells)} columns where {len(columns)} are expected"
                raise TableError(what, where=where, mend="Quote a cell that holds a comma")
            yield where, dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _degrees(cell: str, limit: int, where: str) -> float | None:
    try:
        value = float(cell) if cell else None
    except ValueError:
        value = math.nan
    if value is not None and not -limit <= value <= limit:
        raise TableError(
            f"{cell!r} is no coordinate", where=where, mend=f"Give -{limit} to {limit}"
        )
    return value


class Extras:
    """`extra_places.csv`. A row that has the name, kind and country of a known place (and lies
    there, if it says where) adds its aliases and parents to that place; any other row is a place of
    its own ("place:donbas").

    Reading checks each row by itself; which places the rows name is found when first asked
    for, as it takes hundreds of lookups. `parents` checks them all."""

    def __init__(self, source: Traversable) -> None:
        self._table = list(_table(source, _COLUMNS))
        self._numbers: dict[str, list[int]] = {}  # folded name or alias: numbers of rows
        self._ids: dict[int, str] = {}
        for number, (where, cells) in enumerate(self._table):
            if not fold(cells["name"]):
                raise TableError("the name is missing", where=where, mend="Fill the first column")
            if cells["kind"] not in KINDS.values():
                mend = "Write one of " + ", ".join(KINDS.values())
                raise TableError(f"{cells['kind']!r} is no kind of place", where=where, mend=mend)
            if cells["country"] and country_row(cells["country"]) is None:
                what = f"{cells['country']!r} is no country"
                raise TableError(what, where=where, mend="Use two letters, as UA")
            _degrees(cells["lat"], 90, where)
            _degrees(cells["lon"], 180, where)
            for alias in (cells["name"], *_split(cells["aliases"])):
                numbers = self._numbers.setdefault(fold(alias), [])
                if number not in numbers:
                    numbers.append(number)

    def keys(self) -> frozenset[str]:
        """The folded names and aliases of all rows."""
        return frozenset(self._numbers)

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of the rows with that folded name or alias, in the table's order."""
        numbers = self._numbers.get(key)
        return tuple(dict.fromkeys(map(self._id, numbers))) if numbers else ()

    def row(self, id: str) -> Row | None:
        """The place of its own with that id."""
        numbers = self._numbers.get(id.removeprefix("place:").replace("-", " "), ())
        return next((self._own(n) for n in numbers if self._id(n) == id), None)

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """What the table says of containment: id to the ids of places around it."""
        found: dict[str, list[str]] = {}
        seen: set[str] = set()
        for number, (where, cells) in enumerate(self._table):
            id = self._id(number)
            if id.startswith("place:") and id in seen:
                mend = "Put its aliases into one row"
                raise TableError(f"{cells['name']!r} stands here twice", where=where, mend=mend)
            seen.add(id)
            found.setdefault(id, []).extend(self._within(number))
            for inner in _split(cells["holds"]):
                held = self._named(inner, cells["country"], where)
                found.setdefault(held, []).append(id)
        return {id: tuple(outer) for id, outer in found.items() if outer}

    def _id(self, number: int) -> str:
        if number not in self._ids:
            cells = self._table[number][1]
            key = fold(cells["name"])
            kind, country = cells["kind"], cells["country"] or None
            point = (_degrees(cells["lat"], 90, ""), _degrees(cells["lon"], 180, ""))
            known = (
                e.id
                for e in shipped(key)
                if e.kind == kind and e.country == country and _near(e, *point)
            )
            self._ids[number] = next(known, f"place:{key.replace(' ', '-')}")
        return self._ids[number]

    def _own(self, number: int) -> Row:
        where, cells = self._table[number]
        parents = self._within(number)
        if not parents and cells["country"]:
            parents = [country_id(cells["country"])]
        units = (p for p in parents if not p.startswith("place:"))
        region = next((u for u in units if (r := row(u)) and r.entry.kind == "region"), None)
        entry = Entry(
            id=self._id(number),
            name=cells["name"],
            kind=cast(Kind, cells["kind"]),
            country=cells["country"] or None,
            region=region,
            population=0,
            lat=_degrees(cells["lat"], 90, where),
            lon=_degrees(cells["lon"], 180, where),
        )
        return Row(entry, tuple(parents), "")

    def _within(self, number: int) -> list[str]:
        where, cells = self._table[number]
        return [self._named(outer, cells["country"], where) for outer in _split(cells["within"])]

    def _named(self, name: str, country: str, where: str) -> str:
        """The id a cell of `within` or `holds` means: an id, a country's two letters, a name."""
        if ":" in name:
            if (self.row(name) if name.startswith("place:") else row(name)) is not None:
                return name
        elif len(name) == 2 and name.isupper():
            if country_row(name):
                return country_id(name)
        else:
            key = fold(name)
            known = shipped(key)
            if not known and key not in self._numbers:
                key, kinds = without_noun(key)
                known = tuple(entry for entry in shipped(key) if entry.kind in kinds)
            inside = [entry.id for entry in known if country and entry.country == country]
            found = [*self.ids(key), *inside, *(entry.id for entry in known)]
            if found:
                return found[0]
        mend = "Give its id, or add a row for it"
        raise TableError(f"{name!r} is no known place", where=where, mend=mend)


def _near(entry: Entry, lat: float | None, lon: float | None) -> bool:
    """Whether a point, where a row gives one, can be that place's and not a namesake's."""
    if entry.lat is None or entry.lon is None or lat is None or lon is None:
        return True
    reach = _REACH_CITY if entry.kind == "city" else _REACH_REGION
    return abs(entry.lat - lat) <= reach and abs(entry.lon - lon) <= reach


def read_demonyms(source: Traversable) -> dict[str, str]:
    """Read `demonyms.csv`: folded word to country."""
    words: dict[str, str] = {}
    for where, cells in _table(source, ["name", "country", "comment"]):
        if not fold(cells["name"]):
            raise TableError("the name is missing", where=where, mend="Fill the first column")
        if country_row(cells["country"]) is None:
            what = f"{cells['country']!r} is no country"
            raise TableError(what, where=where, mend="Use two letters, as UA")
        words[fold(cells["name"])] = cells["country"]
    return words


def read_stopwords(source: Traversable) -> frozenset[str]:
    """Read `place_stopwords.txt`: folded words."""
    lines = (line.partition("#")[0] for line in source.read_text(encoding="utf-8").splitlines())
    return frozenset(fold(word) for line in lines for word in line.split(",") if word.strip())
