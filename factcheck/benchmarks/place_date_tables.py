"""Our own place and date tables: the place, window and as-of date read for one figure a line.

A place is right where its identity is the labelled one. A line without an identity (villages,
valleys and states that small gazetteers lack) is right where the name is the labelled one in the
labelled country, or, as for every place, where a wider one of that country is read and named too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db import gazetteer
from claims_db.records import Claim, Document, Place
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.reading.claims import read


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a table with the claim read at its anchor, None if none was."""

    label: dict[str, Any]
    claim: Claim | None


def load(path: Path) -> list[Case]:
    """The lines of a table, each read."""
    return [case(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def case(label: dict[str, Any]) -> Case:
    """A line with the claim read at its anchor."""
    text = label["text"]
    at = text.index(label["anchor"])
    end = at + len(label["anchor"])
    claims = read(Document(text, published=label.get("published")))
    found = [claim for claim in claims if claim.start < end and at < claim.end]
    return Case(label, found[0] if found else None)


def place_right(case: Case) -> bool:
    """Whether the figure's first place is the labelled one."""
    if case.claim is None or not case.claim.places:
        return False
    place = case.claim.places[0]
    wanted = case.label["place_id"]
    if wanted is not None:
        return place.id == str(wanted)
    country: str = case.label["country"]
    return place.country == country and (_named(place, case) or _wider(place))


def _named(place: Place, case: Case) -> bool:
    return gazetteer.fold(place.name) == gazetteer.fold(case.label["place"])


def _wider(place: Place) -> bool:
    """Whether it is a country or region: all that can be known of a place no gazetteer has."""
    entry = gazetteer.entry(place.id) if place.id else None
    return entry is not None and entry.kind in ("country", "region")


def window_right(case: Case) -> bool:
    """Whether the figure's window is the labelled one, with its precision."""
    when = case.claim.when if case.claim else None
    wanted = case.label["when"]
    if when is None or wanted is None:
        return when is None and wanted is None
    told = [when.start, when.end, when.precision]
    return told == [wanted[key] for key in ("start", "end", "precision")]


def as_of_right(case: Case) -> bool:
    """Whether the figure holds as of the labelled moment; where none is told, of publication."""
    if case.claim is None:
        return False
    wanted: str = case.label["as_of"] or case.label["published"]
    return case.claim.as_of == wanted


def scores(places: Sequence[Case], dates: Sequence[Case]) -> list[Score]:
    """The shares that are right."""
    return [
        score("place table", [Grouped(c.label["id"], place_right(c)) for c in places], share),
        score("date table, when", [Grouped(c.label["id"], window_right(c)) for c in dates], share),
        score("date table, as of", [Grouped(c.label["id"], as_of_right(c)) for c in dates], share),
    ]
