"""Corrections among judged claims: which figure each takes back, and the later articles that carry
it all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from factcheck.audit.tables import INTERNAL
from factcheck.results import Verdict

Row = dict[str, Any]

PAST = ("previous", "retracted")
"""Roles of figures that are told as those of before."""
_OWN_OLD = "own_old"


@dataclass(slots=True)
class Spread:
    """A corrected figure, the report that corrected it, and the later articles that carry it."""

    correction: Row
    old: float
    carriers: list[Row] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    """Those named already, that of the correction among them."""


def corrected(row: Row) -> float | None:
    """The figure that a correction takes back: what its own sentence tells as replaced, before
    the newest on record."""
    old: float | None = row["stated"] if row["role"] == "retracted" else row["latest_stated"]
    return row.get(_OWN_OLD, old)


def with_corrected(table: pa.Table, rows: list[Row]) -> list[Row]:
    """The rows of a part; of a correction that is told with the figure it replaces, this too: it
    may not be the newest on record."""
    corrections = [row for row in rows if row["verdict"] == Verdict.CORRECTION.value]
    if corrections:
        past = table.filter(pc.is_in(table["role"], pa.array(PAST))).to_pylist()
        told: dict[tuple[object, ...], set[float]] = {}
        for one in past:
            if one["stated"] is not None and one["verdict"] != INTERNAL:
                told.setdefault(_sentence(one), set()).add(one["stated"])
        for row in corrections:
            old = told.get(_sentence(row), set()) - {row["stated"]}
            if row["role"] == "current" and len(old) == 1:
                row[_OWN_OLD] = old.pop()
    return rows


def _sentence(row: Row) -> tuple[object, ...]:
    return row["document"], row["sentence"], row["event"], row["kind"], row["group"]


def article_of(row: Row) -> str:
    """What articles are told apart by: the versions of one address are one."""
    return str(row["url"] or row["document"])


def spread(findings: Iterable[Row], tables: Iterable[pa.Table]) -> list[Spread]:
    """For each figure that one of the findings corrects the later articles, of the judged parts,
    that still put it forward."""
    told: dict[tuple[str, str, float], Spread] = {}
    for row in findings:
        old = corrected(row)
        if row["verdict"] != Verdict.CORRECTION.value or not row["event"] or old is None:
            continue
        key = (row["event"], row["kind"], old)
        if key not in told or _day(row) < _day(told[key].correction):
            told[key] = Spread(row, old, articles={article_of(row)})
    if told:
        events = pa.array(sorted({event for event, _, _ in told}))
        for table in tables:
            _carry(told, table.filter(pc.is_in(table["event"], events)).to_pylist())
    reached = [one for one in told.values() if one.carriers]
    return sorted(reached, key=lambda one: (-len(one.carriers), _day(one.correction)))


def _carry(corrected: dict[tuple[str, str, float], Spread], rows: Iterable[Row]) -> None:
    for row in rows:
        told = corrected.get((row["event"], row["kind"], row["stated"]))
        if told is None or row["role"] != "current":
            continue
        if told.correction["group"] and row["group"] != told.correction["group"]:
            continue  # a group with the old number of all, "31 workers", is all of them
        article = article_of(row)
        if _day(row) > _day(told.correction) and article not in told.articles:
            told.articles.add(article)
            told.carriers.append(row)


def _day(row: Row) -> str:
    return (row["published"] or "")[:10]
