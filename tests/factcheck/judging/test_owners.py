"""Whose figure it is: of two makers, banks or candidates each has its own, and they may change
places; what a text gives for something else accuses nothing."""

from __future__ import annotations

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.judging import owners
from factcheck.reading.claims import read_text
from factcheck.results import ClaimResult

_AGAINST = {"conflict", "disputed", "outdated"}


def _checked(article: str, *priors: str, published: str = "2025-09-16") -> list[ClaimResult]:
    with Store(":memory:") as store:
        for n, text in enumerate(priors):
            told = Document(text, id=f"p{n}", published="2025-09-15", outlet=f"Paper {n}")
            factcheck.ingest(told, store)
        document = Document(article, id="article", published=published, outlet="The Desk")
        return list(factcheck.check(document, store).results)


def _accused(results: list[ClaimResult]) -> set[str]:
    return {r.claim.value.text for r in results if r.verdict.value in _AGAINST}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fjordvik built 2,120 trams and Halvorsen 1,870.", [{"fjordvik"}, {"halvorsen"}]),
        ("Ostrel hired 410 people, while Kandar hired 95.", [{"ostrel"}, {"kandar"}]),
        (
            "Ziegler lost 4 million euros; its rival Brandauer 9 million.",
            [{"ziegler"}, {"brandauer"}],
        ),
        ("Prices rose 4.4 percent.", [set()]),
    ],
)
def test_a_clause_tells_whose_figure_it_is(sentence: str, expected: list[set[str]]) -> None:
    claims = read_text(sentence, "2025-09-16")
    assert [owners.owner(c) for c in claims][: len(expected)] == expected


@pytest.mark.parametrize(
    ("article", "prior"),
    [
        (
            "Fjordvik built 2,120 trams last year and Halvorsen 1,870.",
            "Halvorsen built 1,870 trams last year.",
        ),
        (
            "Ferry line Calder carried 3.1 million passengers in August and Morven 1.4 million.",
            "Morven carried 1.4 million passengers in August.",
        ),
        (
            "Consumer prices in Portugal rose 2.4 percent in August from a year earlier. On the "
            "month they rose 0.2 percent. Core inflation was 2.1 percent.",
            "Portugal's inflation rate was 2.4 percent in August.",
        ),
        (
            "Deputies in Riga passed the tax bill on Monday by 58 votes to 31. They rejected an "
            "amendment by 49 votes to 40.",
            "Latvia's parliament in Riga passed the tax bill on Monday by 58 votes to 31.",
        ),
        (
            "Lender Caddow lost 12 million pounds in the first half. Its larger rival Stanmoor did "
            "better. Its profit rose to 507 million pounds.",
            "Stanmoor's profit rose to 507 million pounds in the first half.",
        ),
        (
            "Tickets for the opera festival in Bregenz cost 118 euros on average.",
            "Tickets for the opera festival in Bregenz start at 34 euros.",
        ),
        (
            "Tram maker Fjordvik forecasts a margin of 6 percent this year.",
            "Tram maker Fjordvik expects a margin of 7 percent this year.",
        ),
        (
            "Inflation in Austria was 3.6 percent in August, after 3.3 percent in July.",
            "Inflation in Austria was 3.6 percent in August.",
        ),
    ],
)
def test_what_is_told_of_another_accuses_nothing(article: str, prior: str) -> None:
    assert _accused(_checked(article, prior)) == set()


@pytest.mark.parametrize(
    ("article", "wrong"),
    [
        (
            "Aoife Brann won Sunday's run-off in Ireland with 48.3 percent of the vote; Jonas Weld "
            "got 51.7 percent.",
            {"48.3", "51.7"},
        ),
        (
            "Aoife Brann won Sunday's run-off in Ireland with 57.1 percent of the vote; Jonas Weld "
            "got 48.3 percent.",
            {"57.1"},
        ),
    ],
)
def test_candidates_that_changed_places_are_found(article: str, wrong: set[str]) -> None:
    priors = (
        "Aoife Brann won Sunday's run-off in Ireland with 51.7 percent against 48.3 percent for "
        "Jonas Weld.",
        "Ireland has elected Aoife Brann; she won 51.7 percent of the vote in Sunday's run-off.",
    )
    assert _accused(_checked(article, *priors)) == wrong


@pytest.mark.parametrize(
    ("article", "wrong", "priors"),
    [
        (
            "Porters in Marseille won a wage rise of 4.7 percent on Monday.",
            "4.7",
            (
                "Porters in Marseille will get 7.4 percent more pay, their union said on Monday.",
                "A wage rise of 7.4 percent ended the porters' strike in Marseille on Monday.",
            ),
        ),
        (
            "Consumer prices in Portugal rose 4.2 percent in August from a year earlier.",
            "4.2",
            (
                "Portugal's annual inflation rate was 2.4 percent in August.",
                "Inflation in Portugal was 2.4 percent in August.",
            ),
        ),
        (
            "Poland's central bank cut its main rate by half a point to 5.25 percent on Monday.",
            "5.25",
            (
                "Poland's central bank lowered its main interest rate to 4.75 percent on Monday.",
                "The key rate of Poland's central bank is 4.75 percent after Monday's cut.",
            ),
        ),
        (  # the sales, told for the profit
            "Timber firm Holmgren made an operating profit of 4.8 billion kronor last year.",
            "4.8 billion",
            (
                "Timber firm Holmgren had sales of 4.8 billion kronor last year and an operating "
                "profit of 612 million kronor.",
            ),
        ),
    ],
)
def test_one_measure_in_other_words_is_held(
    article: str, wrong: str, priors: tuple[str, ...]
) -> None:
    assert wrong in _accused(_checked(article, *priors))


def test_a_share_in_a_poll_is_the_partys_not_the_pollsters() -> None:
    article = "The Reform Party has 13 percent in a new poll by Norbit in Finland."
    priors = (
        "The Reform Party has 31 percent in a poll by Norbit in Finland, the Centre 22 percent.",
        "In Finland the Reform Party is at 31 percent in Norbit's new poll.",
    )
    (found,) = _checked(article, *priors)
    assert found.severity.value == "warning"
    assert found.latest is not None
    assert found.latest.claim.value.text == "31"
