"""The rows of the verdict table, each asked of a claim with its comparable priors; the first that
fits is the verdict."""

from __future__ import annotations

from collections.abc import Callable

from claims_db import moments
from claims_db.kinds import Counting
from claims_db.records import Bound, Claim, Role, Status
from factcheck.judging import (
    bodies,
    figures,
    intervals,
    localities,
    pairs,
    slips,
    told_steps,
    windows,
    withdrawn,
    wording,
)
from factcheck.judging.division import division
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.plausible import against_its_day, beyond_state, outgrown, settled, slip
from factcheck.judging.record import Record
from factcheck.results import (
    Relation,
    Verdict,
)

_THOUSANDFOLD = ("×1000", "÷1000")
_POWERS = ("×10", "÷10", "×100", "÷100", *_THOUSANDFOLD, slips.SCALE)
ROUND = 10.0
"""Unit of the last non-zero digit from which "at least" rounds a count down."""
NEARLY = 0.75
"""Share of the newest count that an "at least" of the same day comes to at the least: less is an
older count, or a wrong one."""


def corrected(record: Record) -> Verdict | None:
    """The document itself takes a figure back, or its authority lowers the newest count."""
    claim = record.claim
    if claim.role is Role.RETRACTED:
        return Verdict.CORRECTION
    if claim.role is Role.PREVIOUS:
        return None  # it is what was taken back, if anything was
    for held in record.newest:
        if held.match.judgement.relation is not Relation.CORRECTION:
            continue
        pair = record.pair(held)
        slipped = _outgrown(record) or slip(record) is not None
        lowered = figures.later_is_lower(pair) and record.is_newer(held)
        if lowered and figures.told_risen(claim):
            continue
        taken_back = lowered and not (slipped and record.counting is Counting.FIXED)
        mistaken = is_stale(record) or slips.of_figure(claim, held.claim) is not None
        mistaken = mistaken or slips.is_part_for_total(claim, record.beside)
        if taken_back and figures.same_authority(pair) and not mistaken:
            return Verdict.CORRECTION
        told = figures.revised_by(claim, held.claim) or figures.lowered_later(pair)
        if told and not slipped:
            return Verdict.CORRECTION
    return None


def is_stale(record: Record) -> bool:
    """Whether the figure was on record before the newest, and is told again."""
    return any(_stands_for_count(held.claim) and record.agrees(held) for held in record.older)


def _outgrown(record: Record) -> bool:
    """Whether the claim is a toll beyond what it can have grown to."""
    accumulating = record.counting is Counting.ACCUMULATING
    return accumulating and record.count is not None and outgrown(record, record.count)


def denied(record: Record) -> Verdict | None:
    """The document does not claim the figure but denies it: nothing is said of it, unless it is
    on record."""
    if record.claim.status is not Status.DENIED:
        return None
    held = any(record.agrees(held) for held in record.held)
    return Verdict.DISPUTED if held else Verdict.NO_PRIOR


def stepped(record: Record) -> Verdict | None:
    """The text gives the step from the newest figure to its own; or the newest one's text gives
    that from the claim's, which it replaced."""
    claim = record.claim
    if claim.role is not Role.CURRENT or not _stands_for_count(claim):
        return None
    for held in record.newest:
        if told_steps.steps_from(claim, held.claim):
            grows = record.counting is Counting.ACCUMULATING
            lowered = grows and figures.later_is_lower(record.pair(held))
            return Verdict.CORRECTION if lowered else Verdict.UPDATE
    replaced = any(told_steps.steps_from(held.claim, claim) for held in record.newest)
    agreed = any(record.agrees(held) for held in record.newest)
    return Verdict.OUTDATED if replaced and not agreed else None


def disputed(record: Record) -> Verdict | None:
    """The record contradicts itself and one side agrees; or rival parties give rival figures."""
    if record.claim.role is Role.PREVIOUS:
        return None  # what is told as past takes no side
    if any(
        held.match.judgement.relation is Relation.CONFLICT and pairs.rivals(record.pair(held))
        for held in record.newest
    ):
        return Verdict.DISPUTED
    return Verdict.DISPUTED if division(record) else None


def consistent(record: Record) -> Verdict | None:
    """Agrees with the newest; a figure told as past agrees with any."""
    told = record.held if record.claim.role is Role.PREVIOUS else record.newest
    if _is_floor_overtaken(record):
        return None
    if record.is_open:  # any of the days it may have come out, the figure may have been the newest
        told = (*told, *(held for held in record.held if record.may_be_newest(held)))
    agrees = any(record.agrees(held) for held in told) or is_floor_of_newest(record)
    agrees = agrees or _is_above_floors(record)
    return Verdict.CONSISTENT if agrees else None


