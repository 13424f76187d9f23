"""Names of places inside other names, and the ends of journeys: where a figure then is."""

import pytest

from factcheck import Document, extract

# A sentence, the words of one figure of it, and its place; None where nothing is named.
SENTENCES = [
    (
        "The M/V Santa Clara sank with 14 crew aboard in the Gulf of Aden, and 9 sailors drowned.",
        "9",
        "Gulf of Aden",
    ),
    (
        "Nine fishermen drowned when the trawler Cartagena capsized off Peru on Monday.",
        "Nine",
        "Peru",
    ),
    (
        "The container ship MSC Naples caught fire near Colombo, injuring 5 sailors.",
        "5",
        "Colombo",
    ),
    (
        "A blaze aboard the MV Valencia Star killed 3 crew members off Karachi.",
        "3",
        "Karachi",
    ),
    (
        "At least 40 people drowned after the Princess of Manila sank near Cebu.",
        "40",
        "Cebu City",
    ),
    (
        "The HMS Lancaster collided with a tug outside Bergen, hurting 4 sailors.",
        "4",
        "Bergen",
    ),
    (
        "Northgate said a fire at its warehouse in Leeds had injured 6 workers.",
        "6",
        "Leeds",
    ),
    (
        "Wellington Insurance said it would cut 320 jobs.",
        "320",
        None,
    ),
    (
        "Bristol Energy said on Tuesday that it would lay off 210 workers in Cardiff.",
        "210",
        "Cardiff",
    ),
    (
        "Cambridge Analytica harvested data of 87 million people, a lawmaker in Ottawa said.",
        "87 million",
        "Ottawa",
    ),
    (
        "Toronto-Dominion Bank will close 38 branches, with 1,200 jobs lost.",
        "1,200",
        None,
    ),
    (
        "Shares in Boston Scientific fell after it cut 900 jobs.",
        "900",
        None,
    ),
    (
        "Santa Fe Minerals reported a collapse at its mine near Antofagasta that killed 4 miners.",
        "4",
        "Antofagasta",
    ),
    (
        "Explosion at a plant run by Houston Chemicals in Rotterdam killed 2 workers.",
        "2",
        "Rotterdam",
    ),
    (
        "Hamburg Süd said 11 seafarers were rescued off Somalia.",
        "11",
        "Somalia",
    ),
    (
        "Phoenix Holdings, a property group, is to shed 450 staff.",
        "450",
        None,
    ),
    (
        "A stampede before Barcelona's match against Valencia in Rabat killed 8 fans.",
        "8",
        "Rabat",
    ),
    (
        "Manchester United supporters clashed with police in Lyon, and 17 people were injured.",
        "17",
        "Lyon",
    ),
    (
        "A gunman killed 3 pupils at Lincoln High School in Denver.",
        "3",
        "Denver",
    ),
    (
        "The 12 injured were taken to Bethlehem Hospital in Nairobi after the blast there.",
        "12",
        "Nairobi",
    ),
    (
        "A fire at Washington Primary School in Monrovia left 6 children dead.",
        "6",
        "Monrovia",
    ),
    (
        "Doctors at St. Petersburg Clinic in Windhoek treated 23 injured.",
        "23",
        "Windhoek",
    ),
    (
        "A shooting on Athens Street in Pretoria left 2 dead.",
        "2",
        "Pretoria",
    ),
    (
        "Two men were shot dead on Geneva Road in Kingston.",
        "Two",
        "Kingston",
    ),
    (
        "A scaffold fell from the Budapest Bridge in Tirana and hurt 7 workers.",
        "7",
        "Tirana",
    ),
    (
        "A bus from Oruro to La Paz plunged into a ravine near Caracollo, killing 19 people.",
        "19",
        "Bolivia",
    ),
    (
        "A coach travelling from Nagpur to Pune overturned near Buldhana, killing 25 passengers.",
        "25",
        "India",
    ),
    (
        "Fourteen people died when a minibus bound for Arusha hit a lorry at Korogwe.",
        "Fourteen",
        "Korogwe",
    ),
    (
        "The ferry from Inverness sank off Kirkwall with 30 people on board; 4 drowned.",
        "4",
        "Kirkwall",
    ),
    (
        "A tanker exploded on the Lagos-Ibadan expressway near Sagamu, killing 12 people.",
        "12",
        "Shagamu",
    ),
    (
        "A train travelling between Alexandria and Cairo derailed at Tanta, injuring 41 people.",
        "41",
        "Tanta",
    ),
    (
        "A flight from Lima to Cusco crashed near Ayacucho with 52 people aboard, killing all 52.",
        "52",
        "Ayacucho",
    ),
    (
        "The Delhi-Mumbai express jumped the rails outside Kota; 18 passengers were killed.",
        "18",
        "Kota",
    ),
    (
        "A truck heading to Kampala from Mombasa rammed a bus in Nakuru and killed 10 people.",
        "10",
        "Nakuru",
    ),
    (
        "Eleven people were killed on the Nairobi to Mombasa highway at Voi.",
        "Eleven",
        "Voi",
    ),
    (
        "A plane en route from Dakar to Paris landed in Seville after a fire; 3 crew were hurt.",
        "3",
        "Sevilla",
    ),
    (
        "A bus carrying pilgrims to Mecca crashed near Taif, killing 20 of them.",
        "20",
        "Ta’if",
    ),
    (
        "Paris Hilton attended the vigil for the 9 people killed in Malibu.",
        "9",
        "Malibu",
    ),
    (
        "Mayor Jordan Wells said 14 people were killed in Tucson.",
        "14",
        "Tucson",
    ),
    (
        "Florence Okello, whose brother was among the 6 killed in Gulu, wept.",
        "6",
        "Gulu",
    ),
    (
        "Jack London's house was damaged by the quake, which injured 8 people in Sonoma.",
        "8",
        "Sonoma",
    ),
    (
        "Chelsea Clinton and Austin Powell visited Nashville, where 24 people died.",
        "24",
        "Nashville",
    ),
    (
        "A Hyundai Santa Fe struck a crowd in Munich, injuring 28 people.",
        "28",
        "Munich",
    ),
    (
        "Ms Sydney Adams, 34, was one of 5 people hurt in Durban.",
        "5",
        "Durban",
    ),
    (
        "A Dodge Durango rammed a market in Oslo; 3 people were killed.",
        "3",
        "Oslo",
    ),
    (
        "A Chevrolet Malibu and a Kia Rio collided in Quito, killing 4 people.",
        "4",
        "Quito",
    ),
]


def place_of(text: str, number: str, title: str | None = None) -> str | None:
    document = extract(Document(text, title=title, published="2025-09-10"))
    claim = next(c for c in document.claims if number in c.value.text)
    assert len(claim.places) < 2
    return claim.places[0].name if claim.places else None


@pytest.mark.parametrize(("text", "number", "place"), SENTENCES)
def test_a_name_within_a_name_is_no_place(text: str, number: str, place: str | None) -> None:
    assert place_of(text, number) == place


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
