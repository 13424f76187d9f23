"""Judged claims → those that are accused only by a figure which is itself found wrong: after one
report's slip of 63, an article that goes on with the 36 of all others is not outdated.

A claim is judged by the record alone, and by no verdict on what is in it. Here the verdicts are
known in the order of publication. What a report is accused of is no yardstick for those after it,
as long as they give the figure that stood before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from factcheck.results import Severity, Verdict

Row = dict[str, Any]
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
    found: set[tuple[str, str]] = set()
    accused: set[tuple[object, ...]] = set()
    standing: dict[tuple[object, ...], float] = {}
    for row in _compared(tables):
        count = tuple(row[name] for name in ("event", "kind", "group", "per", "change"))
        if row["severity"] not in _WARNED:
            standing[count] = row["stated"]
        elif _told(row, "latest_") in accused and standing.get(count) == row["stated"]:
            found.add((row["document"], row["claim"]))
        elif row["verdict"] != Verdict.DISPUTED.value:  # the one side is as good as the other
            accused.add(_told(row))
            if row["latest_stated"] is not None:  # what the first report told
                standing.setdefault(count, row["latest_stated"])
    return frozenset(found)


def _compared(tables: Iterable[pa.Table]) -> Iterator[Row]:
    """The counts of events that were held against the record, in order."""
    for table in tables:
        wanted = pc.and_(pc.is_valid(table["event"]), pc.is_valid(table["stated"]))
        wanted = pc.and_(wanted, pc.equal(table["role"], "current"))
        yield from table.select(list(_COLUMNS)).filter(wanted).to_pylist()


def _told(row: Row, prefix: str = "") -> tuple[object, ...]:
    """A figure as one report gives it."""
    names = ("kind", "stated", "outlet", "published", "url")
    return tuple(row[f"{prefix}{name}"] for name in names)
