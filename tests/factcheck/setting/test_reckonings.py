"""Whose estimate, forecast or tally a figure is."""

import pytest

from factcheck.reading.claims import read_text

OWNED = [
    ("Profit fell to 84 million pounds, short of analysts' average forecast of 91 million pounds.",
     [None, "analysts"]),
    ("Growth of 2.9% was below the IMF's estimate of 3.1%.", [None, "IMF"]),
    ("The Red Crescent's tally of 41 dead includes nine children.",
     ["Red Crescent", "Red Crescent"]),
    ("Relatives dispute Governor Luis Prado's count of 12 missing.", ["Governor Luis Prado"]),
    ("Sales beat a forecast of 2.8 billion euros.", [None]),
    ("Today's count of 12 cases is the lowest.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OWNED)
def test_the_owner_of_a_reckoning_is_its_source(text: str, wanted: list[str | None]) -> None:
    claims = [claim for claim in read_text(text) if claim.kind != "superlative"]
    told = [claim.attribution.source if claim.attribution else None for claim in claims]
    assert told == wanted
