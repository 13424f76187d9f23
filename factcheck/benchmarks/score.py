"""A measured share with its bootstrap interval, drawn by group."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

RESAMPLES = 1000
SEED = 20250424
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Score:
    """A figure in percent with its 95 % interval, over `items` items of `groups` groups."""

    name: str
    percent: float
    low: float
    high: float
    items: int
    less_is_better: bool = False

    def __str__(self) -> str:
        interval = f"[{self.low:.1f}, {self.high:.1f}]"
        return f"{self.name:<52} {self.percent:5.1f}  {interval:<15} n={self.items}"


@dataclass(frozen=True, slots=True)
class Grouped(Generic[Item]):
    """An item with the group (page, event, sentence) that hangs together."""

    group: str
    item: Item


def score(
    name: str,
    items: Sequence[Grouped[Item]],
    measure: Callable[[Sequence[Item]], float],
    *,
    less_is_better: bool = False,
) -> Score:
    """`measure` (a share, 0-1) over the items, with whole groups redrawn for the interval."""
    own: dict[str, list[Item]] = defaultdict(list)
    for grouped in items:
        own[grouped.group].append(grouped.item)
    names = sorted(own)
    draw = random.Random(SEED)
    drawn = sorted(
        measure([item for name in draw.choices(names, k=len(names)) for item in own[name]])
        for _ in range(RESAMPLES if len(names) > 1 else 0)
    )
    value = 100 * measure([grouped.item for grouped in items])
    low = 100 * drawn[int(0.025 * len(drawn))] if drawn else value
    high = 100 * drawn[int(0.975 * len(drawn))] if drawn else value
    return Score(name, value, low, high, len(items), less_is_better)


def share(hits: Sequence[bool]) -> float:
    """The share of hits; 0 without any item."""
    return sum(hits) / len(hits) if hits else 0.0
