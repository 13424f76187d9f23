"""Whether a statement denies the figure it prints: "denied that 200 died", "reports of 40 dead are
false". A denial of something else ("denied blame after 200 died") leaves the figure standing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FIGURE: Final = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|"
    r"thousands|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
_WITHIN: Final = (
    r"(?:(?!\b(?:after|when|while|as|who|which|following|before|amid|but|since|where|over|"
    r"because)\b)[^.,;:]){0,90}?"
)
"""What may stand between a denial and the figure: no other clause."""
_TOLD: Final = (
    r"(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accusations?|statements?|assertions?|"
    r"accounts?|figures?|tolls?|estimates?|numbers?|media)"
)
_DENIES: Final = r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing))\b"
_REJECTS: Final = (
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|debunk(?:s|ed)?|"
    r"contradict(?:s|ed)?)\s+(?:\S+\s+){0,4}?" + _TOLD + r"\b"
)
_UNTRUE: Final = r"\b(?:not\s+true|untrue|false|wrong|incorrect|no\s+truth|a\s+hoax|fabricated)\b"
_NOT_SO: Final = (
    r"\b(?:not\s+true|untrue|false|incorrect|no\s+truth)\b[^.,;:]{0,40}?\b(?:that|to)\b"
)
_FALSE_REPORTS: Final = r"\b(?:false|untrue|fake|fabricated|baseless|unfounded)\s+" + _TOLD + r"\b"
BEFORE: Final = re.compile(
    rf"(?:{_DENIES}|{_REJECTS}|{_NOT_SO}|{_FALSE_REPORTS}){_WITHIN}{_FIGURE}", re.IGNORECASE
)
AFTER: Final = re.compile(
    rf"\b{_TOLD}\b(?:\s+(?:that|of|about|saying|claiming))[^.;:]*?{_FIGURE}[^.;:]*?"
    rf"\b(?:is|was|are|were|be|as)\s+(?:\w+\s+){{0,2}}?(?:denied|rejected|dismissed|refuted|"
    rf"disputed|{_UNTRUE[2:-2]})|"
    rf"{_FIGURE}[^.;:]*?,\s+(?:(?:but|which|though|and)\s+)?(?:an?\s+{_TOLD}\s+)?(?:that\s+)?"
    rf"(?:\S+\s+){{0,4}}?(?:denied|denies|rejected|rejects|dismissed|refuted)\s*"
    rf"(?:(?:it|this|that|the\s+{_TOLD}|by\s+[\w\s]+)\s*)?(?:[.;]|$)",
    re.IGNORECASE,
)
_BEGINNINGS: Final = (
    *("deny", "deni", "disput", "reject", "dismiss", "refut", "debunk", "contradict", "true"),
    *("false", "wrong", "incorrect", "truth", "hoax", "fake", "fabricat", "baseless", "unfounded"),
)
"""One of which all that denies has."""


@lru_cache(maxsize=4096)
def denies_figure(text: str) -> bool:
    """Whether the text denies a figure that it prints."""
    low = text.lower()
    if not any(begun in low for begun in _BEGINNINGS):
        return False
    return BEFORE.search(text) is not None or AFTER.search(text) is not None
