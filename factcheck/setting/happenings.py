"""The type of happening a text tells of: attack, quake, crash … by the table of its words."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import table
from factcheck.text.words_at import is_at

_WORD: Final = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*")
_JOINTS: Final = frozenset("-'’")
_PHRASE_WEIGHT: Final = 2  # words that one phrase counts as


def _types() -> tuple[dict[str, str], dict[str, str]]:
    """Single words, and phrases, with the type each tells of."""
    single: dict[str, str] = {}
    phrases: dict[str, str] = {}
    own = table("happenings.toml")
    for name in own.sections():
        for word in own.phrases(name):
            (phrases if " " in word else single).setdefault(word, name)
    return single, phrases


_TYPES: Final = _types()
_SINGLE: Final = _TYPES[0]
_PHRASES: Final = _TYPES[1]


# What tokens have of the single words: those with a hyphen stand in several of them.
_PARTS: Final = frozenset(word.partition("-")[0] for word in _SINGLE)
_PARTS_MARK: Final = mark_of(_PARTS)
_PARTS_SPOT: Final = spot_of(_PARTS)
_PHRASE_MARK: Final = mark_of(phrase.split()[0] for phrase in _PHRASES)


def _words(text: Tokens) -> list[str]:
    """The words, those with a hyphen or an apostrophe whole; none where no type's is there."""
    if not text.holds(_PARTS_MARK):
        return []
    lowered = text.lowered
    if not ("-" in lowered or "'" in lowered or "’" in lowered):
        return [
            text.words[i]
            for i in text.at(_PARTS_SPOT)
            if text.words[i] != "shot" or not is_at(text.words, i + 1, "down")
        ]
    starts = text.starts
    found: list[str] = []
    for i in text.at(_PARTS_SPOT):
        start = starts[i]
        if _is_inside(lowered, start):
            continue
        word = text.words[i]
        if word == "shot" and is_at(text.words, i + 1, "down"):
            continue  # no shooting: a plane, a drone, a plan
        end = start + len(word)
        match = None
        if end < len(lowered) and lowered[end] != " ":
            match = _WORD.match(lowered, start)
        found.append(word if match is None else match.group())
    return found


def _is_inside(lowered: str, start: int) -> bool:
    """Whether a word goes on there that began before: the "fire" of "cease-fire"."""
    if start and lowered[start - 1] in _JOINTS:
        start -= 1
    return start > 0 and lowered[start - 1].isalnum() and lowered[start - 1].isascii()


def happening_of(*texts: Tokens) -> str | None:
    """The type whose words the texts have most of, the first named at a tie; None without any."""
    count: dict[str, int] = {}
    for text in texts:
        for word in _words(text):
            if word in _SINGLE:
                count[_SINGLE[word]] = count.get(_SINGLE[word], 0) + 1
    for text in texts:
        if text.holds(_PHRASE_MARK):
            _count_phrases(texts, count)
            break
    if len(count) < 2:
        return next(iter(count), None)  # as in most sentences
    return max(count, key=count.__getitem__)


def _count_phrases(texts: tuple[Tokens, ...], count: dict[str, int]) -> None:
    """Counts the phrases of each type."""
    lowered = " ".join(text.lowered for text in texts)
    for phrase, name in _PHRASES.items():
        if phrase in lowered:
            count[name] = count.get(name, 0) + _PHRASE_WEIGHT


def tells_happening(word: str) -> bool:
    """Whether a single word, lower case, tells of a happening."""
    return word in _SINGLE
