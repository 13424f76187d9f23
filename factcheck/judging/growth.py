"""How far a toll plausibly grows: a curve measured on real reports, `models/growth.json`.

For the dead, the wounded and other counts, and for happenings of a place (attacks, crashes, fires)
and of a whole area (quakes, floods, storms) apart: how many times an earlier toll a later one was,
by the age of the happening at the earlier. The dead are counted soon; the wounded come in for
days; the identified, rescued or discharged are counted as the work goes on.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

from claims_db.errors import TableError
from factcheck.learned import models_dir

FILE = "growth.json"
AGES = (0.0, 1.0, 2.0, 4.0, 14.0)
"""Days since the happening from which each step of the curve holds."""
QUANTILE = 0.97
CHANCE = 1.0 - QUANTILE
"""Chance of growing further than the curve."""
SLACKS = {
    "killed": (10.0, 5.0, 3.0, 3.0, 3.0),
    "wounded": (20.0, 10.0, 10.0, 10.0, 5.0),
    "other counts": (20.0, 20.0, 20.0, 20.0, 20.0),
}
"""So many more are always plausible, by age: at first a handful is only the beginning; later there
is a death in hospital, a body found, and the lightly hurt who come in for days."""
LONG_GAP = 2.0
"""Days between two tolls from which the curve of long gaps holds."""
LEAST_COUNT = 5.0
LEAST_RATIO = 1.1
WIDESPREAD = frozenset({"quake", "flood", "storm", "tsunami", "landslide", "outbreak", "war"})


OTHER_COUNTS = "other counts"
COUNTS = ("killed", "wounded", OTHER_COUNTS)
EXTENTS = ("local", "widespread")
LONG = ", long gap"
CURVES = tuple(
    f"{count}, {extent}{gap}" for count in COUNTS for extent in EXTENTS for gap in ("", LONG)
)
UNSEEN = {"local": 3.0, "widespread": 10.0}
"""So far one more toll is taken to have risen on its first day: a few series don't tell what else
is possible. Half as much, by its logarithm, from each age to the next."""
UNSEEN_WORK = 6.0
"""The same for what is counted as the work goes on, at every age."""


@dataclass(frozen=True, slots=True)
class Course:
    """Between an earlier toll and a later one. `age`: days of the happening at the earlier;
    `gap`: days between the two."""

    kind: str
    happening: str | None
    age: float
    gap: float


@dataclass(frozen=True, slots=True)
class Step:
    """A toll and a later one of the same fact, the `series`."""

    series: str
    course: Course
    earlier: float
    later: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The most a toll grows, as a ratio by age: a curve each, never rising with age."""

    curves: dict[str, tuple[float, ...]]

    def limit(self, count: float, of: Course) -> float:
        """The highest plausible toll after `count`."""
        at = _age_class(of.age)
        return max(count * self.curves[_curve_of(of)][at], count + _slack(of))

    def chance(self, count: float, earlier: float, of: Course) -> float:
        """The chance that a toll grows from `earlier` to `count` or further, 0–1: as much is
        left of it per fold of growth as brings it down to 3 % at the curve."""
        at = _age_class(of.age)
        if count <= earlier + _slack(of):
            return 1.0
        if earlier <= 0:
            return 0.0
        if at == 0 and of.kind in COUNTS:
            earlier = max(earlier, LEAST_COUNT)  # of the first one or two nothing was measured
            if count <= earlier:
                return 1.0
        ratio = self.curves[_curve_of(of)][at]
        return exp(log(CHANCE) * log(count / earlier) / log(ratio))

    def told(self, count: float, step: float, earlier: float, of: Course) -> float:
        """The chance that a toll that grew from `earlier` is told as just that `count`, written to
        the nearest `step`, 0–1: rounder figures stand for more."""
        if earlier <= 0 or count <= earlier:
            return 0.0
        decay = log(CHANCE) / log(max(self.limit(earlier, of) / earlier, LEAST_RATIO))
        low, high = max(count - step / 2, earlier), count + step / 2
        return float((low / earlier) ** decay - (high / earlier) ** decay)


def is_measured(kind: str) -> bool:
    """Whether the curves of a kind rest on tolls on record more than on what is assumed."""
    return kind in COUNTS and kind != OTHER_COUNTS


def _age_class(age: float) -> int:
    return max(bisect_right(AGES, age) - 1, 0)


def _slack(of: Course) -> float:
    return SLACKS[_count_of(of)][_age_class(of.age)]


def _count_of(of: Course) -> str:
    return of.kind if of.kind in COUNTS else OTHER_COUNTS


def _curve_of(of: Course) -> str:
    """The curve that holds; a happening of unknown type may be a widespread one."""
    extent = EXTENTS[of.happening is None or of.happening in WIDESPREAD]
    return f"{_count_of(of)}, {extent}{LONG if of.gap > LONG_GAP else ''}"


def measure(steps: Iterable[Step]) -> Growth:
    """The curves of observed steps: the 97th percentile of their ratio, by age. Each series has
    one vote, however many reports tell of it."""
    seen: dict[tuple[str, int], list[Step]] = defaultdict(list)
    for step in steps:
        if step.earlier >= LEAST_COUNT and step.course.happening is not None:
            seen[_curve_of(step.course), _age_class(step.course.age)].append(step)
    curves = {name: _falling(seen, name) for name in CURVES}
    for name in CURVES:  # a longer gap lets a toll grow no less
        if name.endswith(LONG):
            pairs = zip(curves[name.removesuffix(LONG)], curves[name], strict=True)
            curves[name] = tuple(max(short, long) for short, long in pairs)
    return Growth(curves)


def _falling(seen: dict[tuple[str, int], list[Step]], name: str) -> tuple[float, ...]:
    measured = [
        max(_quantile(seen[name, at], _unseen(name, at)), LEAST_RATIO) for at in range(len(AGES))
    ]
    return tuple(round(max(measured[at:]), 2) for at in range(len(AGES)))


def _unseen(name: str, at: int) -> float:
    if name.startswith(OTHER_COUNTS):
        return UNSEEN_WORK
    ratio: float = next(ratio for extent, ratio in UNSEEN.items() if extent in name)
    return float(ratio ** (0.5**at))


def _quantile(steps: list[Step], unseen: float) -> float:
    """The ratio that 97 % of the steps stay within, each series with the same weight, and one
    more that rose as far as `unseen`."""
    sizes = Counter(step.series for step in steps)
    told = [(step.later / step.earlier, 1 / sizes[step.series]) for step in steps]
    left = QUANTILE * (len(sizes) + 1)
    for ratio, weight in sorted([*told, (unseen, 1.0)]):
        left -= weight
        if left < 0:
            return ratio
    return unseen


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
