"""What a file tells of its text before it begins: front matter, or a head of named lines.

---                         Title: A bridge falls
title: A bridge falls       Date: 2025-06-14
date: 2025-06-14            Source: Example Post
---
                            The text.
The text.
"""

from __future__ import annotations

import re
from typing import Final

from claims_db.moments import parse_or_none

_FRONT: Final = re.compile(
    r"\s*(?P<rule>---|\+\+\+)[ \t]*\n(?P<block>.*?)^(?:(?P=rule)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.S | re.M,
)
_HEAD: Final = re.compile(r"\s*(?P<block>(?:[A-Za-z][\w-]{1,20}[ \t]*:[^\n]{1,300}\n){2,20})\s*\n")
_ENTRY: Final = re.compile(r"([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)")
_KEYS: Final = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publishedat": "published",
    "publisheddate": "published",
    "publishdate": "published",
    "publicationdate": "published",
    "pubdate": "published",
    "datepublished": "published",
    "outlet": "outlet",
    "source": "outlet",
    "url": "url",
    "link": "url",
}


def split(source: str) -> tuple[dict[str, str], str]:
    """What is told under `title`, `published`, `outlet` and `url`, and the text without it. Lines
    without rules around them are such a head if one of them names the day."""
    front = _FRONT.match(source)
    if front and _ENTRY.match(front["block"].lstrip()):  # else it is a story between two rules
        return _entries(front["block"]), source[front.end() :].lstrip("\n")
    head = _HEAD.match(source)
    if head and parse_or_none((told := _entries(head["block"])).get("published")):
        return told, source[head.end() :].lstrip("\n")
    return {}, source


def _entries(block: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for line in block.split("\n"):
        entry = _ENTRY.match(line)
        if entry and (name := _KEYS.get(re.sub(r"[_-]", "", entry[1]).lower())):
            value = entry[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1].strip()
            if value:
                known.setdefault(name, value)
    return known
