"""Regressions as JSON: equal to the learner's, clipped, refused where they don't fit."""

from __future__ import annotations

import pytest

from claims_db.errors import TableError
from factcheck.judging import lines
from factcheck.judging.lines import MOST, Line

CLASSES = ("no", "yes")


def small() -> Line:
    """One column counts for "yes"; its mean is 10 and its spread 2."""
    return Line(CLASSES, (10.0,), (0.5,), ((-1.0,), (1.0,)), (0.0, 0.0))


def test_a_regression_equals_the_learners() -> None:
    pytest.importorskip("sklearn", reason="training libraries are not installed")
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    from factcheck.bare import statement_features
    from factcheck.training.statement_learning import CLASSES as LEARNED
    from factcheck.training.statement_learning import StatementRow
    from scripts.forest import LINE_STRENGTH, line

    width = len(statement_features.columns())
    draw = np.random.default_rng(5)
    matrix = draw.normal(size=(150, width)) ** 3
    matrix[:, 4] = 1.0  # a column that never varies
    rows = [
        StatementRow(
            f"page {at}", LEARNED[(at + int(vector[0] > 0)) % 3], tuple(map(float, vector))
        )
        for at, vector in enumerate(matrix)
    ]
    scaled = (matrix - matrix.mean(axis=0)) / np.where(
        matrix.std(axis=0) > 0, matrix.std(axis=0), 1
    )
    clipped = np.clip(scaled, -MOST, MOST)
    learner = LogisticRegression(C=LINE_STRENGTH, max_iter=5000, tol=1e-8)
    learner.fit(clipped, [LEARNED.index(row.label) for row in rows])
    fitted = line(rows)
    for row, expected in zip(rows, learner.predict_proba(clipped), strict=True):
        told = list(fitted.probabilities(row.vector).values())
        assert told == pytest.approx(list(expected), abs=1e-9)


def test_more_of_a_column_tells_more_up_to_four_spreads() -> None:
    chances = [small().probabilities([value])["yes"] for value in (2.0, 10.0, 12.0, 18.0, 99.0)]
    assert chances[1] == pytest.approx(0.5)
    assert chances[0] < chances[1] < chances[2] < chances[3]
    assert chances[3] == pytest.approx(chances[4])


def test_a_regression_is_read_as_it_was_written() -> None:
    assert lines.of_table(lines.as_table(small()), CLASSES, 1, "here") == small()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("means", [1.0, 2.0]),
        ("shares", [float("nan")]),
        ("classes", ["yes", "no"]),
        ("intercepts", [0.0]),
        ("coefficients", [[1.0]]),
        ("coefficients", None),
    ],
)
def test_a_regression_that_does_not_fit_is_refused(name: str, value: object) -> None:
    table = {**lines.as_table(small()), name: value}
    with pytest.raises(TableError, match="malformed"):
        lines.of_table(table, CLASSES, 1, "here")
