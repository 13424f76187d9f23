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

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Role

ENOUGH = 2.0  # weight of shared figures from which a report joins a happening
AHEAD = 1.0  # and by how much it must fit better than the next best
NEAR_DAYS = 14  # days between the two being told
_MOST = 200_000  # figures remembered; an archive is read in order of time
_COUNTED = ("person", "item")
_LOOSE = (Bound.VAGUE, Bound.RANGE)

Figure = tuple[str, float]  # kind and count


def weight(claim: Claim) -> float:
    """How much a figure tells: small and round ones are in many reports."""
    count = claim.value.stated
    kind = kinds().get(claim.kind)
    if count is None or count < 3 or claim.value.bound in _LOOSE or not claim.checkable:
        return 0.0
    if (
        kind is None
        or kind.name == "count"
        or kind.unit not in _COUNTED
        or claim.role is Role.PROJECTED
        or claim.per
    ):
        return 0.0
    if count < 10 or count % 10 == 0:
        return 0.5
    return 1.5 if count >= 1000 and count % 100 else 1.0


@dataclass(slots=True)
class Figures:
    """Telltale figures with the happenings they were told of, and the last day each was."""

    _told: dict[Figure, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, claim: Claim, event: str, day: int) -> None:
        """Notes a claim of an event, told on that day (an ordinal)."""
        if weight(claim):
            if len(self._told) >= _MOST:
                self._told.clear()
            assert claim.value.stated is not None
            self._told[claim.kind, claim.value.stated][event] = day

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
            for event, told in self._told.get(figure, {}).items():
                if abs(told - day) <= NEAR_DAYS:
                    shared[event] += worth
        return sorted(((worth, event) for event, worth in shared.items()), reverse=True)


def is_telling(claims: Iterable[Claim]) -> bool:
    """Whether a report's figures are enough to know it again by."""
    own = {(claim.kind, claim.value.stated): weight(claim) for claim in claims}
    return sum(own.values()) >= ENOUGH
