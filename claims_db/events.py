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
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from claims_db import gazetteer, telltale
from claims_db.kinds import kinds
from claims_db.moments import parse_or_none
from claims_db.records import Claim, Event, Place, Role, Window
from claims_db.telltale import Figures

NARROW = 10  # days; a longer window says too little to tell happenings apart
LONGEST = 4  # days an event may grow to, for types not in LASTING
LASTING = {"flood": 21, "storm": 14, "fire": 10, "outbreak": 60, "wildfire": 30, "landslide": 7}
SLACK = {"flood": 3, "storm": 2, "wildfire": 3, "quake": 1, "landslide": 1}
LOOKBACK = {"quake": 14, "flood": 14, "storm": 10, "landslide": 10, "crash": 5}
USUAL_LOOKBACK = 3  # days before its as-of that a figure without a window happened in
GREAT, PART, PART_KM = 500_000, 10, 15.0  # people of a city; how many of a part; how far off
# Types that touch a whole area: containment joins at any level and the wider place stands.
WIDESPREAD = frozenset({"quake", "flood", "storm", "outbreak", "wildfire", "vote"})
# Types that texts give to one and the same happening. Not transitive.
AKIN = (
    frozenset({"attack", "explosion", "fire"}),
    frozenset({"attack", "shooting", "stabbing"}),
    frozenset({"storm", "flood", "landslide"}),
    frozenset({"quake", "tsunami", "landslide"}),
    frozenset({"crash", "fire", "explosion"}),
    frozenset({"fire", "wildfire"}),
    frozenset({"quake", "collapse"}),
    frozenset({"attack", "collapse", "explosion"}),
    frozenset({"collapse", "fire"}),
    frozenset({"storm", "collapse"}),
    frozenset({"crush", "attack"}),
)
_FINENESS = {"hour": 0, "minute": 0, "day": 0, "week": 1, "month": 2, "year": 3}
_REPORTED = "reported"  # the text of an event window known from as-of dates alone


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when a claim's happening took place, and of what type it was."""

    place: Place | None
    first: date
    last: date
    precision: str
    dated: bool  # the window was told, not taken from the as-of date
    happening: str | None
    beside: tuple[Place, ...] = ()  # places told in one breath with it: Turkey and Syria

    @property
    def vague(self) -> bool:
        """Whether it fits many happenings: no place, a wide window, or only a month of report."""
        return self.place is None or (self.last - self.first).days > max(LOOKBACK.values())

    @property
    def wide(self) -> bool:
        """Whether the window was told and is too wide to tell happenings apart."""
        return self.dated and (self.last - self.first).days > NARROW


@dataclass(frozen=True, slots=True)
class Assignment:
    """Event ids by document and claim, in the order given; the events that are new or changed."""

    keys: tuple[tuple[str | None, ...], ...]
    events: tuple[Event, ...]


def assign(documents: Iterable[Sequence[Claim]], events: Iterable[Event]) -> Assignment:
    """The event of each claim of each document, given the events on record. Documents that tell
    place and days come before those that don't, whatever their order."""
    ledger = Ledger(events)
    told = [(claims, sightings(claims)) for claims in documents]
    keys: list[tuple[str | None, ...]] = [()] * len(told)
    for at in in_turn([seen for _, seen in told]):
        keys[at] = ledger.assign(*told[at])
    return Assignment(tuple(keys), tuple(ledger.changed()))


def in_turn(documents: Sequence[Sequence[Sighting | None]]) -> list[int]:
    """The order in which documents of these sightings are best given events: those that tell
    least come last, when there are events for them to belong to."""

    def vague(at: int) -> bool:
        return all(seen is None or seen.vague for seen in documents[at])

    return sorted(range(len(documents)), key=vague)


def sightings(claims: Sequence[Claim]) -> list[Sighting | None]:
    """What each claim says of its happening; claims that say the same share one."""
    found: list[Sighting | None] = []
    known: dict[tuple[tuple[int, ...], int, str | None, str | None], Sighting | None] = {}
    for claim in claims:
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


def stem(seen: Sighting) -> str:
    """The id an event opened by this sighting has if nobody has it: place and day."""
    day = seen.last.isoformat()
    if seen.wide:
        day = day[: 7 if seen.precision == "month" else 4]
    return f"{_slug(seen.place.name if seen.place else '')}-{day}"


