"""The type of happening a text tells of: attack, quake, crash … by the table of its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import table

_WORD: Final = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*")
_PHRASE_WEIGHT: Final = 2  # words that one phrase counts as


def _words(text: Tokens) -> list[str]:
    """The words, those with a hyphen or an apostrophe whole."""
    lowered = text.lowered
    if "-" in lowered or "'" in lowered or "’" in lowered:
        return _WORD.findall(lowered)
    return text.words


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


def happening_of(*texts: Tokens) -> str | None:
    """The type whose words the texts have most of, the first named at a tie; None without any."""
    single, phrases = _types()
    lowered = " ".join(text.lowered for text in texts)
    words = [word for text in texts for word in _words(text)]
    count: dict[str, int] = {}
    for word in words:
        if word in single:
            count[single[word]] = count.get(single[word], 0) + 1
    for phrase, name in phrases.items():
        if phrase in lowered:
            count[name] = count.get(name, 0) + _PHRASE_WEIGHT
    return max(count, key=count.__getitem__) if count else None


def tells_happening(word: str) -> bool:
    """Whether a single word, lower case, tells of a happening."""
    return word in _types()[0]
