"""A document's figures that a report of the same story gives too, though the words beside them are
too unlike for the two to be held against each other whatever they say.

That two figures are one fact is asked with the numbers masked, so that no figure is accused by one
it merely looks like. To find that they agree, their being one number counts as well: of two texts
on one story few figures are the same by chance, the fewer the more digits they have. What is found
so speaks for a figure, never against one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Prior, Role, Status
from factcheck.judging import alignment, matching, owners, told_sites
from factcheck.judging.conversion import same_amount
from factcheck.judging.measures import course
from factcheck.judging.pairs import Pair
from factcheck.judging.steps import is_step_for_all
from factcheck.judging.story_features import NO_HARM, akin, is_other_unit, may_be_one, of_one_sort
from factcheck.judging.story_figures import LARGE, Aligned, chance_of, with_number

LEAST: Final = 0.6
"""Chance of one fact, the number looked at, from which a figure agrees with that of a report."""
_OF_OTHER_SORT: Final = 0.03
"""Chance of one fact, the number masked, of two figures told as counts of two sorts: customers cut
off are read as a count here, as those without power there."""
_BETTER: Final = 0.25
"""So much likelier, the number masked, another figure of the report is the claim's, where the
agreeing one is told of something else: the sum of one quarter given for another."""
_PAST: Final = (Role.PREVIOUS, Role.RETRACTED)
_UNASKED: Final = frozenset({"date", "age", "superlative"})


def found(
    claims: Sequence[Claim], asked: Iterable[Claim], told: Sequence[Prior], published: str | None
) -> list[Aligned]:
    """The figures of one report that agree with one of those asked of, each with the likeliest.
    `claims`: all of the document."""
    given = [prior for prior in told if _may_tell(prior.claim)]
    agreed: list[Aligned] = []
    for claim in asked:
        if not _may_tell(claim):
            continue
        near = [
            (_chance(pair), prior)
            for prior in given
            if same_amount(claim, prior.claim)
            and _may_agree(pair := Pair(claim, prior, published))
            and not is_step_for_all(claim, prior.claim, [other.claim for other in given])
        ]
        if not near:
            continue
        masked, best = max(near, key=lambda one: one[0])
        sure = with_number(masked, claim)
        if sure >= LEAST and not _is_fitter(claim, claims, given, masked, published):
            agreed.append(Aligned(claim, best, sure))
    return agreed


def _may_tell(claim: Claim) -> bool:
    if not claim.checkable or claim.kind in _UNASKED or not claim.value.stated:
        return False
    if claim.value.bound is Bound.VAGUE:
        return False
    return claim.status not in (Status.DENIED, Status.FEARED) and claim.role is not Role.RETRACTED


def _may_agree(pair: Pair) -> bool:
    """Whether nothing says that two figures of one number are of two things."""
    a, b = pair.both
    if (a.role in _PAST) != (b.role in _PAST):
        return False
    if not _of_one_dimension(a, b) or matching.told_as_two(pair):
        return False
    if {course(a), course(b)} == {"+", "-"}:
        return False
    if None not in (a.per, b.per) and a.per != b.per:
        return False
    if _are_of_two(owners.owner(a), owners.owner(b)) or _other_candidate(pair):
        return False
    if of_one_sort(a, b):
        return not (_are_told_as_two(a, b) or _are_two_shares(a, b))
    return _may_be_of_two_sorts(a, b)


def _of_one_dimension(a: Claim, b: Claim) -> bool:
    own, other = alignment.dimension(a).split(), alignment.dimension(b).split()
    counted = {"count", "rate"}
    if own[0] in counted and other[0] in counted:
        return True
    if own[0] == other[0] == "money":
        return not is_other_unit(a, b)
    return own == other and (a.unit == b.unit or None in (a.unit, b.unit))


def _may_be_of_two_sorts(a: Claim, b: Claim) -> bool:
    """Whether figures of two kinds may be of one thing that is read in two ways: large ones, and
    one at least of people or things that nothing need have happened to."""
    if (a.value.stated or 0.0) < LARGE:
        return False
    told = {a.kind, b.kind}
    if told & (NO_HARM | {"rate"}):
        return True
    return all(kinds()[kind].of_people for kind in told) and told <= _MOVED


_MOVED: Final = frozenset({"displaced", "evacuated", "rescued", "affected", "stranded"})


def _are_told_as_two(a: Claim, b: Claim) -> bool:
    """Whether both are counts of things named, and the names are of two: operations and visits."""
    if "count" not in (a.kind, b.kind) or not a.subject or not b.subject:
        return False
    return not akin(a.subject, b.subject)


def _are_two_shares(a: Claim, b: Claim) -> bool:
    """Whether they are shares of two kinds: of the vote, and of those who voted."""
    loose = alignment.GENERAL
    return a.unit == "percent" and a.kind != b.kind and not {a.kind, b.kind} & loose


def _are_of_two(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def _other_candidate(pair: Pair) -> bool:
    if matching.OF_CANDIDATES.isdisjoint({claim.kind for claim in pair.both}):
        return False
    a, b = map(told_sites.candidates, pair.both)
    return _are_of_two(a, b)


def _chance(pair: Pair) -> float:
    """The chance that two figures are one fact, the number masked."""
    if not of_one_sort(*pair.both) or matching.set_apart(pair):
        return _OF_OTHER_SORT
    if not may_be_one(pair):
        return 0.0
    return chance_of(pair, (False, False))


def _is_fitter(
    claim: Claim,
    claims: Sequence[Claim],
    given: Sequence[Prior],
    masked: float,
    published: str | None,
) -> bool:
    """Whether another figure of the report, which the document doesn't give, is the claim's by its
    words, so that the agreeing one may be another thing's."""
    for prior in given:
        pair = Pair(claim, prior, published)
        if same_amount(claim, prior.claim) or not may_be_one(pair):
            continue
        if any(same_amount(other, prior.claim) for other in claims):
            continue
        if chance_of(pair, (False, False)) > masked + _BETTER:
            return True
    return False
