"""What an earlier version of a text said is taken back by it."""

from __future__ import annotations

import pytest

from claims_db.records import Role
from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("An earlier version of this article said the slide had killed 111 people.", "111"),
        ("A previous version of this story misstated the toll as 111 dead.", "111"),
        ("The original version of our report put the number of dead at 111.", "111"),
    ],
)
def test_it_is_taken_back(text: str, figure: str) -> None:
    (claim,) = (claim for claim in read_text(text, "2025-07-02") if claim.value.text == figure)
    assert claim.role is Role.RETRACTED


def test_what_is_said_to_be_right_stands() -> None:
    text = "An earlier version of this report said 14 people were hurt; the correct number is 41."
    roles = {claim.value.text: claim.role for claim in read_text(text, "2025-07-02")}
    assert roles == {"14": Role.RETRACTED, "41": Role.CURRENT}
