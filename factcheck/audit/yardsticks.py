"""Judged claims → the figures among them that are no yardstick for the others: those that are
found wrong themselves, and those that tell again what a correction took back.

A claim is judged by the record alone, and by no verdict on what is in it. Here the verdicts are
known. After one report's slip of 146, an article that goes on with the 12 of all others is not
outdated; nor is the record divided over a figure that was corrected, however many go on telling it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from claims_db.records import Claim, Prior
from factcheck.audit.corrections import PAST, Row
from factcheck.judging import intervals, pairs
from factcheck.results import ClaimResult, Severity, Verdict

Key = tuple[str, str]
"""Document and claim, by their ids."""
Count = tuple[Any, ...]
"""What is counted, in which happening."""

WARNED = tuple(one.value for one in Severity if one.rank >= Severity.WARNING.rank)
MOVED = tuple(
    one.value for one in (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED, Verdict.UPDATE)
)
"""Verdicts that may be owed to a figure which is wrong."""
_ACCUSED = (Verdict.CONFLICT.value, Verdict.OUTDATED.value, Verdict.UPDATE.value)
"""Not what the record is divided over: the one side is as good as the other."""
COLUMNS = (
    *("document", "claim", "published", "event", "kind", "group", "per", "change", "stated"),
    *("role", "verdict", "severity", "latest_event", "latest_stated"),
)
"""What must be known of a judged claim."""


class Yardsticks:
    """Which claims are wrong, as far as the verdicts are known; `hindsight`: later ones count."""

    def __init__(self, *, hindsight: bool) -> None:
        self._hindsight = hindsight
        self._wrong: set[Key] = set()
        self._old: set[Key] = set()
        self._told: dict[tuple[str, str], dict[float, str]] = {}

    def __bool__(self) -> bool:
        return bool(self._told)

    def take(self, tables: Callable[[], Iterable[pa.Table]]) -> None:
        """Takes the verdicts of judged parts, in the order of publication."""
        events: set[str] = set()
        for table in tables():
            wanted = pc.and_(_is_in(table, "severity", WARNED), _is_in(table, "verdict", _ACCUSED))
            for row in _rows(table, wanted):
                if row["role"] == "current":
                    self._wrong.add(_key(row))
                    self._add(row)
            corrections = _is_in(table, "verdict", (Verdict.CORRECTION.value,))
            events.update(row["event"] for row in _rows(table, corrections))
        if events:
            self._take_old(tables(), sorted(events))

    def _take_old(self, tables: Iterable[pa.Table], events: Sequence[str]) -> None:
        """Takes the figures that are told again after a correction took them back."""
        taken_back: dict[Count, set[float]] = {}
        rows = (row for table in tables for row in _rows(table, _is_in(table, "event", events)))
        for _, group in groupby(rows, key=itemgetter("document")):
            told = list(group)
            for row in told:
                if row["role"] == "current" and row["stated"] in taken_back.get(_count(row), ()):
                    self._old.add(_key(row))
                    self._add(row)
            for row in told:
                if row["verdict"] == Verdict.CORRECTION.value:
                    gone = taken_back.setdefault(_count(row), set())
                    gone |= _replaced(row, told)
                    gone.discard(row["stated"])

    def _add(self, row: Row) -> None:
        told = self._told.setdefault((row["event"], row["kind"]), {})
        day = (row["published"] or "")[:10]
        told[row["stated"]] = min(told.get(row["stated"], day), day)

    def may_move(self, table: pa.Table) -> set[str]:
        """The documents of a judged part of whose verdicts one may be owed to a figure that is
        wrong."""
        found: set[str] = set()
        for row in _rows(table, _is_in(table, "verdict", MOVED)):
            day = (row["published"] or "9999")[:10]
            for event, kind in {(row["event"], row["kind"]), (row["latest_event"], row["kind"])}:
                for stated, first in self._told.get((event, kind), {}).items():
                    if stated != row["stated"] and (self._hindsight or first <= day):
                        found.add(row["document"])
        return found

    def settle(self, document: str, result: ClaimResult) -> None:
        """Takes a verdict that is now known better."""
        if result.severity.value not in WARNED or result.verdict.value not in _ACCUSED:
            self._wrong.discard((document, result.claim.id))

    def stands(self, prior: Prior, claim: Claim) -> bool:
        """Whether the claim may be held against the prior: this is not found wrong, or gives the
        same figure."""
        key = prior.report.id, prior.claim.id
        if key not in self._wrong and key not in self._old:
            return True
        if pairs.kinds_relation(claim.kind, prior.claim.kind) is not pairs.Near.SAME:
            return False
        return intervals.same_number(claim.value, prior.claim.value)


def _replaced(row: Row, told: Iterable[Row]) -> set[float]:
    """The figures that a correction takes back: those that its text tells as former ones, else the
    newest that was on record."""
    past = {one["stated"] for one in told if one["role"] in PAST and _count(one) == _count(row)}
    return (past or {row["latest_stated"]}) - {None}


def _is_in(table: pa.Table, name: str, wanted: Sequence[str]) -> pa.ChunkedArray:
    return pc.is_in(table[name], pa.array(wanted, pa.string()))


def _rows(table: pa.Table, wanted: pa.ChunkedArray) -> list[Row]:
    """The rows that are wanted, of figures that were held against those of a happening."""
    compared = pc.and_(pc.is_valid(table["event"]), pc.is_valid(table["stated"]))
    return list(table.select(list(COLUMNS)).filter(pc.and_(wanted, compared)).to_pylist())


def _key(row: Row) -> Key:
    return row["document"], row["claim"]


def _count(row: Row) -> Count:
    return tuple(row[name] for name in ("event", "kind", "group", "per", "change"))
