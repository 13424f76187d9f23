"""What speaks for and against a document being of an event: named features, learned weights.

What is shared speaks for it: rare words (by inverse document frequency), places, days, figures;
days between, other days and other places speak against. What is missing has features of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, log1p, sqrt

from claims_db import gazetteer, whereabouts
from claims_db.growing import LASTING, akin
from claims_db.profiles import Days, Profile
from claims_db.records import Place
from claims_db.telltale import ENOUGH, Figure

COMMON = 3.0  # weight that any two documents' words have
NEAR_KM = 30.0  # two places so near each other are a city and its suburb as often as two towns
AT_ONCE = 3  # days within which a happening is first told of
MOST_FIGURES = 3.0  # weight of shared figures from which more tell no more
SOON, LATE = 4, 30  # days

Features = dict[str, float]
"""What speaks for a choice, by name; what is absent is 0."""
TIES = frozenset(
    ("rare names", "rare words", "figures", "same day", "place same", "place nested", "place near")
)
"""Features of which an event must have one: to be told of in the same days ties nothing."""
_NEAR = 2
_NEARNESS = ("same", "nested", "near", "one country", "elsewhere")
_FAR = frozenset(_NEARNESS[_NEAR + 1 :])


@dataclass(slots=True)
class Gathered:
    """What the documents of an event tell."""

    documents: int = 0
    words: Counter[str] = field(default_factory=Counter)  # in how many of them each is
    places: dict[Place, None] = field(default_factory=dict)
    lands: set[str] = field(default_factory=set)
    happenings: Counter[str] = field(default_factory=Counter)
    windows: set[Days] = field(default_factory=set)
    figures: set[Figure] = field(default_factory=set)
    counts: set[Figure] = field(default_factory=set)
    told: Days | None = None  # on which day first, and last

    def add(self, profile: Profile, words: Iterable[str]) -> None:
        """One more document, with those of its words that are worth remembering."""
        self.documents += 1
        self.words.update(words)
        self.places.update(dict.fromkeys(profile.places))
        self.lands |= profile.lands
        if profile.happening:
            self.happenings[profile.happening] += 1
        if profile.window:
            self.windows.add(profile.window)
        self.figures.update(profile.figures)
        self.counts |= profile.counts
        self._tell(profile.told)

    def _tell(self, told: Days | None) -> None:
        if told is None:
            return
        if self.told is None or (is_vague(self.told) and not is_vague(told)):
            self.told = told
        elif not is_vague(told):  # "April" says nothing that other days don't
            self.told = min(told[0], self.told[0]), max(told[1], self.told[1])


def of_event(profile: Profile, worth: Mapping[str, float], event: Gathered) -> Features:
    """What speaks for and against the document being of the event; `worth`: what its rarest words
    weigh."""
    found = {
        **_of_words(profile, worth, event),
        **_of_time(profile, event),
        **_of_place(profile, event),
        **_of_type(profile, event),
        **_of_figures(profile, event),
        "documents": log(max(1, event.documents)),
    }
    return {name: value for name, value in found.items() if value}


def is_possible(features: Features) -> bool:
    """Whether a document may be of an event for which these speak: something ties the two, and
    what befell is not of another type, unless their figures agree."""
    if TIES.isdisjoint(features):
        return False
    return "type other" not in features or features.get("figures", 0.0) >= ENOUGH


def _of_words(profile: Profile, worth: Mapping[str, float], event: Gathered) -> Features:
    """What the document's rare words that the event's have too weigh, names apart, and their
    share of all; a word that few of the event's documents have tells less."""
    names = words = own = 0.0
    for word, weight in worth.items():
        if weight <= COMMON or word in profile.place_words:  # places are looked at by themselves
            continue
        own += weight - COMMON
        within = event.words.get(word, 0)
        if within:
            shared = (weight - COMMON) * sqrt(within / event.documents)
            if word in profile.names:
                names += shared
            else:
                words += shared
    found: Features = {"rare names": log1p(names), "rare words": log1p(words)}
    if names + words == 0.0:
        found["nothing shared"] = log1p(own)
    if days_between(profile.told, event.told) > SOON:
        found["rare names, late"], found["rare words, late"] = log1p(names), log1p(words)
    return found


def is_vague(told: Days | None) -> bool:
    """Whether it isn't known when a document came out, but for the month or the year."""
    return told is None or told[1] - told[0] > SOON


def days_between(a: Days | None, b: Days | None) -> int:
    """Days from one to the other; a month where either is unknown."""
    if a is None or b is None:
        return LATE
    return max(0, a[0] - b[1], b[0] - a[1])


