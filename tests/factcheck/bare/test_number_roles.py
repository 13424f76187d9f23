"""What a figure was before and the whole of a share stand aside; a share of a whole is a count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.records import Bound
from factcheck.bare.number_roles import FORMER, WHOLE
from factcheck.bare.printed import printed
from factcheck.bare.printed_comparison import REFUTES, SUPPORTS
from factcheck.bare.statement_pair import StatementPair

FORMERLY = (
    "Attendance at the fair fell to {new} from {old}.",
    "The number of wolves rose from {old} to {new}.",
    "The council has {new} members, down from {old}.",
    "The club sold {new} tickets, compared with {old} last year.",
    "Engineers revised the count to {new} from {old}.",
)
NO_CHANGE = (
    "Crowds came from {old} towns to see the bridge.",
    "The path runs from {old} to {new}.",
    "The fund got {new} dollars from {old} donors.",
)
WORDS = {"a third": 3, "a quarter": 4, "one fifth": 5, "half": 2, "a tenth": 10}


@settings(deadline=None)  # the first one reads the lexicon
@given(st.sampled_from(FORMERLY), st.integers(2, 500), st.integers(2, 500))
def test_what_it_was_before_stands_aside(template: str, new: int, old: int) -> None:
    told = {
        number.value: number.role for number in printed(template.format(new=new, old=old)).numbers
    }
    if new != old:
        assert told == {new: "", old: FORMER}


@given(st.sampled_from(NO_CHANGE), st.integers(2, 500), st.integers(2, 500))
def test_where_something_comes_from_is_no_former_figure(template: str, new: int, old: int) -> None:
    assert all(not n.role for n in printed(template.format(new=new, old=old)).numbers)


@given(st.integers(2, 400), st.integers(501, 900))
def test_the_figure_now_is_held_against_the_other_statement(new: int, old: int) -> None:
    for value, stand in ((new, SUPPORTS), (old, REFUTES)):
        pair = StatementPair(
            f"The choir shrank to {new} singers from {old}.", f"The choir has {value} singers."
        )
        assert [held.stand for held in pair.printed.aligned] == [stand]


@given(st.sampled_from(sorted(WORDS)), st.integers(1, 80), st.sampled_from(("the ", "its ", "")))
def test_a_share_of_a_whole_is_a_count(share: str, part: int, article: str) -> None:
    whole = part * WORDS[share]
    count, of = printed(f"The flood wrecked {share} of {article}{whole} boats.").numbers
    assert (count.value, count.bound, count.sort) == (part, Bound.EXACT, "count")
    assert (of.value, of.role) == (whole, WHOLE)


@pytest.mark.parametrize(
    "text",
    ["A third of voters stayed at home.", "It fell by a quarter in 2019.", "Half of 2019 was dry."],
)
def test_a_share_of_what_is_not_told_is_no_count(text: str) -> None:
    assert all(number.role != WHOLE for number in printed(text).numbers)


def test_a_share_that_is_no_whole_number_is_about_it() -> None:
    assert printed("A third of the 100 seats are empty.").numbers[0].bound is Bound.ABOUT
