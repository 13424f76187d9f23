"""Documents whose happenings are known → what `linking` weighs by.

Each document is, in order of publication, a choice among the happenings told of before and a new
one. Of a happening that documents tell of, some are put together as the engine will have done:
by what they truly tell of. The learner is handed in (scripts/choices.py has one).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims_db.link_features import is_vague
from claims_db.linking import NEW, Links, Weights
from claims_db.profiles import Days, Profile, profile_of, words_in
from claims_db.records import Claim, Document, Place
from factcheck.reading.claims import read
from factcheck.training import likeness_learning
from factcheck.training.toll_learning import Choice

SET_WEIGHT = 300.0
"""What each set of documents weighs in all, whatever its size: they are of different kinds."""
SIGNS = {
    **dict.fromkeys(likeness_learning.FOR, 1),
    **dict.fromkeys(("place same, a city", "place same, a district", "place same, a region"), 1),
    **dict.fromkeys(likeness_learning.AGAINST, -1),
}
"""Features that can only speak for (1) or against (-1) one happening, whatever a few sets say."""
SELDOM = 4
"""Documents below which the number of those with a word isn't kept: it is as good as new."""

Learner = Callable[[Sequence[Choice], Mapping[str, int]], dict[str, float]]
"""Choices and signs → a weight for each feature."""


CROWDED = Place("Chicago", "geonames:4887398", "US")
CROWD_FROM, CROWD_DAYS = 736_000, 60
"""The city, first day and days in which happenings are crowded."""
SHORT = 2
"""Sentences of a document made short: reports are often told in a few, without the place."""
_OF_HARM = frozenset({"killed", "wounded", "casualties", "missing"})


@dataclass(frozen=True, slots=True)
class Known:
    """A document's profile, the happening it is known to tell of, its first sentences of harm."""

    happening: str
    profile: Profile
    short: Document | None = None


def known(happening: str, document: Document, claims: Sequence[Claim]) -> Known:
    """A document with the claims read from it."""
    told = dict.fromkeys(claim.sentence for claim in claims if claim.kind in _OF_HARM)
    short = Document(" ".join(list(told)[:SHORT]), published=document.published) if told else None
    return Known(happening, profile_of(document, claims), short)


def shortened(one: Known) -> Known | None:
    """A document's first sentences of harm as a document; None where it has none."""
    return known(one.happening, one.short, read(one.short)) if one.short else None


def crowded(told: Sequence[Known]) -> list[Known]:
    """The documents as if all happened in one city within weeks: what is left to tell them apart
    are words and figures. A happening's documents are moved by the same days, and the names of
    their places left out."""
    first: dict[str, int] = {}
    named: dict[str, set[str]] = {}
    for one in told:
        if one.profile.told is not None:
            day = one.profile.told[0]
            first[one.happening] = min(day, first.get(one.happening, day))
        words = named.setdefault(one.happening, set())
        for place in one.profile.places:
            words |= words_in(place.name)
    return [
        Known(one.happening, _moved(one.profile, by, named[one.happening]))
        for one in told
        if one.happening in first
        for by in (_day_in_crowd(one.happening) - first[one.happening],)
    ]


def _day_in_crowd(happening: str) -> int:
    digest = hashlib.sha256(happening.encode("utf-8")).digest()
    return CROWD_FROM + int.from_bytes(digest[1:3], "big") % CROWD_DAYS


def _moved(profile: Profile, by: int, left_out: set[str]) -> Profile:
    told, window = profile.told, profile.window
    return replace(
        profile,
        told=(told[0] + by, told[1] + by) if told else None,
        window=(window[0] + by, window[1] + by) if window else None,
        places=(CROWDED,) if profile.places else (),
        place_words=frozenset(),
        words=profile.words - left_out,
        names=profile.names - left_out,
    )


def words_of(profiles: Iterable[Profile]) -> tuple[int, dict[str, int]]:
    """How many documents there are, and in how many of them each word is."""
    counted: Counter[str] = Counter()
    documents = 0
    for profile in profiles:
        documents += 1
        counted.update(profile.words)
    return documents, {word: number for word, number in counted.items() if number >= SELDOM}


def choices(told: Sequence[Known], words: Weights, weight: float = 1.0) -> list[Choice]:
    """A choice for each document, in order of publication; `words` tells how rare words are."""
    links = Links(words)
    found = []
    for known in in_order(told):
        profile, own = known.profile, known.happening
        links.count(profile)
        options = links.options(profile)
        if own in options or own not in links.events:  # else nothing could be learned from it
            right = list(options).index(own if own in options else NEW)
            found.append(Choice(tuple(options.values()), right, weight))
        links.put(own, profile)
    return found


def in_order(told: Sequence[Known]) -> list[Known]:
    """By the day of publication, those of which it isn't known last."""

    def turn(known: Known) -> tuple[bool, Days]:
        return is_vague(known.profile.told), known.profile.told or (0, 0)

    return sorted(told, key=turn)


def train(
    sets: Mapping[str, Sequence[Known]],
    made_of_them: Mapping[str, Sequence[Known]],
    note: str,
    learner: Learner,
) -> Weights:
    """Weights learned from sets of documents, and others made of them, whose words don't count."""
    everything = (known.profile for told in sets.values() for known in told)
    documents, words = words_of(everything)
    bare = Weights({}, {}, documents, words, note)
    rows = [
        choice
        for told in (*sets.values(), *made_of_them.values())
        if told
        for choice in choices(told, bare, SET_WEIGHT / len(told))
    ]
    pairs = likeness_learning.rows(
        {
            name: ([one.happening for one in told], [one.profile for one in told])
            for name, told in sets.items()
        },
        bare,
    )
    beside = learner(pairs, likeness_learning.SIGNS)
    return Weights(learner(rows, SIGNS), beside, documents, words, note)
