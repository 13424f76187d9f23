"""The learner that training and evaluation hand to `toll_learning`: a conditional logistic
regression (McFadden 1974) over the candidates of each story, by scipy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize

from factcheck.training.toll_learning import Choice

STRENGTH = 1.0
"""Inverse strength of the penalty on squared weights: some hundred stories, some sixty features."""
ROUNDS = 300
_BOUNDS = {0: (None, None), 1: (0.0, None), -1: (None, 0.0)}


def conditional(rows: Sequence[Choice], signs: Mapping[str, int] | None = None) -> dict[str, float]:
    """The weights under which the right candidates are likeliest; `signs` names features that
    may only speak for (1) or against (-1) a candidate."""
    names = sorted({name for row in rows for features in row.candidates for name in features})
    at = {name: column for column, name in enumerate(names)}
    sizes = np.array([len(row.candidates) for row in rows])
    matrix = np.zeros((int(sizes.sum()), len(names)))
    flat = (features for row in rows for features in row.candidates)
    for line, features in enumerate(flat):
        for name, value in features.items():
            matrix[line, at[name]] = value
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = matrix[starts + np.array([row.right for row in rows])]
    weights = np.array([row.weight for row in rows])

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ beta
        most = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - np.repeat(most, sizes))
        totals = np.add.reduceat(powers, starts)
        shares = powers / np.repeat(totals, sizes) * np.repeat(weights, sizes)
        value = weights @ (most + np.log(totals) - right @ beta) + beta @ beta / (2 * STRENGTH)
        return float(value), matrix.T @ shares - right.T @ weights + beta / STRENGTH

    start = np.zeros(len(names))
    options = {"maxiter": ROUNDS}
    bounds = [_BOUNDS[(signs or {}).get(name, 0)] for name in names]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    return {name: float(weight) for name, weight in zip(names, found.x, strict=True)}
