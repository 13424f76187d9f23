"""Numbers that are no quantities: clock times, dates, phones, addresses, names, scores, ids.

One pass of a compiled pattern over a sentence that holds a digit; gives the spans to leave out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.word_tables import CONSTRUCTIONS, alternation, table

_TABLE: Final = table(CONSTRUCTIONS)
_MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_STREET: Final = rf"(?:{alternation(_TABLE.listed('not_counts.streets'))})\b"
_NUMBERED: Final = rf"(?:{alternation(_TABLE.phrases('not_counts.numbered'))})"
_YEAR: Final = r"(?:19|20)\d\d"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_FORMS: Final = {
    "url": r"(?:https?://|www\.)\S+|\b[\w.-]+\.(?:com|org|net|gov|edu|co\.uk|html?|php|aspx)\b\S*"
    r"|\S+@\S+",
    "iso": rf"\b{_YEAR}-\d\d?-\d\d?(?:t[\d:.]+z?)?\b",
    "slash": rf"\b\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b|\b\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b"
    r"|\b9/11\b|\b24/7\b",
    "clock": r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?\s?m\b\.?"
    r"|hours|hrs|gmt|utc|local|est|edt|pst|pdt|cet|ist)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)"
    r"|\b\d{4}\s?(?:hours|hrs|gmt|utc)\b",
    "date": rf"\b{_MONTH}\s+\d{{1,2}}{_ORDINAL}(?:\s*[-–]\s*\d{{1,2}}\b(?!,\d))?"
    rf"(?:,?\s+{_YEAR}\b)?(?!,?\d)"
    rf"|\b\d{{1,2}}{_ORDINAL}\s*[-–]?\s*(?:\d{{1,2}}{_ORDINAL}\s+)?(?:of\s+)?{_MONTH}(?!\w)"
    rf"(?:,?\s+{_YEAR}\b)?"
    rf"|\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
    "decade": r"\b(?:19|20)?\d0['’]?s\b",
    "season": rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)\b",
    "ordinal": r"\b\d[\d,]*(?:st|nd|rd|th)\b",
    "phone": r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\b\d{3}[\s.-])\d{3}[\s.-]\d{4}\b"
    r"|\b\d{3}[-–.]\d{4}\b(?!\s+season)|\b1-\d{3}-[\w-]{7,}|\bx\d{3,4}\b|\b\d{3}-\d{3}-[a-z]{4,}"
    r"|\b(?:911|999|112)(?=\s+(?:call|dispatch|operator|emergency|center|caller|tape))",
    "coordinate": r"-?\b\d{1,3}\.\d{4,}\b",
    "block": r"\b\d{1,6}(?:\s+to\s+\d+)?(?:st|nd|rd|th)?[- ]block\b|\bblock\s+of\s+\d+",
    "address": r"\b\d{1,5}\s+(?:[nsew]\.?\s+|north\s+|south\s+|east\s+|west\s+)?"
    rf"(?:[a-z0-9'’]+\s+){{0,3}}?{_STREET}"
    r"|\b(?:i|us|u\.s\.|sr|ca|fm|route|state route|county road|rt|hwy|highway|interstate)"
    r"[- ]\d{1,4}\b",
    "numbered": rf"\b{_NUMBERED}\.?\s+#?\d{{1,5}}\b"
    r"(?![,.]\d|\s+(?:people|persons|civilians|children|percent|per cent|%))|#\s?\d+",
    "model": r"\b[a-z]{1,12}[-–]\d{1,4}[a-z]{0,2}\b(?![,.]\d|\s+(?:percent|%))"
    r"|\b\d{1,3}[a-z]\b(?<!\d[mkbspfglhvwt])|\b[a-z]+\d[\w-]*",
    "legal": r"§\s?\d+|\b\d{1,4}\([a-z0-9]\)|\b\d{1,2}:\d{1,3}-\d{1,3}\b",
}
_PATTERN: Final = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
_JOINED: Final = re.compile(rf"(?:{alternation(_TABLE.listed('not_counts.joined'))})[-–]")
# The months that are other words in lower case: "may 12 people …", "march 5 miles".
_OTHER_WORDS: Final = ("may ", "mar ", "march ")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch [start, end) of text."""

    start: int
    end: int


def spans(text: str) -> list[Span]:
    """The number-like runs of `text` that are no quantities, in order."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return []
    return [
        Span(match.start(), match.end())
        for match in _PATTERN.finditer(lowered)
        if not _quantity_after_all(match, text)
    ]


def _quantity_after_all(match: re.Match[str], text: str) -> bool:
    if match.lastgroup == "model":
        return _JOINED.match(match.group()) is not None
    if match.lastgroup == "date" and match.group().startswith(_OTHER_WORDS):
        return not text[match.start()].isupper()
    return False
