"""Printed numbers side by side: against a slow oracle over points, and laws of dates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound
from factcheck.bare.printed import Printed, printed
from factcheck.bare.printed_comparison import (
    FORM,
    NONE,
    OPEN,
    REFUTES,
    STANDS,
    SUPPORTS,
    PrintedPair,
    gap,
    stand,
)

WORDS = {
    Bound.EXACT: "",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.LESS_THAN: "fewer than ",
}
POINTS = [Fraction(n, 2) for n in range(2 * 130)]  # integers, and what lies between


def told(number: int, bound: Bound, high: int | None = None) -> Printed:
    text = f"between {number} and {high}" if high else f"{WORDS[bound]}{number}"
    (found,) = printed(f"They sold {text} boats.").numbers
    return found


@st.composite
def numbers(draw: st.DrawFn) -> Printed:
    bound = draw(st.sampled_from([*WORDS, Bound.RANGE]))
    number = draw(st.integers(13, 60))
    return told(number, bound, number + draw(st.integers(1, 9)) if bound is Bound.RANGE else None)


def meant(number: Printed) -> frozenset[Fraction]:
    """The points that the words admit."""
    value = Fraction(number.value)
    tests = {
        Bound.EXACT: lambda p: p == value,
        Bound.AT_LEAST: lambda p: p >= value,
        Bound.MORE_THAN: lambda p: p > value,
        Bound.AT_MOST: lambda p: p <= value,
        Bound.LESS_THAN: lambda p: p < value,
        Bound.RANGE: lambda p: value <= p <= Fraction(number.high or 0),
    }
    return frozenset(point for point in POINTS if tests[number.bound](point))


@given(numbers(), numbers())
def test_how_numbers_stand_is_inside_outside_or_open(claim: Printed, evidence: Printed) -> None:
    ours, theirs = meant(claim), meant(evidence)
    expected = SUPPORTS if theirs <= ours else OPEN if theirs & ours else REFUTES
    assert stand(claim, evidence) == expected


@given(numbers())
def test_a_number_supports_itself(number: Printed) -> None:
    assert stand(number, number) == SUPPORTS


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_gap_is_none_to_itself_and_turns_with_the_pair(a: int, b: int) -> None:
    assert gap(a, a) == 0
    assert gap(a, b) == pytest.approx(-gap(b, a))


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("It cost $61 billion.", "It cost $60.84 billion.", FORM),
        ("It cost $61 billion.", "It cost $58 billion.", REFUTES),
        ("The trail is 10 miles long.", "The trail is 16 kilometres long.", FORM),
        ("The trail is 10 miles long.", "The trail is 19 kilometres long.", REFUTES),
        ("The trail is 10 miles long.", "The trail is 10 kilometres long.", REFUTES),
        ("It was 113 degrees Fahrenheit.", "It was 45 degrees Celsius.", SUPPORTS),
        ("It burned 5,000 hectares.", "It burned 50 square kilometres.", SUPPORTS),
        ("It lasted 72 hours.", "It lasted three days.", SUPPORTS),
        ("It scored 35 percent.", "It scored 3.5/10.", SUPPORTS),
        ("Nearly 90 came.", "87 came.", SUPPORTS),
        ("Dozens came.", "36 came.", SUPPORTS),
    ],
)
def test_forms_of_one_number(claim: str, evidence: str, expected: str) -> None:
    (own,), (other,) = printed(claim).numbers, printed(evidence).numbers
    assert stand(own, other) == expected


# --- dates --------------------------------------------------------------------------------------

DAYS = st.integers(3, 26)


def misfit(claim: str, evidence: str) -> int:
    (held,) = PrintedPair(printed(claim), printed(evidence)).dates
    return held.misfit


@given(DAYS, st.sampled_from(["before", "after", "on"]), DAYS)
def test_a_day_fits_or_does_not(own: int, word: str, other: int) -> None:
    fits = {"before": other < own, "after": other > own, "on": other == own}[word]
    told = misfit(f"It opened {word} {own} March 2021.", f"It opened on {other} March 2021.")
    assert (told == 0) == fits


@pytest.mark.parametrize("word", ["before", "after", "since", "by", "on"])
@given(day=DAYS)
def test_a_bounded_date_fits_itself(word: str, day: int) -> None:
    text = f"It opened {word} {day} March 2021."
    assert misfit(text, text) == 0


@given(DAYS, DAYS)
def test_a_year_left_unsaid_is_the_others(own: int, other: int) -> None:
    told = misfit(f"It opened on {own} March.", f"It opened on {other} March 1998.")
    assert (told == 0) == (own == other)


def test_without_a_date_there_is_none() -> None:
    assert misfit("It opened in 2021.", "It opened.") == 3


# --- numbers of two statements ------------------------------------------------------------------


@given(st.integers(13, 900), st.integers(13, 900), st.integers(13, 900))
def test_alignment_is_by_words_and_the_nearest_by_number(n: int, killed: int, hurt: int) -> None:
    evidence = printed(f"{killed} people were killed and {hurt} wounded in the storm.")
    pair = PrintedPair(printed(f"{n} people were killed in the storm."), evidence)
    (aligned,), (nearest,) = pair.aligned, pair.nearest
    assert aligned.other is evidence.numbers[0]
    assert aligned.stand == (SUPPORTS if n == killed else REFUTES)
    assert STANDS.index(nearest.stand) <= STANDS.index(aligned.stand)


def test_a_place_tells_which_of_a_list_is_meant() -> None:
    claim = printed("There are more than 3 cases in Orlu.")
    evidence = printed("It counted 54 in Tamsin, 9 in Brill, 4 in Orlu and 2 in Gaze.")
    (held,) = PrintedPair(claim, evidence).aligned
    assert held.other is not None
    assert held.other.value == 4


def test_without_a_number_of_its_sort_there_is_none() -> None:
    pair = PrintedPair(
        printed("The bridge is 40 percent done."), printed("The bridge is 40 metres long.")
    )
    assert [held.stand for held in (*pair.aligned, *pair.nearest)] == [NONE, NONE]


@given(st.integers(2, 95), st.sampled_from([2, 3, 10]), st.sampled_from(["million", "billion"]))
def test_a_scale_word_rounds_to_one_of_its_kind_and_no_further(
    n: int, times: int, scale: str
) -> None:
    (own,) = printed(f"It cost ${n} {scale}.").numbers
    (other,) = printed(f"It cost ${n * times} {scale}.").numbers
    assert stand(own, other) == stand(other, own) == REFUTES
