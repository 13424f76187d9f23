"""What speaks for and against two documents telling of one happening: named features.

As in `link_features`, which holds a document beside all that an event's documents tell; what is
shared by just two tells more of either, and is the same whichever came first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import log, log1p

from claims_db import whereabouts
from claims_db.growing import LASTING, akin
from claims_db.link_features import (
    AT_ONCE,
    COMMON,
    LATE,
    MOST_FIGURES,
    SOON,
    TIES,
    Features,
    are_told_apart,
    days_between,
    namesakes,
    nearest,
)
from claims_db.profiles import Profile, words_in
from claims_db.telltale import ENOUGH

ALIKE = 0.9  # share of rare words from which two texts are one text, as a headline that returns
_NAMED = log1p(3.0)  # weight of shared names, above the common, that may tie what is told late
_RARE = log1p(2.5)  # as much as finds documents
_TYPES = frozenset({"type same", "type akin"})
_RANKS = ("rarest", "second", "third")
_KILLED = "killed"
_APART = "namesakes told apart"


class Report:
    """A document as it is held beside others: its rarest words with what each weighs, and its
    profile with those words alone that are `kept`."""

    __slots__ = ("killed", "length", "level", "profile", "rare", "total", "worth")

    def __init__(
        self, profile: Profile, worth: Mapping[str, float], kept: frozenset[str] = frozenset()
    ) -> None:
        self.profile = replace(profile, words=kept, names=profile.names & kept.union(worth))
        self.worth = worth
        self.length = log1p(len(profile.words))
        self.total = sum(worth.values())
        self.rare = frozenset(worth)
        self.level = (whereabouts.level(profile.places[0]) or "site") if profile.places else ""
        self.killed = max((n for kind, n in profile.counts if kind == _KILLED), default=None)


def likeness(a: Report, b: Report) -> Features:
    """What speaks for and against the two telling of one happening."""
    found: Features = {"pair": 1.0, "shorter": min(a.length, b.length)}
    found["longer"] = max(a.length, b.length)
    apart = _of_time(found, a.profile, b.profile)
    _of_words(found, a, b, apart)
    _of_place(found, a, b)
    _of_figures(found, a, b)
    own, other = a.profile.happening, b.profile.happening
    if own is not None and other is not None:
        same = "same" if own == other else "akin" if akin(own, other) else "other"
        found[f"type {same}"] = 1.0
    return found


def is_tied(features: Features) -> bool:
    """Whether anything ties two documents for which these speak: to be told of in the same days
    ties nothing, but where both tell of a happening of one type, or share a rare word."""
    if any(features.get(name) for name in TIES):
        return True
    if "0 days apart" not in features and "1 days apart" not in features:
        return False
    return not _TYPES.isdisjoint(features) or features.get("rarest word", 0.0) >= _RARE


def is_named_late(features: Features) -> bool:
    """Whether they share names that few have, and one was told well after the other."""
    return features.get("rare names, late", 0.0) >= _NAMED


def may_be_one(features: Features) -> bool:
    """Whether they may tell of one happening: not where what befell is of another type, unless
    their figures agree, nor in Tripoli in Libya and in Tripoli in Lebanon."""
    if _APART in features:
        return False
    return "type other" not in features or features.get("figures", 0.0) >= ENOUGH


def _of_words(found: Features, a: Report, b: Report, apart: int) -> None:
    if a.rare.isdisjoint(b.rare):
        found["nothing shared"] = 1.0
        return
    there = b.worth  # in the order of the words' weight: sums are then the same each time
    worth = {word: max(one, there[word]) for word, one in a.worth.items() if word in there}
    names = words = 0.0
    placed = a.profile.place_words | b.profile.place_words
    for name in namesakes(a.profile.places, b.profile.places):
        placed -= words_in(name)  # a name of two places is no more than a name
    for word, weight in worth.items():
        if weight > COMMON and word not in placed:  # places are looked at by themselves
            if word in a.profile.names or word in b.profile.names:
                names += weight - COMMON
            else:
                words += weight - COMMON
    found["rare names"], found["rare words"] = log1p(names), log1p(words)
    if apart > SOON:
        found["rare names, late"], found["rare words, late"] = log1p(names), log1p(words)
    for rank, weight in zip(_RANKS, sorted(worth.values(), reverse=True), strict=False):
        found[f"{rank} word"] = log1p(max(0.0, weight))
    both = sum(worth.values())
    share = both / (a.total + b.total - both or 1.0)
    found["share of words"] = share
    found["one text"] = float(share >= ALIKE)
    found["shared words"] = log1p(len(worth))


def _of_time(found: Features, a: Profile, b: Profile) -> int:
    """Puts in what times tell; returns the days between the two being told."""
    apart = days_between(a.told, b.told)
    if a.told is None or b.told is None:
        found["undated"] = 1.0
    elif apart <= 2:
        found[f"{apart} days apart"] = 1.0
    found["days"] = log1p(apart)
    found["days > 4"] = float(apart > SOON)
    found["days > 30"] = float(apart > LATE)
    if a.happening in LASTING or b.happening in LASTING:
        found["days, of what lasts"] = log1p(apart)
    if a.window and b.window:
        between = days_between(a.window, b.window)
        if between <= 1:
            found["same day" if between == 0 else "next day"] = 1.0
        else:
            found["another day"] = log1p(between)
        return apart
    dated, other = (a, b) if a.window else (b, a)
    if dated.window and other.told:
        first = other.told[0]
        off = days_between(dated.window, (first - AT_ONCE, first))
        found["day of first report" if off == 0 else "no day of a report"] = log1p(off) or 1.0
        found["before it"] = float(dated.window[0] > other.told[1])
    return apart


def _of_place(found: Features, a: Report, b: Report) -> None:
    here, there = a.profile.places, b.profile.places
    if not here or not there:
        found["no place" if not here and not there else "place unknown"] = 1.0
        return
    if namesakes(here, there):
        if are_told_apart(a.profile.lands, b.profile.lands):
            found[_APART] = 1.0
        elif a.profile.happening in (None, b.profile.happening) or not b.profile.happening:
            found["place unknown"] = 1.0  # of another type, they are likelier two
            return
    near = nearest(here, there)
    found[f"place {near}"] = 1.0
    found[f"place {near}, a {a.level}"] = found[f"place {near}, a {b.level}"] = 1.0
    if near == "same" and ("same day" in found or "next day" in found):
        found["place and day"] = 1.0


def _of_figures(found: Features, a: Report, b: Report) -> None:
    own, other = a.profile, b.profile
    shared = own.figures.keys() & other.figures.keys()
    if shared:
        found["figures"] = min(MOST_FIGURES, sum(own.figures[figure] for figure in shared))
    if own.counts and other.counts:
        both = {kind for kind, _ in own.counts} & {kind for kind, _ in other.counts}
        same = {kind for kind, _ in own.counts & other.counts}
        found["same counts"] = float(len(same))
        found["other counts"] = float(len(both - same))
    if a.killed is not None and b.killed is not None:
        found["killed apart"] = abs(log((1 + a.killed) / (1 + b.killed)))