def _is_above_floors(record: Record) -> bool:
    """Whether it is a count on record for which the newest, all floors, leave room: what "more than
    5,000" is told of later need not be behind 8,900."""
    count, newest = record.count, record.newest_count
    if record.counting is not Counting.ACCUMULATING or count is None or newest is None:
        return False
    if count <= newest or not is_stale(record):
        return False
    return all(figures.later_admits(count, held.claim) for held in record.newest)


def _is_floor_overtaken(record: Record) -> bool:
    """Whether the text prints as the count what the newest day had as "at least" alone, beside a
    higher one of that day, a day or more later."""
    if record.counting is not Counting.ACCUMULATING or record.claim.role is Role.PREVIOUS:
        return False
    count, newest = record.count, record.newest_count
    if count is None or newest is None or count >= newest or record.gap < 1 or not record.is_dated:
        return False
    if record.claim.value.bound is not Bound.EXACT:
        return False
    agreeing = [held for held in record.newest if record.agrees(held)]
    return bool(agreeing) and all(figures.later_admits(newest, held.claim) for held in agreeing)


def is_floor_of_newest(record: Record) -> bool:
    """Whether "at least 40" leaves room for the newest count, and is no older one told again: a
    round figure for it, or told on the same day and not much less."""
    claim, count, newest = record.claim, record.count, record.newest_count
    if record.counting is not Counting.ACCUMULATING or count is None or newest is None:
        return False
    if count >= newest or not figures.later_admits(newest, claim) or is_stale(record):
        return False
    if slip(record) is not None:
        return False
    unit = intervals.digit_unit(count)
    if unit >= ROUND and newest < count + unit:
        return True
    return record.is_dated and record.gap == 0 and count >= NEARLY * newest


def retracted(record: Record) -> Verdict | None:
    """Whoever gave the figure took it back, and nobody gave it since."""
    if record.claim.role is not Role.CURRENT or not _stands_for_count(record.claim):
        return None
    return Verdict.OUTDATED if withdrawn.is_retracted(record) else None


def outdated(record: Record) -> Verdict | None:
    """Agrees with an older figure, or lies below the newest as an earlier count may. "Dozens"
    agrees with much and is no older count; nor is a figure denied, feared or foretold, and one
    told as past is not out of date."""
    if not _stands_for_count(record.claim) or record.claim.role is Role.PREVIOUS:
        return None
    if _runs_behind(record) or record.may_precede:
        return None
    if is_stale(record) or _is_floor_overtaken(record):
        return Verdict.OUTDATED
    count, newest = record.count, record.newest_count
    if record.counting is not Counting.ACCUMULATING or count is None or newest is None:
        return None
    if count >= newest:
        return None
    if figures.later_admits(newest, record.claim) or not fallen_behind(record):
        return Verdict.OUTDATED
    return Verdict.OUTDATED if count > record.least and not settled(record) else None


def _stands_for_count(claim: Claim) -> bool:
    """Whether a figure is told as a count of its own: not vaguely, not as denied or feared."""
    unsure = claim.status in (Status.DENIED, Status.FEARED) or claim.role is Role.PROJECTED
    return claim.value.bound is not Bound.VAGUE and not unsure


def conflicting(record: Record) -> Verdict | None:
    """Below everything, below a settled count, beyond plausible growth, or a slip."""
    count, newest = record.count, record.newest_count
    if not _stands_for_count(record.claim):
        return Verdict.CONFLICT if _is_slip_of_forecast(record) else None
    if count is not None and newest is not None and slip(record) is not None:
        return Verdict.CONFLICT
    if record.claim.role is Role.PREVIOUS:
        # What was once told need not stand beside the newest, but beside the counts of its day.
        accumulating = record.counting is Counting.ACCUMULATING
        return Verdict.CONFLICT if accumulating and against_its_day(record) else None
    if record.counting is Counting.FIXED:
        if _is_counted_on(record):
            return None
        told = {held.match.judgement.relation for held in record.newest}
        clash = Relation.CONFLICT in told and told <= {Relation.CONFLICT, Relation.CORRECTION}
        slipped = _is_slip_of_bound(record) or _is_other_power(record)
        return Verdict.CONFLICT if clash or slipped else None
    if count is None or newest is None:
        return None
    if record.counting is Counting.STATE:
        if count == 0:
            return None  # all were found, or went home
        return Verdict.CONFLICT if beyond_state(record, count, newest) else None
    if count < newest:
        behind = not (_runs_behind(record) or record.may_precede)
        return Verdict.CONFLICT if behind else None
    least = record.least_told
    return Verdict.CONFLICT if least is not None and outgrown(record, least) else None


