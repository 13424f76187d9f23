"""Days that a text counts up to a day or an hour: "in the 24 hours to 8 a.m. on Sunday"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.setting.time_forms import NUMBERS

_NUMBER: Final = "|".join(name for name in NUMBERS if " " not in name)
_SPAN: Final = re.compile(
    rf"\bthe\s+(?:(?:past|last|previous|latest)\s+)?(?:(?P<n>\d{{1,3}}|{_NUMBER})\s+)?"
    r"(?P<unit>hour|day|week)s?\s+(?:up\s+)?(?:to|until|till|ending|ended)\s+"
    r"(?:(?:at|on|the|about|around|early|late)\s+)*$"
)
_MARKS: Final = ("hour", "day", "week")
_HOURS: Final = 24
_DAYS_OF_WEEK: Final = 7
_REACH: Final = 50  # characters before the last day


def before(text: str, start: int) -> tuple[int, int] | None:
    """Where a span that ends with the time at `start` begins in the text, and how many days before
    that day; None without one."""
    near = text[max(0, start - _REACH) : start]
    if not any(mark in near for mark in _MARKS):
        return None
    found = _SPAN.search(near)
    if found is None:
        return None
    word = (found["n"] or "one").lower()
    number = int(word) if word.isdigit() else NUMBERS[word]
    if found["unit"] == "hour":
        days = -(-number // _HOURS)
    else:  # the last day is one of them
        days = number * (_DAYS_OF_WEEK if found["unit"] == "week" else 1) - 1
    return start - len(near) + found.start(), days
