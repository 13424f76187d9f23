"""A figure of a document beside one of a report of the same story, numbers masked: what speaks for
both being one fact, by name. What is absent is 0."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from claims_db.kinds import kinds
from claims_db.records import Claim, Role
from claims_db.whereabouts import inside
from factcheck.judging import (
    alignment,
    conversion,
    localities,
    matching,
    pairs,
    windows,
    wording,
)
from factcheck.judging.alignment import Figure, figure
from factcheck.judging.cues import cues
from factcheck.judging.measures import course, measure_relation, of_one_measure
from factcheck.judging.pairs import Near, Pair
from factcheck.setting import local_currency, places
from factcheck.text.word_knowledge import Relation, related

Features = dict[str, float]
LEAST_MASS: Final = 1.5  # weight of words beside a number below which sharing them all is chance
AKIN: Final = 0.2  # strength from which two nouns may name one thing
NO_HARM: Final = frozenset({"count", "crowd", "affected", "on_board"})
"""Counts of people or things that nothing need have happened to: the same guests are any."""
_ONE_MEANING: Final = frozenset({Relation.SAME, Relation.SYNONYM, Relation.KIN})
_ONE_THING: Final = _ONE_MEANING | {Relation.DERIVED, Relation.GENERAL, Relation.SPECIFIC}
_GOODS: Final = ("person", "item", "job")


def may_be_one(pair: Pair) -> bool:
    """Whether two figures are of one sort and their sentences don't set them apart."""
    if not of_one_sort(*pair.both) or matching.set_apart_in_story(pair):
        return False
    if _is_share_of_part(pair):
        return False
    return localities.place_relation(pair) is not Near.OTHER or not _both_say_where(pair)


def _is_share_of_part(pair: Pair) -> bool:
    """Whether two shares are of a place and of one inside it, which its sentence tells: turnout in
    a town is not the country's."""
    if pair.kind.unit not in _SHARES or localities.place_relation(pair) is not Near.NESTED:
        return False
    a, b = pair.both
    return _is_part_told(a, b) or _is_part_told(b, a)


def _is_part_told(part: Claim, whole: Claim) -> bool:
    return any(
        place.name in part.sentence and place.name not in whole.sentence and inside(place, around)
        for place in part.places
        for around in whole.places
    )


_BY_NOUN_ALONE: Final = frozenset({"count", "crowd"})
_SHARES: Final = frozenset({"percent", "points", "rate"})


def of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether two figures could be one at all: of one kind, or one dimension and unit."""
    if kinds()[a.kind].unit == kinds()[b.kind].unit == "job":
        return pairs.counted(a) == pairs.counted(b)
    if pairs.kinds_relation(a.kind, b.kind) is Near.SAME:
        return not (is_other_unit(a, b) or _of_other_people(a, b) or _of_other_things(a, b))
    dimension = alignment.dimension(a).split()[0]
    if dimension != alignment.dimension(b).split()[0]:
        return False
    if dimension != "count":
        return not is_other_unit(a, b)
    return {a.kind, b.kind} <= NO_HARM and not _of_other_things(a, b)


def _of_other_things(a: Claim, b: Claim) -> bool:
    """Whether the nouns of two counts name different things: two sides are not 13 sites, nor are
    thousands of people three countries."""
    if not a.subject or not b.subject or not {a.kind, b.kind} & _BY_NOUN_ALONE:
        return False
    people = a.unit == b.unit == "person"
    if (a.unit == "person") != (b.unit == "person"):
        return True
    if people and not cues().everyone.isdisjoint((a.subject, b.subject)):
        return False
    return not akin(a.subject, b.subject)


def _of_other_people(a: Claim, b: Claim) -> bool:
    """Whether harm came to others, or to some of them: six children are not the six of all."""
    if not kinds()[a.kind].of_people or {a.kind, b.kind} & NO_HARM:
        return False
    if pairs.counted(a) == pairs.counted(b) or _one_word(a.subject, b.subject):
        return False
    if 0.0 in (a.value.stated, b.value.stated) and a.kind == b.kind == "killed":
        return False  # where nobody was killed, no child was
    return _are_some(a) or _are_some(b)


def _are_some(claim: Claim) -> bool:
    """Whether a figure is of a sort of people that others may have been hurt beside."""
    words = f"{claim.group or ''} {claim.subject or ''}".split()
    return any(word in cues().some or word[0].isupper() for word in words)


def _one_word(a: str | None, b: str | None) -> bool:
    """Whether two nouns mean the same, neither the more general: prisoners and inmates."""
    if not a or not b:
        return False
    told = related(a.lower().split()[-1], b.lower().split()[-1])
    return told.relation in _ONE_MEANING and told.strength > AKIN


def name_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two sums, shares or rates may be of one thing by the nouns that they are told of,
    where both are: Berg's share is not that of all votes."""
    measured = of_one_measure(a, b)
    if measured is not None:
        return measured is Near.SAME
    if a.kind not in _OF_A_NOUN or b.kind not in _OF_A_NOUN or not a.subject or not b.subject:
        return True
    return akin(a.subject, b.subject)


_OF_A_NOUN: Final = frozenset({"percent", "points", "vote_share", "turnout", "money", "rate"})


