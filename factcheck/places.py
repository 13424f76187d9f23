"""Places a document names, by gazetteer identity, with how each stands in its sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from claims_db.records import Place

# Runs of capitalised words with small joiners, and dotted abbreviations.
RUN = re.compile(
    r"\b(?:[A-ZÀ-ÞŁŚŻŽČŠĐĀ-Ž][\w'’.-]*[\w’])(?:(?:\s+(?:de|da|do|del|della|di|la|las|los|le|of|the|al|el|es|bin|sur|upon|am|on|and)){0,2}[\s]+[A-ZÀ-ÞŁŚŻŽČŠĐĀ-Ž][\w'’.-]*[\w’])*"
)
LOCATIVE = frozenset(
    "in at near on outside inside from of to across around over throughout within into toward towards above hit struck pounded rocked shook against off through bombarded attacked".split()
)
PERSON_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|President|Minister|Mayor|Governor|Gov|Sen|Senator|Rep|Chancellor|King|Queen|Prince|Princess|General|Gen|Col|Capt|Sgt|Lt|Officer|"
    r"Detective|Chief|Secretary|Spokesman|Spokeswoman|Judge|Pope|Saint|Professor|Prof|Captain|Colonel|Sheriff|Deputy|Ambassador|Congressman|Coach|Commissioner|Director|Sergeant|Lieutenant)\.?\s+$"
)
CAPITAL_OF = re.compile(
    r"\b(?:the|its|their)\s+([A-Z][a-z]+)\s+capital\b|\b(?:the\s+)?capital\s+of\s+([A-Z][a-z]+)"
)
HERE = re.compile(
    r"\b(?:in|on|across|around|hit|struck|rocked|over|throughout)\s+the\s+(capital|city|town|village)\b(?!\s+(?:of|hall|council|center|centre|administration|mayor|police|region|limits))"
)
DATELINE = re.compile(
    r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ'’.\- ]{2,30}(?:,\s*[A-Z][\w.]+)?)\s*(?:\([\w\s/]+\)\s*)?[–—-]{1,2}\s"
)
SITE = re.compile(
    r"\b((?:[A-Z][\w'’-]+\s+){1,3})(district|region|province|oblast|county|governorate|prefecture|village|township|neighborhood|neighbourhood|District|Region|Province|Oblast|County)\b"
)
SMALL = 15_000  # a place with fewer people wants a preposition before it
NAME_LENGTH = 4  # words tried as one name


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at [start, end) of the text; `locative`: said of where something is."""

    start: int
    end: int
    place: Place
    entry: Entry | None
    locative: bool


def find(
    text: str,
    *,
    offset: int = 0,
    countries: frozenset[str] = frozenset(),
    here: Place | None = None,
) -> list[PlaceMention]:
    """The places that a stretch of text names, in order. `countries`: two-letter codes known
    to be those of the document, to choose between namesakes; `here`: the document's own place,
    which "the city" and "the capital" stand for."""
    found: list[PlaceMention] = []
    for match in RUN.finditer(text):
        if text[match.start()].isupper() and len(match.group()) > 1:
            _in_run(text, match.start(), match.group(), countries, found)
    _capitals(text, found)
    if here is not None and here.id is not None:
        _taken_up(text, found, here)
    found.sort(key=lambda mention: mention.start)
    if offset:
        found = [
            PlaceMention(m.start + offset, m.end + offset, m.place, m.entry, m.locative)
            for m in found
        ]
    return found


def _in_run(
    text: str, begin: int, run: str, countries: frozenset[str], found: list[PlaceMention]
) -> None:
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", run)]
    i = 0
    while i < len(words):
        for size in range(min(NAME_LENGTH, len(words) - i), 0, -1):
            low, high = words[i][0], words[i + size - 1][1]
            name = run[low:high]
            for suffix in ("'s", "’s", "’", "'", ".", "-"):
                if name.endswith(suffix) and not (suffix == "." and name.count(".") > 1):
                    name = name[: -len(suffix)]
            mention = _mention(
                text,
                begin + low,
                name,
                countries,
                alone=size == len(words),
                first=i == 0,
                last=i + size == len(words),
            )
            if mention:
                found.append(mention)
                i += size
                break
        else:
            i += 1


def _mention(
    text: str,
    start: int,
    name: str,
    countries: frozenset[str],
    *,
    alone: bool,
    first: bool,
    last: bool,
) -> PlaceMention | None:
    entry = _known(name, countries)
    if entry is None:
        return None
    before = text[max(0, start - 24) : start]
    word = before.split()[-1].lower() if before.split() else ""
    locative = word in LOCATIVE
    end = start + len(name)
    if PERSON_TITLE.search(before):
        return None
    if entry.kind == "city" and not alone and not locative and not _place_run(text, start, end):
        return None
    if not last and not locative and entry.kind == "city" and re.match(r"\s+[A-Z]", text[end:]):
        return None
    if (
        0 <= entry.population < SMALL
        and entry.kind == "city"
        and not locative
        and not entry.id.startswith("place:")
    ):
        if not re.match(r",\s+[A-Z]", text[end:]) and not (
            start == 0 or text[max(0, start - 2) : start].isspace()
        ):
            return None
    state = re.match(r",\s+([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)", text[end:])
    if state:
        narrowed = _within(name, state.group(1).rstrip("."))
        entry = narrowed or entry
    return PlaceMention(start, end, _place(entry, name), entry, locative)


