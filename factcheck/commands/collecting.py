"""Commands that go through many texts: cycles among objects are searched for seldom."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 100_000  # new ones after which cycles are searched


@contextmanager
def seldom_collected(objects: int = _OBJECTS) -> Iterator[None]:
    """With fewer searches for cycles, as reading and judging make many objects and none in
    cycles: one after so many new objects that are kept."""
    was = gc.get_threshold()
    gc.set_threshold(max(objects, was[0]) if was[0] else 0, *was[1:])
    try:
        yield
    finally:
        gc.set_threshold(*was)
