"""Places that one sentence tells of together are places of one happening."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.results import Relation


@pytest.mark.parametrize(
    ("claim", "claim_value", "evidence", "evidence_value"),
    [
        (
            "The floods killed 53 people in Ghana and 12 in Togo.",
            53,
            "At least nine people have died in Togo.",
            9,
        ),
        (
            "Fourteen people were hurt in Graz.",
            14,
            "The derailment hurt 31 people in Vienna and 14 in Graz.",
            31,
        ),
        (
            "Landslides have killed 80 in Nepal and seven in India.",
            80,
            "Rain killed 64 people in Nepal and five in India.",
            5,
        ),
    ],
)
def test_a_sentence_with_both_places_tells_of_one_happening(
    claim: str, claim_value: float, evidence: str, evidence_value: float
) -> None:
    judged = factcheck.compare(
        claim,
        evidence,
        claim_date="2025-07-03",
        evidence_date="2025-07-03",
        claim_value=claim_value,
        evidence_value=evidence_value,
    )
    assert judged.relation is Relation.DIFFERENT_SCOPE


def test_a_name_within_a_longer_one_is_not_that_place() -> None:
    judged = factcheck.compare(
        "Gunmen killed 12 people in Nigeria.",
        "Gunmen killed 40 people in Niger.",
        claim_date="2025-07-03",
        evidence_date="2025-07-03",
    )
    assert judged.relation is Relation.DIFFERENT_EVENT


@pytest.mark.parametrize(
    "claim",
    [
        "Nine people died of cholera in Malawi on Monday.",
        "On Sunday four patients died of cholera in Malawi.",
        "Cholera killed 12 people in Malawi on 7 July.",
    ],
)
def test_the_dead_of_a_day_are_not_those_of_an_outbreak(claim: str) -> None:
    judged = factcheck.compare(
        claim,
        "The cholera outbreak in Malawi has killed 131 people.",
        claim_date="2025-07-08",
        evidence_date="2025-07-06",
        kind="killed",
    )
    assert judged.relation is Relation.DIFFERENT_SCOPE
