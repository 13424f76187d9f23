"""What a document tells as a whole: of which day, where, of what, in which words.

Numbers are masked: they are what reports of one happening differ in. Words are folded and without
a final s; a word that the text writes with a capital is a name as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from zlib import crc32

from claims_db import gazetteer, telltale
from claims_db.kinds import kinds
from claims_db.moments import parse_or_none
from claims_db.records import Claim, Document, Place, Role
from claims_db.sightings import Sighting, sightings
from claims_db.telltale import Figure

READ = 1500  # characters of the text that tell what it is about, title apart
PLACES = 2  # that a document is about
PAST = 60  # days between a document's latest happening and one that is background to it
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLURAL = 5  # letters of a word from which a final s is dropped

_T = TypeVar("_T")
Days = tuple[int, int]  # first and last, as ordinals


@dataclass(frozen=True, slots=True)
class Profile:
    """A document as it is held beside events. `told` are the days it may have come out on, None
    if unknown; `window` those it says its happening was; `figures` have what each
    tells."""

    told: Days | None = None
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    place_words: frozenset[str] = frozenset()  # those of the places' names
    lands: frozenset[str] = frozenset()  # countries of the places that are told with them
    window: Days | None = None
    happening: str | None = None
    figures: Mapping[Figure, float] = field(default_factory=dict)
    counts: frozenset[Figure] = frozenset()  # of people, small ones too
    claims: int = 0
    mark: int = 0  # of title and text, by which documents of one day stand in an order of their own


def profile_of(document: Document, claims: Sequence[Claim]) -> Profile:
    """The profile of a document with the claims read from it."""
    said = parse_or_none(document.published)
    seen = sightings(claims)
    own = [(claims[at], seen[at]) for at in own_claims(claims, seen)]
    places = Counter(claim.places[0] for claim, _ in own if claim.places)
    windows = Counter(sight.span if sight is not None and sight.dated else None for _, sight in own)
    types = Counter(claim.happening for claim, _ in own if claim.happening)
    words, names = _words(document)
    about = tuple(place for place, _ in places.most_common(PLACES))
    return Profile(
        told=(said.day.toordinal(), said.last_day.toordinal()) if said else None,
        words=words,
        names=names,
        places=about,
        place_words=frozenset(word for place in places for word in words_in(place.name)),
        lands=_lands_told(about, words),
        window=_first(windows),
        happening=_first(types),
        figures=_figures(claim for claim, _ in own),
        counts=frozenset(filter(None, (_count(claim) for claim, _ in own))),
        claims=len(claims),
        mark=crc32(f"{document.title or ''} {document.text}".encode("utf-8", "replace")),
    )


def own_claims(claims: Sequence[Claim], seen: Sequence[Sighting | None]) -> list[int]:
    """Which claims are of the document's own happening, as far as their days tell: not those of
    years, of days long before the others, or of what is still to come."""
    kept = [
        at
        for at, claim in enumerate(claims)
        if claim.role is not Role.PROJECTED and not ((sight := seen[at]) and sight.wide)
    ]
    latest = max((sight.last for at in kept if (sight := seen[at])), default=None)
    return [
        at
        for at in kept
        if latest is None or (sight := seen[at]) is None or (latest - sight.last).days <= PAST
    ]


def _lands_told(places: Sequence[Place], words: frozenset[str]) -> frozenset[str]:
    """The countries of these places that the text names, or whose people or parts it does:
    Alabama, where the place is Birmingham."""
    told: set[str] = set()
    codes = {place.country for place in places if place.country}
    for place in places:
        own = words_in(place.name)  # of Hyderabad, the district of Hyderabad tells nothing
        around = gazetteer.ancestors(place.id) if place.id else ()
        entries = (gazetteer.entry(id) for id in around)
        names = (words_in(one.name) for one in entries if one is not None)
        if place.country and any(name - own and name <= words for name in names):
            told.add(place.country)
    if told != codes:
        peoples = filter(None, map(gazetteer.demonym, words))
        told |= codes & {people.country for people in peoples}
    return frozenset(told)


def _first(counted: Counter[_T]) -> _T | None:
    return counted.most_common(1)[0][0] if counted else None


def _figures(claims: Iterable[Claim]) -> dict[Figure, float]:
    found: dict[Figure, float] = {}
    for claim in claims:
        worth = telltale.weight(claim)
        if worth and claim.value.stated is not None:
            found[claim.kind, claim.value.stated] = worth
    return found


def _count(claim: Claim) -> Figure | None:
    """What a claim counts of people, and how many; None for any other, and for parts of a count."""
    kind, count = kinds().get(claim.kind), claim.value.stated
    if kind is None or not kind.of_people or count is None or not claim.checkable:
        return None
    return None if claim.part_of or claim.per or claim.change else (claim.kind, count)


def _words(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    words: set[str] = set()
    names: set[str] = set()
    for text in (document.title or "", document.text[:READ]):
        for written in _WORD.findall(text):
            word = _folded(written)
            words.add(word)
            if written[0].isupper():
                names.add(word)
    return frozenset(words), frozenset(names)


def words_in(text: str) -> set[str]:
    """The words of a text, as a profile has them."""
    return {_folded(written) for written in _WORD.findall(text)}


def _folded(word: str) -> str:
    folded = word.casefold()
    if len(folded) >= _PLURAL and folded.endswith("s") and not folded.endswith("ss"):
        return folded[:-1]
    return folded
