"""Labelled statement pairs → a fitted forest. Needs the extra `train` (scikit-learn)."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import statement_features
from factcheck.alignment import statement
from factcheck.comparison import Comparison
from factcheck.trees import LEAF, Forest, Tree

CLASSES = ("supports", "refutes", "not enough")
LABELS = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT ENOUGH INFO": "not enough"}
HELD_OUT = 0.4  # the share of pages never trained on while features are made

# Chosen by grouped cross-validation on the pages that are not held out; small enough to ship.
ROUNDS = 100
RATE = 0.1
LEAVES = 8
LEAST_IN_LEAF = 20
SHRINK = 1.0


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A pair's features with its label; rows of one page are left out together."""

    page: str
    label: str
    vector: tuple[float, ...]


def held_out(page: str) -> bool:
    """Whether a page is kept aside: by the hash of its name, so that the split never moves."""
    return hashlib.sha256(page.encode("utf-8")).digest()[0] < HELD_OUT * 256


def read_pairs(path: Path) -> list[StatementRow]:
    """The rows of a gzipped JSONL file with claim, evidence, label and page."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            compared = Comparison(statement(pair["claim"], None), statement(pair["evidence"], None))
            vector = tuple(statement_features.vector(compared))
            rows.append(StatementRow(pair["page"], LABELS[pair["label"]], vector))
    return rows


def fit(rows: Sequence[StatementRow], trained_on: str) -> Forest:
    """A forest over the rows. Deterministic."""
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    matrix = np.array([row.vector for row in rows], dtype=float)
    labels = np.array([CLASSES.index(row.label) for row in rows])
    learner = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST_IN_LEAF,
        l2_regularization=SHRINK,
        early_stopping=False,
        random_state=0,
    )
    learner.fit(matrix, labels)
    return _exported(learner, trained_on)


def _exported(learner: Any, trained_on: str) -> Forest:
    rounds = tuple(
        tuple(_tree(predictor.nodes) for predictor in predictors) for predictors in learner._predictors
    )
    baselines = tuple(float(value) for value in learner._baseline_prediction.ravel())
    return Forest(tuple(statement_features.columns()), CLASSES, baselines, rounds, trained_on)


def _tree(nodes: Any) -> Tree:
    leaf = [bool(flag) for flag in nodes["is_leaf"]]
    return Tree(
        tuple(LEAF if flag else int(n) for flag, n in zip(leaf, nodes["feature_idx"], strict=True)),
        tuple(0.0 if flag else float(n) for flag, n in zip(leaf, nodes["num_threshold"], strict=True)),
        tuple(0 if flag else int(n) for flag, n in zip(leaf, nodes["left"], strict=True)),
        tuple(0 if flag else int(n) for flag, n in zip(leaf, nodes["right"], strict=True)),
        tuple(float(n) if flag else 0.0 for flag, n in zip(leaf, nodes["value"], strict=True)),
    )
