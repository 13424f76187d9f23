"""Figures that tell reports of one happening from others: exact, seldom met, told within days.

A report that names no place ("at least 59 were killed and 527 injured, police said") is known by
its figures as a reprint is by its words: two or more that another report gives as well, and no
other happening of those days fits nearly so well. They tell which happening it is and nothing
more: claims are matched with their numbers masked all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Role

ENOUGH = 2.0  # weight of shared figures from which a report joins a happening
AHEAD = 1.0  # and by how much it must fit better than the next best
NEAR_DAYS = 14  # days between the two being told
_MOST = 500_000  # tellings remembered, and as many before; an archive is read in order of time
_COUNTED = ("person", "item")

Figure = tuple[str, float]  # kind and count


def weight(claim: Claim) -> float:
    """How much a figure tells: small and round ones are in many reports."""
    count = claim.value.stated
    if count is None or count < 3 or not claim.checkable or not _is_counted(claim.kind):
        return 0.0
    bound = claim.value.bound
    if bound is Bound.VAGUE or bound is Bound.RANGE:
        return 0.0
    if claim.role is Role.PROJECTED or claim.per:
        return 0.0
    if count < 10 or count % 10 == 0:
        return 0.5
    return 1.5 if count >= 1000 and count % 100 else 1.0


@lru_cache(maxsize=1024)
def _is_counted(name: str) -> bool:
    """Whether figures of the kind are of people or things that are counted one by one."""
    kind = kinds().get(name)
    return kind is not None and kind.name != "count" and kind.unit in _COUNTED


@dataclass(slots=True)
class Figures:
    """Telltale figures with the happenings they were told of, and the last day each was."""

    _told: dict[Figure, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    _before: dict[Figure, dict[str, int]] = field(default_factory=dict)  # told longer ago
    _noted: int = 0

    def add(self, figure: Figure, event: str, day: int) -> None:
        """Notes a telltale figure of an event, told on that day (an ordinal)."""
        if self._noted >= _MOST:
            self._before, self._told, self._noted = self._told, defaultdict(dict), 0
        self._noted += 1
        self._told[figure][event] = day

    def events(self, claims: Iterable[Claim], day: int) -> list[tuple[float, str]]:
        """The happenings that share figures with the claims of a report of that day, by the
        weight of what they share, the most first."""
        shared: dict[str, float] = defaultdict(float)
        seen: set[Figure] = set()
        for claim in claims:
            worth = weight(claim)
            if not worth or claim.value.stated is None:
                continue
            figure = claim.kind, claim.value.stated
            if figure in seen:
                continue
            seen.add(figure)
            known = {**self._before.get(figure, {}), **self._told.get(figure, {})}
            for event, told in known.items():
                if abs(told - day) <= NEAR_DAYS:
                    shared[event] += worth
        return sorted(((worth, event) for event, worth in shared.items()), reverse=True)


def is_telling(claims: Iterable[Claim]) -> bool:
    """Whether a report's figures are enough to know it again by."""
    own = {(claim.kind, claim.value.stated): weight(claim) for claim in claims}
    return sum(own.values()) >= ENOUGH
