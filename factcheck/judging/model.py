"""The learned part: features → probabilities, from a JSON file, without scikit-learn.

Two stages, each a multinomial logistic regression with the scaling folded into its
coefficients: `match` (same fact, different scope, different event) and `figure` (consistent,
update, correction, conflict, given one fact). Beside them stand the measured precisions of the
exact rules, which the probabilities are mixed with where a rule has settled the matter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

from claims_db.errors import TableError
from factcheck.judging import features
from factcheck.judging.features import Feature
from factcheck.judging.matching import Fact, Ruling
from factcheck.judging.pairs import Pair
from factcheck.learned import models_dir
from factcheck.results import Relation

FORMAT = 2
FILE = "consistency.json"
TRUST = 4.0
"""As if a rule had been right so many times before any pair was met."""
BELIEF = 4.0
"""So many pairs is the learned probability worth beside those that a rule has met."""
FIGURE_CLASSES = (
    Relation.CONSISTENT,
    Relation.UPDATE,
    Relation.CORRECTION,
    Relation.CONFLICT,
)
_FACTS = tuple(Fact)

Weights = tuple[float, ...]  # one a class
_KNOWN = 65536  # combinations of levels kept


@dataclass(frozen=True, slots=True)
class _Levels:
    """What each level of a feature adds to the logit of each class; missing is `None`."""

    function: Callable[[Pair], str | float | None]
    weights: dict[str | float | None, Weights]


@dataclass(frozen=True, slots=True)
class _Number:
    """What a number adds to the logit of each class, a unit of it and its being missing."""

    function: Callable[[Pair], str | float | None]
    unit: Weights
    missing: Weights


@dataclass(frozen=True, slots=True)
class Stage:
    """A logistic regression: a row of coefficients and an intercept a class."""

    features: tuple[Feature, ...]
    classes: tuple[str, ...]
    coefficients: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]
    _levels: tuple[_Levels, ...] = field(init=False, repr=False, compare=False)
    _numbers: tuple[_Number, ...] = field(init=False, repr=False, compare=False)
    # Logits without the numbers, by the levels: a few hundred combinations are most of all pairs.
    _known: dict[tuple[str | float | None, ...], Weights] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        levels: list[_Levels] = []
        numbers: list[_Number] = []
        at = 0
        for feature in self.features:
            width = len(feature.columns)
            added = [tuple(row[n] for row in self.coefficients) for n in range(at, at + width)]
            if feature.levels:
                named: dict[str | float | None, Weights] = {None: added.pop()}
                named.update(zip(feature.levels, added, strict=True))
                levels.append(_Levels(feature.function, named))
            else:
                numbers.append(_Number(feature.function, added[0], added[1]))
            at += width
        object.__setattr__(self, "_levels", tuple(levels))
        object.__setattr__(self, "_numbers", tuple(numbers))

    def scores(self, vector: Sequence[float]) -> dict[str, float]:
        """Probabilities by class, for a vector in the order of the features' columns."""
        hot = [(index, value) for index, value in enumerate(vector) if value]
        return self._chances(
            [
                intercept + sum(row[index] * value for index, value in hot)
                for row, intercept in zip(self.coefficients, self.intercepts, strict=True)
            ]
        )

    def probabilities(self, pair: Pair) -> dict[str, float]:
        """Probabilities by class for a pair: those of its vector, without making it."""
        levels = tuple([feature.function(pair) for feature in self._levels])
        known = self._known.get(levels)
        logits = list(self._logits(levels) if known is None else known)
        for feature in self._numbers:
            value = feature.function(pair)
            if value is None:
                for n, weight in enumerate(feature.missing):
                    logits[n] += weight
            elif value:
                number = float(value)
                for n, weight in enumerate(feature.unit):
                    logits[n] += weight * number
        return self._chances(logits)

    def _logits(self, levels: tuple[str | float | None, ...]) -> Weights:
        logits = list(self.intercepts)
        for feature, level in zip(self._levels, levels, strict=True):
            for n, weight in enumerate(feature.weights[level]):
                logits[n] += weight
        if len(self._known) >= _KNOWN:
            self._known.clear()
        self._known[levels] = tuple(logits)
        return tuple(logits)

    def _chances(self, logits: list[float]) -> dict[str, float]:
        most, total = logits[0], 0.0
        for logit in logits:
            if logit > most:
                most = logit
        weights: list[float] = []
        for logit in logits:
            weight = exp(logit - most)
            weights.append(weight)
            total += weight
        return {name: weights[n] / total for n, name in enumerate(self.classes)}

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
    """Both stages, and how often exact rules were right: `ruled` counts what each rule of the
    match met, `settled` is the share of right answers by relation."""

    match: Stage
    figure: Stage
    ruled: Mapping[str, Mapping[str, float]]
    settled: Mapping[str, float]
    trained_on: str
    _most_same: dict[str, float] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _never_same: dict[tuple[int, float], tuple[tuple[Ruling, ...], bool]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def facts(self, pair: Pair, ruling: Ruling | None = None) -> dict[Fact, float]:
        """Probabilities that the pair is one fact, another scope, another event: as learned, and
        where a rule has spoken, as often as what it met was so."""
        scores = self.match.probabilities(pair)
        learned = {fact: scores.get(fact, 0.0) for fact in _FACTS}
        if ruling is None:
            return learned
        met = self.ruled.get(ruling.rule, {})
        total = sum(met.values()) + BELIEF + TRUST
        weight = {fact: met.get(fact, 0.0) + BELIEF * learned[fact] for fact in _FACTS}
        weight[ruling.fact] += TRUST
        return {fact: weight[fact] / total for fact in _FACTS}

    def most_same(self, ruling: Ruling) -> float:
        """The most that a pair can be one fact after such a ruling, whatever was learned."""
        known = self._most_same.get(ruling.rule)
        if known is None:
            met = self.ruled.get(ruling.rule, {})
            total = sum(met.values()) + BELIEF + TRUST
            trusted = TRUST if ruling.fact is Fact.SAME else 0.0
            known = (met.get(Fact.SAME, 0.0) + BELIEF + trusted) / total
            self._most_same[ruling.rule] = known  # a rule says one fact, or another, always
        return known

    def never_same(self, rulings: tuple[Ruling, ...], least: float) -> bool:
        """Whether a pair is one fact less surely than `least`, whichever of the rulings it meets,
        whatever was learned."""
        key = (id(rulings), least)
        known = self._never_same.get(key)
        if known is None:
            found = all(self.most_same(ruling) < least for ruling in rulings)
            known = self._never_same[key] = (rulings, found)  # held, so that no other has its id
        return known[1]

    def figures(self, pair: Pair, settled: Relation | None = None) -> dict[Relation, float]:
        """Probabilities of the four relations, given that the pair is one fact."""
        scores = self.figure.probabilities(pair)
        learned = {relation: scores.get(relation, 0.0) for relation in FIGURE_CLASSES}
        if settled is None:
            return learned
        right = self.settled[settled]
        mixed = {key: (1 - right) * p for key, p in learned.items()}
        mixed[settled] += right
        return mixed


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
            ruled={
                str(rule): {str(fact): float(n) for fact, n in met.items()}
                for rule, met in table["ruled"].items()
            },
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
