"""Victims are dead where what is done for the dead is done for them. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    "text",
    [
        "It remains unclear how the swindlers picked the 12 victims.",
        "The ring had 30 victims, and its leader remains at large.",
        "The 14 victims of the scam remain anonymous, the remains of the firm's assets seized.",
        "Public bodies failed the 40 victims of the lender.",
        "Police dug for coffins full of cash that belonged to 15 victims of the theft.",
        "Detectives traced 18 victims by their dna samples.",
        "Nine victims were buried under rubble.",
        "The papers, buried in a drawer, name 16 victims of the fraud.",
    ],
)
def test_victims_beside_a_word_of_burial_may_live(text: str) -> None:
    assert "killed" not in [claim.kind for claim in read_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The remains of 12 victims were flown home.",
        "Funerals were held on Tuesday for the 14 victims.",
        "Villagers buried the 11 victims on a hillside.",
        "The coffins of all 16 victims stood in the hall.",
        "On Friday 15 victims were cremated.",
        "So far 68 of the 71 victims have been identified.",
    ],
)
def test_victims_who_are_buried_are_dead(text: str) -> None:
    assert "killed" in [claim.kind for claim in read_text(text)]
