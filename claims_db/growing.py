"""Whether a sighting may be of an event, and what the event is after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from claims_db.records import Event, Place, Window
from claims_db.sightings import LOOKBACK, NARROW, Sighting
from claims_db.whereabouts import inside, level

LONGEST = 4  # days an event may grow to, for types not in LASTING
LASTING = {"flood": 21, "storm": 14, "fire": 30, "outbreak": 60, "wildfire": 30, "landslide": 7}
SLACK = {"flood": 3, "storm": 2, "wildfire": 3, "quake": 1, "landslide": 1}
# Types that touch a whole area: containment joins at any level and the wider place stands.
WIDESPREAD = frozenset({"quake", "flood", "storm", "outbreak", "wildfire", "vote"})
# Types that texts give to one and the same happening. Not transitive.
AKIN = (
    frozenset({"attack", "explosion", "fire"}),
    frozenset({"attack", "shooting", "stabbing"}),
    frozenset({"storm", "flood", "landslide"}),
    frozenset({"quake", "tsunami", "landslide"}),
    frozenset({"crash", "fire", "explosion"}),
    frozenset({"crash", "attack"}),  # a plane that was shot down, a train that was bombed
    frozenset({"fire", "wildfire"}),
    frozenset({"quake", "collapse"}),
    frozenset({"attack", "collapse", "explosion"}),
    frozenset({"collapse", "fire"}),
    frozenset({"storm", "collapse"}),
    frozenset({"landslide", "collapse"}),
    frozenset({"crush", "attack"}),
    frozenset({"layoffs", "statistics"}),
    frozenset({"crush", "collapse"}),
    frozenset({"protest", "attack"}),
    frozenset({"protest", "shooting"}),
)
_FINENESS = {"hour": 0, "minute": 0, "day": 0, "week": 1, "month": 2, "year": 3}
_REPORTED = "reported"  # the text of an event window known from as-of dates alone
_MERGED = "merged"  # that of one which someone made of two: it may be longer than any that grows


@lru_cache(maxsize=4096)
def akin(a: str | None, b: str | None) -> bool:
    """Whether two types may be of one happening; an unknown type contradicts none."""
    return a is None or b is None or a == b or any(a in group and b in group for group in AKIN)


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


def united(into: Event, other: Event) -> Event:
    """The event that two are once someone says that they are one: with the id of the first, the
    days of both, however many, and the first's place and type where it has them."""
    place, happening = into.place or other.place, into.happening or other.happening
    windows = [event.window for event in (into, other) if event.window is not None]
    told = [window for window in windows if window.text != _REPORTED] or windows
    window = told[0] if told else None
    for more in told[1:]:
        assert window is not None
        start, end = min(window.start, more.start), max(window.end, more.end)
        if (start, end) != (window.start, window.end):
            text = window.text if window.text == _REPORTED else _MERGED
            window = Window(start, end, window.precision, text)
    return Event(into.id, place, window, happening)


def retold(key: str, sights: Iterable[Sighting]) -> Event:
    """The event that these sightings make by themselves: those that tell days go first, the finer
    ones before."""
    event = Event(key, None, None, None)
    for seen in sorted(sights, key=lambda s: (not s.dated, s.wide, s.last - s.first, s.first)):
        event = grown(event, seen)
    return event


def meet(seen: Sighting, event: Event) -> bool:
    """Whether window and type allow the sighting to be of the event."""
    if event.window is None or not akin(seen.happening, event.happening):
        return False
    first, last = days(event.window)
    if seen.wide:
        same = seen.first.toordinal() == first and seen.last.toordinal() == last
        return same or _is_since(seen, event)
    if last - first > reach(event):
        return False
    slack = max(SLACK.get(seen.happening or "", 0), SLACK.get(event.happening or "", 0))
    return seen.first.toordinal() - slack <= last and first - slack <= seen.last.toordinal()


def lasts(seen: Sighting) -> bool:
    """Whether a wide window may be that of one happening, and not of all of its type in those days:
    "has killed 42 since September", of an outbreak."""
    return (seen.last - seen.first).days <= LASTING.get(seen.happening or "", 0)


def _is_since(seen: Sighting, event: Event) -> bool:
    """Whether the days told are those of a lasting happening since about when it began: so far
    before its first report may look back."""
    if event.window is None or event.happening != seen.happening or not lasts(seen):
        return False
    first, _ = days(event.window)
    begin = seen.first.toordinal() - max(LOOKBACK.values())
    return begin <= first <= seen.last.toordinal()


def reach(event: Event) -> int:
    """The longest window, in days, that the event may have and still be met in part."""
    window = event.window
    if window is not None and window.text == _REPORTED:
        return max(LOOKBACK.values())
    if window is not None and window.text == _MERGED:
        first, last = days(window)
        return last - first
    return max(NARROW, LASTING.get(event.happening or "", 0))


def gap(seen: Sighting, event: Event) -> int:
    """Twice the days between the middles of the two windows."""
    assert event.window is not None
    return abs(seen.first.toordinal() + seen.last.toordinal() - sum(days(event.window)))


def _united(old: Window, new: Window, happening: str | None) -> Window:
    finer = _FINENESS.get(old.precision, 0) - _FINENESS.get(new.precision, 0)
    if old.text == _REPORTED or (finer > 0 and happening not in LASTING):
        return new
    if finer < 0:
        return old
    start, end = min(old.start, new.start), max(old.end, new.end)
    both = replace(old, start=start, end=end)
    first, last = days(both)
    return both if last - first < LASTING.get(happening or "", LONGEST) else old


def _united_place(old: Place | None, new: Place | None, happening: str | None) -> Place | None:
    """The finer place for what happens at a spot (no finer than a city), the wider for the rest."""
    if old is None or new is None:
        return old or new
    if happening in WIDESPREAD:
        return new if inside(old, new) and level(new) != "continent" else old
    return new if inside(new, old) and level(old) != "city" else old


def days(window: Window) -> tuple[int, int]:
    return _ordinal(window.start), _ordinal(window.end)


@lru_cache(maxsize=65536)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
