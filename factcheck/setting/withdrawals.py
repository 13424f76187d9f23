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
_LINK: Final = 4  # tokens from "of" to its figure: "of at least 40"
_HEDGES: Final = frozenset(
    "about around some at least more than over up to nearly almost only".split()
)
_APART: Final = frozenset(
    "after before over from amid when as in by with despite and about into , on for".split()
)
_CLAUSE_ENDS: Final = frozenset(
    ", saying said adding leaving putting that which who where when".split()
)
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday".split()
)
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
    offer of 30 million"; nor "after a report that eight"."""
    if tokens[end - 1] in _TELLING:
        return _is_in_clause(tokens, end + (tokens[end : end + 1] == ["that"]), first)
    for i in range(end, min(first, end + _OBJECT)):
        word = tokens[i]
        if word in _TOLD:
            return _is_tied(tokens, i, first)
        on_a_day = word == "on" and i + 1 < first and tokens[i + 1] in _DAYS
        if word in _APART and not on_a_day:
            return False
    return False


def _is_tied(tokens: list[str], noun: int, first: int) -> bool:
    """Whether the figure is the noun's own: "a figure of 112", "a report that eight had died", "its
    claim to have killed 80"; not "a tweet about the fire that killed nine"."""
    i = noun + 1
    if i == first:
        return True
    if tokens[i] == "on" and i + 2 < first and tokens[i + 1] in _DAYS:
        i += 2
    if tokens[i] == "that" or tokens[i : i + 2] == ["to", "have"]:
        return _is_in_clause(tokens, i + 1, first)
    if tokens[i] not in _LINKS:
        return False
    return first - i <= _LINK and all(word in _HEDGES for word in tokens[i + 1 : first])


def _is_in_clause(tokens: list[str], start: int, first: int) -> bool:
    """Whether the clause from a token on goes on to the figure, its first."""
    between = tokens[start:first]
    return _CLAUSE_ENDS.isdisjoint(between) and not any(word[:1].isdigit() for word in between)


def _is_replaced(tokens: list[str], last: int) -> bool:
    """Whether "to" leads on to another figure."""
    behind = tokens[last : last + 6]
    return "to" in behind and any(word[:1].isdigit() for word in behind[behind.index("to") :])


def _is_withdrawn_behind(tokens: list[str], last: int) -> bool:
    """ "a report of 26 deaths has been withdrawn"; not "was not withdrawn"."""
    for i in range(last, min(len(tokens), last + _AFTER)):
        if tokens[i] in _ENDS or tokens[i] == "and":
            return False
        if tokens[i] in _PASSIVE_OPENINGS and _end_of(tokens, i, _PASSIVES):
            before = tokens[max(last, i - 4) : i]
            if not _AUXILIARIES.isdisjoint(before):
                return _NOT.isdisjoint(before)
    return False
