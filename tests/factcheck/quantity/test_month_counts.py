"""A month and a count behind it, told from a date; counts stand in the table of settings."""

import pytest

from factcheck import Document, extract


@pytest.mark.parametrize(
    "text",
    [
        "On January 31 people died in clashes in Beni.",
        "Since January 12 miners have died in accidents in Zonguldak.",
        "The January 31 attack killed soldiers in Gao.",
        "People were hurt in June 12 clashes in Beni.",
        "By February 28 cases had been confirmed in Ituri.",
    ],
)
def test_what_may_be_a_day_is_no_count(text: str) -> None:
    claims = extract(Document(text, published="2025-09-10")).claims
    assert not [claim for claim in claims if claim.value.stated in (12, 28, 31)]
