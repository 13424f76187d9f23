"""How a store's file is written: by one process, in a copy beside it that then takes its place.

Readers hold the file as it was when they opened it; whoever opens it next sees the new one. A
writer that is killed leaves its copy behind, which the next one throws away.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from claims_db.errors import StoreError, StoreLocked, StoreMissing

if sys.platform != "win32":
    import fcntl


class WriteLock:
    """The right to write a store: a lock on a file beside it, which ends with the process."""

    def __init__(self, path: Path) -> None:
        """Takes the lock. Raises StoreLocked naming who has it."""
        self._path = beside(path, "lock")
        self._handle: int | None = self._taken(path)

    def _taken(self, path: Path) -> int:
        while True:
            try:
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError as error:
                raise unwritable(path, error) from error
            if not _locked(handle):
                holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
                os.close(handle)
                _refuse(path, holder)
            try:  # the file that was locked may have been removed by its last holder
                if os.fstat(handle).st_ino == self._path.stat().st_ino:
                    break
            except FileNotFoundError:
                pass
            os.close(handle)
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        return handle

    def release(self) -> None:
        """Gives the right back. Releasing twice does no harm."""
        if self._handle is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None


def _locked(handle: int) -> bool:
    if sys.platform == "win32":  # there, the copy that DuckDB holds open is the lock
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _refuse(path: Path, holder: str) -> None:
    if holder == str(os.getpid()):
        mend = "Close the other Store first, or use it"
        raise StoreLocked("this process has the store open for writing", where=str(path), mend=mend)
    who = f"process {holder}" if holder else "another process"
    mend = "Wait until it is done, or end it; reading is possible meanwhile"
    raise StoreLocked(f"{who} is writing to the store", where=str(path), mend=mend)


def beside(path: Path, ending: str) -> Path:
    """A hidden file of ours in the store's folder."""
    return path.with_name(f".{path.name}.{ending}")


def working_copy(path: Path) -> Path:
    """A copy to write in, in place of any that a killed writer left. Raises StoreError."""
    try:
        room = discard(path)
        shutil.copyfile(path, room)
        shutil.copymode(path, room)
        room.chmod(room.stat().st_mode | 0o200)
    except OSError as error:
        raise unwritable(path, error) from error
    return room


def discard(path: Path) -> Path:
    """Throws the working copy away; returns where it was."""
    room = beside(path, "new")
    for leftover in (room, Path(f"{room}.wal")):
        leftover.unlink(missing_ok=True)
    fresh(path)
    return room


def fresh(path: Path) -> Path:
    """Where the file that follows is made, in place of any that was left unfinished."""
    room = beside(path, "next")
    for leftover in (room, beside(path, "next.wal")):
        leftover.unlink(missing_ok=True)
    return room


def publish_copy(room: Path, path: Path) -> None:
    """Puts a copy of the file at `room` in the place of `path`, at once and whole."""
    following = fresh(path)
    shutil.copyfile(room, following)
    shutil.copymode(room, following)
    publish(following, path)


def publish(room: Path, path: Path) -> None:
    """Puts the file at `room` in the place of `path`, at once and whole. Raises StoreError."""
    try:
        with room.open("rb+") as written:
            os.fsync(written.fileno())
        room.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def place(made: Path, path: Path) -> None:
    """Puts a newly made file at `path` whole, unless there is one already."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        made.replace(path)


def check_folder(path: Path) -> None:
    """Raises StoreMissing where a store's folder isn't there."""
    if not path.parent.is_dir():
        raise StoreMissing("there is no such folder", where=str(path), mend="Make it first")


def unwritable(path: Path, error: OSError) -> StoreError:
    """What is said of a store that can't be written."""
    return StoreError(
        f"it can't be written to ({error.strerror or error})",
        where=str(path),
        mend="Open it for reading only, or name a file in a folder you can write to",
    )
