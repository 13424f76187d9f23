"""Seats that a full count gives are so; those of polls and half counts are to come."""

import pytest

from claims_db.records import Claim, Document, Role
from factcheck import extract


def claims(text: str) -> tuple[Claim, ...]:
    return extract(Document(text, published="2025-04-14")).claims


@pytest.mark.parametrize(
    "text",
    [
        "With every ballot in and the count complete, the Liberals will have 44 seats.",
        "The final tally means that the Centre Party will hold 19 seats.",
        "The Union will have 130 seats, the official results showed.",
    ],
)
def test_seats_by_a_full_count_are_no_projection(text: str) -> None:
    assert claims(text)[-1].role is Role.CURRENT


@pytest.mark.parametrize(
    "text",
    [
        "The Liberals will have 44 seats, a poll of all voters suggests.",
        "With half of the ballots counted, the Centre Party will hold 19 seats.",
        "The Union could have 130 seats in the final count.",
    ],
)
def test_seats_by_polls_or_half_a_count_are_to_come(text: str) -> None:
    assert claims(text)[-1].role is Role.PROJECTED


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("Turnover was 90 million euros and net loss 12 million euros.", "net loss"),
        ("Sales rose to $7.1 billion and profit to $1.3 billion.", "profit"),
        ("Revenue came to £40 million, net income £3 million.", "net income"),
    ],
)
def test_a_sum_behind_another_is_of_what_stands_before_it(text: str, earned: str) -> None:
    assert claims(text)[1].subject == earned
