"""What a document looks back on: a happening of months or years before it came out, of which an
anniversary, an inquest or a report years later tells.

As a whole such a text is told long after the reports of its story, which speaks against one story.
Held beside them as of the days it looks back on, or of no day, it may be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claims_db import moments
from claims_db.profiles import READ, Profile
from claims_db.records import Claim, Document, Role
from factcheck.judging.cues import cues

LONG_AGO: Final = 30
"""Days before a document came out that a happening ended, from which it looks back on it."""
WIDEST: Final = 366
"""Days that such a time may span: "in 2014"."""
MOST: Final = 2
"""Times that are asked about, those told of most figures."""

_Days = tuple[int, int]


def spans(document: Document, claims: Sequence[Claim]) -> list[tuple[date, date]]:
    """The first and last days of the times long ago that a document's figures are told of."""
    return [(date.fromordinal(a), date.fromordinal(b)) for a, b in _times(document, claims)]


def profiles(document: Document, claims: Sequence[Claim], own: Profile) -> list[Profile]:
    """The document as one of the days it looks back on; and as one of no day, where its words say
    that it looks back."""
    found = [replace(own, told=told) for told in _times(document, claims)]
    text = f"{document.title or ''}. {document.text[:READ]}".lower()
    if cues().looking_back.search(text):
        found.append(replace(own, told=None))
    return found


def _times(document: Document, claims: Sequence[Claim]) -> list[_Days]:
    out = moments.parse_or_none(document.published)
    if out is None:
        return []
    told: Counter[_Days] = Counter()
    for claim in claims:
        if claim.when is None or not claim.checkable or claim.role is not Role.CURRENT:
            continue
        first = moments.parse_or_none(claim.when.start)
        last = moments.parse_or_none(claim.when.end)
        if first is None or last is None:
            continue
        days = first.day.toordinal(), last.last_day.toordinal()
        if days[1] < out.day.toordinal() - LONG_AGO and days[1] - days[0] < WIDEST:
            told[days] += 1
    return [days for days, _ in told.most_common(MOST)]
