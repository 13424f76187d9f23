"""Persons and vessels that bear the names of places: their figures are where the story is."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read


def places(text: str, number: str) -> list[str]:
    found = read(Document(text, published="2031-05-09"))
    claim = next(claim for claim in found if number in claim.value.text)
    return [place.name for place in claim.places]


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("Marta Leicester robbed a shop in Ghent. Leicester took $7m.", "7", "Gent"),
        ("Two died in a fire in Osaka, said Jon Malmo, a medic. Malmo saw 19 hurt.", "19", "Osaka"),
        ("Mr Bristol runs a bar in Lviv. Bristol hid 14 guests there.", "14", "Lviv"),
        ("Toledo was jailed in Porto on Friday for killing 3 nuns.", "3", "Porto"),
        ("Six were hurt in Omaha. Toledo's lawyer spoke of 9 shots.", "9", "Omaha"),
        ("Lourdes Vidal was hurt in Omaha, with 8 others. Lourdes lost 3 toes.", "3", "Omaha"),
        ("Chad Osei, 31, shot 4 men in Accra. Chad had fired 12 times.", "12", "Accra"),
        ("Police in Lille questioned Rennes, who had 11 knives.", "11", "Lille"),
        ("The vote in Ghana was won by Essen with 61 percent.", "61", "Ghana"),
    ],
)
def test_a_persons_figures_are_where_the_story_is(text: str, number: str, where: str) -> None:
    assert places(text, number) == [where]


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("Nine drowned off Cebu as MV Santa Pilar sank. The Santa Pilar held 310.", "310", "Cebu"),
        ("The liner Queen Valencia burned off Naples. In the Valencia 4 died.", "4", "Naples"),
        ("Two were hurt on the Princess Lagos ferry in Split. The Lagos had 80.", "80", "Split"),
        ("The tug Lady of Dover sank off Malta. Divers at the Dover found 3 men.", "3", "Malta"),
        ("The tug Lady of Dover sank off Malta. In Dover 3 relatives waited.", "3", "Dover"),
        ("A fire on the Dover ferry hurt 3 people.", "3", "Dover"),
    ],
)
def test_a_vessels_name_is_no_place(text: str, number: str, where: str) -> None:
    assert places(text, number)[0].startswith(where)


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("Leicester lost power in the storm, with 9,000 homes dark.", "9,000", "Leicester"),
        ("Toledo was hit by floods that killed 12 people.", "12", "Toledo"),
        ("Mila Hague, a medic, spoke in Oslo. In The Hague 7 were hurt.", "7", "The Hague"),
        ("Ann Dallas was shot in Omaha. On Friday 2 men were shot in Dallas.", "2", "Dallas"),
        ("The mayor of Bergen said 14 people were missing.", "14", "Bergen"),
        ("A man told Omaha police that he had 3 guns.", "3", "Omaha"),
    ],
)
def test_a_city_stays_one(text: str, number: str, where: str) -> None:
    assert places(text, number) == [where]
