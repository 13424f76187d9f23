"""A figure beside one of a report of the same story, from which it differs: how likely it is wrong.

Two texts of one story have many figures that differ because they are of two things. What tells an
error from these: how surely the two texts tell one story and the two figures are one fact, whether
a slip explains the difference, whether a second report gives the same figure, how large the two
are, and how the other figures of the texts stand to each other. Learned from cases and from
reports and stories as they stand (`models/grounds.json`,
`factcheck.training.grounds_learning`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, log1p
from typing import Final

from claims_db import linking
from claims_db.kinds import kinds
from claims_db.link_features import Features, days_between, nearest
from claims_db.profiles import Profile
from claims_db.records import Bound, Claim, Prior, Role
from factcheck.judging import figures, intervals, one_report, slips, story_features, terms
from factcheck.judging.conversion import alike, same_amount
from factcheck.judging.pairs import OF_NO_ONE_THING, Pair
from factcheck.judging.story_figures import Aligned
from factcheck.learned import Logit, load, models_dir

FILE: Final = "grounds.json"
RARE: Final = 50
"""A rare name is in fewer than one of so many documents."""
SMALL: Final = 12
"""Counts up to which two texts have one, or nearly the same, by chance."""
_SEVERAL: Final = 2  # figures of two texts, of which one at least should agree; names
_FAR: Final = 20.0  # times another figure, beyond which more tells no more
_EDGE: Final = 1e-3  # of a chance, within which it is taken for certain


@dataclass(frozen=True, slots=True)
class Beside:
    """A document beside a report: what both tell as wholes, how likely it is one story, the
    report's figures, and those of the document that go with one of them."""

    own: Profile
    other: Profile
    chance: float
    priors: Sequence[Prior]
    aligned: Sequence[Aligned]


def agree(one: Aligned) -> bool:
    """Whether two figures are the same number."""
    return same_amount(one.claim, one.prior.claim)


def may_accuse(one: Aligned, beside: Beside, every: Iterable[Beside]) -> bool:
    """Whether the figures may be held against each other: neither is an age, of which a text has
    many, nor a prison term, whose person tells (`terms`); no report of the story gives the very
    figure for something of its sort; and more than the place ties the two texts, as a town has two
    sawmills and two fairs: a telling figure that both have, a rare name that is no place's, or one
    type of happening in one place. Where all of several figures differ it may be another fair, or
    last year's, unless they share several such names, or one and the difference is a slip."""
    if one.claim.kind == "age" or any(map(terms.is_term, (one.claim, one.prior.claim))):
        return False
    if one.claim.kind == "date" and not story_features.akin(*_nouns(one)):
        return False  # "3% more than in 2023"
    if any(_gives(prior.claim, one.claim) for laid in every for prior in laid.priors):
        return False
    own, other = beside.own, beside.other
    agreeing = [laid for laid in beside.aligned if agree(laid)]
    if any(map(_tells, agreeing)):
        return True
    rare = len(rare_names(own) & rare_names(other))
    if len(beside.aligned) >= _SEVERAL and not agreeing:
        return rare >= _SEVERAL or (rare > 0 and _is_slip(one.claim, one.prior.claim))
    same_type = own.happening is not None and own.happening == other.happening
    return rare > 0 or (same_type and not set(own.places).isdisjoint(other.places))


def _nouns(one: Aligned) -> tuple[str | None, str | None]:
    return one.claim.subject, one.prior.claim.subject


def wrong(one: Aligned, beside: Beside, every: Iterable[Beside]) -> float:
    """How likely a figure that differs from one of a report is wrong, 0-1. `every`: the document
    beside this report and all others of the story."""
    return shipped().probability(features(one, beside, every))


def is_anothers(one: Aligned, beside: Beside) -> bool:
    """Whether the report gives the very figure for another count, as the wounded told for the
    dead, and it is too large to be so by chance: in the desk cases that may be looked at all nine
    such figures were wrong, of those up to a dozen three of seven."""
    if (one.claim.value.stated or 0.0) <= SMALL:
        return False
    others = [prior.claim for prior in beside.priors if prior.claim.role is Role.CURRENT]
    return any(map(slips.is_of_another_kind, slips.of_others(one.claim, others)))


