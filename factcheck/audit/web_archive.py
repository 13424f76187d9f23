"""WARC files → units: a document for each page that was answered; what breaks off is told."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.audit.units import Unit, failing
from factcheck.inputs import charsets, formats
from factcheck.inputs.charsets import Warn

_BLANK = 64  # bytes behind the last record that are looked at: a few blank lines at most
_WORDS = 80  # letters of what went wrong, in the words of a library


def records(path: Path) -> Iterator[Unit]:
    """The units of a file. Raises InputError without warcio; EOFError and ValueError where the
    file can't be read further."""
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
                yield failing(where, raw.tell(), what)
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
