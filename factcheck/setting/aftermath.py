"""Days of what was done about a happening, which are not those of the happening: "aid groups
appealed on Thursday for tents after an earthquake"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.setting.ceremonies import held_for, tells_only
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import words
from factcheck.setting.time_roles import TimeMention
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of

_HARM: Final = words("harm")
_LEADING_BACK: Final = words("leading_back")
_AT_ONCE: Final = words("at_once")
_LEADING_BACK_MARK: Final = mark_of(_LEADING_BACK)
_SAYING: Final = words("saying")
_BACK: Final = _LEADING_BACK | words("back")
_BRINGING: Final = words("bringing")
_BRINGING_MARK: Final = mark_of(_BRINGING)
_BROUGHT: Final = re.compile(
    rf",\s+(?:{'|'.join(sorted(_BRINGING))})\b[^;]{{0,120}}?\bto\s", re.IGNORECASE
)
_ADDED: Final = re.compile(
    r"\b(?:more|another|further|additional|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|\d+(?:st|nd|rd|th))\b"
    r"|\bbod(?:y|ies)\s+(?:\w+\s+){0,3}?(?:found|recovered|retrieved|pulled|discovered)\b"
    r"|\b(?:found|recovered|retrieved|pulled|discovered)\b[^,;]{0,40}\bbod(?:y|ies)\b"
    r"|\b(?:died|dies)\s+(?:\w+\s+){0,4}?(?:hospital|of|from)\b|\bsuccumbed\b",
    re.IGNORECASE,
)
_REACH: Final = 7  # tokens from "after" to the happening it names
_LONG: Final = ("year", "month")  # precisions of times that set no window


def reports_end(tokens: Tokens) -> int:
    """Where a sentence goes back to a happening ("after an earthquake", "that sank off Buton"),
    as a character offset, with nothing of harm told before, nor what is done at once ("evacuated
    on Thursday after a fire"); 0 where it doesn't."""
    if not tokens.holds(_LEADING_BACK_MARK):
        return 0
    for i, word in enumerate(tokens.words):
        if _tells(tokens.words, i):
            return 0
        if word in _LEADING_BACK and _names_happening(tokens.words, i + 1):
            told = tokens.words[:i]
            later = _SAYING.isdisjoint(told) and _AT_ONCE.isdisjoint(told)
            return tokens.starts[i] if later else 0
    return 0


def added_day(tokens: Tokens, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The day on which those were found, or died, who came to a count that the sentence goes on to:
    "two more bodies were found on Thursday, bringing the toll to 14"; None without one."""
    if not mentions or not tokens.holds(_BRINGING_MARK):
        return None
    for brought in _BROUGHT.finditer(tokens.text):
        for day in mentions:
            if day.end != brought.start() or day.role != "event" or day.window is None:
                continue
            added = _ADDED.search(tokens.text, 0, day.start)
            if added is not None and not _leads_back(tokens, added.end(), day.end):
                return day
    return None


def _leads_back(tokens: Tokens, low: int, high: int) -> bool:
    """Whether the words between tell of what was before: "inside the ferry that sank a day
    earlier"."""
    between = (
        word for word, start in zip(tokens.words, tokens.starts, strict=True) if low <= start < high
    )
    return not _BACK.isdisjoint(between)


def of_happening(tokens: Tokens, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first day or night of a sentence that is told with harm or a happening; where none is,
    the first that is not of the time after it; None without one."""
    end = reports_end(tokens)
    added = added_day(tokens, mentions)
    days = [
        mention
        for mention in mentions
        if mention.role == "event"
        and mention.window is not None
        and mention.window.precision not in _LONG
        and mention.end > end
        and mention is not added
    ]
    ceremony = held_for(tokens) if days else None
    if ceremony is not None:
        days = [mention for mention in days if ceremony.holds(mention.start)]
    elif days and tells_only(tokens):
        return None
    if len(days) < 2:
        return days[0] if days else None
    for n, mention in enumerate(days):
        low = days[n - 1].end if n else 0
        high = days[n + 1].start if n + 1 < len(days) else len(tokens.text)
        if _tells_harm(tokens, low, mention.start) or (
            _opens(tokens, mention) and _tells_harm(tokens, mention.end, high)
        ):
            return mention
    return days[0]


def _names_happening(words: list[str], first: int) -> bool:
    return any(_tells(words, i) for i in range(first, min(first + _REACH, len(words))))


def _tells(words: list[str], i: int) -> bool:
    """Whether the word at `i` tells of harm or a happening; "pile-up" is three tokens."""
    if words[i] in _HARM or tells_happening(words[i]):
        return True
    hyphened = i + 1 < len(words) and words[i + 1] == "-"
    return hyphened and tells_happening("".join(words[i : i + 3]))


def _tells_harm(tokens: Tokens, low: int, high: int) -> bool:
    return any(
        low <= start < high and _tells(tokens.words, i) for i, start in enumerate(tokens.starts)
    )


def _opens(tokens: Tokens, mention: TimeMention) -> bool:
    """Whether a time stands at the head of its sentence, or names what is behind it: "two days
    after an avalanche", "Friday's earthquake"."""
    before = sum(start < mention.start for start in tokens.starts)
    behind = tokens.text[mention.end : mention.end + 1]
    return before <= 1 or behind in ("'", "’") or mention.text.endswith("after")
