"""Figures whose own text gives the step from another: "2,700, 300 more than it said a week ago",
"a rise of five from Monday", "rose by five to 43". Where the other is on record, the text itself
tells how the two stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db.records import Claim
from factcheck.judging import figures, intervals, wording
from factcheck.judging.wording import KEPT

_STEP = r"(?P<step>[^,.;:()–—]{1,40}?|[^;:()–—]{1,40}?\d)"
_MORE: Final = r"more|higher|above|greater|dearer"
_LESS: Final = r"fewer|less|lower|below|cheaper"
_BEHIND: Final = (
    re.compile(
        rf"[^.;:]{{0,80}}?[,(–—]\s*(?:or|which\s+is|that\s+is)?\s*{_STEP}\s+"
        rf"(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\s+than\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"[^.;:]{{0,80}}?[,(–—]?\s*\b(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?{_STEP}\s+"
        r"(?:from|on|since|compared)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"[^.;:]{0,80}?[,(–—]\s*(?:which\s+is\s+)?an?\s+(?:[\w-]+\s+)?(?:"
        r"(?P<up>rise|increase|addition|jump|gain|climb)|"
        rf"(?P<down>fall|drop|decrease|decline|cut|reduction))\s+of\s+{_STEP}\s+"
        r"(?:from|on|over|since|compared)\b",
        re.IGNORECASE,
    ),
)
_BEFORE: Final = (  # "rose by five to 43"
    re.compile(
        r"\b(?:(?P<up>rose|risen|rises|grew|grown|climbed|increased|jumped|raised|went\s+up)|"
        r"(?P<down>fell|fallen|dropped|decreased|lowered|reduced|cut|trimmed|went\s+down))\s+"
        rf"(?:[\w’'-]+\s+){{0,6}}?by\s+{_STEP}\s+to\s+(?:[a-z]+\s+){{0,2}}$",
        re.IGNORECASE,
    ),
)
# What a step is told from, if that is another time's figure: it stands, and is not replaced.
_OTHER_TIME: Final = re.compile(
    r"\b(?:a|one|the|last|previous|same)\s+(?:(?:month|quarter|period)s?\s+(?:of\s+)?)?(?:year|month|"
    r"quarter|season|decade)s?\b|\b(?:19|20)\d\d\b|\byears?\s+(?:ago|earlier|before)\b|\bin\s+[A-Z]\w+\s+last\b",
)
_PERCENT: Final = re.compile(r"%|\bper\s?cent\b|\bpoints?\b", re.IGNORECASE)
_SINCE: Final = 30  # characters behind "than" or "from" in which it is told
_REACH: Final = 160  # characters on each side of the figure


def steps_from(claim: Claim, other: Claim) -> bool:
    """Whether the claim's text gives its figure as so many more or fewer than just the other."""
    own, told = claim.value.stated, figures.representative(other.value)
    if own is None or told is None or own == told or claim.change is not None:
        return False
    at = claim.start - claim.sentence_start
    steps = _steps(claim.sentence, at, claim.end - claim.sentence_start)
    return any(intervals.close(own - step, told) for step in steps)


@lru_cache(maxsize=KEPT)
def _steps(sentence: str, at: int, end: int) -> frozenset[float]:
    """The steps, with their signs, that a figure between these characters is told to be of."""
    before, behind = sentence[max(0, at - _REACH) : at], sentence[end : end + _REACH]
    found = [pattern.match(behind) for pattern in _BEHIND]
    found += [pattern.search(before) for pattern in _BEFORE]
    steps: set[float] = set()
    for told in found:
        if told is None or _PERCENT.search(told["step"]):
            continue
        if told.string is behind and _OTHER_TIME.search(behind, told.end(), told.end() + _SINCE):
            continue
        sign = 1.0 if told["up"] else -1.0
        steps |= {sign * number for number in wording.numbers(told["step"])}
    return frozenset(steps)
