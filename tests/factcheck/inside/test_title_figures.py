"""A title that need not be read differs from no figure of its text."""

from dataclasses import replace
from itertools import product

import pytest

from claims_db.records import Document
from factcheck.inside import headlines, title_figures
from factcheck.inside.page import lay_out
from factcheck.reading.claims import read, read_text

DAY = "2024-05-06"
TITLES = (
    "Ferry fire kills 14 off Batangas",
    "Fourteen dead, 31 hurt as ferry burns",
    "Couple killed in ferry fire",
    "Both sailors drowned, coast guard says",
    "More than 30 injured aboard burning ferry",
    "Ferry burns; dozens taken to hospital",
    "Man dies as ferry burns off Batangas",
    "Magnitude 5.8 quake shakes Batangas",
    "Blaze does $14 million of damage",
    "41 killed in ferry fire",
)
BODIES = (
    "A ferry caught fire off Batangas on Sunday, killing 14 people, the coast guard said. "
    "Another 31 were injured.",
    "Three sailors drowned when the ferry sank. 30 passengers were hurt.",
    "The blaze did damage of 9 million dollars. No one was killed.",
    "An earthquake of magnitude 6.1 killed 14 people in Batangas on Sunday and injured 31.",
)


@pytest.mark.parametrize(("title", "body"), list(product(TITLES, BODIES)))
def test_a_title_that_is_not_read_would_have_been_found_to_fit(title: str, body: str) -> None:
    document = Document(body, title=title, published=DAY)
    page = lay_out(document, read(document))
    whole = replace(page, titled=read_text(title, DAY))
    assert list(headlines.find(page)) == list(headlines.find(whole))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry fire kills 14 off Batangas", False),
        ("Man dies as ferry burns off Batangas", False),
        ("Fourteen dead, 31 hurt as ferry burns", False),
        ("41 killed in ferry fire", True),
        ("Couple killed in ferry fire", True),
        ("Dozens hurt in ferry fire", True),
    ],
)
def test_only_a_number_that_the_body_lacks_makes_a_title_worth_reading(
    title: str, expected: bool
) -> None:
    document = Document(BODIES[0], title=title, published=DAY)
    assert title_figures.may_differ(title, read(document)) is expected


def test_some_title_is_found_not_to_fit() -> None:
    document = Document(BODIES[0], title=TITLES[-1], published=DAY)
    assert list(headlines.find(lay_out(document, read(document))))
