"""The passes of an audit, in order; each goes on where a killed one stopped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claims_db.errors import InputError
from claims_db.store import Store
from factcheck.audit import (
    archive,
    arranging,
    crew,
    findings,
    judging,
    reading,
    recording,
    rejudging,
    report,
)
from factcheck.audit.findings import Found
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.progress import Pass
from factcheck.audit.settings import Settings, Sizes, engine, store_of
from factcheck.audit.tables import SCHEMA
from factcheck.default_store import Warn
from factcheck.results import Severity

_GROUP = 50_000  # rows that are written together


@dataclass(frozen=True, slots=True)
class Audit:
    """What is to be audited, and how."""

    archive: Path
    out: Path
    db: str | None = None
    workers: int = 1
    hindsight: bool = False
    thorough: bool = False
    sizes: Sizes = field(default_factory=Sizes)


def run(audit: Audit, *, resume: bool, warn: Warn) -> dict[str, object]:
    """Audits the archive, or goes on with it; returns the summary. Raises InputError for an
    archive or a folder that can't be used."""
    folder = Folder(audit.out)
    _apart(audit)
    passed_over = archive.files_of(audit.archive).passed_over
    if passed_over:
        warn(f"{audit.archive}: passed over: {passed_over}")
    settings = Settings(
        archive=str(audit.archive.resolve()),
        fingerprint=archive.fingerprint(audit.archive),
        store=store_of(audit.db),
        engine=engine(),
        hindsight=audit.hindsight,
        thorough=audit.thorough,
        sizes=audit.sizes,
    )
    with folder.held(settings, resume=resume):
        state = folder.state()
        if state is not None and state["summary"] is not None:
            folder.clear()
            return dict(state["summary"])
        recording.keep_priors(folder, audit.db, warn)
        _read(folder, audit)
        job = arranging.Arranging(folder.path, audit.sizes)
        crew.share(arranging.arrange, job, audit.workers, lambda _: None)
        arranged = arranging.arranged(folder)
        documents = arranged.documents
        with Pass("recording", documents) as told:
            record = recording.Recording(folder.path, audit.workers)
            crew.share(recording.prepare, record, audit.workers, told.tell)
        with Pass("judging", documents) as told:
            size = audit.sizes.batch
            shares = judging.shares(documents, size, audit.workers)
            work = judging.Judging(
                folder.path, audit.hindsight, audit.thorough, shares, size, audit.workers
            )
            crew.share(judging.judge, work, audit.workers, told.tell)
        again = rejudging.Rejudging(folder.path, audit.hindsight, audit.thorough)
        crew.share(rejudging.rejudge, again, audit.workers, lambda _: None)
        summary = _conclude(folder, arranged, passed_over, audit)
        folder.save(settings, summary)
        folder.clear()
        return summary


def _apart(audit: Audit) -> None:
    """InputError where the result would become part of the archive."""
    if audit.archive.is_dir() and audit.out.resolve().is_relative_to(audit.archive.resolve()):
        what = f"lies within the archive, {audit.archive}, and would be read as part of it"
        raise InputError(what, where=str(audit.out), mend="Name a folder outside of it")


def _read(folder: Folder, audit: Audit) -> None:
    """Pass 1, unless it came to its end before."""
    done = folder.work / "read"
    if done.exists():
        return
    with Pass("reading", archive.size(audit.archive)) as told:
        job = reading.Reading(audit.archive, folder.path, audit.sizes.part)
        crew.share(reading.read, job, audit.workers, told.tell)
    with folder.whole(done) as partial:
        partial.touch()


def _conclude(
    folder: Folder, arranged: arranging.Arranged, passed_over: str | None, audit: Audit
) -> dict[str, object]:
    """Pass 5: the tables and pages; the summary."""
    errors = _errors(folder)
    held = report.Held(arranged.documents, arranged.copies, errors, passed_over)
    found = findings.collect(folder)
    _claims(folder, found)
    with Store(folder.path / RECORD, read_only=True) as store:
        report.write(folder, found, store, held, hindsight=audit.hindsight)
    return summary(found, held)


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
