"""Claims → which are of the document's own happening, and what stands beside the figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from claims_db import moments
from claims_db.records import Claim, Role, Status, Window
from factcheck.text.tokens import is_letter

HARM: Final = ("killed", "wounded", "casualties", "hospitalised")
LEAD_LENGTH: Final = 700  # characters of the text that count as its lead
OTHERS: Final = re.compile(r"\s+(?:more\s+)?others?\b")
OTHERS_OPEN: Final = "mo"
PARTITIVE: Final = re.compile(r"\s+of\s+(?:the|those|these|them|whom)\b")
PARTITIVE_OPENS: Final = "o"
_LONG_AGO: Final = 60  # days before publication: another happening, where no window is told


def window_of(claims: Sequence[Claim]) -> Window | None:
    """The window that most claims of harm share; none if most have none."""
    harm = [c for c in claims if c.kind in HARM]
    count: dict[tuple[str, str, str, str | None], int] = {}
    first: dict[tuple[str, str, str, str | None], Window] = {}
    for claim in harm:
        when = claim.when
        if when is not None:
            key = (when.start, when.end, when.precision, when.text)
            count[key] = count.get(key, 0) + 1
            first.setdefault(key, when)
    if not count or 2 * sum(count.values()) < len(harm):
        return None
    return first[max(count, key=count.__getitem__)]


def is_told(claim: Claim) -> bool:
    """Whether the text puts the figure forward as a count that holds now."""
    return claim.role is Role.CURRENT and claim.per is None and claim.status is not Status.DENIED


def is_of_main(claim: Claim, window: Window | None) -> bool:
    """Whether a claim belongs to the document's own happening and stands as current."""
    if not is_told(claim):
        return False
    if claim.when is None:
        return True
    if window is not None and window.precision == "month" and _is_within(claim.when, window):
        return True  # "last fall" is told of 22 October
    if window is None or window.precision in ("month", "year"):
        told = moments.parse_or_none(claim.as_of)
        return told is None or (told.day - date.fromisoformat(claim.when.end)).days <= _LONG_AGO
    if claim.when.start == window.start and claim.when.end == window.end:
        return True
    slack = 0 if claim.when.precision in ("year", "month", "decade") else 3
    return moments.overlaps(
        claim.when.start, claim.when.end, window.start, window.end, slack_days=slack
    )


def _is_within(part: Window, whole: Window) -> bool:
    """Whether a window is some days of another."""
    return part.precision == "day" and whole.start <= part.start and part.end <= whole.end


def follows(claim: Claim, pattern: re.Pattern[str], opening: str | None = None) -> bool:
    """Whether a pattern stands right behind the figure: "three others", "one of the victims".
    `opening`: the letters that its word may begin with, where those are few; most figures are
    passed over by them."""
    at, sentence = claim.end - claim.sentence_start, claim.sentence
    if opening is not None and at + 1 < len(sentence) and is_letter(sentence, at + 1):
        if sentence[at + 1] not in opening:
            return False
    return pattern.match(sentence, at) is not None


def implied(claim: Claim) -> bool:
    """Whether the claim counts one person without a number: "a man", a name."""
    stated = claim.value.stated
    if stated is None or stated != 1.0:
        return False
    text = claim.value.text.lstrip()
    if not text or text[0].isdigit():
        return False
    return text[:3].lower() != "one" or (len(text) > 3 and not text[3].isspace())
