"""Figures on record of one event and kind → those that no report took back: once a toll was lowered
to 24 from 31, the reports of 31 contradict nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims_db.moments import Order
from claims_db.records import Bound, Prior, Value
from factcheck.judging import figures, intervals, pairs, wording
from factcheck.judging.pairs import Pair

_ENOUGH = 2  # one of them may be the prior itself


def standing(group: Sequence[Prior], replaced: Iterable[Prior]) -> list[Prior]:
    """Those of a group, told as current, that stand. `replaced`: figures of the same event and kind
    that their own reports tell as former ones."""
    corrections = _Corrections(_corrections(group, replaced))
    return [prior for prior in group if not corrections.take_back(prior)]


class _Corrections:
    """The figures that took the place of others, found by the count and the figure replaced, so
    that no prior is held beside all of them."""

    def __init__(self, told: Iterable[tuple[Prior, Prior]]) -> None:
        self._plain: dict[tuple[object, ...], list[_Replaced]] = {}
        self._loose: dict[tuple[object, ...], list[_Replaced]] = {}
        self._of_count: dict[tuple[object, ...], list[_Replaced]] = {}  # the plain ones once more
        known: dict[tuple[object, ...], _Replaced] = {}
        for teller, old in told:
            count, value = _count(old), old.claim.value
            key = (*count, value.low, value.high, value.stated, value.bound)
            if key not in known:
                known[key] = _Replaced(value)
                plain = _plain(value)
                if plain is None:
                    self._loose.setdefault(count, []).append(known[key])
                else:
                    self._plain.setdefault((*count, plain), []).append(known[key])
                    self._of_count.setdefault(count, []).append(known[key])
            known[key].add(teller)

    def take_back(self, prior: Prior) -> bool:
        """Whether a prior tells a figure that was taken back, before or after, and not as one that
        came back."""
        count, value = _count(prior), prior.claim.value
        plain = _plain(value)
        near = self._loose.get(count, [])
        if plain is not None:
            near = [*near, *self._plain.get((*count, plain), ())]
        else:
            near = [*near, *self._of_count.get(count, ())]
        return any(
            intervals.same_number(value, old.value) and _is_gone(prior, old.tellers())
            for old in near
        )


class _Replaced:
    """A figure that was replaced, with those that replaced it: two of each time they were told, as
    more of one time say no more."""

    def __init__(self, value: Value) -> None:
        self.value = value
        self._by_time: dict[object, list[Prior]] = {}

    def add(self, teller: Prior) -> None:
        same = self._by_time.setdefault(pairs.told_at(teller.claim, teller.report.published), [])
        if len(same) < _ENOUGH:
            same.append(teller)

    def tellers(self) -> Iterator[Prior]:
        return (teller for same in self._by_time.values() for teller in same)


def _count(prior: Prior) -> tuple[object, ...]:
    return prior.claim.group, prior.claim.per


def _plain(value: Value) -> float | None:
    """The number of an exact figure that none but its equal agrees with, bounds apart."""
    stated = value.stated
    if value.bound is not Bound.EXACT or stated is None or stated != int(stated):
        return None
    return stated if abs(stated) < intervals.ROUND_FROM else None


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


def _is_gone(prior: Prior, tellers: Iterable[Prior]) -> bool:
    came_back = figures.told_risen(prior.claim) or wording.revises(prior.claim.sentence)
    for teller in tellers:
        if prior is teller:
            continue
        pair = Pair(prior.claim, teller, prior.report.published)
        if not came_back or pairs.order(pair) is not Order.AFTER:
            return True
    return False


def _is_one_count(a: Prior, b: Prior) -> bool:
    return a.claim.group == b.claim.group and a.claim.per == b.claim.per


def _sentence(prior: Prior) -> tuple[str, str]:
    return prior.report.id, prior.claim.sentence
