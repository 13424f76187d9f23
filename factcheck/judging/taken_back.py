"""Figures on record of one event and kind → those that no report took back: once a toll was lowered
to 24 from 31, the reports of 31 contradict nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims_db.moments import Order
from claims_db.records import Prior
from factcheck.judging import figures, intervals, pairs, wording
from factcheck.judging.pairs import Pair


def standing(group: Sequence[Prior], replaced: Iterable[Prior]) -> list[Prior]:
    """Those of a group, told as current, that stand. `replaced`: figures of the same event and kind
    that their own reports tell as former ones."""
    corrections = list(_corrections(group, replaced))
    return [
        prior
        for prior in group
        if not any(_is_gone(prior, teller, old) for teller, old in corrections)
    ]


def _corrections(
    group: Sequence[Prior], replaced: Iterable[Prior]
) -> Iterator[tuple[Prior, Prior]]:
    """The figures that take the place of others, each with the one that its own sentence tells as
    replaced."""
    tellers: dict[tuple[str, str], list[Prior]] = {}
    for prior in group:
        tellers.setdefault(_sentence(prior), []).append(prior)
    for old in replaced:
        for teller in tellers.get(_sentence(old), ()):
            if _is_one_count(teller, old) and _takes_back(teller):
                yield teller, old


def _takes_back(teller: Prior) -> bool:
    told = teller.claim.sentence
    return teller.claim.change is None and (wording.revises(told) or wording.lowers(told))


def _is_gone(prior: Prior, teller: Prior, old: Prior) -> bool:
    """Whether a prior tells the figure that was taken back, before or after, and not as one that
    came back."""
    if prior is teller or not _is_one_count(prior, old):
        return False
    if not intervals.same_number(prior.claim.value, old.claim.value):
        return False
    pair = Pair(prior.claim, teller, prior.report.published)
    if pairs.order(pair) is not Order.AFTER:
        return True
    return not (figures.told_risen(prior.claim) or wording.revises(prior.claim.sentence))


def _is_one_count(a: Prior, b: Prior) -> bool:
    return a.claim.group == b.claim.group and a.claim.per == b.claim.per


def _sentence(prior: Prior) -> tuple[str, str]:
    return prior.report.id, prior.claim.sentence
