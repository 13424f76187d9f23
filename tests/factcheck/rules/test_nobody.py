"""Nobody who is the subject of another verb than that of the harm told before is no count."""

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In the stampede, injuring 60 fans, nobody was held to account.", [("wounded", 60)]),
        ("A train killed three people, no one was blamed.", [("killed", 3)]),
        ("A tram derailed, hurting 14 people, and nobody noticed for an hour.", [("wounded", 14)]),
        ("The raid wounded 14 guards, none of whom was armed.", [("wounded", 14)]),
    ],
)
def test_nobody_did_something_else(text: str, counts: list[tuple[str, float]]) -> None:
    assert told(text) == counts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The blast killed none of the guests.", ("killed", 0)),
        ("Two died and no one else was hurt.", ("wounded", 0)),
        ("The fire gutted 12 homes but nobody was injured.", ("wounded", 0)),
        ("Nobody was hurt or killed.", ("wounded", 0)),
    ],
)
def test_nobody_was_harmed(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)
