"""A record that tells how its count went is not divided over it."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store

REPORTS = (
    "As of 07:30 nine people were dead in Kyiv after the strike.",
    "As of 10:30 eight people were killed in Kyiv in the strike.",
    "As of 06:00 nine people were dead in Kyiv after the strike. As of 11:00 eight people were "
    "killed in Kyiv.",
)


@pytest.mark.parametrize("count", ["Nine", "Eight", "At least nine"])
def test_a_report_that_tells_how_a_count_went_settles_it(count: str) -> None:
    text = f"{count} people were killed in the strike on Kyiv."
    with Store(":memory:") as store:
        for at, told in enumerate(REPORTS):
            report = Document(told, published="2025-04-24", outlet=f"Paper {at}")
            factcheck.ingest(report, store)
        found = factcheck.check(Document(text, published="2025-04-24"), store).results
    assert [str(result.verdict) for result in found] == ["consistent"]
