"""The month of May is no modal verb: what happened then is not to come."""

from __future__ import annotations

import pytest

from claims_db.records import Role
from factcheck.reading.claims import read_text


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
