"""Figures that are held against nothing on record, but are a slip of one that a report of the same
happening gives: "£61 billion" beside "£61 million", "64 tonnes" beside "46 tonnes".

What a loosely told figure counts is seldom sure, and figures of one happening are many. That two
of them which measure different things are told with the same digits in another order is so rare
that the slip itself tells that they are one fact. So it is asked of figures that nobody else gives,
whose right form the document doesn't give either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims_db import linking
from claims_db.kinds import Counting, kinds
from claims_db.profiles import Profile, profile_of
from claims_db.records import Bound, Claim, Document, Prior, Role, Status
from factcheck.judging import (
    doubts,
    intervals,
    matching,
    origins,
    reasons,
    slips,
    told_sites,
    verdict,
    vouching,
)
from factcheck.judging.alignment import GENERAL, LEAST, dimension, figure, likeness
from factcheck.judging.pairs import Pair
from factcheck.judging.same_story import LEAST as SAME_STORY
from factcheck.results import (
    ClaimResult,
    Hint,
    Judgement,
    Match,
    Origins,
    Relation,
    Severity,
    Verdict,
)

SURE: Final = 0.87
"""How often such a pair is one fact, at the least: all 22 such figures in the desk cases that may
be looked at were, and from 0.05 ** (1 / 22) = 0.87 that has a chance of 5 % or more. These are the
made-up cases that the rule was made with, and 22 are few; in 300 reports and stories as they stand
it found no pair, right or wrong."""
_AGREED: Final = 2
"""Known origins that hold the right figure, from which its slip is an error."""
_UNASKED: Final = frozenset({"date", "age", "superlative", "duration"})
_VAGUE: Final = (Bound.VAGUE, Bound.RANGE)

Profiles = Callable[[Collection[str]], Mapping[str, Profile]]
"""Reports → what each tells as a whole."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A result, by its place among those of its document, and the prior that its figure is a slip
    of."""

    at: int
    prior: Prior
    hint: Hint

    @property
    def event(self) -> str:
        """The happening on record; a report that is of none is one of its own."""
        return self.prior.claim.event or self.prior.report.id


def told(
    document: Document,
    results: Sequence[ClaimResult],
    known: Sequence[Prior],
    as_of: str | None,
    profiles: Profiles,
) -> tuple[ClaimResult, ...]:
    """The results of one document, with conflicts where a figure that was held against nothing is
    such a slip, and the document tells of the happening as the report does. `known`: the figures
    of its `events`."""
    if document.published is None:
        return tuple(results)
    pool = _pool(document, results, as_of, known)
    found = [slip for n in range(len(results)) for slip in _slips(n, results, pool)]
    if not found:
        return tuple(results)
    tied = _tied(document, results, pool, profiles)
    kept: dict[int, list[_Slip]] = {}
    for slip in found:
        if slip.event in tied:
            kept.setdefault(slip.at, []).append(slip)
    return tuple(
        _conflict(result, kept[n]) if n in kept else result for n, result in enumerate(results)
    )


def events(results: Sequence[ClaimResult]) -> set[str]:
    """The happenings on record that a document's figures are held against."""
    compared = (result.latest.claim.event for result in results if result.latest is not None)
    return {event for event in compared if event is not None}


def is_asked(result: ClaimResult) -> bool:
    """Whether a figure is held against nothing and told for a count of its own."""
    claim = result.claim
    if result.verdict is not Verdict.NO_PRIOR or not claim.checkable or not claim.value.stated:
        return False
    if claim.kind in _UNASKED or claim.value.bound in _VAGUE or claim.change or claim.per:
        return False
    return claim.role is Role.CURRENT and claim.status not in (Status.DENIED, Status.FEARED)


def _pool(
    document: Document,
    results: Sequence[ClaimResult],
    as_of: str | None,
    known: Sequence[Prior],
) -> list[Prior]:
    """The figures that were out of the happenings that the document is compared with, and all that
    any of its own was held beside."""
    near = [match.prior for result in results for match in result.matches]
    found = {(prior.report.id, prior.claim.id): prior for prior in (*near, *known)}
    return [
        prior
        for prior in found.values()
        if prior.claim.value.stated and prior.claim.kind not in _UNASKED
        if prior.claim.value.bound not in _VAGUE and not prior.report.retracted
        if not vouching.is_later_told(prior, as_of) and not origins.is_own(document, prior)
    ]