def _is_slip_of_bound(record: Record) -> bool:
    """Whether all the newest figures meet the claim's but for their bounds, and it is a slip of
    them that no better measuring explains: "up to 4.1 metres" beside "up to 1.4"."""
    hints = [slips.of_figure(record.claim, held.claim) for held in record.newest]
    telling = (slips.SWAPPED, slips.SCALE, *_THOUSANDFOLD)
    return bool(hints) and all(hint is not None and hint.slip in telling for hint in hints)


def _is_other_power(record: Record) -> bool:
    """Whether a figure that is fixed is the newest with a zero more or less, of the very day and
    place, though its authority gave both: it says so where it corrects itself."""
    claim = record.claim
    if claim.change is not None or wording.revises(claim.sentence):
        return False
    if not all(_is_of_one_day(record.pair(held)) for held in record.newest):
        return False
    hints = [slips.of_figure(claim, held.claim) for held in record.newest]
    return bool(hints) and all(hint is not None and hint.slip in _POWERS for hint in hints)


def _is_of_one_day(pair: Pair) -> bool:
    """Whether both figures are told of one day or night, and of one place where they tell it: sales
    of a month are not those of the quarter."""
    for when in [claim.when for claim in pair.both]:
        if when is None:
            return False
        first, last = moments.parse(when.start).day, moments.parse(when.end).day
        if (last - first).days > 1:
            return False
    if windows.window_relation(pair) is not Near.SAME:
        return False
    return localities.place_relation(pair) in (Near.SAME, Near.MISSING)


def _is_slip_of_forecast(record: Record) -> bool:
    """Whether it is a slip of what others say that somebody foretold: forecasts change, but not
    by digits."""
    if record.claim.role is not Role.PROJECTED or record.claim.status is Status.DENIED:
        return False
    foretold = all(held.claim.role is Role.PROJECTED for held in record.newest)
    return foretold and record.counting is Counting.FIXED and slip(record) is not None


def _is_counted_on(record: Record) -> bool:
    """Whether it is a higher number of votes than those told while votes were being counted."""
    count, newest = record.count, record.newest_count
    if record.claim.kind != "votes" or count is None or newest is None or count <= newest:
        return False
    return all(wording.tells_counting(held.claim.sentence) for held in record.newest)


def _newest(record: Record) -> list[Claim]:
    return [held.claim for held in record.newest]


def _runs_behind(record: Record) -> bool:
    """Whether it is a count of the confirmed dead below one that may hold the presumed as well, or
    of the bodies found below one of all who died."""
    count, newest = record.count, record.newest_count
    if count is not None and newest is not None and count < newest:
        told = [bodies.counts_bodies(claim) for claim in (record.claim, *_newest(record))]
        if told[0] and not any(told[1:]):
            return True
    if record.claim.status is not Status.CONFIRMED or count is None or newest is None:
        return False
    confirmed = any(held.claim.status is Status.CONFIRMED for held in record.newest)
    return count < newest and not confirmed


def fallen_behind(record: Record) -> bool:
    """Whether the count is lower than one told before it; of the same day, nothing is. Counts of
    the confirmed dead may run behind those of the presumed."""
    if record.claim.status is Status.CONFIRMED:
        return False
    below = (Relation.CONFLICT, Relation.CORRECTION)
    before = [h for h in record.held if h.match.judgement.relation in below]
    return any(record.is_recent(held) for held in before)


def updating(record: Record) -> Verdict | None:
    """New, and nobody else has it yet. What is told as past is no news."""
    if record.claim.role is Role.PREVIOUS or _runs_behind(record):
        return None
    return Verdict.UPDATE


ROWS: tuple[Callable[[Record], Verdict | None], ...] = (
    *(corrected, denied, stepped, disputed, retracted, consistent, outdated, conflicting, updating),
)


def first_row(record: Record) -> Verdict:
    """The verdict of the first row that fits."""
    for row in ROWS:
        found = row(record)
        if found is not None:
            return found
    return Verdict.NO_PRIOR
