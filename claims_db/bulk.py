"""Candidates of many claims at once: one join over a batch instead of a branch for each block.

Claims and questions meet by place key, kind and month (of 32 days), so that a year of reports on
one country is not held against each question; the exact days are compared afterwards. What spans
too many months to be laid out so, and what has no days, meets without months.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from claims_db import blocking, columns
from claims_db.schema import PLACE_KEYS
from claims_db.selecting import Block

if TYPE_CHECKING:
    import pyarrow as pa

Question = tuple[Block, str]  # where and when, and the kind that is asked for

_MONTHS = 40  # months over which a window is laid out
_EPOCH = "DATE '0001-01-01'"
_UNKNOWN, _ANY = "unknown", "any"  # ways to meet a prior without place; any prior
_LEVELS = (*PLACE_KEYS, _UNKNOWN, _ANY)


def tables(questions: Sequence[Question]) -> dict[str, pa.Table]:
    """The questions as `asked`, the ways in which each meets a place as `ways`, and the kinds
    that are held against each kind as `kin`."""
    blocks = [block for block, _ in questions]
    met = {key: list(_ways(block)) for key, block in {id(b): b for b in blocks}.items()}
    ways = [
        (number, _LEVELS.index(level), key)
        for number, block in enumerate(blocks)
        for level, key in met[id(block)]
    ]
    kinds = sorted({kind for _, kind in questions})
    kin = [(kind, other) for kind in kinds for other in sorted(blocking.family(kind))]
    return {
        "asked": columns.table(
            {"no": "BIGINT", "kind": "VARCHAR", "own": "BIGINT"}
            | dict.fromkeys(("first_day", "last_day", "home"), "DATE"),
            {
                "no": list(range(len(blocks))),
                "kind": [kind for _, kind in questions],
                "own": [block.place.own if block.place else None for block in blocks],
                "first_day": [block.first for block in blocks],
                "last_day": [block.last for block in blocks],
                "home": [block.home for block in blocks],
            },
        ),
        "ways": columns.table(
            {"no": "BIGINT", "level": "INTEGER", "key": "BIGINT"},
            {name: [way[i] for way in ways] for i, name in enumerate(("no", "level", "key"))},
        ),
        "kin": columns.table(
            {"kind": "VARCHAR", "other": "VARCHAR"},
            {"kind": [kind for kind, _ in kin], "other": [other for _, other in kin]},
        ),
    }


def _ways(block: Block) -> Iterable[tuple[str, int]]:
    place = block.place
    if place is None:
        return [(_ANY, 0)]
    around = [("place", key) for key in place.around]
    return [(place.level, place.level_key), *around, (_UNKNOWN, 0)]


def candidates(limit: int, questions: Sequence[Question]) -> str:
    """SQL for (number of the question, happening, row of the claims table, kind, document), best
    first within a question, at most `limit` of each; from the registered `tables`."""
    blocks = list({id(block): block for block, _ in questions}.values())
    narrow = [block for block in blocks if _is_narrow(block)]
    wide = [block for block in blocks if not _is_narrow(block)]
    branches = [_met(level, "asked_wide", "claims_all") for level in _levels(wide)]
    if narrow:
        branches.append(_met(None, "asked_by_month", "claims_by_month", monthly=True))
        branches.append(_met(None, "asked_narrow", "claims_wide"))
    return (
        f"WITH {_ASKED}, {_claims(narrow)}, met AS ({' UNION ALL '.join(branches)}) "
        "SELECT no, happening, row_no, kind, document FROM met QUALIFY row_number() OVER "
        f"(PARTITION BY no ORDER BY {_ORDER}) <= {limit} ORDER BY no, {_ORDER}"
    )


def _levels(blocks: Iterable[Block]) -> list[str]:
    """The ways in which some of the blocks meet a place."""
    met = {level for block in blocks for level, _ in _ways(block)}
    return [level for level in _LEVELS if level in met]


def _is_narrow(block: Block) -> bool:
    """Whether the block's window is laid out by months."""
    if block.first is None or block.last is None:
        return False
    return _month(block.last) - _month(block.first) <= _MONTHS


def _month(day: date) -> int:
    return (day.toordinal() - 1) >> 5


