"""Weekdays told with a date that is another day: "Thursday, April 25, 2025", which was a Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from claims_db.moments import parse_or_none
from factcheck.setting.days import day_or_none
from factcheck.text.tokens import is_letter

NEAR: Final = timedelta(days=60)
"""A date without a year is held to its weekday only so near publication."""
YEARS: Final = range(1900, 2101)

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_WEEKDAY: Final = "|".join(day.capitalize() for day in _DAYS)
_BEFORE_DAY: Final = frozenset(day.capitalize().removesuffix("day") for day in _DAYS)
_LONGEST_DAY: Final = len("Wednes")
_MONTH: Final = "|".join((*(f"{m.capitalize()}" for m in _MONTHS), r"Sept\.?"))
_SHORT: Final = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.?"
_PART: Final = r"(?:\s+(?:morning|afternoon|evening|night))?"
_YEAR: Final = r"(?:,?\s+(?P<{}>\d{{4}})(?![\d,]\d|\s*(?:-|–)\d))?"
_DATED: Final = re.compile(
    rf"(?<!\w)(?P<weekday>{_WEEKDAY}){_PART}(?:,\s*|\s+\(|\s+)(?:on\s+)?(?:the\s+)?(?:"
    rf"(?P<month>{_MONTH}|{_SHORT})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR.format('year')}"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{_MONTH}|{_SHORT})(?![\w’'])"
    rf"{_YEAR.format('year2')}"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})\b)"
)
# Two days with two dates ("Thursday and Friday, April 24 and 25") tell nothing of either alone.
_JOINED_BEFORE: Final = re.compile(rf"(?:{_WEEKDAY})\s*(?:and|or|to|through|[-–—/&,])\s*$")
_JOINED_AFTER: Final = re.compile(
    r"\s*(?:[-–—/&:]|,?\s*(?:and|or|to|through|until)\s+(?:the\s+)?\d|,\s*\d{1,2}\b)"
)
_OTHER_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AROUND: Final = 160  # characters either side in which another year would date the day


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A weekday with a date that is another one; `start` and `end` are offsets into the text."""

    start: int
    end: int
    text: str
    told: str
    day: date

    @property
    def actual(self) -> str:
        """The weekday that the date was."""
        return _DAYS[self.day.weekday()].capitalize()


def mismatches(text: str, published: str | None) -> Iterator[Mismatch]:
    """The weekdays that don't fit their dates, in order. A date without a year is that nearest
    to publication; without a publication date, or with another year nearby, it is let pass."""
    today = parse_or_none(published)
    for match in _dated(text):
        if _joined(text, match):
            continue
        day = _day(match, text, today.day if today and today.precision != "year" else None)
        told = match["weekday"]
        if day is not None and _DAYS[day.weekday()] != told.lower():
            yield Mismatch(match.start(), match.end(), match.group(), told, day)


def _dated(text: str) -> Iterator[re.Match[str]]:
    """The weekdays with their dates: the pattern is tried where a weekday ends in "day"."""
    at = text.find("day")
    while at >= 0:
        match = None
        start = at
        while start > 0 and at - start < _LONGEST_DAY and is_letter(text, start - 1):
            start -= 1
        if text[start:at] in _BEFORE_DAY:
            match = _DATED.match(text, start)
        if match is not None:
            yield match
        at = text.find("day", match.end() if match is not None else at + 1)


def _joined(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()]
    after = text[match.end() : match.end() + 16]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after))


def _day(match: re.Match[str], text: str, today: date | None) -> date | None:
    if match["iso"]:
        moment = parse_or_none(match["iso"])
        return moment.day if moment else None
    month = _month(match["month"] or match["month2"])
    number = int(match["day"] or match["day2"])
    year = match["year"] or match["year2"]
    if year:
        return day_or_none(int(year), month, number) if int(year) in YEARS else None
    around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    years = {int(found) for found in _OTHER_YEAR.findall(around)}
    if today is None or years - {today.year}:
        return None
    found = (day_or_none(y, month, number) for y in range(today.year - 1, today.year + 2))
    near = [day for day in found if day and abs(day - today) <= NEAR]
    return near[0] if len(near) == 1 else None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))
