"""What the words around a place's name make of it: each construct in several sentences."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read
from factcheck.setting import places


def first_place(text: str, kind: str | None = None) -> tuple[str, str | None] | None:
    """Name and country of the place of the first figure."""
    found = [claim for claim in read(Document(text)) if kind in (None, claim.kind)]
    if not found or not found[0].places:
        return None
    place = found[0].places[0]
    return place.name, place.country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus fell off a bridge in Athens, Georgia, and killed 5.", ("Athens", "US")),
        ("A tornado tore through Moscow, Idaho, and damaged 30 barns.", ("Moscow", "US")),
        ("A warehouse burned in Cambridge, Ontario, hurting 4 people.", ("Cambridge", "CA")),
        ("A mine collapsed in Newcastle, in the province of KwaZulu-Natal, killing 6.",
         ("Newcastle", "ZA")),
        ("Flooding in Toledo, in the US state of Ohio, displaced 60 families.", ("Toledo", "US")),
        ("Aid reached Monterrey in northern Mexico after floods that killed 27 people.",
         ("Monterrey", "MX")),
        ("Rescuers entered Erzurum, in eastern Turkey, after a quake that hurt 27 people.",
         ("Erzurum", "TR")),
        ("Troops secured Mopti in central Mali after a raid that killed nine people.",
         ("Mopti", "ML")),
        ("Troops left Lviv, and 12 people were killed in eastern Ukraine.", ("Ukraine", "UA")),
    ],
)  # fmt: skip
def test_the_place_around_another_chooses_and_steps_aside(
    text: str, place: tuple[str, str]
) -> None:
    assert first_place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A blast in Pakistan's Quetta killed 9 people.", ("Quetta", "PK")),
        ("Gunmen shot 3 guards in Nigeria's Kano.", ("Kano", "NG")),
        ("Fire swept a market in Bangladesh's Chittagong and killed 12.", ("Chattogram", "BD")),
    ],
)
def test_a_possessive_leads_to_the_place(text: str, place: tuple[str, str]) -> None:
    assert first_place(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched 58 drones, the air force said.",
        "US troops killed 5 fighters.",
        "The damage came to US$3.5 billion.",
        "Ukraine sent 40 drones across the border.",
        "The UN counted 31 dead.",
    ],
)
def test_a_party_is_no_place(text: str) -> None:
    assert all(claim.places == () for claim in read(Document(text)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shelling from Lebanon wounded 4 people in Haifa.", "Haifa"),
        ("Rockets from Gaza killed 2 people in Ashkelon.", "Ashkelon"),
        ("Artillery fire from Russia killed 3 in Kharkiv.", "Kharkiv"),
    ],
)
def test_where_the_fire_came_from_is_not_where_it_fell(text: str, place: str) -> None:
    found = first_place(text)
    assert found is not None
    assert found[0] == place


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bombs fell on Aleppo and Homs; in the latter 7 people died.", "Homs"),
        ("Quakes shook Lima and Quito; in the former 2 people were hurt.", "Lima"),
        ("Storms hit Manila and Cebu; in the latter 40 people drowned.", "Cebu"),
    ],
)
def test_the_latter_of_two(text: str, wanted: str) -> None:
    found = first_place(text)
    assert found is not None
    assert wanted in found[0]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Lebanon said a blast in Tripoli killed 8.", "LB"),
        ("Venezuela mourned after a fire in Valencia killed 8.", "VE"),
        ("Spain mourned after a flood in Valencia killed 8.", "ES"),
    ],
)
def test_a_named_country_chooses_among_namesakes(text: str, country: str) -> None:
    found = first_place(text, "killed")
    assert found is not None
    assert found[1] == country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Brazil's president toured Recife on Monday, where floods killed 22 people.", "Recife"),
        ("The premier reached Multan late on Friday, where 40 pilgrims drowned.", "Multan"),
        ("Monks prayed for Mandalay, where a quake killed 90 people.", "Mandalay"),
    ],
)
def test_where_tells_of_the_place_before_it(text: str, place: str) -> None:
    (claim,) = read(Document("Floods in Sindh go on.\n\n" + text, published="2025-10-13"))
    assert claim.places[0].name == place


def test_two_countries_stand_beside_one_another_for_the_whole_document() -> None:
    text = (
        "An earthquake killed at least 1,300 people across Turkey and Syria.\n\n"
        "More than 2,400 people were injured."
    )
    told = [[place.country for place in claim.places] for claim in read(Document(text))]
    assert told == [["TR", "SY"], ["TR", "SY"]]


def test_what_is_put_aside_still_stands_in_its_place_in_the_text() -> None:
    text = "Russia fired 20 missiles at Odesa, Ukraine, and Reni."
    for mention in places.find(text):
        assert text[mention.start : mention.end] in ("Russia", "Odesa", "Ukraine", "Reni")
        assert mention.aside == (mention.place.name in ("Russia", "Ukraine"))
