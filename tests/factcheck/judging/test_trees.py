"""Forests as JSON: equal to the learner's, refused where they don't fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import TableError
from factcheck.bare import statement_features
from factcheck.bare.statements import FILE
from factcheck.judging import experts, trees
from factcheck.judging.experts import LEAST_SHARE, Experts
from factcheck.judging.trees import LEAF, Forest, Tree, added, rooted
from factcheck.learned import models_dir

WIDTH = 3
COLUMNS = ("colour", "size", "age")
Nested = Any  # a number, or (feature, threshold, left, right)
NUMBERS = st.integers(-5, 5).map(lambda n: n / 2)
NESTED = st.recursive(
    NUMBERS,
    lambda child: st.tuples(st.integers(0, WIDTH - 1), NUMBERS, child, child),
    max_leaves=12,
)
VECTORS = st.tuples(NUMBERS, NUMBERS, NUMBERS)


def flat(nested: Nested) -> Tree:
    """A tree as lists, each node before its children."""
    nodes: list[list[Any]] = []

    def add(part: Nested) -> int:
        at = len(nodes)
        if not isinstance(part, tuple):
            nodes.append([LEAF, 0.0, 0, 0, part])
            return at
        nodes.append([part[0], part[1], 0, 0, 0.0])
        nodes[at][2] = add(part[2])
        nodes[at][3] = add(part[3])
        return at

    add(nested)
    return Tree(*(tuple(column) for column in zip(*nodes, strict=True)))


def walk(nested: Nested, vector: tuple[float, ...]) -> float:
    """The slow way."""
    while isinstance(nested, tuple):
        feature, threshold, left, right = nested
        nested = left if vector[feature] <= threshold else right
    return float(nested)


def small() -> Forest:
    tree = flat((1, 0.5, -1.0, (0, 1.5, 2.0, 3.0)))
    return Forest(COLUMNS, ("yes", "no"), (0.1, -0.1), ((tree, flat(0.5)),), "a test")


@pytest.fixture
def table() -> dict[str, Any]:
    return json.loads(trees.dump(small()))  # type: ignore[no-any-return]


def written(folder: Path, table: object) -> Path:
    path = folder / "forest.json"
    path.write_text(json.dumps(table), "utf-8")
    return path


@given(NESTED, VECTORS)
def test_a_flat_tree_scores_as_the_nested_one(
    nested: Nested, vector: tuple[float, float, float]
) -> None:
    assert added(0.0, [rooted(flat(nested))], list(vector)) == walk(nested, vector)


@given(st.lists(st.tuples(NESTED, NESTED), min_size=1, max_size=4), VECTORS)
def test_probabilities_are_positive_and_sum_to_one_and_more_score_is_more_chance(
    rounds: list[tuple[Nested, Nested]], vector: tuple[float, float, float]
) -> None:
    made = tuple((flat(a), flat(b)) for a, b in rounds)
    chances = Forest(COLUMNS, ("yes", "no"), (0.0, 0.0), made, "").probabilities(vector)
    assert sum(chances.values()) == pytest.approx(1)
    assert min(chances.values()) > 0
    scores = [sum(walk(pair[i], vector) for pair in rounds) for i in (0, 1)]
    if scores[0] != pytest.approx(scores[1]):
        assert (chances["yes"] > chances["no"]) == (scores[0] > scores[1])


def test_an_exported_forest_is_scikit_learns() -> None:
    np = pytest.importorskip("numpy", reason="training libraries are not installed")
    pytest.importorskip("sklearn", reason="training libraries are not installed")
    from sklearn.ensemble import HistGradientBoostingClassifier

    from scripts.forest import exported

    draw = np.random.default_rng(7)
    rows = np.round(draw.normal(size=(600, 6)), 1)
    labels = (rows[:, 0] + rows[:, 1] * rows[:, 2] > 0).astype(int) + (rows[:, 3] > 1)
    learner = HistGradientBoostingClassifier(max_iter=30, min_samples_leaf=5, random_state=0)
    learner.fit(rows, labels)
    forest = exported(learner, "a test")
    thresholds = {
        (tree.feature[node], tree.threshold[node])
        for trees_ in forest.rounds
        for tree in trees_
        for node in range(len(tree.feature))
        if tree.feature[node] != LEAF
    }
    edges = np.zeros((len(thresholds), 6))  # each split met exactly at its threshold
    for at, (feature, threshold) in enumerate(sorted(thresholds)):
        edges[at, feature] = threshold
    fresh = np.vstack([draw.normal(size=(300, 6)) * 3, edges])
    for vector, expected in zip(fresh, learner.predict_proba(fresh), strict=True):
        own = list(forest.probabilities(vector.tolist()).values())
        assert own == pytest.approx(list(expected), abs=1e-9)


def test_growing_is_deterministic() -> None:
    pytest.importorskip("sklearn", reason="training libraries are not installed")
    from factcheck.training.statement_learning import CLASSES, StatementRow
    from scripts.forest import grow

    width = len(statement_features.columns())
    rows = [
        StatementRow(
            f"page {i % 7}",
            CLASSES[i * i % 3],
            tuple(float((i * (k + 3)) % 11) for k in range(width)),
            news=i % 2 == 1,
        )
        for i in range(120)
    ]
    assert experts.dump(grow(rows, "a test")) == experts.dump(grow(rows, "a test"))


def test_a_forest_is_read_as_it_was_written(tmp_path: Path, table: dict[str, Any]) -> None:
    read = trees.load(written(tmp_path, table), COLUMNS)
    assert read == small()
    assert trees.dump(read) == trees.dump(small())


def test_the_shipped_forest_is_of_these_features_and_writes_itself_again() -> None:
    path = models_dir() / FILE
    shipped = experts.load(path, statement_features.columns())
    assert json.loads(experts.dump(shipped)) == json.loads(path.read_text("utf-8"))


def test_experts_are_mixed_by_how_likely_their_style_is() -> None:
    path = models_dir() / FILE
    shipped = experts.load(path, statement_features.columns())
    vector = [0.0] * len(statement_features.columns())
    styles = list(shipped.gate.probabilities(vector).values())
    assert min(styles) > LEAST_SHARE
    assert shipped.beside[0] is None
    assert shipped.beside[1] is not None
    first, second = (forest.probabilities(vector) for forest in shipped.forests)
    straight = shipped.beside[1].probabilities(vector)
    assert straight != pytest.approx(second, abs=1e-3)
    for name, chance in shipped.probabilities(vector).items():
        news = (second[name] + straight[name]) / 2
        assert chance == pytest.approx(styles[0] * first[name] + styles[1] * news, abs=1e-12)


def leaf(*values: float) -> Forest:
    """A forest that says the same of all vectors."""
    classes = ("encyclopedia", "news") if len(values) == 2 else ("no", "yes", "open")
    return Forest(("colour",), classes, values, (), "a test")


@pytest.mark.parametrize("sure", [4.5, -4.5])
def test_an_expert_of_a_style_that_is_out_of_the_question_is_not_asked(sure: float) -> None:
    first, second = leaf(1.0, 0.0, 2.0), leaf(0.0, 3.0, 1.0)
    told = Experts(leaf(sure, 0.0), (first, second), (None, None)).probabilities([1.0])
    asked = first if sure > 0 else second
    assert told == pytest.approx(asked.probabilities([1.0]), abs=1e-12)


def test_experts_that_the_gate_does_not_tell_apart_are_refused(tmp_path: Path) -> None:
    table = json.loads((models_dir() / FILE).read_text("utf-8"))
    table["experts"] = {"verse": table["experts"]["news"]}
    path = tmp_path / "experts.json"
    path.write_text(json.dumps(table), "utf-8")
    with pytest.raises(TableError, match="gate"):
        experts.load(path, statement_features.columns())


def test_a_model_of_other_features_is_refused_naming_them(
    tmp_path: Path, table: dict[str, Any]
) -> None:
    with pytest.raises(TableError, match=r"age.*shape"):
        trees.load(written(tmp_path, table), ("colour", "size", "shape"))


def test_the_same_features_in_another_order_are_refused(
    tmp_path: Path, table: dict[str, Any]
) -> None:
    with pytest.raises(TableError, match="other features"):
        trees.load(written(tmp_path, table), ("size", "colour", "age"))


LOOP = {"feature": [0], "threshold": [0.0], "left": [0], "right": [0], "value": [0.0]}
BEYOND = {
    "feature": [9, LEAF, LEAF],
    "threshold": [0.0, 0.0, 0.0],
    "left": [1, 0, 0],
    "right": [2, 0, 0],
    "value": [0.0, 1.0, 2.0],
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": 99}, "format 99"),
        ({"classes": ["yes"]}, "malformed"),
        ({"baselines": [0.0]}, "malformed"),
        ({"rounds": [[LOOP, LOOP]]}, "malformed"),
        ({"rounds": [[BEYOND, BEYOND]]}, "malformed"),
        ({"rounds": [[{"feature": [0]}, {}]]}, "malformed"),
        ({"rounds": None}, "malformed"),
    ],
)
def test_a_malformed_forest_is_refused(
    tmp_path: Path, table: dict[str, Any], change: dict[str, Any], told: str
) -> None:
    with pytest.raises(TableError, match=told) as raised:
        trees.load(written(tmp_path, {**table, **change}), COLUMNS)
    assert "forest.json" in str(raised.value)


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.json"):
        trees.load(tmp_path / "none.json", COLUMNS)
    (tmp_path / "bad.json").write_text("{", "utf-8")
    with pytest.raises(TableError, match=r"bad\.json"):
        trees.load(tmp_path / "bad.json", COLUMNS)
