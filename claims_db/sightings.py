"""What a claim says of its happening: where and when it took place, and of what type it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims_db.kinds import kinds
from claims_db.moments import parse_or_none
from claims_db.records import Claim, Place, Role

NARROW = 10  # days; a longer window says too little to tell happenings apart
LOOKBACK = {"quake": 14, "flood": 14, "storm": 10, "landslide": 10, "crash": 5}
USUAL_LOOKBACK = 3  # days before its as-of that a figure without a window happened in


class Sighting:
    """Where and when a claim's happening took place, and of what type it was. `dated`: the window
    was told, not taken from the as-of date; `beside`: places told in one breath with it, as Turkey
    and Syria."""

    __slots__ = ("beside", "dated", "first", "happening", "last", "place", "precision")

    def __init__(
        self,
        place: Place | None,
        first: date,
        last: date,
        precision: str,
        dated: bool,
        happening: str | None,
        beside: tuple[Place, ...] = (),
    ) -> None:
        self.place = place
        self.first = first
        self.last = last
        self.precision = precision
        self.dated = dated
        self.happening = happening
        self.beside = beside

    @property
    def vague(self) -> bool:
        """Whether it fits many happenings: no place, a wide window, or only a month of report."""
        return self.place is None or (self.last - self.first).days > max(LOOKBACK.values())

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last day, as ordinals."""
        return self.first.toordinal(), self.last.toordinal()

    @property
    def wide(self) -> bool:
        """Whether the window was told and is too wide to tell happenings apart."""
        return self.dated and (self.last - self.first).days > NARROW


def sightings(claims: Sequence[Claim]) -> list[Sighting | None]:
    """What each claim says of its happening; claims that say the same share one."""
    found: list[Sighting | None] = []
    known: dict[tuple[tuple[int, ...], int, str | None, str | None], Sighting | None] = {}
    last: Claim | None = None
    for claim in claims:
        if (
            last is not None
            and claim.places is last.places
            and claim.when is last.when
            and claim.as_of == last.as_of
            and claim.happening == last.happening
        ):
            found.append(found[-1])
            continue
        last = claim
        asked = (tuple(map(id, claim.places)), id(claim.when), claim.as_of, claim.happening)
        if asked not in known:
            known[asked] = sighting(claim)
        found.append(known[asked])
    return found


def sighting(claim: Claim) -> Sighting | None:
    """What the claim says of its happening; None without any date."""
    place = claim.places[0] if claim.places else None
    beside = claim.places[1:]
    when, as_of, happening = claim.when, claim.as_of, claim.happening
    if when is not None:
        start, end = parse_or_none(when.start), parse_or_none(when.end)
        if start is not None and end is not None and start.day <= end.last_day:
            first, last = start.day, end.last_day
            return Sighting(place, first, last, when.precision, True, happening, beside)
    said = parse_or_none(as_of)
    if said is None:
        return None
    days = LOOKBACK.get(happening or "", USUAL_LOOKBACK)
    first = date.fromordinal(max(1, said.day.toordinal() - days))
    return Sighting(place, first, said.last_day, "week", False, happening, beside)


def opens_event(claim: Claim) -> bool:
    """Whether the claim tells of a happening of its own: a typed one, or people it befell."""
    if claim.per is not None or claim.role is Role.PROJECTED or not claim.checkable:
        return False
    if claim.happening is not None:
        return True
    kind = kinds().get(claim.kind)
    return kind is not None and kind.of_people


def reported_on(claim: Claim, seen: Sighting) -> int:
    """The day a claim was told, as an ordinal."""
    said = parse_or_none(claim.as_of)
    return (said.last_day if said else seen.last).toordinal()
