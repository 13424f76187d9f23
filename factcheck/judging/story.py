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
from claims_db.kinds import kinds
from claims_db.link_features import is_within_reach
from claims_db.profiles import Profile, profile_of
from claims_db.records import Bound, Claim, Document, Prior
from factcheck.judging import (
    doubts,
    grounds,
    looking_back,
    one_report,
    origins,
    slips,
    story_agreement,
    story_behind,
    story_figures,
    verdict,
    vouching,
)
from factcheck.judging.grounds import Beside
from factcheck.judging.matching import Fact, Ruling
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import Matched, measured_alike
from factcheck.judging.story_figures import Aligned
from factcheck.results import ClaimResult, Match, Relation, Verdict

MOST: Final = 12
"""Reports that a document is held beside: those that share most."""
LEAST: Final = 2 / 3
"""Chance of one story, rather than a new one, from which a report tells the document's."""
TIED: Final = 0.9
"""Chance of one story that shared figures of two digits and more make, beside a rare name."""
SHARED: Final = 3
"""Such figures that two texts have, of which hardly more than one is the same by chance; those of
three digits and more count twice."""
_LONG: Final = 100.0
UNSURE: Final = 0.7
"""The most that two figures are one fact which differ, with too little ground to accuse either."""
ACCUSING: Final = 0.8
"""What the model gives for an error, as wrong figures are in the cases (five of six), from which a
figure may be accused: of those so likely, with the case left out that they are of, 183 of 190 were
wrong; 2 in 411 reports and stories as they stand."""
_RULE: Final = "one story"
_MEASURES: Final = frozenset({"percent", "money"})
_ANYWHERE: Final = frozenset({None, "vote", "layoffs", "statistics"})
"""What a text may tell of that befell no place: firms, parties and figures are told of from
anywhere."""


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
    return not vouching.is_later_told(prior, as_of)


def told(
    document: Document,
    results: Sequence[ClaimResult],
    reports: Mapping[str, tuple[Profile, Sequence[Prior]]],
    as_of: str | None,
) -> tuple[ClaimResult, ...]:
    """The results of one document beside the `reports` that may tell its story, by id."""
    laid = beside(document, [result.claim for result in results], reports, as_of)
    every = [prior.claim for near in laid for prior in near.priors]
    found: dict[str, list[Aligned]] = {}
    for one in (_weighed(one, near, laid) for near in laid for one in near.aligned):
        found.setdefault(one.claim.id, []).append(one)
    kept: list[ClaimResult] = []
    for result in results:
        aligned = _surest(found.get(result.claim.id, []))
        asked = bool(aligned) and (is_open(result) or _is_defended(document, result, aligned))
        kept.append(judged(result, aligned, document, as_of, every) if asked else result)
    agreed = _agreed(kept, found, laid, document, as_of)
    return story_behind.behind(agreed, laid, document)


def _surest(aligned: list[Aligned]) -> list[Aligned]:
    """The figures that a claim goes with; of loose ones those alone that may accuse it, where any
    may: a rival's patients, told a day later, are no newer count."""
    sure = [one for one in aligned if one.chance >= ACCUSING and not grounds.agree(one)]
    loose = all(one.claim.kind in one_report.TOLD_BY_WORDS for one in aligned)
    return sure if sure and loose and not any(map(grounds.agree, aligned)) else aligned


def _agreed(
    results: Sequence[ClaimResult],
    aligned: Mapping[str, Sequence[Aligned]],
    laid: Sequence[Beside],
    document: Document,
    as_of: str | None,
) -> tuple[ClaimResult, ...]:
    """The results, where a report of the story gives a figure that is held against nothing sure
    enough, or that others speak against which may not accuse it, with that report alone."""
    claims = [result.claim for result in results]
    asked = [
        result.claim
        for result in results
        if is_open(result) or _is_divided(result) or _is_unlike_newest(result)
    ]
    found = {
        claim.id: [one for one in aligned.get(claim.id, ()) if grounds.agree(one)]
        for claim in asked
    }
    for near in laid:
        for one in story_agreement.found(claims, asked, near.priors, document.published):
            found[one.claim.id].append(one)
    for result in filter(_is_unlike_newest, results):
        found[result.claim.id] = [
            one for one in found[result.claim.id] if _is_as_new(document, one, result)
        ]
    return tuple(
        judged(result, found[result.claim.id], document, as_of, alone=True)
        if found.get(result.claim.id)
        else result
        for result in results
    )


