"""The passes of an audit as jobs: what each is told, and who does it.

What does a job is imported where it is done. The first process only starts others and listens to
them: it needs none of it, and is at that the sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from factcheck.audit.settings import Sizes


@dataclass(frozen=True, slots=True)
class Told:
    """What was done since the last telling; `passed` is how far the work has come in all."""

    documents: int = 0
    claims: int = 0
    errors: int = 0
    passed: int = 0


Tell = Callable[[Told], None]


class Job(Protocol):
    """Work by numbers."""

    def do(self, numbers: Iterator[int], tell: Tell) -> None:
        """Does the work of these numbers, telling how far it is; it stops taking numbers when
        there is no more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The archive's units → parts of so many units each."""

    archive: Path
    folder: Path
    size: int

    def do(self, numbers: Iterator[int], tell: Tell) -> None:
        """Writes the parts of these numbers that are missing."""
        from factcheck.audit import reading

        reading.read(self, numbers, tell)


@dataclass(frozen=True, slots=True)
class Preparing:
    """Parts → batches in order, the store, and what is found inside documents. `processes` share
    the work."""

    folder: Path
    sizes: Sizes
    processes: int

    def do(self, numbers: Iterator[int], tell: Tell) -> None:
        """The first number is batches and store; the others are parts to look into."""
        from factcheck.audit import preparing

        preparing.prepare(self, numbers, tell)


@dataclass(frozen=True, slots=True)
class Judging:
    """Batches → judged claims: how many documents there are, and how many a batch has; whether
    later reports count too, whether whole texts are laid beside each other. `processes` share the
    work."""

    folder: Path
    documents: int
    size: int
    hindsight: bool
    thorough: bool
    processes: int

    def do(self, numbers: Iterator[int], tell: Tell) -> None:
        """Writes the batches of these shares that are missing."""
        from factcheck.audit import judging

        judging.judge(self, numbers, tell)


@dataclass(frozen=True, slots=True)
class Concluding:
    """Judged claims → tables and pages: what was passed over in the archive, and as above."""

    folder: Path
    passed_over: str | None
    hindsight: bool
    thorough: bool

    def do(self, numbers: Iterator[int], _: Tell) -> None:
        """The first number is all there is."""
        from factcheck.audit import concluding

        if next(numbers, None) == 0:
            concluding.conclude(self)
