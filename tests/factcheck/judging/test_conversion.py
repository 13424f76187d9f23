"""Measures in their kind's unit: order kept, there and back, published factors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound, Claim, Value
from factcheck.judging.conversion import standard
from tests.factcheck.judged import claim, value

NUMBERS = st.floats(0.001, 1e6)
UNITS = st.sampled_from(
    [
        ("distance", "mile"),
        ("distance", "foot"),
        ("rainfall", "inch"),
        ("wind_speed", "mile per hour"),
        ("wind_speed", "knot"),
        ("temperature", "degree Fahrenheit"),
        ("area", "acre"),
        ("area", "square mile"),
        ("weight", "tonne"),
        ("volume", "gallon"),
        ("duration", "week"),
    ]
)


def measured(kind: str, unit: str, number: Value) -> Claim:
    return replace(claim(kind, number), unit=unit)


def converted(kind: str, unit: str, number: float) -> float:
    stated = standard(measured(kind, unit, value(number))).value.stated
    assert stated is not None
    return stated


@given(UNITS, NUMBERS, NUMBERS)
def test_conversion_keeps_the_order(told: tuple[str, str], a: float, b: float) -> None:
    low, high = sorted((a, b))
    if high - low > 1e-6 * high:
        assert converted(*told, low) < converted(*told, high)


@given(NUMBERS)
def test_there_and_back_is_where_it_was(number: float) -> None:
    # A depth of rain counts in millimetres, a way in kilometres.
    assert converted("distance", "millimetre", converted("rainfall", "kilometre", number)) == (
        pytest.approx(number, rel=1e-9)
    )


@given(UNITS, NUMBERS)
def test_twice_is_as_good_as_once(told: tuple[str, str], number: float) -> None:
    once = standard(measured(*told, value(number)))
    assert once.unit != told[1]
    assert standard(once) == once


@given(UNITS, st.floats(1, 1e5), st.sampled_from(list(Bound)))
def test_bound_words_and_open_ends_stay(told: tuple[str, str], low: float, bound: Bound) -> None:
    written = Value(low, None, None, bound, "as written")
    found = standard(measured(*told, written)).value
    assert (found.bound, found.text, found.high, found.stated) == (bound, "as written", None, None)
    assert found.low is not None
    assert found.low != low


@pytest.mark.parametrize(
    ("kind", "unit", "number", "expected"),
    [
        ("distance", "mile", 26.21875, 42.195),  # a marathon
        ("distance", "nautical mile", 1, 1.852),
        ("rainfall", "inch", 10, 254),
        ("wind_speed", "mile per hour", 100, 160.9344),
        ("wind_speed", "knot", 64, 118.528),  # a hurricane begins
        ("temperature", "degree Fahrenheit", 32, 0),
        ("temperature", "degree Fahrenheit", 212, 100),
        ("temperature", "degree Fahrenheit", -40, -40),
        ("area", "acre", 640, 258.9988),  # a square mile
        ("weight", "tonne", 3, 3000),
        ("duration", "day", 2, 48),
    ],
)
def test_published_factors(kind: str, unit: str, number: float, expected: float) -> None:
    assert converted(kind, unit, number) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("kind", "unit"),
    [("killed", "person"), ("distance", "kilometre"), ("distance", "league"), ("area", "mile")],
)
def test_what_has_no_conversion_is_left_alone(kind: str, unit: str) -> None:
    told = measured(kind, unit, value(5))
    assert standard(told) is told
