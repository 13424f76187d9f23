"""Each count of a list has its own place; a capital that speaks is no place."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods killed 12 in Kenya, 7 in Uganda and 3 in Tanzania.", "Kenya Uganda Tanzania"),
        ("In Kenya 12 died, in Uganda 7 and in Tanzania 3.", "Kenya Uganda Tanzania"),
        (
            "Twelve people were killed in Kharkiv, five in Odesa and two in Sumy.",
            "Kharkiv Odesa Sumy",
        ),
        (
            "The storm wrecked 400 homes in Haiti, 250 in Jamaica and 90 in Cuba.",
            "Haiti Jamaica Cuba",
        ),
        ("Police arrested 40 people in Paris and 12 in Lyon.", "Paris Lyon"),
        ("Of the refugees, 3,000 fled to Chad, about 500 to Niger.", "Chad Niger"),
    ],
)
def test_each_count_has_its_own_place(text: str, expected: str) -> None:
    found = [claim.places[0].name for claim in read(Document(text, published="2025-06-10"))]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A drone attack killed five people in Sumy. Moscow has not commented.",
        "Kyiv denied it. The fighting near Sumy killed 12 people.",
        "Five people were killed in Sumy. Washington condemned the attack; Beijing rejected that.",
    ],
)
def test_a_capital_that_speaks_is_no_place(text: str) -> None:
    found = read(Document(text, published="2025-06-10"))
    assert {place.name for claim in found for place in claim.places} == {"Sumy"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 60 people were hurt in Peru and five killed in Lima.", "Peru Lima"),
        ("Some 40 died across Kenya, 12 of them in Nairobi.", "Kenya Nairobi"),
        ("Nine died in Nairobi and more than 80 were hurt across Kenya.", "Nairobi Kenya"),
        (
            "At least 200 were arrested in Iran, 30 of them in Tabriz, and one killed in Shiraz.",
            "Iran Tabriz Shiraz",
        ),
        ("Some 14 people died in Chile on Monday, most of them in Valparaiso.", "Valparaíso"),
    ],
)
def test_a_count_of_the_country_stands_beside_one_of_its_city(text: str, expected: str) -> None:
    found = [claim.places[0].name for claim in read(Document(text, published="2025-06-10"))]
    assert " ".join(found) == expected
