"""Slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judging import slips
from tests.factcheck.judged import claim, value


@given(st.integers(10, 10**6), st.sampled_from([10, 100, 1000]))
def test_a_factor_of_ten_is_a_slip_both_ways(number: int, factor: int) -> None:
    assert slips.digit_slip(number * factor, number) == f"×{factor}"
    assert slips.digit_slip(number, number * factor) == f"÷{factor}"


@given(st.integers(0, 10**6))
def test_a_right_figure_is_no_slip(number: int) -> None:
    assert slips.digit_slip(number, number) is None


@given(st.integers(10, 10**6), st.integers(0, 6))
def test_two_swapped_digits_are_found(number: int, at: int) -> None:
    digits = list(str(number))
    if at + 1 >= len(digits) or digits[at] == digits[at + 1] or digits[at + 1] == "0":
        return
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    found = slips.digit_slip(float("".join(digits)), float(number))
    assert found == slips.SWAPPED


@pytest.mark.parametrize(
    ("figure", "right", "slip"),
    [
        (21, 12, slips.SWAPPED),
        (1200, 12, "×100"),
        (288, 28, slips.DOUBLED),
        (175, 1175, slips.LOST),
        (14, 12, None),
        (3, 2, None),
        (13, 12, None),
        (63.4, 36.4, slips.SWAPPED),
        (4.2, 2.4, slips.SWAPPED),
        (74.2, 47.2, slips.SWAPPED),
        (446.4, 46.4, slips.DOUBLED),
        (6.4, 4.6, slips.SWAPPED),
        (3.64, 36.4, "÷10"),
        (45, 36.4, None),
        (6.8, 6.7, None),
        (0.2, 2.0, "÷10"),
        (1.234, 1.243, None),
    ],
)
def test_examples(figure: float, right: float, slip: str | None) -> None:
    assert slips.digit_slip(figure, right) == slip


def test_millions_for_billions_are_named_so() -> None:
    hint = slips.of_figure(claim("aid", value(61e6)), claim("aid", value(61e9)))
    assert hint is not None
    assert hint.slip == slips.SCALE


def test_another_kinds_figure_a_part_a_day_and_points_are_named() -> None:
    twelve = claim("killed", value(12))
    others = [
        claim("wounded", value(12)),
        claim("killed", value(12), group="children"),
        claim("killed", value(12), change="+"),
        claim("killed", value(13), group="women"),
    ]
    assert {hint.slip for hint in slips.of_others(twelve, others)} == {
        *(slips.ANOTHER_KIND, slips.PART, slips.DAY)
    }
    points = slips.of_others(claim("percent", value(3)), [claim("points", value(3))])
    assert [hint.slip for hint in points] == [slips.POINTS]


@pytest.mark.parametrize(
    ("name", "right", "ways"),
    [
        (slips.SWAPPED, 12, 1),
        (slips.SWAPPED, 104, 1),  # 014 is no figure
        (slips.SWAPPED, 1234, 3),
        (slips.SWAPPED, 36.4, 2),
        (slips.DOUBLED, 41, 2),
        (slips.DOUBLED, 44, 1),
        (slips.LOST, 175, 3),
        ("×10", 62, 1),
    ],
)
def test_a_slip_may_make_so_many_figures_of_one(name: str, right: float, ways: int) -> None:
    assert slips.ways(name, right) == ways
