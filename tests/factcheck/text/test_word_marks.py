"""Marks: a sentence's lists are those that one of its words is on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import pipeline  # loads every module that asks for a list's bit
from factcheck.text import word_marks
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

_LISTED = ("sources.saying", "claims.denials", "play.fiction", "survival.things")
_WORDS = "said 12 no fell “The film’s 1 000 survived a. in-law".split()
_SMALL = 2 * 62  # bits of two numbers that compiled code keeps in registers


def test_the_lists_of_reading_fit_in_registers() -> None:
    assert pipeline.extract
    assert word_marks.lists_of_sentences() <= _SMALL


@pytest.mark.parametrize("key", _LISTED)
@given(text=st.lists(st.sampled_from(_WORDS)))
def test_a_list_is_held_where_one_of_its_words_stands(key: str, text: list[str]) -> None:
    listed = words(key)
    tokens = Tokens(" ".join(text))
    assert tokens.holds(word_marks.mark_of(listed)) == (not listed.isdisjoint(tokens.words))


def test_lists_made_later_are_held_too() -> None:
    assert Tokens("a wug, two wugs in 1 000").words
    for word in ("wugs", "flops"):  # one of them in the second number
        bit = word_marks.mark_of(["blicks", word])
        assert Tokens(f"12 {word}, 1 000 of them").holds(bit)
        assert Tokens(f"{word}-like").holds(bit)
        assert not Tokens("12 in 1 000").holds(bit)
        assert word_marks.mark_of(["blicks", word]) == bit
    assert min(word_marks.mark_of(["blicks", word]) for word in ("wugs", "flops")) < 0
