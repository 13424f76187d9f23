"""What quantities count: each construction, over several kinds. Our own sentences."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text

# construction: sentence, and the kind and count of its figures in order
CONSTRUCTIONS: dict[str, list[tuple[str, list[tuple[str, float]]]]] = {
    "passive": [
        ("Seven fishermen were killed.", [("killed", 7)]),
        ("Forty sailors were reported missing.", [("missing", 40)]),
        ("Some 230 marchers were arrested.", [("detained", 230)]),
        ("Nine climbers have been rescued.", [("rescued", 9)]),
    ],
    "active": [
        ("The storm killed seven fishermen.", [("killed", 7)]),
        ("The flood displaced 12,000 villagers.", [("displaced", 12_000)]),
        ("Gunners shot down 63 drones.", [("intercepted", 63)]),
        ("The firm laid off 400 workers.", [("layoffs", 400)]),
    ],
    "noun": [
        ("Officials reported 62 new cases.", [("infected", 62)]),
        ("The deaths of 12 villagers were confirmed.", [("killed", 12)]),
        ("The accident claimed 19 lives.", [("killed", 19)]),
        ("The airline will cut 1,900 jobs.", [("layoffs", 1900)]),
    ],
    "toll": [
        ("The death toll rose to 61.", [("killed", 61)]),
        ("The mayor put the dead at 31.", [("killed", 31)]),
        ("The death toll climbed to 61 from 58.", [("killed", 61), ("killed", 58)]),
        ("The toll could reach 500.", [("killed", 500)]),
    ],
    "coordination": [
        ("The blast killed 12 and wounded 90.", [("killed", 12), ("wounded", 90)]),
        ("Four dead, six hurt in market blast", [("killed", 4), ("wounded", 6)]),
        ("Two nurses and three cooks were killed.", [("killed", 2), ("killed", 3)]),
        ("It destroyed 1,100 houses and damaged 4,500.", [("destroyed", 1100), ("damaged", 4500)]),
    ],
    "parts": [
        ("Ten people, including three children, were killed.", [("killed", 10), ("killed", 3)]),
        ("Four people died, two of them teenagers.", [("killed", 4), ("killed", 2)]),
        ("Of the 34 injured, nine are in critical condition.", [("wounded", 34), ("wounded", 9)]),
        ("Thirty people were injured, nine of them seriously.", [("wounded", 30), ("wounded", 9)]),
    ],
    "hostages": [
        ("Rebels hold 14 aid workers hostage.", [("hostages", 14)]),
        ("Bandits took nine drivers hostage.", [("hostages", 9)]),
        ("Gunmen seized 30 pupils from a school.", [("hostages", 30)]),
    ],
    "opening range": [
        ("From 10 to 12 houses burned down.", [("destroyed", None)]),
        ("From 30 to 40 marchers were arrested.", [("detained", None)]),
    ],
    "ballots": [
        ("The vote was 52-48.", [("votes", 52), ("votes", 48)]),
        ("The Senate passed the bill 61-37.", [("votes", 61), ("votes", 37)]),
        ("Deputies voted 84 to 36 for the law.", [("votes", 84), ("votes", 36)]),
    ],
    "rates past the verb": [
        ("Two miners die every month.", [("rate", 2)]),
        ("Every day 20 children die of hunger.", [("rate", 20)]),
        ("Nine cyclists are killed in the city each year.", [("rate", 9)]),
    ],
    "lost": [
        ("The army lost 1,200 soldiers.", [("killed", 1200)]),
        ("She lost two sons in the war.", [("killed", 2)]),
        ("The team lost 12 matches.", [("count", 12)]),
    ],
    "at a distance": [
        ("Twelve people in the hill town of Rao were killed.", [("killed", 12)]),
        ("Six officers were among the dead.", [("killed", 6)]),
        ("Five villagers from the coast are still missing.", [("missing", 5)]),
        ("Eight tourists (two of them Swiss) were hurt.", [("wounded", 8), ("wounded", 2)]),
    ],
    "none": [
        ("No one was hurt.", [("wounded", 0)]),
        ("There were no injuries.", [("wounded", 0)]),
        ("None of the 88 passengers died.", [("killed", 0), ("count", 88)]),
        ("Nobody was killed.", [("killed", 0)]),
    ],
    "one": [
        ("A man was shot dead.", [("killed", 1)]),
        ("The driver died at the scene.", [("killed", 1)]),
        ("Jane Roe, 34, was injured.", [("wounded", 1), ("age", 34)]),
        ("A 5-year-old girl was killed.", [("killed", 1), ("age", 5)]),
    ],
    "ages": [
        ("The victims were aged 23, 31 and 40.", [("age", 23), ("age", 31), ("age", 40)]),
        ("Both men, ages 20 and 24, fled.", [("age", 20), ("age", 24)]),
        ("They are between the ages of 17 and 19.", [("age", 17), ("age", 19)]),
        ("Ana Lopez, 47, spoke.", [("age", 47)]),
    ],
    "measures": [
        ("A magnitude 6.1 earthquake struck.", [("magnitude", 6.1)]),
        ("Winds reached 180 km/h.", [("wind_speed", 180)]),
        ("The fire burned 7,800 hectares.", [("area", 7800)]),
        ("Turnout was 64.2 percent.", [("turnout", 64.2)]),
    ],
    "money": [
        ("They paid $4.5 million in damages.", [("damage_cost", 4.5e6)]),
        ("It cost €3bn to rebuild the port.", [("cost", 3e9)]),
        ("The deal is worth $2.3bn.", [("deal", 2.3e9)]),
        ("The fund gave USD 5 million in aid.", [("aid", 5e6)]),
    ],
    "rates": [
        ("The army loses 5,000 soldiers a week.", [("rate", 5000)]),
        ("There were 12 deaths per 100,000 people.", [("rate", 12)]),
        ("The plant makes 900 cars a day.", [("rate", 900)]),
        ("The line carries 40,000 commuters daily.", [("rate", 40_000)]),
    ],
    "shares": [
        ("One in five patients died.", [("percent", 20)]),
        ("Two-thirds of voters backed the plan.", [("percent", 66.7)]),
        ("Half of the hostages were freed.", [("percent", 50)]),
        ("A third of the miners were rescued.", [("percent", 33.3)]),
    ],
    "spans": [
        ("From 10 to 12 houses burned down.", [("destroyed", None)]),
        ("Anything from 3 to 5 trawlers sank.", [("count", None)]),
        ("It takes from 20 to 30 days.", [("duration", None)]),
    ],
}
TABLE = [
    pytest.param(text, figures, id=f"{name}: {text}")
    for name, rows in CONSTRUCTIONS.items()
    for text, figures in rows
]


def figures_of(text: str) -> list[tuple[str, float | None]]:
    return [(claim.kind, claim.value.stated) for claim in read_text(text)]


@pytest.mark.parametrize(("text", "figures"), TABLE)
def test_constructions(text: str, figures: list[tuple[str, float | None]]) -> None:
    assert figures_of(text) == [(kind, pytest.approx(n) if n else n) for kind, n in figures]


@pytest.mark.parametrize(
    "text",
    [
        "The driver was not hurt.",
        "They never killed a man.",
        "The committee killed the bill in 12 minutes.",
        "The race ended in a dead heat between 12 boats.",
        "Twelve soldiers fired 30 shots.",
        "The 12 missing links were found.",
    ],
)
def test_words_of_harm_that_tell_of_none(text: str) -> None:
    assert not {kind for kind, _ in figures_of(text)} & {"killed", "wounded", "missing"}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Nine of the dead were women.", "women"),
        ("Twelve miners died.", "miners"),
        ("Three of the victims are children.", "children"),
        ("Twelve people died.", None),
    ],
)
def test_groups(text: str, group: str | None) -> None:
    (claim,) = read_text(text)
    assert claim.group == group


@pytest.mark.parametrize(
    ("text", "kind", "total"),
    [
        ("A 19-year-old woman died, bringing the number of deaths to four.", "killed", 4),
        ("A 7-year-old boy drowned, taking the number of victims to 12.", "killed", 12),
        ("A woman aged 80 was hurt, which took the injured to 15.", "wounded", 15),
    ],
)
def test_a_total_behind_an_age_is_no_age(text: str, kind: str, total: float) -> None:
    told = read_text(text)[-1]
    assert (told.kind, told.value.stated) == (kind, total)


def test_ages_in_a_list_are_ages() -> None:
    told = read_text("Boys aged 3, 5, and 7 were found.")
    assert [claim.value.text for claim in told if claim.kind == "age"] == ["3", "5", "7"]
