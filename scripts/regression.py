"""The learner that training and evaluation hand to `factcheck.learning`: scikit-learn's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from factcheck.training.learning import Regression

STRENGTH = 0.3
"""Inverse strength of the penalty (scikit-learn's C): some hundred rows, some hundred columns."""
SMALLEST_SPREAD = 1e-9


def logistic(
    vectors: Sequence[Sequence[float]],
    labels: Sequence[str],
    weights: Sequence[float],
    strength: float = STRENGTH,
) -> Regression:
    """A multinomial logistic regression over scaled columns, the scaling folded in. `strength`:
    of two penalties the weaker one is larger."""
    matrix = np.array(vectors, dtype=float)
    mean = np.average(matrix, axis=0, weights=weights)
    spread = np.sqrt(np.average((matrix - mean) ** 2, axis=0, weights=weights))
    spread[spread < SMALLEST_SPREAD] = 1.0  # a column that never varies
    learner = LogisticRegression(C=strength, max_iter=5000, tol=1e-8)
    learner.fit((matrix - mean) / spread, labels, sample_weight=weights)
    scaled = learner.coef_ / spread
    return Regression(
        classes=tuple(str(name) for name in learner.classes_),
        coefficients=tuple(tuple(map(float, row)) for row in scaled),
        intercepts=tuple(map(float, learner.intercept_ - scaled @ mean)),
    )
