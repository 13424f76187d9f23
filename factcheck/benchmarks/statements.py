"""Statement pairs: supports, refutes or neither; VitaminC by page and a table of our own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from factcheck import bare_rules
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.results import Relation
from factcheck.statement_learning import CLASSES, Grower, StatementRow
from factcheck.statements import compare

OWN_LABELS = {"supports": "supports", "refutes": "refutes", "nei": "not enough"}
CLASS_OF = {
    Relation.CONSISTENT: "supports",
    Relation.CONFLICT: "refutes",
    Relation.UPDATE: "refutes",
    Relation.CORRECTION: "refutes",
    Relation.DIFFERENT_SCOPE: "not enough",
    Relation.DIFFERENT_EVENT: "not enough",
}


def vitaminc(
    train: Sequence[StatementRow], test: Sequence[StatementRow], grow: Grower, sort: str
) -> list[Score]:
    """A forest fitted on some pages, scored on others."""
    forest = grow(train, "an evaluation")
    told = []
    for row in test:
        chances = bare_rules.moved(row.settled, forest.probabilities(row.vector))
        told.append(
            Grouped(
                row.page,
                (
                    row.label,
                    max(chances, key=lambda name: chances[name]),
                    chances["supports"] > chances["refutes"],
                ),
            )
        )
    decided = [grouped for grouped in told if grouped.item[0] != CLASSES[2]]
    return [
        score(
            f"VitaminC{sort}, three classes, held-out pages",
            told,
            lambda items: share([label == said for label, said, _ in items]),
        ),
        score(
            f"VitaminC{sort}, supports against refutes",
            decided,
            lambda items: share([(label == CLASSES[0]) == more for label, _, more in items]),
        ),
    ]


def own_table(path: Path, table: str = "own") -> list[Score]:
    """The pairs written for this project, judged by the shipped model, under the table's name."""
    told = []
    for line in path.read_text("utf-8").splitlines():
        pair = json.loads(line)
        said = CLASS_OF[compare(pair["claim"], pair["evidence"]).relation]
        told.append(Grouped(pair["id"], said == OWN_LABELS[pair["label"]]))
    return [score(f"{table} statement pairs, three classes", told, share)]
