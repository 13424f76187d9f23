"""The value of a toll, past the counts in its own phrase."""

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The toll from the sinking of two trawlers off Brest has climbed to 23.", ("killed", 23)),
        ("The death toll in a crash of 30 lorries near Lyon reached 12.", ("killed", 12)),
        ("The number of injured in the collapse of three stands rose to 48.", ("wounded", 48)),
        ("The death toll from a blast at a depot east of the Kenyan port stood at 8.",
         ("killed", 8)),
        ("The death toll after two ferries collided off Nagasaki has passed 90.", ("killed", 90)),
        ("The death toll among the 75 guests of the lodge climbed to 14.", ("killed", 14)),
    ],
)  # fmt: skip
def test_things_counted_in_the_phrase_of_a_toll_take_nothing_of_it(
    text: str, count: tuple[str, int]
) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The death toll is not known, but 50 lorries burned and firemen went to 60 farms.",
        "The toll is unclear, while nine roads are closed and 16 bridges stand under water.",
        "The dead were named, and work on the 12 cranes went on for 20 shifts.",
    ],
)
def test_things_counted_behind_a_toll_are_no_dead(text: str) -> None:
    assert "killed" not in {kind for kind, _ in told(text)}