def _of_time(profile: Profile, event: Gathered) -> Features:
    apart = days_between(profile.told, event.told)
    found: Features = {"days": log1p(apart), "days > 4": float(apart > SOON)}
    found["days > 30"] = float(apart > LATE)
    if profile.told is None:
        found["undated"] = 1.0
    if profile.happening in LASTING or any(name in LASTING for name in event.happenings):
        found["days, of what lasts"] = log1p(apart)
    if profile.window and event.windows:
        between = min(days_between(profile.window, window) for window in event.windows)
        if between <= 1:
            found["same day" if between == 0 else "next day"] = 1.0
        else:
            found["another day"] = log1p(between)
    elif profile.window and event.told:
        first = event.told[0]
        off = days_between(profile.window, (first - AT_ONCE, first))
        found["day of first report" if off == 0 else "no day of a report"] = log1p(off) or 1.0
    elif event.windows and profile.told:
        found["before it"] = float(min(event.windows)[0] > profile.told[1])
    return found


def _of_place(profile: Profile, event: Gathered) -> Features:
    if not profile.places or not event.places:
        return {"place unknown" if profile.places else "no place": 1.0}
    shared = namesakes(profile.places, event.places)
    if shared and not are_told_apart(profile.lands, event.lands):
        return {"place unknown": 1.0}
    near = nearest(profile.places, event.places)
    found: Features = {f"place {near}": 1.0}
    if near == _NEARNESS[0]:
        found[f"place same, a {whereabouts.level(profile.places[0]) or 'site'}"] = 1.0
        if profile.window and any(
            days_between(profile.window, window) <= 1 for window in event.windows
        ):
            found["place and day"] = 1.0
    return found


def is_within_reach(places: Iterable[Place], around: Iterable[Place | None]) -> bool:
    """Whether a claim's place is one of these or near one, or it names none, or these are none."""
    own, others = list(places), [place for place in around if place is not None]
    if not own or not others:
        return True
    return any(_nearness(a, b) <= _NEAR for a in own for b in others)


def nearest(places: Iterable[Place], others: Iterable[Place]) -> str | None:
    """How the nearest two of these places lie to each other; None where either side has none."""
    there = list(others)
    found = min((_nearness(a, b) for a in places for b in there), default=None)
    return None if found is None else _NEARNESS[found]


def namesakes(places: Iterable[Place], others: Iterable[Place]) -> frozenset[str]:
    """The names, folded, that places of both have, where these lie far apart: which of two
    Valencias a few sentences mean, they seldom tell."""
    here, there = list(places), list(others)
    names = {place.name.casefold() for place in here} & {place.name.casefold() for place in there}
    return frozenset(names) if names and nearest(here, there) in _FAR else frozenset()


def are_told_apart(lands: Set[str], others: Set[str]) -> bool:
    """Whether both name the lands of their places, and no land is named by both."""
    return bool(lands) and bool(others) and lands.isdisjoint(others)


@lru_cache(maxsize=65536)
def _nearness(a: Place, b: Place) -> int:
    """How two places lie to each other, as an index of `_NEARNESS`."""
    if whereabouts.same_place(a, b):
        return 0
    if whereabouts.nested(a, b):
        return 1
    if a.id and b.id:
        first, second = gazetteer.entry(a.id), gazetteer.entry(b.id)
        if first and second and "country" not in (first.kind, second.kind):
            apart = gazetteer.distance_km(first, second)
            if apart is not None and apart <= NEAR_KM:
                return 2
    return 3 if a.country and a.country == b.country else 4


def _of_figures(profile: Profile, event: Gathered) -> Features:
    """What the figures weigh that both tell; of how many kinds both tell the same number of
    people, and of how many only others."""
    shared = sum(worth for figure, worth in profile.figures.items() if figure in event.figures)
    both = {kind for kind, _ in profile.counts} & {kind for kind, _ in event.counts}
    same = {kind for kind, _ in profile.counts & event.counts}
    return {
        "figures": min(MOST_FIGURES, shared),
        "same counts": float(len(same)),
        "other counts": float(len(both - same)),
    }


def is_wide(place: Place) -> bool:
    return whereabouts.level(place) in ("country", "continent")


def _of_type(profile: Profile, event: Gathered) -> Features:
    own = profile.happening
    if own is None or not event.happenings:
        return {}
    if own in event.happenings:
        return {"type same": 1.0}
    return {"type akin" if any(akin(own, name) for name in event.happenings) else "type other": 1.0}
