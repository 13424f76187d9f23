"""How two written numbers stand as intervals: overlap, hedged and rounded forms, tolerance.

Rules of the page docs/semantics.md, "Forms of one number": a figure with a scale word, or of at
least 1,000 with two trailing zeros, agrees with a finer one that rounds or truncates to it;
"more than 70" agrees with 77 (within one unit of its last non-zero digit); "almost 90" with 87;
a bare 90 is exactly 90; 4.1 agrees with 4.08, which has more decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from math import inf, isclose

from claims_db.kinds import Kind
from claims_db.records import Bound, Value

ROUND_FROM = 1000.0
"""From here on two trailing zeros make a bare figure a round one."""
ABOUT_SHARE = 0.05
NEARLY_SHARE = 0.15
"""The most that "nearly" falls short, as a share: nearly 10 is not 1."""

_SCALE = re.compile(r"\b(hundred|thousand|million|billion|trillion|bn|mn|m|k)\b", re.IGNORECASE)
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_DECIMALS = re.compile(r"\d[.](\d+)")
_BELOW = re.compile(r"\b(?:nearly|almost|close to|just under|not quite)\b", re.IGNORECASE)
_HEDGED = (Bound.ABOUT, Bound.MORE_THAN, Bound.LESS_THAN)
_NONE = -1.0  # no step
_FEWEST = {Bound.AT_LEAST, Bound.MORE_THAN}


@lru_cache(maxsize=65536)
def digit_unit(number: float) -> float:
    """The weight of the last non-zero digit: 90 → 10, 1,175 → 1, 17.9 → 0.1, 0 → 1."""
    if number == 0:
        return 1.0
    digits = Decimal(repr(abs(number))).normalize().as_tuple()
    return float(Decimal(1).scaleb(int(digits.exponent)))


def printed_unit(value: Value) -> float:
    """The finest step its writing can tell: "$61 billion" → 1e9, 30,000 → 10,000, 8.0 → 0.1."""
    if value.stated is None:
        return 1.0
    scale = _SCALE.search(value.text)
    decimals = _DECIMALS.search(value.text)
    if scale and abs(value.stated) >= _SCALES[scale[1].lower()]:
        step = _SCALES[scale[1].lower()]
        return float(step * 10.0 ** -(len(decimals[1]) if decimals else 0))
    if decimals and abs(value.stated) < ROUND_FROM:
        return float(10.0 ** -len(decimals[1]))
    return digit_unit(value.stated)


def is_round(value: Value) -> bool:
    """Whether the figure stands for all that round to it: a scale word, or 7,200."""
    if value.stated is None or value.bound is Bound.RANGE or abs(value.stated) < ROUND_FROM:
        return False
    return value.stated % 100 == 0 or _SCALE.search(value.text) is not None


def bounds(value: Value) -> tuple[float, float]:
    """The least and the most that the words admit, hedges read with their width; closed."""
    low = -inf if value.low is None else value.low
    high = inf if value.high is None else value.high
    if value.bound is not Bound.ABOUT or value.stated is None:
        return low, high
    stated = value.stated
    if _BELOW.search(value.text):
        return stated - min(printed_unit(value), NEARLY_SHARE * abs(stated)), stated
    width = max(ABOUT_SHARE * abs(stated), min(printed_unit(value) / 2, abs(stated) / 10))
    return stated - width, stated + width


def overlap(a: Value, b: Value) -> bool:
    """Whether one number can be meant by both, open ends kept open ("more than 12" and 12)."""
    (a_low, a_high), (b_low, b_high) = bounds(a), bounds(b)
    low, high = max(a_low, b_low), min(a_high, b_high)
    if low < high:
        return True
    return low == high and _admits_end(a, low) and _admits_end(b, low)


def _admits_end(value: Value, number: float) -> bool:
    if value.bound is Bound.MORE_THAN and value.low == number:
        return False
    return not (value.bound is Bound.LESS_THAN and value.high == number)


def admits(value: Value, number: float) -> bool:
    """Whether the words of `value` admit the number."""
    low, high = bounds(value)
    return low <= number <= high and _admits_end(value, number)


def same_stated(a: Value, b: Value) -> bool:
    """Equal counts as printed; ranges have to be equal as a whole."""
    if Bound.RANGE in (a.bound, b.bound):
        return a.bound is b.bound and (a.low, a.high) == (b.low, b.high)
    return a.stated is not None and b.stated is not None and close(a.stated, b.stated)


def close(a: float, b: float) -> bool:
    """Equal but for what unit conversion and binary fractions add."""
    return isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


def rounds_to(fine: Value, coarse: Value) -> bool:
    """Whether `coarse`, a round figure, is what the finer one rounds or truncates to."""
    if fine.stated is None or coarse.stated is None:
        return False
    if coarse.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    gap = fine.stated - coarse.stated
    if not is_round(coarse):
        return abs(gap) <= _fraction_dropped(fine, coarse) / 2
    unit = printed_unit(coarse)
    return printed_unit(fine) < unit and -unit / 2 <= gap < unit


def _fraction_dropped(fine: Value, coarse: Value) -> float:
    """The step of a figure that is printed with decimals, but fewer than the finer one: 4.1 of
    4.08. A whole number is no such rounding: a rate of 4 is none of 4.25."""
    places = [_places(value) for value in (fine, coarse)]
    if any(value.stated is None or abs(value.stated) >= ROUND_FROM for value in (fine, coarse)):
        return _NONE
    return 10.0 ** -places[1] if 0 < places[1] < places[0] else _NONE


def _places(value: Value) -> int:
    told = _DECIMALS.search(value.text)
    return len(told[1]) if told else 0


def hedged_form_of(hedged: Value, plain: Value) -> bool:
    """Whether `hedged` ("almost 90", "more than 70", "about 120") can be a wording of `plain`."""
    if hedged.stated is None or plain.stated is None or plain.bound is Bound.RANGE:
        return False
    if hedged.bound not in _HEDGED:
        return False
    number = plain.stated
    if hedged.bound is Bound.ABOUT:
        low, high = bounds(hedged)
        return low <= number <= high
    unit = printed_unit(hedged)
    if unit < 10 and hedged.stated >= 10:  # "more than 48" is no way to write 50
        return False
    if hedged.bound is Bound.MORE_THAN:
        return hedged.stated < number < hedged.stated + unit
    if hedged.bound is Bound.LESS_THAN:
        return hedged.stated - unit < number < hedged.stated
    return False


def same_number(a: Value, b: Value) -> bool:
    """Equal counts, or one is a hedged or rounded form of the other. Symmetric."""
    if a.bound is Bound.EXACT and b.bound is Bound.EXACT:
        if a.stated is None or b.stated is None:
            return False
        if abs(a.stated) < ROUND_FROM and abs(b.stated) < ROUND_FROM:  # most: neither is round
            if a.stated == int(a.stated) and b.stated == int(b.stated):
                return a.stated == b.stated
    if Bound.VAGUE in (a.bound, b.bound):
        return False
    if same_stated(a, b) or rounds_to(a, b) or rounds_to(b, a):
        return True
    if Bound.RANGE in (a.bound, b.bound):
        return _within_range(a, b) or _within_range(b, a)
    return hedged_form_of(a, b) or hedged_form_of(b, a)


def _within_range(span: Value, plain: Value) -> bool:
    """Whether a count lies in a range: "between 30 and 40" is a wording of 35."""
    if span.bound is not Bound.RANGE or plain.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    if span.low is None or span.high is None or plain.stated is None:
        return False
    return span.low <= plain.stated <= span.high


def within_tolerance(a: Value, b: Value, kind: Kind) -> bool:
    """Whether two right figures of the kind may differ so much: by less than its absolute
    tolerance, at most its share of the larger, or at most its factor."""
    if a.stated is None or b.stated is None:
        return False
    low, high = sorted((abs(a.stated), abs(b.stated)))
    gap = abs(a.stated - b.stated)
    if kind.absolute and gap < kind.absolute and not close(gap, kind.absolute):
        return True
    if kind.relative and gap <= kind.relative * high:
        return True
    return kind.factor > 1 and low > 0 and high <= kind.factor * low


def meet(a: Value, b: Value) -> bool:
    """Whether the intervals overlap at the precision stated, rounding included. Symmetric."""
    return overlap(a, b) or same_number(a, b)


def gap_share(a: Value, b: Value) -> float | None:
    """|a − b| as a share of the larger, 0–1 for figures of one sign; None where one is vague."""
    if a.stated is None or b.stated is None:
        return None
    largest = max(abs(a.stated), abs(b.stated))
    return abs(a.stated - b.stated) / largest if largest else 0.0


def is_floor(value: Value) -> bool:
    """Whether the words leave the top open: at least, more than."""
    return value.bound in _FEWEST
