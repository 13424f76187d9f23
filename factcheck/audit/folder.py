"""The folder an audit works in. Each of its files appears whole, by being renamed into place, so
that whatever is there after a kill can be built upon and what isn't is made again.

    audit.json        what is audited and how; the summary, once it is done
    work/             parts, until the audit is done
    record.duckdb     the store the articles were judged by
    claims.parquet    every claim with its verdict
    findings.parquet  those that are findings, with the finding each belongs to
    corrections.csv   corrected figures, and the later articles that carry them
    findings.csv  report.html  report.md  errors.jsonl
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claims_db.errors import InputError, StoreError
from claims_db.writing import WriteLock
from factcheck.audit.settings import Settings

STATE, RECORD = "audit.json", "record.duckdb"
ARRANGED, SUMMARY = "arranged.json", "summary.json"
READ_DOCUMENTS, READ_CLAIMS = "documents", "claims"
"""The two files of a part, by how their names begin."""
ENDING = "arrow"
"""Of the names of parts."""
_PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class Arranged:
    """How many documents the batches hold, and how many more were copies of these."""

    documents: int
    copies: int


class Folder:
    """The folder, held by one process at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / "work"

    @contextmanager
    def held(self, settings: Settings, *, resume: bool) -> Iterator[None]:
        """Makes the folder, or checks that the audit in it is this one; locked meanwhile. A new
        audit that fails before anything was read leaves nothing behind."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = WriteLock(self.path / "audit")
        except OSError as error:
            raise unwritable(self.path, error) from error
        fresh = False
        try:
            fresh = self._enter(settings, resume=resume)
            yield
        except BaseException:
            if fresh and not any(self.work.glob("*-*")):
                self._forget()  # nothing was read yet that --resume could go on with
            raise
        finally:
            lock.release()
            with suppress(OSError):
                self.path.rmdir()  # one that stayed empty

    def _forget(self) -> None:
        """As if the audit had not begun."""
        self.clear()
        (self.path / STATE).unlink(missing_ok=True)

    def _enter(self, settings: Settings, *, resume: bool) -> bool:
        """Whether the audit is a new one."""
        where, state = str(self.path), self.state()
        if state is None:
            if any(not found.name.startswith(".") for found in self.path.iterdir()):
                mend = "Name a new or empty folder"
                raise InputError("the folder is not empty", where=where, mend=mend)
            self.save(settings)
        elif not resume:
            mend = "Go on with it by --resume, or name another folder"
            raise InputError("an audit is there already", where=where, mend=mend)
        else:
            settings.refuse(state["settings"], where)
        self.work.mkdir(exist_ok=True)
        for left in (*self.path.glob(f"*{_PARTIAL}*"), *self.work.glob(f"*{_PARTIAL}*")):
            left.unlink(missing_ok=True)
        return state is None

    def state(self) -> dict[str, Any] | None:
        """What the state file says; None without one."""
        try:
            found = json.loads((self.path / STATE).read_text("utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            where = str(self.path / STATE)
            raise InputError(f"can't be read ({error})", where=where) from error
        if not isinstance(found, dict) or not isinstance(found.get("settings"), dict):
            mend = "Name a new or empty folder"
            raise InputError("is not of an audit", where=str(self.path / STATE), mend=mend)
        return found

    def save(self, settings: Settings, summary: dict[str, object] | None = None) -> None:
        """Writes the state file; with a summary, the audit is done."""
        state = {"settings": asdict(settings), "summary": summary}
        with self.whole(self.path / STATE) as partial:
            partial.write_text(json.dumps(state, indent=2) + "\n", "utf-8")

    @contextmanager
    def whole(self, path: Path) -> Iterator[Path]:
        """A path to write to, which takes the place of `path` at the end. Two processes that
        write the same file don't meet."""
        partial = path.with_name(f"{path.name}.{os.getpid()}{_PARTIAL}")
        try:
            yield partial
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise unwritable(path, error) from error
        except StoreError as error:
            partial.unlink(missing_ok=True)
            full = os.strerror(errno.ENOSPC)
            if full in str(error):  # DuckDB tells it in words
                raise unwritable(path, OSError(errno.ENOSPC, full)) from error
            raise
        except BaseException:
            partial.unlink(missing_ok=True)
            raise

    def part(self, name: str, number: int, ending: str = ENDING) -> Path:
        """Where a part is."""
        return self.work / f"{name}-{number:07}.{ending}"

    def parts(self, name: str) -> list[int]:
        """The numbers of the parts that are there."""
        found = self.work.glob(f"{name}-*.{ENDING}")
        return sorted(int(path.stem.rpartition("-")[2]) for path in found)

    def arranged(self) -> Arranged:
        """What the batches hold, once they are written."""
        return Arranged(**json.loads((self.work / ARRANGED).read_text("utf-8")))

    def drop(self, *names: str) -> None:
        """Takes the parts of these names away."""
        for name in names:
            for number in self.parts(name):
                self.part(name, number).unlink(missing_ok=True)

    def clear(self) -> None:
        """Takes the parts away."""
        shutil.rmtree(self.work, ignore_errors=True)


def unwritable(path: Path, error: OSError) -> InputError:
    """What to tell of a full disk and the like."""
    mend = "Make room or rights for it, then go on with --resume"
    if isinstance(error, FileExistsError | NotADirectoryError | FileNotFoundError):
        mend = "Name a folder of your own, which is made if it isn't there"
    return InputError(f"can't be written ({error.strerror or error})", where=str(path), mend=mend)
