"""A logistic regression over clipped standard scores as plain JSON, scored without scikit-learn.

Few pairs tell a forest little of each column; a straight line through all of them errs elsewhere,
so that the mean of both errs less often than either. A column counts by how many spreads it lies
from its mean, `MOST` at most: a rare one, however large, outweighs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite
from typing import Any, Final

from claims_db.errors import TableError

MOST: Final = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """Of each column its mean and the reciprocal of its spread; of each class its intercept and a
    coefficient a column."""

    classes: tuple[str, ...]
    means: tuple[float, ...]
    shares: tuple[float, ...]
    coefficients: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]

    def probabilities(self, vector: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a vector of the columns."""
        scores = standard(list(vector), self.means, self.shares)
        given = zip(self.intercepts, self.coefficients, strict=True)
        raw = [weighted(intercept, row, scores) for intercept, row in given]
        most = max(raw)
        weights = [exp(score - most) for score in raw]
        total = sum(weights)
        return {name: weight / total for name, weight in zip(self.classes, weights, strict=True)}


def standard(
    values: list[float], means: tuple[float, ...], shares: tuple[float, ...]
) -> list[float]:
    """How many spreads each value lies from its mean, clipped."""
    found: list[float] = []
    for at, value in enumerate(values):
        score = (value - means[at]) * shares[at]
        if score > MOST:
            score = MOST
        elif score < -MOST:
            score = -MOST
        found.append(score)
    return found


def weighted(score: float, row: tuple[float, ...], scores: list[float]) -> float:
    """An intercept and what each column adds to it."""
    for at, value in enumerate(scores):
        score += row[at] * value
    return score


def of_table(table: Mapping[str, Any], classes: Sequence[str], width: int, where: str) -> Line:
    """The regression that a table holds, of so many columns; raises TableError where it is
    malformed or of other classes."""
    try:
        line = Line(
            tuple(str(name) for name in table["classes"]),
            _numbers(table["means"], width),
            _numbers(table["shares"], width),
            tuple(_numbers(row, width) for row in table["coefficients"]),
            _numbers(table["intercepts"], len(classes)),
        )
        if list(line.classes) != list(classes) or len(line.coefficients) != len(classes):
            raise ValueError(f"its classes are {list(line.classes)}, not {list(classes)}")
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise TableError(
            f"the regression is malformed: {error!r}", where=where, mend="Run scripts/train.py"
        ) from error
    return line


def _numbers(told: Sequence[Any], size: int) -> tuple[float, ...]:
    found = tuple(float(value) for value in told)
    if len(found) != size or not all(map(isfinite, found)):
        raise ValueError(f"{len(found)} numbers, not {size}, or one that is none")
    return found


def as_table(line: Line) -> dict[str, Any]:
    """The regression as its file has it."""
    return {
        "classes": line.classes,
        "means": line.means,
        "shares": line.shares,
        "coefficients": line.coefficients,
        "intercepts": line.intercepts,
    }
