"""Features of two bare statements: whether what the one says happened is what the other says.

A word told is more than a word: "to be approved", "not approved" and "blocked" all differ from
"approved". Words of a side that cannot be true beside another, and what words stand under: a
denial, a plan or fear, an accusation.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.bare import opposed_words, standing_words
from factcheck.bare.cover_features import covered_words
from factcheck.bare.covering import COVERED, content
from factcheck.bare.feature_columns import Values, feature
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_pieces import Piece, piece, pieces

_KEPT: Final = 1024  # statements that are remembered
_KEPT_WORDS: Final = 16_384
_DENIED, _UNREAL, _ALLEGED = 1, 2, 4
_MARKS: Final = (_DENIED, _UNREAL, _ALLEGED)
_REACH: Final = ((_DENIED, 4), (_UNREAL, 7), (_ALLEGED, 7))
"""How many words behind one that marks them are under it."""
_DENYING: Final = frozenset(
    "not no never none nobody without neither nor failed fails fail denied cannot false short "
    "instead nothing unable refused refuses declined stopped prevented avoided".split()
)
_HOLDS_UNREAL: Final = ("planned", "feared")
_HOLDS_ALLEGED: Final = ("charged",)
_UNREAL_WORDS: Final = frozenset(
    "whether until before should must can hoped hope hoping wanted want ordered demanded demands "
    "requested urging plans threatened threatening unclear investigating looking bid try tried "
    "trying tries attempt attempted negotiating nominated candidate eligible capable".split()
)
_REASONS: Final = frozenset(
    "because after amid over due following blamed for as since despite through thanks".split()
)
_SPEAKING: Final = frozenset(
    "said says according told reported announced statement spokesman spokeswoman reports saying "
    "added officials".split()
)
_SMALL: Final = frozenset(
    "the a an is are was were has have had been its his her their that".split()
)


class Course:
    """What a statement says happened. `sides`: those it has words of, a denied one for the other;
    `real`: those it tells neither as planned nor as alleged; `marks`: of each word, what it is
    under, as bits; `reason`: the place of the last word that begins a reason, or -1."""

    __slots__ = ("marks", "real", "reason", "sides")

    def __init__(
        self,
        sides: int,
        real: int,
        marks: list[int],
        reason: int,
    ) -> None:
        self.sides = sides
        self.real = real
        self.marks = marks
        self.reason = reason


@lru_cache(maxsize=1)
def _bits() -> tuple[int, int]:
    """The lists of words of standing that make what is behind them unreal, or alleged."""
    names = standing_words.names()
    unreal = sum([1 << names.index(name) for name in _HOLDS_UNREAL])
    return unreal, sum([1 << names.index(name) for name in _HOLDS_ALLEGED])


class _Turn:
    """A word that turns what is told: the sides it is of, and those that it begins a pair of, by
    the second word; what the words behind it are under, as bits; whether it begins a reason."""

    __slots__ = ("behind", "mark", "reason", "sides")

    def __init__(self, sides: int, behind: dict[str, int] | None, mark: int, reason: bool) -> None:
        self.sides = sides
        self.behind = behind
        self.mark = mark
        self.reason = reason


@lru_cache(maxsize=_KEPT_WORDS)
def _turn(low: str) -> _Turn | None:
    """How a word in lower case turns what is told; None for the most, which don't."""
    sides, behind, mark = opposed_words.sides(low), opposed_words.behind(low), _mark(piece(low))
    reason = low in _REASONS
    if not sides and behind is None and not mark and not reason:
        return None
    return _Turn(sides, behind, mark, reason)


def _mark(one: Piece) -> int:
    unreal, alleged = _bits()
    found = 0
    if one.low in _DENYING or one.denying:
        found |= _DENIED
    if one.standing & unreal or one.low in _UNREAL_WORDS:
        found |= _UNREAL
    if one.standing & alleged:
        found |= _ALLEGED
    return found


