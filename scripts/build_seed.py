"""Writes claims_db/data/seed_reports.jsonl from the judged reports of ../shared.

    python scripts/build_seed.py [REPORTS.jsonl]

Facts, our wording, outlets, dates and links go in; notes and judgements stay out. What the
collection words freely (places, dates, who said so) is brought to one form here, by the tables
below, so that reading the seed needs none of them.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from claims_db import moments

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT.parent / "shared" / "data" / "cases" / "reports.jsonl"
TARGET = ROOT / "claims_db" / "data" / "seed_reports.jsonl"

# The collection's place -> (gazetteer names, site within them).
PLACES: dict[str, tuple[list[str], str | None]] = {
    "Kyiv city": (["Kyiv"], None),
    "Kyiv (title)": (["Kyiv"], None),
    "Kyiv (source says against Kyiv)": (["Ukraine"], None),  # its text: "Russia launched"
    "Kyiv / Svyatoshynskyi building": (["Kyiv"], "Sviatoshynskyi building"),
    "Sviatoshynskyi district": (["Kyiv"], "Sviatoshynskyi district"),
    "Solomianskyi district": (["Kyiv"], "Solomianskyi district"),
    "Solomianskyi building": (["Kyiv"], "Solomianskyi building"),
    "Okhmatdyt hospital": (["Kyiv"], "Okhmatdyt hospital"),
    "Dniprovskyi clinic": (["Kyiv"], "Dniprovskyi clinic"),
    "Syrets house": (["Kyiv"], "Syrets house"),
    "Kyiv and Kyiv Oblast": (["Kyiv", "Kyiv Oblast"], None),
    "Kyiv and oblast": (["Kyiv", "Kyiv Oblast"], None),
    "Ukraine (country)": (["Ukraine"], None),
    "Ukraine (text)": (["Ukraine"], None),
    "Sumy city": (["Sumy"], None),
    "war as a whole": (["Ukraine"], "whole war"),
    "Turkey and Syria": (["Turkey", "Syria"], None),
    "Turkiye and Syria": (["Turkey", "Syria"], None),
    "Turkiye and Syria (lead)": (["Turkey", "Syria"], None),
    "Turkiye": (["Turkey"], None),
    "not stated": ([], None),
    "Izmit 1999": (["Izmit"], None),
    "Maui/Lahaina": (["Lahaina"], None),
    "Lahaina fire": (["Lahaina"], None),
    "Olinda fire": (["Maui"], "Olinda"),
    "hotels": (["Maui"], "hotels"),
    "Grenfell Tower": (["London"], None),
    "Valencia province": (["Valencia"], None),
    "Valencia area": (["Valencia"], None),
    "Valencia region": (["Valencian Community"], None),
    "Valencia region (lead, wrong scope)": (["Valencian Community"], None),
    "south-east Spain": (["Spain"], "south-east"),
    "Murcia and Andalusia 1973": (["Murcia", "Andalusia"], None),
    "Las Vegas Strip": (["Las Vegas"], None),
    "Orlando 2016": (["Orlando"], None),
    "MH17": ([], None),
    "Everest": (["Nepal"], "Everest"),
    "Dharhara Tower": (["Kathmandu"], "Dharhara Tower"),
    "Kathmandu valley": (["Kathmandu"], "Kathmandu valley"),
    "neighbouring countries": (["India", "Bangladesh", "China", "Pakistan"], None),
    "four countries": (["Nepal"], "four countries"),
    "all countries": (["Nepal"], "four countries"),
    "Amazon corporate": ([], None),
    "Amazon worldwide": (["United States"], "worldwide"),
    "NY, CA, NJ, WA": (["United States"], "four states"),
    "Washington state": (["United States"], "Washington state"),
    "Itaewon": (["Seoul"], None),
    "1952": ([], None),
}
# Where on a page a figure stands is no source.
NO_SOURCE = re.compile(r"headline|slug|title|caption|earlier report", re.IGNORECASE)
# Subsets that name the event's own figure, or its standing; the second is the status.
OWN = re.compile(
    r"missile strike|source merges.*|missile and drones|single explosion|total|"
    r"of the (?:injured|wounded)|Ukraine \(headline\)"
)
PRESUMED = re.compile(r"presumed dead")
UNITS = {
    "drones and missiles combined": "drones and missiles",
    "ballistic and cruise missiles": "missiles",
    "'missiles' (headline; mixes missiles and drones)": "drones and missiles",
    "minors": "children",
}


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    with source.open(encoding="utf-8") as lines:
        reports = [_report(json.loads(line)) for line in lines]
    with TARGET.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    print(f"{len(reports)} reports, {sum(len(r['figures']) for r in reports)} figures → {TARGET}")


def _report(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "event": row["event"],
        "outlet": row["outlet"].replace("; the seed text", ""),  # a note, not a name
        "published": _date(row["published_time"]) or _date(row["published"]),
        "url": row["url"],
        "text": row["text"],
        "figures": [_figure(figure) for figure in row["figures"]],
    }


def _figure(row: dict[str, Any]) -> dict[str, Any]:
    """One recorded figure, the empty columns left out."""
    places, site = PLACES.get(row["place"], ([row["place"]] if row["place"] else [], None))
    subset = row["subset"]
    status = row["status"]
    if subset and PRESUMED.search(subset):
        subset, status = None, "presumed"
    if subset and OWN.fullmatch(subset):
        subset = None
    if row["role"] == "feared":
        status = "feared"
    source = row["attribution"]
    figure = {
        "fact": row["fact"],
        "stated": row["stated"],
        "low": row["low"],
        "high": row["high"],
        "bound": None if row["bound"] == "none" else row["bound"],
        "unit": UNITS.get(row["unit"], row["unit"]),
        "places": places,
        "site": site,
        "subset": "children" if subset == "minors" else subset,
        "attribution": None if source and NO_SOURCE.search(source) else source,
        "as_of": _date(row["as_of"]),
        "role": None if row["role"] == "current" else row["role"],
        "status": status,
        "when": _own_window(row),
    }
    return {key: value for key, value in figure.items() if value not in (None, [])}


def _own_window(row: dict[str, Any]) -> list[str] | None:
    """The dates of a figure that is about another time than its report's event."""
    told = f"{row['place'] or ''} {row['subset'] or ''}"
    if row["role"] == "other event":
        if row["as_of"] == "early April 2025":
            return ["2025-04-01", "2025-04-10"]
        told += f" {row['as_of'] or ''}"
    months = re.findall(r"(?:January|March|July) (?:19|20)\d\d", told)
    dates = months or re.findall(r"(?:19|20)\d\d", told)
    if not dates:
        return None
    return [f"{moments.parse(dates[0]).day}", f"{moments.parse(dates[-1]).last_day}"]


def _date(text: str | None) -> str | None:
    moment = moments.parse_or_none(text)
    return moment.isoformat() if moment else None


if __name__ == "__main__":
    main()
