"""The noun phrase that a printed number counts, and the words that it is tied to.

"140 shops in Finland": the shops, and that they are in Finland. "Six aid workers": workers, of
aid. No parser: a phrase ends at the first small word, number or mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.bare.number_tables import CURRENCY_WORDS

TYING: Final = frozenset("in at on for of from to against by off near".split())
_SKIPPED: Final = frozenset("the a an its their his her this that".split())
_AUXILIARIES: Final = frozenset("have has had been was were are is".split())
_TIMES: Final = frozenset(
    "last next early late yesterday today tomorrow now monday tuesday wednesday thursday friday "
    "saturday sunday but january february march april may june july august september october "
    "november december".split()
)
_LONGEST: Final = 5  # words of a phrase
_BEFORE: Final = 7  # tokens before a number in which what it is a figure of stands
_ENDS: Final = frozenset(".;:,()")


class Phrase:
    """What stands behind a number, as stems: the run of words that it counts, the capitalised
    ones among them, the preposition behind, its object with its names; the words before, the
    nearest first; those behind an auxiliary, as in "300 homes were damaged"."""

    __slots__ = ("before", "names", "run", "then", "tie", "tied", "tied_names", "words")

    def __init__(
        self,
        run: tuple[str, ...] = (),
        names: frozenset[str] = frozenset(),
        tie: str = "",
        tied: tuple[str, ...] = (),
        tied_names: frozenset[str] = frozenset(),
        before: tuple[str, ...] = (),
        then: tuple[str, ...] = (),
        words: frozenset[str] = frozenset(),  # the run as written, in lower case
    ) -> None:
        self.run = run
        self.names = names
        self.tie = tie
        self.tied = tied
        self.tied_names = tied_names
        self.before = before
        self.then = then
        self.words = words


NO_PHRASE: Final = Phrase()


def phrase(
    tokens: Sequence[str], low: Sequence[str], stems: Sequence[str], start: int, after: int
) -> Phrase:
    """The phrase of the number at tokens `start` to `after`."""
    if after < len(low) and low[after] in CURRENCY_WORDS:
        after += 1
    while after < len(low) and low[after] in _AUXILIARIES:
        after += 1
    end = _run(low, stems, after)
    verb = end
    while verb < len(low) and low[verb] in _AUXILIARIES:
        verb += 1
    tie = low[end] if end < len(low) and low[end] in TYING else ""
    begin = stop = end
    if tie:
        begin = end + 1
        while begin < len(low) and low[begin] in _SKIPPED:
            begin += 1
        stop = _run(low, stems, begin)
    return Phrase(
        tuple(stems[after:end]),
        _named(tokens, stems, after, end),
        tie,
        tuple(stems[begin:stop]),
        _named(tokens, stems, begin, stop),
        _words_before(low, stems, start),
        tuple(stems[verb : _run(low, stems, verb)]) if verb > end else (),
        frozenset(low[after:end]),
    )


def _run(low: Sequence[str], stems: Sequence[str], at: int) -> int:
    """Where the words with a meaning that begin at a token end, words of time left out."""
    end = at
    while end < len(stems) and end - at < _LONGEST and stems[end] and low[end] not in _TIMES:
        end += 1
    return end


def _named(tokens: Sequence[str], stems: Sequence[str], low: int, high: int) -> frozenset[str]:
    return frozenset(stems[at] for at in range(low, high) if tokens[at][0].isupper())


def _words_before(low: Sequence[str], stems: Sequence[str], start: int) -> tuple[str, ...]:
    """The words of the same clause before the number, the nearest first."""
    found: list[str] = []
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if low[at] in _ENDS:
            break
        if stems[at]:
            found.append(stems[at])
    return tuple(found)
