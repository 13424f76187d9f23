"""Documents with their claims ↔ Parquet, a part of some hundred documents at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claims_db import columns, moments, rows, schema
from claims_db.records import Claim, Document
from factcheck.audit.folder import Folder

Item = tuple[Document, Sequence[Claim]]

DOCUMENTS, CLAIMS = "documents", "claims"
_FIELDS = ("text", "id", "title", "published", "outlet", "url")


def write(folder: Folder, number: int, items: Sequence[Item]) -> None:
    """Writes a part. The claims come last: where they are, the part is whole."""
    claims = [(row, claim) for row, (_, claims) in enumerate(items) for claim in claims]
    told = columns.record([claim for _, claim in claims])
    told["event"] = columns.array([None] * len(claims), "VARCHAR")
    told["document"] = columns.array([row for row, _ in claims], "BIGINT")
    names = [*schema.RECORD, "document"]
    for name, table in (
        (DOCUMENTS, _documents([document for document, _ in items])),
        (CLAIMS, pa.Table.from_arrays([told[name] for name in names], names)),
    ):
        write_table(folder, folder.part(name, number), table, passing=True)


def _documents(documents: Sequence[Document]) -> pa.Table:
    published = [moments.parse_or_none(document.published) for document in documents]
    return columns.table(
        {**dict.fromkeys(_FIELDS, "VARCHAR"), "published_start": "TIMESTAMP"},
        {name: [getattr(document, name) for document in documents] for name in _FIELDS}
        | {"published_start": [moment.start if moment else None for moment in published]},
    )


def write_table(folder: Folder, path: Any, table: pa.Table, *, passing: bool = False) -> None:
    """A Parquet file that appears whole; one that is only `passing` is packed in less time."""
    with folder.whole(path) as partial:
        if passing:
            pq.write_table(table, partial, compression="lz4", write_statistics=False)
        else:
            pq.write_table(table, partial, compression="zstd")


def read_table(path: Any, names: Sequence[str] | None = None) -> pa.Table:
    """The columns of these names, by this process alone: others are busy with other parts."""
    with pq.ParquetFile(path) as file:
        return file.read(columns=names, use_threads=False)


def items(documents: pa.Table, claims: pa.Table) -> list[Item]:
    """The documents of a part with their claims, which lie in the order of the documents."""
    told = [documents[name].to_pylist() for name in _FIELDS]
    found: list[Item] = [(Document(*row), []) for row in zip(*told, strict=True)]
    columns = [claims[name].to_pylist() for name in schema.RECORD]
    for at, *row in zip(claims["document"].to_pylist(), *columns, strict=True):
        own = found[at][1]
        assert isinstance(own, list)
        own.append(rows.claim_of(row))
    return found
