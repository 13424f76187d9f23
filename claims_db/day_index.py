"""Ids of events by where they are looked up, a place or a country, and by day."""

from __future__ import annotations

from collections.abc import Collection, Sequence


class DayIndex:
    """Ids by place and day, an ordinal. Most days of a place have one event: tuples, and no
    keys of place and day in one, take a third of the room."""

    def __init__(self) -> None:
        self._days: dict[str, dict[int, tuple[str, ...]]] = {}

    def note(self, where: str, day: int, key: str) -> None:
        """Adds an id, once."""
        days = self._days.get(where)
        if days is None:
            days = self._days[where] = {}
        keys = days.get(day, ())
        if key not in keys:
            days[day] = (*keys, key)

    def between(self, where: str, first: int, last: int) -> Sequence[str]:
        """The ids of a place on any of the days, each once."""
        days = self._days.get(where)
        if days is None:
            return ()
        if first == last:
            return days.get(first, ())
        found: dict[str, None] = {}
        for day in range(first, last + 1):
            for key in days.get(day, ()):
                found[key] = None
        return list(found)

    def drop(self, gone: Collection[str]) -> None:
        """Takes ids out."""
        for where in list(self._days):
            kept: dict[int, tuple[str, ...]] = {}
            for day, keys in self._days[where].items():
                left = tuple([key for key in keys if key not in gone])
                if left:
                    kept[day] = left
            if kept:
                self._days[where] = kept
            else:
                del self._days[where]
