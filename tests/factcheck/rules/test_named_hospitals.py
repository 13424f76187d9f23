"""People brought to a hospital that is told by its name."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Eleven pupils were rushed to Orrin Memorial Hospital.", "Eleven"),
        ("Ambulances took nine people to St. Bride's Hospital in Leeds.", "nine"),
        ("Six climbers were brought to the Sacred Heart Hospital.", "Six"),
        ("Five were treated at Larkin Medical Center.", "Five"),
        ("Four men were flown to the Royal Infirmary of Dunmore Hospital.", "Four"),
        ("Two Taken To Mercy Hospital After Crash", "Two"),
    ],
)
def test_they_are_in_hospital(text: str, number: str) -> None:
    (told,) = (c for c in read_text(text, "2031-05-09") if c.value.text == number)
    assert told.kind == "hospitalised"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("St. Bride's Hospital has 400 beds.", "400"),
        ("Twelve nurses of Orrin Memorial Hospital went on strike.", "Twelve"),
        ("Nine people were taken to the Larkin Shopping Center.", "Nine"),
    ],
)
def test_others_are_not(text: str, number: str) -> None:
    (told,) = (c for c in read_text(text, "2031-05-09") if c.value.text == number)
    assert told.kind != "hospitalised"
