"""Judged claims → those that are accused only by a figure which is itself found wrong: after one
report's slip of 63, an article that goes on with the 36 of all others is not outdated; nor is the
record divided over a figure that was corrected, however many go on telling the old one.

A claim is judged by the record alone, and by no verdict on what is in it. Here the verdicts are
known in the order of publication. What a report is accused of, or what another took back, is no
yardstick for those after it, as long as they give the figure that stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from factcheck.audit.corrections import PAST, Row
from factcheck.results import Severity, Verdict

Count = tuple[Any, ...]
"""What is counted, in which happening."""
Claims = frozenset[tuple[str, str]]
"""Documents and claims, by their ids."""

_COLUMNS = (
    *("document", "claim", "event", "kind", "group", "per", "change", "stated", "role"),
    *("outlet", "published", "url", "verdict", "severity"),
    *("latest_kind", "latest_stated", "latest_outlet", "latest_published", "latest_url"),
)
_WARNED = frozenset(one.value for one in Severity if one.rank >= Severity.WARNING.rank)


def unfounded(tables: Iterable[pa.Table]) -> Claims:
    """The claims that nothing speaks against but figures found wrong, of judged parts in the
    order of publication."""
    record = _Record()
    for _, rows in groupby(_compared(tables), key=itemgetter("document")):
        told = list(rows)
        past = {(*_count(row), row["stated"]) for row in told if row["role"] in PAST}
        for row in told:
            if row["role"] == "current":
                record.take(row, past)
    return frozenset(record.unfounded)


class _Record:
    """What stands of each count, as far as the verdicts are known."""

    def __init__(self) -> None:
        self.unfounded: set[tuple[str, str]] = set()
        self._standing: dict[Count, float] = {}
        self._taken_back: dict[Count, set[float]] = {}
        self._accused: set[tuple[object, ...]] = set()

    def take(self, row: Row, past: Collection[tuple[object, ...]]) -> None:
        """Takes the next claim in order; `past`: counts and figures that its document tells as
        those of before."""
        count, stated = _count(row), row["stated"]
        taken_back = self._taken_back.get(count, set())
        if row["verdict"] == Verdict.CORRECTION.value:
            old: set[Any] = {told[-1] for told in past if told[:-1] == count}
            old = old or {row["latest_stated"]}
            self._taken_back[count] = (taken_back | old) - {stated, None}
            self._standing[count] = stated
        elif row["severity"] not in _WARNED:
            if stated not in taken_back:  # told again, it is not back
                self._standing[count] = stated
        elif self._standing.get(count) == stated and self._is_by_wrong(row, taken_back):
            self.unfounded.add((row["document"], row["claim"]))
        elif row["verdict"] != Verdict.DISPUTED.value:  # the one side is as good as the other
            self._accused.add(_told(row))
            if row["latest_stated"] is not None:  # what the first report told
                self._standing.setdefault(count, row["latest_stated"])

    def _is_by_wrong(self, row: Row, taken_back: Collection[float]) -> bool:
        """Whether what speaks against the figure that stands was found wrong, or taken back."""
        if row["verdict"] == Verdict.DISPUTED.value and taken_back:
            return True
        return _told(row, "latest_") in self._accused or row["latest_stated"] in taken_back


def _compared(tables: Iterable[pa.Table]) -> Iterator[Row]:
    """The counts of events that were held against the record, in order."""
    for table in tables:
        wanted = pc.and_(pc.is_valid(table["event"]), pc.is_valid(table["stated"]))
        yield from table.select(list(_COLUMNS)).filter(wanted).to_pylist()


def _count(row: Row) -> Count:
    return tuple(row[name] for name in ("event", "kind", "group", "per", "change"))


def _told(row: Row, prefix: str = "") -> tuple[object, ...]:
    """A figure as one report gives it."""
    names = ("kind", "stated", "outlet", "published", "url")
    return tuple(row[f"{prefix}{name}"] for name in names)
