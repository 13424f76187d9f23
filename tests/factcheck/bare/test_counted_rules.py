"""A number that is found says nothing where it is a figure of something else."""

import pytest

from factcheck.bare import contrary_rules, counted_rules
from factcheck.bare.statement_pair import StatementPair


def said(rule, claim, evidence):
    return rule(StatementPair(claim, evidence))


ELSE = (
    (
        "wider_group",
        "At least 15 children were hurt in the blast.",
        "At least 15 people were hurt in the blast.",
    ),
    (
        "other_measure",
        "Falk Motors sold 20,000 cars in 2015.",
        "Falk Motors built 20,000 cars in 2015, most of them vans.",
    ),
    (
        "other_kind",
        "Police arrested 30 people in Vorna.",
        "Police said 30 people were wounded in Vorna.",
    ),
    (
        "other_place",
        "Oravax runs 12 clinics in Poland.",
        "Oravax runs 12 clinics in Hungary and plans a Polish branch.",
    ),
    (
        "other_place",
        "Halden Bank closed 20 branches in Norway.",
        "Halden Bank closed 20 branches in Denmark last spring.",
    ),
    (
        "other_object",
        "The town spent 3 million euros on a library.",
        "The town of Ebern earmarked 3 million euros for a car park.",
    ),
    (
        "other_person",
        "Anna Berg won 11 medals.",
        "Her sister Lena Berg won 11 medals, five of them gold.",
    ),
    (
        "other_measure",
        "Telvar's profit was $80 million in 2012.",
        "Telvar's turnover was $80 million in 2012.",
    ),
    (
        "other_measure",
        "The average wage in Morv is 900 euros.",
        "The average rent in Morv is 700 euros, the city said.",
    ),
    (
        "other_month",
        "The June quake in Saro injured 30 people.",
        "A quake in Saro in October injured 4 people.",
    ),
)


@pytest.mark.parametrize(("rule", "claim", "evidence"), ELSE)
def test_a_figure_of_something_else_is_not_enough(rule, claim, evidence):
    assert said(getattr(counted_rules, rule), claim, evidence) == "not enough"


SAME = (
    ("The storm killed 12 people in Velun.", "Twelve fishermen died in Velun in the storm."),
    ("The flood damaged 300 homes.", "At least 300 houses were damaged by the flood."),
    ("The army deployed 900 soldiers.", "The army said 900 troops had been sent to the border."),
    ("Oravax runs 12 clinics in Poland.", "Oravax runs 12 clinics in Warsaw and Krakow."),
    ("The film earned $30 million in the US.", "The film made $30 million in the United States."),
    ("Six Turkish miners died.", "Six miners from Turkey died in the shaft."),
    ("Anna Berg won 11 medals.", "Berg won 11 medals in her career."),
    ("Telvar's revenue was $80 million.", "Telvar posted sales of $80 million."),
    ("The firm has 50 workers at its factory.", "The firm employs 50 workers at the plant."),
    ("By March 23, North Ardo had 41 cases.", "On March 23, the state of North Ardo had 41 cases."),
    ("The civil war lasted five years.", "The civil war was fought over five long years."),
    ("Tom Reve was 27 when he died.", "Tom Reve, who died in Paris, was 27."),
    ("Belt Peak is one of the highest hills.", "Belt Peak is the second-highest hill."),
    ("Arvik is among the largest ports.", "Arvik is the third-largest port."),
    ("Orbis is one of Vorna's oldest firms.", "Orbis is the fourth-oldest firm of Vorna."),
)


@pytest.mark.parametrize(("claim", "evidence"), SAME)
def test_the_same_in_other_words_is_left_to_the_model(claim, evidence):
    rules = (*contrary_rules.FIRST, *counted_rules.RULES, *contrary_rules.RULES)
    assert {said(rule, claim, evidence) for rule in rules} <= {None, "supports"}


CONTRARY = (
    (
        "other_rank",
        "Belt Peak is the highest mountain on the island.",
        "Belt Peak, at 1,204 metres, is the second-highest mountain on the island.",
    ),
    (
        "other_course",
        "The price of bread was raised by 5% in Vorna.",
        "The price of bread in Vorna was lowered by 5%.",
    ),
    (
        "other_course",
        "The estimate for the dam was revised upwards to 31 million euros.",
        "The estimate for the dam was revised downwards to 31 million euros.",
    ),
    (
        "duration",
        "The civil war lasted more than nine years.",
        "The civil war was fought from 1962 to 1967.",
    ),
    ("other_course", "The fare was increased to 3 euros.", "The fare was cut to 3 euros."),
    (
        "other_course",
        "The court upheld the fine of 9 million euros.",
        "The court overturned the fine of 9 million euros.",
    ),
    (
        "not_all",
        "All 40 sailors were rescued.",
        "Of the 40 sailors, 31 were rescued; nine are missing.",
    ),
    (
        "duration",
        "The painter Eva Lind lived to be 90.",
        "Eva Lind (1901–1975) was a painter.",
    ),
    ("other_age", "Tom Reve was 27 when he died.", "Tom Reve died aged 72 in Paris."),
    (
        "other_scale",
        "Orbis paid $2.5 million for the patent.",
        "Orbis paid $2.5 billion for the patent in 2011.",
    ),
    (
        "other_number",
        "Nordair operates 60 aircraft.",
        "Nordair operates a fleet of 48 aircraft to 90 destinations.",
    ),
)


@pytest.mark.parametrize(("rule", "claim", "evidence"), CONTRARY)
def test_another_figure_of_the_same_contradicts(rule, claim, evidence):
    assert said(getattr(contrary_rules, rule), claim, evidence) == "refutes"


def test_a_length_of_time_may_be_reckoned_from_years():
    claim = "King Odo reigned for more than 30 years."
    evidence = "King Odo ruled between 1210 and 1241."
    assert said(contrary_rules.duration, claim, evidence) == "supports"


def test_another_measure_contradicts_where_the_claimed_one_is_told():
    claim = "Profit at Telvar fell 9% in 2012."
    evidence = "Telvar said profit fell 4% in 2012, while revenue was down 9%."
    assert said(counted_rules.other_measure, claim, evidence) == "refutes"
