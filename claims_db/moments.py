"""Partial ISO dates and times: text → `Moment`, and how two of them stand in time.

A partial date is a window: "2025-04" is the whole of April. `end` is the first instant after it.
A clock time is held in UTC where its zone is stated, else as it stands (`zoned` False).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from claims_db.errors import InputError

Precision = Literal["year", "month", "day", "minute"]

WIDEST_ZONES: Final = timedelta(hours=14)
"""UTC+14 is the clock farthest from UTC: nearer than this, an unzoned time is in no order."""

CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Names of months and days, in lower case: capitals that name nobody."""
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_ISO_DAY: Final = len("2025-04-24")
_LONGEST: Final = 80  # a date is short; anything longer is some other text
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH: Final = (
    r"(?P<word>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|" + "|".join(_MONTHS) + r")\.?"
)
_ZONE: Final = r"(?:\s*(?P<zone>z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?))?"
_CLOCK: Final = (
    r"(?:(?:t|,?\s+)(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    + _ZONE
    + r"|\s+(?:early\s+|late\s+)?(?:morning|noon|afternoon|evening|night|overnight))?"
)
_NOTE: Final = r"\s*(?:\([^()]*\))?"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR: Final = r"(?P<year>[0-9]{4})"
_PART: Final = r"(?:(?:early|mid|late)[ -])?"
_FORMS: Final = tuple(
    re.compile(form + _NOTE, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR + r"(?:-(?P<month>[0-9]{2}))?",
        _YEAR + r"(?P<sep>[-/])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})" + _CLOCK,
        _YEAR
        + r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
        + r"(?:t(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?[0-9]{2})?"
        + _ZONE
        + ")?",
        _PART + _MONTH + r",?\s+" + _YEAR,
        _WEEKDAY + _MONTH + r"\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR + _CLOCK,
        _WEEKDAY + r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+" + _MONTH + r",?\s+" + _YEAR + _CLOCK,
    )
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time, [start, end), as naive datetimes: UTC where `zoned`, else as printed.

    `offset` is the printed zone's distance from UTC; it restores the printed day and says
    nothing of the moment itself, so it takes no part in equality. `day` and `last_day` are the
    first and last calendar day as printed: of a day or a clock time, one and the same.
    """

    start: datetime
    end: datetime
    precision: Precision
    zoned: bool
    offset: timedelta = field(default=timedelta(0), compare=False)
    day: date = field(init=False, compare=False)
    last_day: date = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Judging asks for the days many times over; moments are few and kept.
        day = (self.start + self.offset).date()
        object.__setattr__(self, "day", day)
        object.__setattr__(self, "last_day", self._last_day(day))

    def _last_day(self, day: date) -> date:
        if self.precision in ("day", "minute"):
            return day
        if self.precision == "year":
            return date(self.start.year, 12, 31)
        return _month_end(self.start.year, self.start.month)

    def isoformat(self) -> str:
        """The shortest ISO form, in the printed zone; `parse` reads it back."""
        if self.precision == "minute":
            clock = (self.start + self.offset).isoformat(timespec="minutes")
            return clock + _zone_text(self.offset) if self.zoned else clock
        return self.start.date().isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]


class Order(StrEnum):
    """How one moment stands to another."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"  # equal clock times
    UNORDERED = "unordered"  # they overlap, or share a day and one has no hour
    UNKNOWN = "unknown"  # at least one is missing


def parse(text: str) -> Moment:
    """Read a date or time: ISO, partial ISO, "20250424", "24 April 2025", "April 24, 2025".

    A note in brackets after it and a part of the day ("evening") are passed over, and seconds
    dropped. Raises InputError for anything else, day-and-month in digits included: 04/05/2025
    is two dates.
    """
    return _parse(text)


def parse_or_none(text: str | None) -> Moment | None:
    """`parse`, with None for what is missing ("", None) or not a date ("later", "morning")."""
    if not text:
        return None
    try:
        return _parse(text)
    except InputError:
        return None


def order(a: Moment | None, b: Moment | None) -> Order:
    """How `a` stands to `b`: by the clock where both have one, else by calendar day as printed."""
    if a is None or b is None:
        return Order.UNKNOWN
    if a.precision == "minute" and b.precision == "minute":
        if a.zoned != b.zoned and abs(a.start - b.start) <= WIDEST_ZONES:
            return Order.UNORDERED
        if a.start == b.start:
            return Order.SAME
        return Order.BEFORE if a.start < b.start else Order.AFTER
    if a.last_day < b.day:
        return Order.BEFORE
    return Order.AFTER if b.last_day < a.day else Order.UNORDERED


def days_between(a: str, b: str) -> float:
    """Days from `a` to `b`, negative when `b` is earlier; with a fraction if both have a clock.

    Between partial dates it is the distance of their nearest days, 0 if they overlap.
    """
    first, second = _parse(a), _parse(b)
    if first.precision == "minute" and second.precision == "minute":
        return (second.start - first.start) / _DAY
    (a_first, a_last), (b_first, b_last) = _days(a), _days(b)
    return float(max(b_first - a_last, 0) - max(a_first - b_last, 0))


def overlaps(a_start: str, a_end: str, b_start: str, b_end: str, slack_days: float = 0) -> bool:
    """Whether two windows of ISO dates share a day, both ends included, give or take the slack."""
    return (
        _days(a_start)[0] - slack_days <= _days(b_end)[1]
        and _days(b_start)[0] - slack_days <= _days(a_end)[1]
    )


@lru_cache(maxsize=65536)
def _days(text: str) -> tuple[int, int]:
    """First and last calendar day of a date, as ordinals."""
    moment = _parse(text)
    return moment.day.toordinal(), moment.last_day.toordinal()


@lru_cache(maxsize=65536)
def _parse(text: str) -> Moment:
    bare = text.strip()
    if len(bare) == _ISO_DAY and bare[4] == bare[7] == "-" and bare.isascii():
        if (bare[:4] + bare[5:7] + bare[8:]).isdigit():  # as nearly all are: no form is tried
            try:
                return _moment({"year": bare[:4], "month": bare[5:7], "day": bare[8:]})
            except ValueError:  # 30 February
                raise InputError(f"{bare!r} is not a date", mend="Use YYYY-MM-DD") from None
    if len(bare) <= _LONGEST:
        for form in _FORMS:
            if match := form.fullmatch(bare):
                try:
                    return _moment({k: v for k, v in match.groupdict().items() if v is not None})
                except (ValueError, OverflowError):  # 30 February, 25:00, before the year 1
                    break
    shown = bare if len(bare) <= 40 else bare[:40] + "…"
    raise InputError(f"{shown!r} is not a date", mend="Use YYYY-MM-DD")


def _moment(parts: dict[str, str]) -> Moment:
    """The moment of a match's named groups; ValueError or OverflowError if there is none such."""
    year = int(parts["year"])
    month = _month_number(parts)
    day = int(parts.get("day", 1))
    if "hour" in parts:
        local = datetime(year, month, day, int(parts["hour"]), int(parts["minute"]))
        offset = _offset(parts.get("zone", ""))
        start = local - offset
        return Moment(start, _after(start, _MINUTE), "minute", "zone" in parts, offset)
    start = datetime(year, month, day)
    if "day" in parts:
        return Moment(start, _after(start, _DAY), "day", zoned=False)
    by_month = "month" in parts or "word" in parts
    last = _month_end(year, month if by_month else 12)
    end = _after(datetime(last.year, last.month, last.day), _DAY)
    return Moment(start, end, "month" if by_month else "year", zoned=False)


def _month_number(parts: dict[str, str]) -> int:
    if "word" in parts:
        word = parts["word"].lower()[:3]
        return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word))
    return int(parts.get("month", 1))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - _DAY


def _after(start: datetime, length: timedelta) -> datetime:
    """The end of a window; the last one of the calendar stops at its last instant."""
    return datetime.max if datetime.max - start < length else start + length


def _offset(zone: str) -> timedelta:
    if zone[:1] not in ("+", "-"):
        return timedelta(0)
    digits = zone[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if size > WIDEST_ZONES or int(digits[2:]) > 59:
        raise ValueError(zone)
    return -size if zone[0] == "-" else size


def _zone_text(offset: timedelta) -> str:
    minutes = int(offset / _MINUTE)
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
