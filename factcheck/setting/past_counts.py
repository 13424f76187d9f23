"""Counts told as those of an earlier day: "on Tuesday the toll had stood at 19, on Wednesday at
38"; "officials had counted 48 by then"; "six bodies were found on the first day"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.rules.counting import Counted
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_COUNTING: Final = words("past_counts.counting")
_BEING: Final = words("past_counts.being")
_TALLIES: Final = words("past_counts.tallies")
_HAD: Final = frozenset({"had", "'d", "’d"})
_HAD_MARK: Final = mark_of(("had",))
_ENDS: Final = frozenset({";", ".", ":", "but", "when", "after", "who", "which", "that"})
_EARLY: Final = words("past_counts.early")
_EARLY_MARK: Final = mark_of(_EARLY)
_PARTS_OF_TIME: Final = words("past_counts.parts_of_time")
_LEADING: Final = frozenset({"on", "in", "by", "at", "within", "before"})
_BREAKS: Final = _ENDS | {",", "and"}
_SERIES: Final = words("past_counts.series")
_BEFORE: Final = 10  # tokens from "had" to the figure
_VERB_REACH: Final = 3  # from "had" to its verb
_BEHIND: Final = 6  # from the figure to "had been reported"
_GAP: Final = 8  # tokens between two figures of a series


def told_as_past(tokens: Tokens, items: Sequence[Counted]) -> list[bool]:
    """For each figure of a sentence, whether it is told as the count of an earlier day."""
    if not (tokens.holds(_HAD_MARK) or tokens.holds(_EARLY_MARK)):
        return [False] * len(items)
    found: list[bool] = []
    for k, item in enumerate(items):
        past = _had_counted(tokens.words, item) or _is_of_first_day(tokens.words, item)
        if not past and k > 0 and found[k - 1]:
            past = _goes_on(tokens.words, items[k - 1], item)
        found.append(past)
    return found


def _had_counted(words: list[str], item: Counted) -> bool:
    """Whether a count that had been made leads to the figure, or is said of it behind it."""
    first = item.quantity.first
    low = max(0, first - _BEFORE)
    for i in range(first - 1, low - 1, -1):
        if words[i] in _ENDS:
            break
        if words[i] in _HAD:
            return _counts(words, i + 1, first) or (
                not _TALLIES.isdisjoint(words[low:i]) and not _BEING.isdisjoint(words[i:first])
            )
    last = item.quantity.last
    behind = words[last : last + _BEHIND]
    for i, word in enumerate(behind):
        if word in _ENDS or word == ",":
            return False
        if word == "had":
            return "been" in behind[i + 1 : i + 3] and _counts(words, last + i + 1, len(words))
    return False


def _is_of_first_day(words: list[str], item: Counted) -> bool:
    """ "Six bodies were found on the first day", "by nightfall six had been found"."""
    low, high = item.quantity.first, item.quantity.last
    for i in range(max(0, low - _BEFORE), min(len(words), high + _BEFORE)):
        if words[i] not in _EARLY or low <= i < high:
            continue
        between = words[high:i] if i >= high else words[i:low]
        if not _BREAKS.isdisjoint(between):
            continue
        led = words[max(0, i - 2) : i]
        if words[i] != "first":
            if led[-1:] == ["by"]:
                return True
        elif led[-1:] == ["the"] and led[0] in _LEADING and _is_time(words, i + 1):
            return True
    return False


def _is_time(words: list[str], i: int) -> bool:
    return i < len(words) and words[i] in _PARTS_OF_TIME


def _counts(words: list[str], low: int, high: int) -> bool:
    """Whether a verb of counting stands from `low` on, with little between."""
    return not _COUNTING.isdisjoint(words[low : min(high, low + _VERB_REACH)])


def _goes_on(words: list[str], before: Counted, item: Counted) -> bool:
    """ ", on Wednesday at 38": the same said of another day."""
    gap = words[before.quantity.last : item.quantity.first]
    if not 0 < len(gap) <= _GAP or gap[-1] not in _SERIES:
        return False
    return gap[0] in (",", "and", ";", "then") and _ENDS.isdisjoint(gap[1:])
