"""Sentences: every character once, in order, none endless; stops that end and stops that don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import split

TEXTS = st.text(alphabet=st.sampled_from("aB1 .!?\n\"'”“(Mr"), max_size=200)
LONGEST = 2000


@given(TEXTS)
def test_every_character_is_in_one_sentence(text: str) -> None:
    reached = 0
    for sentence in split(text):
        end = sentence.start + len(sentence.text)
        assert text[sentence.start : end] == sentence.text
        assert not text[reached : sentence.start].strip()
        reached = end
    assert not text[reached:].strip()


@given(TEXTS)
def test_paragraphs_are_counted_in_order(text: str) -> None:
    counted = [sentence.paragraph for sentence in split(text)]
    assert counted == sorted(counted)


@given(st.sampled_from(["a", "a ", "12, ", "one; ", "né "]), st.integers(1, 3000))
def test_no_sentence_is_endless(piece: str, times: int) -> None:
    sentences = list(split(piece * times))
    assert all(len(sentence.text) <= LONGEST for sentence in sentences)
    assert sum(len(s.text.replace(" ", "")) for s in sentences) == times * len(piece.strip(" "))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ten died. Nine lived.", 2),
        ("Mr. Ito spoke. He left.", 2),
        ("Gen. Vela and Dr. Roe met.", 1),
        ("It began at 5:35 p.m. Police came.", 2),
        ("It began at 5:35 p.m. Monday.", 1),
        ("The U.S. Army left.", 1),
        ("He left the U.S. They stayed.", 2),
        ("“Ten died.” He wept.", 2),
        ("It burned all night.Police said ten died.", 2),
        ("No. 12 won. No. 3 lost.", 2),
        ("One line\nAnother line", 2),
        ("This line is wrapped by hand at the place\nwhere the column ends. Then another.", 2),
        ("Was it 3.5 metres? Yes!", 2),
    ],
)
def test_examples(text: str, count: int) -> None:
    assert len(list(split(text))) == count, [sentence.text for sentence in split(text)]
