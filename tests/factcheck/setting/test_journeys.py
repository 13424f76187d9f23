"""Ends of a journey are not where it happened, unless the sentence tells so. Our own sentences."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read


def places(text: str) -> set[str]:
    found = read(Document(text, published="2025-06-10"))
    return {place.name for claim in found for place in claim.places}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus heading to Lagos overturned, killing 12 people.", "Lagos"),
        ("A bus travelling to Lagos overturned, and there were 12 people killed.", "Lagos"),
        ("A coach heading to Mecca, where they were to pray, fell off a cliff; 9 died.", "Mecca"),
        ("A truck heading to Derna plunged into a canal and 14 people died there.", "Darnah"),
        ("A bus travelling to Lagos crashed near Ibadan, and 12 people died there.", "Lagos"),
        ("A plane flying to Nairobi crashed on its way there, killing 30 people.", "Nairobi"),
        ("A van heading to Kano, where the driver lived, caught fire and 6 people burned.", "Kano"),
    ],
)
def test_an_end_of_a_journey_is_not_the_place(text: str, place: str) -> None:
    assert place not in places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He travelled to Lagos where 12 people were killed.", "Lagos"),
        ("The minister travelled to Kano, where a blast wounded 31 people.", "Kano"),
        ("She was heading to Quetta, Pakistan, where 40 people died in a fire.", "Quetta"),
        ("She went on a trip to Kano, where, police said, 40 people died.", "Kano"),
        ("Rescuers heading to Derna found 40 bodies there.", "Darnah"),
        ("Rescuers heading to Derna on Monday found 40 bodies there.", "Darnah"),
        ("He was flying to Tel Aviv after the attack there killed six people.", "Tel Aviv"),
    ],
)
def test_where_it_happened_stays_the_place(text: str, place: str) -> None:
    assert place in places(text)
