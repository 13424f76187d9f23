"""The learned part: features → probabilities, from a JSON file, without scikit-learn.

Two stages, each a multinomial logistic regression with the scaling folded into its
coefficients: `match` (same fact, different scope, different event) and `figure` (consistent,
update, correction, conflict, given one fact). Beside them stand the measured precisions of the
exact rules, which the probabilities are mixed with where a rule has settled the matter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any, TypeVar

from claims_db.errors import TableError
from factcheck import features
from factcheck.features import Feature
from factcheck.matching import Fact
from factcheck.pairs import Pair
from factcheck.results import Relation

FORMAT = 1
FILE = "consistency.json"
FIGURE_CLASSES = (
    Relation.CONSISTENT,
    Relation.UPDATE,
    Relation.CORRECTION,
    Relation.CONFLICT,
)


Key = TypeVar("Key", Fact, Relation)


@dataclass(frozen=True, slots=True)
class Stage:
    """A logistic regression: a row of coefficients and an intercept a class."""

    features: tuple[Feature, ...]
    classes: tuple[str, ...]
    coefficients: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]

    def scores(self, vector: Sequence[float]) -> dict[str, float]:
        """Probabilities by class, for a vector in the order of the features' columns."""
        hot = [(index, value) for index, value in enumerate(vector) if value]
        logits = [
            intercept + sum(row[index] * value for index, value in hot)
            for row, intercept in zip(self.coefficients, self.intercepts, strict=True)
        ]
        most = max(logits)
        weights = [exp(logit - most) for logit in logits]
        total = sum(weights)
        return {name: weight / total for name, weight in zip(self.classes, weights, strict=True)}

    def probabilities(self, pair: Pair) -> dict[str, float]:
        """Probabilities by class for a pair."""
        return self.scores(features.vector(self.features, pair))

    def weights(self, pair: Pair, name: str) -> list[tuple[str, str, float]]:
        """What speaks for a class, strongest first: (feature, its explanation, weight)."""
        row = self.coefficients[self.classes.index(name)]
        found, at = [], 0
        for feature in self.features:
            values = feature.vector(pair)
            weight = sum(v * row[at + i] for i, v in enumerate(values))
            found.append((feature.name, feature.explanation, weight))
            at += len(values)
        return sorted(found, key=lambda told: -abs(told[2]))


@dataclass(frozen=True, slots=True)
class Model:
    """Both stages, and how often each exact rule was right: `settled` by fact, then by class."""

    match: Stage
    figure: Stage
    settled: Mapping[str, float]
    trained_on: str

    def facts(self, pair: Pair, settled: Fact | None = None) -> dict[Fact, float]:
        """Probabilities that the pair is one fact, another scope, another event."""
        scores = self.match.probabilities(pair)
        learned = {fact: scores.get(fact.value, 0.0) for fact in Fact}
        return self._mixed(learned, settled)

    def figures(self, pair: Pair, settled: Relation | None = None) -> dict[Relation, float]:
        """Probabilities of the four relations, given that the pair is one fact."""
        scores = self.figure.probabilities(pair)
        learned = {relation: scores.get(relation.value, 0.0) for relation in FIGURE_CLASSES}
        return self._mixed(learned, settled)

    def _mixed(self, learned: dict[Key, float], settled: Key | None) -> dict[Key, float]:
        """What a rule settled, as often as it was right; the rest as learned."""
        if settled is None:
            return learned
        right = self.settled[settled.value]
        mixed = {key: (1 - right) * p for key, p in learned.items()}
        mixed[settled] += right
        return mixed


def models_dir() -> Path:
    """Where the models are: in a wheel `factcheck/_models`, else `models/` of the checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_models"
    return shipped if shipped.is_dir() else package.parent / "models"


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that the package ships."""
    return load(models_dir() / FILE)


def load(path: Path) -> Model:
    """Read a model; raises TableError for one that is malformed or of other features."""
    try:
        return read(json.loads(path.read_text("utf-8")), where=str(path))
    except OSError as error:
        raise TableError(
            "there is no model", where=str(path), mend="Run scripts/train.py, or reinstall"
        ) from error
    except json.JSONDecodeError as error:
        raise TableError(str(error), where=str(path), mend="Run scripts/train.py") from error


def read(table: Mapping[str, Any], where: str = FILE) -> Model:
    """A model from its JSON."""
    try:
        if table["format"] != FORMAT:
            raise TableError(
                f"the model has format {table['format']!r}, this version reads {FORMAT}",
                where=where,
                mend="Run scripts/train.py",
            )
        return Model(
            match=_stage(table["match"], features.MATCH, where),
            figure=_stage(table["figure"], features.FIGURE, where),
            settled={str(key): float(value) for key, value in table["settled"].items()},
            trained_on=str(table["trained_on"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"the model is malformed: {error!r}", where=where, mend="Run scripts/train.py"
        ) from error


def _stage(table: Mapping[str, Any], own: tuple[Feature, ...], where: str) -> Stage:
    columns = features.columns(own)
    if table["features"] != columns:
        gone = sorted(set(table["features"]) - set(columns))
        new = sorted(set(columns) - set(table["features"]))
        raise TableError(
            f"the model was trained on other features: it has {gone} that this version lacks, "
            f"and lacks {new}" + ("" if gone or new else " none, but in another order"),
            where=where,
            mend="Run scripts/train.py",
        )
    stage = Stage(
        features=own,
        classes=tuple(table["classes"]),
        coefficients=tuple(tuple(map(float, row)) for row in table["coefficients"]),
        intercepts=tuple(map(float, table["intercepts"])),
    )
    if any(len(row) != len(columns) for row in stage.coefficients) or not (
        len(stage.classes) == len(stage.coefficients) == len(stage.intercepts)
    ):
        raise TableError("coefficients and classes don't fit", where=where, mend="Train again")
    return stage


def to_json(stage: Stage) -> dict[str, Any]:
    """A stage as it stands in the file."""
    return {
        "features": features.columns(stage.features),
        "classes": list(stage.classes),
        "coefficients": [list(row) for row in stage.coefficients],
        "intercepts": list(stage.intercepts),
    }
