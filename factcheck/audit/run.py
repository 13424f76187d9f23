"""The passes of an audit, in order; each goes on where a killed one stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims_db.errors import InputError
from factcheck.audit import archive, crew, jobs, priors
from factcheck.audit.folder import READ_CLAIMS, READ_DOCUMENTS, SUMMARY, Folder
from factcheck.audit.progress import Pass
from factcheck.audit.settings import Settings, Sizes, engine, store_of
from factcheck.default_store import Warn

_READ, _PREPARED = "read", "prepared"  # files that say that a pass is done


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
        priors.keep(folder, audit.db, warn)
        _read(folder, audit)
        _prepare(folder, audit)
        _judge(folder, audit)
        summary = _conclude(folder, audit, passed_over)
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
    done = folder.work / _READ
    if done.exists():
        return
    with Pass("reading", archive.size(audit.archive)) as told:
        job = jobs.Reading(audit.archive, folder.path, audit.sizes.part)
        crew.share(job, audit.workers, told.tell)
    with folder.whole(done) as partial:
        partial.touch()


def _prepare(folder: Folder, audit: Audit) -> None:
    """Pass 2, unless it came to its end before. Then parts are needed no more."""
    done = folder.work / _PREPARED
    if not done.exists():
        units = len(folder.parts(READ_CLAIMS)) * audit.sizes.part
        with Pass("recording", units) as told:
            job = jobs.Preparing(folder.path, audit.sizes, audit.workers)
            crew.share(job, audit.workers, told.tell)
        with folder.whole(done) as partial:
            partial.touch()
    folder.drop(READ_DOCUMENTS, READ_CLAIMS)


def _judge(folder: Folder, audit: Audit) -> None:
    """Pass 3, as far as it is missing."""
    documents = folder.arranged().documents
    with Pass("judging", documents) as told:
        job = jobs.Judging(
            folder.path,
            documents,
            audit.sizes.batch,
            audit.hindsight,
            audit.thorough,
            audit.workers,
        )
        crew.share(job, audit.workers, told.tell)


def _conclude(folder: Folder, audit: Audit, passed_over: str | None) -> dict[str, Any]:
    """Passes 4 and 5; the summary."""
    job = jobs.Concluding(folder.path, passed_over, audit.hindsight, audit.thorough)
    crew.alone(job, audit.workers)
    told: dict[str, Any] = json.loads((folder.work / SUMMARY).read_text("utf-8"))
    return told
