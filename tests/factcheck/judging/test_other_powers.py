"""A fixed figure told with a zero more by the very authority that gave the other is a slip, unless
the text says that it was wrong before."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

ASH = (
    (
        "2025-04-09",
        "Mount Etna in Sicily erupted on Tuesday night, hurling ash 6 kilometres high, the volcano "
        "institute said.",
    ),
)
CARS = (("2025-04-03", "Volvo sold 50,000 cars in Norway in the first quarter, the company said."),)
AID = (
    (
        "2024-05-19",
        "Chile will give 4 million dollars to farmers hit by the Maule drought, the minister said.",
    ),
)


@pytest.mark.parametrize(
    ("reports", "text", "day", "figure"),
    [
        (ASH, "Tuesday's eruption of Mount Etna in Sicily threw ash 60 kilometres up, the volcano "
         "institute said.", "2025-04-10", "60"),
    ],
)  # fmt: skip
def test_a_zero_more(reports: tuple[Told, ...], text: str, day: str, figure: str) -> None:
    assert checked(text, day, *reports)[figure].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("reports", "text", "day", "figure"),
    [
        (ASH, "Tuesday's eruption of Mount Etna in Sicily threw ash 7 kilometres up, the volcano "
         "institute said.", "2025-04-10", "7"),
        (AID, "Chile will give 40 million dollars to farmers hit by the Maule drought, the "
         "minister said.", "2024-05-26", "40 million"),
        (CARS, "Volvo sold 5,000 cars in Norway in April, the company said.", "2025-05-02",
         "5,000"),
        (AID, "The minister corrected himself: Chile will give 40 million dollars to farmers hit "
         "by the Maule drought.", "2024-05-26", "40 million"),
    ],
)  # fmt: skip
def test_what_is_none(reports: tuple[Told, ...], text: str, day: str, figure: str) -> None:
    assert checked(text, day, *reports)[figure].verdict is not Verdict.CONFLICT