def is_other_unit(a: Claim, b: Claim) -> bool:
    """Years beside days, dollars beside euros; not miles beside kilometres. Of things the noun is
    the unit, and may differ."""
    if not a.unit or not b.unit or a.unit == b.unit or _may_be_one_currency(a, b):
        return False
    if a.kind == b.kind == "temperature" and "degree" in (a.unit, b.unit):
        return False  # degrees of whichever scale
    if len({one.unit for one in conversion.alike(a, b)}) == 1:
        return False
    return kinds()[a.kind].unit not in _GOODS and kinds()[b.kind].unit not in _GOODS


def _may_be_one_currency(a: Claim, b: Claim) -> bool:
    """Whether both sums are told in a currency of one name, of which one text only tells the
    country: crowns beside Norwegian crowns."""
    if kinds()[a.kind].dimension != "money" or kinds()[b.kind].dimension != "money":
        return False
    return local_currency.is_one_of(a.unit, b.unit) or local_currency.is_one_of(b.unit, a.unit)


def akin(a: str | None, b: str | None) -> bool:
    """Whether two nouns may name one thing: prisoners and inmates, boxes and containers."""
    return bool(a) and bool(b) and _akin((a or "").lower(), (b or "").lower())


@lru_cache(maxsize=8192)
def _akin(a: str, b: str) -> bool:
    first, second = a.split()[-1], b.split()[-1]
    if alignment.stem(first) == alignment.stem(second):
        return True
    told = related(first, second)
    return told.relation in _ONE_THING and told.strength > AKIN


def features(pair: Pair, alone: tuple[bool, bool]) -> Features:
    """What speaks for and against one fact. `alone`: whether each of the two is the only number of
    its sort in its text."""
    a, b = pair.both
    own, other = figure(a), figure(b)
    found = {
        "likeness": alignment.likeness(own, other),
        "words beside": _shared(own.near, other.near),
        "sentences alike": wording.similarity(a.sentence, b.sentence) or 0.0,
        "names": _half_if_none(wording.shared_names(a.sentence, b.sentence)),
        "both alone": float(all(alone)),
        "one alone": float(alone[0] != alone[1]),
        **_of_kind(pair),
        **_of_nouns(own, other, akin(a.subject, b.subject)),
        **_of_time_and_place(pair),
        **_of_scope(pair),
    }
    return {name: value for name, value in found.items() if value}


def _half_if_none(share: float | None) -> float:
    return 0.5 if share is None else share


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The weight of the words beside both numbers, as a share of the less worded side."""
    shared = sum([min(weight, b.get(word, 0.0)) for word, weight in a.items()])
    return shared / max(LEAST_MASS, min(sum(a.values()), sum(b.values())))


def _of_kind(pair: Pair) -> Features:
    a, b = pair.both
    same = a.kind == b.kind
    return {
        "kind same": float(same),
        "kind told": float(same and a.kind not in alignment.GENERAL),
        "people": float(kinds()[a.kind].of_people),
    }


def _of_nouns(own: Figure, other: Figure, alike: bool) -> Features:
    if own.head is None or other.head is None:
        return {"one noun": float(own.head is not other.head)}
    if own.head == other.head:
        return {"noun same": 1.0}
    return {"noun akin": 1.0} if alike else {"noun other": 1.0}


def _of_time_and_place(pair: Pair) -> Features:
    place, window = localities.place_relation(pair), windows.window_relation(pair)
    said = [says_when(claim) for claim in pair.both]
    return {
        "place same": float(place is Near.SAME),
        "place other": float(place is Near.OTHER),
        "place said nested": float(place is Near.NESTED and _both_say_where(pair)),
        "days same": float(window is Near.SAME),
        "days other": float(window is Near.OTHER),
        "days said other": float(window is Near.OTHER and any(said)),
        "days said": float(all(said)),
    }


def says_when(claim: Claim) -> bool:
    """Whether the figure's own sentence tells the day."""
    told = claim.when.text if claim.when is not None else None
    return bool(told) and (told or "") in claim.sentence


def _both_say_where(pair: Pair) -> bool:
    return all(map(_says_where, pair.both))


def _says_where(claim: Claim) -> bool:
    """Whether the figure's own sentence names its place, by whatever name: Kyiv, or Kiev."""
    if any(place.name in claim.sentence for place in claim.places):
        return True
    return not _named(claim.sentence).isdisjoint(p.id for p in claim.places if p.id)


@lru_cache(maxsize=4096)
def _named(sentence: str) -> frozenset[str]:
    """The identities of the places that a sentence names."""
    return frozenset(m.place.id for m in places.find(sentence) if m.place.id)


def _of_scope(pair: Pair) -> Features:
    a, b = pair.both
    group, measure = pairs.group_relation(pair), measure_relation(pair)
    return {
        "group nested": float(group is Near.NESTED),
        "group other": float(group is Near.OTHER),
        "measure same": float(measure is Near.SAME),
        "measure other": float(measure is Near.OTHER),
        "other basis": float((a.per, course(a)) != (b.per, course(b))),
        "one a part": float((a.part_of is None) != (b.part_of is None)),
        "one past": float((a.role in _PAST) != (b.role in _PAST)),
        "one to come": float((a.role is Role.PROJECTED) != (b.role is Role.PROJECTED)),
    }


_PAST: Final = (Role.PREVIOUS, Role.RETRACTED)
