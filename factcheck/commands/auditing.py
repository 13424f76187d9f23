"""The command on archives: audit.

What a command needs is imported within it, so that help comes at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.commands.options import Db, FailAt, FailOn, leave, warn

if TYPE_CHECKING:
    from typing import Any


def audit(
    archive: Annotated[
        Path,
        typer.Argument(
            metavar="ARCHIVE",
            help="A folder, or a .jsonl, .parquet or .warc file (.jsonl and .warc also .gz).",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the result goes.", show_default=False)
    ],
    db: Db = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a stopped audit.")] = False,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes.  [default: one for each processor]"),
    ] = None,
    hindsight: Annotated[
        bool, typer.Option("--hindsight", help="Judge by later reports too.")
    ] = False,
    thorough: Annotated[
        bool,
        typer.Option(
            "--thorough",
            help="Lay whole texts beside each other too, as check does: finds more, takes longer.",
        ),
    ] = False,
    fail_on: FailAt = FailOn.ERROR,
) -> None:
    """Checks a whole archive, each article by the reports before it.

    Writes report.html, report.md, findings.csv, corrections.csv, findings.parquet,
    claims.parquet and errors.jsonl. A stopped audit goes on with --resume.

    \b
    Examples:
      factcheck audit archive.jsonl.gz --out audited
      factcheck audit archive.jsonl.gz --out audited --resume
    """
    import os

    from factcheck.audit import crew

    processes = workers or os.cpu_count() or 1
    if processes > 1:
        crew.prepare()  # they load beside this one

    from claims_db.errors import InputError
    from factcheck.audit.run import Audit, run
    from factcheck.results import Severity

    wanted = Audit(archive, out, db, processes, hindsight, thorough)
    try:
        summary: Any = run(wanted, resume=resume, warn=warn)
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt("go on with --resume") from stop
    if not summary["documents"]:
        raise InputError(**_nothing(summary, archive, out))
    for line in _lines(summary, out):
        typer.echo(line)
    if not thorough:
        typer.echo(
            "Whole texts were not laid beside each other; with --thorough they are: it finds more."
        )
    if summary["not_read"]:
        typer.echo(f"What could not be read: {out / 'errors.jsonl'}")
    leave([Severity(name) for name, count in summary["findings"].items() if count], fail_on)


def _nothing(summary: Any, archive: Path, out: Path) -> dict[str, str]:
    """What to tell of an archive without a document that could be read."""
    import json

    if not summary["not_read"]:
        mend = "Give one that holds documents"
        return {"what": "there is no document in it", "where": str(archive), "mend": mend}
    with (out / "errors.jsonl").open(encoding="utf-8") as faults:
        first = json.loads(next(line for line in faults if '"skipped": true' in line))
    what = f"nothing in it could be read. {first['error']}"
    more = summary["not_read"] - 1
    mend = f"{more:,} more faults are in {out / 'errors.jsonl'}" if more else ""
    return {"what": what, "where": str(archive), "mend": mend}


def _lines(summary: Any, out: Path) -> list[str]:
    """The summary in words."""
    found = ", ".join(f"{count} {name}" for name, count in summary["findings"].items() if count)
    verdicts = ", ".join(
        f"{count:,} {name}" for name, count in summary["verdicts"].items() if name != "no_prior"
    )
    left = f"{summary['not_read']:,} not read"
    if summary["copies"]:
        left = f"{summary['copies']:,} repeats left out; {left}"
    if summary["passed_over"]:
        left += f"; passed over: {summary['passed_over']}"
    return [
        f"Coverage: {summary['documents']:,} documents ({left}), "
        f"{summary['claims']:,} claims, {summary['checkable']:,} checkable, "
        f"{summary['compared']:,} compared with the record, {summary['unchecked']:,} unchecked.",
        f"Verdicts: {verdicts or 'none'}.",
        f"Findings: {found or 'none'}; corrections not followed: "
        f"{summary['corrections_not_followed']}.",
        f"Look at {out / 'report.html'}",
    ]
