"""What a rate is kept or held at is its measure."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The bank held its deposit rate at 3%.", "deposit rate"),
        ("Norges Bank left its policy rate unchanged at 4.25% on Thursday.", "policy rate"),
        ("The jobless rate was steady at 4.2% in May.", "jobless rate"),
        ("Turkey's bank kept its repo rate at 46%.", "repo rate"),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    claims = extract(Document(text, published="2025-06-05")).claims
    assert [claim.subject for claim in claims if claim.kind == "percent"] == [subject]
