"""Place names to identities, and which place lies in which.

Two shipped indexes made from GeoNames by `scripts/build_gazetteer.py`, both of sorted lines read
by bisection over a memory map, so that starting costs next to nothing:

    gazetteer.entries  key, name, kind, country, region, district, people, lat, lon, capital
                       (district: the last part of its key; a region's own code, as CA)
    gazetteer.names    folded name, the places of its entries in that file (base 36), best first

and three tables edited by hand: `extra_places.csv` (places and aliases GeoNames' cities lack),
`demonyms.csv` ("Ukrainian" is UA) and `place_stopwords.txt` (words that are seldom the place).
"""

from __future__ import annotations

import csv
import math
import mmap
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, cast

from claims_db.errors import TableError

Kind = Literal["city", "district", "region", "country", "continent"]

_KINDS: dict[str, Kind] = {
    "c": "city",
    "d": "district",
    "r": "region",
    "k": "country",
    "n": "continent",
}
_STEP = 16_384  # bytes between two sampled lines of an index
_CACHED = 65_536
# How many times more people a namesake elsewhere needs to be meant all the same.
_FAR_LARGER = {"country": 100.0, "region": 1000.0}
_CAPITAL_WEIGHT = 3.0
_SHORTEST_FUZZY = 6
_LETTERS_SHARED = 3
_FUZZY_PEOPLE = 10_000
_EARTH_KM = 6371.0
_REACH_CITY, _REACH_REGION = 0.3, 5.0  # degrees


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `population` is 0 where unknown; that of regions and districts is the sum of
    their towns, good for ordering only. `region` is the id of the first-level unit."""

    id: str  # "geonames:703448", "admin:UA.13", "admin2:US.CA.037", "place:donbas"
    name: str
    kind: Kind
    country: str | None  # ISO 3166-1 alpha-2
    region: str | None
    population: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry with what only containment needs."""

    entry: Entry
    parents: tuple[str, ...]
    capital: str  # of a country: the id of its capital


