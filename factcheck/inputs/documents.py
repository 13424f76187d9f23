"""Paths → `Document`s.

PATH is a `.txt .md .html .htm .json .jsonl` file (each also `.gz`), a folder of them, or `-`.
"""

from __future__ import annotations

import gzip
import os
import sys
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from claims_db import moments
from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs import charsets, formats
from factcheck.inputs.charsets import LeftOut, Warn

STDIN: Final = "-"
_GZIP: Final = b"\x1f\x8b"
_LINES: Final = ".jsonl"  # read line by line: an archive may be larger than memory
_READERS: Final[dict[str, formats.Reader]] = {
    ".txt": formats.from_text,
    ".md": formats.from_markdown,
    ".html": formats.from_html,
    ".htm": formats.from_html,
    ".json": formats.from_json,
}
SUFFIXES: Final = (*_READERS, _LINES)
_FORMS: Final = f"Use {' '.join(SUFFIXES)} (each also .gz), a folder of them, or -"
_SHOWN_FAULTS: Final = 5


@dataclass(frozen=True, slots=True)
class Located:
    """A document, and the file it is from, as messages call it."""

    where: str
    document: Document


def read(
    paths: Sequence[str | Path],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    warn: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """The documents at the paths, in their order, a folder's sorted by name.

    `published` dates all of them, whatever they say themselves. A path that is missing or of
    another format, and a `published` that is no date, raise InputError at once. A document that
    can't be read is told to `warn` (by default `warnings.warn`), as `LeftOut`, and the rest goes
    on; if none can, InputError is raised at the end. `stdin` stands for `-`, by default standard
    input.
    """
    return (found.document for found in located(paths, published, stdin, warn))


def located(
    paths: Sequence[str | Path],
    published: str | None = None,
    stdin: BinaryIO | None = None,
    warn: Callable[[str], None] | None = None,
) -> Iterator[Located]:
    """The documents of `read`, each with where it was found."""
    if not paths:
        raise InputError("no document given", mend=_FORMS)
    for path in paths:
        _check(path)
    day = None
    if published is not None:
        try:
            day = moments.parse(published).isoformat()
        except InputError as error:
            raise InputError(error.what, where="published", mend=error.mend) from error
    return _documents(paths, day, stdin, warn or _warn)


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)


def _check(path: str | Path) -> None:
    """InputError unless there is a file of a known format, or a folder, at the path."""
    where = str(path)
    if where == STDIN:
        return
    try:
        found = bool(where) and Path(where).exists()
    except OSError as error:  # a name too long, a folder that is closed to us
        raise InputError(
            f"can't be read ({error.strerror})", where=where[:80], mend="Check the path"
        ) from error
    if not found:
        raise InputError("no such file or folder", where=where or "''", mend="Check the path")
    if not Path(where).is_dir() and _suffix(where) not in SUFFIXES:
        raise InputError("not a format that can be read", where=where, mend=_FORMS)


def _suffix(path: str) -> str:
    return Path(path.lower().removesuffix(".gz")).suffix


def _documents(
    paths: Sequence[str | Path], day: str | None, stdin: BinaryIO | None, warn: Warn
) -> Iterator[Located]:
    good = False
    faults: list[InputError] = []  # held back until a document is good: one message, not two
    for source in (source for path in paths for source in _sources(str(path), warn)):
        try:
            for document in _from_source(source, stdin, warn):
                good = True
                dated = replace(document, published=day) if day else document
                yield Located(_named(source), dated)
        except InputError as error:
            faults.append(error)
        if good:
            for fault in faults:
                warn(LeftOut(fault))
            faults.clear()
    if good:
        return
    if len(faults) == 1:
        raise faults[0]
    shown = [str(fault) for fault in faults[:_SHOWN_FAULTS]]
    if len(faults) > _SHOWN_FAULTS:
        shown.append(f"and {len(faults) - _SHOWN_FAULTS} more")
    raise InputError("\n  ".join(["no document can be read:", *shown]))


def _sources(path: str, warn: Warn) -> Iterator[str]:
    """The files of a folder, hidden ones and other formats apart; any other path is itself."""
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    empty = True
    for folder, inner, names in os.walk(
        path, onerror=lambda error: warn(LeftOut(_unreadable(error)))
    ):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _suffix(name) in SUFFIXES:
                empty = False
                yield str(Path(folder, name))
    if empty:
        yield path  # which reading then refuses


def _unreadable(error: OSError) -> LeftOut:
    return LeftOut(InputError(f"can't be read ({error.strerror})", where=str(error.filename)))


def _named(source: str) -> str:
    return "standard input" if source == STDIN else source


def _from_source(source: str, stdin: BinaryIO | None, warn: Warn) -> Iterator[Document]:
    where = _named(source)
    try:
        if source == STDIN:
            yield from _from_stdin(stdin or sys.stdin.buffer, where, warn)
        elif Path(source).is_dir():
            raise InputError("a folder without documents", where=where, mend=_FORMS)
        else:
            yield from _from_file(source, warn)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(
            f"damaged gzip data ({error})", where=where, mend="Compress it again"
        ) from error
    except OSError as error:
        raise InputError(
            f"can't be read ({error.strerror or error})", where=where, mend="Check its permissions"
        ) from error


def _from_file(path: str, warn: Warn) -> Iterator[Document]:
    with gzip.open(path) if path.lower().endswith(".gz") else Path(path).open("rb") as file:
        if _suffix(path) == _LINES:
            yield from formats.from_jsonl(charsets.lines_of(file, path, warn), path, warn)
        else:
            text = charsets.decode(file.read(), path, warn)
            yield from _READERS[_suffix(path)](text, path, warn)


def _from_stdin(stream: BinaryIO, where: str, warn: Warn) -> Iterator[Document]:
    raw = stream.read()
    text = charsets.decode(gzip.decompress(raw) if raw.startswith(_GZIP) else raw, where, warn)
    yield from formats.sniff(text)(text, where, warn)
