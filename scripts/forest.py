"""The learner of bare statements: scikit-learn's gradient-boosted trees, exported as a `Forest`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from factcheck.bare import statement_features
from factcheck.judging.trees import LEAF, Forest, Tree
from factcheck.training.statement_learning import CLASSES, StatementRow

# More rounds gained nothing on pages left out; fewer leaves learn less of the altered pairs.
ROUNDS = 100
RATE = 0.09
LEAVES = 16
LEAST_IN_LEAF = 10
SHRINK = 5.0
SHARE_TRIED = 0.15
"""Of the columns, drawn anew at each split: half a point on pages that were left out."""


def grow(rows: Sequence[StatementRow], trained_on: str) -> Forest:
    """A forest over the rows. The same rows give the same forest."""
    matrix = np.array([row.vector for row in rows], dtype=float)
    labels = np.array([CLASSES.index(row.label) for row in rows])
    learner = HistGradientBoostingClassifier(
        max_iter=ROUNDS,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST_IN_LEAF,
        l2_regularization=SHRINK,
        max_features=SHARE_TRIED,
        early_stopping=False,
        random_state=0,
    )
    learner.fit(matrix, labels, sample_weight=[row.weight for row in rows])
    return exported(learner, trained_on)


def exported(learner: Any, trained_on: str) -> Forest:
    """A fitted learner as plain lists."""
    rounds = tuple(
        tuple(_tree(predictor.nodes) for predictor in predictors)
        for predictors in learner._predictors
    )
    baselines = tuple(float(value) for value in learner._baseline_prediction.ravel())
    return Forest(tuple(statement_features.columns()), CLASSES, baselines, rounds, trained_on)


def _tree(nodes: Any) -> Tree:
    leaf = [bool(flag) for flag in nodes["is_leaf"]]

    def column(name: str, at_leaf: float, *, leaves: bool = False) -> list[Any]:
        return [
            value if flag is leaves else at_leaf
            for flag, value in zip(leaf, nodes[name].tolist(), strict=True)
        ]

    return Tree(
        tuple(int(n) for n in column("feature_idx", LEAF)),
        tuple(float(n) for n in column("num_threshold", 0.0)),
        tuple(int(n) for n in column("left", 0)),
        tuple(int(n) for n in column("right", 0)),
        tuple(float(n) for n in column("value", 0.0, leaves=True)),
    )
