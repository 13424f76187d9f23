"""That somebody said so, of one happening, makes no two counts one fact."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Document
from factcheck.judging.matching import ALIKE
from factcheck.judging.one_noun import likeness
from factcheck.reading.claims import read

PRIOR = "Chief Poe said three people were seen running from the shooting scene."


def figure(text: str, written: str) -> Claim:
    told = f"A shooting hit a parade in Leeds, England, on Sunday. {text}"
    claims = read(Document(told, published="2024-05-13"))
    return next(claim for claim in claims if claim.value.text == written)


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("The Post said there were about 200 people at it when gunfire erupted.", "about 200"),
        ("Chief Poe said 40 people were questioned by detectives after the shooting.", "40"),
        ("The mayor said nine people had called him about the shooting.", "nine"),
    ],
)
def test_counts_that_share_a_word_of_saying_alone(told: str, written: str) -> None:
    assert likeness(figure(told, written), figure(PRIOR, "three")) < ALIKE


def test_counts_that_share_what_was_done() -> None:
    told = "Witnesses said two people were running from the scene."
    assert likeness(figure(told, "two"), figure(PRIOR, "three")) >= ALIKE
