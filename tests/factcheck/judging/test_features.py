"""Features: symmetric, explained, and the first group blind to the values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.records import Prior
from factcheck.judging import features
from factcheck.judging.pairs import Pair
from tests.factcheck.judged import bundled, value

PRIORS = st.integers(0, len(bundled()) - 1).map(lambda index: bundled()[index])


def test_each_feature_has_a_name_of_its_own_and_one_line_of_explanation() -> None:
    for group in (features.MATCH, features.FIGURE):
        names = [feature.name for feature in group]
        assert len(set(names)) == len(names)
        columns = features.columns(group)
        assert len(set(columns)) == len(columns)
        for feature in group:
            assert feature.explanation.endswith(".")
            assert "\n" not in feature.explanation


@settings(max_examples=150, deadline=None)
@given(PRIORS, PRIORS)
def test_features_do_not_depend_on_which_is_the_claim(a: Prior, b: Prior) -> None:
    forth = Pair(a.claim, b, a.report.published)
    back = Pair(b.claim, a, b.report.published)
    for group in (features.MATCH, features.FIGURE):
        assert features.vector(group, forth) == features.vector(group, back)
        assert len(features.vector(group, forth)) == len(features.columns(group))


@settings(max_examples=100, deadline=None)
@given(PRIORS, PRIORS, st.integers(1, 10**6))
def test_the_match_never_looks_at_the_values(a: Prior, b: Prior, number: int) -> None:
    other = replace(a.claim, value=value(number))
    pair, changed = Pair(a.claim, b), Pair(other, b)
    assert features.vector(features.MATCH, pair) == features.vector(features.MATCH, changed)


@settings(max_examples=50, deadline=None)
@given(PRIORS, PRIORS)
def test_exactly_one_level_of_a_feature_holds(a: Prior, b: Prior) -> None:
    for feature in (*features.MATCH, *features.FIGURE):
        vector = feature.vector(Pair(a.claim, b, a.report.published))
        if feature.levels:
            assert sum(vector) == 1


def test_missing_is_a_level_of_its_own() -> None:
    claim = replace(bundled()[0].claim, places=(), when=None)
    prior = Prior(claim, replace(bundled()[0].report, published=None))
    told = dict(
        zip(
            features.columns(features.MATCH),
            features.vector(features.MATCH, Pair(claim, prior)),
            strict=True,
        )
    )
    assert told["place=missing"] == told["window=missing"] == 1
