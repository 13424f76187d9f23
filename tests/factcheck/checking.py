"""An article checked beside earlier reports, for tests of the verdicts on its figures."""

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.results import ClaimResult

Told = tuple[str | None, str]
"""A report: the day it was published, if that is known, and its text."""


def checked(article: str, day: str, *reports: Told) -> dict[str, ClaimResult]:
    """The results for an article of that day beside reports of other outlets, by the figure as
    written; of a figure that stands twice the last."""
    with Store(":memory:") as store:
        for number, (published, text) in enumerate(reports):
            outlet = f"Paper {number}"
            ingest(Document(text, id=f"r{number}", published=published, outlet=outlet), store)
        results = check(Document(article, id="a", published=day, outlet="Own"), store).results
    return {found.claim.value.text: found for found in results}
