"""Two figures side by side: against a slow oracle over points, and laws of dates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound, Value
from factcheck import comparison
from factcheck.alignment import Day, Statement, statement
from factcheck.comparison import FORM, NONE, OPEN, REFUTES, STANDS, SUPPORTS, Comparison, stand
from tests.factcheck.judging import value

LIMITED = [Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN]
POINTS = [Fraction(n, 2) for n in range(2 * 130)]  # integers, and what lies between


@st.composite
def values(draw: st.DrawFn) -> Value:
    bound = draw(st.sampled_from([*LIMITED, Bound.RANGE]))
    number = draw(st.integers(1, 60))
    if bound is Bound.RANGE:
        high = number + draw(st.integers(1, 9))
        return Value(number, high, None, bound, f"{number} to {high}")
    return value(number, bound)


def meant(told: Value) -> frozenset[Fraction]:
    """The points that the words admit."""
    low = Fraction(told.low) if told.low is not None else POINTS[0]
    high = Fraction(told.high) if told.high is not None else POINTS[-1]
    return frozenset(
        point
        for point in POINTS
        if low <= point <= high
        and not (told.bound is Bound.MORE_THAN and point == low)
        and not (told.bound is Bound.LESS_THAN and point == high)
    )


def one_range_at_most(pair: tuple[Value, Value]) -> bool:
    return not all(told.bound is Bound.RANGE for told in pair)


@given(st.tuples(values(), values()).filter(one_range_at_most))
def test_how_figures_stand_is_inside_outside_or_open(pair: tuple[Value, Value]) -> None:
    claim, evidence = pair
    ours, theirs = meant(claim), meant(evidence)
    if theirs <= ours:
        assert stand(claim, evidence) == SUPPORTS
    elif not theirs & ours:
        assert stand(claim, evidence) == REFUTES
    else:
        assert stand(claim, evidence) in (FORM, OPEN)


@given(st.sampled_from(LIMITED), st.sampled_from(LIMITED), st.integers(2, 40))
def test_every_pair_of_bounds_of_neighbouring_numbers(one: Bound, two: Bound, n: int) -> None:
    for other in (n - 1, n, n + 1):
        claim, evidence = value(n, one), value(other, two)
        inside, apart = meant(evidence) <= meant(claim), not meant(evidence) & meant(claim)
        told = stand(claim, evidence)
        assert (told == SUPPORTS, told == REFUTES) == (inside, apart)


@given(values())
def test_a_figure_supports_itself(a: Value) -> None:
    assert stand(a, a) == SUPPORTS


@given(values(), values())
def test_figures_that_exclude_each_other_do_so_both_ways(a: Value, b: Value) -> None:
    assert (stand(a, b) == REFUTES) == (stand(b, a) == REFUTES)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_distance_is_symmetric_and_none_to_itself(a: int, b: int) -> None:
    assert comparison.far(a, value(a)) == 0
    assert comparison.far(a, value(b)) == pytest.approx(comparison.far(b, value(a)))
    assert (comparison.far(a, value(b)) > 0) == (a != b)


@pytest.mark.parametrize(
    ("claim", "evidence", "told"),
    [
        (value(12, Bound.MORE_THAN), value(12), REFUTES),
        (value(12, Bound.AT_LEAST), value(12), SUPPORTS),
        (value(12), value(12, Bound.AT_LEAST), FORM),
        (value(14), value(12, Bound.AT_LEAST), OPEN),
        (value(77), value(70, Bound.MORE_THAN), FORM),
        (value(30), value(90), REFUTES),
        (value(90, Bound.ABOUT, "almost 90"), value(87), SUPPORTS),
        (value(61e9, text="$61 billion"), value(60.84e9, text="$60.84 billion"), SUPPORTS),
    ],
)
def test_forms_and_bounds(claim: Value, evidence: Value, told: str) -> None:
    assert stand(claim, evidence) == told


# --- dates --------------------------------------------------------------------------------------

MONTH = [f"2021-03-{day:02}" for day in range(1, 32)]
SPANS = st.tuples(st.integers(3, 26), st.integers(0, 2))


def days(claim: Day, *evidence: Day) -> str:
    def told(*own: Day) -> Statement:
        return Statement("", (), own, frozenset(), frozenset())

    (found,) = Comparison(told(claim), told(*evidence)).days
    return found


def span(at: tuple[int, int]) -> Day:
    return Day(MONTH[at[0]], MONTH[at[0] + at[1]], True, "day")


def admitted(day: Day) -> set[str]:
    """The days of the month that are meant: before and after leave the day itself out."""
    if day.low is None:
        return {d for d in MONTH if d < (day.high or "")}
    if day.high is None:
        return {d for d in MONTH if d > day.low}
    return {d for d in MONTH if day.low <= d <= day.high}


@given(SPANS, st.sampled_from(["before", "after", "in"]), SPANS)
def test_a_date_is_inside_outside_or_open(
    own: tuple[int, int], word: str, other: tuple[int, int]
) -> None:
    at = MONTH[own[0]]
    claim = {
        "before": Day(None, at, False, "day"),
        "after": Day(at, None, False, "day"),
        "in": span(own),
    }[word]
    ours, theirs = admitted(claim), admitted(span(other))
    expected = SUPPORTS if theirs <= ours else OPEN if theirs & ours else REFUTES
    assert days(claim, span(other)) == expected


@given(SPANS, st.lists(SPANS, min_size=1, max_size=3))
def test_another_date_in_the_evidence_never_makes_it_worse(
    own: tuple[int, int], others: list[tuple[int, int]]
) -> None:
    fewer = days(span(own), *map(span, others[:-1])) if len(others) > 1 else NONE
    rank = (SUPPORTS, OPEN, REFUTES, NONE).index
    assert rank(days(span(own), *map(span, others))) <= rank(fewer)


# --- figures of two statements ------------------------------------------------------------------


@given(st.integers(2, 900), st.integers(2, 900), st.integers(2, 900))
def test_alignment_is_by_words_and_the_nearest_by_number(n: int, killed: int, hurt: int) -> None:
    claim = statement(f"{n} people were killed in the storm.", None)
    evidence = statement(f"{killed} people were killed and {hurt} wounded in the storm.", None)
    compared = Comparison(claim, evidence)
    (aligned,) = compared.aligned
    assert aligned.other is evidence.figures[0]
    assert compared.stands == [SUPPORTS if n == killed else REFUTES]
    assert STANDS.index(compared.near_stands[0]) <= STANDS.index(compared.stands[0])


def test_without_a_figure_of_its_unit_there_is_none() -> None:
    compared = Comparison(
        statement("The bridge cost $40 million.", None),
        statement("The bridge is 40 metres long.", None),
    )
    assert compared.stands == compared.near_stands == [NONE]
