"""Documents → groups of those that tell of one happening, whichever came first.

Documents that come together are held beside one another, and beside those held before, two and two:
how likely two tell of one happening is learned (`likeness`). Then those groups are made one, again
and again, whose documents fit best on average (average linkage), until none fits well enough. Two
groups that have an event on record each stay apart: ids are stable. Only documents that share a
rare word, a place or days are looked at, and of these only so many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import exp, log
from typing import NamedTuple

from claims_db import whereabouts
from claims_db.likeness import Report, is_named_late, is_tied, likeness, may_be_one
from claims_db.link_features import Features, is_vague
from claims_db.linking import RARE, Weights, chances_among
from claims_db.profiles import Days, Profile

SHOWN = 40  # the rarest words of a document, by which it is found and held beside others
CROWD = 100  # documents that a word is in, from which it finds none
LOOKED_AT = 14  # documents that share most with one
RECENT, RECENT_DAYS = 15, 4  # those that are looked at for having been told of lately
LEAST = 0.2  # how likely two groups must be of one happening, on average, to be made one
LEAST_LATE = 0.8  # how likely a document must be of a story, to be put with it for its names
HARDLY = 0.02  # how likely it must be of one of its documents for that to be asked
BESIDE = 6  # documents of a story, the first, that another is held beside then
UNSEEN = 0.2  # what a pair that isn't looked at weighs beside one that is, as if unlikely
MOST = 60_000  # documents that are held, some 4 kB each; the half told of longest ago is let go

_PLACE_WEIGHT = 5.0  # in rare words, of a shared place, among what finds candidates

Turn = tuple[bool, Days, int]
"""What puts documents in an order of time that is the same whatever order they come in."""


class Chance(NamedTuple):
    """How likely two documents tell of one happening; whether they share anything that ties them;
    whether names do, though one was told well after the other."""

    likely: float
    tied: bool
    late: bool = False


class Story:
    """Documents that tell of one happening, and the event they are of, once it has an id."""

    __slots__ = ("event", "reports")

    def __init__(self, event: str | None = None) -> None:
        self.event = event
        self.reports: list[int] = []


class _Between:
    """What the documents of two stories tell of these being one: the sum of how likely each two
    are, how many were looked at, and whether any are tied."""

    __slots__ = ("likely", "looked", "tied")

    def __init__(self) -> None:
        self.likely = 0.0
        self.looked = 0
        self.tied = False

    def add(self, likely: float, looked: int, tied: bool) -> None:
        self.likely += likely
        self.looked += looked
        self.tied = self.tied or tied

    def fit(self, one: Story, other: Story) -> float:
        """How likely a document of the one tells the same as one of the other, on average."""
        if not self.tied:
            return 0.0
        pairs = len(one.reports) * len(other.reports)
        return self.likely / (self.looked + UNSEEN * (pairs - self.looked))


@dataclass(slots=True)
class Stories:
    """The documents that others may tell the same as, found by word, place and day."""

    weights: Weights
    stories: dict[int, Story] = field(default_factory=dict, init=False)  # by number of document
    _reports: dict[int, Report] = field(default_factory=dict, init=False)
    _by_event: dict[str, Story] = field(default_factory=dict, init=False)
    _by_word: dict[str, list[int]] = field(init=False)
    _by_place: dict[tuple[str, int], list[int]] = field(init=False)
    _by_day: dict[int, list[int]] = field(init=False)
    _documents: int = field(init=False)
    _seen: Counter[str] = field(default_factory=Counter, init=False)
    _next: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._by_word, self._by_place = defaultdict(list), defaultdict(list)
        self._by_day = defaultdict(list)
        self._documents = self.weights.documents

    def __contains__(self, event: object) -> bool:
        """Whether a document of the event is held."""
        return event in self._by_event

    def grouped(
        self, profiles: Sequence[Profile], events: Sequence[str | None] = ()
    ) -> list[Story]:
        """The story of each document, with the event of one on record where it is of one.
        `events`: those that are known, by document."""
        order = sorted(range(len(profiles)), key=lambda at: place_in_time(profiles[at]))
        numbers = dict(zip(order, self._taken_in([profiles[at] for at in order]), strict=True))
        for at, event in enumerate(events):
            if event is not None:
                self._tie(numbers[at], event)
        pairs = self._pairs(list(numbers.values()))
        self._join(pairs)
        self._join_late(numbers.values(), pairs)
        return [self.stories[numbers[at]] for at in range(len(profiles))]

    def put(self, events: Sequence[str], profiles: Sequence[Profile]) -> None:
        """Takes in documents that are known to be of events, one each."""
        for number, event in zip(self._taken_in(profiles), events, strict=True):
            self._tie(number, event)

    def name(self, story: Story, event: str) -> None:
        """Gives a story the event that it is of."""
        story.event = event
        self._by_event[event] = story

    def chance(self, a: Report, b: Report) -> Chance:
        """How likely the two tell of one happening, and whether anything ties them."""
        found = likeness(a, b)
        if not may_be_one(found):
            return Chance(0.0, False)
        likely = 1.0 / (1.0 + exp(-self.weights.likeness(found)))
        late = likely >= HARDLY and is_named_late(found)
        return Chance(likely, is_tied(found), late)

    # --- what is held ---------------------------------------------------------------------------

    def _taken_in(self, profiles: Sequence[Profile]) -> list[int]:
        if len(self._reports) >= MOST:
            self._forget()
        self._documents += len(profiles)
        for profile in profiles:
            self._seen.update(profile.words)
        numbers = []
        for profile in profiles:
            number, self._next = self._next, self._next + 1
            numbers.append(number)
            report = self._reports[number] = self._report(profile)
            story = self.stories[number] = Story()
            story.reports.append(number)
            self._note(number, report)
        return numbers

    def _note(self, number: int, report: Report) -> None:
        for word, weight in report.worth.items():
            if weight >= RARE:
                found = self._by_word[word]
                if len(found) <= CROWD:  # beyond, the word finds none anyway
                    found.append(number)
        told = report.profile.told
        if told is None or is_vague(told):
            return
        self._by_day[told[1]].append(number)
        for place in report.profile.places:
            for spot in whereabouts.spots(place):
                self._by_place[spot, told[1]].append(number)

    def _report(self, profile: Profile) -> Report:
        """A document with its rarest words, what each weighs, and all that are rare enough to be
        remembered."""
        known, seen, total = self.weights.words, self._seen, self._documents + 1
        found = [
            (log(total / (known.get(word, 0) + seen[word] + 0.5)), word) for word in profile.words
        ]
        found.sort(reverse=True)
        worth = {word: weight for weight, word in found[:SHOWN]}
        return Report(profile, worth, frozenset(word for weight, word in found if weight >= RARE))

    def _tie(self, number: int, event: str) -> None:
        """A document's story is of an event: one with the others that are."""
        story, held = self.stories[number], self._by_event.get(event)
        if held is None:
            self.name(story, event)
        elif held is not story:
            self._unite(held, story)

    def _unite(self, into: Story, other: Story) -> None:
        into.reports += other.reports
        for number in other.reports:
            self.stories[number] = into
        if other.event is not None:
            self.name(into, other.event)

    def _forget(self) -> None:
        """Lets go of the half of the documents that were told longest ago."""
        ranked = sorted(self._reports, key=lambda n: (self._reports[n].profile.told or (0, 0))[1])
        gone = set(ranked[: len(ranked) // 2])
        for number in gone:
            del self._reports[number]
            story = self.stories.pop(number)
            story.reports.remove(number)
            if not story.reports and story.event is not None:
                self._by_event.pop(story.event, None)
        _drop(self._by_word, gone)
        _drop(self._by_place, gone)
        _drop(self._by_day, gone)

    # --- which are looked at --------------------------------------------------------------------

    def compared(self, profiles: Sequence[Profile]) -> list[tuple[int, int, Features]]:
        """Each two of these documents that are held beside one another, as indexes of them, with
        what speaks for and against one happening."""
        numbers = self._taken_in(profiles)
        first, held = self._next - len(profiles), self._reports
        return [
            (a - first, b - first, likeness(held[a], held[b]))
            for a, b in self._looked_at(numbers)
            if a >= first
        ]

    def _pairs(self, numbers: Sequence[int]) -> dict[tuple[int, int], Chance]:
        """How likely each of these documents is of one happening with each that it may be."""
        held = self._reports
        return {(a, b): self.chance(held[a], held[b]) for a, b in self._looked_at(numbers)}

    def _looked_at(self, numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
        found: dict[tuple[int, int], None] = {}
        for number in numbers:
            for other in self._candidates(number, self._reports[number]):
                found[(other, number) if other < number else (number, other)] = None
        return found

    def _candidates(self, number: int, own: Report) -> Iterable[int]:
        """The documents that share most with one, and those of its days."""
        shared: dict[int, float] = defaultdict(float)
        for word, weight in own.worth.items():
            if weight >= RARE:
                found = self._by_word.get(word, ())
                if len(found) <= CROWD:
                    for other in found:
                        shared[other] += weight
        lately: list[int] = []
        told = own.profile.told
        if told is not None and not is_vague(told):
            days = sorted(
                range(told[1] - RECENT_DAYS, told[1] + RECENT_DAYS + 1),
                key=lambda day: abs(day - told[1]),
            )
            spots = {spot for place in own.profile.places for spot in whereabouts.spots(place)}
            here: set[int] = set()
            for day in days:
                lately += self._by_day.get(day, ())[: RECENT + 1 - len(lately)]
                for spot in spots:
                    here.update(self._by_place.get((spot, day), ())[-CROWD:])
            for other in here:
                shared[other] += _PLACE_WEIGHT
        ranked = sorted(shared, key=lambda other: (-shared[other], other))[: LOOKED_AT + 1]
        candidates = dict.fromkeys((*ranked, *lately))
        candidates.pop(number, None)
        return candidates

    # --- and made one ---------------------------------------------------------------------------

    def _join(self, pairs: Mapping[tuple[int, int], Chance]) -> None:
        """Makes stories one, those that fit best first."""
        heads: dict[int, Story] = {}  # each story by its first document
        between: dict[int, dict[int, _Between]] = defaultdict(dict)  # one story and another
        for (a, b), chance in pairs.items():
            one, other = self.stories[a], self.stories[b]
            if one is other:
                continue
            first, second = one.reports[0], other.reports[0]
            heads[first], heads[second] = one, other
            both = between[first].get(second)
            if both is None:
                both = between[first][second] = between[second][first] = _Between()
            both.add(chance.likely, 1, chance.tied)
        queue = [
            (-fit, a, b)
            for a, others in between.items()
            for b, both in others.items()
            if a < b and (fit := both.fit(heads[a], heads[b])) >= LEAST
        ]
        heapify(queue)
        while queue:
            minus, a, b = heappop(queue)
            if a not in heads or b not in heads:
                continue
            one, other = heads[a], heads[b]
            if one.event and other.event:
                continue
            if -minus != between[a][b].fit(one, other):
                continue  # one of them has grown since
            if other.event:
                one, other, a, b = other, one, b, a
            self._unite(one, other)
            del heads[b], between[a][b]
            for key, both in between.pop(b).items():
                if key == a:
                    continue
                del between[key][b]
                joined = between[a].get(key)
                if joined is None:
                    between[a][key] = between[key][a] = both
                else:
                    joined.add(both.likely, both.looked, both.tied)
            for key, both in between[a].items():
                fit = both.fit(one, heads[key])
                if fit >= LEAST:
                    heappush(queue, (-fit, min(a, key), max(a, key)))

    def _join_late(self, numbers: Iterable[int], pairs: Mapping[tuple[int, int], Chance]) -> None:
        """Makes a document that stands alone one with the story that it shares rare names with,
        if it is likely of it as a whole: an inquest is unlike any one report of the day."""
        late: dict[int, list[int]] = defaultdict(list)
        for (a, b), chance in pairs.items():
            if chance.late:
                late[a].append(b)
                late[b].append(a)
        for number in numbers:
            alone = self.stories[number]
            if number not in late or alone.event is not None or len(alone.reports) > 1:
                continue
            found = {id(story): story for other in late[number] if (story := self.stories[other])}
            told = sorted(
                (place_in_time(profile), str(key), profile)
                for key, story in found.items()
                for profile in (self._reports[n].profile for n in story.reports[:BESIDE])
            )
            chances = chances_among(
                self._reports[number].profile, [(key, profile) for _, key, profile in told]
            )
            best = max(chances, key=chances.__getitem__, default=None)
            if best is not None and chances[best] >= LEAST_LATE:
                self._unite(found[int(best)], alone)


def place_in_time(profile: Profile) -> Turn:
    """By the day of publication, those of which it isn't known last."""
    return is_vague(profile.told), profile.told or (0, 0), profile.mark


def _drop(index: dict, gone: set[int]) -> None:  # type: ignore[type-arg]
    for key in list(index):
        index[key] = [number for number in index[key] if number not in gone]
        if not index[key]:
            del index[key]
