"""Passes 4 and 5: judged batches → the verdicts that are given anew, the findings, the tables and
pages, the summary. It is for one process, and for another than the first: what it holds is given
back."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pyarrow.parquet as pq

from claims_db.store import Store
from factcheck.audit import findings, rejudging, report
from factcheck.audit.findings import Found
from factcheck.audit.folder import RECORD, SUMMARY, Folder
from factcheck.audit.jobs import Concluding
from factcheck.audit.tables import SCHEMA
from factcheck.results import Severity

_GROUP = 50_000  # rows that are written together


def conclude(job: Concluding) -> None:
    """Writes all that an audit leaves. The summary comes last."""
    folder = Folder(job.folder)
    rejudging.rejudge(job)
    arranged = folder.arranged()
    held = report.Held(arranged.documents, arranged.copies, _errors(folder), job.passed_over)
    found = findings.collect(folder)
    with ThreadPoolExecutor(1) as beside:  # packing the claims is Arrow's work, pages are Python's
        claims = beside.submit(_claims, folder, found)
        with Store(folder.path / RECORD, read_only=True) as store:
            report.write(folder, found, store, held, hindsight=job.hindsight)
        claims.result()
    with folder.whole(folder.work / SUMMARY) as partial:
        partial.write_text(json.dumps(summary(found, held)), "utf-8")


def summary(found: Found, held: report.Held) -> dict[str, object]:
    """What was found, in numbers."""
    severities = Counter(finding.severity for finding in found.findings.values())
    return {
        "documents": held.documents,
        "copies": held.copies,
        "not_read": held.not_read,
        "passed_over": held.passed_over,
        "claims": found.claims,
        "checkable": found.checkable,
        "compared": found.compared,
        "unchecked": found.unchecked,
        "verdicts": dict(sorted(found.verdicts.items())),
        "findings": {severity.value: severities[severity] for severity in reversed(Severity)},
        "by_wrong_figures": found.acquitted,
        "corrections_not_followed": len(found.spread),
    }


def _errors(folder: Folder) -> int:
    """Puts the faults of all parts together, in order; returns how many were not read."""
    skipped = 0
    with folder.whole(folder.path / "errors.jsonl") as partial, partial.open("wb") as out:
        for part in sorted(folder.work.glob("errors-*.jsonl")):
            lines = part.read_bytes()
            skipped += lines.count(b'"skipped": true')
            out.write(lines)
    return skipped


def _claims(folder: Folder, found: Found) -> None:
    """All judged claims in one file, each with the finding it belongs to."""
    schema = SCHEMA.append(pa.field("finding", pa.string()))
    with (
        folder.whole(folder.path / "claims.parquet") as partial,
        pq.ParquetWriter(partial, schema, compression="zstd") as writer,
    ):
        held: list[pa.Table] = []
        for table in findings.tables(folder):
            held.append(table.append_column("finding", findings.ids(table, found)))
            if sum(one.num_rows for one in held) >= _GROUP:
                writer.write_table(pa.concat_tables(held))
                held.clear()
        if held:
            writer.write_table(pa.concat_tables(held))
