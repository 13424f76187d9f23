"""Counts told as the last step to more, or as all there are so far: "9 more deaths, taking the toll
to 137" is no report of 9 dead in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.judging.story_features import of_one_sort

_STEP: Final = re.compile(r"\s+(?:more|new|further|fresh|additional)\b", re.IGNORECASE)


def tells_step(claim: Claim) -> bool:
    """Whether a count is told as what came on top of another: "9 more deaths", "148 new cases"."""
    if claim.change == "+":
        return True
    return _STEP.match(claim.sentence, claim.end - claim.sentence_start) is not None


def tells_all(claim: Claim) -> bool:
    """Whether a count is told as all there are so far: "has killed 9 people since December"."""
    return not tells_step(claim) and cues().in_all.search(claim.sentence.lower()) is not None


def is_step_for_all(claim: Claim, step: Claim, given: Sequence[Claim]) -> bool:
    """Whether a count told as all there are is what a report, which gives these, has as the last
    step to more: "9 more deaths, taking the toll to 137"."""
    if not (tells_step(step) and tells_all(claim)):
        return False
    number = step.value.stated or 0.0
    return any(
        of_one_sort(step, other) and not tells_step(other) and (other.value.stated or 0.0) > number
        for other in given
    )
