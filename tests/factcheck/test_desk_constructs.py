"""Verdicts through the whole path, a construct each: earlier reports, an article, a verdict."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.results import ClaimResult

Report = tuple[str, str, str]  # the day, the outlet, the text


def judged(priors: list[Report], article: Report, figure: str, kind: str) -> ClaimResult:
    """What is said of a figure of the article, the last one printed so."""
    with Store(":memory:") as store:
        for number, (published, outlet, text) in enumerate(priors):
            document = Document(text, id=f"p{number}", published=published, outlet=outlet)
            ingest(document, store)
        published, outlet, text = article
        document = Document(text, id="article", published=published, outlet=outlet)
        results = check(document, store).results
    told = [one for one in results if one.claim.kind == kind and figure in one.claim.value.text]
    assert told, [(one.claim.kind, one.claim.value.text) for one in results]
    return told[-1]


def verdict(priors: list[Report], article: Report, figure: str, kind: str) -> str:
    return judged(priors, article, figure, kind).verdict.value


@pytest.mark.parametrize(
    ("before", "text", "figure", "kind"),
    [
        (
            "Officials on Monday counted 19 dead in the Taquari floods in Brazil.",
            "As floods fell in Taquari on Wednesday, officials said 22 people had died so far.",
            "22",
            "killed",
        ),
        (
            "Cholera has killed 40 people in Beira, Mozambique, since May, the ministry said.",
            "By Thursday the cholera outbreak in Beira, Mozambique, had killed 52 people.",
            "52",
            "killed",
        ),
        (
            "On Tuesday 6,000 people were displaced by the floods in Sylhet, Bangladesh.",
            "Water rose again on Thursday in flooded Sylhet, where 9,000 people are displaced.",
            "9,000",
            "displaced",
        ),
    ],
)
def test_what_goes_on_for_days_is_counted_on_many(
    before: str, text: str, figure: str, kind: str
) -> None:
    priors = [("2025-06-03", "River Post", before)]
    assert verdict(priors, ("2025-06-05", "Valley News", text), figure, kind) == "update"


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        (
            "A crush at a shrine in Puri, India, killed 41 people on Sunday, police said.",
            "Officials were charged over the 2023 crush at a shrine in Puri, India, which killed "
            "41 people.",
            "41",
        ),
        (
            "A fire at a dance hall in Ufa, Russia, killed 27 people on Sunday.",
            "Ufa in Russia fell silent, two years after a fire at a dance hall that killed 27 "
            "people.",
            "27",
        ),
        (
            "A bomb in Quetta, Pakistan, killed 33 people on Sunday.",
            "Pakistan hanged a man for a bombing in June 2023 in Quetta which killed 33 people.",
            "33",
        ),
    ],
)
def test_a_happening_told_by_its_year_is_the_one_of_that_day(
    before: str, text: str, figure: str
) -> None:
    priors = [("2023-06-05", "Plain Dealer", before)]
    assert verdict(priors, ("2025-06-05", "Globe", text), figure, "killed") == "consistent"
