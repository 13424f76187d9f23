"""What a document looks back on: a happening of months or years before it came out, of which an
anniversary, an inquest or a report years later tells.

As a whole such a text is told long after the reports of its story, which speaks against one story.
Held beside those of the days it looks back on, as of these days, it may be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claims_db import moments
from claims_db.profiles import READ, Profile
from claims_db.records import Claim, Document, Role

LONG_AGO: Final = 30
"""Days before a document came out that a happening ended, from which it looks back on it."""
EARLY: Final = 3
"""Days before them that a report of theirs may be dated."""
AFTERWARDS: Final = 150
"""Days after them in which reports of what came of it are out."""
WIDEST: Final = 400
"""Days that such a time may span: "in 2014"."""
MOST: Final = 2
"""Times that are asked about, those told of most figures."""

_Days = tuple[int, int]
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH: Final = 31  # days
_YEAR: Final = 365.25
_HALF_YEAR: Final = 183
_NUMBERS: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "tenth": 10,
    "20th": 20,
    "25th": 25,
    "10th": 10,
    "5th": 5,
    "30th": 30,
    "50th": 50,
}
_BACK: Final = re.compile(
    r"\blast (?P<month>" + "|".join(_MONTHS) + r")\b|\blast (?P<year>year)\b|"
    r"\b(?P<number>\w+) (?:(?P<unit>year|month)s? (?:ago|on|after|since|later|to the day)|"
    r"anniversary)\b"
)


def spans(document: Document, claims: Sequence[Claim]) -> list[tuple[date, date]]:
    """The first and last days of the times long ago that a document's figures, or its words, are
    told of."""
    return [(date.fromordinal(a), date.fromordinal(b)) for a, b in _times(document, claims)]


def chances(
    document: Document,
    claims: Sequence[Claim],
    own: Profile,
    reports: Mapping[str, Profile],
    likely: Callable[[Profile, Mapping[str, Profile]], Mapping[str, float]],
) -> dict[str, float]:
    """How likely the document tells the story of reports of the days it looks back on, by `likely`,
    once it is held beside them as of these days."""
    found: dict[str, float] = {}
    for first, last in _times(document, claims):
        near = {
            key: profile
            for key, profile in reports.items()
            if profile.told is not None
            and first - EARLY <= profile.told[0]
            and profile.told[1] <= last + AFTERWARDS
        }
        for key, chance in likely(replace(own, told=(first, last)), near).items():
            found[key] = max(chance, found.get(key, 0.0))
    return found


def of_those_days(claims: Sequence[Claim], report: Profile) -> list[Claim]:
    """The claims that a report of long ago may have: not those told of days after it came out."""
    if report.told is None:
        return list(claims)
    latest = report.told[1] + LONG_AGO
    return [
        claim
        for claim in claims
        if claim.when is None or moments.parse(claim.when.start).day.toordinal() <= latest
    ]


def _times(document: Document, claims: Sequence[Claim]) -> list[_Days]:
    out = moments.parse_or_none(document.published)
    if out is None:
        return []
    today = out.day
    told: Counter[_Days] = Counter()
    for claim in claims:
        if claim.when is None or not claim.checkable or claim.role is not Role.CURRENT:
            continue
        first = moments.parse_or_none(claim.when.start)
        last = moments.parse_or_none(claim.when.end)
        if first is not None and last is not None:
            told[first.day.toordinal(), last.last_day.toordinal()] += 1
    text = f"{document.title or ''}. {document.text[:READ]}".lower()
    for match in _BACK.finditer(text):
        days = _days_of(match, today)
        if days is not None:
            told[days] += 1
    kept = [
        days
        for days, _ in told.most_common()
        if days[1] < today.toordinal() - LONG_AGO and days[1] - days[0] < WIDEST
    ]
    return kept[:MOST]


def _days_of(match: re.Match[str], today: date) -> _Days | None:
    """The days that a phrase of looking back tells of: "two years on", "last March"."""
    if match["month"]:
        month = _MONTHS.index(match["month"]) + 1
        year = today.year if month < today.month else today.year - 1
        first = date(year, month, 1).toordinal()
        return first, first + _MONTH
    if match["year"]:
        return date(today.year - 1, 1, 1).toordinal(), date(today.year - 1, 12, 31).toordinal()
    number = _NUMBERS.get(match["number"] or "")
    if number is None:
        number = int(match["number"]) if (match["number"] or "").isdigit() else None
    if number is None:
        return None
    if match["unit"] == "month":
        day = today.toordinal() - number * _MONTH
        return day - _MONTH, min(day + _MONTH, today.toordinal() - 1)
    day = today.toordinal() - round(number * _YEAR)
    return day - _HALF_YEAR, min(day + _HALF_YEAR, today.toordinal() - 1)
