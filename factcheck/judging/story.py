"""A document's verdicts → those it has once it is known which reports tell its story.

Which reports these are, their texts as wholes tell (`claims_db.linking`); which of their figures is
which, `story_figures`. A figure that nothing was held against, because the two texts name the place
or the day otherwise, or because its kind alone says too little, is judged then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from claims_db import linking
from claims_db.link_features import is_within_reach
from claims_db.profiles import Profile, profile_of
from claims_db.records import Claim, Document, Prior
from factcheck.judging import intervals, origins, story_features, story_figures, verdict
from factcheck.judging.matching import Fact, Ruling
from factcheck.judging.pairs import OF_NO_ONE_THING, Pair
from factcheck.judging.relation import Matched, measured_alike
from factcheck.judging.story_figures import Aligned
from factcheck.results import ClaimResult, Verdict

MOST: Final = 12
"""Reports that a document is held beside: those that share most."""
LEAST: Final = 2 / 3
"""Chance of one story, rather than a new one, from which a report tells the document's."""
UNSURE: Final = 0.7
"""The most that two figures are one fact where only a place ties the texts: none is accused."""
SEVERAL: Final = 2
"""Figures of two texts that may be one fact each, of which one at least should agree."""
RARE: Final = 50
"""A rare name is in fewer than one of so many documents."""
SMALL: Final = 12
"""Counts up to which two texts have one by chance."""
_RULE: Final = "one story"


def reports(document: Document, priors: Sequence[Sequence[Prior]], as_of: str | None) -> list[str]:
    """The reports, by id, that may tell the document's story: those of which most figures came up
    for its own, the latest first."""
    shared: dict[str, int] = {}
    known: dict[str, Prior] = {}
    for near in priors:
        told = {prior.report.id: prior for prior in near}
        known |= told
        for key in told:
            shared[key] = shared.get(key, 0) + 1
    out = [key for key, prior in known.items() if _is_out(document, prior, as_of)]
    out.sort(key=lambda key: (known[key].report.published or "", key), reverse=True)
    out.sort(key=lambda key: -shared[key])
    return out[:MOST]


def _is_out(document: Document, prior: Prior, as_of: str | None) -> bool:
    report = prior.report
    if report.retracted or origins.is_own(document, prior):
        return False
    return not verdict.is_later_told(prior, as_of)


def told(
    document: Document,
    results: Sequence[ClaimResult],
    reports: Mapping[str, tuple[Profile, Sequence[Prior]]],
    as_of: str | None,
) -> tuple[ClaimResult, ...]:
    """The results of one document beside the `reports` that may tell its story, by id."""
    found: dict[str, list[Aligned]] = {}
    for one in _aligned(document, [result.claim for result in results], reports, as_of):
        found.setdefault(one.claim.id, []).append(one)
    kept: list[ClaimResult] = []
    for result in results:
        aligned = found.get(result.claim.id, [])
        asked = bool(aligned) and (is_open(result) or _is_defended(result, aligned))
        kept.append(_judged(result, aligned, document, as_of) if asked else result)
    return tuple(kept)


def _aligned(
    document: Document,
    claims: Sequence[Claim],
    reports: Mapping[str, tuple[Profile, Sequence[Prior]]],
    as_of: str | None,
) -> list[Aligned]:
    """The figures of the document with those of the reports that are likely enough of its story;
    how surely, where only a place ties the two, is held below what accuses."""
    own = profile_of(document, claims)
    near = {
        key: [prior for prior in reports[key][1] if _is_out(document, prior, as_of)]
        for key, chance in _chances(own, reports).items()
        if chance >= LEAST and _may_be_there(own, reports[key][0])
    }
    known = [prior for priors in near.values() for prior in priors]
    found: list[Aligned] = []
    for key, priors in near.items():
        aligned = story_figures.aligned(claims, priors, document.published)
        sure = is_sure(own, reports[key][0], aligned)
        found += [one if sure and _may_accuse(one, known) else _doubted(one) for one in aligned]
    return found


