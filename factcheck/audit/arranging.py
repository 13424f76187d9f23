"""Between reading and recording: parts, as the archive has them → batches in order of publication.

Each part is read once. As many as may be at hand are put in order together and laid down by the
stretch of time that their documents belong to; then the pieces of each stretch are put in order.
Memory is that of what may be at hand, however many documents there are and however they are
mixed; an archive that is all at hand is laid down in order at once.

Of the copies of an article the first is kept: a page that was crawled ten times was printed once.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from factcheck.audit import parts
from factcheck.audit.folder import ARRANGED, ENDING, READ_CLAIMS, READ_DOCUMENTS, Arranged, Folder
from factcheck.audit.settings import Sizes

DOCUMENTS, CLAIMS = "ordered-documents", "ordered-claims"
_STRETCH = 10  # batches that are put in order at once
_PIECE = "piece"
_RANK, _POSITION = "rank", "position"
PART, ROW = "part", "row"
"""The columns of ordered documents that say where each was read: the part, and its row there."""

Piece = tuple[pa.Table, pa.Table]  # documents and their claims


def arrange(folder: Folder, sizes: Sizes) -> None:
    """Writes the batches, unless they are there."""
    done = folder.work / ARRANGED
    if not done.exists():
        found = _arranged(folder, sizes)
        with folder.whole(done) as partial:
            partial.write_text(json.dumps(asdict(found)), "utf-8")


def batch(folder: Folder, number: int) -> list[parts.Item]:
    """The documents of a batch with their claims; none behind the last."""
    laid = tables(folder, number)
    return parts.items(*laid) if laid else []


def tables(folder: Folder, number: int) -> Piece | None:
    """The tables of a batch: documents and claims; None behind the last."""
    if not folder.part(CLAIMS, number).exists():
        return None
    documents = parts.laid(folder.part(DOCUMENTS, number))
    return documents, parts.laid(folder.part(CLAIMS, number))


def read_at(documents: pa.Table) -> list[tuple[int, int]]:
    """Where each of the documents of a batch was read: the part, and its row there."""
    places = (documents[name].to_pylist() for name in (PART, ROW))
    return list(zip(*places, strict=True))


def _arranged(folder: Folder, sizes: Sizes) -> Arranged:
    ranks = _ranks(folder)
    pieces: dict[int, int] = defaultdict(int)  # by stretch
    held: list[Piece] = []
    at_hand = 0
    for number, own in ranks.items():
        held.append(_ranked(folder, number, own))
        at_hand += sum(table.nbytes for table in held[-1])
        if at_hand >= sizes.at_hand:
            _lay_down(folder, _by_stretch(_in_order(held), sizes), pieces)
            held, at_hand = [], 0
    if held and not pieces:
        for stretch, piece in _by_stretch(_in_order(held), sizes):
            _settle(folder, stretch, piece, sizes)
    elif held:
        _lay_down(folder, _by_stretch(_in_order(held), sizes), pieces)
    held.clear()
    for stretch, count in sorted(pieces.items()):
        piece = _in_order([_laid(folder, stretch, n) for n in range(count)])
        _settle(folder, stretch, piece, sizes)
        for n in range(count):
            for name in (DOCUMENTS, CLAIMS):
                _piece(folder, name, stretch, n).unlink()
    copies = sum(own.count(None) for own in ranks.values())
    return Arranged(sum(map(len, ranks.values())) - copies, copies)


def _ranks(folder: Folder) -> dict[int, list[int | None]]:
    """Of each document of each part, its place in the order of publication, undated ones last;
    None for a copy of one before it."""
    told: dict[int, int] = {}
    tables = []
    for number in folder.parts(READ_CLAIMS):
        table = parts.laid(folder.part(READ_DOCUMENTS, number), ["published_start", parts.COPY])
        told[number] = table.num_rows
        tables.append(table)
    if not tables:
        return {}
    order = pc.sort_indices(
        pa.concat_tables(tables).append_column("at", pa.array(range(sum(told.values())))),
        sort_keys=[("published_start", "ascending"), ("at", "ascending")],
    )
    copies = pa.concat_tables(tables)[parts.COPY].take(order).to_pylist()
    ranks: list[int | None] = [None] * len(order)
    seen: set[int] = set()
    for at, copy in zip(order.to_pylist(), copies, strict=True):
        if copy not in seen:
            ranks[at] = len(seen)
            seen.add(copy)
    found, start = {}, 0
    for number, count in told.items():
        found[number] = ranks[start : start + count]
        start += count
    return found


def _ranked(folder: Folder, number: int, ranks: list[int | None]) -> Piece:
    """A part, each document and each claim with its place in the order; copies are left out."""
    documents = parts.laid(folder.part(READ_DOCUMENTS, number)).drop_columns([parts.COPY])
    claims = parts.laid(folder.part(READ_CLAIMS, number))
    own = pa.array(ranks, pa.int64())
    documents = documents.append_column(_RANK, own)
    documents = documents.append_column(PART, pa.repeat(pa.scalar(number, pa.int64()), len(own)))
    documents = documents.append_column(ROW, pa.array(range(len(own)), pa.int64()))
    claims = claims.append_column(_RANK, own.take(claims["document"].combine_chunks()))
    positions = pa.array(range(claims.num_rows), pa.int64())
    claims = claims.append_column(_POSITION, positions)
    return documents.filter(pc.is_valid(own)), claims.filter(pc.is_valid(claims[_RANK]))


def _in_order(pieces: list[Piece]) -> Piece:
    """The documents of all pieces by rank, and their claims."""
    documents, claims = (
        pa.concat_tables(tables).combine_chunks().sort_by([(key, "ascending") for key in keys])
        for tables, keys in zip(
            zip(*pieces, strict=True), ((_RANK,), (_RANK, _POSITION)), strict=True
        )
    )
    return documents, claims


def _by_stretch(piece: Piece, sizes: Sizes) -> Iterator[tuple[int, Piece]]:
    """The documents of a piece in order, by the stretch of time they belong to."""
    told = [table[_RANK].to_pylist() for table in piece]
    long = _STRETCH * sizes.batch
    for stretch in sorted({rank // long for rank in told[0]}):
        ends = stretch * long, (stretch + 1) * long
        documents, claims = (
            table.slice(first := bisect_left(ranks, ends[0]), bisect_left(ranks, ends[1]) - first)
            for table, ranks in zip(piece, told, strict=True)
        )
        yield stretch, (documents, claims)


def _lay_down(
    folder: Folder, by_stretch: Iterator[tuple[int, Piece]], pieces: dict[int, int]
) -> None:
    """Writes what is at hand of each stretch."""
    for stretch, tables in by_stretch:
        for name, table in zip((DOCUMENTS, CLAIMS), tables, strict=True):
            path = _piece(folder, name, stretch, pieces[stretch])
            parts.lay(folder, path, table)
        pieces[stretch] += 1


def _laid(folder: Folder, stretch: int, number: int) -> Piece:
    documents, claims = (
        parts.laid(_piece(folder, name, stretch, number)) for name in (DOCUMENTS, CLAIMS)
    )
    return documents, claims


def _piece(folder: Folder, name: str, stretch: int, number: int) -> Path:
    return folder.work / f"{_PIECE}-{name}-{stretch:07}-{number:07}.{ENDING}"


def _settle(folder: Folder, stretch: int, piece: Piece, sizes: Sizes) -> None:
    """Writes the batches of a stretch that is in order."""
    documents, claims = piece
    size = sizes.batch
    first = stretch * _STRETCH * size
    at = pc.subtract(claims[_RANK], first)
    rows = at.to_pylist()
    claims = claims.drop_columns(["document", _RANK, _POSITION])
    for number in range(0, documents.num_rows, size):
        begin, end = bisect_left(rows, number), bisect_left(rows, number + size)
        own = claims.slice(begin, end - begin).append_column(
            "document", pc.subtract(at.slice(begin, end - begin), number)
        )
        told = documents.slice(number, size).drop_columns([_RANK])
        place = (first + number) // size
        parts.lay(folder, folder.part(DOCUMENTS, place), told)
        parts.lay(folder, folder.part(CLAIMS, place), own)
