"""The rows that the shipped models are learned from, as a file: features and labels, no text.

A JSONL file (gzipped where its name ends in .gz): a first line of notes and of what the exact
rules met, then a line a row, each with the table it belongs to. Pages are given as hashes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from claims_db.errors import InputError
from factcheck.judging.growth import Course, Step
from factcheck.training.learning import PairRows, Row
from factcheck.training.statement_learning import StatementRow
from factcheck.training.toll_learning import Choice

MATCH, FIGURE, GROWTH, STATEMENTS, TOLLS = "match", "figure", "growth", "statements", "tolls"


@dataclass(frozen=True, slots=True)
class TrainingRows:
    """The rows of every shipped model, with notes of what they were learned from."""

    pairs: PairRows
    steps: Sequence[Step]
    statements: Sequence[StatementRow]
    statements_note: str
    tolls: Sequence[Choice]
    tolls_note: str


def write(path: Path, rows: TrainingRows) -> None:
    """Writes the rows; the same rows give the same file."""
    text = "".join(f"{line}\n" for line in _lines(rows))
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def read(path: Path) -> TrainingRows:
    """Reads what `write` wrote. Raises InputError naming the line that doesn't fit."""
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(
            f"the rows can't be read: {error}", where=str(path), mend="Name a file of --write-rows"
        ) from error
    found: dict[str, list[Any]] = {name: [] for name in (MATCH, FIGURE, GROWTH, STATEMENTS, TOLLS)}
    lines = text.splitlines()
    at = 1
    try:
        notes = json.loads(lines[0])
        for line in lines[1:]:
            at += 1
            row = json.loads(line)
            found[row.pop("table")].append(row)
        pairs = PairRows(
            notes["trained_on"],
            tuple(map(_pair_row, found[MATCH])),
            tuple(map(_pair_row, found[FIGURE])),
            notes["ruled"],
            notes["settled"],
        )
        return TrainingRows(
            pairs,
            [Step(**{**row, "course": Course(**row["course"])}) for row in found[GROWTH]],
            [StatementRow(**{**row, "vector": tuple(row["vector"])}) for row in found[STATEMENTS]],
            notes["statements"],
            [Choice(**{**row, "candidates": tuple(row["candidates"])}) for row in found[TOLLS]],
            notes["tolls"],
        )
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"line {at} is no row: {error!r}", where=str(path), mend="Write the rows anew"
        ) from error


def _lines(rows: TrainingRows) -> Iterator[str]:
    notes = {
        "trained_on": rows.pairs.trained_on,
        "ruled": rows.pairs.ruled,
        "settled": rows.pairs.settled,
        "statements": rows.statements_note,
        "tolls": rows.tolls_note,
    }
    yield json.dumps(notes, ensure_ascii=False)
    for table, own in ((MATCH, rows.pairs.match), (FIGURE, rows.pairs.figure)):
        for row in own:
            yield _line(table, {**asdict(row), "labels": sorted(row.labels)})
    for step in rows.steps:
        yield _line(GROWTH, asdict(step))
    for statement in rows.statements:
        page = hashlib.sha256(statement.page.encode("utf-8")).hexdigest()[:12]
        yield _line(STATEMENTS, asdict(replace(statement, page=page)))
    for choice in rows.tolls:
        yield _line(TOLLS, asdict(choice))


def _line(table: str, row: dict[str, Any]) -> str:
    return json.dumps({"table": table, **row}, ensure_ascii=False)


def _pair_row(row: dict[str, Any]) -> Row:
    return Row(row["group"], frozenset(row["labels"]), tuple(row["vector"]), row["weight"])
