"""Bytes → text, whatever their encoding.

UTF-8, else UTF-16 or 32 by its mark, else the charset an HTML page names, else Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from io import BufferedIOBase
from itertools import chain
from typing import Final

from claims_db.errors import InputError

Warn = Callable[[str], None]


class LeftOut(str):
    """What is told of a document that can't be read and is left out: graver than other warnings."""

    __slots__ = ()


_SAVE: Final = "Save it as UTF-8 text"
_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\b\x1b") + b"\x7f"
_CONTROL_SHARE: Final = 0.05  # text has none to speak of, compressed bytes above a tenth
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET: Final = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Codecs that a page may name; Python knows others that are no character sets, and slow ones.
_CHARSETS: Final = re.compile(r"(windows-?|cp|iso-?8859|koi8|gb|big5|euc|shift|sjis|mac|tis)", re.I)
_LATIN: Final = ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii")


def decode(raw: bytes, where: str, warn: Warn) -> str:
    """Bytes as text without a byte order mark: UTF-8, else UTF-16 or 32 by its mark, else the
    charset an HTML page names, else Windows-1252 with a warning. Binary data is an InputError."""
    marked = _marked(raw, where)
    text = _unmarked(raw, where, warn) if marked is None else marked
    plain = text.encode("utf-8", "replace")
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    if "\0" in text or controls > _CONTROL_SHARE * len(plain):
        raise InputError("is binary data, not text", where=where, mend=_SAVE)
    return text


def lines_of(file: BufferedIOBase, where: str, warn: Warn) -> Iterable[bytes]:
    """The lines of an open file as they are read; all at once only in UTF-16 and 32,
    where the byte of a line end is part of other characters too."""
    first = next(iter(file), b"")
    if any(first.startswith(mark) for mark, name in _MARKS if name != "utf-8"):
        return decode(first + file.read(), where, warn).encode("utf-8", "replace").split(b"\n")
    return chain((first,), file)


def _marked(raw: bytes, where: str) -> str | None:
    """Text that begins with a byte order mark; None if it has none or is not what it says."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(name).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                if name == "utf-8":
                    return None
                raise InputError(
                    f"is not the {name} it begins as", where=where, mend=_SAVE
                ) from error
    return None


def _unmarked(raw: bytes, where: str, warn: Warn) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in raw:
        raise InputError("is binary data, not text", where=where, mend=_SAVE)
    named = _CHARSET.search(raw, 0, 4096)
    text = _in_charset(raw, named[1].decode("ascii", "replace")) if named else None
    if text is not None:
        return text
    raw = raw.removeprefix(codecs.BOM_UTF8)
    text = raw.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text))) > faults:
        warn(f"{where}: UTF-8 with {faults} broken characters, shown as \ufffd. {_SAVE}")
        return text
    warn(f"{where}: not UTF-8, read as Windows-1252. {_SAVE}")
    return raw.decode("cp1252", "replace")


def _in_charset(raw: bytes, name: str) -> str | None:
    try:
        if name.lower() in _LATIN:
            return raw.decode("cp1252")  # as browsers do
        return raw.decode(name) if _CHARSETS.match(name) else None
    except (LookupError, UnicodeDecodeError):
        return None
