"""A name in a claim → how surely the evidence tells it under another one.

A country by its people or a place within it (French cities: Marseille and Lyon), a government by
its capital, a body by its initials (UN, United Nations).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from factcheck.bare.statement_pieces import Pieces, pieces

_KEPT: Final = 1024  # statements that are remembered
_KEPT_NAMES: Final = 4096
_SAME_LAND: Final = 0.9
_PLACE_WITHIN: Final = 0.7
_BY_CAPITAL: Final = 0.6
_INITIALS: Final = 0.85
_MOST_INITIALS: Final = 5
_LEAST_PEOPLE: Final = 20_000  # of a town that its country is told by
_JOINING: Final = frozenset("of for the and on".split())


@dataclass(frozen=True, slots=True)
class Land:
    """What a name tells of countries, each by two letters: the one it names or whose people, the
    one it is the capital of, the one it lies in; "" where it tells none."""

    named: str
    capital: str
    around: str


_NOWHERE: Final = Land("", "", "")


@lru_cache(maxsize=_KEPT_NAMES)
def land(name: str) -> Land:
    """What a name as written tells of countries."""
    of_people = gazetteer.demonym(name)
    if of_people is not None and of_people.country:
        return Land(of_people.country, "", "")
    if gazetteer.is_common_word(name):
        return _NOWHERE
    known = gazetteer.lookup(name)
    if not known or not known[0].country:
        return _NOWHERE
    iso = known[0].country
    if known[0].kind == "country":
        return Land(iso, "", "")
    seat = gazetteer.capital(iso)
    if seat is not None and seat.id == known[0].id:
        return Land("", iso, iso)
    return Land("", "", iso) if known[0].population >= _LEAST_PEOPLE else _NOWHERE


class Names:
    """The names of a statement. `lands`: the countries named; `around`: those its places lie in;
    `initials`: of its names of several words; `short`: its words all in capitals; `at`: of each
    word that is part of a name, what the name tells of countries, and `runs` its initials."""

    __slots__ = ("around", "at", "initials", "lands", "runs", "short")

    def __init__(
        self,
        lands: frozenset[str],
        around: frozenset[str],
        initials: frozenset[str],
        short: frozenset[str],
        at: dict[int, Land],
        runs: dict[int, set[str]],
    ) -> None:
        self.lands = lands
        self.around = around
        self.initials = initials
        self.short = short
        self.at = at
        self.runs = runs


@lru_cache(maxsize=_KEPT)
def names(text: str) -> Names:
    """The names of a statement."""
    told = pieces(text)
    at: dict[int, Land] = {}
    for index, word in enumerate(told.written):
        if index in at or not word[0].isupper() or told.known[index].compared:
            continue
        bare = _bare(word)
        if index + 1 < len(told.written) and told.written[index + 1][0].isupper():
            both = land(f"{bare} {_bare(told.written[index + 1])}")
            if both is not _NOWHERE:
                at[index] = at[index + 1] = both
                continue
        alone = land(bare)
        if alone is not _NOWHERE:
            at[index] = alone
    runs: dict[int, set[str]] = {}
    for initials, places in _runs(told):
        for place in places:
            runs.setdefault(place, set()).add(initials)
    return Names(
        frozenset([one.named for one in at.values() if one.named]),
        frozenset([one.around for one in at.values() if one.around]),
        frozenset([initials for own in runs.values() for initials in own]),
        frozenset([word for word in map(_bare, told.written) if _is_short(word)]),
        at,
        runs,
    )


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_short(word: str) -> bool:
    return 2 <= len(word) <= _MOST_INITIALS and word.isupper() and word.isalpha()


def _runs(told: Pieces) -> Iterator[tuple[str, list[int]]]:
    """The initials of stretches of two to five words in capitals, and where those stand."""
    for start, word in enumerate(told.written):
        if not word[0].isupper():
            continue
        places = [start]
        for index in range(start + 1, len(told.written)):
            if told.written[index][0].isupper():
                places.append(index)
            elif told.known[index].low not in _JOINING:
                break
            if len(places) > _MOST_INITIALS:
                break
            if len(places) > 1 and places[-1] == index:
                yield "".join([told.written[place][0] for place in places]), list(places)


def names_capital(evidence: str, claim: str) -> bool:
    """Whether the evidence names the capital of a country that the claim names."""
    seats = [one.capital for one in names(evidence).at.values() if one.capital]
    return any(seat in names(claim).lands for seat in seats)


def told_otherwise(claim: str, at: int, evidence: str) -> float:
    """How surely the evidence tells the claim's name that has a word there, 0–1."""
    own, other = names(claim), names(evidence)
    found = 0.0
    meant = own.at.get(at, _NOWHERE)
    if meant.named:
        if meant.named in other.lands:
            found = _SAME_LAND
        elif meant.named in other.around:
            found = _PLACE_WITHIN
    elif meant.capital and meant.capital in other.lands:
        found = _BY_CAPITAL
    word = _bare(pieces(claim).written[at])
    if _is_short(word) and word in other.initials:
        found = max(found, _INITIALS)
    if not own.runs.get(at, set()).isdisjoint(other.short):
        found = max(found, _INITIALS)
    return found
