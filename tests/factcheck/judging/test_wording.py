"""Phrases are searched for in sentences that hold some word of them; no phrase may be missed so."""

import pytest

from factcheck.judging import told_sites, wording

GRAVE = [
    "Nine were in intensive care by nightfall",
    "Nine are in a very serious condition",
    "Nine remained in Life-Threatening condition",
    "Nine are on ventilators",
    "Nine are on life support",
    "Nine are still fighting for their lives",
    "Nine had been gravely hurt",
    "Nine had been badly burnt",
    "Nine came away with SEVERE burns",
]
MORE = [
    "A second blast shook Lviv.",
    "Third attack in a week",
    "Another shooting followed.",
    "Separate crashes killed two.",
    "in a different fire",
    "a new explosion",
    "FRESH strikes",
    "further attacks",
    "a later explosion",
]


@pytest.mark.parametrize("sentence", GRAVE)
def test_some_in_a_grave_state_are_a_share(sentence: str) -> None:
    assert wording.tells_share(sentence, len("Nine"))


@pytest.mark.parametrize(
    "sentence",
    [
        "One, 34, was fighting for his life on Friday.",
        "Two, aged 19 and 23, are in critical condition.",
        "Three, 8, 11, and 40, were in intensive care.",
    ],
)
def test_ages_told_between_end_no_clause(sentence: str) -> None:
    assert wording.tells_share(sentence, sentence.index(","))


def test_what_another_figure_is_told_of_is_no_share() -> None:
    assert not wording.tells_share("Nine were hurt, 3 critically injured.", len("Nine"))


def test_many_hurt_are_no_share() -> None:
    assert not wording.tells_share("Nine were hurt in the crash", len("Nine"))


@pytest.mark.parametrize("text", MORE)
def test_one_more_happening(text: str) -> None:
    assert wording.tells_another(text)


def test_the_only_happening() -> None:
    assert not wording.tells_another("The blast shook Lviv on Monday.")


def test_sites_are_named_with_what_happened_there() -> None:
    assert told_sites.sites("The bus crash killed two") == told_sites.sites("a crash of a bus")
    assert told_sites.sites("The bus crash killed two")
    assert not told_sites.sites("The crash killed two")
