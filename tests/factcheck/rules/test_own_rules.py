"""Somebody's own who fell: dead if they are troops. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Thirty of its nurses fell ill.",
        "30 of its staff fell sick after lunch.",
        "Forty of its members fell behind on their dues.",
        "Three of its players fell out with the coach.",
        "Six of its students fell asleep.",
        "Nine of its soldiers fell ill.",
        "Twelve of its troops fell back.",
        "Four of its climbers fell from the wall.",
        "Two of their dancers fell in love.",
    ],
)
def test_not_all_who_fell_are_dead(text: str) -> None:
    assert "killed" not in [claim.kind for claim in read_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 900 of its soldiers fell.",
        "Sixty of their troops fell in the first week.",
        "Forty of its soldiers fell during the siege.",
        "Seventy of our soldiers fell, and the hill was lost.",
    ],
)
def test_troops_who_fell_are_dead(text: str) -> None:
    assert read_text(text)[0].kind == "killed"
