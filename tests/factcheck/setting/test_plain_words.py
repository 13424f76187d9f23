"""Words that are names of small towns too, at the head of a sentence."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Job gains for May were cut by 12,000.",
        "Anger grew after 14 people were killed.",
        "Loss of power hit 9,000 homes.",
        "“Give us water,” 300 protesters shouted.",
        "Welcome rains ended a drought that had killed 40 people.",
    ],
)
def test_a_word_is_no_town(text: str) -> None:
    assert not any(claim.places for claim in read_text(text, "2031-05-09"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Buckeye police said 4 people were hurt.", "Buckeye"),
        ("Savannah was without power; 4 people were hurt.", "Savannah"),
        ("A fire in Welcome hurt 4 people.", "Welcome"),
        ("WELCOME, N.C. – A fire hurt 4 people.", "Welcome"),
    ],
)
def test_a_town_is(text: str, place: str) -> None:
    claims = read_text(text, "2031-05-09")
    assert {p.name for claim in claims for p in claim.places} >= {place}
