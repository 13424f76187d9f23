"""Pairs made of news sentences: labelled by what was done, the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.training.news_pairs import NewsSentence, altered_news, beside, counts
from factcheck.training.perturbation import NOT_ENOUGH, REFUTES, SUPPORTS

TOWNS = ("Bergen", "Trento", "Oaxaca", "Tbilisi", "Perth")
SENTENCES = (
    "A fire in {town} killed {n} people and injured {m}, police said.",
    "Floods near {town} left {n} soldiers dead on Friday.",
    "Police in {town} arrested {n} students after a march of {m} workers.",
    "The crash outside {town} hurt {n} passengers, according to officials.",
)


def sentence(template: int, town: int, n: int) -> NewsSentence:
    text = SENTENCES[template].format(town=TOWNS[town], n=n, m=n + 7)
    return NewsSentence(f"event {town}", text)


SENTENCE = st.builds(sentence, st.integers(0, 3), st.integers(0, 4), st.integers(2, 900))


@pytest.fixture(scope="module")
def many() -> list[NewsSentence]:
    return [sentence(i % 4, i // 4 % 5, 2 + i) for i in range(400)]


@given(st.lists(SENTENCE, max_size=20))
def test_pairs_are_the_same_each_time_and_of_their_event(told: list[NewsSentence]) -> None:
    assert altered_news(told) == altered_news(told)
    assert beside(told) == beside(told)
    events = {own.event for own in told}
    assert {pair.page for pair in (*altered_news(told), *beside(told))} <= events


def test_every_label_is_made_and_none_floods_the_rest(many: list[NewsSentence]) -> None:
    made = altered_news(many)
    for label in (SUPPORTS, REFUTES, NOT_ENOUGH):
        share = sum(pair.label == label for pair in made) / len(made)
        assert 0.15 < share < 0.6, label


@given(SENTENCE, SENTENCE)
def test_two_events_say_nothing_of_each_other(one: NewsSentence, two: NewsSentence) -> None:
    labels = {pair.label for pair in beside([one, two]) if one.event != two.event}
    assert labels <= {NOT_ENOUGH}


def test_two_reports_of_one_event_agree_where_their_counts_do() -> None:
    first = NewsSentence("e", "Twelve people died in a fire in Bergen.")
    second = NewsSentence("e", "Fire in Bergen leaves 12 people dead, police say.")
    other = NewsSentence("e", "Fire in Bergen leaves 14 people dead, police say.")
    labels = [pair.label for pair in beside([first, second])]
    assert labels == [SUPPORTS, REFUTES]
    assert beside([first, other]) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twelve died and 1,300 fled in 2019.", [12, 1300]),
        ("A 22-year-old won 3-2.", []),
        ("It cost $14 and grew 9%.", []),
    ],
)
def test_counts_are_no_years_ages_or_shares(text: str, values: list[int]) -> None:
    assert [count.value for count in counts(text)] == values
