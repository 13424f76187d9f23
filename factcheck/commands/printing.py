"""Results in the format that was asked for: one way to print documents, one to print rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from factcheck.commands.options import CheckFormat, DocumentFormat, RowFormat
from factcheck.commands.sink import Sink
from factcheck.showing.output import Json, dumps
from factcheck.showing.sheets import Row, csv_text
from factcheck.showing.tables import Blocks, render

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """What a document is as rows of a sheet."""

    rows: Callable[[T], list[Row]]
    columns: Sequence[str]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows in each form: JSON objects under `name`, blocks for a terminal, rows for a sheet."""

    name: str
    objects: Sequence[Json]
    blocks: Callable[[], Blocks]
    rows: Callable[[], list[Row]]
    columns: Sequence[str]


def print_documents(
    found: Iterable[T],
    sink: Sink,
    form: DocumentFormat | CheckFormat | RowFormat,
    to_json: Callable[[T], Json],
    to_blocks: Callable[[T], Blocks],
    sheet: Sheet[T] | None = None,
) -> None:
    """Prints documents as they come; stops when nobody reads any more."""
    if form.value == "csv" and sheet is not None:
        sink.write(csv_text((), sheet.columns))
        for one in found:
            sink.write(csv_text(sheet.rows(one), sheet.columns, head=False))
            if not sink.open:
                return
        return
    if form.value == "table":
        for one in found:
            sink.write(render(to_blocks(one), width=sink.width, colour=sink.is_terminal))
            if not sink.open:
                return
    else:
        print_objects(map(to_json, found), sink, form, "documents")


def print_pieces(pieces: Iterable[str], sink: Sink) -> None:
    """Prints a page as it comes; stops when nobody reads any more."""
    for piece in pieces:
        sink.write(piece)
        if not sink.open:
            return


def print_objects(
    objects: Iterable[Json],
    sink: Sink,
    form: DocumentFormat | CheckFormat | RowFormat,
    name: str,
) -> None:
    """JSON objects: a line each for JSONL, else one object that holds them under `name`."""
    if form.value == "json":
        sink.write(dumps({name: list(objects)}, indent=2) + "\n")
        return
    for one in objects:
        sink.write(dumps(one) + "\n")
        if not sink.open:
            return


def print_listing(listing: Listing, form: RowFormat, out: Path | None) -> None:
    """Prints rows."""
    with Sink(out) as sink:
        if form is RowFormat.TABLE:
            sink.write(render(listing.blocks(), width=sink.width, colour=sink.is_terminal))
        elif form is RowFormat.CSV:
            sink.write(csv_text(listing.rows(), listing.columns))
        else:
            print_objects(listing.objects, sink, form, listing.name)