_ORDER = "distance + other_kind, distance, as_of_at DESC NULLS LAST, document, position"
_ASKED = f"""
asked_all AS MATERIALIZED (
    SELECT q.*, w.level, w.key, k.other,
        (q.first_day - {_EPOCH}) >> 5 AS first_month, (q.last_day - {_EPOCH}) >> 5 AS last_month
    FROM asked q JOIN ways w USING (no) JOIN kin k USING (kind)),
asked_narrow AS MATERIALIZED (
    SELECT * FROM asked_all WHERE last_month - first_month <= {_MONTHS}),
asked_wide AS MATERIALIZED (
    SELECT * FROM asked_all WHERE first_month IS NULL OR last_month IS NULL
        OR last_month - first_month > {_MONTHS}),
asked_by_month AS MATERIALIZED (
    SELECT *, unnest(range(first_month, last_month + 1)) AS month FROM asked_narrow),
asked_months AS MATERIALIZED (SELECT DISTINCT month, other FROM asked_by_month)"""


def _claims(narrow: Sequence[Block]) -> str:
    """The claims of the kinds asked for: all of them, which few questions ask about and which
    are never laid out; and, of those that meet the days of the narrow questions, the ones of long
    windows and the ones laid out by month. What lies in two months at most, none of them asked
    about for its kind, is left where it is: so is most of a large record."""
    columns = (
        f"rowid AS row_no, kind, happening, {', '.join(PLACE_KEYS)}, from_day, to_day, as_of_at, "
        f"document, position, (from_day - {_EPOCH}) >> 5 AS first_month, (to_day - {_EPOCH}) >> 5 "
        "AS last_month FROM claims WHERE kind IN (SELECT other FROM kin)"
    )
    laid = _laid(_levels(narrow) or [_ANY])
    first = min((block.first for block in narrow if block.first), default=date.min)
    last = max((block.last for block in narrow if block.last), default=date.min)
    return f"""
claims_all AS NOT MATERIALIZED (SELECT {columns}),
claims_near AS MATERIALIZED (SELECT {columns}
    AND to_day >= DATE '{first.isoformat()}' AND from_day <= DATE '{last.isoformat()}'
    AND (last_month - first_month > 1 OR (first_month, kind) IN (FROM asked_months)
        OR (last_month, kind) IN (FROM asked_months))),
claims_wide AS NOT MATERIALIZED (
    {laid} FROM claims_near WHERE last_month - first_month > {_MONTHS}),
claims_by_month AS NOT MATERIALIZED (
    SELECT *, unnest(range(first_month, last_month + 1)) AS month
    FROM ({laid} FROM claims_near WHERE last_month - first_month <= {_MONTHS}))"""


def _laid(levels: Sequence[str]) -> str:
    """The start of a SELECT of claims, each as often as there are ways to meet its place: many
    joins of one way each take longer to plan than to run."""
    keys = ", ".join(_KEYS.get(level, level) for level in levels)
    places = ", ".join(str(_LEVELS.index(level)) for level in levels)
    return f"SELECT *, unnest([{keys}]) AS key, unnest([{places}]) AS level"


_KEYS = {_UNKNOWN: "CASE WHEN place IS NULL THEN 0 END", _ANY: "0"}


def _met(level: str | None, asked: str, claims: str, *, monthly: bool = False) -> str:
    """A SELECT of the pairs that meet in one way; in any, where claims are laid out by these. A
    pair of two spans meets in several months: the first of these counts."""
    if level is None:
        place = "c.level = q.level AND c.key = q.key"
    else:
        own = {_UNKNOWN: "c.place IS NULL", _ANY: "TRUE"}.get(level, f"c.{level} = q.key")
        place = f"q.level = {_LEVELS.index(level)} AND {own}"
    month = (
        "AND c.month = q.month AND c.month = greatest(c.first_month, q.first_month)"
        if monthly
        else ""
    )
    return (
        f"SELECT q.no, c.happening, c.row_no, c.kind, {_DISTANCE} AS distance, c.as_of_at, "
        "c.document, c.position, "
        f"CASE WHEN c.kind = q.kind THEN 0 ELSE {blocking.ANOTHER_KIND} END AS other_kind "
        f"FROM {asked} q JOIN {claims} c ON c.kind = q.other AND {place} {month} "
        "WHERE (q.first_day IS NULL OR c.to_day >= q.first_day) "
        "AND (q.last_day IS NULL OR c.from_day <= q.last_day)"
    )


_DISTANCE = (
    "CASE WHEN q.own IS NULL OR c.place = q.own THEN 0 ELSE 14 END + CASE WHEN q.home IS NULL "
    "THEN 0 ELSE coalesce(greatest(c.from_day - q.home, q.home - c.to_day, 0), 7) END"
)
