"""The claims store a command works on: the one that is named, or the user's own.

Only the user's own is made on first use, filled with the reports that the package ships. It is
built in a file beside its place and linked into it whole, so that two first uses at once end
with one good store.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from claims_db.engine import IN_MEMORY
from claims_db.errors import StoreError
from claims_db.store import Store

FILE_NAME = "claims.duckdb"
_APPLICATION = "factcheck"

Warn = Callable[[str], None]


def open_store(path: str | None, *, write: bool, warn: Warn, make: bool = True) -> Store:
    """The store at `path`, or the user's default one for None.

    `write` opens it for adding, and makes a named one that does not exist yet (unless `make` is
    false). Where the default
    file can't be made, reading falls back to a store in memory; adding raises StoreError, for
    what is added there would be lost.
    """
    if path is None:
        return _default(write=write, warn=warn)
    return Store(path, create=write and make, read_only=not write)


def default_path() -> Path:
    """Where the default store is: the platform's place for a user's data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME", "")
        if not Path(base).is_absolute():  # XDG: a relative one is to be ignored
            base = str(Path.home() / ".local" / "share")
    return Path(base) / _APPLICATION / FILE_NAME


def _default(*, write: bool, warn: Warn) -> Store:
    try:
        path = default_path()
        room = None if path.exists() else _room(path)
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no home at all
        what = f"the default store can't be made ({_reason(error)})"
        mend = "Name a file you can write to with --db"
        if write:
            raise StoreError(what, mend=mend) from error
        warn(f"{what}; the shipped reports are held in memory for this run. {mend}")
        store = Store(IN_MEMORY)
        _seed(store)
        return store
    if room is not None:
        with room:
            _make(Path(room.name) / FILE_NAME, path)
    return Store(path, read_only=not write)


def _room(path: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder to build in, on the same file system as `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=path.parent, prefix=".making-")


def _make(made: Path, path: Path) -> None:
    """Builds the seeded store at `made` and puts it at `path` whole, unless another was first."""
    with Store(made, create=True) as store:
        _seed(store)
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        made.replace(path)


def _seed(store: Store) -> None:
    from factcheck.seed import seed_documents  # reads texts, which an opened store needs no more

    store.ingest(seed_documents(), bundled=True)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
