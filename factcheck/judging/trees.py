"""A gradient-boosted forest as plain JSON, scored without scikit-learn.

The file holds, for each round and class, one tree as parallel lists: feature index, threshold
(go left where the value is at most that), left and right child, and the leaf's value; a leaf has
feature -1. Raw scores are the baselines plus the leaves' values; probabilities their softmax.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, isfinite
from pathlib import Path
from typing import Any

from claims_db.errors import TableError

FORMAT = 1
LEAF = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree as parallel lists of its nodes; node 0 is the root."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


class Node:
    """A fork as it is gone down: left where the vector's `feature` is at most `threshold`. Where
    nothing is below on a side, its leaf's value is `low`, on the right `high`: without leaves of
    their own there are half as many nodes, which memory is slow to give."""

    __slots__ = ("feature", "high", "left", "low", "right", "threshold")

    def __init__(self, feature: int, threshold: float) -> None:
        self.feature = feature
        self.threshold = threshold
        self.left: Node | None = None
        self.right: Node | None = None
        self.low = 0.0
        self.high = 0.0


def rooted(tree: Tree) -> Node:
    """A tree's root, with all that is below it."""
    forks = [
        None if feature == LEAF else Node(feature, threshold)
        for feature, threshold in zip(tree.feature, tree.threshold, strict=True)
    ]
    for node, left, right in zip(forks, tree.left, tree.right, strict=True):
        if node is not None:
            node.left, node.low = forks[left], tree.value[left]
            node.right, node.high = forks[right], tree.value[right]
    root = forks[0]
    if root is None:  # a leaf alone, on whichever side
        root = Node(0, 0.0)
        root.low = root.high = tree.value[0]
    return root


def added(score: float, roots: list[Node], vector: list[float]) -> float:
    """A score with the values of the leaves that a vector falls into."""
    for node in roots:
        while True:
            if vector[node.feature] <= node.threshold:
                below = node.left
                if below is None:
                    score += node.low
                    break
            else:
                below = node.right
                if below is None:
                    score += node.high
                    break
            node = below
    return score


@dataclass(frozen=True, slots=True)
class Forest:
    """Rounds of one tree a class. `features` names the columns of a vector, in order."""

    features: tuple[str, ...]
    classes: tuple[str, ...]
    baselines: tuple[float, ...]
    rounds: tuple[tuple[Tree, ...], ...]
    trained_on: str
    roots: list[list[Node]] = field(init=False, repr=False, compare=False)  # of each class

    def __post_init__(self) -> None:
        """Keeps the trees of each class as nodes too."""
        roots: list[list[Node]] = [[] for _ in self.classes]
        for trees in self.rounds:
            for kept, tree in zip(roots, trees, strict=False):  # which `of_table` checks
                kept.append(rooted(tree))
        object.__setattr__(self, "roots", roots)

    def probabilities(self, vector: Sequence[float]) -> dict[str, float]:
        """The probability of each class for a vector in the order of `features`."""
        values = list(vector)
        given = zip(self.baselines, self.roots, strict=True)
        raw = [added(baseline, roots, values) for baseline, roots in given]
        most = max(raw)
        weights = [exp(score - most) for score in raw]
        total = sum(weights)
        return {name: weight / total for name, weight in zip(self.classes, weights, strict=True)}


def load(path: Path, columns: Sequence[str]) -> Forest:
    """Reads a forest; raises TableError for one that is missing, malformed or of other features."""
    return of_table(read_table(path), columns, str(path))


def read_table(path: Path) -> dict[str, Any]:
    """The JSON object in a model's file; raises TableError where there is none."""
    try:
        table = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise TableError(
            "there is no model", where=str(path), mend="Run scripts/train.py, or reinstall"
        ) from error
    except (ValueError, RecursionError) as error:  # no JSON, or no text
        raise TableError(
            f"it is not JSON ({error})", where=str(path), mend="Run scripts/train.py"
        ) from error
    if not isinstance(table, dict):
        raise TableError("it is no JSON object", where=str(path), mend="Run scripts/train.py")
    return table


def of_table(table: Any, columns: Sequence[str], where: str) -> Forest:
    """The forest that a table holds; raises TableError for one malformed or of other features."""
    try:
        return _forest(table, columns, where)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise TableError(
            f"the model is malformed: {error!r}", where=where, mend="Run scripts/train.py"
        ) from error


def _forest(table: Mapping[str, Any], columns: Sequence[str], where: str) -> Forest:
    if table["format"] != FORMAT:
        raise TableError(
            f"the model has format {table['format']!r}, this version reads {FORMAT}",
            where=where,
            mend="Run scripts/train.py",
        )
    if list(table["features"]) != list(columns):
        gone = sorted(set(table["features"]) - set(columns))
        new = sorted(set(columns) - set(table["features"]))
        raise TableError(
            f"the model was trained on other features: it has {gone} that this version lacks, "
            f"and lacks {new}",
            where=where,
            mend="Run scripts/train.py",
        )
    rounds = tuple(tuple(_tree(tree, len(columns)) for tree in trees) for trees in table["rounds"])
    classes = tuple(str(name) for name in table["classes"])
    baselines = tuple(float(value) for value in table["baselines"])
    if len(set(classes)) < 2 or len(set(classes)) != len(classes):
        raise ValueError("there are fewer than two classes, or one twice")
    if not all(map(isfinite, baselines)):
        raise ValueError("a baseline is no number")
    if any(len(trees) != len(classes) for trees in rounds) or len(baselines) != len(classes):
        raise ValueError("classes and trees don't fit")
    return Forest(tuple(columns), classes, baselines, rounds, str(table["trained_on"]))


def _tree(table: Mapping[str, Any], width: int) -> Tree:
    tree = Tree(
        tuple(int(n) for n in table["feature"]),
        tuple(float(n) for n in table["threshold"]),
        tuple(int(n) for n in table["left"]),
        tuple(int(n) for n in table["right"]),
        tuple(float(n) for n in table["value"]),
    )
    size = len(tree.feature)
    columns = (tree.threshold, tree.left, tree.right, tree.value)
    if not size or any(len(column) != size for column in columns):
        raise ValueError("a tree's lists are empty or of different lengths")
    for node in range(size):
        inner = tree.feature[node] != LEAF
        if inner and not (
            node < tree.left[node] < size
            and node < tree.right[node] < size
            and 0 <= tree.feature[node] < width
        ):
            raise ValueError("a tree's children don't follow it")
        if not (isfinite(tree.threshold[node]) and isfinite(tree.value[node])):
            raise ValueError("a tree has a number that is none")
    return tree


def dump(forest: Forest) -> str:
    """The forest's file: the same forest gives the same text."""
    return json.dumps(as_table(forest), separators=(",", ":")) + "\n"


def as_table(forest: Forest) -> dict[str, Any]:
    """The forest as its file has it."""
    rounds = [
        [
            {
                "feature": t.feature,
                "threshold": t.threshold,
                "left": t.left,
                "right": t.right,
                "value": t.value,
            }
            for t in trees
        ]
        for trees in forest.rounds
    ]
    return {
        "format": FORMAT,
        "trained_on": forest.trained_on,
        "features": forest.features,
        "classes": forest.classes,
        "baselines": forest.baselines,
        "rounds": rounds,
    }
