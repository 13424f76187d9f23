"""Constructs around a figure: titles, suppositions, nouns before nouns, years, closing sources."""

from __future__ import annotations

import pytest

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Role
from factcheck.reading.claims import read_text


def kinds_of(text: str) -> list[tuple[str, float | None]]:
    """Kind and count of each claim on people."""
    people = (claim for claim in read_text(text, "2024-05-05") if kinds()[claim.kind].of_people)
    return [(claim.kind, claim.value.stated) for claim in people]


def figure(text: str, written: str) -> Claim:
    """The claim whose words hold `written`."""
    return next(claim for claim in read_text(text, "2024-05-05") if written in claim.value.text)


def source(text: str, written: str) -> str | None:
    """Who says the figure."""
    told = figure(text, written).attribution
    return told.source if told else None


@pytest.mark.parametrize(
    "text",
    [
        "Her novel “Four Drowned Sisters” sold 40,000 copies.",
        'The band\'s album "Seven Wounded Soldiers" went to number three.',
        '"Two Men Shot Dead in Paris" is shown again on Friday.',
    ],
)
def test_titles_of_works_count_nobody(text: str) -> None:
    assert kinds_of(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Three people were killed," the mayor said.', [("killed", 3)]),
        ('The mayor of "Little Rome" said two people were killed.', [("killed", 2)]),
        ('"TWO MEN SHOT DEAD", THE PAPER SAID.', [("killed", 2)]),
    ],
)
def test_speech_still_counts(text: str, told: list[tuple[str, float | None]]) -> None:
    assert kinds_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The rules cover what to say should a guard be killed.",
        "In case a diver dies, the firm must stop all work.",
        "The plan says who decides if two guards are killed.",
        "If 12 of 40 passengers drown, how many are left?",
        "Was a man shot dead in the yard?",
        "A falling stone could kill a child.",
        "The leaflet tells parents what to do when a child is injured.",
    ],
)
def test_suppositions_and_questions_count_nobody(text: str) -> None:
    assert kinds_of(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police did not say if the two men killed were related.", [("killed", 2)]),
        ("It was unclear if a man found dead was the driver.", [("killed", 1)]),
        ("Why were 12 people killed?", [("killed", 12)]),
        ("Asked if the road was safe, he said two men were killed there.", [("killed", 2)]),
    ],
)
def test_what_happened_counts_beside_a_supposition(
    text: str, told: list[tuple[str, float | None]]
) -> None:
    assert kinds_of(text) == told


def test_a_written_count_to_come_is_projected() -> None:
    assert figure("A dam failure would kill 40 people.", "40").role is Role.PROJECTED


