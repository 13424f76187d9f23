"""The injured who die later are dead beside the others, and no count of the injured."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text


def counts(text: str) -> dict[tuple[str, str], str | None]:
    return {(c.kind, c.value.text): c.change for c in read_text(text, "2025-07-02")}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The toll of the quake rose to 43 after two injured people died in hospital.", "two"),
        ("Three wounded miners have died of their burns, the company said.", "Three"),
        ("Six people hurt in Monday's blast in Peshawar died overnight.", "Six"),
        ("Another four injured passengers died on the way to Nairobi.", "four"),
    ],
)
def test_they_come_to_the_dead(text: str, figure: str) -> None:
    found = counts(text)
    assert found[("killed", figure)] == "+"
    assert ("wounded", figure) not in found


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Twelve people injured in the crash were flown to a hospital where three died.", "Twelve"),
        ("Four people injured in a fire in which a girl died are still in hospital.", "Four"),
        ("Forty people were injured and two died.", "Forty"),
    ],
)
def test_those_of_whom_it_is_not_said_are_injured(text: str, figure: str) -> None:
    assert counts(text)[("wounded", figure)] is None
