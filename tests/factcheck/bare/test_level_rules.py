"""Where something stands is not how far it moved."""

import pytest

from factcheck import compare
from factcheck.results import Relation

APART = (Relation.DIFFERENT_SCOPE, Relation.DIFFERENT_EVENT)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Inflation rose to 6.1 percent", "Inflation rose by 6.1 percent"),
        ("Prices fell by 3%", "Prices fell to 3%"),
        ("The rate climbed to 12 percent.", "The rate climbed 12 percent."),
        ("The fund grew by 40 million euros.", "The fund grew to about 40 million euros."),
        ("The death toll increased by 40.", "The death toll increased to 40."),
    ],
)
def test_a_level_and_a_change_are_two_things(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation in APART
    assert compare(evidence, claim).relation in APART


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Inflation rose to 6.1 percent.", "Inflation rose to 6.1 percent in May."),
        ("Prices fell by 3%.", "Prices fell 3%."),
        ("The fund grew to 40 million euros.", "The fund grew to some 40 million euros."),
        ("The fire spread to 40 homes.", "The fire spread to 40 homes by noon."),
    ],
)
def test_two_levels_or_two_changes_agree(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONSISTENT


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [("Inflation rose to 6.1 percent.", "Inflation rose to 7.4 percent.")],
)
def test_two_levels_that_differ_contradict(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONFLICT
