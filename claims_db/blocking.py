"""Claim → what a prior must share with it to be looked at, before any figure is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from math import inf
from typing import NamedTuple

from claims_db import kinds, rows
from claims_db.moments import parse_or_none
from claims_db.records import Claim
from claims_db.selecting import Block, PlaceKeys, Stretch
from claims_db.sightings import sighting

SLACK = timedelta(days=2)  # by which two reports of one happening may date it apart
LOOKBACK = timedelta(days=14)  # before the as-of date, where a claim doesn't say when
ANOTHER_PLACE = 14  # days that a prior of a place around or within ranks behind one of the same
ANOTHER_KIND = 7  # days that a prior of a nesting kind ranks behind one of the same kind
APART = timedelta(days=31)  # between two blocks of one place that one scan answers
ALIKE_WITHIN = timedelta(days=30)  # of the as-of date, for a claim without place and window
ALIKE = 0.5  # share of words that two such sentences have in common
_LONG = 4  # letters of a word that tells
_WORD = re.compile(rf"[^\W\d_]{{{_LONG},}}")
_CURLED = "’“”–—"  # the signs beyond ASCII that most texts have
_APART = {n: " " for n in range(128) if not chr(n).isalpha()}


class Near(NamedTuple):
    """A row of the claims table within a stretch of days. Days are ordinals, None where the row
    has none; `as_of` is in microseconds."""

    row: int
    kind: str
    happening: str | None
    is_own: bool | None  # of the very place that was asked for
    first: int | None
    last: int | None
    as_of: int | None
    document: int
    position: int


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


def stretches(blocks: Iterable[Block]) -> list[Stretch]:
    """The blocks, those of one place together whose days lie at most `APART` apart."""
    found: list[Stretch] = []
    open_ended = [b for b in blocks if b.first is None or b.last is None or b.by_sentence]
    found += [Stretch(b.place, b.first, b.last, (b,)) for b in open_ended]
    latest: dict[PlaceKeys | None, int] = {}
    closed = [b for b in blocks if b.first and b.last and not b.by_sentence]
    for block in sorted(closed, key=_first_day):
        assert block.first is not None
        assert block.last is not None
        at = latest.get(block.place)
        last = found[at].last if at is not None else None
        if at is None or last is None or block.first > last + APART:
            latest[block.place] = len(found)
            found.append(Stretch(block.place, block.first, block.last, (block,)))
        else:
            held = found[at]
            blocks_ = (*held.blocks, block)
            found[at] = Stretch(held.place, held.first, max(last, block.last), blocks_)
    return found


def _first_day(block: Block) -> date:
    return block.first or date.min


def nearest(claim: Claim, block: Block, near: Iterable[Near]) -> list[Near]:
    """The rows that are in the block and of the claim's kind family, nearest first, then those of
    the latest as-of date."""
    kin = family(claim.kind)
    first = block.first.toordinal() if block.first else None
    last = block.last.toordinal() if block.last else None
    home = block.home.toordinal() if block.home else None
    ranked: list[tuple[int, int, float, int, int, Near]] = []
    for row in near:
        if row.kind not in kin:
            continue
        if first is not None and (row.last is None or row.last < first):
            continue
        if last is not None and (row.first is None or row.first > last):
            continue
        distance = 0 if block.place is None or row.is_own else ANOTHER_PLACE
        if home is not None and row.first is not None and row.last is not None:
            distance += max(row.first - home, home - row.last, 0)
        kind = 0 if row.kind == claim.kind else ANOTHER_KIND
        as_of = inf if row.as_of is None else -row.as_of
        ranked.append((distance + kind, distance, as_of, row.document, row.position, row))
    ranked.sort()
    return [row for *_, row in ranked]


def alike(own: frozenset[str], pool: Iterable[tuple[int, frozenset[str]]]) -> list[int]:
    """The rows whose sentence shares enough words with the claim's own, most first."""
    scored = [(_shared(own, words), row) for row, words in pool]
    kept = [(score, row) for score, row in scored if score >= ALIKE]
    return [row for _, row in sorted(kept, key=lambda pair: -pair[0])]


def words(sentence: str) -> frozenset[str]:
    """What two sentences are held to share: their words of some length, numbers apart."""
    told = sentence.casefold()
    for sign in _CURLED:
        if sign in told:
            told = told.replace(sign, " ")
    if told.isascii():  # as most are then: the pattern takes three times as long
        return frozenset([word for word in told.translate(_APART).split() if len(word) >= _LONG])
    return frozenset(_WORD.findall(told))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Words in common, as a share of all: 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _moved(start: date, by: timedelta) -> date:
    return day(start.toordinal() + by.days)


def day(ordinal: int) -> date:
    """The day with that ordinal, or the calendar's first or last."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
