"""A document's tolls that agree with a report, though a later one of the same story has a higher
count: "has cost four lives", as on Tuesday, where Thursday's report ends "The death toll is 11".

Such a figure is not told as the same fact by place and day alone, and what agrees is taken first;
that the text as a whole tells the story, and that a toll only grows, tells the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.moments import Order
from claims_db.records import Bound, Claim, Document, Prior, Role, Status
from factcheck.judging import (
    figures,
    intervals,
    localities,
    pairs,
    reasons,
    steps,
    story_figures,
    verdict,
    vouching,
    wording,
)
from factcheck.judging.cues import cues
from factcheck.judging.grounds import Beside
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.story_features import NO_HARM, says_when
from factcheck.results import ClaimResult, Relation, Verdict

SURE: Final = 0.8
"""Chance of one fact, numbers masked, from which a higher count of the story is the newer one."""


def behind(
    results: Sequence[ClaimResult], laid: Sequence[Beside], document: Document
) -> tuple[ClaimResult, ...]:
    """The results; a toll that agrees with the record is out of date where a report of the story
    that came out after the first to give it, and before the document, has a higher one, which the
    document does not tell too, as one count or in parts."""
    claims = [result.claim for result in results]
    asked = {result.claim.id: result for result in results if _is_asked(result)}
    if not asked:
        return tuple(results)
    newer: dict[str, tuple[float, Prior]] = {}
    for near in laid:
        for claim, prior, chance in _higher(claims, asked, near, document):
            count = figures.representative(prior.claim.value) or 0.0
            if chance >= SURE and count > newer.get(claim.id, (0.0, prior))[0]:
                newer[claim.id] = count, prior
    return tuple(
        _outdated(result, newer[result.claim.id][1]) if result.claim.id in newer else result
        for result in results
    )


def _is_asked(result: ClaimResult) -> bool:
    claim = result.claim
    if result.verdict is not Verdict.CONSISTENT or claim.role is not Role.CURRENT:
        return False
    kind = kinds()[claim.kind]
    if not kind.of_people or kind.counting is not Counting.ACCUMULATING or claim.kind in NO_HARM:
        return False
    if claim.part_of is not None or claim.value.bound is Bound.VAGUE:
        return False
    if claim.change is not None or steps.tells_step(claim):
        return False
    if wording.tells_gravity(claim.sentence):
        return False  # two are in critical condition, of all who were hurt
    return not any(
        wording.revises(match.prior.claim.sentence) or wording.lowers(match.prior.claim.sentence)
        for match in result.matches
        if match.judgement.relation is Relation.CONSISTENT
    )


def _higher(
    claims: Sequence[Claim], asked: dict[str, ClaimResult], near: Beside, document: Document
) -> Iterator[tuple[Claim, Prior, float]]:
    """The claims that are asked about beside the higher counts of a report."""
    told = [prior.claim for prior in near.priors]
    for i, j, pair, _ in story_figures.comparable(claims, near.priors, document.published):
        claim, prior = claims[i], near.priors[j]
        if claim.id not in asked or not _is_newer(pair, asked[claim.id], claims):
            continue
        if not _is_weighed(asked[claim.id], prior, document):
            highest = _is_highest(claim, claims), _is_highest(prior.claim, told)
            yield claim, prior, story_figures.chance_of(pair, highest)


def _is_highest(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a count is the toll of its text, beside which others of its kind are parts."""
    own = figures.representative(claim.value) or 0.0
    counts = (figures.representative(c.value) or 0.0 for c in claims if c.kind == claim.kind)
    return own >= max(counts, default=0.0)


def _is_weighed(result: ClaimResult, prior: Prior, document: Document) -> bool:
    """Whether the verdict was reached in sight of the prior: it may have been taken back."""
    return any(
        match.prior.report.id == prior.report.id
        and match.prior.claim.id == prior.claim.id
        and vouching.is_comparable(result.claim, document, match, is_tied=False)
        for match in result.matches
    )


def _is_newer(pair: Pair, result: ClaimResult, claims: Sequence[Claim]) -> bool:
    claim, other = pair.both
    own, count = figures.representative(claim.value), figures.representative(other.value)
    if own is None or count is None or count <= own or not _stands(other):
        return False
    if claim.subject not in (None, other.subject) and claim.subject not in cues().everyone:
        return False  # two kids, of all who were hurt
    if localities.place_relation(pair) in (Near.NESTED, Near.OTHER):
        return False  # a town's toll is not the country's
    if _are_of_two_days(claim, other):
        return False  # Monday's strike is not Wednesday's
    if pairs.order(pair) is not Order.AFTER:
        return False
    first = _first_told(result)
    if first is not None and pairs.order(Pair(other, first, pair.prior.report.published)) is (
        Order.BEFORE
    ):
        return False
    others = [c for c in claims if c.kind == claim.kind and c is not claim]
    if any((figures.representative(c.value) or 0.0) >= count for c in others):
        return False
    beside = (c for c in others if c.sentence_start == claim.sentence_start)
    return own + sum((figures.representative(c.value) or 0.0) for c in beside) < count


def _are_of_two_days(claim: Claim, other: Claim) -> bool:
    """Whether both sentences tell days of their own, and these are two."""
    if claim.when is None or other.when is None or not (says_when(claim) and says_when(other)):
        return False
    own, theirs = claim.when, other.when
    return own.end[:10] < theirs.start[:10] or theirs.end[:10] < own.start[:10]


def _stands(other: Claim) -> bool:
    if other.role is not Role.CURRENT or other.part_of is not None or other.change is not None:
        return False
    sure = other.status not in (Status.DENIED, Status.FEARED)
    return sure and other.value.bound is not Bound.VAGUE


def _first_told(result: ClaimResult) -> Prior | None:
    """The first report that gives the claim's figure."""
    told = [
        match.prior
        for match in result.matches
        if match.judgement.relation is Relation.CONSISTENT
        and not match.later
        and intervals.same_number(match.prior.claim.value, result.claim.value)
    ]
    return min(told, key=lambda prior: prior.report.published or "", default=None)


def _outdated(result: ClaimResult, newer: Prior) -> ClaimResult:
    own, latest = reasons.figure(result.claim), reasons.told(newer)
    first = _first_told(result)
    why = f"{own} is behind: the newest figure on record is {latest}"
    if first is not None:
        older = reasons.told(first)
        why = f"{own} agrees with {older}, but the newest figure on record is {latest}"
    severity = verdict.SEVERITIES[Verdict.OUTDATED]
    return replace(result, verdict=Verdict.OUTDATED, severity=severity, latest=newer, why=why)
