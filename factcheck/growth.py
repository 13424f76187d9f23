"""How far a toll plausibly grows: a curve measured on real reports, `models/growth.json`.

For happenings of a place (attacks, crashes, fires) and of a whole area (quakes, floods, storms)
apart: how many times an earlier toll a later one was, by the age of the happening at the earlier.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

from claims_db.errors import TableError
from factcheck.model import models_dir

FILE = "growth.json"
AGES = (0.0, 1.0, 2.0, 4.0, 14.0)
"""Days since the happening from which each step of the curve holds."""
QUANTILE = 0.97
CHANCE = 1.0 - QUANTILE
"""Chance of growing further than the curve."""
SLACK = 3.0
"""So many more are always plausible: a death in hospital, a body found."""
FIRST_SLACK = 10.0
"""The same on the first day, when a handful is only the beginning."""
LONG_GAP = 2.0
"""Days between two tolls from which the curve of long gaps holds."""
LEAST_COUNT = 5.0
LEAST_RATIO = 1.1
WIDESPREAD = frozenset({"quake", "flood", "storm", "tsunami", "landslide", "outbreak", "war"})


CURVES = ("local", "local, long gap", "widespread", "widespread, long gap")


@dataclass(frozen=True, slots=True)
class Step:
    """A toll and a later one of the same fact. `age`: days of the happening at the earlier;
    `gap`: days between the two."""

    happening: str | None
    age: float
    gap: float
    earlier: float
    later: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The most a toll grows, as a ratio by age: a curve each, never rising with age."""

    curves: dict[str, tuple[float, ...]]

    def limit(self, count: float, age: float, gap: float, happening: str | None) -> float:
        """The highest plausible toll `gap` days after `count`, told at that age, in days."""
        at = _age_class(age)
        ratio = self.curves[_curve_of(happening, gap, unknown_is_wide=True)][at]
        return max(count * ratio, count + (FIRST_SLACK if at == 0 else SLACK))

    def chance(
        self, count: float, earlier: float, age: float, gap: float, happening: str | None
    ) -> float:
        """The chance that a toll grows from `earlier` to `count` or further, 0–1: as much is
        left of it per fold of growth as brings it down to 3 % at the curve."""
        at = _age_class(age)
        slack = FIRST_SLACK if at == 0 else SLACK
        if count <= earlier + slack or earlier <= 0:
            return 1.0 if count <= earlier + slack else 0.0
        ratio = self.curves[_curve_of(happening, gap, unknown_is_wide=True)][at]
        return exp(log(CHANCE) * log(count / earlier) / log(ratio))


def _age_class(age: float) -> int:
    return max(bisect_right(AGES, age) - 1, 0)


def _curve_of(happening: str | None, gap: float, *, unknown_is_wide: bool = False) -> str:
    wide = happening in WIDESPREAD or (happening is None and unknown_is_wide)
    return ("widespread" if wide else "local") + (", long gap" if gap > LONG_GAP else "")


def measure(steps: Iterable[Step]) -> Growth:
    """The curves of observed steps: the 97th percentile of their ratio, by age."""
    seen: dict[tuple[str, int], list[float]] = defaultdict(list)
    for step in steps:
        if step.earlier >= LEAST_COUNT:
            key = (_curve_of(step.happening, step.gap), _age_class(step.age))
            seen[key].append(step.later / step.earlier)
    curves = {name: _falling(seen, name) for name in CURVES}
    for name in ("local", "widespread"):  # a longer gap lets a toll grow no less
        pairs = zip(curves[name], curves[f"{name}, long gap"], strict=True)
        curves[f"{name}, long gap"] = tuple(max(short, long) for short, long in pairs)
    return Growth(curves)


def _falling(seen: dict[tuple[str, int], list[float]], name: str) -> tuple[float, ...]:
    ratios: list[float] = []
    for at in reversed(range(len(AGES))):
        own = sorted(seen[name, at])
        measured = own[min(int(QUANTILE * len(own)), len(own) - 1)] if own else LEAST_RATIO
        ratios.append(round(max(measured, LEAST_RATIO, *ratios[-1:]), 2))
    return tuple(reversed(ratios))


@lru_cache(maxsize=1)
def shipped() -> Growth:
    """The curve that the package ships."""
    return load(models_dir() / FILE)


def load(path: Path) -> Growth:
    """Read a curve; raises TableError for one that is malformed."""
    try:
        table = json.loads(path.read_text("utf-8"))
        growth = Growth({name: tuple(map(float, table["curves"][name])) for name in CURVES})
        ages = tuple(map(float, table["ages"]))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"the growth curve can't be read: {error}", where=str(path), mend="Run scripts/train.py"
        ) from error
    if ages != AGES or {len(curve) for curve in growth.curves.values()} != {len(AGES)}:
        raise TableError(
            f"the growth curve has the ages {list(ages)}, this version {list(AGES)}",
            where=str(path),
            mend="Run scripts/train.py",
        )
    return growth


def dump(growth: Growth) -> str:
    """The curve's file."""
    table = {
        "measured_on": "tolls of the bundled reports, earlier beside later",
        "quantile": QUANTILE,
        "ages": list(AGES),
        "curves": {name: list(curve) for name, curve in growth.curves.items()},
    }
    return json.dumps(table, indent=1) + "\n"