def _may_accuse(one: Aligned, told: Sequence[Prior]) -> bool:
    """Whether what a figure goes with may speak against it: not of kinds of which a story has many,
    not where a report gives the very figure for something else, nor where two sums or shares name
    two things."""
    claim, other = one.claim, one.prior.claim
    if claim.kind in OF_NO_ONE_THING:
        return False
    if not _agree(one) and any(_gives(prior.claim, claim) for prior in told):
        return False
    return story_features.name_one_thing(claim, other)


def _gives(other: Claim, claim: Claim) -> bool:
    same = intervals.same_number(claim.value, other.value)
    return same and story_features.of_one_sort(claim, other)


def _doubted(one: Aligned) -> Aligned:
    return replace(one, chance=min(one.chance, UNSURE))


def _may_be_there(own: Profile, other: Profile) -> bool:
    """Whether the places allow for one story: what happened in two towns is two, whatever the
    words; a firm is told of from anywhere."""
    if own.happening is None and other.happening is None:
        return True
    return is_within_reach(own.places, other.places)


def is_open(result: ClaimResult) -> bool:
    """Whether a figure that can be checked was held against nothing yet."""
    return result.verdict is Verdict.NO_PRIOR and result.claim.checkable


def _is_defended(result: ClaimResult, aligned: Sequence[Aligned]) -> bool:
    """Whether a report of the story has the figure that is taken for news or wrong."""
    if result.verdict not in (Verdict.UPDATE, Verdict.CONFLICT):
        return False
    return any(map(_agree, aligned))


def _chances(
    own: Profile, reports: Mapping[str, tuple[Profile, Sequence[Prior]]]
) -> dict[str, float]:
    """How likely the document is of the story of each report, rather than of a new one."""
    told = [(key, profile) for key, (profile, _) in reports.items()]
    return linking.chances_among(own, told) if told else {}


def is_sure(own: Profile, other: Profile, aligned: Sequence[Aligned]) -> bool:
    """Whether more than the place ties two texts: a town has two sawmills and two fairs. A telling
    figure that both have; else a rare name that is no place's, or one type of happening in one
    place, unless all of several figures differ: then it is another fair, or last year's."""
    alike = [one for one in aligned if one.chance >= verdict.COMPARABLE]
    agreeing = [one for one in alike if _agree(one)]
    if any(_tells(one) for one in agreeing):
        return True
    if len(alike) >= SEVERAL and not agreeing:
        return False
    same_type = own.happening is not None and own.happening == other.happening
    one_place = same_type and bool(set(own.places) & set(other.places))
    return one_place or bool(_rare(own) & _rare(other))


def _agree(one: Aligned) -> bool:
    return intervals.same_number(one.claim.value, one.prior.claim.value)


def _rare(profile: Profile) -> frozenset[str]:
    """The names of a text that are no place's and in few others."""
    known = linking.shipped()
    names = profile.names - profile.place_words
    return frozenset(name for name in names if RARE * known.words.get(name, 0) <= known.documents)


def _tells(one: Aligned) -> bool:
    """Whether a figure that both texts have is unlikely to be the same by chance."""
    stated = one.claim.value.stated
    return stated is not None and stated > SMALL


def _judged(
    result: ClaimResult, aligned: Sequence[Aligned], document: Document, as_of: str | None
) -> ClaimResult:
    """The result with the figures that the claim goes with held against it."""
    claim = result.claim
    tied = {(one.prior.report.id, one.prior.claim.id): one for one in aligned}
    matches = [m for m in result.matches if (m.prior.report.id, m.prior.claim.id) not in tied]
    for one in aligned:
        pair = measured_alike(Pair(claim, one.prior, document.published))
        facts = {Fact.SAME: one.chance, Fact.SCOPE: 1.0 - one.chance, Fact.EVENT: 0.0}
        matched = Matched(pair, Ruling(Fact.SAME, _RULE), facts)
        matches.append(verdict.weigh_match(matched, one.prior, as_of))
    copies = verdict.copies(claim, document, [match.prior for match in matches])
    return verdict.conclude(claim, document, tuple(matches), copies, tied=frozenset(tied))
