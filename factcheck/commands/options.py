"""The options that commands share, each defined once, and what they mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from claims_db.errors import InputError

if TYPE_CHECKING:
    from claims_db.store import Store
    from factcheck.results import Severity


class DocumentFormat(StrEnum):
    """How documents are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class CheckFormat(StrEnum):
    """How checked documents are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    MARKDOWN = "markdown"


class RowFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    NEVER = "never"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input.",
        show_default=False,
    ),
]
Db = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        envvar="FACTCHECK_DB",
        help="The claims store. Default: your own, made on first use from the shipped reports.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When it was published (YYYY-MM-DD).", show_default=False),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write here instead of standard output."),
]
FormatChecked = Annotated[CheckFormat, typer.Option("--format", help="How to print.")]
FormatRows = Annotated[RowFormat, typer.Option("--format", help="How to print.")]
FailAt = Annotated[FailOn, typer.Option(help="Exit 1 at a finding of at least this severity.")]
Kind = Annotated[
    str | None,
    typer.Option(metavar="KIND", help="What is counted: killed, injured, missing ..."),
]
Where = Annotated[str | None, typer.Option("--place", metavar="PLACE", help="A place's name.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Happened on this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Happened on this day or before.")]


def warn(message: str) -> None:
    """Tells what went wrong without being the end of it."""
    sys.stderr.write(f"factcheck: warning: {message}\n")


def changed(what: str, store: Store) -> None:
    """Tells what was done to a store, and which it was: the default one is not in sight."""
    typer.echo(f"{what} Store: {store.path or 'in memory'}")


def counted(number: int, noun: str) -> str:
    """So many of a thing: "1 document", "2 documents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class Faults:
    """Tells what went wrong, and whether a document (row, pair) was left out."""

    def __init__(self, noun: str = "document", done: str = "read") -> None:
        self.left_out = 0
        self._noun, self._done = noun, done

    def __call__(self, message: str) -> None:
        """Tells one thing."""
        from factcheck.inputs.charsets import LeftOut

        self.left_out += isinstance(message, LeftOut)
        warn(message)

    def leave(self) -> None:
        """Exit code 2 if one was left out: what was done is not all that was asked for."""
        if self.left_out:
            what = counted(self.left_out, self._noun)
            verb = "was" if self.left_out == 1 else "were"
            warn(f"{what} {verb} left out, as told above; the rest was {self._done}")
            raise typer.Exit(2)


def iso_date(text: str | None, option: str) -> str | None:
    """The date in ISO form; InputError naming the option for one that is none."""
    if text is None:
        return None
    from claims_db import moments

    try:
        return moments.parse(text).isoformat()
    except InputError as error:
        raise InputError(error.what, where=option, mend=error.mend) from error


class Choice(TypedDict):
    """What part of the record is meant."""

    kind: str | None
    place: str | None
    since: str | None
    until: str | None


def choice(kind: str | None, place: str | None, since: str | None, until: str | None) -> Choice:
    """The part of the record; InputError, naming the option, for a date that is none."""
    return Choice(
        kind=kind, place=place, since=iso_date(since, "--since"), until=iso_date(until, "--until")
    )


def leave(seen: Iterable[Severity], fail_on: FailOn) -> None:
    """Exit code 1 if a finding is as bad as was asked for."""
    from factcheck.results import Severity

    if fail_on is FailOn.NEVER:
        return
    if any(found.rank >= Severity(fail_on.value).rank for found in seen):
        raise typer.Exit(1)
