"""The model's file: refused where it doesn't fit, and equal to scikit-learn's probabilities."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import TableError
from factcheck.judging import cues, features, growth, model
from factcheck.judging.pairs import Pair
from factcheck.learned import models_dir
from factcheck.training import learning
from tests.factcheck.judged import bundled


@pytest.fixture
def table() -> dict[str, Any]:
    return json.loads((models_dir() / model.FILE).read_text("utf-8"))  # type: ignore[no-any-return]


def test_the_shipped_model_loads_and_writes_itself_again(table: dict[str, Any]) -> None:
    fitted = model.read(table)
    assert json.loads(learning.dump(fitted)) == table


def test_a_model_of_other_features_is_refused_with_their_names(table: dict[str, Any]) -> None:
    table["match"]["features"][0] = "colour=red"
    with pytest.raises(TableError, match=r"colour=red.*kind=same"):
        model.read(table)


@pytest.mark.parametrize("change", [{"format": 99}, {"match": {}}, {"settled": None}])
def test_a_malformed_model_is_refused(table: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(TableError, match="train"):
        model.read({**table, **change})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.json"):
        model.load(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(TableError, match=r"bad\.json"):
        model.load(tmp_path / "bad.json")
    with pytest.raises(TableError, match="growth curve"):
        growth.load(tmp_path / "bad.json")


def test_probabilities_are_those_of_scikit_learn() -> None:
    np = pytest.importorskip("numpy")
    linear = pytest.importorskip("sklearn.linear_model")
    preprocessing = pytest.importorskip("sklearn.preprocessing")
    pipeline = pytest.importorskip("sklearn.pipeline")
    pairs = [Pair(a.claim, b) for a, b in zip(bundled()[:200], bundled()[1:201], strict=True)]
    vectors = [features.vector(features.MATCH, pair) for pair in pairs]
    labels = [("same", "scope", "event")[index % 3] for index in range(len(pairs))]
    fitted = pipeline.make_pipeline(
        preprocessing.StandardScaler(), linear.LogisticRegression(C=0.3, max_iter=5000, tol=1e-10)
    ).fit(np.array(vectors), labels)
    regression = fitted[-1]
    scale, mean = fitted[0].scale_, fitted[0].mean_
    folded = regression.coef_ / scale
    stage = model.Stage(
        features.MATCH,
        tuple(regression.classes_),
        tuple(tuple(row) for row in folded),
        tuple(regression.intercept_ - folded @ mean),
    )
    for vector, row in zip(vectors, fitted.predict_proba(np.array(vectors)), strict=True):
        scores = stage.scores(vector)
        assert [scores[name] for name in regression.classes_] == pytest.approx(list(row), abs=1e-9)


def test_training_is_deterministic_and_shares_rows_of_several_labels() -> None:
    pytest.importorskip("sklearn")
    from scripts.regression import logistic

    pairs = [Pair(a.claim, b) for a, b in zip(bundled()[:90], bundled()[1:91], strict=True)]
    classes = ["same fact", "different scope", "different event"]
    rows = [
        learning.Row(
            "g",
            frozenset({classes[i % 3]} if i % 4 else classes[1:]),
            tuple(features.vector(features.MATCH, pair)),
        )
        for i, pair in enumerate(pairs)
    ]
    one = learning.fit(rows, features.MATCH, classes, logistic)
    two = learning.fit(rows, features.MATCH, classes, logistic)
    assert one == two
    assert one.classes == tuple(classes)


def test_identical_rows_vote_once() -> None:
    row = learning.Row("g", frozenset({"x"}), (1.0, 0.0))
    other = learning.Row("h", frozenset({"x"}), (1.0, 0.0))
    assert [row.weight for row in learning.voted([row, row, other])] == [0.5, 0.5, 1.0]


def test_growth_never_rises_with_age_and_always_leaves_some_slack() -> None:
    curve = growth.shipped()
    for happening in ("attack", "quake", None):
        for kind in ("killed", "wounded"):
            for gap in (0.0, 5.0):
                courses = [growth.Course(kind, happening, age, gap) for age in growth.AGES]
                limits = [curve.limit(1000, course) for course in courses]
                assert limits == sorted(limits, reverse=True)
                assert curve.limit(1, courses[-1]) >= 1 + growth.SLACKS[kind][-1]


@given(st.floats(1, 1e6), st.floats(1, 1e3), st.sampled_from(growth.AGES))
def test_the_further_a_toll_would_have_grown_the_smaller_the_chance(
    count: float, factor: float, age: float
) -> None:
    course = growth.Course("killed", "attack", age, 1.0)
    curve = growth.shipped()
    near, far = (curve.chance(count * times, count, course) for times in (factor, 2 * factor))
    assert 0 <= far <= near <= 1
    assert curve.chance(curve.limit(count, course), count, course) >= growth.CHANCE - 1e-9


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[revising", "cues.toml"),
        ("[revising]\n'Upper' = 'x'", "missing"),
        ("[other]\n", "unknown"),
    ],
)
def test_malformed_cues_are_refused(text: str, told: str) -> None:
    with pytest.raises(TableError, match=told):
        cues.read(text)
