"""Where a command's output goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import TextIO

from claims_db.errors import InputError

_PIPED_WIDTH = 80


class Sink:
    """Takes text. `open` turns false when a reader has had enough (a closed pipe): stop then.

    With a path, the text is written beside it and renamed at the end; after an error nothing is
    left, and what stood there before stays.
    """

    def __init__(self, path: Path | None) -> None:
        self.open = True
        self._path = path
        self._stream: TextIO = sys.stdout
        self._part: Path | None = None

    def __enter__(self) -> Sink:
        if self._path is None:
            return self
        try:
            if self._path.is_dir():
                raise IsADirectoryError(21, "is a folder")
            if self._path.exists() and not self._path.is_file():  # a device, a named pipe
                self._stream = self._path.open("w", encoding="utf-8", errors="backslashreplace")
                return self
            handle, part = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-")
        except OSError as error:
            raise _unwritable(self._path, error) from error
        self._part = Path(part)
        self._stream = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._path is None:
            return
        self._stream.close()
        if self._part is None:
            return
        if kind is not None:
            self._part.unlink(missing_ok=True)
            return
        self._part.chmod(_usual_mode())
        try:
            self._part.replace(self._path)
        except OSError as failure:
            self._part.unlink(missing_ok=True)
            raise _unwritable(self._path, failure) from failure

    @property
    def is_terminal(self) -> bool:
        """Whether someone watches: only then is there colour."""
        return self._path is None and self._stream.isatty()

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where there is none."""
        return shutil.get_terminal_size().columns if self.is_terminal else _PIPED_WIDTH

    def write(self, text: str) -> None:
        """Writes the text now. A reader that has gone away is no error."""
        if not self.open:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            self.open = False
            # What is still buffered must not fail again when the interpreter shuts down.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())
        except OSError as error:
            raise _unwritable(self._path, error) from error


def _unwritable(path: Path | None, error: OSError) -> InputError:
    return InputError(
        f"can't be written ({error.strerror or error})",
        where=str(path) if path else "standard output",
        mend="Name another file with --out",
    )


def _usual_mode() -> int:
    """The mode a new file would have: temporary files are private, results are not."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
