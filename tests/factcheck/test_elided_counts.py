"""Counts whose noun, verb or currency stands elsewhere in the sentence."""

from __future__ import annotations

import pytest

from claims_db.kinds import kinds
from factcheck.reading.claims import read_text


def read(text: str) -> list[tuple[str, float | None]]:
    return [(claim.kind, claim.value.stated) for claim in read_text(text, "2026-05-05")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # amounts of one currency
        ("The chain's profit sank to 88 million pounds from 120 million.", ("money", 120e6)),
        ("A ticket cost 40 francs, against 25 last season.", ("price", 25)),
        ("The tunnel cost 2 billion kronor, 300 million more than agreed.", ("money", 300e6)),
        # whose noun stands before them
        ("Of the 61 shells fired at the port, 50 were intercepted.", ("intercepted", 50)),
        ("The navy fired 18 rockets, of which 11 were shot down.", ("intercepted", 11)),
        ("Of the 400 drones launched, 390 were shot down.", ("intercepted", 390)),
        # nobody lived
        ("None of the four balloonists survived.", ("killed", 4)),
        ("Neither of the two divers survived.", ("killed", 2)),
        ("There were no survivors among the 31 people aboard the ferry.", ("killed", 31)),
        # a state told behind a place
        ("Some 80,000 homes across Galicia were without power at dawn.", ("without_power", 80000)),
        ("About 90 people from the camp were in hospital on Tuesday.", ("hospitalised", 90)),
        # parts of those harmed somewhere
        ("Among the 22 killed in the mine collapse were three engineers.", ("killed", 3)),
        ("Among the 9 wounded in Monday's shelling were two medics.", ("wounded", 2)),
        # a situation report
        ("Deaths 17, injured 60, displaced 1,900.", ("killed", 17)),
        ("Update 4: missing 8; houses destroyed 210; people affected 5,000.", ("affected", 5000)),
        # the toll behind its value, and the one before it
        ("Three more died on Sunday, raising to 52 the number of dead.", ("killed", 52)),
        ("The raid killed two, bringing to 19 the number of officers killed.", ("killed", 19)),
        ("Correcting an earlier tally of 44, police said 39 people died.", ("killed", 44)),
        ("They denied that 12 guards had died, saying the real figure was one.", ("killed", 1)),
        # two of one noun, and an age between two
        ("An elderly couple were found dead in their flat.", ("killed", 2)),
        ("A 7-year-old girl and her uncle were killed by the wave.", ("killed", 1)),
        # a part and its whole told apart
        ("Six of the eight hikers missing since May were rescued.", ("rescued", 6)),
        ("Four of the 30 miners trapped there were brought out dead.", ("killed", 4)),
        ("Two bodies were found, bringing the confirmed dead to 51.", ("killed", 51)),
        # one number for two nouns, and one thing of a list without any
        ("All 37 passengers and crew died in the wreck.", ("killed", 37)),
        ("At least 15 guards and prisoners were wounded.", ("wounded", 15)),
        ("The gale left 60,000 homes and farms without power.", ("without_power", 60000)),
        ("The surge damaged 12 boats, a jetty and four sheds.", ("damaged", 4)),
        ("The blaze destroyed 9 stalls, a mosque and six vans.", ("destroyed", 6)),
        # the noun stands before "of which"
        ("Seven missiles were fired, three of which were intercepted.", ("intercepted", 3)),
        ("Forty people fell ill, six of whom died.", ("killed", 6)),
        # sides of a war; the state of those harmed
        ("In a week 70 people died on one side and 25 on the other.", ("killed", 25)),
        ("Three displaced farmers were found frozen to death.", ("killed", 3)),
        ("Five were brought out before dawn.", ("rescued", 5)),
        ("A couple were kept in hospital.", ("hospitalised", 2)),
        # shares, dots and names
        ("Three quarters of a million pilgrims crossed the river.", ("crowd", 750000)),
        ("The repairs amount to 4.500.000 euros.", ("cost", 4500000)),
        ("A poll gave the Greens 19 percent.", ("vote_share", 19)),
        ("Only 38 percent of voters turned out in Turin.", ("turnout", 38)),
    ],
)
def test_elided(text: str, wanted: tuple[str, float]) -> None:
    assert wanted in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wolves killed 17 sheep and wounded six others above the village.",
        "The fire killed 40 cows and injured nine more on the farm.",
        "A bear killed 12 goats and hurt three others.",
        "He appeared at Court 3 charged with theft.",
        "The novel's hero solves 11 murders before breakfast.",
    ],
)
def test_no_people(text: str) -> None:
    people = [kind for kind, _ in read(text) if kinds()[kind].of_people]
    assert not people


def test_what_workers_are_paid_is_no_count_of_them() -> None:
    assert ("count", 1200.0) in read("The firm paid $40 million to 1,200 former workers.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine die as ferry capsizes - coast guard", "coast guard"),
        ("STORM KILLS 14 - STATE MEDIA", "STATE MEDIA"),
        ("Blast injures six: police", "police"),
        ("Names of the 12 dead: two nurses and a cook", None),
        ("Ten sailors reported missing off Crete are safe.", None),
    ],
)
def test_signed_off(text: str, source: str | None) -> None:
    claims = read_text(text, "2026-05-05")
    found = {claim.attribution.source if claim.attribution else None for claim in claims}
    assert found == {source}