# ---------------------------------------------------------------- names

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ə": "a", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ĸ": "k", "ß": "ss", "’": "'", "‘": "'",
        "ʻ": "'", "ʼ": "'", "`": "'", "ʹ": "'", "´": "'", "&": " and ",
    }
)  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ACCENTS = re.compile("[\u0300-\u036f]+")
_MARKS = re.compile(r"['.]+")
_GAPS = re.compile(r"[\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
# "Odesa region", "Homs governorate": the noun tells the kind and isn't part of the name.
_NOUN_AFTER = re.compile(
    r" (?:province|region|oblast|krai|state|governorate|prefecture|department|voivodeship"
    r"|district|county|republic|area|emirate|raion|municipality|regency|division|canton)$"
)
_NOUN_BEFORE = re.compile(
    r"^(?:province|region|state|governorate|department|district|republic|emirate|county|island)"
    r" of (?:the )?"
)
_CITY_BEFORE = re.compile(r"^(?:city|town|village|port city|capital) of ")
_UNIT_NOUNS = ("oblast", "region", "governorate", "province", "state", "district", "city")
_NOUNS: tuple[tuple[re.Pattern[str], tuple[Kind, ...]], ...] = (
    (_NOUN_AFTER, ("region", "district")),
    (_NOUN_BEFORE, ("region", "district", "country")),
    (_CITY_BEFORE, ("city",)),
    (re.compile(r" city$"), ("city",)),
)


@lru_cache(_CACHED)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and leading article: the key it is known by."""
    text = name.casefold().translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = _ACCENTS.sub("", text).translate(_LETTERS)
    text = _GAPS.sub(" ", _MARKS.sub("", text)).strip()
    text = text.removeprefix("the ")
    if text[:3] in ("st ", "mt ", "ft ") or text[:4] == "ste " or " st " in text:
        text = " ".join([*(_WORDS.get(w, w) for w in text.split()[:-1]), text.split()[-1]])
    return text


# ---------------------------------------------------------------- sorted lines


class _SortedLines:
    """A file of lines sorted by their bytes up to the first tab."""

    def __init__(self, source: Traversable) -> None:
        self.data: mmap.mmap | bytes
        if isinstance(source, Path):
            with source.open("rb") as file:
                self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        else:  # inside a zip
            self.data = source.read_bytes()
        self._starts = [0]
        self._keys = [self.data[: self.data.find(b"\t")]]
        find, data = self.data.find, self.data
        for near in range(_STEP, len(data), _STEP):
            start = find(b"\n", near) + 1
            if not 0 < start < len(data) or start == self._starts[-1]:
                continue
            self._starts.append(start)
            self._keys.append(data[start : find(b"\t", start)])
        self._starts.append(len(data))

    def line(self, start: int) -> bytes:
        """The line that begins at an offset."""
        return self.data[start : self.data.find(b"\n", start)]

    def find(self, key: str) -> bytes | None:
        """The line with a key, if there is one."""
        wanted = key.encode()
        block = bisect_right(self._keys, wanted) - 1
        if block < 0:
            return None
        begin, end = self._starts[block], self._starts[block + 1]
        if self.data[begin : begin + len(wanted) + 1] == wanted + b"\t":
            return self.line(begin)
        found = self.data.find(b"\n" + wanted + b"\t", begin, end)
        return self.line(found + 1) if found >= 0 else None

    def starting(self, prefix: str) -> Iterator[tuple[str, bytes]]:
        """(key, rest of the line) of every key that begins so."""
        wanted = prefix.encode()
        place = self._starts[max(bisect_right(self._keys, wanted) - 1, 0)]
        while place < len(self.data):
            end = self.data.find(b"\n", place)
            key, _, rest = self.data[place:end].partition(b"\t")
            if key.startswith(wanted):
                yield key.decode(), rest
            elif key > wanted:
                return
            place = end + 1


def _data() -> Traversable:
    return files("claims_db") / "data"


@cache
def _entries() -> _SortedLines:
    return _SortedLines(_data() / "gazetteer.entries")


@cache
def _names() -> _SortedLines:
    return _SortedLines(_data() / "gazetteer.names")


def _full_id(key: str) -> str:
    """ "703448", "UA.13" and "US.CA.037" with their prefixes."""
    if key.isdigit():
        return f"geonames:{key}"
    return f"admin2:{key}" if key.count(".") > 1 else f"admin:{key}"


def _parse(line: bytes) -> _Row:
    """A line of the entries file."""
    key, name, kind, country, region, district, people, lat, lon, capital = line.decode().split(
        "\t"
    )
    within = _full_id(region) if region else None
    parents = [within] if within else []
    if district and kind == "c":
        parents = [f"admin2:{_code(region)}.{district}"]
    if not parents and country and kind != "k":
        parents.append(_country_id(country))
    entry = Entry(
        id=_full_id(key),
        name=name,
        kind=_KINDS[kind],
        country=country or None,
        region=None if kind == "k" else within,
        population=int(people),
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
    )
    return _Row(entry, tuple(parents), _full_id(capital) if capital.isdigit() else "")


@cache
def _code(region: str) -> str:
    """ "US.CA" for the key of a region; its own line has it in place of the district."""
    columns = (_entries().find(region) or b"").decode().split("\t")
    return f"{columns[3]}.{columns[5]}" if len(columns) > 1 else ""


@cache
def _country_id(iso: str) -> str:
    row = _country(iso)
    return row.entry.id if row else ""


@cache
def _country(iso: str) -> _Row | None:
    line = _names().find(f"iso:{iso.lower()}")
    if line is None:
        return None
    return _parse(_entries().line(int(line.partition(b"\t")[2], 36)))


@lru_cache(_CACHED)
def _row(id: str) -> _Row | None:
    if id.startswith("place:"):
        return _extras().row(id)
    line = _entries().find(id.partition(":")[2])
    row = _parse(line) if line else None
    return row if row and row.entry.id == id else None


@lru_cache(_CACHED)
def _shipped(key: str) -> tuple[Entry, ...]:
    """The entries GeoNames knows by a folded name."""
    line = _names().find(key)
    if line is None:
        return ()
    lines = _entries()
    places = line.partition(b"\t")[2].split()
    return tuple(_parse(lines.line(int(place, 36))).entry for place in places)


# ---------------------------------------------------------------- tables edited by hand

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
    there, if it says where) adds its aliases and parents to that place; any other row is a place of its own ("place:donbas").

    Reading checks each row by itself; which places the rows name is found when first asked
    for, as it takes hundreds of lookups. `parents` checks them all."""

    def __init__(self, source: Traversable) -> None:
        self._table = list(_table(source, _COLUMNS))
        self._numbers: dict[str, list[int]] = {}  # folded name or alias: numbers of rows
        self._ids: dict[int, str] = {}
        for number, (where, cells) in enumerate(self._table):
            if not fold(cells["name"]):
                raise TableError("the name is missing", where=where, mend="Fill the first column")
            if cells["kind"] not in _KINDS.values():
                mend = "Write one of " + ", ".join(_KINDS.values())
                raise TableError(f"{cells['kind']!r} is no kind of place", where=where, mend=mend)
            if cells["country"] and _country(cells["country"]) is None:
                what = f"{cells['country']!r} is no country"
                raise TableError(what, where=where, mend="Use two letters, as UA")
            _degrees(cells["lat"], 90, where)
            _degrees(cells["lon"], 180, where)
            for alias in (cells["name"], *_split(cells["aliases"])):
                numbers = self._numbers.setdefault(fold(alias), [])
                if number not in numbers:
                    numbers.append(number)

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of the rows with that folded name or alias, in the table's order."""
        return tuple(dict.fromkeys(self._id(number) for number in self._numbers.get(key, ())))

    def row(self, id: str) -> _Row | None:
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
                for e in _shipped(key)
                if e.kind == kind and e.country == country and _near(e, *point)
            )
            self._ids[number] = next(known, f"place:{key.replace(' ', '-')}")
        return self._ids[number]

    def _own(self, number: int) -> _Row:
        where, cells = self._table[number]
        parents = self._within(number)
        if not parents and cells["country"]:
            parents = [_country_id(cells["country"])]
        units = (p for p in parents if not p.startswith("place:"))
        region = next((u for u in units if (r := _row(u)) and r.entry.kind == "region"), None)
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
        return _Row(entry, tuple(parents), "")

    def _within(self, number: int) -> list[str]:
        where, cells = self._table[number]
        return [self._named(outer, cells["country"], where) for outer in _split(cells["within"])]

    def _named(self, name: str, country: str, where: str) -> str:
        """The id a cell of `within` or `holds` means: an id, a country's two letters, a name."""
        if ":" in name:
            if (self.row(name) if name.startswith("place:") else _row(name)) is not None:
                return name
        elif len(name) == 2 and name.isupper():
            if _country(name):
                return _country_id(name)
        else:
            key = fold(name)
            known = _shipped(key)
            if not known and key not in self._numbers:
                key, kinds = _without_noun(key)
                known = tuple(entry for entry in _shipped(key) if entry.kind in kinds)
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