@pytest.mark.parametrize(
    "text",
    [
        "The film tells of a hostage crisis.",
        "A passenger ferry was lost in the storm.",
        "A prisoner swap was killed off by the talks.",
        "The driver shortage has wounded the firm.",
    ],
)
def test_a_noun_of_people_before_another_noun_counts_nobody(text: str) -> None:
    assert kinds_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A woman identified as Ada Moss was killed.",
        "The driver lost control and died.",
        "A man shot dead near the bridge was a baker.",
        "The passenger side was hit and the driver was killed.",
    ],
)
def test_a_noun_of_people_before_a_verb_counts(text: str) -> None:
    assert kinds_of(text)[:1] == [("killed", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The storm has wounded three companies and killed a fourth.",
        "The affair cost two careers and wounded a third.",
        "Four reputations were ruined and the report wounded a fifth.",
    ],
)
def test_an_ordinal_takes_up_things(text: str) -> None:
    assert kinds_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The floods killed three people and wounded a fourth.",
        "Police shot dead three men and wounded a fourth.",
        "Three divers drowned and they wounded a fourth.",
    ],
)
def test_an_ordinal_takes_up_people(text: str) -> None:
    assert kinds_of(text)[-1] == ("wounded", 1)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The inquiry looked at contracts signed between 2004 and 2009.", [2004, 2009]),
        ("The bridge was built from 1931 to 1934.", [1931, 1934]),
        ("The plant will close by 2031, and no coal is to be mined after 2035.", [2031, 2035]),
        ("The bank expects no growth before 2027.", [2027]),
        ("Sales reached 3.2 million, 40,000 more than in 2019.", [2019]),
        ("Four engineers were tried over the 2016 dam failure.", [2016]),
        ("Output stayed under the 2019 level.", [2019]),
        ("It was sold for between 1900 and 2000 euros.", []),
        ("The index rose from 1950 to 2010 points.", []),
        ("More than 2023 people signed, and 2010 houses burned.", []),
        ("Sales rose by 2000 percent before 1800 houses were built.", []),
    ],
)
def test_years_of_happenings(text: str, years: list[int]) -> None:
    dates = [claim for claim in read_text(text, "2024-05-05") if claim.kind == "date"]
    assert [claim.value.stated for claim in dates] == years


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Inflation crept up to 3 percent in March.", Bound.EXACT),
        ("The jobless rate ticked up to 3 percent.", Bound.EXACT),
        ("Rents climbed up to 3 percent of income.", Bound.EXACT),
        ("Costs rose by up to 3 percent.", Bound.AT_MOST),
        ("Firms may charge up to 3 percent.", Bound.AT_MOST),
    ],
)
def test_up_to_behind_movement_is_no_bound(text: str, bound: Bound) -> None:
    assert figure(text, "3").value.bound is bound


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("Cycling deaths fell to 41 last year, the report found.", "41", "report"),
        ("About 30 percent of nurses plan to leave, a union poll finds.", "30", "union poll"),
        ("A study found 12 percent of wells were tainted.", "12", "study"),
        ("Two hundred wells were tainted, a survey showed.", "hundred", "survey"),
        ("A study in The Lancet found 12 percent of wells were tainted.", "12", "study"),
        ("Twelve hikers, whom police found, were treated.", "Twelve", None),
        ("The drug was found in 12 samples.", "12", None),
        ("The central bank cut its rate to 7 percent, saying 12 banks were weak.", "7", None),
        ("The central bank cut its rate to 7 percent, saying 12 banks were weak.", "12", "bank"),
        ("Police shot three men, saying two were armed.", "three", None),
        ("Police shot three men, saying two were armed.", "two", "Police"),
        ("The ministry, in a note, cut 9 posts, saying 12 were idle.", "9", None),
        ("Police found 12 bodies in the ruins.", "12", None),
        ("Twelve men went missing before a child was found.", "Twelve", None),
        ("The mine paid $40 million to 15 farmers who said it had killed cattle.", "$40", None),
        ("He met 12 medics who said 40 people had been killed.", "12", None),
        ("Support stood at 44 percent, according to a poll of 2,310 adults.", "44", "2,310 adults"),
        ("It cost 9 percent, according to a study of 1.5 million voters.", "9", "1.5 million"),
        ("About 61 percent agree, according to a panel of 1,200.", "61", "panel of 1,200"),
        ("Hundreds of people marched, and police said 31 were detained.", "Hundreds", None),
        ("Hundreds of people marched, and police said 31 were detained.", "31", "police"),
        ("The blast damaged 40 homes and the mayor said three people were hurt.", "40", None),
        ("The blast damaged 40 homes and the mayor said three people were hurt.", "three", "mayor"),
        ("Seven people died in the fire, but officials said 19 were rescued.", "Seven", None),
    ],
)
def test_sources(text: str, written: str, told: str | None) -> None:
    said = source(text, written)
    assert said is None if told is None else told in (said or "")


@pytest.mark.parametrize(
    "text",
    [
        "A court paid 26 families who said its solvents had poisoned their wells.",
        "Eleven tenants who said the landlord had injured their pets sued.",
        "He met 15 farmers who said dust had killed their cattle.",
    ],
)
def test_the_perfect_with_an_object_is_active(text: str) -> None:
    assert kinds_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The hostage taker was shot dead.",
        "A student leader was killed in the square.",
        "A hostage negotiator was shot dead.",
    ],
)
def test_a_noun_of_people_before_another_is_one_person(text: str) -> None:
    assert kinds_of(text) == [("killed", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that if a soldier was killed, talks would end.",
        "The doctor said if the man dies, he would be the third victim.",
        "Drivers must stop when a child is hurt.",
        "The film 'Nine Dead Men' opened on Friday.",
    ],
)
def test_what_would_follow_and_what_is_so_always_count_nobody(text: str) -> None:
    assert [told for told in kinds_of(text) if told[0] != "count"] == []
