"""What a sum, a share or points are of, where words of another measure stand beside. Our own."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text

EARNED = [
    (
        "Net income came to $90 million, or $1.20 a share, on sales of $2 billion.",
        "money money revenue",
    ),
    ("The brewer's profit doubled to 40 million euros from 19 million.", "money money"),
    ("The unit lost $300 million on revenue of $1.1 billion.", "money revenue"),
    ("Full-year earnings were 61 cents a share, against 55 cents.", "money money"),
    ("Sales rose to $2 billion from $1.8 billion.", "revenue revenue"),
    ("Shares of the brewer closed at $41.", "price"),
]
SHARES = [
    ("The bank left its main rate at 4.5%, with two members voting against.", "percent"),
    ("Voters fear inflation, which the front bench put at 6%.", "percent"),
    ("The Greens polled 14% of the vote.", "vote_share"),
    ("She leads her rival by nine points among voters over 60.", "points"),
    ("A survey has the mayor seven points ahead.", "points"),
]


def kinds_of(text: str) -> str:
    return " ".join(claim.kind for claim in read_text(text))


@pytest.mark.parametrize(("text", "kinds"), EARNED)
def test_what_is_earned_is_neither_sold_nor_a_price(text: str, kinds: str) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(("text", "kind"), SHARES)
def test_a_share_is_of_what_the_text_says(text: str, kind: str) -> None:
    assert kinds_of(text).split()[0] == kind
