"""The command line: the commands put together, errors and exit codes.

Nothing heavy is imported before a command needs it, so that help comes at once. Exit codes: 0
clean, 1 a finding of at least `--fail-on`, 2 bad usage or input, 130 interrupted.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from claims_db.errors import FactcheckError
from factcheck.commands import articles, auditing, keeping, record

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: it starts faster and pipes well
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def print_version(wanted: bool) -> None:
    """Prints the version and ends."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        typer.echo(f"factcheck {version('factcheck-engine')}")
    except PackageNotFoundError:
        typer.echo("factcheck, from a source tree that is not installed")
    raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=print_version),
    ] = False,
) -> None:
    """Checks the numbers of news text against what was reported before.

    It never says true or false: it says how a figure stands to the record, and shows the
    reports behind that.

    \b
    Example:
      factcheck check article.txt --published 2025-04-25
    """


COMMANDS = (
    articles.extract,
    articles.check,
    articles.compare,
    articles.ingest,
    keeping.import_,
    keeping.retract,
    keeping.compact,
    record.conflicts,
    record.timeline,
    record.events,
    record.stats,
    auditing.audit,
)
for command in COMMANDS:
    app.command(command.__name__.rstrip("_"))(command)  # import is a word of Python's own


def main() -> None:
    """The `factcheck` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(None))


def run(arguments: list[str] | None) -> int:
    """Runs a command line (None: the process's own); returns the exit code."""
    try:
        app(arguments, prog_name="factcheck")
    except FactcheckError as error:
        sys.stderr.write(f"factcheck: {error}\n")
        return 2
    except KeyboardInterrupt as stop:
        told = "; ".join(("stopped", *map(str, stop.args)))
        sys.stderr.write(f"factcheck: {told}\n")
        return 130
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0
