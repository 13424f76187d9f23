"""Statement pairs: supports, refutes or neither; VitaminC by page and a table of our own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.bare import bare_rules
from factcheck.bare.statements import compare
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.results import Relation
from factcheck.training.evaluation import calibration_error
from factcheck.training.perturbation import LabelledPair
from factcheck.training.statement_learning import (
    CLASSES,
    OTHER_TOPIC,
    Grower,
    Judge,
    StatementRow,
    written_rows,
)

OWN_LABELS = {"supports": "supports", "refutes": "refutes", "nei": "not enough"}
CLASS_OF = {
    Relation.CONSISTENT: "supports",
    Relation.CONFLICT: "refutes",
    Relation.UPDATE: "refutes",
    Relation.CORRECTION: "refutes",
    Relation.DIFFERENT_SCOPE: "not enough",
    Relation.DIFFERENT_EVENT: "not enough",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A row's label beside what was said of it."""

    label: str
    chances: dict[str, float]
    topic: str

    @property
    def said(self) -> str:
        """The likeliest class."""
        return max(self.chances, key=lambda name: self.chances[name])

    @property
    def right(self) -> bool:
        """Whether it is the label."""
        return self.said == self.label

    @property
    def side(self) -> bool:
        """Whether support and contradiction are told apart, of a row that is one of them."""
        return (self.label == CLASSES[0]) == (self.chances[CLASSES[0]] > self.chances[CLASSES[1]])


def judged(rows: Sequence[StatementRow], forest: Judge) -> list[Grouped[Told]]:
    """What a forest and the exact rules say of rows."""
    return [
        Grouped(
            row.page,
            Told(
                row.label,
                bare_rules.moved(row.settled, forest.probabilities(row.vector)),
                row.topic,
            ),
        )
        for row in rows
    ]


def vitaminc(
    train: Sequence[StatementRow], test: Sequence[StatementRow], grow: Grower, sort: str
) -> list[Score]:
    """A forest fitted on some pages, scored on others."""
    told = judged(test, grow(train, "an evaluation"))
    return _both(f"VitaminC{sort}", told, ", held-out pages")


def _both(name: str, told: Sequence[Grouped[Told]], where: str) -> list[Score]:
    decided = [grouped for grouped in told if grouped.item.label != CLASSES[2]]
    return [
        score(
            f"{name}, three classes{where}",
            told,
            lambda items: share([item.right for item in items]),
        ),
        score(
            f"{name}, supports against refutes",
            decided,
            lambda items: share([item.side for item in items]),
        ),
    ]


def slices(
    train: Sequence[StatementRow], test: Sequence[StatementRow], grow: Grower
) -> list[Score]:
    """The same with each page counted once, outside the pandemic and films, and how far off the
    two scores are as chances."""
    told = judged(test, grow(train, "an evaluation"))
    pages: dict[str, list[Told]] = {}
    for grouped in told:
        pages.setdefault(grouped.group, []).append(grouped.item)
    decided = {
        page: [item for item in own if item.label != CLASSES[2]] for page, own in pages.items()
    }
    return [
        score(
            "VitaminC, three classes, each page once",
            [Grouped(page, share([item.right for item in own])) for page, own in pages.items()],
            _mean,
        ),
        score(
            "VitaminC, supports against refutes, each page once",
            [Grouped(p, share([item.side for item in own])) for p, own in decided.items() if own],
            _mean,
        ),
        *_both(
            "VitaminC outside pandemic and films",
            [grouped for grouped in told if grouped.item.topic == OTHER_TOPIC],
            "",
        ),
        score("VitaminC, ECE match", told, _match_error, less_is_better=True),
        score("VitaminC, ECE consistency", told, _consistency_error, less_is_better=True),
    ]


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0


def _match_error(items: Sequence[Told]) -> float:
    """Calibration of "one of the two": that the evidence says enough."""
    return (
        calibration_error(
            [(1.0 - item.chances[CLASSES[2]], item.label != CLASSES[2]) for item in items]
        )
        or 0.0
    )


def _consistency_error(items: Sequence[Told]) -> float:
    """Calibration of support, given that the evidence says enough."""
    decided = [item for item in items if item.label != CLASSES[2]]
    return (
        calibration_error(
            [
                (
                    item.chances[CLASSES[0]]
                    / (item.chances[CLASSES[0]] + item.chances[CLASSES[1]]),
                    item.label == CLASSES[0],
                )
                for item in decided
            ]
        )
        or 0.0
    )


def left_out(
    others: Sequence[StatementRow],
    written: Mapping[str, Sequence[LabelledPair]],
    grow: Grower,
    in_sight: Sequence[str],
) -> list[Score]:
    """Each author's pairs by what was learned from the other authors and other rows; all those
    whose errors features were not made in sight of, together too."""
    rows = {author: written_rows(pairs) for author, pairs in written.items()}
    found: list[Score] = []
    blind: list[Grouped[Told]] = []
    for author, pairs in written.items():
        rest = [row for name, own in rows.items() if name != author for row in own]
        own = judged(rows[author][: len(pairs)], grow([*others, *rest], "an evaluation"))
        found += _news(f"pairs of {author}", own)
        if author not in in_sight:
            blind += own
    chances = [
        score("pairs of authors left out, ECE match", blind, _match_error, less_is_better=True),
        score(
            "pairs of authors left out, ECE consistency",
            blind,
            _consistency_error,
            less_is_better=True,
        ),
    ]
    return [*found, *_news("pairs of authors left out", blind), *chances]


def _news(name: str, told: Sequence[Grouped[Told]]) -> list[Score]:
    return [
        *_both(name, told, ""),
        score(
            f"{name}, supported or not",
            told,
            lambda items: share(
                [(item.said == CLASSES[0]) == (item.label == CLASSES[0]) for item in items]
            ),
        ),
    ]


def load(path: Path) -> list[dict[str, str]]:
    """The labelled pairs of a table of our own."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def own_table(pairs: Sequence[dict[str, str]], table: str = "own") -> list[Score]:
    """The pairs written for this project, judged by the shipped model, under the table's name."""
    told = []
    for pair in pairs:
        said = CLASS_OF[compare(pair["claim"], pair["evidence"]).relation]
        told.append(Grouped(pair["id"], said == OWN_LABELS[pair["label"]]))
    return [score(f"{table} statement pairs, three classes", told, share)]
