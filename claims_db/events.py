"""Claims → events: which claims tell of one happening.

A claim joins an event when place, window and type of happening agree; else it opens one, whose
id is its place and day ("kyiv-2025-04-24", then "-2", "-3"). The rules lean towards splitting:
two happenings taken for one make false alarms, one taken for two only makes a gap.

- Windows must share a day. Only happenings that last, or that clocks on both sides of midnight
  date differently, have slack. A claim without a window happened in the days before its as-of.
- Windows of more than `NARROW` days ("in 2004") meet only windows equal to them.
- Another document's claim may join across containment (Kyiv, Ukraine) only where both name the
  type, and only one event fits. Claims of one document need not be so careful of each other.
- Growth is bounded by `LONGEST` days in all, so day after day doesn't chain into a month.

Documents that came as texts are held beside each other first, as wholes (`stories`): their
words tell happenings of one city apart, and tie what names no place or day. Its own claims go
there; those of other places and days (background) go by the rules above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims_db import telltale
from claims_db.day_index import DayIndex
from claims_db.event_ids import document_stem, free_id, stem
from claims_db.growing import SLACK, akin, days, gap, grown, lasts, meet, reach
from claims_db.link_features import is_within_reach
from claims_db.profiles import Profile, own_claims
from claims_db.records import Claim, Event
from claims_db.sightings import (
    NARROW,
    Sighting,
    opens_event,
    reported_on,
    sightings,
)
from claims_db.stories import Stories, Story, Turn, place_in_time
from claims_db.telltale import Figures
from claims_db.whereabouts import in_one_region, nested, region, same_place, spots


@dataclass(frozen=True, slots=True)
class Assignment:
    """Event ids by document and claim, in the order given; the events that are new or changed;
    which event each document tells of as a whole, where it came with a profile."""

    keys: tuple[tuple[str | None, ...], ...]
    events: tuple[Event, ...]
    documents: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """The event that a document tells of as a whole, and those of its claims."""

    document: str | None
    claims: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document that came as text: what it tells as a whole, and the story that it tells."""

    profile: Profile
    story: Story


def assign(
    documents: Iterable[Sequence[Claim]],
    events: Iterable[Event],
    profiles: Sequence[Profile] = (),
    stories: Stories | None = None,
) -> Assignment:
    """The event of each claim of each document, given the events on record. Documents that tell
    place and days come before those that don't, whatever their order. `profiles` and `stories`:
    the documents as wholes, where they came as texts, and those that they may tell the same as."""
    ledger = Ledger(events, stories)
    told = [(claims, sightings(claims)) for claims in documents]
    texts = ledger.texts([claims for claims, _ in told], profiles)
    found = [Belonging(None, ())] * len(told)
    for at in in_turn([seen for _, seen in told], profiles):
        found[at] = ledger.belonging(*told[at], texts[at] if texts else None)
    return Assignment(
        tuple(one.claims for one in found),
        tuple(ledger.changed()),
        tuple(one.document for one in found),
    )


def in_turn(
    documents: Sequence[Sequence[Sighting | None]], profiles: Sequence[Profile | None] = ()
) -> list[int]:
    """The order in which documents of these sightings are best given events: those that tell
    least, or not of which day, come last, when there are events for them to belong to. Texts go
    in order of their days, whatever order they came in."""

    def turn(at: int) -> Turn:
        profile = profiles[at] if profiles else None
        if profile is not None:
            return place_in_time(profile)
        return all(seen is None or seen.vague for seen in documents[at]), (0, 0), 0

    return sorted(range(len(documents)), key=turn)


