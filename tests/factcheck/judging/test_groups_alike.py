"""Groups that are one however they are told: survivors are the rescued, and children of the dead
the children killed."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import Verdict

REPORT = (
    "A ferry sank off Lamu, Kenya, on Monday, killing at least 38 people, among them 11 children, "
    "police said. Rescuers pulled 121 survivors from the water."
)


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("Fourteen of the dead were children, police said.", "Fourteen", Verdict.UPDATE),
        ("Eleven of the dead were children, police said.", "Eleven", Verdict.CONSISTENT),
        ("Boats rescued 121 people.", "121", Verdict.CONSISTENT),
    ],
)
def test_the_same_group_in_other_words(text: str, figure: str, verdict: Verdict) -> None:
    with Store(":memory:") as store:
        factcheck.ingest(Document(REPORT, published="2025-05-06", outlet="Coast News"), store)
        article = f"A ferry sank off Lamu, Kenya, on Monday, killing 61 people. {text}"
        checked = factcheck.check(Document(article, published="2025-05-08"), store)
    told = {found.claim.value.text: found.verdict for found in checked.results}
    assert told[figure] is verdict
