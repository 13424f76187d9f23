"""The type of happening a text tells of: attack, quake, crash … by the table of its words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from factcheck.word_tables import table

_WORD: Final = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*")
_PHRASE_WEIGHT: Final = 2  # words that one phrase counts as


@lru_cache(maxsize=1)
def _types() -> tuple[dict[str, str], dict[str, str]]:
    """Single words, and phrases, with the type each tells of."""
    single: dict[str, str] = {}
    phrases: dict[str, str] = {}
    own = table("happenings.toml")
    for name in own.sections():
        for word in own.phrases(name):
            (phrases if " " in word else single).setdefault(word, name)
    return single, phrases


@lru_cache(maxsize=64)
def happening_of(text: str) -> str | None:
    """The type whose words the text has most of, the first named at a tie; None without any."""
    single, phrases = _types()
    lowered = text.lower()
    count: Counter[str] = Counter()
    for word in _WORD.findall(lowered):
        name = single.get(word)
        if name:
            count[name] += 1
    for phrase, name in phrases.items():
        if phrase in lowered:
            count[name] += _PHRASE_WEIGHT
    return count.most_common(1)[0][0] if count else None
