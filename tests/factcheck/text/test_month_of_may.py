"""May, the month, makes no harm a possibility, and nothing is to come for it; the verb does."""

from __future__ import annotations

import pytest

from claims_db.records import Role
from factcheck.reading.claims import read_text
from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A ferry capsized off Mwanza on 4 May 2024, killing 31 people.", ("killed", 31)),
        ("The bus plunged into a gorge in May, killing 14 pilgrims.", ("killed", 14)),
        ("On 9 May, a man was killed by a falling branch.", ("killed", 1)),
        ("Shelling on May 7, wounding a child, broke the truce.", ("wounded", 1)),
    ],
)
def test_harm_in_may_happened(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    "text",
    ["A man may be killed by a falling branch.", "Any large quake may kill 9,000 people."],
)
def test_harm_that_may_be_is_not_counted(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "QUETTA, May 12 – The death toll from the blast rose to 14.",
        "The May 11 collapse of a hall left 14 people dead.",
        "On 9 May the number of dead reached 14.",
        "Hail in May 2019 killed 14 people.",
        "Since May floods have killed 14 people.",
    ],
)
def test_a_day_or_year_beside_it_tells_the_month(text: str) -> None:
    (toll,) = (claim for claim in read_text(text, "2025-05-12") if claim.kind == "killed")
    assert toll.role is Role.CURRENT


@pytest.mark.parametrize(
    "text", ["Toll May Rise to 56 Dead", "The death toll in the mine may reach 56 dead."]
)
def test_the_verb_is_still_of_what_is_to_come(text: str) -> None:
    (toll,) = (claim for claim in read_text(text, "2025-05-12") if claim.kind == "killed")
    assert toll.role is Role.PROJECTED
