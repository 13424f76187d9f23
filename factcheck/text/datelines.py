"""The line at the head of a wire story: where it was written, and on which day.

"KYIV –", "MARAWI, Philippines (AP) —", "QUETTA, May 12 (Reuters) –", "London, 14 June 2025",
"date 2025-06-14", "Published: 14 June 2025, 9:30 GMT". Place
and day are those of writing: what the story tells may have happened elsewhere, on another day.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from claims_db.moments import parse_or_none

_NO_NAME: Final = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Published|Posted|Updated)"
_WORD: Final = rf"{_NO_NAME}[A-ZÀ-Þ][\w'’.\-]*"
_REGION: Final = rf"(?:,\s*{_WORD}(?:\s{_WORD})?)?"
_PLACE: Final = rf"[A-ZÀ-Þ][A-ZÀ-Þ'’.\- ]{{2,30}}{_REGION}"  # in capitals, as agencies set it
_MIXED: Final = rf"{_WORD}(?:\s(?:(?:de|del|la|al|el|of|the)\s)?{_WORD}){{0,2}}{_REGION}"
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_MONTHS: Final = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DAY: Final = (
    rf"(?P<day>{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+(?:19|20)\d\d)?)"
)
_AGENCY: Final = r"(?:\([\w\s./-]{2,30}\)\s*)?"
_DASH: Final = r"[–—-]{1,2}\s"
_LED: Final = re.compile(rf"\s*(?P<place>{_PLACE})(?:,?\s+{_DAY})?\s*{_AGENCY}{_DASH}")
_DATED: Final = re.compile(
    rf"\s*(?P<place>{_PLACE}|{_MIXED}),?\s+{_DAY}\s*(?:{_AGENCY}{_DASH}|:\s|$)"
)
# "12 May 2024"; "May 12 (Reuters) –", without a place.
_DAY_ALONE: Final = re.compile(rf"\s*{_DAY}\s*(?:$|\([A-Z][\w\s./-]{{2,30}}\)\s*{_DASH})")
_ISO: Final = r"(?:19|20)\d\d-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?"
_CLOCK: Final = r"(?P<clock>\d\d:\d\d(?!\s?[ap]\.?m)(?:\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)"
# "date 2025-04-25", "Published: 20 June 2025, 14:30 GMT", "2025-04-25": a line that tells nothing
# but when it was written, in print or on the web.
_DAY_LINE: Final = re.compile(
    r"\s*(?P<mark>(?:(?:First|Last)\s+)?(?:Date|Published|Posted|Updated|Modified)(?:\s+(?:on|at))?"
    rf"\s*:?\s+)?(?P<day>{_ISO}|{_DAY.replace('?P<day>', '?:')})"
    rf"(?:Z|[+-]\d\d:\d\d)?(?:,?\s+(?:at\s+)?(?:{_CLOCK}|\d{{1,2}}[:.h]\d\d(?:\s?[ap]\.?m\.?)?)"
    r"(?:\s+\(?[A-Z]{2,5}\)?)?)?\s*$",
    re.IGNORECASE,
)
_LONGEST: Final = 90  # characters
_DASHES: Final = ("-", "–", "—")
_SIGNS: Final = (*_DASHES, ":")  # with one of which a dateline ends
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_ANY_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_HEAD: Final = 6  # lines with words at the head of a text that may be dated
_LINES: Final = 30  # among these, blank ones too


@lru_cache(maxsize=32)  # the head of a story is asked about for its place, its times, its figures
def _match(text: str) -> re.Match[str] | None:
    head = text[:_LONGEST]
    if len(text) >= _LONGEST and not any(sign in head for sign in _SIGNS):
        return None  # most sentences: no pattern is tried
    led = _LED.match(head) if _has_dash(head) else None
    if led is None and _names_month(head) and _DIGIT.search(head) is not None:
        return _DATED.match(head)
    return led


def _names_month(head: str) -> bool:
    """Whether a month may be told there: quick, and wrong only in saying yes."""
    return any(month in head for month in _MONTHS)


def _has_dash(head: str) -> bool:
    """Whether a dash stands there with white space behind it."""
    for dash in _DASHES:
        at = head.find(dash)
        while at >= 0:
            if head[at + 1 : at + 2].isspace():
                return True
            at = head.find(dash, at + 1)
    return False


def place(text: str) -> str | None:
    """The place at the head of a sentence, as it stands there; None where no dateline does."""
    match = _match(text)
    return match["place"].strip() if match else None


def holds_day(text: str, start: int) -> bool:
    """Whether the day named at an offset is that of the dateline."""
    if start >= _LONGEST:
        return False
    match = _DAY_LINE.match(text[:_LONGEST]) or _match(text) or _DAY_ALONE.match(text[:_LONGEST])
    if match is None or match["day"] is None:
        return False
    return match.start("day") <= start < match.end("day")


def is_day_line(text: str) -> bool:
    """Whether a line tells nothing but the day, or the day and hour, that it was written."""
    return len(text) < _LONGEST and _DAY_LINE.match(text) is not None


def written_on(text: str) -> str | None:
    """The day, with its year, that a dateline or a line of its own among the first of a text names,
    or its last line; as an ISO date, None where none does. A line that says it is the day of
    publication is believed before a dateline."""
    head = text.split("\n", _LINES)[:_LINES]
    lines = list(islice(filter(str.strip, head), _HEAD))
    marked = next(filter(None, map(_marked_day, lines)), None)
    found = marked or next(filter(None, map(_year_day, lines)), None)
    if found is None:
        last = text.rstrip().rpartition("\n")[2]
        found = _year_day(last) if len(last) < _LONGEST and last[-1:].isdigit() else None
    return found


def _marked_day(line: str) -> str | None:
    match = _DAY_LINE.match(line) if len(line) < _LONGEST else None
    return _moment(match) if match and match["mark"] else None


def _year_day(line: str) -> str | None:
    told = _DAY_LINE.match(line) if len(line) < _LONGEST else None
    if told and (day := _moment(told)):
        return day
    match = _match(line) or _DAY_ALONE.match(line[:_LONGEST])
    if match is None or not match["day"] or not _YEAR.search(match["day"]):
        return None
    moment = parse_or_none(match["day"])
    return moment.isoformat() if moment else None


def _moment(match: re.Match[str]) -> str | None:
    """The day of a line of days, with its hour where that can be read."""
    if not _ANY_YEAR.search(match["day"]):
        return None
    hour = f"{match['day']} {match['clock']}" if match["clock"] else None
    whole = match[0][match.start("day") - match.start() :].strip()
    moment = parse_or_none(whole) or parse_or_none(hour) or parse_or_none(match["day"])
    return moment.isoformat() if moment else None
