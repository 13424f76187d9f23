"""What an archive is made of, each piece read on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs.charsets import Warn


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that holds a document: where it is, how many bytes of the archive lie before its
    end, and how to read it. Reading must come before the next unit is asked for."""

    where: str
    passed: int
    read: Callable[[Warn], Iterator[Document]]


def failing(where: str, passed: int, what: str, mend: str = "") -> Unit:
    """A unit that can't be read."""

    def read(_: Warn) -> Iterator[Document]:
        raise InputError(what, where=where, mend=mend)

    return Unit(where, passed, read)
