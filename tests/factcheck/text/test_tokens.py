"""Tokens: nothing lost, nothing shifted; numbers whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.text.tokens import TOKEN, Tokens

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)


@given(TEXTS)
@example("İstanbul'da 12 kişi")
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = Tokens(text)
    assert len(tokens.lowered) == len(text)
    for i, word in enumerate(tokens.words):
        assert tokens.lowered[tokens.starts[i] : tokens.end(i)] == word
        assert tokens.raw(i) == text[tokens.starts[i] : tokens.end(i)]


@given(TEXTS | st.text(alphabet="abé'’., .-us\u00a0\n_²½…“()$12", max_size=30))
@example("the u.s. army's o'hare")
@example("foes (and friends), 10 000 of them")
def test_tokens_are_those_of_the_pattern(text: str) -> None:
    tokens = Tokens(text)
    assert tokens.words == TOKEN.findall(tokens.lowered)
    assert tokens.bag == set(tokens.words)


@given(TEXTS)
def test_only_blanks_stand_between_tokens(text: str) -> None:
    tokens = Tokens(text)
    ends = [0, *(tokens.end(i) for i in range(len(tokens)))]
    for end, start in zip(ends, [*tokens.starts, len(text)], strict=True):
        assert not text[end:start].strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,200 homes", ["1,200", "homes"]),
        ("5,00,000 votes", ["5,00,000", "votes"]),
        ("1 200 homes", ["1 200", "homes"]),
        ("1\u00a0200 homes", ["1\u00a0200", "homes"]),
        ("17.9%", ["17.9", "%"]),
        ("1,3 million", ["1,3", "million"]),
        ("in 2014, 12", ["in", "2014", ",", "12"]),
        ("the U.S. Army", ["the", "u.s.", "army"]),
        ("the town's mayor", ["the", "town", "'s", "mayor"]),
        ("they didn't", ["they", "didn't"]),
        ("a 5-year-old", ["a", "5", "-", "year", "-", "old"]),
        ("it fell.", ["it", "fell", "."]),
    ],
)
def test_examples(text: str, words: list[str]) -> None:
    assert Tokens(text).words == words


def test_asking_for_another_name_fails() -> None:
    with pytest.raises(AttributeError):
        _ = Tokens("a").stops  # type: ignore[attr-defined]