def _is_unlike_newest(result: ClaimResult) -> bool:
    """Whether a count of people is held against one of a report, and differs."""
    if result.verdict not in (Verdict.UPDATE, Verdict.CONFLICT):
        return False
    return result.latest is not None and kinds()[result.claim.kind].of_people


def _is_as_new(document: Document, one: Aligned, result: ClaimResult) -> bool:
    """Whether a figure that agrees is of another outlet, no chance, and told no earlier than the
    one that the result is held against: a lower one of an earlier day is out of date."""
    assert result.latest is not None
    if vouching.is_of_own_outlet(document, one.prior):
        return False
    if (one.claim.value.stated or 0.0) <= grounds.SMALL:
        return False
    if slips.is_part_for_total(one.claim, [one.prior.claim]):
        return False  # a part, told for the total, has its number from there
    return (one.prior.report.published or "") >= (result.latest.report.published or "")


def _is_divided(result: ClaimResult) -> bool:
    """Whether reports are said to differ over a figure of which a text has many."""
    return result.verdict is Verdict.DISPUTED and result.claim.kind in one_report.TOLD_BY_WORDS


def beside(
    document: Document,
    claims: Sequence[Claim],
    reports: Mapping[str, tuple[Profile, Sequence[Prior]]],
    as_of: str | None,
) -> list[Beside]:
    """The document beside each of the reports that are likely enough of its story."""
    own = profile_of(document, claims)
    found: list[Beside] = []
    chances = _chances(own, reports)
    told_lately = {key for key, chance in chances.items() if chance >= LEAST}
    back = {key: profile for key, (profile, _) in reports.items()}
    for key, chance in looking_back.chances(document, claims, own, back, _likely).items():
        chances[key] = max(chance, chances.get(key, 0.0))
    for key, (other, told) in reports.items():
        chance = chances.get(key, 0.0)
        if chance < LEAST and _is_tied(own, claims, other, told):
            chance = TIED
        if chance >= LEAST and _may_be_there(own, other):
            priors = [prior for prior in told if _is_out(document, prior, as_of)]
            asked = claims if key in told_lately else looking_back.of_those_days(claims, other)
            aligned = story_figures.aligned(asked, priors, document.published)
            found.append(Beside(own, other, chance, priors, aligned))
    return found


def _is_tied(own: Profile, claims: Sequence[Claim], other: Profile, told: Sequence[Prior]) -> bool:
    """Whether both texts share a rare name and so many telling figures that they tell of one
    thing, though each as a whole is more about another: a budget's two days, heat and the storm
    that ended it."""
    if not any(map(grounds.is_rare, own.names & other.names)):
        return False
    given = {_number(prior.claim) for prior in told if prior.claim.checkable}
    ours = {_number(claim) for claim in claims if claim.checkable}
    shared = (one for one in given & ours if one is not None)
    return sum(2 if doubts.precision(number) >= _LONG else 1 for _, number in shared) >= SHARED


def _number(claim: Claim) -> tuple[str, float] | None:
    """A figure's number with its unit, if few figures are the same by chance."""
    stated = claim.value.stated
    if stated is None or claim.kind in ("date", "age") or claim.value.bound is Bound.VAGUE:
        return None
    if doubts.precision(stated) < doubts.SMALLEST:
        return None
    unit = kinds()[claim.kind].unit
    return (unit if unit in _MEASURES else "", stated)


