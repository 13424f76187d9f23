"""What was learned: where the models are (in a wheel, in an editable install, in a checkout), and a
logistic regression over named features as plain JSON that can run no code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any, Final, TypeVar

from claims_db.errors import TableError

FORMAT: Final = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Logit:
    """The weight of each feature, the intercept of their sum, and what they were learned from."""

    weights: Mapping[str, float]
    intercept: float
    trained_on: str

    def probability(self, told: Mapping[str, float]) -> float:
        """How likely it is, 0-1; a feature that was never seen in training weighs nothing."""
        total = self.intercept
        for name, value in told.items():
            total += self.weights.get(name, 0.0) * value
        return 1.0 / (1.0 + exp(-total))


def load(path: Path) -> Logit:
    """Reads a regression; raises TableError for one missing, malformed or of another format."""
    return read(path, _logit)


def read(path: Path, of_table: Callable[[dict[str, Any]], T]) -> T:
    """What a model's file holds, made of its JSON object; raises TableError for a file that is
    missing, or that `of_table` can't make anything of."""
    try:
        return of_table(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise TableError(
            "there is no model", where=str(path), mend="Run scripts/train.py, or reinstall"
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"the model is malformed: {error!r}", where=str(path), mend="Run scripts/train.py"
        ) from error


def _logit(table: Mapping[str, Any]) -> Logit:
    if table["format"] != FORMAT:
        raise ValueError(f"format {table['format']!r}, this version reads {FORMAT}")
    weights = {str(name): float(weight) for name, weight in table["weights"].items()}
    return Logit(weights, float(table["intercept"]), str(table["trained_on"]))


def dump(model: Logit) -> str:
    """The file's text, weights by name with four decimals: the same model gives the same text."""
    table = {
        "format": FORMAT,
        "trained_on": model.trained_on,
        "intercept": round(model.intercept, 4),
        "weights": {name: round(w, 4) for name, w in sorted(model.weights.items())},
    }
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"


def models_dir() -> Path:
    """Where the models are: in a wheel `factcheck/_models`, else `models/` of the checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_models"
    return shipped if shipped.is_dir() else package.parent / "models"
