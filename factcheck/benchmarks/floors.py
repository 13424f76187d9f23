"""The accuracy that must not be lost: `models/floors.json`, a bound for each measure.

A measure is bound from below ("floor"), or from above ("ceiling") where less is better: false
alarms, calibration error. Bounds are the last measured figures less their interval; they are
raised by `raised`, and lowered only by hand, in a change of its own that says why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from math import ceil, floor
from pathlib import Path

from claims_db.errors import TableError
from factcheck.benchmarks.score import Score

FILE = "floors.json"
FLOOR, CEILING = "floor", "ceiling"
# Printed, not held: ablations, slices of so few events that one pair moves them, blind tables.
SHOWN_ONLY = (
    "blind ",
    "rules alone",
    "model alone",
    ", others:",
    ", Kyiv 24 April:",
    ", by change:",
)
Bounds = dict[str, dict[str, float]]


def load(path: Path) -> Bounds:
    """The bounds by measure. Raises TableError for a malformed file."""
    try:
        table = json.loads(path.read_text("utf-8"))
        return {
            str(name): {str(side): float(value) for side, value in bound.items()}
            for name, bound in table.items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise TableError(
            f"the floors can't be read: {error}",
            where=str(path),
            mend="Restore the file, or run scripts/evaluate.py --raise-floors",
        ) from error


def broken(bounds: Mapping[str, Mapping[str, float]], scores: Iterable[Score]) -> list[str]:
    """A sentence for each measured score that is outside its bound."""
    found = []
    for score in scores:
        for side, bound in bounds.get(score.name, {}).items():
            outside = score.percent < bound if side == FLOOR else score.percent > bound
            if outside:
                found.append(f"{score.name}: {score.percent:.1f} is outside its {side} {bound:g}")
    return found


def raised(bounds: Bounds, scores: Iterable[Score]) -> Bounds:
    """The bounds with those tightened that a score now allows, and new measures added."""
    found = {name: dict(bound) for name, bound in bounds.items()}
    for score in scores:
        if any(name in score.name for name in SHOWN_ONLY):
            continue
        side = CEILING if score.less_is_better else FLOOR
        own = ceil(score.high * 10) / 10 if score.less_is_better else floor(score.low * 10) / 10
        held = found.get(score.name, {}).get(side)
        if held is None:
            tighter = own
        else:
            tighter = min(held, own) if score.less_is_better else max(held, own)
        found[score.name] = {**found.get(score.name, {}), side: tighter}
    return found


def dump(bounds: Bounds) -> str:
    """The file, in the order of the measures' names."""
    return json.dumps(dict(sorted(bounds.items())), indent=1, ensure_ascii=False) + "\n"