@cache
def _extras() -> Extras:
    return Extras(_data() / "extra_places.csv")


def read_demonyms(source: Traversable) -> dict[str, str]:
    """Read `demonyms.csv`: folded word to country."""
    words: dict[str, str] = {}
    for where, cells in _table(source, ["name", "country", "comment"]):
        if not fold(cells["name"]):
            raise TableError("the name is missing", where=where, mend="Fill the first column")
        if _country(cells["country"]) is None:
            what = f"{cells['country']!r} is no country"
            raise TableError(what, where=where, mend="Use two letters, as UA")
        words[fold(cells["name"])] = cells["country"]
    return words


@cache
def _demonyms() -> dict[str, str]:
    return read_demonyms(_data() / "demonyms.csv")


@cache
def _stopwords() -> frozenset[str]:
    text = (_data() / "place_stopwords.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(fold(word) for line in lines for word in line.split(",") if word.strip())


# ---------------------------------------------------------------- what others call


@lru_cache(_CACHED)
def lookup(name: str) -> tuple[Entry, ...]:
    """Every place known by exactly that name (but for case, accents and a noun of its kind:
    "Odesa region"), best first: countries, places named in `extra_places.csv`, then by people."""
    key = fold(name)
    found = _exact(key)
    if found or not key:
        return found
    if _POSSESSIVE.search(name):
        return lookup(_POSSESSIVE.sub("", name))
    bare, kinds = _without_noun(key)
    if not kinds:
        return ()
    found = tuple(entry for entry in _exact(bare) if entry.kind in kinds)
    if found or "region" not in kinds:
        return found
    # the same unit under another noun: "Kyiv region" for "Kyiv Oblast"
    others = (_exact(f"{bare} {noun}") for noun in _UNIT_NOUNS)
    return next((entries for entries in others if entries), ())


def _without_noun(key: str) -> tuple[str, tuple[Kind, ...]]:
    """ "odesa oblast" as "odesa" and the kinds it can be; no kinds where no noun stands."""
    for noun, kinds in _NOUNS:
        bare = noun.sub("", key)
        if bare != key:
            return bare, kinds
    return key, ()


def _exact(key: str) -> tuple[Entry, ...]:
    if ":" in key:
        return ()
    shipped = _shipped(key)
    first = _extras().ids(key)
    if not first:
        return shipped
    chosen = [row.entry for id in first if (row := _row(id))]
    lands = [e for e in (*chosen, *shipped) if e.kind in ("country", "continent")]
    return tuple(dict.fromkeys((*lands, *chosen, *shipped)))


@lru_cache(_CACHED)
def fuzzy(name: str, country: str | None = None) -> tuple[Entry, ...]:
    """For a name `lookup` misses: the places one slip of the pen away (two from nine letters on)
    that share its first letters. Nothing when places of two countries are equally near."""
    key = fold(name)
    if len(key) < _SHORTEST_FUZZY or lookup(name):
        return ()
    from rapidfuzz.distance import OSA  # costs 10 ms, and most runs never come here

    allowed = 1 if len(key) < 9 else 2
    nearest: dict[int, list[Entry]] = {}
    for other, _ in _names().starting(key[:_LETTERS_SHARED]):
        if abs(len(other) - len(key)) > allowed or len(other) < _SHORTEST_FUZZY:
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


@lru_cache(_CACHED)
def entry(id: str) -> Entry | None:
    """The place with that id."""
    row = _row(id)
    return row.entry if row else None


@lru_cache(_CACHED)
def ancestors(id: str) -> tuple[str, ...]:
    """The ids of the places it lies in, nearest first: district, region, country, continent,
    and those `extra_places.csv` adds."""
    seen: dict[str, None] = {}
    queue = [id]
    for inner in queue:
        row = _row(inner)
        outer = (*(row.parents if row else ()), *_extras().parents.get(inner, ()))
        if row and row.entry.kind == "district" and row.entry.region:
            outer = (row.entry.region, *outer)
        if row and row.entry.kind == "country":
            outer = (*_continent(row.entry.id), *outer)
        elif row and row.entry.country and row.entry.kind == "region":
            outer = (_country_id(row.entry.country), *outer)
        for parent in outer:
            if parent and parent != id and parent not in seen:
                seen[parent] = None
                queue.append(parent)
    return tuple(seen)


def _continent(id: str) -> tuple[str, ...]:
    line = _entries().find(id.partition(":")[2])
    return (_full_id(line.split(b"\t")[4].decode()),) if line else ()


def within(inner: str, outer: str) -> bool:
    """Whether a place lies in another; a place lies in itself."""
    return inner == outer or outer in ancestors(inner)


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
    iso = _demonyms().get(key) or _demonyms().get(key.removesuffix("s"))
    return entry(_country_id(iso)) if iso else None


def capital(country: str) -> Entry | None:
    """The capital of a country given by its two letters."""
    row = _country(country)
    return entry(row.capital) if row and row.capital else None


def is_common_word(name: str) -> bool:
    """Whether a name is far more often a word, first name or surname than the place; "US" and
    "U.S." are not "us"."""
    letters = name.replace(".", "")
    if letters.isupper() and len(letters) <= 3:
        return False
    return fold(name) in _stopwords()


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
    seat = _country(place.country) if place.country and place.kind == "city" else None
    return place.population * (_CAPITAL_WEIGHT if seat and seat.capital == place.id else 1.0)
