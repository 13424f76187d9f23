"""A document's figures beside those of a report of the same story, aligned by what they count.

Pair by pair, a figure is held against another only where place, day and kind say that it is the
same fact. Once two documents as wholes are sure to tell one story these say little more: which of
its figures is which, the words beside them tell, as they do when a reader lays two reports side by
side. Each figure goes with the one of the report that it is likeliest one with, no figure twice.
The likelihood is a logistic regression over named features, numbers masked (`models/story.json`,
learned by `factcheck.training.story_learning`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims_db.records import Claim, Prior
from factcheck.judging import intervals
from factcheck.judging.pairs import Pair
from factcheck.judging.story_features import features, may_be_one, of_one_sort
from factcheck.learned import Logit, load, models_dir

FILE: Final = "story.json"
LEAST: Final = 0.5
"""Chance of one fact below which a figure goes with none."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A figure of the document with one of a report, and how likely they are one fact."""

    claim: Claim
    prior: Prior
    chance: float


def aligned(claims: Sequence[Claim], told: Sequence[Prior], published: str | None) -> list[Aligned]:
    """The document's figures with those of one report. Of equal chances those go first whose
    numbers agree: a report that tells two counts in the same words accuses no one who tells one."""
    scored = [
        (chance_of(pair, alone), i, j) for i, j, pair, alone in comparable(claims, told, published)
    ]

    def turn(found: tuple[float, int, int]) -> tuple[float, bool, int, int]:
        chance, i, j = found
        agree = intervals.same_number(claims[i].value, told[j].claim.value)
        return -round(chance, 1), not agree, i, j

    used: tuple[set[int], set[int]] = set(), set()
    found: list[Aligned] = []
    for chance, i, j in sorted(scored, key=turn):
        if chance >= LEAST and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append(Aligned(claims[i], told[j], chance))
    return found


def chance_of(pair: Pair, alone: tuple[bool, bool]) -> float:
    """How likely two figures are one fact, numbers masked; `alone` as in `features`."""
    return shipped().probability(features(pair, alone))


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
        for j, prior in enumerate(told):
            if claim.checkable and prior.claim.checkable:
                pair = Pair(claim, prior, published)
                if may_be_one(pair):
                    found.append((i, j, pair, (alone[i], alone_there[j])))
    return found


def _is_alone(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether no other number of the text is of the figure's sort; it may be told twice."""
    return not any(
        other.checkable
        and of_one_sort(claim, other)
        and not intervals.same_number(claim.value, other.value)
        for other in claims
        if other is not claim
    )


@lru_cache(maxsize=1)
def shipped() -> Logit:
    """The weights the package ships."""
    return load(models_dir() / FILE)
