"""Quantities: interval, hedge, unit, noun; and the numbers that are none. Our own sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound
from factcheck.quantity.quantities import find
from factcheck.quantity.quantity import Quantity
from factcheck.text.tokens import Tokens


def the_quantity(text: str) -> Quantity:
    (quantity,) = find(Tokens(text))
    return quantity


HEDGES = [
    ("At least 14 barns burned.", Bound.AT_LEAST, 14),
    ("No fewer than 14 barns burned.", Bound.AT_LEAST, 14),
    ("14 or more barns burned.", Bound.AT_LEAST, 14),
    ("More than 2,000 were counted.", Bound.MORE_THAN, 2000),
    ("Upwards of 600 geese died.", Bound.MORE_THAN, 600),
    ("Fewer than 50 stayed.", Bound.LESS_THAN, 50),
    ("Up to 200 were aboard.", Bound.AT_MOST, 200),
    ("As many as 150 may come.", Bound.AT_MOST, 150),
    ("About 90 barns burned.", Bound.ABOUT, 90),
    ("Nearly 90 barns burned.", Bound.ABOUT, 90),
    ("At least some 40 barns burned.", Bound.AT_LEAST, 40),
    ("Some 40 barns burned.", Bound.ABOUT, 40),
]
RANGES = [
    ("Between 10 and 12 barns burned.", 10, 12),
    ("It took 10 to 12 boats.", 10, 12),
    ("It took 10-12 boats.", 10, 12),
    ("It cost $1.5 to $2 million.", 1.5e6, 2e6),
    ("Two or three boats came.", 2, 3),
    ("It weighed 2 or 3 thousand tonnes.", 2000, 3000),
    ("Anywhere from 30 to 40 boats came.", 30, 40),
    ("Some 1,200–1,500 geese died.", 1200, 1500),
]
UNITS = [
    ("The road is 12 km long.", "kilometre", 12),
    ("A 7-metre wave came.", "metre", 7),
    ("Winds of 180 km/h blew.", "kilometre per hour", 180),
    ("It fell to -12 degrees Celsius.", "degree Celsius", -12),
    ("Turnout was 64.2%.", "percent", 64.2),
    ("It rose 0.4 percentage points.", "percentage point", 0.4),
    ("They paid €3bn.", "EUR", 3e9),
    ("They paid Rs 200 crore.", "INR", 2e9),
    ("They paid USD 5 million.", "USD", 5e6),
    ("They paid RM79.", "MYR", 79),
    ("They paid 70 cents.", "cent", 70),
    ("It lasted 90 minutes.", "minute", 90),
]
NOUNS = [
    ("Twelve police officers came.", "officers", False),
    ("Nine of the miners came.", "miners", True),
    ("Two of them came.", None, True),
    ("Another 12 boats came.", "boats", False),
    ("Sixty-six ballistic and cruise missiles came.", "missiles", False),
    ("A 12-member crew came.", "member", False),
    ("Four injured sailors came.", "sailors", False),
    ("Eight came.", None, False),
]
RATES = [
    ("The plant makes 900 cars a week.", "week"),
    ("There were 12 deaths per 100,000 people.", "100,000 people"),
    ("It pumps 30 barrels daily.", "day"),
    ("He earns $15/hour.", "hour"),
]
CHANGES = [
    ("Prices rose by 3 percent.", "+"),
    ("Prices fell 3 percent.", "-"),
    ("Shares were 0.9% higher.", "+"),
    ("They saw a 4 percent drop.", "-"),
    ("Guns shot down 63.", None),
    ("It lost 3 percent.", "-"),
    ("The firm cut 400.", None),
    ("It closed at minus 5.", None),
]
NO_QUANTITIES = [
    "Call 555-123-4567 now.",
    "Call 9-1-1 now.",
    "They met at 10:30 a.m. on 12 May 2009.",
    "They met in Room 12 of 1200 Oak Street.",
    "The F-16 flew along Route 66.",
    "Flight 447 left on April 5.",
    "Photo 4 of 31 Smoke rises.",
    "Slide 11 of 12: a lorry turns back.",
    "Page 2 of 3 The mayor spoke.",
    "Neighbours called 911 at dawn.",
    "She dialled 999 and waited.",
    "The home side won 3-1.",
    "It was the 12th of its kind.",
    "It opened in the 1990s.",
    "It began in 1987.",
    "No one knew.",
    "They helped one another.",
    "It is one of the oldest.",
    "See www.example.org/12-dead or write to a12@example.org.",
    "Covid-19 spread.",
    "The vessel carried an AK-47.",
    "Version 2.0.1 came out.",
    "He read Section 4(b).",
]


@pytest.mark.parametrize(("text", "bound", "stated"), HEDGES)
def test_hedges(text: str, bound: Bound, stated: float) -> None:
    value = the_quantity(text).value
    assert (value.bound, value.stated) == (bound, stated)


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_ranges(text: str, low: float, high: float) -> None:
    value = the_quantity(text).value
    assert (value.low, value.high, value.bound) == (low, high, Bound.RANGE)


@pytest.mark.parametrize(("text", "unit", "stated"), UNITS)
def test_units(text: str, unit: str, stated: float) -> None:
    quantity = the_quantity(text)
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.value.stated) == (unit, stated)


@pytest.mark.parametrize(("text", "head", "partitive"), NOUNS)
def test_noun_phrases(text: str, head: str | None, partitive: bool) -> None:
    quantity = the_quantity(text)
    assert (quantity.head, quantity.partitive) == (head, partitive)


@pytest.mark.parametrize(("text", "per"), RATES)
def test_rates(text: str, per: str) -> None:
    assert the_quantity(text).per == per


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_changes(text: str, change: str | None) -> None:
    assert the_quantity(text).change == change


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert not find(Tokens(text))


@given(st.text(alphabet=st.sampled_from("1 2,.-to$%anhedozkm()"), max_size=60))
def test_quantities_are_in_order_and_inside_the_sentence(text: str) -> None:
    tokens = Tokens(text)
    reached = 0
    for quantity in find(tokens):
        assert reached <= quantity.number < quantity.last_number <= quantity.last <= len(tokens)
        assert quantity.first <= quantity.number
        assert tokens.text[tokens.starts[quantity.first] :].startswith(quantity.value.text)
        reached = quantity.last_number


@pytest.mark.parametrize("text", ["They called 112 witnesses.", "He carried 3 of 12 boxes."])
def test_what_looks_like_a_phone_or_a_page_may_count(text: str) -> None:
    assert list(find(Tokens(text)))
