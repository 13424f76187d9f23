"""Labelled statement pairs → rows that a forest can be fitted to."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import bare_rules, statement_features
from factcheck.alignment import statement
from factcheck.comparison import Comparison
from factcheck.perturbation import LabelledPair
from factcheck.trees import Forest

CLASSES = ("supports", "refutes", "not enough")
LABELS = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT ENOUGH INFO": "not enough"}
Grower = Callable[[Sequence["StatementRow"], str], Forest]
"""Fits a forest to rows, given a note of what they are: the learner is handed in by scripts."""
ALTERED_WEIGHT = 0.5
"""Of an altered pair beside a real one: at 1 the real ones lose 0.6 points by cross-validation."""
HELD_OUT = 0.4  # the share of pages never trained on while features are made


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A pair's features with its label; rows of one page are left out together."""

    page: str
    label: str
    vector: tuple[float, ...]
    settled: str | None = None  # what an exact rule says
    weight: float = 1.0


def held_out(page: str) -> bool:
    """Whether a page is kept aside: by the hash of its name, so that the split never moves."""
    return hashlib.sha256(page.encode("utf-8")).digest()[0] < HELD_OUT * 256


def read_pairs(path: Path) -> list[LabelledPair]:
    """The pairs of a gzipped JSONL file with claim, evidence, label and page."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines]
    return [
        LabelledPair(pair["page"], pair["claim"], pair["evidence"], LABELS[pair["label"]])
        for pair in told
    ]


def rows(pairs: Sequence[LabelledPair], weight: float = 1.0) -> list[StatementRow]:
    """The pairs' features with their labels, each pair of that weight in training."""
    return [replace(_row(pair), weight=weight) for pair in pairs]


def _row(pair: LabelledPair) -> StatementRow:
    beside = compared(pair)
    vector = tuple(statement_features.vector(beside))
    return StatementRow(pair.page, pair.label, vector, bare_rules.settled(beside))


def compared(pair: LabelledPair) -> Comparison:
    """A pair, read."""
    return Comparison(statement(pair.claim, None), statement(pair.evidence, None))
