"""A claim dated loosely ("ten years ago"), beside priors of several happenings of that time."""

from __future__ import annotations

from claims_db import moments
from claims_db.records import Claim
from factcheck.judging import intervals
from factcheck.judging.record import Held
from factcheck.judging.windows import is_of_one_happening

LOOSE = 14
"""Days of a window from which a figure may be of any of several happenings in it: assumed."""


def of_one_event(claim: Claim, held: tuple[Held, ...]) -> tuple[Held, ...]:
    """The priors of the one happening that the claim is of: all, unless its window is long and they
    are of several. Then those of the happenings whose figure it gives, and none where it is
    nobody's: which of them it means, nobody can tell."""
    if claim.when is None or not is_of_one_happening(claim.when.text or ""):
        return held
    if len({one.claim.event for one in held}) < 2:
        return held
    first, last = moments.parse(claim.when.start).day, moments.parse(claim.when.end).last_day
    if (last - first).days <= LOOSE:
        return held
    given = {one.claim.event for one in held if intervals.same_number(claim.value, one.claim.value)}
    return tuple(one for one in held if one.claim.event in given)
