"""Is it the same fact? What can be told exactly, without the model.

Same happening, kind, place, group, basis and window: the same fact. Another happening is another
event, however alike the words; of one happening another count is another scope.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims_db import growing
from claims_db.kinds import kinds
from claims_db.records import Claim, Role
from factcheck.judging import (
    firms,
    localities,
    one_noun,
    owners,
    pairs,
    terms,
    told_sites,
    windows,
    wording,
)
from factcheck.judging.alignment import figure, likeness, stem
from factcheck.judging.figures import other_standing, same_number
from factcheck.judging.measures import course, measure_relation, told_apart
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.periods import other_announcement, other_period, other_years
from factcheck.judging.polls import other_poll

_PLACE, _WITHIN, _GROUP, _UNIT = "another place", "a place within", "another group", "another unit"


class Fact(StrEnum):
    """What two claims are to each other before their values are looked at."""

    SAME = "same fact"
    SCOPE = "different scope"
    EVENT = "different event"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says two claims are to each other, and how it stands with their times: figures
    read from texts seldom tell when, and rules are less sure of them."""

    fact: Fact
    rule: str

    @property
    def is_open(self) -> bool:
        """Whether it goes by places that were read, with no window to bear it out."""
        return self.rule.startswith((_PLACE, _WITHIN)) and not (self.rule.endswith(", dated"))


def settled(pair: Pair) -> Fact | None:
    """What place, window, kind, group and basis settle; None where too much is missing."""
    ruling = ruled(pair)
    return ruling.fact if ruling else None


def ruled(pair: Pair) -> Ruling | None:
    """The first rule that settles the matter, by a name that says how often it is right."""
    if "duration" in (pair.claim.kind, pair.prior.claim.kind):
        term = terms.term_relation(pair)
        if term is Near.SAME:
            return Ruling(Fact.SAME, "a term of one person")
        if term is Near.OTHER:
            return Ruling(Fact.SCOPE, "a term of another person")
        if any(map(terms.is_term, pair.both)):
            return Ruling(Fact.SCOPE, "another thing, undated")
    for fact, rules in ((Fact.EVENT, _OTHER_HAPPENING), (Fact.SCOPE, _OTHER_COUNT)):
        for name, rule in rules:
            if not rule(pair):
                continue
            ruling = _ruling(fact, name, _told(pair))
            if ruling.is_open and _unlike_units(pair):  # euros are no dollars, wherever
                return _ruling(Fact.SCOPE, _UNIT, _told(pair))
            return ruling
    place, window = localities.place_relation(pair), windows.window_relation(pair)
    if window is Near.SAME and (place is Near.SAME or localities.is_wherever(pair)):
        return _ruling(Fact.SAME, "same place and time", _told(pair))
    return None


@lru_cache(maxsize=256)
def _ruling(fact: Fact, rule: str, told: str) -> Ruling:
    return Ruling(fact, f"{rule}, {told}")


def apart_by_group(pair: Pair) -> tuple[Ruling, ...]:
    """All that `ruled` may come to of a pair that is told of other people or things, which most
    pairs are that aren't one fact and which is quick to tell; nothing of any other pair."""
    if "duration" in (pair.claim.kind, pair.prior.claim.kind) or not _other_group(pair):
        return ()
    elsewhere = localities.place_relation(pair) in (Near.NESTED, Near.OTHER)
    return _up_to_group(_told(pair), elsewhere)


@lru_cache(maxsize=16)
def _up_to_group(told: str, elsewhere: bool) -> tuple[Ruling, ...]:
    """The rulings of the rules that come before the one on groups, and its own; those on places
    only for pairs of which one figure is told `elsewhere`."""
    names = [(Fact.EVENT, name) for name, _ in _OTHER_HAPPENING]
    counts = [name for name, _ in _OTHER_COUNT]
    names += [(Fact.SCOPE, name) for name in counts[: counts.index(_GROUP) + 1]]
    if elsewhere:
        names.append((Fact.SCOPE, _UNIT))
    else:
        names = [(fact, name) for fact, name in names if name not in (_PLACE, _WITHIN)]
    return tuple(_ruling(fact, name, told) for fact, name in names)


def _told(pair: Pair) -> str:
    """How many of the two figures tell when it happened."""
    if pair.assumed:
        return "assumed"
    a, b = pair.both
    if a.when is not None and b.when is not None:
        return "dated"
    return "undated" if a.when is None and b.when is None else "one dated"


def _one_event(pair: Pair) -> bool:
    a, b = pair.both
    return a.event is not None and a.event == b.event


def _other_time(pair: Pair) -> bool:
    return windows.window_relation(pair) is Near.OTHER


