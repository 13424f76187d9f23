"""May, the month, makes no harm a mere possibility; the verb does."""

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A ferry capsized off Mwanza on 4 May 2024, killing 31 people.", ("killed", 31)),
        ("The bus plunged into a gorge in May, killing 14 pilgrims.", ("killed", 14)),
        ("On 9 May, a man was killed by a falling branch.", ("killed", 1)),
        ("Shelling on May 7, wounding a child, broke the truce.", ("wounded", 1)),
    ],
)
def test_harm_in_may_happened(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    "text",
    ["A man may be killed by a falling branch.", "Any large quake may kill 9,000 people."],
)
def test_harm_that_may_be_is_not_counted(text: str) -> None:
    assert told(text) == []
