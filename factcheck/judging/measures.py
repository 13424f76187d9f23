"""Whether two sums, shares or changes are of one measure: profit, revenue, inflation, exports."""

from __future__ import annotations

from typing import Final

from claims_db.records import Claim
from factcheck.judging.alignment import dimension, stem
from factcheck.judging.contrasts import contrasts
from factcheck.judging.pairs import Near, Pair

_MEASURED: Final = frozenset({"money", "percent", "points"})


def measure_relation(pair: Pair) -> Near | None:
    """SAME where both name one measure, OTHER where they name two; None where that isn't known:
    one names none, or they say it in words of which nothing is known."""
    a, b = pair.both
    if dimension(a).split()[0] not in _MEASURED or not a.subject or not b.subject:
        return None
    ours, theirs = _stems(a), _stems(b)
    for told in contrasts()["basis"]:
        one, other = told.intersection(ours), told.intersection(theirs)
        if one and other and one.isdisjoint(other):
            return Near.OTHER  # net and pretax profit
    if ours[-1:] == theirs[-1:]:
        return Near.SAME
    sets = contrasts()["measured"]
    known = [next((s for s in sets if told[-1] in s), None) for told in (ours, theirs)]
    if None not in known:
        return Near.SAME if known[0] == known[1] else Near.OTHER
    return Near.OTHER if set(ours).isdisjoint(theirs) else None


def _stems(claim: Claim) -> tuple[str, ...]:
    return tuple(stem(word) for word in (claim.subject or "").lower().split())
