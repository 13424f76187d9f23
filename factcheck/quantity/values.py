"""A number and its hedge as an interval: the table "Values" of docs/semantics.md."""

from __future__ import annotations

import math
from typing import Final

from claims_db.records import Bound, Value

# How far "about N" reaches: half a unit of the last non-zero digit, but at least 5 % and at
# most 10 % of N. "about 90" is 85-95, "about 12" is 11.4-12.6, "about 100,000" is 90,000-110,000.
ABOUT_LEAST: Final = 0.05
ABOUT_MOST: Final = 0.10

_BOUNDS: Final = {bound.value: bound for bound in Bound}
NEARLY: Final = "nearly"  # hedges.before table: a bound that reaches below only


def last_digit_unit(number: float) -> float:
    """The worth of the last non-zero digit: 10 for 90, 1 for 87, 100 for 1,200, 0.1 for 17.9."""
    number = abs(number)
    if number == 0 or math.isinf(number) or math.isnan(number):
        return 1.0
    if number == int(number):
        whole = int(number)
        unit = 1
        while whole % 10 == 0:
            whole //= 10
            unit *= 10
        return float(unit)
    text = f"{number:.10f}".rstrip("0")
    return float(10.0 ** -(len(text) - text.index(".") - 1))


def reach(number: float) -> float:
    """How far to either side "about `number`" reaches."""
    size = abs(number)
    return min(max(last_digit_unit(number) / 2, ABOUT_LEAST * size), ABOUT_MOST * size)


def value(stated: float, hedge: str, text: str) -> Value:
    """The interval of a stated number under a hedge: one of `Bound`'s values or "nearly"."""
    if hedge == NEARLY:
        below = min(last_digit_unit(stated), ABOUT_MOST * abs(stated))
        return Value(stated - below, stated, stated, Bound.ABOUT, text)
    bound = _BOUNDS[hedge]
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Value(stated, None, stated, bound, text)
    if bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return Value(min(0.0, stated), stated, stated, bound, text)
    if bound is Bound.ABOUT:
        width = reach(stated)
        return Value(stated - width, stated + width, stated, bound, text)
    return Value(stated, stated, stated, Bound.EXACT, text)


def span(low: float, high: float, text: str) -> Value:
    """A range as written, kept as a range: no count is stated."""
    return Value(min(low, high), max(low, high), None, Bound.RANGE, text)


def vague(low: float | None, high: float | None, text: str) -> Value:
    """dozens, hundreds, several: an interval that supports and hardly ever contradicts."""
    return Value(low, high, None, Bound.VAGUE, text)
