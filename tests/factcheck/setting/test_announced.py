"""Layoffs, aid and deals are so once they are announced; a toll foretold is not."""

import pytest

from claims_db.records import Role
from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Acme will cut 12,000 jobs, the carmaker said.", Role.CURRENT),
        ("Berlin would send 40 million euros in aid.", Role.CURRENT),
        ("The miner will buy a rival in a deal worth $2 billion.", Role.CURRENT),
        ("Acme could cut 12,000 jobs, the union warned.", Role.PROJECTED),
        ("The bank may lay off 900 staff.", Role.PROJECTED),
        ("The toll will pass 300, the governor said.", Role.PROJECTED),
    ],
)
def test_announced_or_foretold(text: str, role: Role) -> None:
    assert read_text(text, "2025-06-10")[0].role is role
