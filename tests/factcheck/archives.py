"""Archives made for tests: short reports of attacks in several cities, with what goes wrong."""

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from factcheck.cli import run

CITIES = ("Kyiv", "Lviv", "Odesa", "Kharkiv", "Ankara", "Lahore", "Nairobi", "Manila", "Lima")
START = date(2025, 3, 1)
WAYS = (
    "{count} people were killed in the attack on {city} on {when}, {said}.",
    "The mayor put the number of dead in {city} at {count} after the missile strike of {when}.",
    "Rescuers counted {count} dead in {city}, which came under missile attack on {when}.",
    "On {when} a missile attack killed {count} people in {city}, according to the governor.",
    "Officials in {city} said that {count} people had died in the attack of {when}.",
)
"""One sentence with another number in it would be taken for a reprint."""


def report(number: int, day: date, text: str, **told: str) -> dict[str, str]:
    return {
        "id": f"r{number:04}",
        "title": f"Report {number}",
        "published": day.isoformat(),
        "outlet": f"Outlet {number % 7}",
        "url": f"https://example.org/{number}",
        "text": text,
        **told,
    }


def killed(number: int, count: object, city: str = "Kyiv", when: str = "April 24") -> str:
    """A sentence on the dead of an attack, in one way of several."""
    said = f"spokesman {number} said"
    return WAYS[number % len(WAYS)].format(count=count, city=city, when=when, said=said)


def reports(events: int = 30) -> list[dict[str, str]]:
    """Seven reports of each event: tolls that rise, an old one repeated, one with a slip."""
    draw = random.Random(7)
    made: list[dict[str, str]] = []
    for event in range(events):
        day, city = START + timedelta(days=9 * event), CITIES[event % len(CITIES)]
        toll = draw.randint(11, 49)
        when = f"{day:%B} {day.day}"
        for after, count in enumerate((toll - 3, toll - 1, toll, toll, toll, toll - 3, toll * 100)):
            number = len(made)
            text = killed(number, count, city, when)
            text += f" Another {toll * 2 + after} people were wounded there, doctors said."
            made.append(report(number, day + timedelta(days=after), text))
    return made


def write(path: Path, found: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in found), "utf-8")
    return path


def audit(archive: Path, out: Path, store: str, *more: str) -> int:
    asked = ["audit", str(archive), "--out", str(out), "--db", store, "--workers", "1"]
    return run([*asked, "--fail-on", "never", *more])


def rows(path: Path) -> list[dict[str, Any]]:
    return list(pq.read_table(path).to_pylist())