@dataclass(slots=True)
class Ledger:
    """The events known so far, found by day and place or country; it keeps track of changes."""

    known: Iterable[Event] = ()
    _events: dict[str, Event] = field(default_factory=dict, init=False)
    _at: dict[tuple[str, int], list[str]] = field(init=False)  # by place and day
    _by_day: dict[tuple[str, int], list[str]] = field(init=False)  # by country and day
    _by_window: dict[tuple[str, str, str], list[str]] = field(init=False)
    _changed: dict[str, None] = field(default_factory=dict, init=False)
    _merged: dict[str, str] = field(default_factory=dict, init=False)
    _figures: Figures = field(default_factory=Figures, init=False)

    def __post_init__(self) -> None:
        self._at, self._by_day = defaultdict(list), defaultdict(list)
        self._by_window = defaultdict(list)
        self.add(self.known)

    def add(self, events: Iterable[Event]) -> None:
        """Take in events on record; one already held stays as it is."""
        for event in events:
            if event.id not in self._events:
                self._put(event)

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
        sights = sightings(claims) if seen is None else seen
        groups: dict[tuple[int, str | None, bool], list[int]] = {}
        for index, (claim, sight) in enumerate(zip(claims, sights, strict=True)):
            if claim.event is not None or sight is not None:
                alike = (id(sight), claim.event, opens_event(claim))
                groups.setdefault(alike, []).append(index)
        keys: list[str | None] = [None] * len(claims)
        own: dict[str, None] = {}  # the document's events
        turns = [(_turn(claims[at[0]], sights[at[0]]), at[0], at) for at in groups.values()]
        for _, first, members in sorted(turns):
            claim, sight = claims[first], sights[first]
            if claim.event is not None:
                named = self.standing(claim.event)
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
        if not own:
            keys = self._by_figures(claims, sights)
        for claim, sight, key in zip(claims, sights, keys, strict=True):
            if key is not None and sight is not None:
                self._figures.add(claim, key, _reported(claim, sight))
        return tuple(keys)

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
        day = max(_reported(claim, seen) for claim, seen in placeless)
        found = self._alike(told, first, day)
        if found and found[0][0] >= telltale.ENOUGH:
            rival = next((f for f in found[1:] if self._events[f[1]].place is not None), None)
            if rival and found[0][0] - rival[0] < telltale.AHEAD:
                return none
            event = found[0][1]
        elif telltale.is_telling(told) and any(map(opens_event, told)):
            event = self._free_id(first)
            self._events[event] = Event(event, None, None, None)
            self._extend(event, first)
        else:
            return none
        return [
            event if seen is not None and seen.place is None and not seen.wide else None
            for seen in sights
        ]

    def _free_id(self, seen: Sighting) -> str:
        return free_id(stem(seen), self._events, self._merged)

    def _join(self, seen: Sighting, opening: bool, own: dict[str, None]) -> str | None:
        if seen.place is None:
            fits = [k for k in own if _meet(seen, self._events[k])]
            return fits[0] if len(fits) == 1 else None
        key = self._best(seen, own)
        if key is None and opening:
            key = self._free_id(seen)
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
            if event.place is None or not _meet(seen, event):
                continue
            same = same_place(seen.place, event.place)
            told = (seen.place, *seen.beside)
            if same or any(same_place(p, event.place) or nested(p, event.place) for p in told):
                ranked.append((not same, *self._likeness(seen, event)))
        if ranked:
            return min(ranked)[-1]
        for place in (seen.place, *seen.beside):
            for spot in _spots(place):
                for key in self._near(seen, self._at, spot):
                    event = self._events[key]
                    if event.place is not None and same_place(place, event.place):
                        if _meet(seen, event):
                            ranked.append((False, *self._likeness(seen, event)))
            if ranked:
                return min(ranked)[-1]
        around = [
            key
            for key in self._near(seen, self._by_day, _region(seen.place))
            if (event := self._events[key]).place is not None
            and nested(seen.place, event.place)
            and (in_one_region(seen.place, event.place) or (seen.happening and event.happening))
            and _meet(seen, event)
        ]
        return around[0] if len(around) == 1 else None

    def _likeness(self, seen: Sighting, event: Event) -> tuple[bool, int, str]:
        return seen.happening != event.happening, _gap(seen, event), event.id

    def _near(
        self, seen: Sighting, index: dict[tuple[str, int], list[str]], where: str
    ) -> Iterable[str]:
        """The events of the index there, on the days of the sighting, give or take its slack."""
        assert seen.place is not None
        if seen.wide:
            window = (_region(seen.place), seen.first.isoformat(), seen.last.isoformat())
            return self._by_window.get(window, ())
        slack = SLACK.get(seen.happening or "", 0)
        first, last = seen.first.toordinal() - slack, seen.last.toordinal() + slack
        if first == last:
            return index.get((where, first), ())
        found: dict[str, None] = {}
        for day in range(first, last + 1):
            for key in index.get((where, day), ()):
                found[key] = None
        return found

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
        region = _region(event.place)
        first, last = _days(event.window)
        if last - first > NARROW:
            window = (region, event.window.start, event.window.end)
            if event.id not in self._by_window[window]:
                self._by_window[window].append(event.id)
        if last - first > _reach(event):
            return
        spots = _spots(event.place)
        for day in range(first, last + 1):
            _note(self._by_day[region, day], event.id)
            for spot in spots:
                _note(self._at[spot, day], event.id)

    def _alike(self, told: Sequence[Claim], seen: Sighting, day: int) -> list[tuple[float, str]]:
        """The events whose telltale figures a document shares, by their weight, a day that both
        tell counting as a round figure; the best first, one with a place before one without."""
        found = []
        for worth, key in self._figures.events(told, day):
            event = self._events[key]
            if akin(seen.happening, event.happening):
                found.append((worth + 0.5 * (seen.dated and _meet(seen, event)), key))
        return sorted(found, key=lambda f: (-f[0], self._events[f[1]].place is None, f[1]))


