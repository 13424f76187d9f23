"""Words that stand for a place: "the Ukrainian capital", "in the city"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from claims_db import gazetteer
from claims_db.records import Place
from factcheck.setting.place_candidates import TABLE
from factcheck.setting.place_nesting import PlaceMention, place_of
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import alternation

_CAPITAL_OF: Final = re.compile(
    r"\b(?:the|its|their)\s+([A-Z][a-z]+)\s+capital\b|\b(?:the\s+)?capital\s+of\s+([A-Z][a-z]+)\b(?!['’])"
)
_HERE: Final = re.compile(
    r"\b(?:in|on|across|around|hit|struck|rocked|over|throughout)\s+the\s+"
    rf"(capital|city|town|village)\b(?!\s+(?:{alternation(TABLE.listed('places.of_city'))}))"
)
MARK: Final = mark_of(["capital", "city", "town", "village"])
"""The words of which a text has one, if any stands for a place."""


def capitals(text: str) -> list[PlaceMention]:
    """ "the Ukrainian capital", "the capital of Chad"."""
    found = []
    for match in _CAPITAL_OF.finditer(text):
        people, country = match.groups()
        land = gazetteer.demonym(people) if people else gazetteer.resolve(country)
        is_land = land is not None and land.kind == "country"
        city = gazetteer.capital(land.country) if is_land and land and land.country else None
        if city:
            place = place_of(city)
            found.append(PlaceMention(match.start(), match.end(), place, city, True, True))
    return found


def taken_up(text: str, found: list[PlaceMention], here: Place) -> list[PlaceMention]:
    """ "in the city", "in the capital": the document's place, or its country's capital."""
    taken_up: list[PlaceMention] = []
    starts = [mention.start for mention in found]
    for match in _HERE.finditer(text):
        before = bisect_right(starts, match.start())
        if before and found[before - 1].end > match.start():
            continue
        place, entry = here, gazetteer.entry(here.id or "")
        if match.group(1) == "capital" and here.country:
            entry = gazetteer.capital(here.country)
            place = place_of(entry) if entry else here
        elif entry is None or entry.kind not in ("city", "district"):
            continue
        taken_up.append(PlaceMention(match.start(), match.end(), place, entry, True))
    return taken_up
