"""Claim → what a prior must share with it to be looked at, before any figure is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from claims_db import kinds, rows
from claims_db.events import sighting
from claims_db.moments import parse_or_none
from claims_db.records import Claim
from claims_db.schema import Block

SLACK = timedelta(days=2)  # by which two reports of one happening may date it apart
LOOKBACK = timedelta(days=14)  # before the as-of date, where a claim doesn't say when
ANOTHER_KIND = 7  # days that a prior of a nesting kind ranks behind one of the same kind
ALIKE_WITHIN = timedelta(days=30)  # of the as-of date, for a claim without place and window
ALIKE = 0.5  # share of words that two such sentences have in common


@dataclass(frozen=True, slots=True)
class Near:
    """A row of the claims table within a block, and how far off it is, in days."""

    row: int
    kind: str
    distance: int


@cache
def family(kind: str) -> frozenset[str]:
    """The kinds that are held against a kind; a kind the table lacks stands alone."""
    return kinds.family(kind) if kind in kinds.kinds() else frozenset({kind})


def block(claim: Claim) -> Block | None:
    """Where and when the claim's candidates are from; None where nothing could be shared."""
    place = rows.place_keys(claim.places[0]) if claim.places else None
    seen, as_of = sighting(claim), parse_or_none(claim.as_of)
    if seen is not None and seen.dated:
        return Block(place, _moved(seen.first, -SLACK), _moved(seen.last, SLACK), seen.last)
    if as_of is None:
        return None if place is None else Block(place, None, None, None)
    if place is None:
        first, last = _moved(as_of.day, -ALIKE_WITHIN), _moved(as_of.last_day, ALIKE_WITHIN)
        return Block(None, first, last, as_of.day, by_sentence=True)
    return Block(place, _moved(as_of.day, -LOOKBACK), _moved(as_of.last_day, SLACK), as_of.day)


def nearest(claim: Claim, near: Iterable[Near]) -> list[int]:
    """The rows of the claim's kind family, nearest first; a stable order."""
    kin = family(claim.kind)
    ranked = [
        (found.distance + (0 if found.kind == claim.kind else ANOTHER_KIND), found.row)
        for found in near
        if found.kind in kin
    ]
    ranked.sort(key=lambda pair: pair[0])
    return [row for _, row in ranked]


def alike(own: frozenset[str], pool: Iterable[tuple[int, frozenset[str]]]) -> list[int]:
    """The rows whose sentence shares enough words with the claim's own, most first."""
    scored = [(_shared(own, words), row) for row, words in pool]
    kept = [(score, row) for score, row in scored if score >= ALIKE]
    return [row for _, row in sorted(kept, key=lambda pair: -pair[0])]


def words(sentence: str) -> frozenset[str]:
    """What two sentences are held to share: their words of some length, numbers apart."""
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", sentence.casefold()))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common, as a share of all: 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _moved(start: date, by: timedelta) -> date:
    return day(start.toordinal() + by.days)


def day(ordinal: int) -> date:
    """The day with that ordinal, or the calendar's first or last."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
