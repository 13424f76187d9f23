"""Counts that are told of no happening count nobody; the same words told of one do."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read

HARM = {"killed", "wounded", "casualties", "affected", "infected", "trapped"}


def harm(text: str) -> list[float | None]:
    claims = read(Document(text, published="2025-03-10"))
    return [claim.value.stated for claim in claims if claim.kind in HARM]


@pytest.mark.parametrize(
    "told",
    [
        "A fire that kills five or more has to be reported to the ministry within the hour.",
        "Disasters with at least 10 dead or 100 affected are always listed by the institute.",
        "Under the treaty, a battle counts as war once 1,000 people have died in it in a year.",
        "The board looks into every crash of a bus in which more than three passengers are hurt.",
        "Accidents with ten or more dead are always investigated by the national board.",
        "Whoever kills two or more people by arson faces life, under the draft.",
        "Any explosion that injures at least three workers must be reported.",
        "Outbreaks in which 20 or more people are infected require a notice.",
    ],
)
def test_a_threshold_counts_nobody(told: str) -> None:
    assert harm(told) == []


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("A fire that killed five or more people is under inquiry, and police must wait.", [5]),
        ("Officials must explain a collapse that has left more than 40 dead.", [40]),
        ("At least 12 are dead in the city, where more than 40 are hurt and must wait.", [12, 40]),
        ("Police must answer for a crush with at least ten dead.", [10]),
        ("The minister has to step down over a crash in which at least 31 people died.", [31]),
        ("Once the rain stopped, rescuers found 14 people dead, and more must be there.", [14]),
        ("Anyone who knew the three people killed in the fire must come forward.", [3]),
        ("Crashes that killed at least 60 people since May have led to calls for a law.", [60]),
        ("Rescuers say that at least 20 people have died and every house must be searched.", [20]),
        ("A collision with at least four dead has closed the motorway near Ghent.", [4]),
        ("Fires in which at least 90 people were killed have ravaged the coast.", [90]),
        ("A shooting in which at least six were killed has renewed calls for a law.", [6]),
        ("Once again 12 people have been killed, and the law must change.", [12]),
        ("Ten Wounded Soldiers Return to Kyiv after a swap with Russia.", [10]),
        ("Five Dead Miners Buried in the village where they were born.", [5]),
    ],
)
def test_what_happened_is_no_threshold(told: str, counts: list[int]) -> None:
    assert harm(told) == counts


@pytest.mark.parametrize(
    "told",
    [
        "Twelve Wounded Soldiers Lane will be closed for resurfacing until the summer.",
        "Police closed off Nine Dead Sailors Square after the match.",
        "The ferry ties up beside the Forty Drowned Men Inn at noon.",
    ],
)
def test_a_name_counts_nobody(told: str) -> None:
    assert harm(told) == []


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Forty Dead Soldiers Were Flown Home On Sunday", [40]),
        ("FORTY DEAD SOLDIERS WERE FLOWN HOME", [40]),
        ("Nine Indian soldiers were killed on the Line of Control.", [9]),
    ],
)
def test_capitals_of_headlines_and_peoples_make_no_name(told: str, counts: list[int]) -> None:
    assert harm(told) == counts


@pytest.mark.parametrize(
    "told",
    [
        "Sweden's aim is a year without a single death on its roads.",
        "The mine's goal remains a winter with no deaths.",
        "The yard has a target of no injuries by 2035.",
    ],
)
def test_a_goal_of_none_is_no_count_of_none(told: str) -> None:
    assert harm(told) == []


def test_a_year_without_deaths_is_one() -> None:
    assert harm("The year ended without a single death, the aim of the police chief.") == [0]


@pytest.mark.parametrize(
    "told",
    [
        "Kerr shot 66 and 67 at the weekend, and nobody came within reach of him.",
        "She shot 68 to win by four.",
        "Lowry shot 71 in the second round.",
    ],
)
def test_a_golfer_shoots_nobody(told: str) -> None:
    assert harm(told) == []


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Guards shot 66 and wounded 90.", [66, 90]),
        ("Police shot 66 to death in the square.", [66]),
        ("Gunmen shot 70 people in the second attack.", [70]),
        ("Troops shot 60 in the final assault.", [60]),
    ],
)
def test_others_shoot_people(told: str, counts: list[int]) -> None:
    assert harm(told) == counts


@pytest.mark.parametrize(
    "told",
    [
        "Were a tanker to blow up beneath the square, planners assume 600 injured.",
        "Were the dam to burst, the ministry reckons with 4,000 dead.",
        "Were an attack to come at night, the clinic expects 90 wounded.",
    ],
)
def test_an_inverted_condition_counts_nobody(told: str) -> None:
    assert harm(told) == []


def test_were_it_up_to_him_is_told_of_the_dead() -> None:
    assert harm("Were it up to him, the 12 killed would be heroes.") == [12]
