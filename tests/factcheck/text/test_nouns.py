"""The noun a number counts, its singular, and its number."""

from __future__ import annotations

import pytest

from factcheck.quantity.quantities import find
from factcheck.reading.claims import read_text
from factcheck.text.nouns import plural, singular
from factcheck.text.tokens import Tokens

SINGULARS = {
    "oil companies": "oil company",
    "viruses": "virus",
    "houses": "house",
    "movies": "movie",
    "boxes": "box",
    "losses": "loss",
    "earnings": "earnings",
    "police women": "police woman",
    "heroes": "hero",
    "shoes": "shoe",
    "crises": "crisis",
    "young people": "young person",
}


@pytest.mark.parametrize(("plural", "wanted"), SINGULARS.items())
def test_the_singular(plural: str, wanted: str) -> None:
    assert singular(plural) == wanted


PLURALS = {
    "branch": "branches",
    "penny": "pence",
    "basis point": "basis points",
    "mile per hour": "miles per hour",
    "degree Celsius": "degrees Celsius",
    "barrel of oil equivalent per day": "barrels of oil equivalent per day",
    "square foot": "square feet",
    "century": "centuries",
    "day": "days",
    "bus": "buses",
    "volcano": "volcanoes",
    "megahertz": "megahertz",
    "child": "children",
}


@pytest.mark.parametrize(("one", "wanted"), PLURALS.items())
def test_the_plural(one: str, wanted: str) -> None:
    assert plural(one) == wanted


HEADS = [
    # a measure between number and noun
    ("It filled six million 330ml cans.", "cans"),
    ("Two 14-year-old boys came.", "boys"),
    ("They dropped nine 500-pound bombs.", "bombs"),
    # nouns that are verbs elsewhere
    ("They had four wins.", "wins"),
    ("She had six hits.", "hits"),
    ("He took 9 early leads.", "leads"),
    # no nouns
    ("It is 900 cheaper.", None),
    ("They are 300 strong.", None),
    ("It is two longer.", None),
    # times
    ("It trades on 6.5 times earnings.", "times"),
    ("It is eight times larger.", "times"),
    ("They met three times.", "times"),
    # what a fraction is of
    ("Half the flats sold.", "flats"),
    ("Half its crew left.", "crew"),
    ("A third of US farms failed.", "farms"),
    # compounds and names with a number
    ("They have 8 new coal-fired power plants.", "plants"),
    ("He sold 12 full-size pick-up trucks.", "trucks"),
    ("They sent 30 Challenger 2 tanks.", "tanks"),
    ("It has 3,000 daily active users.", "users"),
    # one of many
    ("It is one of the oldest bridges.", "bridges"),
    ("It is one of its mills.", "mills"),
    ("That is one of many reasons.", "reasons"),
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_the_head_noun(text: str, head: str | None) -> None:
    assert find(Tokens(text))[0].head == head


SHARES = [
    ("4 in 10 did not.", 0.4),
    ("One in 34 eggs broke.", 1 / 34),
    ("Seven of every ten agreed.", 0.7),
    ("1 in every 4 mice died.", 0.25),
    ("1 in 5 mice died.", 0.2),
    ("9 out of 10 cats died.", 0.9),
    ("One in 20 mice did.", 0.05),
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_a_share_in_digits(text: str, share: float) -> None:
    (claim,) = (claim for claim in read_text(text) if claim.value.stated is not None)
    assert claim.unit == "percent"
    assert claim.value.stated == pytest.approx(100 * share, abs=0.05)
