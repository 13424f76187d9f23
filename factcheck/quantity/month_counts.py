"""A month and a count behind it that look like a date: "In January 31 people died"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
# No day follows these: what stands behind the month is a count.
_MONTH_ALONE: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('month_counts.before_month'))})\s+"
    rf"(?:(?:{alternation(_TABLE.listed('month_counts.parts'))})[\s-]+)?$",
    re.IGNORECASE,
)
# A day may follow these, or a count: "last May 17 people drowned".
_EITHER: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('month_counts.before_either'))})\s+$", re.IGNORECASE
)
_NAMED: Final = words("month_counts.named")
_NEXT: Final = re.compile(r"\s+([A-Za-z][\w'’-]*)(?:\s+([a-z][\w'’-]*))?")
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS: Final = dict(zip(_MONTHS, _LONGEST, strict=True))
_DAY: Final = re.compile(rf"({'|'.join(_DAYS)})[a-z]*\.?\s+(\d\d?)$", re.IGNORECASE)
_BEFORE: Final = 20  # characters before the month


def is_count(text: str, month: int, end: int) -> bool:
    """Whether the number that ends at `end`, behind the month that begins at `month`, counts
    something; a day of the month otherwise, and where it may be either: "since June 12 miners".
    What is no day of that month, as the 31st of June, is a count behind any word."""
    day = _DAY.match(text, month, end)
    if day is None:
        return False  # a year, an ordinal, a range
    if int(day.group(2)) > _DAYS[day.group(1).lower()]:
        return True
    low = max(0, month - _BEFORE)
    alone = _MONTH_ALONE.search(text, low, month)
    if alone is None and _EITHER.search(text, low, month) is None:
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return False
    first, second = following.group(1), following.group(2) or ""
    if alone is None:
        people = lexicon().people
        return any(word in people and people[word].plural for word in (first, second))
    # "12 killed in March 20 crash", but "In March 20 crashes were recorded"
    return first not in _NAMED or (alone.group()[0].isupper() and first.endswith("s"))