def free_id(base: str, taken: Container[str], merged: Container[str] = ()) -> str:
    """The first of "kyiv-2025-04-24", "kyiv-2025-04-24-2" … that no event has or had."""
    key, number = base, 1
    while key in taken or key in merged:
        number += 1
        key = f"{base}-{number}"
    return key


def grown(event: Event, seen: Sighting) -> Event:
    """The event after one more sighting: what was missing is filled, a told window replaces
    one from as-of dates, a finer one a coarser, and equal ones unite within `LONGEST`."""
    happening = event.happening or seen.happening
    place = _united_place(event.place, seen.place, happening)
    old = event.window
    if old is not None and not seen.dated:
        window = old
    else:
        precision = "day" if seen.precision in ("hour", "minute") else seen.precision
        told = None if seen.dated else _REPORTED
        window = Window(seen.first.isoformat(), seen.last.isoformat(), precision, told)
        if old is not None:
            window = old if window == old else _united(old, window, happening)
    if (place, happening, window) == (event.place, event.happening, old):
        return event
    return Event(event.id, place, window, happening, event.documents, event.claims, event.figures)


def _reported(claim: Claim, seen: Sighting) -> int:
    """The day a claim was told, as an ordinal."""
    said = parse_or_none(claim.as_of)
    return (said.last_day if said else seen.last).toordinal()


def opens_event(claim: Claim) -> bool:
    """Whether the claim tells of a happening of its own: a typed one, or people it befell."""
    if claim.per is not None or claim.role is Role.PROJECTED or not claim.checkable:
        return False
    if claim.happening is not None:
        return True
    kind = kinds().get(claim.kind)
    return kind is not None and kind.of_people


def same_place(a: Place, b: Place) -> bool:
    """Same identity, or the same name (and no other country) where one has no identity."""
    if a.id is not None and b.id is not None:
        return a.id == b.id
    if a.country and b.country and a.country != b.country:
        return False
    return a.name.casefold() == b.name.casefold()


def nested(a: Place, b: Place) -> bool:
    """Whether one place lies within the other, by the gazetteer."""
    return inside(a, b) or inside(b, a)


def inside(inner: Place, outer: Place) -> bool:
    """Whether `inner` lies within `outer`; a place only named lies in its stated country."""
    if outer.id is None:
        return False
    if inner.id is not None:
        return outer.id in _around(inner.id) or _is_part(inner.id, outer.id)
    return inner.country is not None and _land(outer.id) == inner.country


def in_one_region(a: Place, b: Place) -> bool:
    """Whether one is a part of the other, and that no country: near enough to be tied by it."""
    inner, outer = (a, b) if inside(a, b) else (b, a)
    return inside(inner, outer) and _level(outer) in ("city", "district", "region")


