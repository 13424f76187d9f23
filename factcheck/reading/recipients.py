"""Who aid is for: of "$61 billion in aid for Ukraine" nothing was in Ukraine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claims_db.records import Place
from factcheck.setting.place_nesting import PlaceMention

_TO: Final = re.compile(r"\b(?:to|for)\s+(?:the\s+)?$")
_AID_TO: Final = re.compile(
    r"\b(?:aid|assistance|help|support|funding|weapons|loans?|package|grants?)\s+(?:to|for)\s+"
    r"(?:the\s+)?$"
)
_AID_NEXT: Final = re.compile(r"\s+(?:[a-z]+\s+)?(?:aid|assistance|relief|package|bill)\b")
_REACH: Final = 70  # characters from a sum to whom it is for
_BEFORE: Final = 30
_BREAKS: Final = ".;:,"


def without_recipients(
    named: list[PlaceMention], text: str, here: Place | None
) -> list[PlaceMention]:
    """The mentions of a sentence, but for lands that aid goes to from elsewhere."""
    if here is None or not named:
        return named
    return [
        mention
        for mention in named
        if mention.place.country == here.country
        or _AID_TO.search(text, max(0, mention.start - _BEFORE), mention.start) is None
    ]


def recipient(
    start: int, end: int, named: Sequence[PlaceMention], text: str
) -> PlaceMention | None:
    """The place that a sum of aid at [start, end) of a sentence is told to be for: behind it, or
    before where the sentence has it "aid for Ukraine of $61 billion"; None without one."""
    for mention in named:
        if end <= mention.start <= end + _REACH:
            between = text[end : mention.start]
            if _TO.search(between) is not None and not any(sign in between for sign in _BREAKS):
                return mention
    for mention in reversed(named):
        if mention.end > start:
            continue
        before = text[max(0, mention.start - _BEFORE) : mention.start]
        if _AID_TO.search(before) is not None or _AID_NEXT.match(text, mention.end) is not None:
            return mention
    return None
