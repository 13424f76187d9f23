"""Arithmetic of written numbers: laws, against a slow oracle."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.kinds import kinds
from claims_db.records import Bound, Value
from factcheck.judging import intervals
from tests.factcheck.judged import value

LIMITED = [Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN]


@st.composite
def values(draw: st.DrawFn) -> Value:
    bound = draw(st.sampled_from([*LIMITED, Bound.RANGE, Bound.ABOUT]))
    number = draw(st.integers(0, 60))
    if bound is Bound.RANGE:
        high = number + draw(st.integers(1, 9))
        return Value(number, high, number, bound, f"{number} to {high}")
    return value(number, bound)


def oracle_admits(told: Value, number: Fraction) -> bool:
    """What the words say, point by point."""
    stated = Fraction(told.stated or 0)
    if told.bound is Bound.AT_LEAST:
        return number >= stated
    if told.bound is Bound.MORE_THAN:
        return number > stated
    if told.bound is Bound.AT_MOST:
        return 0 <= number <= stated
    if told.bound is Bound.LESS_THAN:
        return 0 <= number < stated
    if told.bound is Bound.RANGE:
        return stated <= number <= Fraction(told.high or 0)
    return number == stated


POINTS = [Fraction(n, 4) for n in range(4 * 80)]


@given(values().filter(lambda v: v.bound is not Bound.ABOUT), values())
def test_overlap_is_a_common_point(a: Value, b: Value) -> None:
    if b.bound is Bound.ABOUT:
        low, high = intervals.bounds(b)
        b = Value(low, high, low, Bound.RANGE, "range")
        slow = any(oracle_admits(a, p) and low <= p <= high for p in [*POINTS, Fraction(low)])
        slow = slow or oracle_admits(a, Fraction(high))
    else:
        slow = any(oracle_admits(a, p) and oracle_admits(b, p) for p in POINTS)
    assert intervals.overlap(a, b) == slow


@given(values(), values())
def test_forms_and_overlap_do_not_depend_on_the_order(a: Value, b: Value) -> None:
    assert intervals.same_number(a, b) == intervals.same_number(b, a)
    assert intervals.overlap(a, b) == intervals.overlap(b, a)
    assert intervals.meet(a, b) == intervals.meet(b, a)
    for kind in ("magnitude", "depth", "killed", "area"):
        tolerance = intervals.within_tolerance
        assert tolerance(a, b, kinds()[kind]) == tolerance(b, a, kinds()[kind])


@given(values())
def test_a_number_is_a_form_of_itself(a: Value) -> None:
    assert intervals.same_number(a, a)
    assert intervals.gap_share(a, a) == 0


@given(st.integers(1, 10**12))
def test_the_digit_unit_divides_the_number_and_ten_times_it_does_not(number: int) -> None:
    unit = intervals.digit_unit(float(number))
    assert number % int(unit) == 0
    assert number % (10 * int(unit)) != 0


@given(st.integers(1000, 10**7), st.sampled_from([100, 1000, 10_000]))
def test_a_figure_agrees_with_what_it_rounds_or_truncates_to(number: int, unit: int) -> None:
    rounded, truncated = round(number / unit) * unit, number // unit * unit
    for coarse in (rounded, truncated):
        if coarse >= 1000 and intervals.digit_unit(coarse) == unit and number % unit:
            assert intervals.same_number(value(number), value(coarse))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (value(90, Bound.ABOUT, "almost 90"), value(87), True),
        (value(90, Bound.ABOUT, "almost 90"), value(93), False),
        (value(70, Bound.MORE_THAN), value(77), True),
        (value(70, Bound.MORE_THAN), value(80), False),
        (value(48, Bound.MORE_THAN), value(50), False),
        (value(61e9, text="$61 billion"), value(60.84e9, text="$60.84 billion"), True),
        (value(61e9, text="$61 billion"), value(60e9, text="$60 billion"), False),
        (value(7200), value(7266), True),
        (value(90), value(87), False),
        (value(2, Bound.AT_LEAST), value(12, Bound.AT_LEAST), False),
        (value(1200, Bound.ABOUT, "nearly 1,200"), value(1175), True),
        (value(17.9, Bound.ABOUT, "about 17.9"), value(17.7), True),
    ],
)
def test_forms_of_one_number(a: Value, b: Value, same: bool) -> None:
    assert intervals.same_number(a, b) is same


def test_magnitudes_of_two_agencies_may_differ_by_less_than_the_tolerance() -> None:
    magnitude = kinds()["magnitude"]
    assert intervals.within_tolerance(value(7.8), value(7.9), magnitude)
    assert not intervals.within_tolerance(value(7.5), value(7.7), magnitude)
    assert intervals.within_tolerance(value(17.9), value(10.0), kinds()["depth"])
