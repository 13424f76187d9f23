"""Wholes of which a part is told: what is said of all of them, and what of the part alone."""

from __future__ import annotations

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Most of the 215 marchers arrested on Sunday were free by noon.", [("detained", 215)]),
        ("Some of the 31 divers trapped had no light.", [("trapped", 31)]),
        ("None of the 14 people killed was older than 30.", [("killed", 14)]),
        ("Half of the 90 passengers injured were pupils.", [("wounded", 90)]),
        ("The majority of the 61 villagers wounded by the blast are in Gao.", [("wounded", 61)]),
    ],
)
def test_a_participle_is_said_of_all(text: str, counts: list[tuple[str, float]]) -> None:
    assert told(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Some of the 12 pilots were captured.",
        "Most of the 40 rebels killed two guards each.",
        "None of the 88 workers was hurt.",
    ],
)
def test_a_verb_is_said_of_the_part(text: str) -> None:
    wholes = {12, 40, 88}
    assert not [count for count in told(text) if count[1] in wholes]
