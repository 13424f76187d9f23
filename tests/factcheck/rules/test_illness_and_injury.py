"""Illnesses caught and injuries suffered, in whatever words; harm that only may be. Our own."""

import pytest

from factcheck.reading.claims import read_text
from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nineteen porters caught Lassa fever in the ward.", ("infected", 19)),
        ("Polio has struck 31 infants in the valley.", ("infected", 31)),
        ("Some 60 cadets contracted meningococcal meningitis.", ("infected", 60)),
        ("Eight others sustained various degrees of injury.", ("wounded", 8)),
        ("Two stewards suffered second-degree facial burns.", ("wounded", 2)),
        ("Six drivers received fatal head injuries.", ("killed", 6)),
        ("A deputy was shot in the thigh.", ("wounded", 1)),
        ("Two ushers were stabbed in the arm.", ("wounded", 2)),
        ("Malaria: 640 cases, 11 fatal", ("killed", 11)),
    ],
)
def test_what_befell_them(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 7 quake could kill 20,000 people in the capital.",
        "The bite of the spider can kill a child within minutes.",
        "The union counted 14,000 casualties of the cuts.",
        "Of each class some 120 survive to the parade.",
        "The clinic has seen 40 casualties of austerity.",
        "Barely 30 of the recruits survive into the summer.",
        "Such waves can drown 40 bathers in a day.",
        "Another such spill might displace 900 families.",
        "Were the dam to fail, up to 90,000 villagers would have to leave.",
        "The leak could have killed 200 pupils.",
        "The office buried 300 clerks under paperwork.",
        "Some 4,000 graduates are drowning in debt.",
        "Only 12 pupils survived the final round.",
        "He was found guilty of attempting to murder six patients.",
        "The pair plotted to kill 40 commuters.",
        "She denies the attempted murder of two clerks.",
    ],
)
def test_nobody_is_harmed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 1988 killed 12 people.",
        "The floods of 1957 killed 12 people.",
        "Since 2019 wounded 12 people.",
    ],
)
def test_a_year_before_a_word_of_harm_counts_nobody(text: str) -> None:
    assert [count for _, count in told(text)] == [12]


def test_a_figure_with_four_digits_counts() -> None:
    assert told("A total of 1988 wounded were treated.") == [("wounded", 1988)]


@pytest.mark.parametrize(
    "text",
    [
        "The coast guard recovered two bodies.",
        "The national guard rescued two boys.",
        "The coast guard found two girls dead.",
    ],
)
def test_a_corps_is_no_person(text: str) -> None:
    assert [count for _, count in told(text)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "The gunman, a 29-year-old clerk, was killed.",
        "The driver, a father-of-two, was killed.",
        "A woman, a nurse from Ghent, was killed.",
    ],
)
def test_who_is_told_of_twice_is_one(text: str) -> None:
    assert told(text) == [("killed", 1)]


def test_parts_of_a_sum_behind_a_colon() -> None:
    claims = read_text("The toll is 62: 38 in Honduras, 19 in Nicaragua and five in El Salvador.")
    whole = next(claim for claim in claims if claim.value.stated == 62)
    assert [c.part_of for c in claims if c is not whole] == [whole.id] * 3


def test_another_count_beside_one_of_another_kind_is_a_total() -> None:
    text = "Two dead in Leeds blaze.\nAnother 312 injured, police say."
    assert [claim.change for claim in read_text(text)] == [None, None]
