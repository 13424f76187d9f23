"""What the words of a statement stand under: a denial, a plan or fear, an accusation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.bare.course_features import _REACH, _mark, course
from factcheck.bare.statement_pieces import pieces

WORDS = (
    *("the", "dam", "was", "not", "approved", "rejected", "planned", "charged", "until", "no"),
    *("because", "council", "denied", "opened", "closed", "didn't", "whether", "after"),
)


def plainly(text: str) -> list[int]:
    """Of each word what it is under, looked for backwards from it."""
    known = pieces(text).known
    return [
        sum(
            mark
            for mark, reach in _REACH
            if any(_mark(known[before]) & mark for before in range(max(0, at - reach), at))
        )
        for at in range(len(known))
    ]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_each_word_stands_under_what_is_near_before_it(told: list[str]) -> None:
    text = " ".join(told)
    assert course(text).marks == plainly(text)


def test_what_is_denied_is_of_the_other_side() -> None:
    denied = course("the plan was not approved").sides
    assert denied & course("the plan was rejected").sides == denied != 0
    assert denied & course("the plan was approved").sides == 0


def test_the_last_word_that_begins_a_reason_counts() -> None:
    assert course("after a vote the dam closed because of leaks").reason == 6
    assert course("because the dam closed").reason == -1