def _other_type(pair: Pair) -> bool:
    a, b = pair.both
    return not _one_event(pair) and not growing.akin(a.happening, b.happening)


def _other_place(pair: Pair) -> bool:
    apart = localities.place_relation(pair) is Near.OTHER and not _one_event(pair)
    return apart and not _told_together(pair)


def _attackers_among(pair: Pair) -> bool:
    """Whether the dead of one differ from the other's by no more than those who killed them, whom
    one sentence alone tells among them."""
    a, b = pair.both
    if a.kind != "killed" or b.kind != "killed":
        return False
    apart = abs((a.value.stated or 0.0) - (b.value.stated or 0.0))
    if not 0 < apart <= _ATTACKERS:
        return False
    return wording.counts_attackers(a.sentence) != wording.counts_attackers(b.sentence)


_ATTACKERS = 3.0  # those who attack are seldom more


def _told_together(pair: Pair) -> bool:
    """A figure whose sentence names the other's place too is a part of what is told of both: so
    many in Turkey, so many in Syria."""
    a, b = pair.both
    return _names(a.sentence, b) or _names(b.sentence, a)


def _names(sentence: str, claim: Claim) -> bool:
    for place in claim.places:
        if place.name in sentence and re.search(rf"\b{re.escape(place.name)}\b", sentence):
            return True
    return False


def _other_firm(pair: Pair) -> bool:
    told = (firms.firm_relation(pair), owners.owner_relation(pair))
    return Near.OTHER in told


SPREAD = frozenset(
    {"attack", "storm", "flood", "quake", "tsunami", "wildfire", "landslide", "heat"}
)
"""Types of happening that befall many sites at once: what is told of one is a part."""
_MONEY = "money"


def _other_storm(pair: Pair) -> bool:
    """Cyclones by two names."""
    a, b = pair.both
    first = told_sites.storms(a.sentence)
    if not first:
        return False
    second = told_sites.storms(b.sentence)
    return bool(second) and first.isdisjoint(second)


def _other_site(pair: Pair) -> bool:
    """A bus crash and a factory fire of one place and day."""
    return _apart_by_site(pair) and not _is_spread(pair)


def _site_of_many(pair: Pair) -> bool:
    """ "Two died in a strike on a school" beside "a strike on a factory killed five"."""
    return _apart_by_site(pair) and _is_spread(pair)


def _apart_by_site(pair: Pair) -> bool:
    a, b = pair.both
    first = told_sites.sites(a.sentence)
    if not first:
        return False
    second = told_sites.sites(b.sentence)
    return bool(second) and first.isdisjoint(second)


def _is_spread(pair: Pair) -> bool:
    a, b = pair.both
    return a.happening in SPREAD or b.happening in SPREAD


def _of_another_told(pair: Pair) -> bool:
    """ "A later drone strike killed one" beside "the strike killed 16"."""
    a, b = pair.both
    apart = wording.tells_another(a.sentence) != wording.tells_another(b.sentence)
    return apart and not same_number(pair)


def _other_candidate(pair: Pair) -> bool:
    """Shares of a vote told of two candidates."""
    if OF_CANDIDATES.isdisjoint((pair.claim.kind, pair.prior.claim.kind)):
        return False
    first, second = (told_sites.candidates(claim) for claim in pair.both)
    return bool(first) and bool(second) and not (first <= second or second <= first)


OF_CANDIDATES = frozenset({"vote_share", "votes"})


def _other_kind(pair: Pair) -> bool:
    return pairs.kind_relation(pair) is not Near.SAME


def _other_basis(pair: Pair) -> bool:
    a, b = pair.both
    return (a.per, course(a)) != (b.per, course(b))


"""Kinds that a happening has one of, wherever it is told of: both sides of a border shook."""


def _share_of_harmed(pair: Pair) -> bool:
    """ "Five of those injured" beside a count of all, of which only the text knows how many, or
    beside a share of whom something else is told: "seven of them are in a critical condition"."""
    a, b = pair.both
    first, second = _is_share(a), _is_share(b)
    if not (first or second) or same_number(pair):
        return False
    if first and second and _is_grave(a) == _is_grave(b):
        if _is_grave(a) or _told_likewise(pair):
            return False
    of_a_group = bool(pairs.counted(a)) and pairs.counted(a) == pairs.counted(b)
    return not of_a_group  # "14 of the dead were children" beside 11 children killed


def _is_share(claim: Claim) -> bool:
    return wording.tells_share(claim.sentence, claim.end - claim.sentence_start)


def _is_grave(claim: Claim) -> bool:
    return wording.tells_grave(claim.sentence, claim.end - claim.sentence_start)


