"""A store put in physical order: all its rows → a new file, a part at a time.

The claims of some countries are a part, or of some regions, towns, places or days of what has too
many. Each part is sorted by itself, so that the memory this takes does not grow with the store;
as batches are sorted on their way in, a part is read from a stretch of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from claims_db import schema, selecting
from claims_db.engine import Engine

PART = 400_000  # claims that are sorted at a time
DOCUMENTS = 25_000  # that are copied at a time, with their texts
_TO = "folded"


def fold(db: Engine, path: Path) -> None:
    """Writes the whole store to a new file, in physical order."""
    with db.beside_it(path, _TO):
        for table in schema.TABLES:
            for condition in _conditions(db, table):
                db.run(schema.copied(table, _TO, condition))
        db.run(schema.set_ordered(_TO))


def _conditions(db: Engine, table: str) -> Iterator[str]:
    """What the parts of a table are, in order."""
    if table == "claims":
        held = db.number("SELECT count(*) FROM claims")
        yield from parts(db, held, schema.PARTED_BY)
    elif table == "documents":
        (first, last), *_ = db.run(
            "SELECT coalesce(min(no), 0), coalesce(max(no), 0) FROM documents"
        )
        for start in range(first, last + 1, DOCUMENTS):
            yield f"no BETWEEN {start} AND {start + DOCUMENTS - 1}"
    else:
        yield "TRUE"


def parts(
    db: Engine, held: int, columns: Sequence[str], within: tuple[str, ...] = ()
) -> Iterator[str]:
    """The conditions `within`, under which there are so many claims, taken apart by the columns
    into parts of at most `PART`, as far as they can be; in physical order."""
    if held <= PART or not columns:
        yield " AND ".join(within) or "TRUE"
        return
    column, *finer = columns
    first = last = None
    size = 0
    for value, count in db.run(selecting.claims_by(column, within)):
        alone = value is None or count > PART
        if size and (alone or size + count > PART):
            yield _between(column, first, last, within)
            first, size = None, 0
        if alone:
            one = f"{column} IS NULL" if value is None else f"{column} = {_literal(value)}"
            yield from parts(db, count, finer, (*within, one))
            continue
        first = value if first is None else first
        last, size = value, size + count
    if size:
        yield _between(column, first, last, within)


def _between(column: str, first: object, last: object, within: tuple[str, ...]) -> str:
    return " AND ".join((*within, f"{column} BETWEEN {_literal(first)} AND {_literal(last)}"))


def _literal(value: object) -> str:
    return f"DATE '{value.isoformat()}'" if isinstance(value, date) else str(value)