def _place_run(text: str, start: int, end: int) -> bool:
    """Whether capitals beside the name belong to a place or a sentence's start, not to a person."""
    before = text[max(0, start - 20) : start].split()
    if before and before[-1] in (
        "North",
        "South",
        "East",
        "West",
        "Central",
        "Downtown",
        "Greater",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "The",
    ):
        return True
    following = text[end : end + 12]
    return bool(
        re.match(
            r"\s+(?:city|City|Oblast|oblast|Region|region|District|district|County|Province|province|International|Police|Fire)",
            following,
        )
    ) or (
        not re.match(r"\s+[A-Z]", following) and bool(re.match(r"^\s*$|.*[.!?]\s*$", text[:start]))
    )


@lru_cache(maxsize=8192)
def _known(name: str, countries: frozenset[str]) -> Entry | None:
    if (len(name) < 3 and name not in ("US", "UK", "UN")) or gazetteer.is_common_word(name):
        return None
    if name.isupper() and len(name) <= 4 and name not in ("US", "UK", "U.S.", "U.K.", "UAE"):
        return None
    if name.isupper() and len(name) > 4:
        name = name.title()
        if gazetteer.is_common_word(name):
            return None
    return gazetteer.resolve(name, countries=countries)


@lru_cache(maxsize=4096)
def _within(name: str, outer: str) -> Entry | None:
    """The namesake inside the place named behind the comma: Paris, Texas."""
    around = gazetteer.resolve(outer)
    if around is None:
        return None
    inside = [
        e for e in gazetteer.lookup(name) if e.id != around.id and gazetteer.within(e.id, around.id)
    ]
    return inside[0] if inside else None


def _place(entry: Entry, name: str) -> Place:
    return Place(entry.name, entry.id, entry.country)


def _capitals(text: str, found: list[PlaceMention]) -> None:
    """ "the Ukrainian capital", "the capital of Chad"."""
    if "capital" not in text:
        return
    for match in CAPITAL_OF.finditer(text):
        land = (
            gazetteer.demonym(match.group(1))
            if match.group(1)
            else gazetteer.resolve(match.group(2))
        )
        city = gazetteer.capital(land.country) if land and land.country else None
        if city:
            found.append(
                PlaceMention(match.start(), match.end(), _place(city, city.name), city, True)
            )


def _taken_up(text: str, found: list[PlaceMention], here: Place) -> None:
    """ "in the city", "in the capital": the document's place, or its country's capital."""
    for match in HERE.finditer(text):
        if any(m.start <= match.start() < m.end for m in found):
            continue
        place, entry = here, gazetteer.entry(here.id or "")
        if match.group(1) == "capital" and here.country:
            entry = gazetteer.capital(here.country)
            place = _place(entry, entry.name) if entry else here
        elif entry is None or entry.kind not in ("city", "district"):
            continue
        found.append(PlaceMention(match.start(), match.end(), place, entry, True))


def dateline(text: str) -> str | None:
    """The place at the head of a wire story: "KYIV –", "MARAWI, Philippines (AP) —"."""
    match = DATELINE.match(text)
    return match.group(1).strip() if match else None


def countries_of(mentions: list[PlaceMention]) -> frozenset[str]:
    """The countries a document is about: those named, and those most of its places lie in."""
    count: Counter[str] = Counter()
    for mention in mentions:
        if mention.place.country:
            unique = mention.entry is not None and (
                mention.entry.kind in ("country", "region") or mention.entry.population > 500_000
            )
            count[mention.place.country] += 3 if unique else 1
    if not count:
        return frozenset()
    most = count.most_common(1)[0][1]
    return frozenset(country for country, n in count.items() if n >= max(2, most / 3))


def for_figure(
    mentions: list[PlaceMention], at: int, avoid: list[tuple[int, int]], here: Place | None = None
) -> PlaceMention | None:
    """The place of a figure at offset `at`: the nearest locative mention of its sentence, sources
    left out. A country that is not said to be where something is ("Russia fired 40 missiles") is
    a party rather than a place wherever the document has a place of its own (`here`)."""
    usable = [m for m in mentions if not any(low <= m.start < high for low, high in avoid)]
    if here is not None:
        usable = [
            m
            for m in usable
            if m.locative or m.entry is None or m.entry.kind not in ("country", "continent")
        ]
    if not usable:
        return None

    def cost(mention: PlaceMention) -> float:
        gap = mention.start - at if mention.start >= at else at - mention.end
        wide = mention.entry is not None and mention.entry.kind in ("country", "continent")
        return gap + (0 if mention.locative else 60) + (45 if wide else 0)

    return min(usable, key=cost)


JOIN = re.compile(
    r"^\s*(?:,|and|, and|or|as well as)\s+(?:in\s+)?(?:northern\s+|southern\s+|eastern\s+|western\s+)?$"
)


def joined_with(mentions: list[PlaceMention], chosen: PlaceMention, text: str) -> tuple[Place, ...]:
    """The places joined to one by "and" or a comma of a list: Turkey and Syria."""
    if chosen not in mentions:
        return ()
    found = []
    at = mentions.index(chosen)
    for step in (1, -1):
        k = at
        while 0 <= k + step < len(mentions):
            left, right = sorted((mentions[k], mentions[k + step]), key=lambda m: m.start)
            if not JOIN.match(text[left.end : right.start]) or _holds(left, right):
                break
            k += step
            found.append(mentions[k].place)
    return tuple(place for place in dict.fromkeys(found) if place != chosen.place)


def _holds(inner: PlaceMention, outer: PlaceMention) -> bool:
    """ "Paris, Texas": the second name only says where the first lies."""
    if inner.entry is None or outer.entry is None:
        return False
    return gazetteer.within(inner.entry.id, outer.entry.id)
