"""Two forests, each for texts of its own style, mixed by a third that tells the styles apart.

An encyclopedia's claims turn on bounds and days of a running count; news is told again in other
words. What one counts as not enough the other's readers accept, so each has a forest, and the
probabilities of both are mixed by how likely the pair is of either style.

The file is plain JSON: `gate` and `experts`, each a forest as `trees` has it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from claims_db.errors import TableError
from factcheck.judging import trees
from factcheck.judging.trees import Forest

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Experts:
    """The forest of each style, and the one whose classes are the styles' names."""

    gate: Forest
    forests: tuple[Forest, ...]

    def probabilities(self, vector: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a vector in the order of the features."""
        found: dict[str, float] = {}
        styles = list(self.gate.probabilities(vector).values())
        for share, forest in zip(styles, self.forests, strict=True):
            for name, chance in forest.probabilities(vector).items():
                found[name] = found.get(name, 0.0) + share * chance
        return found


def load(path: Path, columns: Sequence[str]) -> Experts:
    """Reads experts; raises TableError for ones missing, malformed or of other features."""
    table = trees.read_table(path)
    where = str(path)
    try:
        if table["format"] != FORMAT:
            raise ValueError(f"format {table['format']!r}, this version reads {FORMAT}")
        named = dict(table["experts"])
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
    return Experts(gate, forests)


def dump(experts: Experts) -> str:
    """The experts' file: the same experts give the same text."""
    named = zip(experts.gate.classes, experts.forests, strict=True)
    table = {
        "format": FORMAT,
        "gate": trees.as_table(experts.gate),
        "experts": {name: trees.as_table(forest) for name, forest in named},
    }
    return json.dumps(table, separators=(",", ":")) + "\n"
