"""How far the record lets a figure go: settled counts, plausible growth, slips of the pen."""

from __future__ import annotations

import re
from datetime import timedelta

from claims_db import moments
from claims_db.kinds import Counting, kinds
from claims_db.records import Bound, Role
from factcheck.judging import figures, growth, intervals, origins, slips, wording
from factcheck.judging.matching import LOOSE, OF_CANDIDATES
from factcheck.judging.pairs import counted
from factcheck.judging.record import LIKE_AGE, Held, Record
from factcheck.results import Hint

UNACCOUNTED = frozenset({"missing", "trapped", "dead_or_missing"})
DAY = timedelta(days=1)
_MISSING = re.compile(r"\b(?:missing|trapped|unaccounted)\b", re.IGNORECASE)
_LOOSELY = re.compile(r"\b(?:earlier|ago|before|previous(?:ly)?|initial(?:ly)?)\b", re.IGNORECASE)
"""Words by which a day is told loosely: "a week earlier"."""
SETTLED_DAYS = 21
"""A count that nobody changed for so long is settled."""
STATE_FACTOR = 10.0
"""A count that rises and falls is still not plausible so many times as high; nor as low,
unless time has passed."""
FAR = 20.0
"""Times as high as another, from which two sums or counts of things are hardly of one thing:
assumed."""
_OF_ANY_SIZE = frozenset({"money", "job", "item", "vote"})
MISTAKEN_FACTOR = 1.5
"""A count so many times as high as what two origins hold, and equal to one of another kind, is
taken for that one."""
ALONE_CHANCE = 0.01
"""Chance of growth below which a figure is not plausible beside one origin alone."""
GUESSED_CHANCE = 2.0 * growth.CHANCE
"""Chance of growth below which an editor is asked to look, where growth is assumed, not measured:
what is assumed leaves much room."""
OF_VOTES = OF_CANDIDATES | {"turnout"}
"""Shares that stand once the votes are counted."""
SLIP_CHANCE = 0.15
"""Chance of growth below which a slip explains a figure better, one origin alone against it."""


def settled(record: Record) -> bool:
    """Whether the newest count stood unchanged for weeks when the document came out."""
    since, today = record.unchanged_since, record.today
    return since is not None and today is not None and (today - since).days >= SETTLED_DAYS


def outgrown(record: Record, count: float) -> bool:
    """Whether the count is more than the highest on record can have grown to. What one origin
    alone holds, or what has no date to reckon with, may have grown further."""
    if _may_be_found(record, count):
        return False
    holders = [held.match.prior for held in record.held if record.is_recent(held)]
    alone = sum(origins.count(holders)) < 2
    least = ALONE_CHANCE if alone or not record.is_dated else growth.CHANCE
    return _chance(record, count, record.highest) < least


def unaccounted(record: Record) -> float:
    """How many the happening's reports have as missing or trapped beside the dead: they may have
    been found dead since."""
    if record.claim.kind != "killed":
        return 0.0
    told = (
        other.value.stated or 0.0
        for other in record.beside
        if other.kind in UNACCOUNTED and other.role is Role.CURRENT and not other.change
    )
    return max(told, default=0.0)


def hardly_grown(record: Record) -> bool:
    """Whether the count is a toll above the highest on record that is hardly to be come by, though
    not so hardly that it is accused: one origin alone holds the highest, or nothing tells when; its
    curve is a guess, and not far off; or what it is a part of can't have grown to it."""
    count = record.least_told
    if record.counting is not Counting.ACCUMULATING or count is None or count <= record.highest:
        return False
    if _may_be_found(record, count):
        return False
    least = growth.CHANCE if growth.is_measured(record.claim.kind) else GUESSED_CHANCE
    if _chance(record, count, record.highest) < least:
        return True
    return any(_chance(record, count, whole, kind) < growth.CHANCE for kind, whole in _of(record))


def _of(record: Record) -> list[tuple[str, float]]:
    """The highest counts of what the claim's kind is a part of, by kind: the dead, of whom so many
    are identified."""
    highest: dict[str, float] = {}
    for other in record.beside:
        own = other.kind in kinds()[record.claim.kind].parents and not counted(other)
        if own and other.change is None and other.role is Role.CURRENT and other.value.stated:
            highest[other.kind] = max(highest.get(other.kind, 0.0), other.value.stated)
    return [*highest.items()]


def _chance(record: Record, count: float, earlier: float, kind: str | None = None) -> float:
    """The chance that a count grew so far from an earlier one of the record's newest day."""
    course = growth.Course(kind or record.claim.kind, record.happening, record.age, record.gap)
    return record.curve.chance(count, earlier, course)


def beyond_state(record: Record, count: float, newest: float) -> bool:
    """Whether a count that rises and falls is out of all proportion to the newest."""
    if count >= newest:
        return count >= STATE_FACTOR * max(newest, 1.0)
    return record.gap <= LIKE_AGE and newest >= STATE_FACTOR * max(count, 1.0)