def _told_likewise(pair: Pair) -> bool:
    return likeness(*map(figure, pair.both)) >= ALIKE


def _other_group(pair: Pair) -> bool:
    return pairs.group_relation(pair) in (Near.NESTED, Near.OTHER)


def _longer_stretch(pair: Pair) -> bool:
    return windows.window_relation(pair) is Near.NESTED or _is_of_a_day(pair)


def _is_of_a_day(pair: Pair) -> bool:
    """Of an outbreak, the day that is told with one count alone is the day of those counted:
    "nine died on Monday" beside "has killed 131"."""
    a, b = pair.both
    if "outbreak" not in (a.happening, b.happening) or (a.when is None) == (b.when is None):
        return False
    dated = a if a.when is not None else b
    told = dated.when
    if told is None or not told.text or told.precision not in ("hour", "day"):
        return False
    return told.text in dated.sentence and not wording.tells_sum(dated.sentence)


def _other_standing(pair: Pair) -> bool:
    return other_standing(pair) and not _told_alike(pair)


LOOSE = frozenset(
    "duration count percent points rate measure distance age date weight volume energy speed "
    "temperature money superlative".split()
)
"""Kinds that say little of what is counted: any two durations of one happening share theirs."""
ALIKE = 0.5
"""Likeness of the words around two figures, numbers masked, from which a loose kind is one fact."""


def _unlike_things(pair: Pair) -> bool:
    """Figures of a loose kind whose own words are about other things; of two periods or polls."""
    a, b = pair.both
    if other_period(pair) or other_announcement(pair) or other_poll(pair):
        return True
    measured = measure_relation(pair)
    if measured is not None:
        return measured is Near.OTHER
    if a.kind not in LOOSE and b.kind not in LOOSE:
        return False
    if "superlative" in (a.kind, b.kind) and stem(a.value.text) != stem(b.value.text):
        return True
    if a.kind == b.kind == "count":  # one noun alone is counted in many ways
        return one_noun.is_some(a) != one_noun.is_some(b) or one_noun.likeness(a, b) < ALIKE
    return likeness(figure(a), figure(b)) < ALIKE


def _unlike_units(pair: Pair) -> bool:
    """Measures in units that were not brought to one; money of no currency told may be of any."""
    a, b = pair.both
    unit = kinds()[a.kind].unit
    if unit in ("person", "item", "job") or (unit == _MONEY and _MONEY in (a.unit, b.unit)):
        return False
    return bool(a.unit) and bool(b.unit) and a.unit != b.unit


def _told_alike(pair: Pair) -> bool:
    """A projection that came true as told is the same count."""
    return Role.PROJECTED in (pair.claim.role, pair.prior.claim.role) and same_number(pair)


def set_apart(pair: Pair) -> bool:
    """Whether their own sentences tell of two things, wherever and whenever it was: another firm,
    storm, site or candidate, some of many, what is feared beside what is known."""
    return _other_type(pair) or told_as_two(pair)


def told_as_two(pair: Pair) -> bool:
    """`set_apart`, but for the type of happening, which a text of two things leaves open."""
    return any(rule(pair) for rule in _TOLD_AS_TWO)


def set_apart_in_story(pair: Pair) -> bool:
    """`set_apart` for two texts that are known to tell one story: a crush is told as a collapse of
    barriers, and only what both sentences say themselves tells of two happenings."""
    if told_as_two(pair):
        return True
    return _other_type(pair) and all(told_sites.happening(one.sentence) for one in pair.both)


_TOLD_AS_TWO: tuple[Callable[[Pair], bool], ...] = (
    *(_other_firm, _other_storm, _other_site, _share_of_harmed, _attackers_among),
    *(_site_of_many, _of_another_told, _other_candidate, _other_standing, told_apart),
    *(other_period, other_years, other_announcement, other_poll),
)
_Rule = tuple[str, Callable[[Pair], bool]]
_OTHER_HAPPENING: tuple[_Rule, ...] = (
    ("another time", _other_time),
    ("another type", _other_type),
    (_PLACE, _other_place),
    ("another firm", _other_firm),
    ("another storm", _other_storm),
    ("another site", _other_site),
)
_OTHER_COUNT: tuple[_Rule, ...] = (
    ("another kind", _other_kind),
    ("another basis", _other_basis),
    ("a share of them", _share_of_harmed),
    ("a share of them", _attackers_among),
    (_WITHIN, localities.within),
    (_GROUP, _other_group),
    ("another site of many", _site_of_many),
    ("another of several", _of_another_told),
    ("another candidate", _other_candidate),
    ("a longer stretch", _longer_stretch),
    (_UNIT, _unlike_units),
    ("another thing", _unlike_things),
    ("another standing", _other_standing),
)
