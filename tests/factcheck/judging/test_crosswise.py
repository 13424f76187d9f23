"""Counts of two kinds that changed places in a document are conflicts both; news is not."""

from __future__ import annotations

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store


def _told(prior: str, article: str) -> dict[str, tuple[str, set[str]]]:
    with Store(":memory:") as store:
        before = Document(prior, id="prior", published="2025-05-05", outlet="Morning Post")
        factcheck.ingest(before, store)
        document = Document(article, id="article", published="2025-05-06", outlet="Evening Star")
        found = factcheck.check(document, store).results
    return {r.claim.kind: (r.verdict.value, {hint.slip for hint in r.hints}) for r in found}


@pytest.mark.parametrize(
    ("prior", "article"),
    [
        (
            "A ferry capsized off Barisal, Bangladesh, on Sunday; 14 people died and 33 were hurt.",
            "After a ferry capsized off Barisal, Bangladesh, on Sunday, 33 died and 14 were hurt.",
        ),
        (
            "Clashes in Sanaa, Yemen, on Sunday killed 11 people and wounded 64, medics said.",
            "Medics in Sanaa, Yemen, counted 64 dead in Sunday's clashes. They treated 11 wounded.",
        ),
        (
            "A stampede in Jos, Nigeria, on Sunday killed 46 and injured 15, police said.",
            "Police said Sunday's stampede in Jos, Nigeria, killed 15 and injured 46.",
        ),
    ],
)
def test_counts_that_changed_places_are_conflicts(prior: str, article: str) -> None:
    found = _told(prior, article)
    for kind in ("killed", "wounded"):
        verdict, hints = found[kind]
        assert verdict == "conflict"
        assert "another kind's figure" in hints


@pytest.mark.parametrize(
    ("prior", "article"),
    [
        (  # small counts change places as the wounded die
            "A shooting in Turin, Italy, on Sunday killed one man and wounded three, police said.",
            "Sunday's shooting in Turin, Italy, has now killed three and wounded one, police said.",
        ),
        (  # near each other: five of the wounded may have died
            "A bus crash near Leeds, England, on Sunday killed 20 and injured 25, police said.",
            "Sunday's bus crash near Leeds, England, killed 25 people and injured 20, police said.",
        ),
        (  # one of the two alone is the other's
            "Clashes in Sanaa, Yemen, on Sunday killed 11 people and wounded 64, medics said.",
            "Sunday's clashes in Sanaa, Yemen, killed 13 people and wounded 70, medics said.",
        ),
    ],
)
def test_news_is_not_crosswise(prior: str, article: str) -> None:
    assert "conflict" not in {verdict for verdict, _ in _told(prior, article).values()}