def _weighed(one: Aligned, near: Beside, laid: Sequence[Beside]) -> Aligned:
    """The two figures, as surely one fact as the grounds for an error allow if they differ: that
    one is wrong says that it is of the same."""
    if grounds.agree(one) or one.is_successor:
        return one
    wrong = 0.0
    if grounds.may_accuse(one, near, laid):
        wrong = grounds.wrong(one, near, laid)
        if grounds.is_anothers(one, near):
            wrong = max(wrong, ACCUSING)
    chance = max(one.chance, wrong) if wrong >= ACCUSING else min(one.chance, UNSURE)
    return replace(one, chance=chance)


def _may_be_there(own: Profile, other: Profile) -> bool:
    """Whether the places allow for one story: what happened in two towns is two, whatever the
    words; a firm is told of from anywhere."""
    if {own.happening, other.happening} <= _ANYWHERE:
        return True
    return is_within_reach(own.places, other.places)


def is_open(result: ClaimResult) -> bool:
    """Whether a figure that can be checked was held against nothing yet."""
    return result.verdict is Verdict.NO_PRIOR and result.claim.checkable


def _is_defended(document: Document, result: ClaimResult, aligned: Sequence[Aligned]) -> bool:
    """Whether a report of the story, of another outlet, has the figure that is taken for news or
    wrong."""
    if result.verdict not in (Verdict.UPDATE, Verdict.CONFLICT):
        return False
    return any(
        grounds.agree(one) and not vouching.is_of_own_outlet(document, one.prior) for one in aligned
    )


def _chances(
    own: Profile, reports: Mapping[str, tuple[Profile, Sequence[Prior]]]
) -> dict[str, float]:
    """How likely the document is of the story of each report, rather than of a new one."""
    return _likely(own, {key: profile for key, (profile, _) in reports.items()})


def _likely(own: Profile, reports: Mapping[str, Profile]) -> dict[str, float]:
    return linking.chances_among(own, list(reports.items())) if reports else {}


def judged(
    result: ClaimResult,
    aligned: Sequence[Aligned],
    document: Document,
    as_of: str | None,
    beside: Sequence[Claim] = (),
    *,
    alone: bool = False,
) -> ClaimResult:
    """The result with the figures that the claim goes with held against it; `alone`: and no others
    that were taken for the same fact. `beside`: all figures of the reports of the story, of which
    one may be mistaken for it."""
    claim = result.claim
    tied = {(one.prior.report.id, one.prior.claim.id): one for one in aligned}
    matches = [
        match
        for match in result.matches
        if (match.prior.report.id, match.prior.claim.id) not in tied
        and not (alone and match.judgement.relation not in vouching.DIFFERENT)
    ]
    for one in aligned:
        pair = measured_alike(Pair(claim, one.prior, document.published))
        facts = {Fact.SAME: one.chance, Fact.SCOPE: 1.0 - one.chance, Fact.EVENT: 0.0}
        matched = Matched(pair, Ruling(Fact.SAME, _RULE), facts)
        match = verdict.weigh_match(matched, one.prior, as_of)
        matches.append(_as_news(match) if one.is_successor else match)
    copies = verdict.copies(claim, document, [match.prior for match in matches])
    found = verdict.conclude(
        claim, document, tuple(matches), copies, beside=beside, tied=frozenset(tied)
    )
    return result if _replaces_another(found) else found


def _as_news(match: Match) -> Match:
    """A prior whose place the figure took, as its text tells, is no contradiction of it."""
    if match.judgement.relation is not Relation.CONFLICT:
        return match
    return replace(match, judgement=replace(match.judgement, relation=Relation.UPDATE))


def _replaces_another(found: ClaimResult) -> bool:
    """Whether a count is said to take back one of other things, since its sentence takes something
    back: "lowered to 24, as two hospitals had counted some twice" leaves the six floors alone."""
    if found.verdict is not Verdict.CORRECTION or found.latest is None:
        return False
    if found.claim.kind not in one_report.TOLD_BY_WORDS:
        return False
    return found.claim.subject != found.latest.claim.subject
