"""The comparable priors of one claim: which are newest, which agree, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import inf

from claims_db import moments
from claims_db.kinds import Counting
from claims_db.moments import Order
from claims_db.records import Bound, Claim, Document, Prior, Role, Status
from factcheck.judging import figures, growth, intervals, origins, pairs, slips
from factcheck.judging.growth import Growth
from factcheck.judging.pairs import Pair
from factcheck.results import Match, Relation

LIKE_AGE = 2
"""Days that figures of like age lie apart at most."""
LATE = 21
"""Days after the newest dated figure from which one of no day may be known to an article: sooner,
it may be of a day to come."""

MORNING = 12
"""Hour up to which a figure told at a known hour is not behind those that only share its day."""
OF_A_MOMENT = frozenset({"quake", "tsunami"})
ONGOING = frozenset({"outbreak"})
"""Types of happening that go on: the day it was declared tells nothing of how its tolls grow."""
ALIKE = 0.5
"""Open bounds agree while the smaller figure is at least half the larger."""


def day_of(prior: Prior) -> date | None:
    """The day a prior's figure holds; a month or a year begins with its first day."""
    told = pairs.told_at(prior.claim, prior.report.published)
    return told.day if told else None


@dataclass(frozen=True, slots=True)
class Held:
    """A comparable prior with the day its figure holds."""

    match: Match
    day: date | None

    @property
    def claim(self) -> Claim:
        """The figure."""
        return self.match.prior.claim

    @property
    def last(self) -> date | None:
        """The last day the figure may hold, where only a month or a year is told."""
        told = pairs.told_at(self.claim, self.match.prior.report.published)
        return told.last_day if told else None


_Printed = tuple[float | None, float | None, float | None, Bound, str]
"""A figure as printed."""


