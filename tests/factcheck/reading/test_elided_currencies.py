"""Sums whose currency is told with the sum before, and large counts that are none."""

import pytest

from claims_db.records import Document
from factcheck import extract


def _unit(text: str, figure: str) -> tuple[str, str | None]:
    claims = extract(Document(text, published="2025-03-03")).claims
    claim = next(claim for claim in claims if claim.value.text == figure)
    return claim.kind, claim.unit


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("The line earned 18 million euros after losing 34 million in 2023.", "34 million", "EUR"),
        (
            "Ravensport had sales of 305 million euros and a loss of 22 million.",
            "22 million",
            "EUR",
        ),
        ("Roads get 7.1 billion rupees, railways 9.4 billion.", "9.4 billion", "INR"),
        (
            "The film made 48 million dollars here. Abroad it took in 61 million.",
            "61 million",
            "USD",
        ),
        (
            "The dam now costs 2.9 billion pounds, from the 2.1 billion planned.",
            "2.1 billion",
            "GBP",
        ),
        ("It hopes to earn 127 million pounds instead of 118 million.", "118 million", "GBP"),
        (
            "It saves 75 million euros a year and sets aside 210 million for closure.",
            "210 million",
            "EUR",
        ),
    ],
)
def test_a_currency_told_once_is_that_of_the_sums_beside_it(
    text: str, figure: str, unit: str
) -> None:
    kind, found = _unit(text.replace("rupees", "Indian rupees"), figure)
    assert kind != "count"
    assert found == unit


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The bank lent 3.1 billion euros to 1.2 million customers.", "1.2 million"),
        (
            "It sold 4 million phones for 2 billion dollars; 1.3 million were returned.",
            "1.3 million",
        ),
        ("The show cost 12 million dollars. It was watched by 9 million.", "9 million"),
    ],
)
def test_what_is_counted_is_no_sum(text: str, figure: str) -> None:
    assert _unit(text, figure)[1] not in ("EUR", "USD")
