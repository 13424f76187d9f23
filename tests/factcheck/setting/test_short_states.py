"""Words that are short for states name them behind a town, or with their stop behind a word of
place, and nowhere else."""

import pytest

from claims_db.records import Document
from factcheck import extract


def places_of(text: str) -> list[str]:
    claims = extract(Document(text, published="2025-04-14")).claims
    return [place.name for place in claims[0].places]


@pytest.mark.parametrize(
    "text",
    [
        "Mass burial for 40 quake victims was delayed.",
        "Mass brawl leaves 14 people injured.",
        "Ill passengers, 12 of them infants, were flown out.",
        "Ore prices fell 12%.",
        "Thousands attended Mass. Rain fell later.",
    ],
)
def test_a_word_is_no_state(text: str) -> None:
    assert places_of(text) == []


def test_a_word_beside_a_town_is_no_state() -> None:
    assert places_of("In Lisbon, Mass was said for the 12 people killed.") == ["Lisbon"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A crash near Tiny Hollow Bend, Ind., killed three people.", "Indiana"),
        ("Tornadoes killed four people in Ill. and one elsewhere.", "Illinois"),
        ("A barn fire in Mass. killed two people.", "Massachusetts"),
        ("A pile-up in Springfield, Mass killed six people.", "Springfield"),
    ],
)
def test_a_short_state_is_one(text: str, place: str) -> None:
    assert places_of(text) == [place]
