"""Claim → what a prior must share with it to be looked at, before any figure is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from claims_db import kinds, rows
from claims_db.events import sighting
from claims_db.moments import parse_or_none
from claims_db.records import Claim, Prior
from claims_db.schema import Block

SLACK = timedelta(days=2)  # by which two reports of one happening may date it apart
LOOKBACK = timedelta(days=14)  # before the as-of date, where a claim doesn't say when
ALIKE_WITHIN = timedelta(days=30)  # of the as-of date, for a claim without place and window
ALIKE = 0.5  # share of words that two such sentences have in common


def block(claim: Claim) -> Block | None:
    """What the claim's candidates share with it; None where nothing could be shared."""
    family = kinds.family(claim.kind) if claim.kind in kinds.kinds() else frozenset({claim.kind})
    place = rows.place_keys(claim.places[0]) if claim.places else None
    seen, as_of = sighting(claim), parse_or_none(claim.as_of)
    if seen is not None and seen.dated:
        first, last = _moved(seen.first, -SLACK), _moved(seen.last, SLACK)
        return Block(family, claim.kind, place, first, last, seen.last)
    if as_of is not None:
        back = LOOKBACK if place else ALIKE_WITHIN
        first = _moved(as_of.day, -back)
        last = _moved(as_of.last_day, SLACK if place else ALIKE_WITHIN)
        return Block(family, claim.kind, place, first, last, as_of.day, place is None)
    if place is None:
        return None
    return Block(family, claim.kind, place, None, None, None)


def alike(claim: Claim, priors: Iterable[Prior]) -> list[Prior]:
    """The priors whose sentence shares enough words with the claim's, numbers apart."""
    words = _words(claim.sentence)
    scored = [(_shared(words, _words(p.claim.sentence)), p) for p in priors]
    kept = [(score, prior) for score, prior in scored if score >= ALIKE]
    return [prior for _, prior in sorted(kept, key=lambda pair: -pair[0])]


def _words(sentence: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", sentence.casefold()))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common, as a share of all: 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _moved(start: date, by: timedelta) -> date:
    return day(start.toordinal() + by.days)


def day(ordinal: int) -> date:
    """The day with that ordinal, or the calendar's first or last."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
