"""That somebody said so makes no two counts one fact."""

from __future__ import annotations

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

PRIOR = (
    "2024-05-12",
    "Gunfire broke out at a street parade in Leeds, England, on Sunday, wounding 19 people. "
    "Chief Poe said three people were seen running from the shooting scene.",
)
LEAD = "The shooting at the parade in Leeds, England, on Sunday shocked the city. "


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        (
            "The Post said there were about 200 people at the event when gunfire erupted.",
            "about 200",
        ),
        ("Chief Poe said 40 people were questioned by detectives after the shooting.", "40"),
        ("The mayor said nine people had called him about the gunfire.", "nine"),
    ],
)
def test_counts_that_share_a_word_of_saying_alone(told: str, figure: str) -> None:
    found = checked(LEAD + told, "2024-05-13", PRIOR)[figure]
    assert found.verdict is Verdict.NO_PRIOR
