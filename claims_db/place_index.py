"""The shipped index of places: names to entries, ids to entries.

Two files made from GeoNames by `scripts/build_gazetteer.py`, both of sorted lines read by
bisection over a memory map, so that starting costs next to nothing:

    gazetteer.entries  key, name, kind, country, region, district, people, lat, lon, capital
                       (district: the last part of its key; a region's own code, as CA)
    gazetteer.names    folded name, the places of its entries in that file (base 36), best first

`name_filter` tells sooner of most names that they are in neither.
"""

from __future__ import annotations

import mmap
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Literal

Kind = Literal["city", "district", "region", "country", "continent"]

KINDS: Final[dict[str, Kind]] = {
    "c": "city",
    "d": "district",
    "r": "region",
    "k": "country",
    "n": "continent",
}
_STEP: Final = 4096  # bytes between two lines that an index samples as it is opened
_LINE: Final = 128  # bytes that most lines don't reach
CACHED: Final = 65_536  # names or ids remembered


@dataclass(slots=True, init=False, eq=False)
class Entry:
    """A place, known by its id. `population` is 0 where unknown; that of regions and districts is
    the sum of their towns, good for ordering only. `region` is the id of the first-level unit."""

    id: Final[str]  # "geonames:703448", "admin:UA.13", "admin2:US.CA.037", "place:donbas"
    name: Final[str]
    kind: Final[Kind]
    country: Final[str | None]  # ISO 3166-1 alpha-2
    region: Final[str | None]
    population: Final[int]
    lat: Final[float | None]
    lon: Final[float | None]

    def __init__(
        self,
        id: str,
        name: str,
        kind: Kind,
        country: str | None,
        region: str | None,
        population: int,
        lat: float | None,
        lon: float | None,
    ) -> None:
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.region = region
        self.population = population
        self.lat = lat
        self.lon = lon

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(slots=True, init=False, unsafe_hash=True)
class Row:
    """An entry with what only containment needs."""

    entry: Final[Entry]
    parents: Final[tuple[str, ...]]
    capital: Final[str]  # of a country: the id of its capital

    def __init__(
        self,
        entry: Entry,
        parents: tuple[str, ...],
        capital: str,
    ) -> None:
        self.entry = entry
        self.parents = parents
        self.capital = capital


# ---------------------------------------------------------------- names

_LETTERS: Final = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ə": "a", "ħ": "h", "ŋ": "ng", "ŧ": "t", "ĸ": "k", "ß": "ss", "’": "'", "‘": "'",
        "ʻ": "'", "ʼ": "'", "`": "'", "ʹ": "'", "´": "'", "&": " and ",
    }
)  # fmt: skip
_WORDS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT_WORDS: Final = tuple(f"{word} " for word in _WORDS)
_FOLDED: Final = frozenset({*_WORDS, "the"})
_ACCENTS: Final = re.compile("[\u0300-\u036f]+")
_MARKS: Final = re.compile(r"['.]+")
_GAPS: Final = re.compile(r"[\W_]+")
POSSESSIVE = re.compile(r"['’]s?$")
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
UNIT_NOUNS = ("oblast", "region", "governorate", "province", "state", "district", "city")
# How a name ends that one of the nouns may stand in; "of" is in those that it stands before.
_NOUN_ENDS: Final = frozenset(re.findall(r"[a-z]+", _NOUN_AFTER.pattern)) | {"city"}
_NOUNS: tuple[tuple[re.Pattern[str], tuple[Kind, ...]], ...] = (
    (_NOUN_AFTER, ("region", "district")),
    (_NOUN_BEFORE, ("region", "district", "country")),
    (_CITY_BEFORE, ("city",)),
    (re.compile(r" city$"), ("city",)),
)


_FOLDED_NAMES: Final[dict[str, str]] = {}


def fold(name: str) -> str:
    """A name without case, accents, punctuation and leading article: the key it is known by."""
    key = _FOLDED_NAMES.get(name)
    if key is None:
        if len(_FOLDED_NAMES) >= CACHED:
            _FOLDED_NAMES.clear()
        key = _FOLDED_NAMES[name] = folded(name)
    return key


def folded(name: str) -> str:
    """The same for names that are asked for once."""
    plain = name.lower()
    ascii = name.isascii()
    if ascii and plain.isalnum():  # one word, as most are
        return plain
    bare = ascii and plain.replace(" ", "").isalnum()
    if not bare:
        plain = plain.replace("'", "").replace(".", "").replace("-", " ")
        bare = ascii and plain.replace(" ", "").isalnum()
    if bare:
        apart = "  " in plain or plain[0] == " " or plain[-1] == " "
        text = " ".join(plain.split()) if apart else plain
    else:
        text = name.casefold().translate(_LETTERS)
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
            text = _ACCENTS.sub("", text).casefold().translate(_LETTERS)  # 𝔄 folds to A first
        text = _GAPS.sub(" ", _MARKS.sub("", text)).strip()
    if " " not in text:
        return text
    text = text.removeprefix("the ")
    if text.startswith(_SHORT_WORDS) or " st " in text:
        text = " ".join([*(_WORDS.get(w, w) for w in text.split()[:-1]), text.split()[-1]])
    return text


