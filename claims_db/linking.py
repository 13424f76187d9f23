"""Which event a document tells of: a choice among the events it may be of, and a new one.

As streams of news are grouped into stories (Miranda et al. 2018): the likeness of a document to
each story is weighed by what was learned, then the best is taken or a new one is begun. Here both
are one choice, a conditional logistic regression (McFadden 1974), so that many events that fit
alike make each of them less likely. Words weigh by how rare they are among documents (inverse
document frequency, counted on as documents come). The weights are learned by
`factcheck.training.link_learning` and lie in `data/links.json`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from math import exp, log, log1p
from typing import Any

from claims_db import whereabouts
from claims_db.errors import TableError
from claims_db.link_features import Features, Gathered, days_between, is_possible, is_wide, of_event
from claims_db.profiles import Profile
from claims_db.records import Place

FORMAT = 2
FILE = "links.json"
RARE = 2.5  # weight of a word from which documents that share it are looked at
SHOWN = 40  # the rarest words of a document, by which it is found
CROWD = 300  # events that a word is in, from which it finds none
LOOKED_AT = 14  # candidates
RECENT, RECENT_DAYS = 15, 4  # events that are looked at for having been told of lately

NEW = "new"
_TELLS = 10  # a word that more than one in so many documents has is not remembered
_PLACE_WEIGHT = 5.0  # in rare words, of a shared place, among what finds candidates


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature weighs, of a document beside an event and, in `pairs`, beside another
    document; how many documents the words were counted in; in how many each."""

    features: Mapping[str, float]
    pairs: Mapping[str, float]
    documents: int
    words: Mapping[str, int]
    trained_on: str

    def score(self, features: Features) -> float:
        """The weighted sum; a feature that was never seen in training weighs nothing."""
        return sum(self.features.get(name, 0.0) * value for name, value in features.items())

    def likeness(self, features: Features) -> float:
        """The same of two documents beside each other."""
        total = 0.0
        for name, value in features.items():
            total += self.pairs.get(name, 0.0) * value
        return total


