"""Who tells a toll is none of those counted, however the sentence goes on."""

from __future__ import annotations

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Nineteen people drowned, among them three girls, and 41 were rescued, the sheriff "
            "said.",
            [("killed", 19), ("killed", 3), ("rescued", 41)],
        ),
        ("Two nurses were among those killed, a surgeon said.", [("killed", 2)]),
        (
            "Nine miners died, among them two brothers, a foreman from the pit said on Monday.",
            [("killed", 9), ("killed", 2)],
        ),
        (
            "Two nurses were among those killed, a surgeon at the city's main hospital said.",
            [("killed", 2)],
        ),
        (
            "Three were wounded, among them a policeman, a guard and the driver.",
            [("wounded", 3), ("wounded", 1), ("wounded", 1), ("wounded", 1)],
        ),
        (
            "The raid killed 12 soldiers and a civilian, a general said.",
            [("killed", 12), ("killed", 1)],
        ),
        ("Two people died, one of them a child, a porter said.", [("killed", 2), ("killed", 1)]),
        ("Four were hurt, one of them a pupil.", [("wounded", 4), ("wounded", 1)]),
    ],
)
def test_the_speaker_is_not_counted(text: str, counts: list[tuple[str, float]]) -> None:
    assert told(text) == counts
