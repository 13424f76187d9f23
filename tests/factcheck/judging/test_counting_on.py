"""Votes told while they are counted: more of them later are news, fewer are none."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import Verdict

POLL = "in Sunday's water referendum in Cochabamba, Bolivia"


def verdict(report: str, article: str, figure: str) -> Verdict:
    with Store(":memory:") as store:
        factcheck.ingest(Document(report, published="2025-09-08", outlet="Andes Herald"), store)
        results = factcheck.check(Document(article, published="2025-09-10"), store).results
    return next(found.verdict for found in results if found.claim.value.text == figure)


@pytest.mark.parametrize(
    "report",
    [
        f"Yes had 241,950 votes {POLL}, with 81 percent of the ballots counted.",
        f"According to partial results, Yes got 241,950 votes {POLL}.",
        f"Yes had 241,950 votes so far {POLL}, the tribunal said.",
    ],
)
def test_more_votes_than_while_they_were_counted_are_news(report: str) -> None:
    article = f"Yes got 298,212 votes {POLL}, the tribunal said."
    assert verdict(report, article, "298,212") is Verdict.UPDATE


def test_of_all_votes_another_number_is_a_contradiction() -> None:
    report = f"Yes got 241,950 votes {POLL}, with all ballots counted."
    article = f"Yes got 298,212 votes {POLL}, the tribunal said."
    assert verdict(report, article, "298,212") is Verdict.CONFLICT
