"""Constructions of news English, each in sentences of our own: kind and count of a figure."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text

CASES = [
    # a person by age alone, "another", "a second"
    ("A 17-year-old was shot dead outside a shop in Leeds.", "killed", 1),
    ("The 9-year-old was injured when a wall gave way.", "wounded", 1),
    ("Police said a 62-year-old died at the scene.", "killed", 1),
    ("The blast killed one worker and injured another.", "wounded", 1),
    ("One climber died and a second was hurt on the north face.", "wounded", 1),
    # the death of one
    ("Officers are investigating the boy's death.", "killed", 1),
    ("A man was charged with the 6-year-old's murder.", "killed", 1),
    # two verbs with one subject
    ("Three dozen workers collapsed and were hospitalised after the leak.", "hospitalised", 36),
    ("Nine hikers slipped and were injured on the ridge.", "wounded", 9),
    # the verb behind a partitive
    ("Two of the wounded have since died, doctors said.", "killed", 2),
    ("Five of the injured later died in Quito.", "killed", 5),
    # harm beats being aboard
    ("All 41 people aboard the bus died.", "killed", 41),
    ("The plane burst into flames, killing all 19 people on board.", "killed", 19),
    # detained, not a crowd
    ("Riot police detained 240 protesters in the square.", "detained", 240),
    # a crowd of
    ("A crowd of about 30,000 gathered in the old port.", "crowd", 30000),
    # tolls at a distance
    ("The death toll from the fire at a night club in the port city stands at 34.", "killed", 34),
    ("The latest outbreak has taken the national caseload to 4,120.", "infected", 4120),
    ("The number of people killed on the Samoan island of Upolu was cut to 31.", "killed", 31),
    ("The death toll in the German town of Ahrweiler was revised to 17.", "killed", 17),
    # joined by a possessive
    ("The flood killed a farmer and his three sons.", "killed", 3),
    # without a noun, behind a verb of two words
    ("Of 74 drones, 63 were shot down.", "intercepted", 63),
    # a temperature without a unit
    ("Temperatures dropped to minus 31 in the valley overnight.", "temperature", -31),
    # past what is said of those counted, with names and ages
    ("Two men, Jan Kos, 26, and Piotr Nowak, 22, of Lodz, were arrested.", "detained", 2),
    ("Three teenagers, ages 15, 16 and 17, were wounded in Omaha.", "wounded", 3),
    ("Four nurses, Ana, Bea, Cora and Dina Roe, died on the ward.", "killed", 4),
    # past an adverb
    ("One suspect was accidentally shot and later died.", "killed", 1),
    ("Nine miners were miraculously rescued from the shaft.", "rescued", 9),
    ("Two guards were brutally murdered.", "killed", 2),
    # evacuated, hospitalised, burned
    ("Some 2,300 residents had to leave as the river rose.", "evacuated", 2300),
    ("Four firefighters suffered minor burns.", "wounded", 4),
    ("Six pupils were airlifted from the camp.", "hospitalised", 6),
]

NOT_PEOPLE = [
    "Two people were nearly killed.",
    "Only one shot was fired, the sheriff said.",
    "Witnesses heard 12 shots fired in the car park.",
    "The striker was shot at goal 14 times by photographers.",
    "Image 3 of 9 shows the crash site.",
    "Organisers claimed 300,000 attended the march.",
    "Harris, 47, said nobody had called.",
    "A boy younger than 12 was hurt.",
]


@pytest.mark.parametrize(("sentence", "kind", "count"), CASES)
def test_a_construction_is_read(sentence: str, kind: str, count: float) -> None:
    assert (kind, count) in {(claim.kind, claim.value.stated) for claim in read_text(sentence)}


@pytest.mark.parametrize("sentence", NOT_PEOPLE)
def test_other_numbers_are_no_dead(sentence: str) -> None:
    numbers = {
        claim.value.stated
        for claim in read_text(sentence)
        if claim.kind in ("killed", "wounded", "casualties", "missing")
    }
    assert not {n for n in numbers if n is not None and n > 1}
