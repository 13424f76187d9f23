"""Whether a title must be read to know that its text tells its figures: most are told there."""

from __future__ import annotations

from collections.abc import Sequence

from claims_db.kinds import kinds
from claims_db.records import Claim
from factcheck.judging import intervals
from factcheck.quantity import quantities
from factcheck.rules.implied import OF_SEVERAL_MARK
from factcheck.text.tokenized import tokenized


def may_differ(title: str, body: Sequence[Claim]) -> bool:
    """Whether the title may count several people, or measure anything, by a number that no count
    of the body has. Quick, and wrong only in saying yes: kinds and places are not asked for."""
    told: set[float] | None = None
    for _, tokens in tokenized(title):
        if tokens.holds(OF_SEVERAL_MARK):  # counts without a number
            return True
        for quantity in quantities.find(tokens):
            if told is None:
                told = _counts(body)
            stated = quantity.value.stated
            if stated is None or not any(intervals.close(stated, own) for own in told):
                return True
    return False


def _counts(body: Sequence[Claim]) -> set[float]:
    """The numbers of people, and of what else is counted."""
    return {
        claim.value.stated
        for claim in body
        if claim.value.stated is not None
        and (claim.kind == "count" or kinds()[claim.kind].of_people)
    }
