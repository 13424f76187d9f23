"""A reason tells its figures with their units."""

import pytest

from factcheck.judging import reasons
from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Germany pledged 500 million euros in aid.", "“aid of 500 million EUR”"),
        ("Revenue came to $3.2 billion.", "“revenue of $3.2 billion”"),
        ("The quake struck at a depth of 10 km.", "“depth of 10 kilometres”"),
        ("Winds reached 180 kilometres per hour.", "“wind speed of 180 kilometres per hour”"),
        ("The fire burned 1,200 hectares.", "“area of 1,200 hectares”"),
        ("The museum cost 900 pesos.", "“cost of 900 pesos”"),
        ("A bomb killed 12 people.", "“12 killed”"),
    ],
)
def test_figures_with_their_units(text: str, told: str) -> None:
    assert reasons.figure(read_text(text)[0]) == told