def out_of_proportion(record: Record) -> bool:
    """Whether a sum, or a count of things, jobs or votes, is so far from all on record, and no slip
    of the pen of any, that they are hardly of one thing: 14,000 jobs beside 2.9 million."""
    count = record.count
    if kinds()[record.claim.kind].unit not in _OF_ANY_SIZE or not count:
        return False
    told = [(held, figures.representative(held.claim.value)) for held in record.held]
    if any(number is None for _, number in told):
        return False
    return all(
        number is not None
        and max(number, count) >= FAR * min(number, count)
        and slips.of_figure(record.claim, held.claim) is None
        for held, number in told
    )


def slip(record: Record) -> Hint | None:
    """The slip that makes the claim's figure of one on record: one that two independent origins
    hold, or that one holds where the claim's is hardly to be come by otherwise."""
    claim = record.claim
    if claim.value.bound is Bound.VAGUE or _are_all_found(record):
        return None
    for held in record.sides():
        if not record.is_recent(held) or figures.revised_by(claim, held.claim):
            continue
        if claim.role is Role.PREVIOUS and not _was_out(record, held):
            continue
        if _is_overtaken(record, held):
            continue
        hint = slips.of_figure(claim, held.claim)
        if hint is None:
            continue
        if _holders(record, held) >= 2 or _unlikely(record, held, hint):
            return hint
    return mistaken(record)


def _is_overtaken(record: Record, held: Held) -> bool:
    """Whether a count was told that has since risen, but not past the claim's: a slip of it would
    be of an old count, while the newest may have risen to the claim's."""
    told, count = figures.representative(held.claim.value), record.count
    newest = record.newest_count
    if record.counting is not Counting.ACCUMULATING or told is None:
        return False
    if (
        count is None
        or newest is None
        or not told < newest < count
        or any(held is new for new in record.newest)
    ):
        return False
    return not outgrown(record, count)


def _may_be_found(record: Record, count: float) -> bool:
    """Whether a count of the dead is made up by those who were missing: by all of them, or by some
    where the text tells of the missing as well."""
    missing = unaccounted(record)
    if not missing or count > record.highest + missing:
        return False
    text = record.document.text
    return count == record.highest + missing or _MISSING.search(text) is not None


def _was_out(record: Record, held: Held) -> bool:
    """Whether a count told as past may be one of the prior's day: told by then, or, where no day of
    its own is told, no lower than the newest."""
    day, out = record.today, moments.parse_or_none(record.document.published)
    if day is None or held.day is None or out is None or day >= out.day:
        return (record.count or 0.0) >= (record.newest_count or 0.0)
    return held.day <= day


def against_its_day(record: Record) -> bool:
    """Whether a count told of an earlier day is more than any report had by the day after, or less
    than one had the day before, and reports of that day give others."""
    day, count, out = record.today, record.count, moments.parse_or_none(record.document.published)
    if day is None or count is None or out is None or day >= out.day:
        return False
    if _LOOSELY.search(record.claim.sentence):
        return False
    told = [
        (held.day, number)
        for held in record.held
        if held.day and (number := figures.representative(held.claim.value)) is not None
    ]
    if not any(then == day for then, _ in told):
        return False
    soon = max(number for then, number in told if then <= day + DAY)
    before = max((number for then, number in told if then < day), default=0.0)
    return count > soon or count < before


def _are_all_found(record: Record) -> bool:
    """Whether the dead are just those on record and all the missing."""
    missing = unaccounted(record)
    return missing > 0 and record.count == record.highest + missing


def mistaken(record: Record) -> Hint | None:
    """The figure of another count in the event that the claim gives for its own, where its own
    can hardly have grown so far: the wounded for the dead."""
    count = record.count
    if count is None or record.counting is not Counting.ACCUMULATING:
        return None
    if count <= record.highest:
        return None
    others = slips.of_others(record.claim, record.beside)
    if _chance(record, count, record.highest) < SLIP_CHANCE:
        return next(iter(others), None)
    told = [hint for hint in others if slips.is_of_another_kind(hint)]
    sure = record.gap <= LIKE_AGE and any(_holders(record, held) >= 2 for held in record.newest)
    return told[0] if told and sure and count >= MISTAKEN_FACTOR * record.highest else None


def _holders(record: Record, held: Held) -> int:
    """How many independent origins of like age hold the figure."""
    return sum(
        origins.count(
            other.match.prior
            for other in record.held
            if record.is_recent(other)
            and intervals.same_number(other.claim.value, held.claim.value)
        )
    )


def _is_counting(held: Held) -> bool:
    return wording.tells_counting(held.claim.sentence)


def _unlikely(record: Record, held: Held, hint: Hint) -> bool:
    """Whether the claim's figure is hard to come by but for the slip."""
    count, other = record.count, figures.representative(held.claim.value)
    if count is None or other is None:
        return False
    if record.counting is Counting.FIXED:
        return record.claim.kind not in LOOSE
    if record.counting is Counting.STATE:
        settled_vote = record.claim.kind in OF_VOTES and not _is_counting(held)
        return settled_vote or hint.slip != slips.SWAPPED or record.today == held.day
    if count <= other:
        return False  # what is below the record is judged by its age
    return _chance(record, count, max(other, record.highest)) < SLIP_CHANCE
