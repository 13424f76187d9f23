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
    ("Ortiz led Blum 52.3% to 44.8%.", "vote_share"),
    ("The Greens took 11.2% and 40 of the 300 seats.", "vote_share"),
    ("Milk fell from 3.9% to 3.5% fat.", "percent"),
]
UNITS = [
    ("Debts grew to 9 billion crowns, a rise of 2 billion.", ["CROWN", "CROWN"]),
    ("Profit slid to 81 million kroner from 120 million.", ["KRONE", "KRONE"]),
    ("The crop will total 14 million tonnes, down from 15 million.", ["tonne", "tonne"]),
    ("The trip took 9 days, compared with 12 last year.", ["day", "day"]),
    ("Prices rose 5 percent from 412.", ["percent", None]),
]
SUBJECTS = [
    ("The surplus grew to 2 billion euros as exports rose 1.4%.", "exports"),
    ("The bank warned of losses because wages jumped by 7%.", "wages"),
    ("Shares slid after revenue fell 3%.", "revenue"),
]
DEALS = [
    "The brewer will pay $3 billion in cash for Norlund.",
    "It agreed to pay $41 million in stock for Quist.",
    "The maker offered $2 billion, or $18 a share, for Tarn.",
]


@pytest.mark.parametrize(("text", "units"), UNITS)
def test_a_figure_set_against_another_has_its_unit(text: str, units: list[str | None]) -> None:
    assert [claim.unit for claim in read_text(text)] == units


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_the_subject_is_that_of_the_clause(text: str, subject: str) -> None:
    assert read_text(text)[-1].subject == subject


@pytest.mark.parametrize("text", DEALS)
def test_what_is_paid_for_a_firm_by_name_is_a_deal(text: str) -> None:
    assert read_text(text)[0].kind == "deal"


def kinds_of(text: str) -> str:
    return " ".join(claim.kind for claim in read_text(text))


@pytest.mark.parametrize(("text", "kinds"), EARNED)
def test_what_is_earned_is_neither_sold_nor_a_price(text: str, kinds: str) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(("text", "kind"), SHARES)
def test_a_share_is_of_what_the_text_says(text: str, kind: str) -> None:
    assert kinds_of(text).split()[0] == kind
