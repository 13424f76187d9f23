"""Documents with their claims ↔ Parquet, a part of some hundred documents at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claims_db import moments, rows, schema
from claims_db.records import Claim, Document
from factcheck.audit.folder import Folder

Item = tuple[Document, Sequence[Claim]]
Place = tuple[int, int]  # part and row

DOCUMENTS, CLAIMS = "documents", "claims"
_FIELDS = ("text", "id", "title", "published", "outlet", "url")
_CACHED = 48  # parts kept open: an archive is mostly in the order of time


def write(folder: Folder, number: int, items: Sequence[Item]) -> None:
    """Writes a part. The claims come last: where they are, the part is whole."""
    claims = [(row, claim) for row, (_, claims) in enumerate(items) for claim in claims]
    values = {name: [told(claim) for _, claim in claims] for name, told in rows.FIELDS.items()}
    values |= {"event": [None] * len(claims), "document": [row for row, _ in claims]}
    for name, table in (
        (DOCUMENTS, _documents([document for document, _ in items])),
        (CLAIMS, rows.table({**schema.RECORD, "document": "BIGINT"}, values)),
    ):
        write_table(folder, folder.part(name, number), table)


def _documents(documents: Sequence[Document]) -> pa.Table:
    published = [moments.parse_or_none(document.published) for document in documents]
    return rows.table(
        {**dict.fromkeys(_FIELDS, "VARCHAR"), "published_start": "TIMESTAMP"},
        {name: [getattr(document, name) for document in documents] for name in _FIELDS}
        | {"published_start": [moment.start if moment else None for moment in published]},
    )


def write_table(folder: Folder, path: Any, table: pa.Table) -> None:
    """A Parquet file that appears whole."""
    with folder.whole(path) as partial:
        pq.write_table(table, partial, compression="zstd")


def in_order(folder: Folder) -> pa.Table:
    """Part and row of each document, by publication; undated ones last."""
    tables = []
    for number in folder.parts(CLAIMS):
        told = pq.read_table(folder.part(DOCUMENTS, number), columns=["published_start"])
        count = told.num_rows
        tables.append(
            told.append_column("part", pa.array([number] * count, pa.int64())).append_column(
                "row", pa.array(range(count), pa.int64())
            )
        )
    if not tables:
        return pa.table({"part": pa.array([], pa.int64()), "row": pa.array([], pa.int64())})
    return (
        pa.concat_tables(tables)
        .sort_by([(name, "ascending") for name in ("published_start", "part", "row")])
        .select(["part", "row"])
    )


class Parts:
    """The parts of a folder, read where they are asked for."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._open = lru_cache(maxsize=_CACHED)(self._opened)

    def items(self, places: Iterable[Place]) -> Iterator[Item]:
        """The documents there, in that order, with their claims."""
        for number, row in places:
            documents, claims, starts = self._open(number)
            (told,) = documents.slice(row, 1).to_pylist()
            first, last = starts[row], starts[row + 1]
            yield Document(**told), _claims(claims.slice(first, last - first))

    def _opened(self, number: int) -> tuple[pa.Table, pa.Table, list[int]]:
        documents = pq.read_table(self._folder.part(DOCUMENTS, number), columns=list(_FIELDS))
        claims = pq.read_table(self._folder.part(CLAIMS, number))
        counts = [0] * documents.num_rows
        for row in claims["document"].to_pylist():
            counts[row] += 1
        starts = [0]
        for count in counts:
            starts.append(starts[-1] + count)
        return documents, claims.select(list(schema.RECORD)).combine_chunks(), starts


def _claims(table: pa.Table) -> list[Claim]:
    columns = [table[name].to_pylist() for name in schema.RECORD]
    return [rows.claim_of(row) for row in zip(*columns, strict=True)]