@lru_cache(maxsize=4096)
def akin(a: str | None, b: str | None) -> bool:
    """Whether two types may be of one happening; an unknown type contradicts none."""
    return a is None or b is None or a == b or any(a in group and b in group for group in AKIN)


@lru_cache(maxsize=65536)
def _around(place: str) -> frozenset[str]:
    """What the place lies in."""
    return frozenset(gazetteer.ancestors(place)) - {place}


@lru_cache(maxsize=65536)
def _is_part(inner: str, outer: str) -> bool:
    """Whether a place the gazetteer has as a town of its own is so near a great city that it is
    told of as a part of it."""
    town, city = gazetteer.entry(inner), gazetteer.entry(outer)
    if town is None or city is None or town.country != city.country or town.kind != city.kind:
        return False
    if city.kind != "city" or city.population < max(GREAT, PART * town.population):
        return False
    apart = gazetteer.distance_km(town, city)
    return apart is not None and apart <= PART_KM


@lru_cache(maxsize=4096)
def _land(place: str) -> str | None:
    """The code of a country; None for any other place."""
    entry = gazetteer.entry(place)
    return entry.country if entry is not None and entry.kind == "country" else None


def _spots(place: Place) -> tuple[str, ...]:
    """What events at a place are looked up under: its identity and its name."""
    name = place.name.casefold()
    return (name,) if place.id is None else (place.id, name)


def _note(keys: list[str], key: str) -> None:
    if key not in keys:
        keys.append(key)


def _turn(claim: Claim, seen: Sighting | None) -> tuple[int, int]:
    """Given keys first, then told narrow windows, the finer ones first."""
    if claim.event is not None:
        return (0, 0)
    if seen is None or seen.place is None:
        return (3, 0)
    return (1 if seen.dated and not seen.wide else 2, (seen.last - seen.first).days)


def _meet(seen: Sighting, event: Event) -> bool:
    """Whether window and type allow the sighting to be of the event."""
    if event.window is None or not akin(seen.happening, event.happening):
        return False
    first, last = _days(event.window)
    if seen.wide:
        return seen.first.toordinal() == first and seen.last.toordinal() == last
    if last - first > _reach(event):
        return False
    slack = max(SLACK.get(seen.happening or "", 0), SLACK.get(event.happening or "", 0))
    return seen.first.toordinal() - slack <= last and first - slack <= seen.last.toordinal()


def _reach(event: Event) -> int:
    """The longest window, in days, that the event may have and still be met in part."""
    if event.window is not None and event.window.text == _REPORTED:
        return max(LOOKBACK.values())
    return max(NARROW, LASTING.get(event.happening or "", 0))


def _gap(seen: Sighting, event: Event) -> int:
    """Twice the days between the middles of the two windows."""
    assert event.window is not None
    return abs(seen.first.toordinal() + seen.last.toordinal() - sum(_days(event.window)))


def _united(old: Window, new: Window, happening: str | None) -> Window:
    finer = _FINENESS.get(old.precision, 0) - _FINENESS.get(new.precision, 0)
    if old.text == _REPORTED or (finer > 0 and happening not in LASTING):
        return new
    if finer < 0:
        return old
    start, end = min(old.start, new.start), max(old.end, new.end)
    both = replace(old, start=start, end=end)
    first, last = _days(both)
    return both if last - first < LASTING.get(happening or "", LONGEST) else old


def _united_place(old: Place | None, new: Place | None, happening: str | None) -> Place | None:
    """The finer place for what happens at a spot (no finer than a city), the wider for the rest."""
    if old is None or new is None:
        return old or new
    if happening in WIDESPREAD:
        return new if inside(old, new) and _level(new) != "continent" else old
    return new if inside(new, old) and _level(old) != "city" else old


def _level(place: Place) -> str | None:
    entry = gazetteer.entry(place.id) if place.id else None
    return entry.kind if entry else None


def _region(place: Place) -> str:
    """What events are looked up under: the country, where there is one."""
    return place.country or place.id or place.name.casefold()


def _days(window: Window) -> tuple[int, int]:
    return _ordinal(window.start), _ordinal(window.end)


@lru_cache(maxsize=65536)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@lru_cache(maxsize=65536)
def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].strip("-") or "event"