@lru_cache(maxsize=_KEPT)
def course(text: str) -> Course:
    """What a statement says happened."""
    known = pieces(text).known
    marks = [0] * len(known)
    sides, real, reason = 0, 0, -1
    for at, one in enumerate(known):
        told = _turn(one.low)
        if told is None:
            continue
        under, own = marks[at], told.sides
        if told.behind is not None and at + 1 < len(known):
            own |= told.behind.get(known[at + 1].low, 0)
        if own:
            if under & _DENIED:
                own = opposed_words.turned(own)
            sides |= own
            if not under & (_UNREAL | _ALLEGED):
                real |= own
        if told.mark:
            for mark, reach in _REACH:
                if told.mark & mark:
                    for place in range(at + 1, min(at + 1 + reach, len(marks))):
                        marks[place] |= mark
        if told.reason and at:
            reason = at
    return Course(sides, real, marks, reason)


def _count(told: int) -> float:
    return float(min(4, told.bit_count()))


def opposed(pair: StatementPair) -> Values:
    """What the evidence says in place of what the claim says happened."""
    own, other = course(pair.claim), course(pair.evidence)
    low = opposed_words.ones()
    ours, theirs = own.sides, other.sides
    single = ours & ~opposed_words.turned(ours)  # sides that the claim is of alone
    against = opposed_words.turned(theirs)
    contrary = single & against & ~theirs
    told = single & theirs & ~against
    both = single & theirs & against
    axes = (theirs | against) & low
    untold = single & ~(axes | axes << 1)
    unreal = told & own.real & ~other.real
    real = told & ~own.real & other.real
    return [
        _count(contrary),
        _count(told),
        _count(both),
        _count(untold),
        _count(unreal),
        _count(real),
        float(contrary.bit_count() - told.bit_count()),
    ]


def under(pair: StatementPair) -> Values:
    """Words that both have and that only one of them denies, plans or fears, or alleges."""
    own, other = course(pair.claim).marks, course(pair.evidence).marks
    words = content(pair.evidence).words
    counts = [0.0] * (2 * len(_MARKS))
    told = 0
    for one in covered_words(pair):
        if one.place < 0 or one.sure < COVERED or one.word.name:
            continue
        told += 1
        mine, theirs = own[one.word.at], other[words[one.place].at]
        for index, mark in enumerate(_MARKS):
            if mine & mark and not theirs & mark:
                counts[2 * index] += 1.0
            elif theirs & mark and not mine & mark:
                counts[2 * index + 1] += 1.0
    return [count / told for count in counts] if told else counts


def reason(pair: StatementPair) -> Values:
    """How much of what the claim gives as reason or time the evidence says."""
    told = course(pair.claim).reason
    if told < 0:
        return [-1.0, 0.0, 0.0]
    words = covered_words(pair)
    behind = [one.sure for one in words if one.word.at > told]
    before = [one.sure for one in words if one.word.at < told]
    return [
        sum(behind) / len(behind) if behind else 1.0,
        float(min(4, sum([sure < COVERED for sure in behind]))),
        float(min(4, sum([sure < COVERED for sure in before]))),
    ]


def style(pair: StatementPair) -> Values:
    """How the statements are told: as headlines are, by whose word, on a day of the week."""
    own, other = pieces(pair.claim), pieces(pair.evidence)
    return [
        _share(own.known, _SMALL),
        _share(other.known, _SMALL),
        float(any(one.low in _SPEAKING for one in other.known)),
        float(any(one.low in _SPEAKING for one in own.known)),
        float(any(one.weekday for one in other.known)),
        float(own.text.rstrip().endswith(".")),
        float(min(40, len(own.known))),
        float(min(80, len(other.known))),
    ]


def _share(known: list[Piece], among: frozenset[str]) -> float:
    return sum([one.low in among for one in known]) / max(1, len(known))


COURSE: Final = (
    feature(opposed, "contrary", "told", "both", "untold", "unreal", "real", "lead"),
    feature(
        under, *("denied", "other_denied", "unreal", "other_unreal", "alleged", "other_alleged")
    ),
    feature(reason, "told", "lacking", "lacking_before"),
    feature(
        style,
        *("small", "other_small", "said", "own_said", "weekday", "stop", "words", "other_words"),
    ),
)
