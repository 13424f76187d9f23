"""Commands on text: extract, check, compare, ingest.

What a command needs is imported within it, so that help comes at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.errors import InputError
from factcheck.commands.options import (
    CheckFormat,
    Db,
    DocumentFormat,
    FailAt,
    FailOn,
    Faults,
    FormatChecked,
    FormatRows,
    Out,
    Paths,
    Published,
    RowFormat,
    changed,
    counted,
    iso_date,
    leave,
    warn,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims_db.store import Store
    from factcheck.commands.sink import Sink
    from factcheck.inputs.documents import Located
    from factcheck.results import DocumentResult, Severity


def extract(
    paths: Paths,
    published: Published = None,
    form: FormatRows = RowFormat.TABLE,
    out: Out = None,
) -> None:
    """The claims of documents: each number and what it counts.

    With where, when, as of when, and who says so.

    \b
    Example:
      factcheck extract article.txt --published 2025-04-25 --format json
    """
    from factcheck import pipeline
    from factcheck.commands.collecting import seldom_collected
    from factcheck.commands.printing import Sheet, print_documents
    from factcheck.commands.sink import Sink
    from factcheck.inputs import documents
    from factcheck.showing import claim_sheets, output, tables

    faults = Faults()
    found = documents.read(paths, published=published, warn=faults)
    with Sink(out) as sink, seldom_collected():
        print_documents(
            map(pipeline.extract, found),
            sink,
            form,
            output.extraction_json,
            tables.extraction_blocks,
            Sheet(claim_sheets.extraction_rows, claim_sheets.CLAIM_COLUMNS),
        )
    faults.leave()


def check(
    paths: Paths,
    db: Db = None,
    published: Published = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Judge by what was on record on this day."),
    ] = None,
    form: FormatChecked = CheckFormat.TABLE,
    out: Out = None,
    fail_on: FailAt = FailOn.ERROR,
) -> None:
    """How the numbers of documents stand to the record.

    \b
    Examples:
      factcheck check article.txt --published 2025-04-25
      factcheck check article.txt --format html --out checked.html
      cat article.txt | factcheck check - --format json --fail-on warning
    """
    from factcheck.commands.sink import Sink
    from factcheck.default_store import open_store
    from factcheck.inputs import documents

    day = iso_date(as_of, "--as-of")
    faults = Faults()
    found = documents.located(paths, published, warn=faults)
    seen: list[Severity] = []
    with open_store(db, write=False, warn=warn) as store, Sink(out) as sink:
        _print_checked(_checked(found, store, day, seen), sink, form)
    faults.leave()
    leave(seen, fail_on)


def _print_checked(results: Iterable[DocumentResult], sink: Sink, form: CheckFormat) -> None:
    """Checked documents in the format that was asked for."""
    from factcheck.commands.printing import Sheet, print_documents, print_pieces
    from factcheck.showing import claim_sheets, output, tables

    if form is CheckFormat.HTML:
        from factcheck.showing import article_page

        print_pieces(article_page.pages(results), sink)
    elif form is CheckFormat.MARKDOWN:
        from factcheck.showing import article_markdown

        print_pieces(article_markdown.pages(results), sink)
    else:
        print_documents(
            results,
            sink,
            form,
            output.document_json,
            tables.document_blocks,
            Sheet(claim_sheets.checked_rows, claim_sheets.CHECKED_COLUMNS),
        )


def compare(
    claim: Annotated[str | None, typer.Argument(metavar="CLAIM", show_default=False)] = None,
    evidence: Annotated[str | None, typer.Argument(metavar="EVIDENCE", show_default=False)] = None,
    claim_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the claim was made.")
    ] = None,
    evidence_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the evidence was published.")
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="JSONL of pairs, or -: judge them line by line."),
    ] = None,
    form: Annotated[
        DocumentFormat | None,
        typer.Option("--format", help="How to print.  [default: table; jsonl with --pairs]"),
    ] = None,
    out: Out = None,
) -> None:
    """How two statements stand to each other.

    \b
    Examples:
      factcheck compare "12 people were killed" "at least 9 people were killed"
      factcheck compare --pairs pairs.jsonl > judged.jsonl
    """
    from factcheck.bare.statements import Question
    from factcheck.commands import comparing
    from factcheck.commands.printing import print_documents, print_objects
    from factcheck.commands.sink import Sink
    from factcheck.showing import output, tables

    if (pairs is None) == (claim is None or evidence is None) or (pairs and claim):
        raise InputError(
            "compare needs two statements, or a file of pairs",
            mend='Give it "CLAIM" "EVIDENCE", or --pairs FILE',
        )
    if pairs is not None:
        if form is DocumentFormat.TABLE or claim_date or evidence_date:
            raise InputError(
                "--pairs takes its dates from the file and prints JSONL",
                mend="Leave --format table, --claim-date and --evidence-date out",
            )
        faults = Faults("pair", "judged")
        with Sink(out) as sink:
            print_objects(
                comparing.judged(pairs, faults), sink, form or DocumentFormat.JSONL, "pairs"
            )
        faults.leave()
        return
    assert claim is not None
    assert evidence is not None
    pair = Question(
        claim,
        evidence,
        claim_date=iso_date(claim_date, "--claim-date"),
        evidence_date=iso_date(evidence_date, "--evidence-date"),
    )
    judgement = comparing.judgement(pair)
    with Sink(out) as sink:
        print_documents(
            (judgement,),
            sink,
            form or DocumentFormat.TABLE,
            output.judgement_json,
            lambda found: tables.judgement_blocks(pair.claim, pair.evidence, found),
        )


def ingest(paths: Paths, db: Db = None, published: Published = None) -> None:
    """Adds documents and their claims to a store.

    The same content twice is stored once.

    \b
    Example:
      factcheck ingest archive/ --db our.duckdb
    """
    from factcheck import pipeline
    from factcheck.default_store import open_store
    from factcheck.inputs import documents

    faults = Faults()
    found = documents.read(paths, published=published, warn=faults)
    with open_store(db, write=True, warn=warn) as store:
        added = pipeline.ingest_all(found, store)
    changed(
        f"{counted(added.documents, 'document')} with {counted(added.claims, 'claim')} added, "
        f"{added.duplicates} on record already.",
        store,
    )
    if added.changed:
        warn(
            f"{added.changed} of these have the id of a document on record but another text: "
            "not added. Give a new text a new id"
        )
    faults.leave()


def _checked(
    found: Iterable[Located], store: Store, day: str | None, seen: list[Severity]
) -> Iterator[DocumentResult]:
    """The documents checked; what was found is noted in `seen`."""
    from factcheck import pipeline
    from factcheck.showing.tables import named

    for one in found:
        result = pipeline.check(one.document, store, as_of=day)
        if result.undated:
            name = f"{one.where}: “{named(one.document)}”"
            warn(f"{name} has no date (--published), so it is judged by everything on record")
        seen.extend(found.severity for found in result.results)
        seen.extend(finding.severity for finding in result.internal)
        yield result
