"""Where the days of a month end: "the storm of June 1 to 3 killed five"; "brought the toll of the
storm of June 1 to 3"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table

_TABLE: Final = table(CONSTRUCTIONS)
MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAYS: Final = re.compile(
    rf"({MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?)\s+(?:to|through|until)\s+(\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"(?![,.]?\d|\s*%|\s+(?:per\s?cent|percent|people|persons|million|billion|thousand|hundred)\b)"
)
_MOVED_TO: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('not_counts.moving_totals'))})\b"
    rf".*\b(?:{alternation(_TABLE.listed('not_counts.totals_moved'))})\b"
)
_OPENERS: Final = (" of ", " from ", " between ", " during ", " the ")
_REACH: Final = 120  # characters before the month
_LAST_DAY: Final = 31


def days_end(lowered: str, start: int, end: int) -> int:
    """Where the date that begins at `start` of a lowered sentence ends, if a form ends it at `end`:
    with the second day of "the storm of June 1 to 3 killed five"; before the total of "brought the
    toll of the flood of May 11 to 12"."""
    days = _DAYS.match(lowered, start) if lowered[start].isalpha() else None
    if days is None:
        return end
    later = int(days[2]) < int(days[3]) <= _LAST_DAY
    moved = _MOVED_TO.search(lowered, max(0, start - _REACH), start) is not None
    if end > days.end(1):
        return end if later and not moved else days.end(1)
    opened = lowered[max(0, start - len(_OPENERS[2])) : start].endswith(_OPENERS)
    return days.end() if later and opened and not moved else end
