"""Measuring: the measures are right on outcomes made by hand, and the floors hold on the cases."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judging.pairs import Pair
from factcheck.results import Relation
from factcheck.training import evaluation, learning
from factcheck.training.evaluation import Outcome
from factcheck.training.learning import JudgedPair
from tests.factcheck.judged import bundled

CASES = Path(__file__).resolve().parents[4] / "shared" / "data" / "cases" / "pairs.jsonl"
RELATIONS = st.sampled_from(list(Relation))


def outcome(label: Relation, said: Relation, event: str = "one") -> Outcome:
    pair = Pair(bundled()[0].claim, bundled()[1])
    return Outcome(JudgedPair("x", (event, event), pair, label, "3"), said, 0.5, 0.5)


def test_shares_are_counted_over_the_right_pairs() -> None:
    told = [
        outcome(Relation.CONFLICT, Relation.CONFLICT),
        outcome(Relation.CONFLICT, Relation.UPDATE),
        outcome(Relation.UPDATE, Relation.CONFLICT),
        outcome(Relation.CONSISTENT, Relation.CONSISTENT),
        outcome(Relation.DIFFERENT_EVENT, Relation.CONSISTENT),
    ]
    assert evaluation.accuracy(told) == 2 / 5
    assert evaluation.conflict_recall(told) == 1 / 2
    assert evaluation.false_conflicts(told) == 1 / 3
    assert evaluation.updates_accused(told) == 1
    assert evaluation.events_matched(told) == 1


@given(st.lists(st.tuples(RELATIONS, RELATIONS), min_size=1, max_size=20))
def test_measures_are_bounded_and_best_when_all_is_right(
    told: list[tuple[Relation, Relation]],
) -> None:
    mixed = [outcome(label, said) for label, said in told]
    right = [outcome(label, label) for label, _ in told]
    for measure in (evaluation.accuracy, evaluation.macro_f1):
        assert 0 <= (measure(mixed) or 0) <= (measure(right) or 0) == 1


def test_a_score_that_comes_true_as_often_as_it_says_has_no_calibration_error() -> None:
    assert evaluation.calibration_error([(0.25, True)] + [(0.25, False)] * 3) == pytest.approx(0)
    assert evaluation.calibration_error([(1.0, False)] * 4) == pytest.approx(1)
    assert evaluation.calibration_error([]) is None


def test_an_interval_holds_its_estimate_and_is_the_same_each_time() -> None:
    told = [
        outcome(Relation.UPDATE, Relation.UPDATE if i % 3 else Relation.CONFLICT, f"e{i % 5}")
        for i in range(30)
    ]
    first = evaluation.estimate(told, evaluation.accuracy)
    assert first == evaluation.estimate(told, evaluation.accuracy)
    assert first.low is not None
    assert first.value is not None
    assert first.high is not None
    assert first.low <= first.value <= first.high


@pytest.mark.skipif(not CASES.is_file(), reason="the judged pairs of ../shared are not here")
def test_the_rules_alone_keep_the_floors_on_the_judged_pairs() -> None:
    cases = learning.read_cases(CASES)
    assert len(cases) == 500
    from factcheck.judging.model import shipped

    told = [Outcome(case, evaluation.rules_alone(case.pair, shipped()), 0.5, 0.5) for case in cases]
    assert (evaluation.accuracy(told) or 0) >= 0.92
    assert (evaluation.conflict_recall(told) or 0) >= 0.75
    accused = evaluation.false_conflicts(told)
    assert accused is not None
    assert accused <= 0.02
