"""Whether a figure is told only to be denied: "no truth in reports that 30 were hurt"."""

from __future__ import annotations

from typing import Final

from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_VERBS: Final = words("denials.verbs")
_TOLD: Final = words("denials.told")
_DOING: Final = words("denials.doing")
_NOTIONS: Final = words("denials.notions")
_FALSE: Final = words("denials.false")
_TRUE: Final = words("denials.true")
_COPULAS: Final = words("denials.copulas")
_LINKS: Final = words("denials.links")
_NOT: Final = frozenset({"not", "n't", "never", "neither", "nor"})
_TURNED_OUT: Final = (["out", "to", "be"], ["proved", "to", "be"], ["proven", "to", "be"])
_ENDS: Final = frozenset({";", ".", ":", "but", "while", "?", "!", "because", "although", "and"})
_FRAMES: Final = tuple(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("denials.frames")
)
_OPENINGS: Final = frozenset(frame[0] for frame in _FRAMES)
CUES_MARK: Final = mark_of(_VERBS | _FALSE | _TRUE | _OPENINGS)
_BEFORE: Final = 14  # tokens from a denial to its figure
_LINK: Final = 3  # tokens from the verb to what it denies: "denied local media reports"
_AFTER: Final = 16  # tokens from a figure to "were false"


def is_denied(tokens: list[str], first: int, last: int) -> bool:
    """Whether the figure at tokens [first, last) is what the sentence denies."""
    low = max(0, first - _BEFORE)
    notion = False
    for i in range(first - 1, low - 1, -1):
        word = tokens[i]
        if word in _ENDS:
            break
        if word in _VERBS and _NOT.isdisjoint(tokens[max(0, i - 2) : i]):
            return _denies(tokens, i, first)
        if word in _OPENINGS and _opens(tokens, i):
            return "that" in tokens[i:first] or not _NOTIONS.isdisjoint(tokens[i:first])
        notion = notion or word in _NOTIONS
    return notion and _is_called_false(tokens, last)


def _denies(tokens: list[str], verb: int, first: int) -> bool:
    """Whether a denying verb's object is the telling of the figure, or the deed."""
    behind = tokens[verb + 1 : min(first, verb + 1 + _LINK)]
    if behind[:1] and (behind[0] in _DOING or behind[0] == "that"):
        return True
    for i, word in enumerate(behind, verb + 1):
        if word in _TOLD:
            tied = i + 1 == first or tokens[i + 1] in _LINKS
            return tied or "that" in tokens[i + 1 : first]
    return False


def _opens(tokens: list[str], i: int) -> bool:
    return any(tuple(tokens[i : i + len(frame)]) == frame for frame in _FRAMES)


def _is_called_false(tokens: list[str], last: int) -> bool:
    """ "reports that 500 had been laid off were false", "… are not true"; not "were not false"."""
    end = min(len(tokens), last + _AFTER)
    for i in range(last, end):
        if tokens[i] in _ENDS:
            return False
        end_of_link = i - 1 if tokens[i - 1] in ("a", "an") else i
        before = tokens[max(last, end_of_link - 3) : end_of_link]
        called = not _COPULAS.isdisjoint(before) or before in _TURNED_OUT
        if tokens[i] in _FALSE | _TRUE and called:
            return (tokens[i] in _TRUE) != _NOT.isdisjoint(before)
    return False
