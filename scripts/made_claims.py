"""Claims made up for benchmarks, with places, kinds and days as skewed as news is: few places
have most of it, recent days more than old ones. The same on every run."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

from claims_db import gazetteer
from claims_db.place_index import entries, full_id
from claims_db.records import Attribution, Bound, Claim, Document, Place, Value, Window

SEED = 20250424
PLACES = 3_000
LAST = date(2025, 11, 1)
YEARS = 25
PER_DOCUMENT = (4, 12)  # claims; news stories have some eight
KINDS = {
    "killed": 26,
    "wounded": 20,
    "count": 14,
    "money": 7,
    "percent": 7,
    "displaced": 4,
    "damaged": 3,
    "destroyed": 3,
    "missing": 3,
    "detained": 3,
    "launched": 2,
    "magnitude": 2,
    "votes": 2,
    "infected": 2,
    "evacuated": 1,
    "rescued": 1,
}
HAPPENINGS = ("attack", "attack", "attack", "shooting", "crash", "flood", "quake", "fire", None)
OUTLETS = tuple(f"Outlet {number}" for number in range(400))
SOURCES = (None, None, "officials", "police", "the ministry", "the mayor", "witnesses")
WORDS = {
    "killed": "people were killed",
    "wounded": "people were wounded",
    "displaced": "people were displaced",
    "missing": "people were missing",
}


def places() -> list[Place]:
    """Towns of the gazetteer, the most populous first."""
    found = (gazetteer.entry(full_id(key)) for key, _ in entries().starting(""))
    towns = [entry for entry in found if entry is not None and entry.kind == "city"]
    towns.sort(key=lambda town: -town.population)
    return [Place(town.name, town.id, town.country) for town in towns[:PLACES]]


class Maker:
    """Documents about happenings: a place and a day each, told of by several outlets."""

    def __init__(self, seed: int = SEED) -> None:
        self._draw = random.Random(seed)
        self._places = places()
        self._weights = list(itertools.accumulate(1 / (n + 3) for n in range(PLACES)))
        self._kinds = list(KINDS)
        self._kind_weights = list(itertools.accumulate(KINDS.values()))

    def documents(self, claims: int) -> Iterator[tuple[Document, list[Claim]]]:
        """Documents until they hold so many claims."""
        made = number = 0
        while made < claims:
            told = self._happening()
            for _ in range(min(1 + int(self._draw.expovariate(0.6)), 40)):
                number += 1
                item = self._document(number, *told)
                made += len(item[1])
                yield item

    def _happening(self) -> tuple[Place, date, str | None, list[tuple[str, int]]]:
        draw = self._draw
        place = draw.choices(self._places, cum_weights=self._weights)[0]
        ago = int(min(draw.expovariate(3.0 / YEARS), YEARS) * 365)
        kinds = draw.choices(self._kinds, cum_weights=self._kind_weights, k=PER_DOCUMENT[1])
        figures = [(kind, 1 + int(10 ** (draw.random() * 3))) for kind in dict.fromkeys(kinds)]
        return place, LAST - timedelta(days=ago), draw.choice(HAPPENINGS), figures

    def _document(
        self,
        number: int,
        place: Place,
        day: date,
        happening: str | None,
        figures: list[tuple[str, int]],
    ) -> tuple[Document, list[Claim]]:
        draw = self._draw
        told = day + timedelta(days=min(int(draw.expovariate(0.7)), 60))
        published = told.isoformat()
        window = Window(day.isoformat(), day.isoformat(), "day", None)
        outlet = OUTLETS[int(draw.random() ** 3 * len(OUTLETS))]
        claims, start = [], 0
        sentences = []
        for line, (kind, count) in enumerate(draw.choices(figures, k=draw.randint(*PER_DOCUMENT))):
            figure = max(1, int(count * draw.uniform(0.7, 1.1)))
            words = WORDS.get(kind, f"{kind} on record")
            sentence = f"In {place.name} {figure} {words}, report {number} of {published} said."
            source = draw.choice(SOURCES)
            claims.append(
                Claim(
                    id=f"{number:x}-{line}",
                    kind=kind,
                    subject="people",
                    group=None,
                    part_of=None,
                    value=Value(figure, figure, figure, Bound.EXACT, str(figure)),
                    unit="person",
                    per=None,
                    change=None,
                    places=(place,),
                    when=window if draw.random() < 0.8 else None,
                    as_of=published,
                    attribution=Attribution(source, "said") if source else None,
                    status=None,
                    event=None,
                    checkable=True,
                    sentence=sentence,
                    start=start + 3,
                    end=start + 8,
                    line=line + 1,
                    column=4,
                    happening=happening,
                    sentence_start=start,
                )
            )
            sentences.append(sentence)
            start += len(sentence) + 1
        text = "\n".join(sentences)
        url = f"https://outlet.example/{number}"
        return Document(
            text, f"d{number}", f"News from {place.name}", published, outlet, url
        ), claims
