"""How far an audit is: a bar with rate and time left in a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from factcheck.audit.jobs import Told

_EVERY = 10.0  # seconds between lines


class Pass:
    """One pass of so many steps; told what was done, it says how far that is."""

    def __init__(self, name: str, steps: int) -> None:
        self.documents = self.claims = self.errors = 0
        self._name, self._steps, self._passed = name, max(steps, 1), 0
        self._start = self._said = time.monotonic()
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            self._bar = Progress(
                TextColumn("{task.description:<10}"),
                BarColumn(),
                TextColumn("{task.percentage:>3.0f} %  {task.fields[done]}"),
                TimeRemainingColumn(),
                console=Console(stderr=True),
            )
            self._task = self._bar.add_task(name, total=self._steps, done="")

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        elif kind is None and self.documents:
            self._say(f"done in {_clock(time.monotonic() - self._start)}")

    def tell(self, told: Told) -> None:
        """What was done since; steps passed never go back."""
        self.documents += told.documents
        self.claims += told.claims
        self.errors += told.errors
        self._passed = max(self._passed, told.passed)
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(self._task, completed=self._passed, done=self._done())
        elif now - self._said > _EVERY:
            self._said = now
            share = min(self._passed / self._steps, 1.0)
            left = (now - self._start) * (1 - share) / share if share else 0.0
            self._say(f"{share:.0%}, {_clock(left)} left")

    def _done(self) -> str:
        rate = self.documents / max(time.monotonic() - self._start, 1e-3)
        faults = f", {self.errors:,} not read" if self.errors else ""
        return f"{self.documents:,} documents, {self.claims:,} claims, {rate:,.0f}/s{faults}"

    def _say(self, what: str) -> None:
        sys.stderr.write(f"{self._name}: {self._done()}, {what}\n")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
