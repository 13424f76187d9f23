"""Reference tables → rows of text cells: CSV and TSV as programs export them, Parquet, JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db.errors import InputError
from factcheck.inputs.charsets import Warn, decode

_DELIMITERS = ",;\t|"
_CSV_FIELD = 10_000_000


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its number as a spreadsheet shows it (a JSON object's: its place), and its cells."""

    number: int
    cells: dict[str, str]


def rows(path: Path, warn: Warn, *, of_type: str = "") -> Iterator[TableRow]:
    """The rows of a file, by its ending. `of_type`: of JSON, the objects of that @type.
    Raises InputError for what can't be read."""
    if not path.is_file():
        raise InputError("there is no such file", where=str(path), mend="Check the path")
    ending = path.suffix.lower()
    if ending in (".parquet", ".pq"):
        return _parquet(path)
    text = decode(path.read_bytes(), str(path), warn if ending not in (".csv", ".tsv") else _quiet)
    if ending in (".json", ".jsonl", ".jsonld", ".ndjson"):
        return _objects(text, path, of_type)
    return _csv(text, path)


def _quiet(message: str) -> None:
    """Sheets in Windows-1252 are what Excel exports: not worth a word."""


def _csv(text: str, path: Path) -> Iterator[TableRow]:
    csv.field_size_limit(_CSV_FIELD)
    lines, first = text, 1
    if lines.startswith("sep=") and len(lines.partition("\n")[0].strip()) == 5:
        delimiter = lines[4]
        lines, first = lines.partition("\n")[2], 2
    else:
        head = lines.partition("\n")[0]
        delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter)
    names = [name.strip() for name in next(reader, [])]
    if len(names) < 2:
        raise InputError(
            "its first line names no columns", where=str(path), mend="Export it with a head line"
        )
    for number, cells in enumerate(reader, first + 1):
        if any(cell.strip() for cell in cells):
            yield TableRow(number, dict(zip(names, cells, strict=False)))


def _parquet(path: Path) -> Iterator[TableRow]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            number = 0
            for batch in table.iter_batches(batch_size=10_000):
                for record in batch.to_pylist():
                    number += 1
                    yield TableRow(number, {k: _cell(v) for k, v in record.items()})
    except (pa.ArrowInvalid, OSError) as error:
        raise InputError(f"is no Parquet file ({error})", where=str(path)) from error


def _objects(text: str, path: Path, of_type: str) -> Iterator[TableRow]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as whole:
        try:
            value = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise InputError(
                f"is not JSON ({whole.msg}, line {whole.lineno})", where=str(path)
            ) from whole
    found = _typed(value, of_type) if of_type else (value if isinstance(value, list) else [value])
    for number, one in enumerate(found, 1):
        if isinstance(one, dict):
            yield TableRow(number, dict(_flat(one, "")))


def _typed(value: Any, of_type: str) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        own = value.get("@type")
        if own == of_type or (isinstance(own, list) and of_type in own):
            yield value
        else:
            for inner in value.values():
                yield from _typed(inner, of_type)
    elif isinstance(value, list):
        for inner in value:
            yield from _typed(inner, of_type)


def _flat(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Cells named by their path, "reviewRating.alternateName"; of a list, the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else key)
    else:
        yield name, _cell(value)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
