"""Two forests, each for texts of its own style, mixed by a third that tells the styles apart.

An encyclopedia's claims turn on bounds and days of a running count; news is told again in other
words. What one counts as not enough the other's readers accept, so each has a forest, and the
probabilities of both are mixed by how likely the pair is of either style.

Where few pairs were learned from, the mean of a forest and a regression stands in for the forest.

The file is plain JSON: `gate` and `experts`, each a forest as `trees` has it, and `lines`, the
regressions by their styles' names, as `lines` has them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claims_db.errors import TableError
from factcheck.judging import lines, trees
from factcheck.judging.lines import Line
from factcheck.judging.trees import Forest

FORMAT = 2
LEAST_SHARE = 0.02
"""Of a style: one that a pair is less likely of is not asked, as it takes time and moves little."""


@dataclass(frozen=True, slots=True)
class Experts:
    """The forest of each style, with the regression beside it or None, and the forest whose classes
    are the styles' names."""

    gate: Forest
    forests: tuple[Forest, ...]
    beside: tuple[Line | None, ...]

    def probabilities(self, vector: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a vector in the order of the features."""
        found: dict[str, float] = {}
        styles = [
            share if share >= LEAST_SHARE else 0.0
            for share in self.gate.probabilities(vector).values()
        ]
        total = sum(styles)
        for style, forest, line in zip(styles, self.forests, self.beside, strict=True):
            if not style:
                continue
            share = style / total
            told = [forest.probabilities(vector)]
            if line is not None:
                told.append(line.probabilities(vector))
            for chances in told:
                for name, chance in chances.items():
                    found[name] = found.get(name, 0.0) + share / len(told) * chance
        return found


def load(path: Path, columns: Sequence[str]) -> Experts:
    """Reads experts; raises TableError for ones missing, malformed or of other features."""
    table = trees.read_table(path)
    where = str(path)
    try:
        if table["format"] != FORMAT:
            raise ValueError(f"format {table['format']!r}, this version reads {FORMAT}")
        named = dict(table["experts"])
        straight = dict(table["lines"])
    except (KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"the model is malformed: {error!r}", where=where, mend="Run scripts/train.py"
        ) from error
    gate = trees.of_table(table.get("gate"), columns, where)
    if list(gate.classes) != list(named):
        raise TableError(
            f"the gate tells {list(gate.classes)} apart, the experts are {list(named)}",
            where=where,
            mend="Run scripts/train.py",
        )
    forests = tuple([trees.of_table(forest, columns, where) for forest in named.values()])
    if len({forest.classes for forest in forests}) != 1:
        raise TableError(
            "the experts have different classes", where=where, mend="Run scripts/train.py"
        )
    if not set(straight) <= set(named):
        raise TableError(
            f"there are regressions of {sorted(straight)}, experts of {list(named)}",
            where=where,
            mend="Run scripts/train.py",
        )
    beside = [
        lines.of_table(straight[name], forests[0].classes, len(columns), where)
        if name in straight
        else None
        for name in named
    ]
    return Experts(gate, forests, tuple(beside))


def dump(experts: Experts) -> str:
    """The experts' file: the same experts give the same text."""
    styles = experts.gate.classes
    named = zip(styles, experts.forests, strict=True)
    beside = zip(styles, experts.beside, strict=True)
    table = {
        "format": FORMAT,
        "gate": trees.as_table(experts.gate),
        "experts": {name: trees.as_table(forest) for name, forest in named},
        "lines": {name: lines.as_table(line) for name, line in beside if line is not None},
    }
    return json.dumps(table, separators=(",", ":")) + "\n"
