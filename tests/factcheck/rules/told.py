"""Counts of people that a text is read to tell, for tests of the rules."""

from factcheck.reading.claims import read_text
from factcheck.rules.counting import UNCOUNTED


def told(text: str) -> list[tuple[str, float | None]]:
    """The counts of people harmed, by kind; ages, measures and counts of a kind that no rule names
    aside."""
    return [
        (claim.kind, claim.value.stated)
        for claim in read_text(text)
        if claim.unit == "person" and claim.kind != UNCOUNTED
    ]
