"""Numbers: what is written is what is read, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantity.digits import Number, parse_digits
from factcheck.quantity.numbers import number_at
from factcheck.text.tokens import Tokens

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> str:
    """A plain oracle: a number below a million in words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        tens = TENS[n // 10 - 2]
        return f"{tens}-{ONES[n % 10]}" if n % 10 else tens
    if n < 1000:
        rest = f" and {spelled(n % 100)}" if n % 100 else ""
        return f"{ONES[n // 100]} hundred{rest}"
    rest = f" {spelled(n % 1000)}" if n % 1000 else ""
    return f"{spelled(n // 1000)} thousand{rest}"


def first(text: str) -> Number | None:
    return number_at(Tokens(text), 0)


@given(st.integers(1, 999_999))
def test_words_are_read_as_written(n: int) -> None:
    number = first(spelled(n))
    assert number is not None
    assert number.amount == n
    assert number.last == len(Tokens(spelled(n)))


@given(st.integers(0, 10**15))
def test_digits_are_read_with_and_without_separators(n: int) -> None:
    assert parse_digits(str(n)) == n
    assert parse_digits(f"{n:,}") == n
    assert parse_digits(f"{n:,}".replace(",", "\u00a0")) == n


@given(st.text(alphabet="0123456789,. ", min_size=1, max_size=60))
def test_rows_of_digits_are_a_finite_number_or_none(text: str) -> None:
    amount = parse_digits(text)
    assert amount is None or abs(amount) < float("inf")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.3 thousand", 1300),
        ("95-billion-dollar", 95e9),
        ("5 lakh", 500_000),
        ("2 crore", 20_000_000),
        ("30bn", 30e9),
        ("1,5 million", 1.5e6),
        ("2½", 2.5),
        ("3/4", 0.75),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("two and a half million", 2.5e6),
        ("a couple of", 2),
        ("a hundred", 100),
        ("two-thirds", 2 / 3),
        ("one in five", 0.2),
        ("three dozen", 36),
    ],
)
def test_scales_and_fractions(text: str, amount: float) -> None:
    number = first(text)
    assert number is not None
    assert number.amount == pytest.approx(amount)


@pytest.mark.parametrize(
    "text", ["1.2.3", "4/13/2015", "second", "and", "scores were level", "9" * 99]
)
def test_no_number(text: str) -> None:
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, None),
        ("several hundred", 300, 2000),
        ("hundreds of thousands", 200_000, None),
        ("a few", 2, 10),
        ("tens of thousands", 20_000, None),
    ],
)
def test_vague_counts_are_intervals(text: str, low: float, high: float | None) -> None:
    number = first(text)
    assert number is not None
    assert (number.low, number.high, number.is_vague) == (low, high, True)
