"""Counts of two kinds that changed places in a document are conflicts both; news is not."""

from __future__ import annotations

import pytest

import factcheck
from claims_db.records import Document, Prior, Report
from claims_db.store import Store
from factcheck.judging import crosswise
from factcheck.results import ClaimResult, Origins, Severity, Verdict
from tests.factcheck.judged import claim, value


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


@pytest.mark.parametrize(
    ("prior", "article"),
    [
        (
            "Clashes in Sanaa, Yemen, on Sunday killed 12 people and wounded 90, medics said.",
            "Clashes in Sanaa, Yemen, on Sunday killed 90 and wounded 12, a police post said; the "
            "ministry denied this, saying 12 were killed and 90 wounded.",
        ),
        (
            "A stampede in Jos, Nigeria, on Sunday killed 15 and injured 46, police said.",
            "Sunday's stampede in Jos, Nigeria, killed 15 and injured 46, police said. A radio "
            "station had it that 46 people were killed and 15 injured.",
        ),
        (
            "A ferry capsized off Barisal, Bangladesh, on Sunday; 14 people died and 63 were hurt.",
            "Police denied that 63 people died and 14 were hurt when a ferry capsized off Barisal, "
            "Bangladesh, on Sunday.",
        ),
    ],
)
def test_what_the_text_sets_right_itself_is_not_crosswise(prior: str, article: str) -> None:
    with Store(":memory:") as store:
        before = Document(prior, id="prior", published="2025-05-05", outlet="Morning Post")
        factcheck.ingest(before, store)
        document = Document(article, id="article", published="2025-05-06", outlet="Evening Star")
        found = factcheck.check(document, store).results
    assert not [result for result in found if "crosswise" in result.why]


@pytest.mark.parametrize(
    ("reports", "events", "crossed"),
    [
        (("first", "second"), (None, None), False),  # two reports, of no happening known
        (("first", "first"), (None, None), True),
        (("first", "second"), ("clash", None), False),
        (("first", "second"), ("clash", "clash"), True),
    ],
)
def test_figures_of_no_known_happening_are_not_of_one(
    reports: tuple[str, str], events: tuple[str | None, str | None], crossed: bool
) -> None:
    kinds, right = ("killed", "wounded"), (12, 90)
    results = [
        ClaimResult(
            claim(kind, value(told)),
            Verdict.CONFLICT,
            Severity.WARNING,
            0.9,
            0.1,
            Origins(),
            Prior(claim(kind, value(count), event=event), Report(report, report, "2025-05-05")),
            "",
        )
        for kind, told, count, event, report in zip(
            kinds, reversed(right), right, events, reports, strict=True
        )
    ]
    assert bool(crosswise.told(Document("A text of our own."), results)) is crossed