@dataclass(slots=True)
class Ledger:
    """The events known so far, found by day and place or country; it keeps track of changes."""

    known: Iterable[Event] = ()
    stories: Stories | None = None
    _events: dict[str, Event] = field(default_factory=dict, init=False)
    _at: DayIndex = field(default_factory=DayIndex, init=False)  # by place
    _by_day: DayIndex = field(default_factory=DayIndex, init=False)  # by country
    _by_window: dict[tuple[str, str, str], list[str]] = field(init=False)
    _changed: dict[str, None] = field(default_factory=dict, init=False)
    _merged: dict[str, str] = field(default_factory=dict, init=False)
    _figures: Figures = field(default_factory=Figures, init=False)

    def __post_init__(self) -> None:
        self._by_window = defaultdict(list)
        self.add(self.known)

    def add(self, events: Iterable[Event]) -> None:
        """Take in events on record; one already held stays as it is."""
        for event in events:
            if event.id not in self._events:
                self._put(event)

    def __len__(self) -> int:
        return len(self._events)

    def forget(self, months: Container[int]) -> Collection[str]:
        """Lets go of the events whose windows lie outside of all these months, of 32 days; they
        must be on record, for `add` to take them in again when they are needed. Returns their
        ids."""
        gone = set[str]()
        linked: Container[str] = self.stories if self.stories is not None else ()
        for key, event in self._events.items():
            if event.window is None or key in self._changed or key in linked:
                continue
            first, last = days(event.window)
            if not any(month in months for month in range(first >> 5, (last >> 5) + 1)):
                gone.add(key)
        if not gone:
            return gone
        self._events = {key: self._events[key] for key in self._events if key not in gone}
        self._at.drop(gone)
        self._by_day.drop(gone)
        for window, keys in list(self._by_window.items()):
            self._by_window[window] = [key for key in keys if key not in gone]
        return gone

    def rename(self, merged: Mapping[str, str]) -> None:
        """Take in the ids of events that were merged, and the events they stand for."""
        self._merged.update(merged)

    def standing(self, event: str) -> str:
        """The event that an id stands for."""
        return self._merged.get(event, event)

    def changed(self) -> list[Event]:
        """The events that are new or changed since the last call."""
        found = [self._events[key] for key in self._changed]
        self._changed.clear()
        return found

    def assign(
        self, claims: Sequence[Claim], seen: Sequence[Sighting | None] | None = None
    ) -> tuple[str | None, ...]:
        """The event of each claim of one document, None for a claim of no known happening.
        `seen`: their `sightings`, where they are at hand."""
        return self.belonging(claims, sightings(claims) if seen is None else seen).claims

    def belonging(
        self,
        claims: Sequence[Claim],
        sights: Sequence[Sighting | None],
        text: Text | None = None,
    ) -> Belonging:
        """The event of one document and of each of its claims, given their `sightings`."""
        told, mine = None, frozenset[int]()
        if text is not None and self.stories is not None:
            told, mine = self._told_of(claims, sights, text, self.stories)
        keys = self._by_rules(claims, sights, told if mine else None, mine)
        if told is None and not any(keys):
            keys = self._by_figures(claims, sights)
        for claim, sight, key in zip(claims, sights, keys, strict=True):
            if key is not None and sight is not None and telltale.weight(claim):
                stated = claim.value.stated
                assert stated is not None
                self._figures.add((claim.kind, stated), key, reported_on(claim, sight))
        return Belonging(told, tuple(keys))

    def texts(
        self, documents: Sequence[Sequence[Claim]], profiles: Sequence[Profile]
    ) -> list[Text]:
        """Documents that came as texts, each with the story it tells as a whole."""
        if self.stories is None or not profiles:
            return []
        given = [_given(claims) for claims in documents]
        known = [key and self.standing(key) for key in given]
        return list(map(Text, profiles, self.stories.grouped(profiles, known)))

    def _told_of(
        self, claims: Sequence[Claim], sights: Sequence[Sighting | None], text: Text, held: Stories
    ) -> tuple[str, frozenset[int]]:
        """The event of a document as a whole, and which of its claims are of it. One that nothing
        with a date is told of yet is held here alone, not on record."""
        profile, key = text.profile, text.story.event
        if key is None:
            key = self._without_text(sights, profile, held)
        if key is None:
            key = self._free_id(document_stem(sights, profile))
            self._events[key] = Event(key, None, None, None)
        held.name(text.story, key)
        event = self._events.setdefault(key, Event(key, None, None, None))
        mine = frozenset(
            at
            for at in own_claims(claims, sights)
            if sights[at] is not None
            and claims[at].event is None
            and is_within_reach(claims[at].places[:1], (*profile.places[:1], event.place))
        )
        if event.window is None and not any(opens_event(claims[at]) for at in mine):
            mine = frozenset()
        return key, mine

    def _without_text(
        self, sights: Sequence[Sighting | None], profile: Profile, held: Stories
    ) -> str | None:
        """The event of a document's place and day that is on record by other claims alone: as a
        row of a table, or as background."""
        for seen in sights:
            if seen is None or not seen.dated or seen.wide or seen.place not in profile.places:
                continue
            if seen.span != profile.window or not seen.happening:
                continue
            key = self._best(seen, {})
            return None if key is None or key in held else key
        return None

    def _by_rules(
        self,
        claims: Sequence[Claim],
        sights: Sequence[Sighting | None],
        told: str | None,
        mine: frozenset[int],
    ) -> list[str | None]:
        """The event of each claim: the one `told` of for those that are `mine`, else by place,
        window and type."""
        groups: dict[tuple[int, str | None, bool, bool], list[int]] = {}
        for index, (claim, sight) in enumerate(zip(claims, sights, strict=True)):
            if claim.event is not None or sight is not None:
                alike = (id(sight), claim.event, opens_event(claim), index in mine)
                groups.setdefault(alike, []).append(index)
        keys: list[str | None] = [None] * len(claims)
        own: dict[str, None] = {}  # the document's events
        turns = [(_turn(claims[at[0]], sights[at[0]]), at[0], at) for at in groups.values()]
        for _, first, members in sorted(turns):
            claim, sight = claims[first], sights[first]
            given = told if first in mine else claim.event
            if given is not None:
                named = self.standing(given)
                key: str | None = named
                for index in members:
                    self._extend(named, sights[index])
            else:
                assert sight is not None
                key = self._join(sight, opens_event(claim), own)
            for index in members:
                keys[index] = key
            if key is not None:
                own[key] = None
        return keys

    def _by_figures(
        self, claims: Sequence[Claim], sights: Sequence[Sighting | None]
    ) -> list[str | None]:
        """The event of a document that names no place, known by its figures; one that could be
        known by them opens its own."""
        placeless = [
            (claim, seen)
            for claim, seen in zip(claims, sights, strict=True)
            if seen is not None and seen.place is None and not seen.wide
        ]
        none: list[str | None] = [None] * len(claims)
        if not placeless:
            return none
        told = [claim for claim, _ in placeless]
        first = placeless[0][1]
        day = max(reported_on(claim, seen) for claim, seen in placeless)
        found = self._alike(told, first, day)
        if found and found[0][0] >= telltale.ENOUGH:
            rival = next((f for f in found[1:] if self._events[f[1]].place is not None), None)
            if rival and found[0][0] - rival[0] < telltale.AHEAD:
                return none
            event = found[0][1]
        elif telltale.is_telling(told) and any(map(opens_event, told)):
            event = self._free_id(stem(first))
            self._events[event] = Event(event, None, None, None)
            self._extend(event, first)
        else:
            return none
        return [
            event if seen is not None and seen.place is None and not seen.wide else None
            for seen in sights
        ]

    def _free_id(self, base: str) -> str:
        return free_id(base, self._events, self._merged)

    def _join(self, seen: Sighting, opening: bool, own: dict[str, None]) -> str | None:
        if seen.place is None:
            fits = [k for k in own if meet(seen, self._events[k])]
            return fits[0] if len(fits) == 1 else None
        key = self._best(seen, own)
        if key is None and opening:
            key = self._free_id(stem(seen))
            self._events[key] = Event(key, None, None, None)
        if key is not None:
            self._extend(key, seen)
        return key

    def _best(self, seen: Sighting, own: dict[str, None]) -> str | None:
        """The event that fits best: of the document's own, else at the same place, else, if there
        is but one, around or within it; None where none does."""
        assert seen.place is not None
        ranked: list[tuple[bool, bool, int, str]] = []
        for key in own:
            event = self._events[key]
            if event.place is None or not meet(seen, event):
                continue
            same = same_place(seen.place, event.place)
            told = (seen.place, *seen.beside)
            if same or any(same_place(p, event.place) or nested(p, event.place) for p in told):
                ranked.append((not same, *self._likeness(seen, event)))
        if ranked:
            return min(ranked)[-1]
        for place in (seen.place, *seen.beside):
            for spot in spots(place):
                for key in self._near(seen, self._at, spot):
                    event = self._events[key]
                    if event.place is not None and same_place(place, event.place):
                        if meet(seen, event):
                            ranked.append((False, *self._likeness(seen, event)))
            if ranked:
                return min(ranked)[-1]
        around = [
            key
            for key in self._near(seen, self._by_day, region(seen.place))
            if (event := self._events[key]).place is not None
            and nested(seen.place, event.place)
            and (in_one_region(seen.place, event.place) or (seen.happening and event.happening))
            and meet(seen, event)
        ]
        return around[0] if len(around) == 1 else None

    def _likeness(self, seen: Sighting, event: Event) -> tuple[bool, int, str]:
        return seen.happening != event.happening, gap(seen, event), event.id

    def _near(self, seen: Sighting, index: DayIndex, where: str) -> Iterable[str]:
        """The events of the index there, on the days of the sighting, give or take its slack."""
        assert seen.place is not None
        if seen.wide:
            window = (region(seen.place), seen.first.isoformat(), seen.last.isoformat())
            found = self._by_window.get(window, ())
            if found or not lasts(seen):
                return found
        slack = SLACK.get(seen.happening or "", 0)
        first, last = seen.first.toordinal() - slack, seen.last.toordinal() + slack
        return index.between(where, first, last)

    def _extend(self, key: str, seen: Sighting | None) -> None:
        old = self._events.get(key)
        if old is None:
            old = Event(key, None, None, None)
            self._events[key] = old
        elif seen is None and old.window is not None:
            return
        new = old if seen is None else grown(old, seen)
        if new is not old or old.window is None:
            self._put(new)
            self._changed[key] = None

    def _put(self, event: Event) -> None:
        old = self._events.get(event.id)
        self._events[event.id] = event
        if event.place is None or event.window is None:
            return
        if old is not None and old.place == event.place and old.window == event.window:
            return
        around = region(event.place)
        first, last = days(event.window)
        if last - first > NARROW:
            window = (around, event.window.start, event.window.end)
            if event.id not in self._by_window[window]:
                self._by_window[window].append(event.id)
        if last - first > reach(event):
            return
        found = spots(event.place)
        for day in range(first, last + 1):
            self._by_day.note(around, day, event.id)
            for spot in found:
                self._at.note(spot, day, event.id)

    def _alike(self, told: Sequence[Claim], seen: Sighting, day: int) -> list[tuple[float, str]]:
        """The events whose telltale figures a document shares, by their weight, a day that both
        tell counting as a round figure; the best first, one with a place before one without."""
        found = []
        for worth, key in self._figures.events(told, day):
            event = self._events.get(key)
            if event is not None and akin(seen.happening, event.happening):
                found.append((worth + 0.5 * (seen.dated and meet(seen, event)), key))
        return sorted(found, key=lambda f: (-f[0], self._events[f[1]].place is None, f[1]))


def _given(claims: Sequence[Claim]) -> str | None:
    return next((claim.event for claim in claims if claim.event is not None), None)


def _turn(claim: Claim, seen: Sighting | None) -> tuple[int, int]:
    """Given keys first, then told narrow windows, the finer ones first."""
    if claim.event is not None:
        return (0, 0)
    if seen is None or seen.place is None:
        return (3, 0)
    return (1 if seen.dated and not seen.wide else 2, (seen.last - seen.first).days)