def without_noun(key: str) -> tuple[str, tuple[Kind, ...]]:
    """ "odesa oblast" as "odesa" and the kinds it can be; no kinds where no noun stands."""
    if " of " not in key and key[key.rfind(" ") + 1 :] not in _NOUN_ENDS:
        return key, ()
    for noun, kinds in _NOUNS:
        bare = noun.sub("", key)
        if bare != key:
            return bare, kinds
    return key, ()


def is_plain(word: str) -> bool:
    """Whether folding a word does no more than lower its letters."""
    return word.isalnum() and word.isascii() and word.lower() not in _FOLDED


def is_noun_of_place(word: str) -> bool:
    """Whether a word, lower case, may tell the kind of a place beside its name."""
    return word in _NOUN_ENDS or word == "of"


# ---------------------------------------------------------------- sorted lines


class SortedLines:
    """A file of lines sorted by their bytes up to the first tab. Every so many bytes a line is
    sampled."""

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
        near = self.data[start : start + _LINE]
        end = near.find(b"\n")
        return near[:end] if end >= 0 else self.data[start : self.data.find(b"\n", start)]

    def find(self, key: str) -> bytes | None:
        """The line with a key, if there is one."""
        wanted = key.encode()
        place = max(bisect_right(self._keys, wanted) - 1, 0)
        begin, end = self._starts[place], self._starts[place + 1]
        lines = self.data[begin - 1 : end] if begin else b"\n" + self.data[:end]
        found = lines.find(b"\n" + wanted + b"\t")
        return lines[found + 1 : lines.find(b"\n", found + 1)] if found >= 0 else None

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


def data_folder() -> Traversable:
    """Where the data lie, in a wheel and in a checkout."""
    return files("claims_db") / "data"


@cache
def entries() -> SortedLines:
    """The entries file."""
    return SortedLines(data_folder() / "gazetteer.entries")


@cache
def names_index() -> SortedLines:
    """The names file."""
    return SortedLines(data_folder() / "gazetteer.names")


def full_id(key: str) -> str:
    """ "703448", "UA.13" and "US.CA.037" with their prefixes."""
    if key.isdigit():
        return f"geonames:{key}"
    return f"admin2:{key}" if key.count(".") > 1 else f"admin:{key}"


def _entry(line: bytes) -> Entry:
    """The place of a line of the entries file."""
    return _entry_of(line.decode().split("\t"))


def _entry_of(columns: list[str]) -> Entry:
    key, name, kind, country, region, _, people, lat, lon, _ = columns
    return Entry(
        full_id(key),
        name,
        KINDS[kind],
        country or None,
        full_id(region) if region and kind != "k" else None,
        int(people),
        float(lat) if lat else None,
        float(lon) if lon else None,
    )


def _parse(line: bytes) -> Row:
    """A line of the entries file, with what the place lies in."""
    columns = line.decode().split("\t")
    _, _, kind, country, region, district, _, _, _, capital = columns
    parents = [full_id(region)] if region else []
    if district and kind == "c":
        parents = [f"admin2:{_code(region)}.{district}"]
    if not parents and country and kind != "k":
        parents.append(country_id(country))
    return Row(_entry_of(columns), tuple(parents), full_id(capital) if capital.isdigit() else "")


@cache
def _code(region: str) -> str:
    """ "US.CA" for the key of a region; its own line has it in place of the district."""
    columns = (entries().find(region) or b"").decode().split("\t")
    return f"{columns[3]}.{columns[5]}" if len(columns) > 1 else ""


@cache
def country_id(iso: str) -> str:
    """The id of a country given by its two letters, "" for none."""
    found = country_row(iso)
    return found.entry.id if found else ""


@cache
def country_row(iso: str) -> Row | None:
    """The country with these two letters."""
    line = names_index().find(f"iso:{iso.lower()}")
    if line is None:
        return None
    return _parse(entries().line(int(line.partition(b"\t")[2], 36)))


@lru_cache(CACHED)
def row(id: str) -> Row | None:
    """The shipped place with that id."""
    line = entries().find(id.partition(":")[2])
    found = _parse(line) if line else None
    return found if found and found.entry.id == id else None


@lru_cache(CACHED)
def shipped(key: str) -> tuple[Entry, ...]:
    """The entries GeoNames knows by a folded name."""
    line = names_index().find(key)
    if line is None:
        return ()
    lines = entries()
    places = line.partition(b"\t")[2].split()
    return tuple([_entry(lines.line(int(place, 36))) for place in places])
