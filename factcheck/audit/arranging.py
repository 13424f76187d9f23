"""Between reading and recording: parts, as the archive has them → batches in order of publication.

Each part is read once. Its documents go to the stretch of time they belong to, a file each time
so many are at hand; then each stretch is put in order. Memory is that of one stretch, however
many documents there are and however they are mixed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factcheck.audit import parts
from factcheck.audit.folder import Folder

SIZE = 500
"""Documents in a batch."""
DOCUMENTS, CLAIMS = "ordered-documents", "ordered-claims"
_STRETCH = 10 * SIZE  # documents that are put in order at once
_AT_HAND = 10_000  # documents after which what is at hand is written
_DONE, _PIECE = "arranged.json", "piece"
_RANK, _POSITION = "rank", "position"

Piece = tuple[pa.Table, pa.Table]  # documents and their claims, with ranks


def arrange(folder: Folder) -> int:
    """Writes the batches, unless they are there; returns how many documents they hold."""
    done = folder.work / _DONE
    if not done.exists():
        documents = _arranged(folder)
        with folder.whole(done) as partial:
            partial.write_text(json.dumps({"documents": documents}), "utf-8")
    for name in (parts.DOCUMENTS, parts.CLAIMS):
        for number in folder.parts(name):
            folder.part(name, number).unlink(missing_ok=True)
    return int(json.loads(done.read_text("utf-8"))["documents"])


def batch(folder: Folder, number: int) -> list[parts.Item]:
    """The documents of a batch with their claims; none behind the last."""
    if not folder.part(CLAIMS, number).exists():
        return []
    documents = pq.read_table(folder.part(DOCUMENTS, number))
    return parts.items(documents, pq.read_table(folder.part(CLAIMS, number)))


def _arranged(folder: Folder) -> int:
    ranks = _ranks(folder)
    pieces: dict[int, int] = defaultdict(int)  # by stretch
    held: dict[int, list[Piece]] = defaultdict(list)
    at_hand = documents = 0
    for number, own in ranks.items():
        documents += len(own)
        at_hand += len(own)
        for stretch, piece in _apart(_read(folder, number), own):
            held[stretch].append(piece)
        if at_hand >= _AT_HAND:
            _lay_down(folder, held, pieces)
            at_hand = 0
    _lay_down(folder, held, pieces)
    for stretch, count in sorted(pieces.items()):
        _settle(folder, stretch, count)
    return documents


def _ranks(folder: Folder) -> dict[int, list[int]]:
    """Of each document of each part, its place in the order of publication; undated ones last."""
    told: dict[int, int] = {}
    tables = []
    for number in folder.parts(parts.CLAIMS):
        table = pq.read_table(folder.part(parts.DOCUMENTS, number), columns=["published_start"])
        told[number] = table.num_rows
        tables.append(table)
    if not tables:
        return {}
    order = pc.sort_indices(
        pa.concat_tables(tables).append_column("at", pa.array(range(sum(told.values())))),
        sort_keys=[("published_start", "ascending"), ("at", "ascending")],
    )
    ranks = [0] * len(order)
    for rank, at in enumerate(order.to_pylist()):
        ranks[at] = rank
    found, start = {}, 0
    for number, count in told.items():
        found[number] = ranks[start : start + count]
        start += count
    return found


def _read(folder: Folder, number: int) -> Piece:
    documents = pq.read_table(folder.part(parts.DOCUMENTS, number))
    return documents, pq.read_table(folder.part(parts.CLAIMS, number))


def _apart(part: Piece, ranks: list[int]) -> Iterator[tuple[int, Piece]]:
    """The documents of a part by the stretch of time they belong to."""
    documents, claims = part
    own = pa.array(ranks, pa.int64())
    documents = documents.append_column(_RANK, own)
    claims = claims.append_column(_RANK, own.take(claims["document"].combine_chunks()))
    claims = claims.append_column(_POSITION, pa.array(range(claims.num_rows), pa.int64()))
    for stretch in sorted({rank // _STRETCH for rank in ranks}):
        yield stretch, (_within(documents, stretch), _within(claims, stretch))


def _within(table: pa.Table, stretch: int) -> pa.Table:
    first, rank = stretch * _STRETCH, table[_RANK]
    return table.filter(pc.and_(pc.greater_equal(rank, first), pc.less(rank, first + _STRETCH)))


def _lay_down(folder: Folder, held: dict[int, list[Piece]], pieces: dict[int, int]) -> None:
    """Writes what is at hand of each stretch."""
    for stretch, found in held.items():
        for name, tables in zip((DOCUMENTS, CLAIMS), zip(*found, strict=True), strict=True):
            parts.write_table(
                folder, _piece(folder, name, stretch, pieces[stretch]), pa.concat_tables(tables)
            )
        pieces[stretch] += 1
    held.clear()


def _piece(folder: Folder, name: str, stretch: int, number: int) -> Path:
    return folder.work / f"{_PIECE}-{name}-{stretch:07}-{number:07}.parquet"


def _settle(folder: Folder, stretch: int, count: int) -> None:
    """Puts a stretch in order, and writes its batches."""
    documents, claims = (
        pa.concat_tables(
            [pq.read_table(_piece(folder, name, stretch, n)) for n in range(count)]
        ).sort_by([(key, "ascending") for key in keys])
        for name, keys in ((DOCUMENTS, (_RANK,)), (CLAIMS, (_RANK, _POSITION)))
    )
    first = stretch * _STRETCH
    starts = pc.subtract(claims[_RANK], first)
    at = starts.to_pylist()
    begin = 0
    for number in range(0, documents.num_rows, SIZE):
        end = begin
        while end < len(at) and at[end] < number + SIZE:
            end += 1
        own = claims.slice(begin, end - begin)
        own = own.drop_columns(["document", _RANK, _POSITION]).append_column(
            "document", pa.array([row - number for row in at[begin:end]], pa.int64())
        )
        place = (first + number) // SIZE
        told = documents.slice(number, SIZE).drop_columns([_RANK])
        parts.write_table(folder, folder.part(DOCUMENTS, place), told)
        parts.write_table(folder, folder.part(CLAIMS, place), own)
        begin = end
    for name in (DOCUMENTS, CLAIMS):
        for n in range(count):
            _piece(folder, name, stretch, n).unlink()