def _slips(at: int, results: Sequence[ClaimResult], pool: Iterable[Prior]) -> list[_Slip]:
    """The priors that a result's figure may be a slip of; none if any report gives that figure."""
    if not is_asked(results[at]):
        return []
    claim = results[at].claim
    near = [prior for prior in pool if _measure_alike(claim, prior.claim)]
    if any(_gives(prior.claim, claim) for prior in near):
        return []
    given = {r.claim.value.stated for r in results if _measure_alike(claim, r.claim)}
    return [
        _Slip(at, prior, hint)
        for prior in near
        if prior.claim.value.stated not in given
        if (hint := slips.of_figure(claim, prior.claim)) is not None
        if _tells(claim, prior.claim, hint) and _count_alike(claim, prior.claim)
        if _of_one_candidate(claim, prior.claim)
        and not matching.set_apart_in_story(Pair(claim, prior))
    ]


def _gives(other: Claim, claim: Claim) -> bool:
    """Whether a report has the very figure, for whatever of its sort, or rounds it: the 2,000
    treated are no round number of 2,279 infected."""
    if not intervals.same_number(claim.value, other.value):
        return False
    return claim.value.stated == other.value.stated or _count_alike(claim, other)


def _of_one_candidate(a: Claim, b: Claim) -> bool:
    """Whether both name one party or candidate, where votes, seats or shares of them are counted:
    any figure of one may look like a slip of another's."""
    if matching.OF_CANDIDATES.isdisjoint((a.kind, b.kind)):
        return True
    first, second = told_sites.candidates(a), told_sites.candidates(b)
    return bool(first) and bool(second) and (first <= second or second <= first)


def _measure_alike(a: Claim, b: Claim) -> bool:
    return a.unit == b.unit and dimension(a) == dimension(b)


def _tells(claim: Claim, other: Claim, hint: Hint) -> bool:
    """Whether such a slip is too rare to be chance. Of the people a happening struck there are
    parts of every size."""
    if hint.slip in (slips.LOST, slips.DOUBLED):
        return False
    stated = (claim.value.stated or 0.0, other.value.stated or 0.0)
    if min(map(doubts.precision, stated)) < doubts.SMALLEST:
        return False
    kind = kinds()[claim.kind]
    struck = kind.of_people and kind.counting is Counting.ACCUMULATING and claim.kind == other.kind
    return hint.slip == slips.SWAPPED or not struck


def _count_alike(a: Claim, b: Claim) -> bool:
    """Whether both may count one thing: the same noun, a kind that tells enough, or like words.
    Of two kinds that tell enough, one thing is counted where the noun says more than "people"."""
    if GENERAL.isdisjoint((a.kind, b.kind)):
        return a.kind == b.kind or (a.group is not None and a.group == b.group)
    if a.subject and a.subject == b.subject:
        return True
    return likeness(figure(a), figure(b)) >= LEAST


def _tied(
    document: Document,
    results: Sequence[ClaimResult],
    pool: Sequence[Prior],
    profiles: Profiles,
) -> set[str]:
    """The happenings that the document tells of: those that its other figures are held against,
    and those whose reports are like it as wholes."""
    reports = {prior.report.id: prior for prior in pool}
    known = profiles(reports)
    order = sorted(
        (prior.report.published or "", prior.report.id, prior.claim.event or prior.report.id)
        for prior in pool
        if prior.report.id in known
    )
    others = [(event, known[key]) for _, key, event in dict.fromkeys(order)]
    own = profile_of(document, [result.claim for result in results])
    chances = linking.chances_among(own, others)
    held = {
        result.latest.claim.event or result.latest.report.id
        for result in results
        if result.latest is not None
    }
    return held | {event for event, chance in chances.items() if chance >= SAME_STORY}


def _conflict(result: ClaimResult, found: Sequence[_Slip]) -> ClaimResult:
    """The figure as a conflict: an error where two known origins hold the right one, however many
    outlets print it, else a warning."""
    best = max(found, key=lambda slip: likeness(figure(result.claim), figure(slip.prior.claim)))
    right = [slip.prior for slip in found if slip.hint == best.hint]
    agreed, unknown = origins.count(right)
    own, other = reasons.figure(result.claim), reasons.told(best.prior)
    why = f"{own} contradicts {other}: {best.hint.slip} would explain it, and nobody gives it"
    judgement = Judgement(
        relation=Relation.CONFLICT,
        probabilities=dict.fromkeys(Relation, 0.0)
        | {Relation.CONFLICT: SURE, Relation.DIFFERENT_SCOPE: 1.0 - SURE},
        match_confidence=SURE,
        consistency=verdict.SLIP_ODDS,
        why=why,
    )
    rest = tuple(match for match in result.matches if match.prior is not best.prior)
    return replace(
        result,
        verdict=Verdict.CONFLICT,
        severity=Severity.ERROR if agreed >= _AGREED else Severity.WARNING,
        match_confidence=SURE,
        consistency=verdict.SLIP_ODDS,
        origins=Origins(0, agreed, unknown),
        latest=best.prior,
        why=why,
        hints=(best.hint,),
        matches=(Match(best.prior, judgement), *rest),
    )
