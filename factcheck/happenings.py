"""The type of happening a text tells of: attack, quake, crash … by the table of its words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files

WORD = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, str]]:
    single: dict[str, str] = {}
    phrases: dict[str, str] = {}
    table = tomllib.loads((files("factcheck") / "data" / "happenings.toml").read_text("utf-8"))
    for name, words in table.items():
        for word in words:
            (phrases if " " in word else single).setdefault(word, name)
    return single, phrases


@lru_cache(maxsize=1024)
def happening_of(text: str) -> str | None:
    """The type whose words the text has most of, the first named at a tie; None without any."""
    single, phrases = _table()
    lowered = text.lower()
    count: Counter[str] = Counter()
    for word in WORD.findall(lowered):
        name = single.get(word)
        if name:
            count[name] += 1
    for phrase, name in phrases.items():
        if phrase in lowered:
            count[name] += 2
    return count.most_common(1)[0][0] if count else None
