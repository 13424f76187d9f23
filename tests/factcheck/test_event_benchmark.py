"""Laws of B-cubed, and the grouping of texts by happening."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Document
from factcheck.benchmarks import event_bounds, events
from factcheck.benchmarks.events import Told, by_engine, by_place_and_day, f1, placed
from factcheck.reading.claims import read

GROUPS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1)


@given(GROUPS)
def test_the_measures_are_shares_and_the_truth_is_perfect(pairs: list[tuple[str, str]]) -> None:
    true, said = [event for event, _ in pairs], [cluster for _, cluster in pairs]
    items = placed(true, said)
    for _, measure in events.MEASURES:
        assert 0 < measure(items) <= 1
        assert measure(placed(true, list(true))) == 1


@given(GROUPS)
def test_swapping_truth_and_grouping_swaps_precision_and_recall(
    pairs: list[tuple[str, str]],
) -> None:
    true, said = [event for event, _ in pairs], [cluster for _, cluster in pairs]
    there, back = placed(true, said), placed(said, list(true))
    assert events.precision(there) == pytest.approx(events.recall(back))
    assert f1(there) == pytest.approx(f1(back))


def test_splitting_costs_recall_and_lumping_costs_precision() -> None:
    true = ["a", "a", "b", "b"]
    split, lumped = placed(true, [1, 2, 3, 4]), placed(true, [1, 1, 1, 1])
    assert (events.precision(split), events.recall(split)) == (1.0, 0.5)
    assert (events.precision(lumped), events.recall(lumped)) == (0.5, 1.0)


def test_reports_of_one_strike_are_one_event_and_a_later_strike_is_another() -> None:
    texts = (
        ("a", "A missile strike on Kyiv killed at least 9 people overnight.", "2025-04-24"),
        ("a", "The death toll of the attack on Kyiv on April 24 rose to 12.", "2025-04-25"),
        ("b", "A drone attack on Kyiv killed 28 people on June 17.", "2025-06-17"),
        ("c", "The minister spoke.", "2025-06-17"),
    )
    told = []
    for event, text, day in texts:
        document = Document(text, published=day)
        told.append(Told(event, document, tuple(read(document))))
    assert f1(placed([one.event for one in told], by_engine(told))) == 1
    assert len(set(by_place_and_day(told))) >= 3
    names = [score.name for score in events.scores(told, "made up")]
    assert names[0] == "events, made up: B-cubed F1"


@given(GROUPS)
def test_no_grouping_of_what_looks_alike_exceeds_the_bound(pairs: list[tuple[str, str]]) -> None:
    true, seen = [event for event, _ in pairs], [look for _, look in pairs]
    most = sum(event_bounds.bounds(true, seen)) / len(true) + 1e-9
    looks = sorted(set(seen))
    for groups in product(range(len(looks)), repeat=len(looks)):
        put = dict(zip(looks, groups, strict=True))
        assert f1(placed(true, [put[look] for look in seen])) <= most


def test_what_can_be_told_apart_bounds_nothing() -> None:
    assert sum(event_bounds.bounds(["a", "a", "b"], [1, 2, 3])) == pytest.approx(3)
    assert sum(event_bounds.bounds(["a", "a", "b"], [1, 2, 2])) < 3
