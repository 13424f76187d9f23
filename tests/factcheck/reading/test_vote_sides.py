"""Which side of a vote a count is of."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The chamber approved the loan by 207 votes to 99.", [(207, "for"), (99, "against")]),
        ("The motion passed 61-58 on Friday.", [(61, "for"), (58, "against")]),
        ("Deputies rejected the treaty 88 to 41.", [(88, "against"), (41, "for")]),
        ("Councillors voted 19 to 12 in favour of the ban.", [(19, "for"), (12, "against")]),
        ("Councillors voted 19 to 12 against the ban.", [(19, "against"), (12, "for")]),
        ("There were 33 votes in favour, six against.", [(33, "for"), (6, "against")]),
    ],
)
def test_sides_of_a_vote(text: str, sides: list[tuple[float, str]]) -> None:
    votes = [claim for claim in read_text(text) if claim.kind == "votes"]
    assert [(claim.value.stated, claim.group) for claim in votes] == sides


@pytest.mark.parametrize("text", ["Ajax passed Utrecht 3-1.", "The house at 52 to 48 High Street."])
def test_no_votes(text: str) -> None:
    assert not [claim for claim in read_text(text) if claim.kind == "votes"]