@dataclass(frozen=True)
class Record:
    """A claim with the comparable priors."""

    claim: Claim
    document: Document
    held: tuple[Held, ...]
    curve: Growth = field(default_factory=growth.shipped)
    beside: tuple[Claim, ...] = ()
    """Figures of other counts in the same events."""
    reprints: tuple[Held, ...] = ()
    """Priors with the claim's very sentence: no support, but they tell since when it is told."""
    whole: tuple[Held, ...] = ()
    """The comparable priors with those that no longer speak against the claim: what a report tells
    beside a figure that agrees still tells how the count went. None where `held` are all."""
    taken_back: Mapping[int, Held] = field(default_factory=dict)
    """Priors, by `id`, that others took back, each with the one that replaced it."""
    retractions: tuple[Held, ...] = ()
    """Figures of the same fact that their own sentences tell as taken back."""
    slipped: Mapping[int, Held] = field(default_factory=dict)
    """Priors, by `id`, that others make a slip of the pen, each with the one it is a slip of."""

    def pair(self, held: Held) -> Pair:
        """The claim beside one of them."""
        return Pair(self.claim, held.match.prior, self.document.published)

    def agrees(self, held: Held) -> bool:
        """Whether both can be one number, in the sense of the relation. Open bounds admit much:
        "over 650" is no agreement with "over 70", nor is what a slip of the pen sets apart."""
        if intervals.same_number(self.claim.value, held.claim.value):
            return True
        if held.match.judgement.relation is not Relation.CONSISTENT:
            return False
        gap = intervals.gap_share(self.claim.value, held.claim.value)
        if gap is not None and gap > ALIKE:
            return False
        return slips.of_figure(self.claim, held.claim) is None

    def stands(self, held: Held) -> bool:
        """Whether the prior was neither taken back nor a slip of the pen."""
        return id(held) not in self.taken_back and id(held) not in self.slipped

    @property
    def counting(self) -> Counting:
        """How the claim's figure behaves over time."""
        return pairs.counting(self.claim)

    @property
    def count(self) -> float | None:
        """The claim's count."""
        return figures.representative(self.claim.value)

    @property
    def least_told(self) -> float | None:
        """The least that the claim tells, its hedge read with its width: "nearly 200" may be 190,
        and is no farther off the record than that."""
        hedged = self.claim.value.bound in (Bound.ABOUT, Bound.RANGE)
        return intervals.bounds(self.claim.value)[0] if hedged else self.count

    @cached_property
    def confidence(self) -> float:
        """How surely the best of them are the same fact."""
        return max((held.match.judgement.match_confidence for held in self.held), default=0.0)

    @cached_property
    def newest(self) -> tuple[Held, ...]:
        """Those of the newest day, then those of no day that have grown beyond; what is told as
        past, was taken back or is a slip is not new, nor is an older count told again, unless
        nothing else is."""
        standing = [held for held in self.held if self.stands(held)] or self.held
        current = [held for held in standing if held.claim.role is not Role.PREVIOUS]
        dated = [held for held in current if held.day]
        if not dated:
            return tuple(current) or tuple(standing)
        dated = self._without_repeated(dated) or dated
        last = max(held.day for held in dated if held.day)
        # What is fixed, and told in a month that goes on, is no older than what a day of it tells.
        goes_on = self.counting is Counting.FIXED
        of_last = tuple(
            held
            for held in dated
            if held.day == last or (goes_on and held.last is not None and held.last >= last)
        )
        if self.today is None or (self.today - last).days < LATE:
            return of_last
        return (*of_last, *self._grown_since(dated, current))

    def _grown_since(self, dated: list[Held], current: list[Held]) -> list[Held]:
        """The tolls told on no day, or in a month or year that goes on, that are above all those
        told on a day, and so after them: a toll only grows."""
        if self.counting is not Counting.ACCUMULATING:
            return []
        firm = [held for held in dated if held.day == held.last] or dated
        last = max(held.last for held in firm if held.last)
        counts = [figures.representative(held.claim.value) for held in firm]
        highest = max((count for count in counts if count is not None), default=0.0)
        newest = max(held.day for held in dated if held.day)
        return [
            held
            for held in current
            if held.day != newest
            and (held.last is None or (held.last != held.day and held.last > last))
            and (figures.representative(held.claim.value) or 0.0) > highest
            and not _is_feared(held.claim)
        ]

    def _without_repeated(self, dated: list[Held]) -> list[Held]:
        """Without floors that leave room for a higher count of a day before: "at least 18" after 20
        is an older count told again."""
        if self.counting is not Counting.ACCUMULATING:
            return dated
        told = sorted(
            (held.last, figures.representative(held.claim.value) or 0.0)
            for held in dated
            if held.last and not _is_feared(held.claim)
        )
        kept: list[Held] = []
        highest, n = 0.0, 0  # of those told before the day being looked at
        for held in sorted(dated, key=lambda held: held.day or date.min):
            while n < len(told) and held.day and told[n][0] < held.day:
                highest = max(highest, told[n][1])
                n += 1
            count = figures.representative(held.claim.value)
            repeated = count is not None and count < highest
            if not (repeated and figures.later_admits(highest, held.claim)):
                kept.append(held)
        return kept

    @property
    def newest_day(self) -> date | None:
        """The day of the newest."""
        return self.newest[0].day if self.newest else None

    @cached_property
    def newest_count(self) -> float | None:
        """The highest count of the newest."""
        counts = [figures.representative(held.claim.value) for held in self.newest]
        return max((count for count in counts if count is not None), default=None)

    @cached_property
    def least(self) -> float:
        """The lowest count ever reported; infinite where none was."""
        counts = [figures.representative(held.claim.value) for held in self.held]
        return min((count for count in counts if count is not None), default=inf)

    @cached_property
    def highest(self) -> float:
        """The highest count ever reported, but for what was once feared; 0 where none was."""
        past = (Role.PREVIOUS, Role.RETRACTED)
        told = [
            held for held in self.held if not (_is_feared(held.claim) and held.claim.role in past)
        ]
        counts = [figures.representative(held.claim.value) for held in told]
        return max((count for count in counts if count is not None), default=0.0)

    @property
    def is_dated(self) -> bool:
        """Whether the claim and the newest have a date each."""
        return self.today is not None and self.newest_day is not None

    @cached_property
    def unchanged_since(self) -> date | None:
        """The first day on which the newest count was reported."""
        same = [
            held.day
            for held in self.held
            if held.day
            and any(intervals.same_number(held.claim.value, new.claim.value) for new in self.newest)
        ]
        return min(same, default=None)

    def first_told(self, held: Held) -> date | None:
        """The first day on which the figure of a prior was reported."""
        days = [
            other.day
            for other in self.held
            if other.day and intervals.same_number(other.claim.value, held.claim.value)
        ]
        return min(days, default=None)

    @cached_property
    def today(self) -> date | None:
        """The day the claim's figure holds; the last one it may, where only a month is told."""
        told = pairs.told_at(self.claim, self.document.published)
        return told.last_day if told else None

    @property
    def is_open(self) -> bool:
        """Whether only a month or a year is told of when the claim's figure holds."""
        told = pairs.told_at(self.claim, self.document.published)
        return told is not None and told.precision in ("month", "year")

    def may_be_newest(self, held: Held) -> bool:
        """Whether the prior's figure was told within the days that the claim may be of."""
        told = pairs.told_at(self.claim, self.document.published)
        if told is None or held.day is None or held.claim.role is Role.PREVIOUS:
            return False
        return told.day <= held.day <= told.last_day

    @property
    def gap(self) -> float:
        """Days since the newest; no end of them where a date is missing."""
        if self.today is None or self.newest_day is None:
            return inf
        return max((self.today - self.newest_day).days, 0)

    @property
    def age(self) -> float:
        """Days from the happening to the newest; 0 where a date is missing, or where what was
        declared or began one day goes on."""
        if self.happening in ONGOING:
            return 0.0
        told = (self.claim.when, *(held.claim.when for held in self.newest))
        ends = [moments.parse(when.end).last_day for when in told if when is not None]
        if not ends or self.newest_day is None:
            return 0.0
        # The earliest end: "the 2015 earthquake" ends no later than the day that reports tell.
        age = max((self.newest_day - min(ends)).days, 0)
        # What strikes at one moment is of two days by the clocks of two places.
        return 0 if age == 1 and self.gap == 0 and self.happening in OF_A_MOMENT else age

    @property
    def happening(self) -> str | None:
        """What type of happening it is; the record's where the claim doesn't tell. What befell a
        whole area is told by what it did at one place too: of a quake, that houses collapsed."""
        told = [self.claim.happening, *(held.claim.happening for held in self.newest)]
        widest = (happening for happening in told if happening in growth.WIDESPREAD)
        return next(widest, next((happening for happening in told if happening), None))

    @property
    def events(self) -> set[str | None]:
        """The happenings the comparable priors belong to."""
        return {held.claim.event for held in self.held}

    @cached_property
    def older(self) -> tuple[Held, ...]:
        """Priors, reprints among them, that were told before the newest."""
        last = self.newest_day
        before = (held for held in self.reprints if last and held.day and held.day < last)
        newest = set(map(id, self.newest))
        return (*(held for held in self.held if id(held) not in newest), *before)

    @cached_property
    def may_precede(self) -> bool:
        """Whether the claim is a count of a known early hour, and each higher one on record, or,
        where it is the highest, each of the newest, may have come later that day: "five were
        hurt, it said at 4:39"."""
        told, count = pairs.told_at(self.claim, self.document.published), self.count
        if told is None or told.precision != "minute" or count is None:
            return False
        if (told.start + told.offset).hour >= MORNING:
            return False
        higher = [h for h in self.held if (figures.representative(h.claim.value) or 0.0) > count]
        return all(
            pairs.order(self.pair(held)) is not Order.AFTER for held in higher or self.newest
        )

    def is_newer(self, held: Held) -> bool:
        """Whether the claim was told after the prior."""
        return pairs.order(self.pair(held)) is not Order.BEFORE

    def is_recent(self, held: Held) -> bool:
        """Whether the prior is of like age with the newest."""
        if held.last is None or self.newest_day is None:
            return True
        return (self.newest_day - held.last).days <= LIKE_AGE

    def sides(self) -> list[Held]:
        """One prior for each figure, day and authority: enough to compare them with each other."""
        found: dict[object, Held] = {}
        for held in self.held:
            value = held.claim.value
            key = (value.bound, value.stated, value.low, held.day, pairs.authorities(held.claim))
            found.setdefault(key, held)
        return list(found.values())

    @cached_property
    def latest(self) -> Prior | None:
        """The newest prior whose figure most origins hold, of a toll the highest: what to print
        instead."""
        if not self.newest:
            return None
        return max(self.newest, key=self._support).match.prior

    @property
    def latest_agreeing(self) -> Prior | None:
        """The same for a claim that agrees with some of the newest: the figure that most origins
        hold, if the claim's words leave room for it, else that of those it agrees with."""
        latest = self.latest
        count = figures.representative(latest.claim.value) if latest else None
        told = [held for held in self.newest if self.agrees(held)]
        if not told or latest is None or any(held.match.prior is latest for held in told):
            return latest
        if count is not None and figures.later_admits(count, self.claim):
            return latest
        return max(told, key=self._support).match.prior

    def _support(self, held: Held) -> tuple[int, float, float]:
        grows = self.counting is Counting.ACCUMULATING
        count = figures.representative(held.claim.value) if grows else None
        backing = self._backing[_printed(held)]
        return backing, count or 0.0, held.match.judgement.match_confidence

    @cached_property
    def _backing(self) -> dict[_Printed, int]:
        """How many origins of the newest hold each figure of theirs, as printed."""
        told: dict[_Printed, list[Held]] = {}
        for held in self.newest:
            told.setdefault(_printed(held), []).append(held)
        found: dict[_Printed, int] = {}
        for figure, own in told.items():
            holders = [
                other.match.prior
                for others in told.values()
                if intervals.same_number(others[0].claim.value, own[0].claim.value)
                for other in others
            ]
            found[figure] = sum(origins.count(holders))
        return found


def _is_feared(claim: Claim) -> bool:
    return claim.status is Status.FEARED or claim.role is Role.PROJECTED


def _printed(held: Held) -> _Printed:
    value = held.claim.value
    return value.low, value.high, value.stated, value.bound, value.text
