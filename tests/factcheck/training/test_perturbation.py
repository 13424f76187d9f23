"""Altered pairs: of the same page, the same each time, altered in one thing only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.training.perturbation import (
    NOT_ENOUGH,
    NUMBER,
    REFUTES,
    SUPPORTS,
    LabelledPair,
    altered,
)

WORD = re.compile(r"[A-Za-z]+")
TOWNS = ("Bergen", "Trento", "Oaxaca", "Tbilisi", "Perth Harbour")
SENTENCES = (
    "By Friday the clinic in {town} counted {n} deaths among its patients.",
    "The mill near {town} was sold for {n} million last autumn.",
    "On tour through {town} she spoke for {n} hours.",
    "The walkers of {town} covered {n} miles in a day.",
    "A storm over {town} left {n} wounded.",
)


def pair(template: int, town: int, n: int, label: str = SUPPORTS) -> LabelledPair:
    text = SENTENCES[template].format(town=TOWNS[town], n=n)
    return LabelledPair(f"page {town}", text, f"They say: {text}", label)


PAIRS = st.lists(
    st.builds(pair, st.integers(0, 4), st.integers(0, 4), st.integers(2, 999)), max_size=60
)


@pytest.fixture(scope="module")
def many() -> list[LabelledPair]:
    return [pair(i % 5, i // 5 % 5, 2 + i) for i in range(600)]


def sources(made: LabelledPair, pairs: list[LabelledPair]) -> list[LabelledPair]:
    """The pairs it may have been made of: one of its two texts is unchanged."""
    return [
        own
        for own in pairs
        if (own.claim == made.claim) != (own.evidence == made.evidence) and own.page == made.page
    ]


@given(PAIRS)
def test_altered_pairs_are_the_same_each_time(pairs: list[LabelledPair]) -> None:
    assert altered(pairs) == altered(pairs)


@given(PAIRS)
def test_the_order_of_the_corpus_changes_nothing_but_the_order(pairs: list[LabelledPair]) -> None:
    assert sorted(map(repr, altered(pairs))) == sorted(map(repr, altered(pairs[::-1])))


@given(PAIRS)
def test_an_altered_pair_is_of_the_page_it_was_made_from(pairs: list[LabelledPair]) -> None:
    for made in altered(pairs):
        assert sources(made, pairs)


@given(PAIRS, st.sampled_from([REFUTES, NOT_ENOUGH]))
def test_only_supporting_pairs_are_altered(pairs: list[LabelledPair], label: str) -> None:
    assert altered([LabelledPair(p.page, p.claim, p.evidence, label) for p in pairs]) == []


def test_every_sort_of_alteration_is_made_and_none_supports(many: list[LabelledPair]) -> None:
    made = altered(many)
    assert {p.label for p in made} == {REFUTES, NOT_ENOUGH}
    # names, kinds, scales and missing figures are all there, and no sort floods the rest
    assert 0.1 * len(many) < len(made) < 0.8 * len(many)
    assert any(p.evidence not in {own.evidence for own in many} for p in made)


def test_a_claim_is_altered_in_one_stretch_that_the_evidence_does_not_have(
    many: list[LabelledPair],
) -> None:
    claims = {(p.page, p.evidence): p.claim for p in many}
    changed = [p for p in altered(many) if (p.page, p.evidence) in claims]
    assert changed
    for made in changed:
        own, new = WORD.findall(claims[made.page, made.evidence]), WORD.findall(made.claim)
        head = next(i for i, (a, b) in enumerate(zip(own, new, strict=False)) if a != b)
        put_in = next(word for word in new[head:] if word not in own)
        assert put_in not in WORD.findall(made.evidence)
        # the number stands, and so does all beside the stretch
        assert NUMBER.findall(made.claim) == NUMBER.findall(claims[made.page, made.evidence])
        assert len(set(own) ^ set(new)) <= 4


def test_evidence_without_its_figure_has_no_digit_and_leaves_the_claim_open(
    many: list[LabelledPair],
) -> None:
    evidences = {p.evidence for p in many}
    changed = [p for p in altered(many) if p.evidence not in evidences]
    assert changed
    for made in changed:
        assert not re.search(r"\d", made.evidence)
        assert made.label == NOT_ENOUGH
