"""Is it the same fact? What can be told exactly, without the model.

Same happening, kind, place, group, basis and window: the same fact. Another happening is another
event, however alike the words; of one happening another count is another scope.
"""

from __future__ import annotations

from enum import StrEnum

from claims_db import events
from claims_db.kinds import kinds
from claims_db.records import Role
from factcheck import pairs
from factcheck.alignment import figure, likeness, stem
from factcheck.figures import other_standing, same_number
from factcheck.pairs import Near, Pair


class Fact(StrEnum):
    """What two claims are to each other before their values are looked at."""

    SAME = "same fact"
    SCOPE = "different scope"
    EVENT = "different event"


def settled(pair: Pair) -> Fact | None:
    """What place, window, kind, group and basis settle; None where too much is missing."""
    if other_happening(pair):
        return Fact.EVENT
    if other_count(pair):
        return Fact.SCOPE
    known = (pairs.place_relation(pair), pairs.window_relation(pair))
    return Fact.SAME if known == (Near.SAME, Near.SAME) else None


def other_happening(pair: Pair) -> bool:
    """Another time; or another place, unless both are known to belong to one event."""
    if pairs.window_relation(pair) is Near.OTHER:
        return True
    a, b = pair.both
    if a.event is None or a.event != b.event:
        if not events.akin(a.happening, b.happening):
            return True
    if pairs.place_relation(pair) is not Near.OTHER:
        return False
    return a.event is None or a.event != b.event


def other_count(pair: Pair) -> bool:
    """Another kind, place, group, basis, stretch of time or standing within one happening."""
    a, b = pair.both
    if pairs.kind_relation(pair) is not Near.SAME or (a.per, a.change) != (b.per, b.change):
        return True
    if pairs.place_relation(pair) in (Near.NESTED, Near.OTHER):
        return True
    if pairs.group_relation(pair) in (Near.NESTED, Near.OTHER):
        return True
    if pairs.window_relation(pair) is Near.NESTED:
        return True
    if _unlike_units(pair) or _unlike_things(pair):
        return True
    return other_standing(pair) and not _told_alike(pair)


LOOSE = frozenset(
    "duration count percent points rate measure distance age date weight volume energy speed "
    "temperature money superlative".split()
)
"""Kinds that say little of what is counted: any two durations of one happening share theirs."""
ALIKE = 0.5
"""Likeness of the words around two figures, numbers masked, from which a loose kind is one fact."""


def _unlike_things(pair: Pair) -> bool:
    """Figures of a loose kind whose own words are about other things."""
    a, b = pair.both
    if a.kind not in LOOSE and b.kind not in LOOSE:
        return False
    if "superlative" in (a.kind, b.kind) and stem(a.value.text) != stem(b.value.text):
        return True
    return likeness(figure(a), figure(b)) < ALIKE


def _unlike_units(pair: Pair) -> bool:
    """Measures in units that were not brought to one."""
    a, b = pair.both
    measured = kinds()[a.kind].unit not in ("person", "item")
    return measured and bool(a.unit) and bool(b.unit) and a.unit != b.unit


def _told_alike(pair: Pair) -> bool:
    """A projection that came true as told is the same count."""
    return Role.PROJECTED in (pair.claim.role, pair.prior.claim.role) and same_number(pair)
