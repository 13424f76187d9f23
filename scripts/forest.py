"""The learner of bare statements: scikit-learn's gradient-boosted trees, and beside those of news
its logistic regression, exported as `Experts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from factcheck.bare import statement_features
from factcheck.judging.experts import Experts
from factcheck.judging.lines import MOST, Line
from factcheck.judging.trees import LEAF, Forest, Tree
from factcheck.training.statement_learning import CLASSES, StatementRow

STYLES = ("encyclopedia", "news")


@dataclass(frozen=True)
class Growth:
    """How a forest is grown: its rounds and rate, what a tree may be, and the share of the columns
    tried at each split, drawn anew: half a point on pages that were left out."""

    rounds: int
    rate: float
    leaves: int
    least_in_leaf: int
    shrink: float
    share_tried: float


# More rounds gained nothing on pages left out; fewer leaves learn less of the altered pairs.
ENCYCLOPEDIA = Growth(100, 0.09, 16, 10, 5.0, 0.15)
# Few pairs: less is learned of each, from fewer columns. Of authors left out 61 to 64 % by this,
# 60 rounds, a linear model, extremely random trees and mixtures of them: none stands out.
NEWS = Growth(90, 0.06, 12, 12, 10.0, 0.08)
# Of pairs as they were written: turned round they tell it less than nothing.
# As hard held back as few pairs need: 0.003 to 0.03 are alike on authors left out.
LINE_STRENGTH = 0.01
SMALLEST_SPREAD = 1e-9
# A gate that is not sure mixes the two: 25 rounds of 6 leaves cost each style a point.
GATE = Growth(60, 0.15, 8, 20, 10.0, 0.1)


def grow(rows: Sequence[StatementRow], trained_on: str) -> Experts:
    """An expert for each style of the rows, and the gate between. The same rows give the same."""
    styles = [[row for row in rows if row.news == news] for news in (False, True)]
    forests = [
        _grown(own, [row.label for row in own], [row.weight for row in own], CLASSES, how)
        for own, how in zip(styles, (ENCYCLOPEDIA, NEWS), strict=True)
    ]
    totals = [sum(row.weight for row in own) for own in styles]
    gate = _grown(
        rows,
        [STYLES[row.news] for row in rows],
        [row.weight * totals[0] / totals[row.news] for row in rows],
        STYLES,
        GATE,
    )
    told = [exported(learner, trained_on, CLASSES) for learner in forests]
    straight = (None, line([row for row in styles[1] if row.weight >= 1.0]))
    return Experts(exported(gate, trained_on, STYLES), tuple(told), straight)


def line(rows: Sequence[StatementRow]) -> Line:
    """A logistic regression fitted to rows, over clipped standard scores of their columns."""
    matrix = np.array([row.vector for row in rows], dtype=float)
    weights = np.array([row.weight for row in rows])
    means = np.average(matrix, axis=0, weights=weights)
    spreads = np.sqrt(np.average((matrix - means) ** 2, axis=0, weights=weights))
    shares = np.where(spreads < SMALLEST_SPREAD, 0.0, 1.0 / np.maximum(spreads, SMALLEST_SPREAD))
    learner = LogisticRegression(C=LINE_STRENGTH, max_iter=5000, tol=1e-8)
    numbered = np.array([CLASSES.index(row.label) for row in rows])
    learner.fit(np.clip((matrix - means) * shares, -MOST, MOST), numbered, sample_weight=weights)
    return Line(
        CLASSES,
        tuple(map(float, means)),
        tuple(map(float, shares)),
        tuple(tuple(map(float, row)) for row in learner.coef_),
        tuple(map(float, learner.intercept_)),
    )


def _grown(
    rows: Sequence[StatementRow],
    labels: Sequence[str],
    weights: Sequence[float],
    classes: Sequence[str],
    how: Growth,
) -> Any:
    """A learner fitted to rows."""
    learner = HistGradientBoostingClassifier(
        max_iter=how.rounds,
        learning_rate=how.rate,
        max_leaf_nodes=how.leaves,
        min_samples_leaf=how.least_in_leaf,
        l2_regularization=how.shrink,
        max_features=how.share_tried,
        early_stopping=False,
        random_state=0,
    )
    matrix = np.array([row.vector for row in rows], dtype=float)
    numbered = np.array([classes.index(label) for label in labels])
    return learner.fit(matrix, numbered, sample_weight=weights)


def exported(learner: Any, trained_on: str, classes: Sequence[str] = CLASSES) -> Forest:
    """A fitted learner as plain lists. Of two classes the learner has one tree a round, for the
    second; the first one's is a leaf of nothing."""
    two = len(classes) == 2
    rounds = tuple(
        (*(_NOTHING,) * two, *(_tree(predictor.nodes) for predictor in predictors))
        for predictors in learner._predictors
    )
    own = (float(value) for value in learner._baseline_prediction.ravel())
    baselines = (*(0.0,) * two, *own)
    return Forest(
        tuple(statement_features.columns()), tuple(classes), baselines, rounds, trained_on
    )


_NOTHING = Tree((LEAF,), (0.0,), (0,), (0,), (0.0,))


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
