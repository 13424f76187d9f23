"""Documents with their claims ↔ files, a part of some hundred documents at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.ipc as ipc
import pyarrow.parquet as pq

from claims_db import columns, moments, rows, schema
from claims_db.records import Claim, Document
from factcheck.audit.folder import READ_CLAIMS, READ_DOCUMENTS, Folder

Item = tuple[Document, Sequence[Claim]]

COPY = "copy"
"""The column of documents that is the same for copies of one article."""
_FIELDS = ("text", "id", "title", "published", "outlet", "url")


def write(folder: Folder, number: int, items: Sequence[Item]) -> None:
    """Writes a part. The claims come last: where they are, the part is whole."""
    claims = [(row, claim) for row, (_, claims) in enumerate(items) for claim in claims]
    told = columns.record([claim for _, claim in claims])
    told["event"] = columns.array([None] * len(claims), "VARCHAR")
    told["document"] = columns.array([row for row, _ in claims], "BIGINT")
    names = [*schema.RECORD, "document"]
    for name, table in (
        (READ_DOCUMENTS, _documents([document for document, _ in items])),
        (READ_CLAIMS, pa.Table.from_arrays([told[name] for name in names], names)),
    ):
        lay(folder, folder.part(name, number), table)


def read(folder: Folder, number: int) -> list[Item]:
    """The documents of a part with their claims."""
    documents, claims = (laid(folder.part(name, number)) for name in (READ_DOCUMENTS, READ_CLAIMS))
    return items(documents, claims)


def _documents(documents: Sequence[Document]) -> pa.Table:
    published = [moments.parse_or_none(document.published) for document in documents]
    return columns.table(
        {**dict.fromkeys(_FIELDS, "VARCHAR"), "published_start": "TIMESTAMP", COPY: "BIGINT"},
        {name: [getattr(document, name) for document in documents] for name in _FIELDS}
        | {"published_start": [moment.start if moment else None for moment in published]}
        | {COPY: [_copy(document) for document in documents]},
    )


def _copy(document: Document) -> int:
    """A number that copies of an article share: the same text at the same address, however often
    it was crawled and under whatever id; without an address, the same content."""
    told = document.content_key
    if document.url:
        address = document.url.partition("#")[0].rpartition("://")[2].rstrip("/")
        told = f"{address}\x1f{' '.join(document.text.split())}"
    digest = hashlib.sha256(told.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def write_table(folder: Folder, path: Path, table: pa.Table) -> None:
    """A Parquet file that appears whole."""
    with folder.whole(path) as partial:
        pq.write_table(table, partial, compression="zstd")


def lay(folder: Folder, path: Path, table: pa.Table) -> None:
    """A table that is soon read again, as a file that appears whole: Arrow's own format, which is
    written and read in a fraction of the time."""
    packed = ipc.IpcWriteOptions(compression="lz4", use_threads=False)
    with folder.whole(path) as partial, ipc.new_file(partial, table.schema, options=packed) as file:
        file.write_table(table)


def laid(path: Path, names: Sequence[str] | None = None) -> pa.Table:
    """The columns of these names of such a table, read by this process alone: others are busy
    with other parts."""
    with pa.OSFile(str(path)) as source:
        options = ipc.IpcReadOptions(use_threads=False)
        if names is not None:
            told = ipc.open_file(source).schema
            options.included_fields = [told.get_field_index(name) for name in names]
        return ipc.open_file(source, options=options).read_all()


def items(documents: pa.Table, claims: pa.Table) -> list[Item]:
    """The documents of a part with their claims, which lie in the order of the documents."""
    found = documents_of(documents)
    columns = [claims[name].to_pylist() for name in schema.RECORD]
    own: list[list[Claim]] = [[] for _ in found]
    for at, row in zip(claims["document"].to_pylist(), zip(*columns, strict=True), strict=True):
        own[at].append(rows.claim_of(row))
    return list(zip(found, own, strict=True))


def documents_of(table: pa.Table) -> list[Document]:
    """The documents of a part, without their claims."""
    told = [table[name].to_pylist() for name in _FIELDS]
    return [Document(*row) for row in zip(*told, strict=True)]
