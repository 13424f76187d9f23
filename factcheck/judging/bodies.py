"""Whether a count of the dead is one of bodies that were found."""

from __future__ import annotations

import re

from claims_db.records import Claim

_BODIES = re.compile(
    r"\s+(?:(?:more|other|dead|human)\s+)?(?:bodies|corpses|remains)\b[^.;:]{0,30}"
    r"\b(?:found|recovered|retrieved|located|collected|pulled|exhumed|brought|returned|flown)\b",
    re.IGNORECASE,
)
_FINDING_BODIES = re.compile(
    r"\b(?:found|recovered|retrieved|located|collected|pulled|exhumed|recover|retrieve|finding|recovering)"
    r"\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_BODIES_BEHIND = re.compile(r"\s+(?:\w+\s+)?(?:bodies|corpses|remains)\b", re.IGNORECASE)


def counts_bodies(claim: Claim) -> bool:
    """Whether a figure counts the bodies that were found: of those who died, not all need be."""
    start = claim.start - claim.sentence_start
    before, behind = claim.sentence[:start], claim.sentence[start + len(claim.value.text) :]
    if claim.kind != "killed":
        return False
    if _BODIES.match(behind):
        return True
    return _BODIES_BEHIND.match(behind) is not None and _FINDING_BODIES.search(before) is not None
