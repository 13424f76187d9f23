"""An archive → its units, in a fixed order: files, lines, rows or records, each read on demand.

Several processes go through the same units; those another has taken are passed over unread.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs import charsets, documents, formats
from factcheck.inputs.charsets import Warn

_COLUMNS = ("text", "id", "title", "published", "outlet", "url")
_DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile, OSError, ValueError)
_BLANK = 64  # bytes behind the last record that are looked at: a few blank lines at most
_WORDS = 80  # letters of what went wrong, in the words of a library
FORMS = "Use a folder, or a .jsonl(.gz), .parquet or .warc(.gz) file"


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that holds a document: where it is, how many bytes of the archive lie before its
    end, and how to read it. Reading must come before the next unit is asked for."""

    where: str
    passed: int
    read: Callable[[Warn], Iterator[Document]]


class Stream:
    """The units by number, forwards only."""

    def __init__(self, path: Path) -> None:
        self._units = units(path)
        self._next = 0

    def take(self, first: int, count: int) -> Iterator[Unit]:
        """The units from that number on, which must not be behind those taken before."""
        skipped = first - self._next
        if skipped:
            next(islice(self._units, skipped - 1, skipped), None)
        self._next = first + count
        return islice(self._units, count)


def files_of(path: Path) -> list[Path]:
    """The files of the archive by name, hidden ones and other formats apart. InputError where
    there is none."""
    if not path.exists():
        raise InputError("no such file or folder", where=str(path), mend="Check the path")
    if path.is_dir():
        found = [
            Path(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if not name.startswith(".") and _reader(name) is not None
        ]
        found = sorted(f for f in found if not _hidden(f.relative_to(path)))
    else:
        found = [path] if _reader(path.name) is not None else []
    if not found:
        raise InputError("holds nothing that can be audited", where=str(path), mend=FORMS)
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def size(path: Path) -> int:
    """Bytes of the archive, as it lies on disk."""
    return sum(_size(file) for file in files_of(path))


def _size(file: Path) -> int:
    """Bytes of a file, 0 where it cannot be asked: what a link leads to may be gone."""
    return _stat(file)[0]


def _stat(file: Path) -> tuple[int, int]:
    """Bytes of a file, and when it was changed in nanoseconds; 0 where it cannot be asked."""
    try:
        told = file.stat()
    except OSError:
        return 0, 0
    return told.st_size, told.st_mtime_ns


def fingerprint(path: Path) -> str:
    """The same as long as no file is added, taken away or changed."""
    told = [(str(file), *_stat(file)) for file in files_of(path)]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def units(path: Path) -> Iterator[Unit]:
    """The units of the archive. What can't be read further is a last unit that says so."""
    passed = 0
    for file in files_of(path):
        reader = _reader(file.name)
        assert reader is not None
        try:
            for unit in reader(file):
                yield replace(unit, passed=passed + unit.passed)
        except _DAMAGED as error:
            yield Unit(str(file), passed, _failing(str(file), f"can't be read further ({error})"))
        passed += _size(file)


def _failing(where: str, what: str) -> Callable[[Warn], Iterator[Document]]:
    def read(_: Warn) -> Iterator[Document]:
        raise InputError(what, where=where)

    return read


Reader = Callable[[Path], Iterator[Unit]]


def _reader(name: str) -> Reader | None:
    plain = name.lower().removesuffix(".gz")
    ending = Path(plain).suffix
    if ending == ".jsonl":
        return _lines
    if ending == ".warc":
        return _records
    if plain.endswith(".parquet") and plain == name.lower():
        return _rows
    return _whole if ending in documents.SUFFIXES else None


def _whole(path: Path) -> Iterator[Unit]:
    """A file that is a document, or holds a few."""
    yield Unit(str(path), _size(path), lambda warn: documents.read([path], warn=warn))


def _lines(path: Path) -> Iterator[Unit]:
    """JSON Lines: a document a line."""
    with path.open("rb") as raw, _unzipped(path, raw) as file:
        for number, line in enumerate(file, 1):
            yield Unit(f"{path}, line {number}", raw.tell(), _from_line(line, path, number))


def _unzipped(path: Path, raw: BinaryIO) -> BinaryIO:
    return gzip.open(raw) if path.suffix.lower() == ".gz" else raw  # type: ignore[return-value]


def _from_line(line: bytes, path: Path, number: int) -> Callable[[Warn], Iterator[Document]]:
    def read(warn: Warn) -> Iterator[Document]:
        if line.strip():
            where = f"{path}, line {number}"
            yield from formats.from_json(charsets.decode(line, where, warn), where, warn)

    return read


def _rows(path: Path) -> Iterator[Unit]:
    """Parquet: a document a row, in columns of the names that JSON has."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        names = [name for name in _COLUMNS if name in file.schema_arrow.names]
        if "text" not in names:
            raise ValueError('there is no column "text"')
        bytes_of, total, number = path.stat().st_size, max(file.metadata.num_rows, 1), 0
        for batch in file.iter_batches(batch_size=256, columns=names):
            for row in batch.to_pylist():
                number += 1
                passed = bytes_of * number // total
                yield Unit(f"{path}, row {number}", passed, _from_row(row, path, number))


def _from_row(row: dict[str, Any], path: Path, number: int) -> Callable[[Warn], Iterator[Document]]:
    def read(warn: Warn) -> Iterator[Document]:
        text = json.dumps(row, default=str)  # a date is a string in its ISO form
        yield from formats.from_json(text, f"{path}, row {number}", warn)

    return read


def _records(path: Path) -> Iterator[Unit]:
    """WARC: a document for each page that was answered."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise InputError(
            "WARC files need warcio", where=str(path), mend="pip install 'factcheck-engine[warc]'"
        ) from error
    end, is_whole, wrong = 0, True, 0
    with path.open("rb") as raw:
        archive = ArchiveIterator(raw)
        for number, record in _made_out(archive):
            where = f"{path}, record {number}"
            is_page = record.rec_type in ("response", "resource")
            if is_page:
                yield Unit(where, raw.tell(), _from_record(record, where))
            with _hushed():
                end = archive.get_record_offset() + archive.get_record_length()
            is_whole = is_page or not _breaks_off(record)  # a page tells so itself, if read
            if archive.err_count > wrong:
                wrong = archive.err_count
                what = "its length is wrong: what comes next may be lost"
                yield Unit(where, raw.tell(), _failing(where, what))
        raw.seek(end)  # a record whose header breaks off is passed over in silence
        if not is_whole or raw.read(_BLANK).strip(b"\r\n\0 "):
            raise EOFError(f"it is damaged or cut short behind byte {end:,}")


