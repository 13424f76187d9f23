"""A sentence's own place, neither laid over the sentences around it nor overlaid by theirs."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read


def places(text: str) -> dict[str, str]:
    found = read(Document(text, published="2031-05-09"))
    return {claim.value.text: " ".join(place.name for place in claim.places) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mudslides killed 15 people in Peru. In neighbouring Bolivia they killed 22.",
            {"15": "Peru", "22": "Bolivia"},
        ),
        (
            "Snow killed 31 people in Sofia. Across northern Greece 700 were cut off.",
            {"31": "Sofia", "700": "Greece"},
        ),
        (
            "Heat killed 95 people in France. In drought-hit Spain it killed 140.",
            {"95": "France", "140": "Spain"},
        ),
        (
            "The flu killed 60 people in Norway. Denmark has reported 25 deaths.",
            {"60": "Norway", "25": "Denmark"},
        ),
        (
            "Hail wrecked 800 cars in Austria. Slovenia lost 12 people to the storm.",
            {"800": "Austria", "12": "Slovenia"},
        ),
        (
            "A storm brought gusts of 144 km/h to Brann Point. In Wales 6,000 homes went dark.",
            {"144": "", "6,000": "Wales"},
        ),
        (
            "A blast killed 7 people in Ostrelund. In Lisbon ministers pledged 3 million euros.",
            {"7": "", "3 million": "Lisbon"},
        ),
        (
            "Monday's quake in Ankara hurt 24 people and Friday's in Van killed 5.",
            {"24": "Ankara", "5": "Van"},
        ),
        (
            "A quake hurt 23 people in Izmir. It was felt in Ankara, where two fell. "
            "The quake wrecked 640 houses.",
            {"two": "Ankara", "640": "İzmir"},
        ),
        (
            "A coach crashed near Pune, killing 8 people. In 2019, 12 died in Nagpur. "
            "The coach was carrying 50 pilgrims.",
            {"8": "Pune", "12": "Nagpur", "50": "Pune"},
        ),
        (
            "A storm killed 14 people in Porto. Elsewhere, it felled 900 trees.",
            {"14": "Porto", "900": "Portugal"},
        ),
        (
            "In Chile the quake killed 20 people, in Argentina 7.",
            {"20": "Chile", "7": "Argentina"},
        ),
        (
            "A crush in Seoul killed 12 people, including three from Norway.",
            {"12": "Seoul", "three": "Seoul"},
        ),
        (
            "The firm will cut 350 jobs in Leeds and 120 in Hull.",
            {"350": "Leeds", "120": "Kingston upon Hull"},
        ),
    ],
)
def test_each_figure_is_where_its_sentence_says(text: str, expected: dict[str, str]) -> None:
    found = places(text)
    assert {number: found.get(number) for number in expected} == expected


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("The river Jordan rose after rains that killed 6 people in Irbid.", "6", "Irbid"),
        ("The Essen sank off Lisbon with 4 men. The Essen was carrying 900 pigs.", "900", "Lisbon"),
        ("Russia fired 40 rockets at Odesa, killing 5 people.", "5", "Odesa"),
        ("Viewers told Channel 7 that 3 men fled in Omaha.", "3", "Omaha"),
    ],
)
def test_what_bears_a_name_is_not_where_it_was(text: str, number: str, where: str) -> None:
    assert places(text)[number] == where
