"""A document's figures beside those of a report of the same story, aligned by what they count.

Pair by pair, a figure is held against another only where place, day and kind say that it is the
same fact. Once two documents as wholes are sure to tell one story these say little more: which of
its figures is which, the words beside them tell, as they do when a reader lays two reports side by
side. Each figure goes with the one of the report that it is likeliest one with, no figure twice.
The likelihood is a logistic regression over named features, numbers masked (`models/story.json`,
learned by `factcheck.training.story_learning`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims_db.records import Claim, Prior, Role
from factcheck.judging import doubts, intervals
from factcheck.judging.alignment import figure
from factcheck.judging.conversion import same_amount
from factcheck.judging.pairs import Pair
from factcheck.judging.steps import is_step_for_all
from factcheck.judging.story_features import features, may_be_one, of_one_sort
from factcheck.learned import Logit, load, models_dir

FILE: Final = "story.json"
LEAST: Final = 0.5
"""Chance of one fact below which a figure goes with none."""
_BY_CHANCE: Final = ((100.0, 0.005), (10.0, 0.04), (0.0, 0.15))
"""How often two figures of one story, of two things, are the same, by how many units of its last
non-zero digit the number is: 641 and 1.25 have three digits, 640 million two."""
MOST: Final = 2500
"""Pairs of figures of two texts up to which all are looked at: 50 of each."""
LIKELIEST: Final = 30
"""Figures of a report that each of a claim's is held beside, where there are more."""
# From the figure that stands to the one it replaces, or from that to it, nouns and sums between.
_LEADING: Final = re.compile(
    r"%?(?:[\s,]+[^\W\d_]+){0,4}?[\s,]+(?:(?:up|down) )?(?:from|to)\s+[$€£¥]?"
)
LARGE: Final = 1000.0
_LARGE_BY_CHANCE: Final = 0.01  # the same for large numbers of two digits


@dataclass(frozen=True, slots=True)
class Aligned:
    """A figure of the document with one of a report, and how likely they are one fact."""

    claim: Claim
    prior: Prior
    chance: float
    is_successor: bool = False
    """Whether the document tells that the figure took the place of the report's."""


def aligned(claims: Sequence[Claim], told: Sequence[Prior], published: str | None) -> list[Aligned]:
    """The document's figures with those of one report. Those whose numbers agree go before others
    that are as likely: a report that tells two counts in much the same words accuses no one who
    tells one of them right."""
    scored = [
        (chance_of(pair, alone), i, j) for i, j, pair, alone in comparable(claims, told, published)
    ]

    def turn(found: tuple[float, int, int]) -> tuple[float, bool, int, int]:
        chance, i, j = found
        agree = same_amount(claims[i], told[j].claim)
        sure = with_number(chance, claims[i]) if agree else chance
        return -round(sure, 1), not agree, i, j

    used: tuple[set[int], set[int]] = set(), set()
    found: list[Aligned] = []
    for chance, i, j in sorted(scored, key=turn):
        if chance >= LEAST and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append(Aligned(claims[i], told[j], chance))
    return _with_successors(found, claims)


def _with_successors(found: list[Aligned], claims: Sequence[Claim]) -> list[Aligned]:
    """The figures that go together; a figure goes with that of the report whose place its own
    sentence says it took: "restated to 368 million from 412 million"."""
    led = [
        (claim, one)
        for one in found
        if one.claim.role is Role.PREVIOUS and same_amount(one.claim, one.prior.claim)
        for claim in claims
        if _took_place_of(claim, one.claim)
    ]
    taken = {claim.id for claim, _ in led}
    kept = [one for one in found if one.claim.id not in taken]
    return [*kept, *(Aligned(c, o.prior, with_number(o.chance, o.claim), True) for c, o in led)]


def _took_place_of(claim: Claim, old: Claim) -> bool:
    """Whether a sentence that tells a former figure tells this one as the one that stands; the
    former may leave out what is counted: "75 flights, up from 40"."""
    if claim.sentence_start != old.sentence_start or claim.role is not Role.CURRENT:
        return False
    if claim.kind != old.kind or claim.change is not None:
        return False
    return (
        old.unit in (None, claim.unit) and old.group in (None, claim.group) and _leads(claim, old)
    )


def _leads(claim: Claim, old: Claim) -> bool:
    """Whether nothing but "from", "up from" or "to" stands between the two figures."""
    first, last = (claim, old) if claim.start < old.start else (old, claim)
    between = claim.sentence[first.end - claim.sentence_start : last.start - claim.sentence_start]
    return _LEADING.fullmatch(between) is not None


def chance_of(pair: Pair, alone: tuple[bool, bool]) -> float:
    """How likely two figures are one fact, numbers masked; `alone` as in `features`."""
    return shipped().probability(features(pair, alone))


def with_number(masked: float, claim: Claim) -> float:
    """The chance of one fact once two numbers are seen to be the same; `masked`: before."""
    number = claim.value.stated or 0.0
    units = doubts.precision(number)
    by_chance = next(share for least, share in _BY_CHANCE if units >= least)
    if number >= LARGE and units >= doubts.SMALLEST:
        by_chance = min(by_chance, _LARGE_BY_CHANCE)
    return masked / (masked + by_chance * (1.0 - masked))


def comparable(
    claims: Sequence[Claim], told: Sequence[Prior], published: str | None
) -> list[tuple[int, int, Pair, tuple[bool, bool]]]:
    """The pairs of figures of one sort, by their places in the two lists, and whether each is the
    only number of its sort in its text."""
    others = [prior.claim for prior in told]
    alone = [_is_alone(claim, claims) for claim in claims]
    alone_there = [_is_alone(claim, others) for claim in others]
    found = []
    for i, claim in enumerate(claims):
        for j in _likeliest(claim, others) if len(claims) * len(told) > MOST else range(len(told)):
            prior = told[j]
            if claim.checkable and prior.claim.checkable:
                pair = Pair(claim, prior, published)
                if may_be_one(pair) and not is_step_for_all(claim, prior.claim, others):
                    found.append((i, j, pair, (alone[i], alone_there[j])))
    return found


def _likeliest(claim: Claim, others: Sequence[Claim]) -> list[int]:
    """The places of the figures of a long report that a claim may go with: those that have most
    words around them in common, of these first those of its number."""
    words = figure(claim).near.keys()
    scored = [
        (len(words & figure(other).near.keys()), intervals.same_number(claim.value, other.value), j)
        for j, other in enumerate(others)
    ]
    scored.sort(key=lambda one: (-one[0], not one[1], one[2]))
    return sorted(j for _, _, j in scored[:LIKELIEST])


def _is_alone(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether no other number of the text is of the figure's sort; it may be told twice."""
    return not any(
        other.checkable and of_one_sort(claim, other) and not same_amount(claim, other)
        for other in claims
        if other is not claim
    )


@lru_cache(maxsize=1)
def shipped() -> Logit:
    """The weights the package ships."""
    return load(models_dir() / FILE)
