"""Whether a figure is told only to be taken back: "retracted its figure of 112 dead"."""

from __future__ import annotations

from typing import Final

from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_FRAMES: Final = tuple(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("withdrawals.frames")
)
_PASSIVES: Final = tuple(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("withdrawals.passives")
)
_OPENINGS: Final = frozenset(frame[0] for frame in _FRAMES)
_PASSIVE_OPENINGS: Final = frozenset(frame[0] for frame in _PASSIVES)
_TELLING: Final = words("withdrawals.telling")
_TOLD: Final = words("denials.told") | words("withdrawals.told")
_LINKS: Final = words("withdrawals.links")
_AUXILIARIES: Final = words("withdrawals.auxiliaries")
_NOT: Final = frozenset({"not", "n't", "never", "neither", "nor", "hardly", "without"})
_ENDS: Final = frozenset({";", ".", ":", "but", "while", "?", "!", "because", "although"})
CUES_MARK: Final = mark_of(_OPENINGS | _PASSIVE_OPENINGS)
_BEFORE: Final = 16  # tokens from the verb to its figure
_OBJECT: Final = 6  # tokens from the verb to what it takes back: "withdrew on Monday its report"
_AFTER: Final = 16  # tokens from a figure to "was retracted"


def is_taken_back(tokens: list[str], first: int, last: int) -> bool:
    """Whether the figure at tokens [first, last) is what the sentence tells as taken back. One that
    another takes the place of ("corrected its toll of 40 to 36") is told so by its own rule."""
    told = False
    for i in range(first - 1, max(0, first - _BEFORE) - 1, -1):
        word = tokens[i]
        if word in _ENDS:
            break
        if word in _OPENINGS:
            end = _end_of(tokens, i, _FRAMES)
            if end and end <= first and _is_done(tokens, i):
                return _has_for_object(tokens, end, first) and not _is_replaced(tokens, last)
        told = told or (word in _TOLD and _is_tied(tokens, i, first))
    return told and _is_withdrawn_behind(tokens, last)


def _end_of(tokens: list[str], i: int, frames: tuple[tuple[str, ...], ...]) -> int:
    """The token past the longest of the phrases that stand at `i`; 0 where none does."""
    ends = [i + len(frame) for frame in frames if tuple(tokens[i : i + len(frame)]) == frame]
    return max(ends, default=0)


def _is_done(tokens: list[str], i: int) -> bool:
    return _NOT.isdisjoint(tokens[max(0, i - 3) : i])


def _has_for_object(tokens: list[str], end: int, first: int) -> bool:
    """Whether what is taken back is a telling of the figure: "its report that eight", not "its
    offer of 30 million"."""
    if tokens[end - 1] in _TELLING:
        return "that" in tokens[end:first] or end == first
    behind = range(end, min(first, end + _OBJECT))
    return any(tokens[i] in _TOLD and _is_tied(tokens, i, first) for i in behind)


def _is_tied(tokens: list[str], noun: int, first: int) -> bool:
    return noun + 1 == first or tokens[noun + 1] in _LINKS or "that" in tokens[noun + 1 : first]


def _is_replaced(tokens: list[str], last: int) -> bool:
    """Whether "to" leads on to another figure."""
    behind = tokens[last : last + 6]
    return "to" in behind and any(word[:1].isdigit() for word in behind[behind.index("to") :])


def _is_withdrawn_behind(tokens: list[str], last: int) -> bool:
    """ "a report of 26 deaths has been withdrawn"; not "was not withdrawn"."""
    for i in range(last, min(len(tokens), last + _AFTER)):
        if tokens[i] in _ENDS:
            return False
        if tokens[i] in _PASSIVE_OPENINGS and _end_of(tokens, i, _PASSIVES):
            before = tokens[max(last, i - 4) : i]
            if not _AUXILIARIES.isdisjoint(before):
                return _NOT.isdisjoint(before)
    return False
