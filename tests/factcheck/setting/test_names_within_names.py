"""Names of places inside other names, and the ends of journeys: where a figure then is."""

import pytest

from factcheck import Document, extract


def place_of(text: str, number: str, title: str | None = None) -> str | None:
    document = extract(Document(text, title=title, published="2025-09-10"))
    claim = next(c for c in document.claims if number in c.value.text)
    assert len(claim.places) < 2
    return claim.places[0].name if claim.places else None


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("A blast at Kabul University killed 12 students.", "12", "Kabul"),
        ("Floods in Lagos State left 8 people dead.", "8", "Lagos"),
        ("A fire in the Port of Durban killed 3 dockers.", "3", "Durban"),
        ("Five people were killed in Quetta Friday.", "Five", "Quetta"),
        ("In Aleppo Kurdish fighters killed 14 soldiers.", "14", "Aleppo"),
        ("Shelling in Donetsk Oblast killed 6 people.", "6", "Donetsk"),
        ("A bomb on a bus in Lahore killed 9 people.", "9", "Lahore"),
        ("The Kharkiv attack killed 7 people.", "7", "Kharkiv"),
        ("A ship hit a pier in Genoa and killed 7 people.", "7", "Genoa"),
    ],
)
def test_a_place_itself_stays_one(text: str, number: str, place: str) -> None:
    assert place in (place_of(text, number) or "")


def test_a_route_lies_in_the_land_around_its_ends() -> None:
    assert place_of("A bus from Oruro to La Paz fell into a gorge; 9 died.", "9") == "Bolivia"


STORIES = [
    (
        "Ferry sinks off Calapan",
        "A ferry sailing from Batangas to Puerto Galera sank off Calapan on Sunday.\n\n"
        "The Star of Davao was carrying 140 people, the coast guard said. Rescuers found 17 bodies."
        "\n\nSurvivors were flown to Manila for treatment.",
        {"17": "Calapan"},
    ),
    (
        None,
        "NAKURU, Kenya - A lorry heading to Kampala from Mombasa rammed a matatu near Nakuru on "
        "Monday, killing 11 people.\n\nThe crash happened on the Eldoret road at dawn. "
        "Another 14 people were hurt, two of whom were airlifted to Nairobi.",
        {"11": "Nakuru", "14": "Nakuru"},
    ),
    (
        "Coach plunges off bridge in northern Morocco",
        "A coach on its way from Casablanca to Tangier plunged off a bridge near Larache "
        "on Friday.\n\nTwenty-one passengers died. Fourteen were taken to hospitals in Rabat.",
        {"Twenty-one": "Larache", "Fourteen": "Larache"},
    ),
    (
        "Explosion at Lisbon warehouse kills four",
        "An explosion at a warehouse in Lisbon killed four workers on Tuesday.\n\nThe building "
        "belongs to Oxford Instruments, which employs 300 people there. Nine others were injured.",
        {"four": "Lisbon", "Nine": "Lisbon"},
    ),
    (
        None,
        "A gunman opened fire at a school in Harare, killing 3 pupils.\n\nThe attack at "
        "Coventry High School began at 8 a.m. Seven children were wounded, said the head teacher, "
        "Florence Wells.",
        {"3": "Harare", "Seven": "Harare"},
    ),
]


@pytest.mark.parametrize(("title", "text", "figures"), STORIES)
def test_the_happening_of_a_story_keeps_its_place(
    title: str | None, text: str, figures: dict[str, str]
) -> None:
    for number, place in figures.items():
        assert place_of(text, number, title) == place


@pytest.mark.parametrize(
    "office",
    ["Avon Fire and Rescue Service", "Lincoln Flood Authority", "Salem Fire Department"],
)
def test_an_office_for_fires_or_floods_is_no_fire_or_flood(office: str) -> None:
    text = (
        "A fire in Bristol killed two people on Thursday.\n\n"
        f"{office} said 14 people were taken to hospital."
    )
    assert place_of(text, "14") == "Bristol"


@pytest.mark.parametrize("happening", ["Sumy Attack", "Lahaina Fire", "Nepal Flood"])
def test_a_happening_in_a_headline_is_where_its_name_says(happening: str) -> None:
    place = place_of(f"{happening} Kills 14", "14")
    assert place == happening.split()[0]
