"""Alignment: by what figures count, blind to their numbers, symmetric and bounded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound
from factcheck.judging.alignment import LEAST, Figure, align, joined, likeness, statement, stem
from tests.factcheck.judged import value

SENTENCES = (
    "{} people were killed in the landslide near Quito.",
    "Police detained {} marchers in Tbilisi.",
    "The orchard has {} pear trees and a pond.",
    "The ferry carried {} passengers across the strait.",
    "The tunnel is {} kilometres long.",
    "Support for the tax stood at {} percent.",
    "The stadium cost ${} million to build.",
    "More than {} homes were destroyed in the flood.",
    "The orchestra spent {} days on tour.",
    "Her album sold {} copies in Norway.",
)
# Longer ones that count the same as some of those.
LONGER = (
    "In Quito {} people died in a landslide of mud and stones, rescuers and officials said.",
    "After the rally on the main square, {} marchers were detained by police, lawyers told us.",
)
TEMPLATES = st.sampled_from(SENTENCES)
NUMBERS = st.integers(2, 99)


def figure(template: str, number: int) -> Figure:
    (only,) = statement(template.format(number), None).figures
    return only


@pytest.mark.parametrize("one", SENTENCES + LONGER)
@given(NUMBERS, NUMBERS)
def test_likeness_is_symmetric_and_bounded(one: str, n: int, m: int) -> None:
    a = figure(one, n)
    for b in (figure(other, m) for other in SENTENCES + LONGER):
        assert likeness(a, b) == pytest.approx(likeness(b, a))
        assert 0 <= likeness(a, b) <= 1


@given(TEMPLATES, TEMPLATES, NUMBERS, NUMBERS, NUMBERS)
def test_another_number_leaves_the_likeness_as_it_was(
    one: str, two: str, n: int, m: int, k: int
) -> None:
    assert likeness(figure(one, n), figure(two, m)) == likeness(figure(one, k), figure(two, m))


@given(TEMPLATES, NUMBERS, st.floats(0, 1e9), st.sampled_from([b for b in Bound if b != "vague"]))
def test_neither_value_nor_bound_counts(one: str, n: int, number: float, bound: Bound) -> None:
    a = figure(one, n)
    for other in (figure(t, n) for t in SENTENCES):
        assert likeness(replace(a, value=value(number, bound)), other) == likeness(a, other)


@given(TEMPLATES, NUMBERS, NUMBERS)
def test_nothing_is_liker_than_the_same_words(one: str, n: int, m: int) -> None:
    own = likeness(figure(one, n), figure(one, m))
    assert own >= LEAST
    assert own >= max(likeness(figure(one, n), figure(other, m)) for other in SENTENCES)


@given(TEMPLATES, NUMBERS, st.permutations(SENTENCES))
def test_a_figure_finds_its_own_words_in_whatever_order_they_stand(
    one: str, n: int, order: list[str]
) -> None:
    claim = statement(one.format(n), None)
    evidence = statement(" ".join(s.format(40 + i) for i, s in enumerate(order)), None)
    (aligned,) = align(claim, evidence)
    assert aligned.other is not None
    assert str(40 + order.index(one)) in aligned.other.value.text


@given(st.lists(TEMPLATES, max_size=3), st.lists(TEMPLATES, max_size=3), NUMBERS)
def test_each_figure_of_the_claim_stands_once_and_keeps_its_place(
    ours: list[str], theirs: list[str], n: int
) -> None:
    claim = statement(" ".join(t.format(n + i) for i, t in enumerate(ours)) or "Rain.", None)
    evidence = statement(" ".join(t.format(n) for t in theirs) or "Rain.", None)
    found = align(claim, evidence)
    assert [item.figure for item in found] == list(claim.figures)
    assert len(found) == len(ours)
    for item in found:
        assert item.other is None or item.score >= LEAST
        assert item.other is None or item.other in evidence.figures


@given(st.lists(TEMPLATES, max_size=4), NUMBERS)
def test_joining_twice_changes_nothing_more(sentences: list[str], n: int) -> None:
    text = " ".join(t.format(n) for t in sentences)
    assert joined(text) == text
    spaced = text.replace(".", " .").replace("$", "$ ")
    assert joined(spaced) == text


@pytest.mark.parametrize(
    ("claim", "evidence", "found"),
    [
        ("9 sailors drowned.", "Nine sailors were rescued.", None),
        ("The pier cost $9 million.", "The pier is 9 metres long.", None),
        ("The pier cost $9 million.", "The pier cost €9 million.", None),
        ("12 people were killed.", "30 people were wounded and 11 killed.", 11),
        ("40 percent of voters were women.", "40 voters were women.", None),
        ("A trail of 10 miles leads to the hut.", "A path of 16 km leads to the hut.", 16),
    ],
)
def test_what_counts_the_same(claim: str, evidence: str, found: float | None) -> None:
    (aligned,) = align(statement(claim, None), statement(evidence, None))
    assert (aligned.other and aligned.other.value.stated) == found


def test_words_of_one_stem_or_meaning_stand_for_each_other() -> None:
    assert stem("recovered") == stem("recoveries")
    assert stem("mayor's") == stem("mayor")
    assert stem("dogs") == stem("dog")
    assert stem("bus") != stem("car")


def test_dates_are_no_figures_and_before_ends_the_day_before() -> None:
    told = statement("The play opened before 21 March 2019.", None)
    (day,) = told.days
    assert not told.figures
    assert (day.low, day.high, day.exact) == (None, "2019-03-21", False)
