"""An archive → its units, in a fixed order: files, lines, rows or records, each read on demand.

Several processes go through the same units; those another has taken are passed over unread.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.audit import web_archive
from factcheck.audit.units import Unit, failing
from factcheck.inputs import charsets, documents, formats
from factcheck.inputs.charsets import Warn

_COLUMNS = ("text", "id", "title", "published", "outlet", "url")
_DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile, OSError, ValueError)
_FORMS_NAMED = 5  # other forms that are told by name
FORMS = f"Use {' '.join(documents.SUFFIXES)} .warc (each also .gz) or .parquet, or a folder of them"


@dataclass(frozen=True, slots=True)
class Files:
    """What lies in an archive: files to read; how many are of which other form; folders that
    can't be opened, with the reason."""

    read: list[Path]
    other: Counter[str] = field(default_factory=Counter)
    closed: dict[str, str] = field(default_factory=dict)

    @property
    def passed_over(self) -> str | None:
        """What is not read: "4 files of other forms (3 .pdf, 1 .docx)"; None where all is."""
        if not self.other:
            return None
        total = self.other.total()
        forms = ", ".join(f"{n:,} {form}" for form, n in self.other.most_common(_FORMS_NAMED))
        return f"{total:,} {'file' if total == 1 else 'files'} of other forms ({forms})"


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


def files_of(path: Path) -> Files:
    """The files of the archive by name, hidden ones apart. InputError where there is none to
    read."""
    if str(path) == "-" and not path.exists():
        what = "standard input can't be an archive: each process reads it by itself"
        raise InputError(what, where="-", mend="Save it to a file, and name that")
    if not path.exists():
        raise InputError("no such file or folder", where=str(path), mend="Check the path")
    found = _walked(path) if path.is_dir() else Files([path])
    if path.is_file() and _reader(path.name) is None:
        raise InputError("is of no form that can be audited", where=str(path), mend=FORMS)
    if not found.read and not found.closed:
        passed_over = found.passed_over
        what = f"there are only {passed_over} in it" if passed_over else "the folder is empty"
        raise InputError(what, where=str(path), mend=FORMS)
    return found


def _walked(path: Path) -> Files:
    found = Files([])

    def closed(error: OSError) -> None:
        found.closed[str(error.filename)] = error.strerror or str(error)

    for folder, inner, names in os.walk(path, onerror=closed):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        linked = [name for name in inner if Path(folder, name).is_symlink()]  # may lead in a circle
        found.other.update({"links to folders": len(linked)} if linked else {})
        for name in names:
            if name.startswith("."):
                continue
            if _reader(name) is None:
                found.other[Path(name.lower()).suffix or "without an ending"] += 1
            else:
                found.read.append(Path(folder, name))
    found.read.sort()
    return found


def size(path: Path) -> int:
    """Bytes of the archive, as it lies on disk."""
    return sum(_size(file) for file in files_of(path).read)


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
    files = files_of(path)
    told = [*((str(file), *_stat(file)) for file in files.read), *files.closed]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def units(path: Path) -> Iterator[Unit]:
    """The units of the archive. What can't be read further is a last unit that says so."""
    passed, files = 0, files_of(path)
    for file in files.read:
        reader, further = _reader(file.name), ""
        assert reader is not None
        try:
            for unit in reader(file):
                further = " further"
                yield replace(unit, passed=passed + unit.passed)
        except InputError as error:
            yield failing(str(file), passed, error.what, error.mend)
        except _DAMAGED as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            yield failing(str(file), passed, f"can't be read{further} ({why})", _mend(error))
        passed += _size(file)
    for folder, why in files.closed.items():
        yield failing(folder, passed, f"the folder can't be opened ({why})", _mend(OSError()))


def _mend(error: Exception) -> str:
    if isinstance(error, OSError) and not isinstance(error, gzip.BadGzipFile):
        return "Check that it is there and may be read"
    return "Copy or fetch it anew, or take it out"


Reader = Callable[[Path], Iterator[Unit]]


def _reader(name: str) -> Reader | None:
    plain = name.lower().removesuffix(".gz")
    ending = Path(plain).suffix
    if ending == ".jsonl":
        return _lines
    if ending == ".warc":
        return web_archive.records
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
            raise InputError(
                f'there is no column "text" (there are: {", ".join(file.schema_arrow.names)})',
                where=str(path),
                mend=f"Name its columns {' '.join(_COLUMNS)}; all but text may be missing",
            )
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
