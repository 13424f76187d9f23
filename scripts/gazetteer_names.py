"""The rows of a gazetteer being built, and the names that each is known by, best meant first."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims_db.place_index import fold

CAPITAL_WEIGHT = 3.0  # "Washington", "San José": the capital is meant more often than its size
REGION_WEIGHT = 0.25  # "Washington": the city is meant more often than the state
DISTRICT_WEIGHT = 0.1
LARGE_SEAT = 50_000  # a region yields to a city of its own name if so many live there
ALTERNATE_WEIGHT = 0.15  # a city called so in another tongue or time yields to one called so now
FORMER_WEIGHT = 0.03  # in the US alternate names are mostly those of the first settlement
NOUN = re.compile(
    r"^(Muhafazat|Mintaqat|Sha`biyat|Changwat|Wilaya de|Wilayat-e|Viloyati|Respublika|Departamento"
    r" de|Provincia de|Baladiyat|Municipio de|Huyen) (ad |al |az |as |ash |ar )?"
    r"| (Sheng|Shi|Marz|Rayonu?|Oblysy|Qalasy|Zizhiqu|Fylke|Aimak|Aymag|Rajons|Voivodeship"
    r"|Governorate|Municipality|Prefecture)$"
)
# Names of units that mean nothing alone: known with their noun only ("Eastern Province").
GENERIC = frozenset(
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
        "centre", "center", "nord", "sud", "est", "ouest", "norte", "sur", "oeste", "littoral",
        "capital", "plateaux", "plateau", "delta", "rivers", "lakes", "lacs", "lac", "unity",
        "upper", "lower", "middle", "river", "coast", "bay", "mon", "chin", "mary", "valle", "meta",
        "sol", "pool", "nan", "bar", "northwest", "northeast", "southwest", "southeast",
        "highlands", "midlands", "savanes", "union", "sucre", "north western", "north eastern",
        "south western", "south eastern", "central south",
    }
)  # fmt: skip
NOUNS = ("province", "region", "state", "district", "governorate", "department")
# Countries whose own spelling has these accents; elsewhere they are marks of transliteration.
ACCENTED = frozenset({"AZ", "LT", "LV", "MT", "NG", "NZ", "PF", "RO", "TM", "TR", "US", "VN"})
MARKS = re.compile("[\u0304\u0323\u0327\u032e\u0331]")
LATIN = re.compile(r"^[\u0020-\u024f\u0259\u02b0-\u02bf\u0300-\u036f\u1e00-\u1eff\u2010-\u2019]+$")
OTHER_SCRIPTS = re.compile(r"^[\u0370-\u052f\u0620-\u064a\s'.-]+$")  # Greek, Cyrillic, Arabic
LOWER_START = re.compile(r"^(al|ad|an|ar|as|ash|at|az|el|es|de|la|le|'s|‘s|’s)[ -]", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """One line of the entries file, and the names it is known by."""

    key: str  # id without "geonames:", "admin:" or "admin2:"
    name: str
    kind: str  # first letter of the kind; "n" is a continent
    country: str = ""
    region: str = ""  # key of the region; of the continent, for a country
    district: str = ""
    population: int = 0
    lat: float | None = None
    lon: float | None = None
    capital: str = ""  # key of a country's capital; "*" on the capital itself
    names: set[str] = field(default_factory=set)
    alternates: set[str] = field(default_factory=set)

    def line(self) -> str:
        """The row as it is written."""
        where = ["" if x is None else f"{x:.2f}" for x in (self.lat, self.lon)]
        district = self.district.split(".")[-1]  # the rest is the region's
        columns = [self.key, self.name, self.kind, self.country, self.region, district]
        return "\t".join([*columns, str(self.population), *where, self.capital])


def useful(name: str, population: int) -> bool:
    """Whether an alternate name is one a text may use: no codes, no machine transliterations."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()) or 0 < population < 4000:
        return False
    if len(fold(name)) < 4 and population < 100_000:
        return False
    if LATIN.match(name):
        if name[0].islower() and not LOWER_START.match(name):
            return False
        return not any(character.isdigit() for character in name)
    return population >= 400_000 and OTHER_SCRIPTS.match(name) is not None


def unaccented(name: str) -> str:
    """A name without the marks of transliteration: "Rafaḩ" is Rafah, "São Paulo" stays."""
    parts = unicodedata.normalize("NFKD", name)
    if not MARKS.search(parts) or "ç" in name.lower():
        return name
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return bare.translate({ord(mark): None for mark in "‘’ʻʼ"})


def plain(name: str) -> str:
    """A unit's name without the native noun: "Gansu Sheng" is Gansu."""
    return NOUN.sub("", name).strip(" '`") or name


def keys_of(row: Row) -> Iterator[tuple[str, bool]]:
    """The folded names to index, with whether each is an alternate."""
    for name in row.names:
        key = fold(name)
        if row.kind in "rd" and key in GENERIC:
            for noun in NOUNS:
                yield f"{key} {noun}", False
        elif key:
            yield key, False
    for name in row.alternates:
        key = fold(name)
        if key and not (row.kind == "c" and key in GENERIC):
            yield key, True
    if row.kind == "k":
        yield f"iso:{row.country.lower()}", False


def weight(row: Row, alternate: bool, seats: dict[str, float]) -> tuple[int, float]:
    """How soon a row is meant by a name: countries first, then by people."""
    if row.kind in "kn":
        return (1, float(row.population + 1))
    people = float(row.population)
    if row.kind == "r":
        people *= REGION_WEIGHT
        if row.key in seats:
            people = min(people, 0.9 * seats[row.key])
    elif row.kind == "d":
        people *= DISTRICT_WEIGHT
    elif row.capital and not alternate:
        people *= CAPITAL_WEIGHT
    if alternate:
        people *= FORMER_WEIGHT if row.country == "US" else ALTERNATE_WEIGHT
    return (0, people)


def name_lines(rows: list[Row], offsets: dict[str, int]) -> list[str]:
    """The names file: folded name, tab, places of its entries in base 36, best first."""
    index: dict[str, dict[str, tuple[Row, bool]]] = defaultdict(dict)
    for row in rows:
        for key, alternate in keys_of(row):
            known = index[key].get(row.key)
            index[key][row.key] = (row, alternate and (known is None or known[1]))
    lines = []
    for key, known_rows in index.items():
        found = list(known_rows.values())
        # a region yields to the city of its own name that lies in it
        seats: dict[str, float] = {}
        for row, alternate in found:
            if row.kind == "c" and row.region and row.population >= LARGE_SEAT:
                now = weight(row, alternate, {})[1]
                seats[row.region] = max(seats.get(row.region, 0.0), now)
        found.sort(key=lambda pair: (*weight(pair[0], pair[1], seats), pair[0].key), reverse=True)
        lines.append(f"{key}\t{' '.join(base36(offsets[row.key]) for row, _ in found)}")
    return sorted(lines, key=lambda line: line.split("\t")[0].encode())


def base36(number: int) -> str:
    """A number in the digits 0-9a-z."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits
