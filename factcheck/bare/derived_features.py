"""Features of two bare statements: whether the claim's numbers follow from several of the evidence.

A sum ("four died, then three more": seven), a difference ("from 11.8 to 11.3": half a point), a
share ("61,000 of 122,000": half), a ratio ("from 420 to 840": doubled).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from claims_db.records import Bound
from factcheck.bare.feature_columns import Values, feature
from factcheck.bare.printed import Printed
from factcheck.bare.printed_comparison import FORM, NONE, SUPPORTS, admits, compatible
from factcheck.bare.statement_pair import StatementPair

_MOST: Final = 7  # numbers of the evidence that are put together
_SAME: Final = 0.7
_OFF: Final = 0.03  # as a share: a ratio this near two is "doubled"
_SUM, _DIFFERENCE, _SHARE, _CHANGE, _PART = 1.0, 2.0, 3.0, 4.0, 5.0
_RATIOS: Final = {
    **dict.fromkeys("double doubles doubled doubling twice twofold".split(), 2.0),
    **dict.fromkeys(
        "triple triples tripled tripling treble trebles trebled threefold".split(), 3.0
    ),
    **dict.fromkeys("quadruple quadruples quadrupled fourfold".split(), 4.0),
    **dict.fromkeys("halve halves halved halving".split(), 0.5),
}
_MORE_THAN_HALF: Final = frozenset("majority most mostly".split())
_PAST: Final = frozenset("passes pass passed tops top topped exceeds exceeded beyond".split())


def _amounts(numbers: Sequence[Printed]) -> list[Printed]:
    return [n for n in numbers if n.sort not in ("label", "clock", "rank") and n.high is None]


def _ways(own: Printed, told: Sequence[Printed]) -> Iterator[tuple[float, float]]:
    """What numbers of the evidence make together, and in which way."""
    same = [n for n in told if compatible(own, n) >= _SAME]
    for a, b in combinations(same, 2):
        yield _SUM, a.value + b.value
        if a.value != b.value:
            yield _DIFFERENCE, abs(a.value - b.value)
    if len(same) > 2:
        yield _SUM, sum([n.value for n in same])
        for three in combinations(same, 3):
            yield _SUM, sum([n.value for n in three])
    yield from _shares(own, told)


def _shares(own: Printed, told: Sequence[Printed]) -> Iterator[tuple[float, float]]:
    if own.sort == "percent":
        for one in told:
            if one.sort == "percent":
                yield _DIFFERENCE, 100.0 - one.value
        for a, b in combinations(told, 2):
            if a.sort.partition(" ")[0] != b.sort.partition(" ")[0] and "whole" not in (
                a.sort,
                b.sort,
            ):
                continue
            if a.value > 0 and b.value > 0:
                low, high = sorted((a.value, b.value))
                yield _SHARE, 100.0 * low / high
                yield _CHANGE, 100.0 * abs(b.value - a.value) / a.value
                yield _CHANGE, 100.0 * abs(b.value - a.value) / b.value
    elif own.sort == "points":
        for a, b in combinations([n for n in told if n.sort == "percent"], 2):
            yield _DIFFERENCE, abs(a.value - b.value)
    else:
        for share in told:
            if share.sort == "percent":
                for whole in told:
                    if compatible(own, whole) >= _SAME:
                        yield _PART, share.value * whole.value / 100.0


def _way(own: Printed, told: Sequence[Printed]) -> float:
    """How the number follows from several; 0 where it does not."""
    for way, value in _ways(own, told):
        if way in (_SHARE, _CHANGE) and own.bound in (Bound.EXACT, Bound.ABOUT):
            if abs(value - own.value) <= max(0.5, _OFF * own.value):
                return way
        elif own.bound is Bound.EXACT:
            if abs(value - own.value) <= 1e-4 * max(1.0, abs(value)):
                return way
        elif admits(own, value) and abs(value - own.value) <= 0.2 * abs(value):
            return way
    return 0.0


def follows(pair: StatementPair, own: Printed) -> bool:
    """Whether a number of the claim follows from several of the evidence."""
    told = _amounts(pair.printed.evidence.numbers)[:_MOST]
    return len(told) > 1 and own.sort not in ("label", "clock", "rank") and _way(own, told) > 0.0


def derived(pair: StatementPair) -> Values:
    """Whether a number of the claim that the evidence lacks follows from several it has."""
    told = _amounts(pair.printed.evidence.numbers)[:_MOST]
    ways: list[float] = []
    open_ones = 0
    for held in pair.printed.aligned:
        if held.stand in (SUPPORTS, FORM):
            continue
        open_ones += 1
        if len(told) > 1 and held.own.sort not in ("label", "clock", "rank"):
            ways.append(_way(held.own, told))
    return [
        max(ways, default=0.0),
        float(min(4, open_ones)),
        float(min(4, open_ones - sum([way > 0 for way in ways]))),
        float(min(4, sum([held.stand == NONE for held in pair.printed.aligned]))),
    ]


def ratio(pair: StatementPair) -> Values:
    """Whether a ratio or a majority told in words fits the evidence's numbers: 1, else -1."""
    words, told = pair.claim_words.all, _amounts(pair.printed.evidence.numbers)[:_MOST]
    ratios = [_RATIOS[word] for word in words if word in _RATIOS]
    fits = 0.0
    if ratios and len(told) > 1:
        fits = -1.0
        for a, b in combinations(told, 2):
            for one, other in ((a, b), (b, a)):
                if one.value and abs(other.value / one.value / ratios[0] - 1.0) <= _OFF:
                    fits = 1.0
    if ratios and ratios[0] in _told_ratios(pair):
        fits = 1.0
    return [fits, _majority(pair, told)]


def _told_ratios(pair: StatementPair) -> list[float]:
    return [_RATIOS[word] for word in pair.evidence_words.all if word in _RATIOS]


def _majority(pair: StatementPair, told: Sequence[Printed]) -> float:
    if pair.claim_words.all.isdisjoint(_MORE_THAN_HALF):
        return 0.0
    shares = [n.value for n in told if n.sort == "percent"]
    counts = [n.value for n in told if n.sort in ("count", "whole") and n.value > 0]
    if not shares and len(counts) > 1:
        shares = [100.0 * min(counts) / max(counts)]
    if not shares:
        return 0.0
    return 1.0 if shares[0] > 50.0 else -1.0


def range_of_years(pair: StatementPair) -> Values:
    """Whether the claim's length of time lies between two dates of the evidence: 1, else -1."""
    years = [date.year for date in pair.printed.evidence.dates if date.year is not None]
    spans = [n for n in pair.printed.claim.numbers if n.sort == "time" and n.raw]
    if len(years) < 2 or not spans:
        return [0.0]
    own = spans[0]
    length = (max(years) - min(years)) * _YEAR
    return [1.0 if abs(own.value - length) <= _YEAR else -1.0]


_YEAR: Final = 365.2425 * 86_400.0

DERIVED: Final = (
    feature(derived, "way", "open", "left", "untold"),
    feature(ratio, "fits", "majority"),
    feature(range_of_years, "fits"),
)