@dataclass(slots=True)
class Links:
    """The events that documents may be of, found by word, place and time."""

    weights: Weights
    events: dict[str, Gathered] = field(default_factory=dict, init=False)
    _by_word: dict[str, list[str]] = field(init=False)
    _by_place: dict[str, list[str]] = field(init=False)
    _recent: list[str] = field(default_factory=list, init=False)
    _documents: int = field(init=False)
    _seen: Counter[str] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        self._by_word, self._by_place = defaultdict(list), defaultdict(list)
        self._documents = self.weights.documents

    def chances(self, profile: Profile) -> dict[str, float]:
        """How likely the document is of each event, and of a new one."""
        told = self.options(profile)
        scores = {key: self.weights.score(features) for key, features in told.items()}
        most = max(scores.values())
        powers = {key: exp(score - most) for key, score in scores.items()}
        total = sum(powers.values())
        return {key: power / total for key, power in powers.items()}

    def options(self, profile: Profile) -> dict[str, Features]:
        """The events that the document may be of, and a new one, with what speaks for each."""
        worth = self.worth(profile)
        found: dict[str, Features] = {}
        for key in self.candidates(profile, worth):
            features = of_event(profile, worth, self.events[key])
            if is_possible(features):
                found[key] = features
        here = sum(
            "days > 4" not in told and ("place same" in told or "no place" in told)
            for told in found.values()
        )
        found[NEW] = {**self.newness(profile), "new: told of here": log1p(here)}
        return found

    def count(self, profile: Profile) -> None:
        """Counts the words of a document."""
        self._documents += 1
        self._seen.update(profile.words)

    def put(self, key: str, profile: Profile) -> None:
        """Notes that the document is of the event."""
        gathered = self.events.setdefault(key, Gathered())
        worth = self.worth(profile)
        for word in worth:
            keys = self._by_word[word]
            if len(keys) <= CROWD and key not in keys:  # beyond, the word finds none anyway
                keys.append(key)
        self._note_places(key, gathered, profile.places)
        gathered.add(profile, [word for word in profile.words if self._may_tell(word)])
        if key in self._recent:
            self._recent.remove(key)
        self._recent.append(key)
        del self._recent[:-RECENT]

    def worth(self, profile: Profile) -> dict[str, float]:
        """The document's rarest words, with what each weighs."""
        known, seen, total = self.weights.words, self._seen, self._documents + 1
        found = [
            (log(total / (known.get(word, 0) + seen[word] + 0.5)), word) for word in profile.words
        ]
        found.sort(reverse=True)
        return {word: worth for worth, word in found[:SHOWN]}

    def _may_tell(self, word: str) -> bool:
        """Whether a word is rare enough to be remembered: half of the words of a text are in so
        many others that sharing them tells nothing."""
        seen = self.weights.words.get(word, 0) + self._seen[word]
        return seen * _TELLS <= self._documents

    def candidates(self, profile: Profile, worth: Mapping[str, float]) -> list[str]:
        """The events that share most with the document, and those of these days."""
        shared: dict[str, float] = defaultdict(float)
        for word, weight in worth.items():
            found = self._by_word.get(word, ())
            if weight >= RARE and len(found) <= CROWD:
                for key in found:
                    shared[key] += weight
        for place in profile.places:
            spots = whereabouts.spots(place)  # by id, and by name: others know it by that alone
            here = {key for spot in spots for key in self._by_place.get(spot, ())[-CROWD:]}
            for key in here:
                if self._is_near(profile, key):
                    shared[key] += _PLACE_WEIGHT
        ranked = sorted(shared, key=lambda key: (-shared[key], key))[:LOOKED_AT]
        lately = [key for key in self._recent if self._is_near(profile, key)]
        return list(dict.fromkeys((*ranked, *lately)))

    def newness(self, profile: Profile) -> Features:
        """What speaks for a document being the first of its event."""
        lately = sum(self._is_near(profile, key) for key in self._recent)
        found = {
            NEW: 1.0,
            "new: told lately": log1p(lately),
            "new: no place": float(not profile.places),
            "new: a country": float(bool(profile.places) and all(map(is_wide, profile.places))),
            "new: no type": float(profile.happening is None),
            "new: no window": float(profile.window is None),
            "new: no claims": float(not profile.claims),
            "new: words": log1p(len(profile.words)),
        }
        return {name: value for name, value in found.items() if value}

    def _note_places(self, key: str, gathered: Gathered, places: Iterable[Place]) -> None:
        for place in places:
            if place not in gathered.places:
                for spot in whereabouts.spots(place):
                    self._by_place[spot].append(key)

    def _is_near(self, profile: Profile, key: str) -> bool:
        return days_between(profile.told, self.events[key].told) <= RECENT_DAYS


def chances_among(profile: Profile, others: Iterable[tuple[str, Profile]]) -> dict[str, float]:
    """How likely the document is of each event that others, in order of publication, tell of,
    rather than of a new one. Each is held beside the new one alone: one happening may be on
    record as two."""
    links = Links(shipped())
    for event, other in others:
        links.count(other)
        links.put(event, other)
    found = links.chances(profile)
    new = found.pop(NEW)
    return {event: chance / (chance + new) for event, chance in found.items()}


# --- the weights as they are kept -------------------------------------------------------------


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights the package ships."""
    return load(resources.files("claims_db").joinpath("data", FILE).read_text("utf-8"))


def load(text: str) -> Weights:
    """The weights of a JSON text. Raises TableError for one that isn't of this format."""
    read: dict[str, Any] = json.loads(text)
    if read.get("format") != FORMAT:
        raise TableError(f"{FILE} is of format {read.get('format')}, not {FORMAT}")
    return Weights(
        read["features"], read["pairs"], read["documents"], read["words"], read["trained_on"]
    )


def dump(weights: Weights) -> str:
    """The weights as JSON text: the same weights give the same text."""
    kept = {
        "format": FORMAT,
        "trained_on": weights.trained_on,
        "documents": weights.documents,
        "features": {name: round(w, 6) for name, w in sorted(weights.features.items())},
        "pairs": {name: round(w, 6) for name, w in sorted(weights.pairs.items())},
        "words": dict(sorted(weights.words.items())),
    }
    return json.dumps(kept, ensure_ascii=False, indent=0) + "\n"