def features(one: Aligned, beside: Beside, every: Iterable[Beside]) -> Features:
    """What speaks for and against an error, by name; what is absent is 0."""
    told = list(every)
    found = {
        "one fact": _odds(one.chance),
        "one story": _odds(beside.chance),
        **_of_texts(beside),
        **_of_the_rest(one, beside, told),
        **_of_values(one.claim, one.prior.claim),
        **_of_what_is_counted(Pair(one.claim, one.prior)),
    }
    return {name: value for name, value in found.items() if value}


def _odds(chance: float) -> float:
    kept = min(max(chance, _EDGE), 1.0 - _EDGE)
    return log(kept / (1.0 - kept))


def _of_texts(beside: Beside) -> Features:
    own, other = beside.own, beside.other
    types, near = (own.happening, other.happening), nearest(own.places, other.places)
    return {
        "rare names": log1p(len(rare_names(own) & rare_names(other))),
        "days": log1p(days_between(own.told, other.told)),
        "place same": float(near == "same"),
        "place untold": float(near is None),
        "type same": float(types[0] is not None and types[0] == types[1]),
        "type other": float(None not in types and types[0] != types[1]),
        "no type": float(types == (None, None)),
    }


def rare_names(profile: Profile) -> frozenset[str]:
    """The names of a text that are no place's and in few others."""
    return frozenset(filter(is_rare, profile.names - profile.place_words))


def is_rare(name: str) -> bool:
    """Whether few texts have the name."""
    known = linking.shipped()
    return RARE * known.words.get(name, 0) <= known.documents


def _of_the_rest(one: Aligned, beside: Beside, told: Sequence[Beside]) -> Features:
    """How the other figures of both texts stand to each other, and what other reports give."""
    rest = [other for other in beside.aligned if other is not one]
    agreeing = [other for other in rest if agree(other)]
    seconded = any(
        other.claim.id == one.claim.id and same_amount(other.prior.claim, one.prior.claim)
        for laid in told
        if laid is not beside
        for other in laid.aligned
    )
    return {
        "others agree": log1p(len(agreeing)),
        "others differ": log1p(len(rest) - len(agreeing)),
        "a telling one agrees": float(any(map(_tells, agreeing))),
        "seconded": float(seconded),
    }


def _tells(one: Aligned) -> bool:
    """Whether a figure that both texts have is unlikely to be the same by chance."""
    stated = one.claim.value.stated
    return stated is not None and stated > SMALL


def _gives(other: Claim, claim: Claim) -> bool:
    """Whether a report has the very figure, for whatever of its sort."""
    same = same_amount(claim, other)
    return same and story_features.of_one_sort(claim, other)


def _of_values(claim: Claim, other: Claim) -> Features:
    own, theirs = (figures.representative(one.value) or 0.0 for one in alike(claim, other))
    times = abs(log(own / theirs)) if own > 0 and theirs > 0 else log(_FAR)
    bounds = claim.value.bound, other.value.bound
    return {
        "slip": float(_is_slip(claim, other)),
        "small": float(max(own, theirs) <= SMALL),
        "times": min(times, log(_FAR)),
        "rounded": float(any(bound is not Bound.EXACT for bound in bounds)),
    }


def _is_slip(claim: Claim, other: Claim) -> bool:
    """Whether a slip explains the difference: of digits, or of the unit, "22 feet" for metres."""
    if slips.of_figure(*alike(claim, other)) is not None:
        return True
    return claim.unit != other.unit and intervals.same_number(claim.value, other.value)


def _of_what_is_counted(pair: Pair) -> Features:
    claim, other = pair.both
    return {
        "told by words": float(claim.kind in one_report.TOLD_BY_WORDS),
        "words alike": float(one_report.of_one_thing(pair)),
        "of nothing named": float(claim.kind == "count" and claim.subject is None),
        "people": float(kinds()[claim.kind].of_people),
        "no harm": float(claim.kind in story_features.NO_HARM),
        "of no one thing": float(claim.kind in OF_NO_ONE_THING),
        "two things": float(not story_features.name_one_thing(claim, other)),
    }


@lru_cache(maxsize=1)
def shipped() -> Logit:
    """The weights the package ships."""
    return load(models_dir() / FILE)