def _made_out(archive: Any) -> Iterator[tuple[int, Any]]:
    """The records of a WARC file by number; ValueError where there is none to be made out."""
    number = 0
    records = iter(archive)
    while True:
        try:
            with _hushed():
                record = next(records, None)
        except Exception as error:  # on a file that is no WARC, warcio fails in any way
            told = f"damaged or cut short behind record {number}" if number else "no WARC"
            why = ascii(str(error).strip()[:_WORDS])  # it may tell the bytes that it met
            raise ValueError(f"{told}: {why}") from error
        if record is None:
            return
        number += 1
        yield number, record


def _hushed() -> redirect_stderr[io.StringIO]:
    """Keeps off the terminal what warcio says of a damaged record, which may be all of it."""
    return redirect_stderr(io.StringIO())


def _breaks_off(record: Any) -> bool:
    """Whether a record that was read to its end is shorter than its header says, or that is so
    short that it doesn't."""
    return int(getattr(record.raw_stream, "limit", 1)) > 0


def _from_record(record: Any, where: str) -> Callable[[Warn], Iterator[Document]]:
    def read(warn: Warn) -> Iterator[Document]:
        content = record.content_stream().read() if _is_article(record.http_headers) else None
        record.raw_stream.read()  # what is left of it
        if _breaks_off(record):
            raise InputError("the record is cut short", where=where)
        if content is None:
            return
        told = record.rec_headers
        url, crawled = told.get_header("WARC-Target-URI"), told.get_header("WARC-Date")
        text = charsets.decode(content, where, warn)
        for document in formats.from_html(text, where, warn):
            yield replace(
                document,
                id=told.get_header("WARC-Record-ID"),
                url=url or document.url,
                # Without a date of its own, a page was out when it was fetched.
                published=document.published or (crawled or "")[:10] or None,
                outlet=document.outlet or urlsplit(url or "").hostname,
            )

    return read


def _is_article(headers: Any) -> bool:
    """Whether an answer may be one: "404 Not Found" is none, nor is a picture."""
    if not headers:
        return True
    kind = headers.get_header("Content-Type") or ""
    status = headers.get_statuscode() or ""
    return status.startswith("2") and (not kind or "html" in kind.lower())
