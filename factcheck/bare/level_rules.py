"""Two bare statements of one number, told as where something stands in the one and as how far it
moved in the other: "rose to 6.1 percent", "rose by 6.1 percent"."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from factcheck.bare.counted_rules import NOT_ENOUGH, same_numbers, sole
from factcheck.bare.printed import Printed
from factcheck.bare.statement_pair import StatementPair
from factcheck.quantity.changes import DOWN, UP

_MOVED: Final = "|".join(sorted(UP | DOWN - {"lower"} | {"raised", "lowered", "cut", "went"}))
_HEDGED: Final = (
    r"(?:(?:about|around|nearly|almost|some|roughly|just|over|under|more|less|than|at|least|most|"
    r"only|a|an|the|record|estimated|further|another)\s+)*[$€£¥]?$"
)
_COURSE: Final = re.compile(
    rf"\b(?:{_MOVED})\b(?P<between>(?:\s+[\w’'-]+){{0,4}}?)"
    rf"(?:\s+(?P<lead>to|by))?\s+{_HEDGED}",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(r"\bfrom\b|\bof\b", re.IGNORECASE)
_REACH: Final = 90  # characters before the number


class Course(Enum):
    """How a number is told."""

    LEVEL = "where it stands"
    CHANGE = "how far it moved"


def level_or_change(pair: StatementPair) -> str | None:
    """The same number, once as a level and each time in the evidence as a change, or the other way
    round."""
    own = sole(pair)
    told = _course(pair.claim, own) if own is not None else None
    if own is None or told is None:
        return None
    others = [_course(pair.evidence, other) for other in same_numbers(own, pair)]
    if not others or None in others or told in others:
        return None
    return NOT_ENOUGH


def _course(text: str, told: Printed) -> Course | None:
    """How a number is told there; None where its words leave that open, or it stands twice."""
    if text.count(told.text) != 1:
        return None
    at = text.index(told.text)
    found = _COURSE.search(text, max(0, at - _REACH), at)
    if found is None or _FORMER.search(found["between"]):
        return None
    if found["lead"] is None:
        return None if found["between"].strip() else Course.CHANGE
    return Course.LEVEL if found["lead"].lower() == "to" else Course.CHANGE
