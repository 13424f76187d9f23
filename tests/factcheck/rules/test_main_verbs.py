"""The verb that tells the end of those counted, where a nearer one tells less."""

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two anglers who had been missing overnight were found safe.", ("rescued", 2)),
        ("Nine pilgrims who were trapped by the flood have drowned.", ("killed", 9)),
        ("Six clerks, who had been held hostage for a week, were freed.", ("rescued", 6)),
        ("Seven farmers were abducted and later shot dead near Goma.", ("killed", 7)),
        ("Three porters from Hunza were injured and have since died.", ("killed", 3)),
        ("Four surveyors were seized on the road and then beheaded.", ("killed", 4)),
        ("The bodies of 12 sailors were brought ashore.", ("killed", 12)),
        ("The killing of 16 herders was condemned.", ("killed", 16)),
        ("Lightning hurt ten others sheltering in a porch.", ("wounded", 10)),
        ("Twelve campers have not been rescued.", None),
        ("Nine of the riders have yet to be freed.", None),
        ("Six miners were never rescued.", None),
        ("The abduction of nine nuns was reported on Monday.", ("hostages", 9)),
        ("Troops freed 27 kidnapped Turkish drivers.", ("rescued", 27)),
        ("Rescuers reached Aral and rescued 15 stranded Polish climbers.", ("rescued", 15)),
        ("Police freed 11 captive Indian engineers.", ("rescued", 11)),
    ],
)
def test_the_last_harm_told_of_people_is_theirs(text: str, count: tuple[str, float] | None) -> None:
    assert told(text) == ([] if count is None else [count])


@pytest.mark.parametrize(
    "text",
    [
        "Troops freed 21 kidnapped clerks and killed nine bandits.",
        "Guards rescued 30 abducted nurses and shot dead nine gunmen.",
        "Marines saved 14 wounded sailors and killed the nine pirates.",
    ],
)
def test_a_joined_verb_with_an_object_is_of_that(text: str) -> None:
    assert [count for kind, count in told(text) if kind == "killed"] == [9]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The owner of the bus that fell off the bridge, killing 14 people, has been held.", 14),
        ("The soldier who opened fire in a canteen, wounding nine cooks, was arrested.", 9),
        ("The captain of the ferry that sank, drowning 30 people, has been detained.", 30),
    ],
)
def test_a_verb_behind_is_said_of_who_did_it(text: str, count: float) -> None:
    assert ("detained", count) not in told(text)
    assert count in [value for _, value in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine of the 14 missing divers have been accounted for.",
        "Two of the six missing walkers from Bergen were located on Monday.",
        "All but few are known: 30 missing villagers have been traced.",
    ],
)
def test_who_was_found_is_not_missing(text: str) -> None:
    assert ("missing", 9) not in told(text)
    assert ("missing", 2) not in told(text)
    assert ("missing", 30) not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three of the 14 missing divers have never been found.",
        "The 14 missing divers have not been located.",
    ],
)
def test_who_was_not_found_is_missing(text: str) -> None:
    assert ("missing", 14) in told(text)
