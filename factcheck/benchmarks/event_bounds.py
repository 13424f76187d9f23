"""What no grouping of documents can exceed that can't tell some of them apart.

Documents that look alike (the same headline on the same day) go together in any grouping that sees
nothing else of them; where they are of several happenings, precision or recall is lost. B-cubed F1
is at most 2 (a² P + (1 - a)² R) for any a from 0 to 1, since it is the least of these; the sum is
then bounded for each lot of documents that look alike by itself, as if the others were grouped
to suit it alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

SHARES = [share / 50 for share in range(20, 31)]  # what precision weighs, the better guesses
Lot = Mapping[str, int]  # documents that look alike, by happening


def bounds(true: Sequence[str], seen: Sequence[Hashable]) -> list[float]:
    """A bound for each document whose mean no grouping's B-cubed F1 exceeds, if documents of which
    the same is `seen` are in one group; `true`: their happenings."""
    lots: dict[Hashable, Counter[str]] = defaultdict(Counter)
    within: dict[str, dict[Hashable, None]] = defaultdict(dict)
    for happening, sight in zip(true, seen, strict=True):
        lots[sight][happening] += 1
        within[happening][sight] = None
    size = Counter(true)
    found: list[list[float]] = []
    for share in SHARES:
        weights = 2 * share**2, 2 * (1 - share) ** 2
        best = {}
        for sight, lot in lots.items():
            if len(lot) > 1:
                best[sight] = _mixed(lot, size, weights)
            else:
                (happening,) = lot
                others = [lots[other] for other in within[happening] if other != sight]
                best[sight] = _pure(happening, lot, others, size, weights)
        found.append([best[sight] / lots[sight].total() for sight in seen])
    return min(found, key=sum)


def _pure(
    own: str, lot: Lot, others: Iterable[Lot], size: Lot, weights: tuple[float, float]
) -> float:
    """The most that a lot of one happening can reach: all others of that happening alone join it,
    of those that are of several whichever are worth it."""
    joined, mixed = lot[own], []
    for other in others:
        if len(other) == 1:
            joined += other[own]
        else:
            mixed.append((other[own], sum(other.values())))
    most = 0.0
    for number in range(len(mixed) + 1):
        for taken in combinations(mixed, number):
            right = joined + sum(one for one, _ in taken)
            whole = joined + sum(every for _, every in taken)
            most = max(most, weights[0] * right / whole + weights[1] * right / size[own])
    return lot[own] * most


def _mixed(lot: Lot, size: Lot, weights: tuple[float, float]) -> float:
    """The most that a lot of several happenings can reach, if any of their other documents may
    join it, one by one."""
    alike = sum(lot.values())
    room = sum(size[happening] - number for happening, number in lot.items())
    most = 0.0
    for joined in range(room + 1):
        whole, left, reached = alike + joined, joined, 0.0
        worth = {
            happening: number * (weights[0] / whole + weights[1] / size[happening])
            for happening, number in lot.items()
        }
        for happening in sorted(worth, key=lambda one: -worth[one]):
            taken = min(left, size[happening] - lot[happening])
            left -= taken
            reached += worth[happening] * (lot[happening] + taken)
        most = max(most, reached)
    return most
