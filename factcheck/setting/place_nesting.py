"""Places beside each other: one within another, the ends of a journey, lands between."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from claims_db.records import Place
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table

TABLE: Final = table(CONSTRUCTIONS)
_WIDE: Final = ("country", "continent")
_POSSESSIVE: Final = re.compile(r"['’]s?\s+$")
_APOSTROPHES: Final = ("'", "’")
_TOWNS: Final = alternation(TABLE.listed("places.towns"))
# "South Sudan's capital, Juba"; "Libya's coastal city of Derna"
_TOWN_OF: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,4}}(?:{_TOWNS})(?:,|\s+of)?\s+$")
# "Bucha, outside Kyiv"; "Sake, 20 km west of Goma"
_DIRECTION: Final = r"(?:to\s+the\s+)?(?:north|south|east|west)(?:-?(?:east|west))?\s+of"
_BESIDE: Final = re.compile(
    r",\s+(?:just\s+|about\s+|some\s+)?(?:[\w.,]+\s*(?:km|kilomet(?:re|er)s|miles)\s+"
    rf"(?:\([^()]{{1,20}}\)\s+)?(?:{_DIRECTION}|from)"
    rf"|{_DIRECTION}|outside|near|not\s+far\s+from|close\s+to)\s+(?:the\s+)?(?:[a-z]+\s+){{0,2}}$"
)
_UNITS: Final = alternation(TABLE.listed("places.units"))
# "Paris, Texas"; "León, in the Mexican state of Guanajuato"; "Uvalde in Texas"
_AROUND: Final = re.compile(
    rf"^(?:,\s+(?:in\s+)?|\s+in\s+)(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:(?:{_UNITS})\s+of\s+)?$"
)
# "Juba in South Sudan"; "Gaziantep in southern Turkey"
_PLAIN_AROUND: Final = re.compile(
    r"^(?:,\s+(?:in\s+)?|\s+in\s+)(?:the\s+)?(?:(?:far|remote|rural|central)\s+|the\s+)?"
    r"(?:[a-z-]*(?:north|south|east|west)(?:ern)?\s+)?$"
)
# "Maiduguri, capital of Nigeria's Borno state"; "Palma, a town in northern Mozambique"
_APPOSED: Final = re.compile(
    rf"^,\s+(?:(?:an?|the|its)\s+)?(?:[\w'’-]+\s+){{0,3}}(?:{_TOWNS})\s+"
    r"(?:of|in|on)\s+(?:[a-z]+ern\s+)?(?:the\s+)?(?:[a-z]+\s+of\s+)?(?:[A-Z]\w+['’]s\s+)?$"
)
BEFORE: Final = 24  # characters looked at before a name


@dataclass(slots=True, init=False, unsafe_hash=True)
class PlaceMention:
    """A place named at [start, end) of the text; `locative`: said of where something is;
    `described`: not by its name ("the Ukrainian capital"); `aside`: named for something else
    than where it happened; `near`: put aside, and still the best guess where nothing else is named;
    `borrowed`: the name of an institution that mostly stands there ("Kabul University");
    `counting`: a country that is said to have had so many ("Cyprus reported nine deaths")."""

    start: Final[int]
    end: Final[int]
    place: Final[Place]
    entry: Final[Entry | None]
    locative: Final[bool]
    described: Final[bool]
    aside: Final[bool]
    near: Final[bool]
    borrowed: Final[bool]
    counting: Final[bool]
    written: Final[str]  # its name in the text, where it is told by one

    def __init__(
        self,
        start: int,
        end: int,
        place: Place,
        entry: Entry | None,
        locative: bool,
        described: bool = False,
        aside: bool = False,
        near: bool = False,
        borrowed: bool = False,
        counting: bool = False,
        written: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.place = place
        self.entry = entry
        self.locative = locative
        self.described = described
        self.aside = aside
        self.near = near
        self.borrowed = borrowed
        self.counting = counting
        self.written = written

    @property
    def is_wide(self) -> bool:
        """Whether it is a country or more."""
        return self.entry is not None and self.entry.kind in _WIDE


def holds(inner: PlaceMention, outer: PlaceMention) -> bool:
    if inner.entry is None or outer.entry is None:
        return False
    return gazetteer.within(inner.entry.id, outer.entry.id)


def nested(
    text: str, first: PlaceMention, second: PlaceMention
) -> tuple[PlaceMention, PlaceMention]:
    """Two neighbours, the outer one put aside where it only says where the other lies."""
    gap = text[first.end : second.start]
    around, inside = first.entry, second.entry
    if len(gap) > BEFORE + BEFORE or around is None or inside is None:
        return first, second
    if _POSSESSIVE.match(gap) or (gap[:1] in _APOSTROPHES and _TOWN_OF.match(gap)):
        inner = _inside(text[second.start : second.end], inside, around)
        if inner is None:
            return first, second
        told = first.locative or second.locative
        second = replace(second, entry=inner, place=place_of(inner), locative=told)
        return replace(first, locative=False, aside=True), second
    if _AROUND.match(gap) and (_PLAIN_AROUND.match(gap) or re.search(rf"\b(?:{_UNITS})\b", gap)):
        outer = _around(around, text[second.start : second.end], inside)
        if outer is None:
            return first, second
        second = replace(second, entry=outer, place=place_of(outer), locative=False, aside=True)
        return first, second
    if gap[:1] == "," and _APPOSED.match(gap):
        outer = _around(around, text[second.start : second.end], inside)
        if outer is not None:
            second = replace(second, entry=outer, place=place_of(outer))
        if outer is not None or (first.locative and around.country == inside.country):
            return first, replace(second, locative=False, aside=True)
    if gap[:1] == "," and first.locative and around.country == inside.country:
        if _BESIDE.match(gap):
            return first, replace(second, locative=False, aside=True)
    return first, second


def _inside(name: str, known: Entry, outer: Entry) -> Entry | None:
    """The place of that name inside the outer one, the known one before namesakes."""
    for entry in (known, *gazetteer.lookup(name)):
        if entry.id != outer.id and gazetteer.lies_in(entry, outer):
            return entry
    return None


def _around(inner: Entry, name: str, known: Entry) -> Entry | None:
    """The place of that name around the inner one: in "Athens, Georgia" the state."""
    for entry in (known, *gazetteer.lookup(name)):
        if entry.id != inner.id and gazetteer.lies_in(inner, entry):
            return entry
    return None


def leads_to(text: str, outer: PlaceMention, start: int, name: str) -> bool:
    """Whether a possessive leads from a place to one of that name inside it: "Nigeria's Kano"."""
    if outer.entry is None or not _POSSESSIVE.match(text[outer.end : start]):
        return False
    around = outer.entry
    return any(gazetteer.lies_in(entry, around) for entry in gazetteer.lookup(name))


def within(name: str, outer: str) -> Entry | None:
    """The namesake of a place inside the one named with it, the likeliest of both first."""
    for around in gazetteer.lookup(outer):
        for entry in gazetteer.lookup(name):
            if entry.id != around.id and gazetteer.lies_in(entry, around):
                return entry
    return None


def place_of(entry: Entry) -> Place:
    """The place that an entry of the gazetteer stands for."""
    return Place(entry.name, entry.id, entry.country)
