"""The bundled reports as documents with claims: recorded figures → `Claim`s, without reading.

The reports are `claims_db/data/seed_reports.jsonl`, the happenings `seed_events.toml`.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from claims_db import gazetteer
from claims_db.errors import InputError, TableError
from claims_db.kinds import Kind, kinds, named
from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Place,
    Role,
    Status,
    Value,
    Window,
)
from factcheck.judging import intervals
from factcheck.seed_numbers import Located, TextNumbers
from factcheck.text.lexicon import unrestricted

REPORTS = "seed_reports.jsonl"
EVENTS = "seed_events.toml"

_YEARS_ALONE = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")
# Facts of the collection that are no kind or alias of the table.
_KINDS = {
    "bodies_recovered": "killed",
    "killed_increment": "killed",
    "named": "identified",
    "killed_rate": "rate",
    "passengers": "on_board",
    "crew": "on_board",
    "revision": "jobs",
    "buildings_collapsed": "destroyed",
    "munitions": "launched",
    "munitions_launched": "launched",
    "area_burned": "area",
    "damage": "damage_cost",
    "appeal": "aid",
    "money": "aid",
    "rain": "rainfall",
    "duration_after": "duration",
    "elapsed": "duration",
    "share": "percent",
    "territory_controlled": "percent",
    "range": "distance",
    "wave": "measure",
    "slip": "measure",
    "debris": "volume",
}
_SUBJECTS = {"passengers": "passengers", "crew": "crew", "wave": "wave", "slip": "slip"}
_CHANGES = {"bodies_recovered": "+", "killed_increment": "+", "revision": "revision"}
_BOUNDS: dict[str | None, Bound] = {
    None: Bound.EXACT,
    "at least": Bound.AT_LEAST,
    **dict.fromkeys(("more than", "over", "exceeds", "surpassed"), Bound.MORE_THAN),
    **dict.fromkeys(("about", "almost", "nearly"), Bound.ABOUT),
    **dict.fromkeys(("up to", "as many as"), Bound.AT_MOST),
    "range": Bound.RANGE,
    "dozens": Bound.VAGUE,
}
_ROLES = {
    **dict.fromkeys(("previous", "earlier as-of", "earlier still", "stale"), Role.PREVIOUS),
    **dict.fromkeys(("background", "feared"), Role.PREVIOUS),
    "retracted": Role.RETRACTED,
    "projection": Role.PROJECTED,
}
_STATUSES = {
    "confirmed": Status.CONFIRMED,
    **dict.fromkeys(("preliminary", "provisional", "incomplete"), Status.PRELIMINARY),
    "presumed": Status.PRESUMED,
    "feared": Status.FEARED,
}
_OF_PEOPLE = {"people", "civilians", "woman"}
_FACTORS = {"miles": 1.609344, "acres": 0.40468564, "cm": 0.01}
_UNITS = {"miles": "kilometre", "acres": "hectare", "cm": "metre", "m": "metre", "km": "kilometre"}
_ELSEWHERE = {"launched", "intercepted"}  # an air raid's figures are told of the whole country
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"'])")


@dataclass(frozen=True, slots=True)
class SeedEvent:
    """A happening the bundled reports are about; dates are ISO, both included."""

    key: str
    place: Place
    country: str
    window: Window
    happening: str


@lru_cache(maxsize=1)
def seed_events() -> dict[str, SeedEvent]:
    """The happenings by key. Raises TableError naming a bad entry."""
    text = (files("claims_db") / "data" / EVENTS).read_text("utf-8")
    events = {}
    for key, entry in tomllib.loads(text).items():
        try:
            start, end = entry["start"].isoformat(), entry["end"].isoformat()
            country = entry["country"]
            place = _place(entry["place"], country)
            window = Window(start, end, "day")
            events[key] = SeedEvent(key, place, country, window, entry["happening"])
        except (KeyError, AttributeError) as error:
            raise TableError(
                f"event {key!r}: {error}", where=EVENTS, mend="See the comments at its head"
            ) from error
    return events


def seed_documents() -> Iterator[tuple[Document, list[Claim]]]:
    """Each bundled report with its figures as claims, in the order recorded."""
    text = (files("claims_db") / "data" / REPORTS).read_text("utf-8")
    for line in text.splitlines():
        row = json.loads(line)
        document = Document(
            text=row["text"],
            id=row["id"],
            published=row["published"],
            outlet=row["outlet"],
            url=row["url"],
        )
        event = seed_events()[row["event"]]
        numbers = TextNumbers(document.text)
        yield (
            document,
            [
                _claim(document, event, numbers, figure, index)
                for index, figure in enumerate(row["figures"])
            ],
        )


def _claim(
    document: Document, event: SeedEvent, numbers: TextNumbers, figure: dict[str, Any], index: int
) -> Claim:
    kind = _kind(figure["fact"])
    found = numbers.locate(figure, _trigger_words(kind.name))
    own = figure.get("when")
    other = figure.get("role") == "other event"
    window = Window(own[0], own[1], "day") if own else None if other else event.window
    first, last = _sentence(document.text, found.start)
    unit = figure.get("unit")
    return Claim(
        id=hashlib.sha256(f"{document.id}#{index}".encode()).hexdigest()[:16],
        kind=kind.name,
        subject=_SUBJECTS.get(figure["fact"]) or _subject(kind, unit),
        group=_group(kind, figure),
        part_of=None,
        value=_value(figure, found),
        unit=_UNITS.get(str(unit), kind.unit),
        per="week"
        if unit == "soldiers per week"
        else "month"
        if "per month" in str(unit)
        else None,
        change=_CHANGES.get(figure["fact"]),
        places=_places(figure, event, kind),
        when=window,
        as_of=figure.get("as_of"),
        attribution=Attribution(figure["attribution"]) if "attribution" in figure else None,
        status=_STATUSES.get(figure.get("status", "")),
        event=None if other else event.key,
        checkable=True,
        sentence=document.text[first:last],
        start=found.start,
        end=found.end,
        line=1,
        column=found.start + 1,
        role=_ROLES.get(figure.get("role", ""), Role.CURRENT),
        happening=event.happening,
        sentence_start=first,
    )


@cache
def _kind(fact: str) -> Kind:
    """The kind of a recorded fact; what the table lacks is a plain count."""
    if fact in _KINDS:
        return kinds()[_KINDS[fact]]
    try:
        return named(fact)
    except InputError:
        return kinds()["count"]


@cache
def _trigger_words(kind: str) -> tuple[str, ...]:
    """Words that stand near a figure of the kind."""
    entry = kinds()[kind]
    triggers = (*entry.active, *entry.passive, *entry.nouns, *entry.toll)
    phrases = (*(unrestricted(text)[0] for text in triggers), *entry.objects)
    return tuple(sorted({*(p for p in phrases if len(p) > 3), *entry.context}))


def _subject(kind: Kind, unit: str | None) -> str | None:
    if kind.of_people or kind.unit in ("job", "vote"):
        return "people" if unit in _OF_PEOPLE else unit
    return unit if kind.unit == "item" else None


def _group(kind: Kind, figure: dict[str, Any]) -> str | None:
    """The part of the people counted: its subset, and its unit where that names one."""
    unit = figure.get("unit")
    named_units = {None, "people", "civilians", "jobs", "votes", "bodies", "employees", "reports"}
    parts = [figure.get("subset")]
    if parts[0] and figure.get("when") and _YEARS_ALONE.fullmatch(parts[0]):
        parts = []  # no part of the people: its window tells the years
    if (kind.of_people or kind.name == "votes") and unit not in named_units:
        parts.append(unit)
    told = [part for part in dict.fromkeys(parts) if part]
    return " ".join(told) or None


def _value(figure: dict[str, Any], found: Located) -> Value:
    bound = _BOUNDS[figure.get("bound")]
    factor = _FACTORS.get(figure.get("unit", ""), 1.0)
    stated = figure["stated"] * factor
    low, high = figure.get("low"), figure.get("high")
    if bound is Bound.EXACT:
        low = high = figure["stated"]
    word = "" if bound in (Bound.EXACT, Bound.RANGE) else f"{figure['bound']} "
    value = Value(
        low=None if low is None else low * factor,
        high=None if high is None else high * factor,
        stated=None if bound is Bound.VAGUE else stated,
        bound=bound,
        text=f"{word}{found.text}",
    )
    if bound is Bound.ABOUT:
        low, high = intervals.bounds(value)
        return replace(value, low=low, high=high)
    return value


def _places(figure: dict[str, Any], event: SeedEvent, kind: Kind) -> tuple[Place, ...]:
    """The site, where one is told, then the places; the event's own where none is told."""
    names = figure.get("places", [])
    site = figure.get("site")
    sites = (Place(site, None, event.country),) if site else ()
    if names:
        return sites + tuple(_place(name, event.country) for name in names)
    if kind.name in _ELSEWHERE:
        return (*sites, _country(event.country))
    if figure.get("role") == "other event":
        return sites
    return (*sites, event.place)


@cache
def _place(name: str, country: str) -> Place:
    """A place by gazetteer identity, the event's country preferred; else the bare name."""
    entry = gazetteer.resolve(name, countries=(country,))
    return Place(name, entry.id, entry.country) if entry else Place(name, None, country)


@cache
def _country(code: str) -> Place:
    names = {"UA": "Ukraine", "US": "United States", "TR": "Turkey", "NP": "Nepal"}
    return _place(names.get(code, code), code)


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence that holds the offset."""
    first = 0
    for stop in _SENTENCE_END.finditer(text):
        if stop.start() > offset:
            return first, stop.start()
        first = stop.end()
    return first, len(text)
