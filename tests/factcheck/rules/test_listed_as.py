"""Counts listed as something, of who joined a march, by two sources, and of crew among the dead."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract


def read(text: str) -> dict[str, str]:
    claims = extract(Document(text, published="2025-06-05")).claims
    return {claim.value.text: claim.kind for claim in claims}


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("The agency lists 345 people as missing.", "345", "missing"),
        ("Officials listed 12 miners as dead and 4 as injured.", "4", "wounded"),
        ("The register gives 61 sailors as dead.", "61", "killed"),
        ("About 6,500 nurses joined Friday's protest march in Riga.", "About 6,500", "crowd"),
        ("Some 900 pupils joined a rally in Oslo.", "Some 900", "crowd"),
        ("At least 12,000 people joined the torchlit procession.", "At least 12,000", "crowd"),
        ("About 300 recruits joined the army.", "About 300", "count"),
        (
            "It drew 3,000 people according to police and 8,000 according to unions.",
            "8,000",
            "crowd",
        ),
        ("Fighting killed 40 people, doctors said, and 75, according to rebels.", "75", "killed"),
        (
            "Fires hurt 12 people according to firefighters, and 19 according to medics.",
            "19",
            "wounded",
        ),
        ("Six flight attendants were among the 80 people killed.", "Six", "killed"),
        ("Eleven crew members were among the 18 people injured.", "Eleven", "wounded"),
        ("Three passengers were among the 25 people rescued.", "Three", "rescued"),
        ("Across the Caribbean 29 people have died.", "29", "killed"),
        ("Throughout the Philippines 310 people were injured.", "310", "wounded"),
        ("In the Netherlands 14 people drowned.", "14", "killed"),
    ],
)
def test_kinds(text: str, figure: str, kind: str) -> None:
    assert read(text).get(figure) == kind


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        (
            "It drew 3,000 people according to police and 8,000 according to unions.",
            "8,000",
            "unions",
        ),
        (
            "It drew 3,000 people according to police and 8,000 according to unions.",
            "3,000",
            "police",
        ),
        ("A fire killed 12 people according to medics and injured 4.", "12", "medics"),
        ("A cliff near Whitby gave way, killing 9 people.", "9", None),
        ("The fire killed 70 people, leaving insurers with huge claims.", "70", None),
    ],
)
def test_sources(text: str, figure: str, source: str | None) -> None:
    claims = extract(Document(text, published="2025-06-05")).claims
    said = next(claim for claim in claims if claim.value.text == figure).attribution
    assert (said.source if said else None) == source
