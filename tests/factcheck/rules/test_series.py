"""Whose number it is that follows on a sentence of harm. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text

HARM = "Five people were killed."


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in read_text(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The speed limit on the lane is 40.",
        "The emergency number is 112.",
        "The ferry fare was 25.",
        "The tower's height was 60.",
        "The number of seats on the coach was 44.",
        "The total bill was 900.",
        "He gave 20 and left.",
        "They gave 30 and went home.",
        "A shop sold it at 25.",
        "The team's position was 14.",
        "The house is number 14, and the one opposite is 15.",
    ],
)
def test_the_number_of_something_else_is_no_toll(sentence: str) -> None:
    assert "killed" not in kinds(f"{HARM} {sentence}")[1:]
    joined = f"{HARM[:-1]}, and {sentence[0].lower()}{sentence[1:]}"
    assert "killed" not in kinds(joined)[1:]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Sunday it was nine.",
        "By Sunday the figure was nine.",
        "The latest count was nine.",
        "The total now is nine.",
        "By nightfall the number of dead had reached 19.",
        "Deaths reached 41 on Friday.",
        "The ministry counts 14.",
        "A human rights group has recorded 41.",
        "The army, which counts 41, blamed rebels.",
        "An independent monitor puts it at 41.",
        "They were 14 on Friday.",
    ],
)
def test_a_number_of_the_same_is_a_toll(sentence: str) -> None:
    assert kinds(f"{HARM} {sentence}") == ["killed", "killed"]
