"""Whose place it is where a sentence has several figures."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read


def places(text: str) -> dict[str, str]:
    found = read(Document(text, published="2025-06-10"))
    return {claim.value.text: " ".join(place.name for place in claim.places) for claim in found}


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        (
            "Floods hit East Africa. Some 30,000 fled, 20,000 of them in Tanzania.",
            "Some 30,000",
            "East Africa",
        ),
        (
            "Storms hit Central America. They ruined 900 homes, 40 of which in Cuba.",
            "900",
            "Central America",
        ),
        ("A strike killed 12 people, including three children, in Kharkiv.", "12", "Kharkiv"),
        ("A strike killed 12 people, three of them children, in Kharkiv.", "12", "Kharkiv"),
        ("Floods killed 60 in East Africa, including 12 in Kenya and 7 in Uganda.", "12", "Kenya"),
        ("Floods killed 60 in East Africa, including 12 in Kenya and 7 in Uganda.", "7", "Uganda"),
    ],
)
def test_the_place_of_a_figure(text: str, figure: str, place: str) -> None:
    assert places(text)[figure] == place


@pytest.mark.parametrize(
    "text",
    [
        "Acme will cut 400 jobs.",
        "Bolton Landing Corp agreed to sell its mine for $2 billion.",
        "Acme's shares fell after it shed 90 posts.",
    ],
)
def test_a_firm_with_the_name_of_a_small_town(text: str) -> None:
    assert set(places(text).values()) == {""}
