"""How the time of a task grows with the size of what it is given."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
# What is linear takes eight times as long, what is quadratic sixty-four.
MOST = 24.0
LEAST = 0.02  # seconds: below, the clock tells nothing
TRIES = 12  # on a busy machine one run may take ten times another's processor time


def grows_linearly(task: Callable[[int], object], size: int) -> bool:
    """Whether eight times the size takes no more than thrice eight times as long, by the quickest
    of several runs: as many as it needs to be so, as other work on the machine slows only some."""
    short = long = float("inf")
    for _ in range(TRIES):
        short = min(short, _taken(task, size))
        long = min(long, _taken(task, TIMES * size))
        if long < max(short, LEAST) * MOST:
            return True
    return False


def _taken(task: Callable[[int], object], size: int) -> float:
    """Processor time, in seconds."""
    start = time.process_time()
    task(size)
    return time.process_time() - start
