"""Commands that keep the store: import, retract, compact.

What a command needs is imported within it, so that help comes at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claims_db.errors import InputError
from factcheck.commands.options import Db, Faults, changed, counted, warn


def import_(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE",
            help="A table: .csv, .tsv, .parquet, .json, .jsonl.",
            show_default=False,
        ),
    ],
    map_: Annotated[
        str,
        typer.Option(
            "--map",
            metavar="MAP",
            help="How its columns become claims: a TOML file, or a shipped map by name "
            "(claimreview, noaa-earthquakes, ucdp-ged).",
            show_default=False,
        ),
    ],
    db: Db = None,
) -> None:
    """Adds the rows of a reference table to a store.

    Rows that don't fit the map are listed with the reason, the rest is imported; the exit code
    is then 2.

    \b
    Examples:
      factcheck import GEDEvent.csv --map ucdp-ged --db our.duckdb
      factcheck import strikes.csv --map strikes.toml --db our.duckdb
    """
    from factcheck.default_store import open_store
    from factcheck.inputs import import_maps, importing, reference_rows

    plan = import_maps.load(map_)
    found = reference_rows.rows(table, warn, of_type=plan.type)
    misfits: list[importing.Misfit] = []
    with open_store(db, write=True, warn=warn) as store:
        documents = importing.documents(found, plan, misfits)
        added = store.ingest(documents, origins=lambda _: plan.name)
    for misfit in misfits:
        sys.stderr.write(f"{table}: {misfit}\n")
    changed(
        f"{counted(added.documents, 'row')} with {counted(added.claims, 'figure')} imported, "
        f"{added.duplicates} on record already.",
        store,
    )
    if added.changed:
        warn(
            f"{added.changed} of these have the id of a row on record but other figures: not "
            "imported. Retract the old ones, and give the new ones ids of their own in the map"
        )
    if misfits and not added.documents and not added.duplicates:
        raise InputError("no row fits the map", where=str(table), mend="See docs/import.md")
    faults = Faults("row", "imported")
    faults.left_out = len(misfits)
    faults.leave()


def retract(
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.", show_default=False)],
    url: Annotated[str | None, typer.Option(metavar="U", help="The address of the report.")] = None,
    document: Annotated[
        str | None, typer.Option(metavar="ID", help="The id of the report.")
    ] = None,
    db: Db = None,
) -> None:
    """Marks a report as withdrawn: shown, no evidence.

    \b
    Example:
      factcheck retract --url https://paper.example/1 --why "wrong city"
    """
    from factcheck.default_store import open_store

    if (url is None) == (document is None):
        raise InputError("retract needs one report", mend="Give it --url U, or --document ID")
    if not why.strip():
        raise InputError("there is no reason", where="--why", mend="Say why it is withdrawn")
    with open_store(db, write=True, make=False, warn=warn) as store:
        count = store.retract(url=url, document=document, why=why)
    if not count:
        raise InputError(
            f"no report with {'this address' if url else 'this id'} is on record",
            where=url or document or "",
            mend="`factcheck timeline --place PLACE --date DATE --format csv` shows the addresses",
        )
    changed(f"{counted(count, 'report')} marked as withdrawn.", store)


def compact(db: Db = None) -> None:
    """Puts a store in order, so that lookups are fast.

    Readers go on meanwhile. A store of an older version is brought up to date.

    \b
    Example:
      factcheck compact --db our.duckdb
    """
    from factcheck.default_store import open_store

    with open_store(db, write=True, make=False, warn=warn) as store:
        before = store.stats().bytes
        store.compact()
    with open_store(db, write=False, warn=warn) as store:
        after = store.stats()
    changed(
        f"{after.claims} claims of {after.documents} documents in order; "
        f"{before / 1e6:.1f} MB before, {after.bytes / 1e6:.1f} MB now.",
        store,
    )
