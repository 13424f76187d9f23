"""Named features of two bare statements: how their numbers and dates stand, how much is said.

As in `features`: a feature's name is its key, its explanation the sentence a reader sees. Each is
a list of columns; those that describe one number or date share a prefix.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Final

from rapidfuzz import fuzz

from claims_db.records import Bound
from factcheck.bare.printed_comparison import (
    FORM,
    NONE,
    REFUTES,
    STANDS,
    SUPPORTS,
    Held,
    HeldDate,
    equal,
    gap,
    stand,
    values,
)
from factcheck.bare.printed_dates import Limit
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_words import contrast

Values = list[float]
BOUNDS: Final = (
    Bound.EXACT,
    Bound.MORE_THAN,
    Bound.LESS_THAN,
    Bound.AT_LEAST,
    Bound.AT_MOST,
    Bound.ABOUT,
    Bound.VAGUE,
    Bound.RANGE,
)
LIES: Final = ("same", "inside", "covers", "cross", "earlier", "later", "none")
SORTS: Final = ("count", "percent", "money", "rating", "rank", "label", "score", "whole", "age")
LIMITS: Final = (Limit.ON, Limit.BEFORE, Limit.BY, Limit.AFTER, Limit.SINCE)
MISSING: Final = -1.0  # of a code or likeness where there is no number or date
FLOORS: Final = (Bound.MORE_THAN, Bound.AT_LEAST)
CEILINGS: Final = (Bound.LESS_THAN, Bound.AT_MOST)
MOST_DAYS: Final = 6.0
SCOPES: Final[tuple[tuple[str, frozenset[str]], ...]] = tuple(
    (told.split()[0], frozenset(told.split()))
    for told in (
        "new",
        "total overall altogether",
        "active current currently",
        "worldwide global globally international internationally",
        "domestic domestically home",
        "average weighted",
        "opening weekend",
        "only just",
        "all every entire",
        "first",
        "last final latest",
        "largest most biggest highest",
        "least lowest smallest",
        "expected will would plan planned plans scheduled set announced",
        "was were had",
        "is are has",
        "daily per",
        "another other others additional",
        "each both half",
        "including",
    )
)


@dataclass(frozen=True, slots=True)
class StatementFeature:
    """A named function of a pair, with its columns."""

    name: str
    explanation: str
    columns: tuple[str, ...]
    function: Callable[[StatementPair], Values]

    def vector(self, pair: StatementPair) -> Values:
        """The values of its columns."""
        return self.function(pair)


STATEMENT: list[StatementFeature] = []


def _feature(*columns: str) -> Callable[[Callable[[StatementPair], Values]], None]:
    def add(function: Callable[[StatementPair], Values]) -> None:
        name = function.__name__
        named = tuple(f"{name}.{column}" for column in columns) or (name,)
        STATEMENT.append(StatementFeature(name, (function.__doc__ or "").strip(), named, function))

    return add


# --- one number --------------------------------------------------------------------------------

NUMBER: Final = (
    *("bound", "other_bound", "stand", "sign", "towards", "gap", "likeness", "margin"),
    *("other_sort", "sort", "words_near", "words_told"),
)


def _worst(held: Sequence[Held]) -> Held | None:
    return max(held, key=lambda h: (STANDS.index(h.stand), h.likeness), default=None)


def _number(pair: StatementPair, held: Held | None) -> Values:
    if held is None:
        return [MISSING, MISSING, -2.0, 0.0, 0.0, 0.0, 0.0, 0.0, MISSING, MISSING, MISSING, MISSING]
    own, other = held.own, held.other
    sort = own.sort.partition(" ")[0]
    code = float(SORTS.index(sort)) if sort in SORTS else float(len(SORTS))
    bound = float(BOUNDS.index(own.bound))
    told = _told(pair, held)
    if other is None:
        return [bound, MISSING, -2.0, 0.0, 0.0, 0.0, held.likeness, 0.0, MISSING, code, 0.0, told]
    mine, theirs = values(own, other)
    sign = _sign(mine, theirs)
    towards = sign if own.bound in FLOORS else -sign if own.bound in CEILINGS else -abs(sign)
    return [
        bound,
        float(BOUNDS.index(other.bound)),
        float(STANDS.index(held.stand)),
        sign,
        towards,
        gap(mine, theirs),
        held.likeness,
        held.margin,
        float(own.sort != other.sort),
        code,
        _near(held),
        told,
    ]


def _sign(mine: float, theirs: float) -> float:
    return 0.0 if equal(mine, theirs) else 1.0 if theirs > mine else -1.0


def _near(held: Held) -> float:
    """The share of the words beside a number that stand beside the other too."""
    own = held.own.near
    if held.other is None or not own:
        return 0.0
    other = held.other.near
    return sum(weight for word, weight in own.items() if word in other) / sum(own.values())


def _told(pair: StatementPair, held: Held) -> float:
    """The share of the words beside a number that stand anywhere in the evidence."""
    own, told = held.own.near, pair.evidence_words.content
    return sum(w for word, w in own.items() if word in told) / sum(own.values()) if own else 1.0


@_feature(*NUMBER)
def aligned(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the one that counts the same by its words."""
    return _number(pair, _worst(pair.printed.aligned))


@_feature(*NUMBER)
def balanced(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the one aligned by words and nearness."""
    return _number(pair, _worst(pair.printed.balanced))


@_feature(*NUMBER)
def nearest(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the nearest of its sort."""
    return _number(pair, _worst(pair.printed.nearest))


# --- all numbers --------------------------------------------------------------------------------

SHARES: Final = (*STANDS, "least_supporting", "most_refuting")


def _shares(held: Sequence[Held]) -> Values:
    stands = [h.stand for h in held]
    count = max(1, len(held))
    return [
        *(stands.count(told) / count for told in STANDS),
        min((h.likeness for h in held if h.stand in (SUPPORTS, FORM)), default=MISSING),
        max((h.likeness for h in held if h.stand == REFUTES), default=MISSING),
    ]


@_feature(*SHARES)
def aligned_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so, aligned by words."""
    return _shares(pair.printed.aligned)


@_feature(*SHARES)
def balanced_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so, aligned by words and nearness."""
    return _shares(pair.printed.balanced)


@_feature(*SHARES)
def nearest_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so to the nearest of their sort."""
    return _shares(pair.printed.nearest)


@_feature("claim", "evidence")
def number_count(pair: StatementPair) -> Values:
    """How many numbers each statement has."""
    told = pair.printed
    return [float(min(len(told.claim.numbers), 6)), float(min(len(told.evidence.numbers), 8))]


@_feature("least_supporting", "most_refuting", "lead", "equal")
def any_number(pair: StatementPair) -> Values:
    """How surely any number of the evidence supports, or contradicts, each of the claim's."""
    told = pair.printed
    best: list[tuple[float, float, float]] = []
    for own, likeness in zip(told.claim.numbers, told.likeness, strict=True):
        support = refute = same = 0.0
        for other, score in zip(told.evidence.numbers, likeness, strict=True):
            if score <= 0:
                continue
            stands = stand(own, other)
            if stands in (SUPPORTS, FORM):
                support = max(support, score)
            elif stands == REFUTES:
                refute = max(refute, score)
            if equal(*values(own, other)):
                same = 1.0
        best.append((support, refute, same))
    return [
        min((support for support, _, _ in best), default=MISSING),
        max((refute for _, refute, _ in best), default=MISSING),
        min((support - refute for support, refute, _ in best), default=0.0),
        sum(same for _, _, same in best) / max(1, len(best)),
    ]


@_feature("count", "refuted", "supported", "near_refuted", "near_supported")
def bounded(pair: StatementPair) -> Values:
    """The claim's numbers with a bound word, and how they stand."""
    own = [h for h in pair.printed.aligned if h.own.bound is not Bound.EXACT]
    near = [h for h in pair.printed.nearest if h.own.bound is not Bound.EXACT]
    return [
        float(len(own)),
        float(sum(h.stand == REFUTES for h in own)),
        float(sum(h.stand in (SUPPORTS, FORM) for h in own)),
        float(sum(h.stand == REFUTES for h in near)),
        float(sum(h.stand in (SUPPORTS, FORM) for h in near)),
    ]


@_feature("count", "refuted", "missing")
def unbounded(pair: StatementPair) -> Values:
    """The claim's numbers without a bound word, and how they stand to the nearest."""
    own = [h for h in pair.printed.nearest if h.own.bound is Bound.EXACT]
    return [
        float(len(own)),
        float(sum(h.stand == REFUTES for h in own)),
        float(sum(h.stand == NONE for h in own)),
    ]


# --- dates --------------------------------------------------------------------------------------

DATE: Final = ("misfit", "limit", "other_limit", "lies", "days", "precision", "other_precision")


def _date(held: HeldDate | None) -> Values:
    if held is None:
        return [MISSING, MISSING, MISSING, MISSING, 0.0, MISSING, MISSING]
    sign = 1.0 if held.days > 0 else -1.0
    return [
        float(held.misfit),
        float(LIMITS.index(held.own.limit)),
        float(LIMITS.index(held.other.limit)) if held.other else MISSING,
        float(LIES.index(held.lies)),
        sign * min(MOST_DAYS, log1p(abs(held.days))),
        float(held.own.precision),
        float(held.other.precision) if held.other else MISSING,
    ]


def _misfit(held: Sequence[HeldDate]) -> HeldDate | None:
    return max(held, key=lambda h: (h.misfit, h.own.precision), default=None)


@_feature(*DATE)
def date(pair: StatementPair) -> Values:
    """The claim's date that fits worst with the evidence's nearest."""
    return _date(_misfit(pair.printed.dates))


@_feature(*DATE)
def day(pair: StatementPair) -> Values:
    """The claim's day, told to the day, that fits worst with the evidence's nearest."""
    return _date(_misfit([h for h in pair.printed.dates if h.own.precision == 3]))


@_feature("claim", "evidence", "fit", "off", "missing")
def date_count(pair: StatementPair) -> Values:
    """How many dates each statement has, and how many of the claim's fit."""
    told = pair.printed.dates
    return [
        float(min(len(told), 4)),
        float(min(len(pair.printed.evidence.dates), 5)),
        float(sum(h.misfit == 0 for h in told)),
        float(sum(h.misfit >= 2 for h in told)),
        float(sum(h.misfit == 3 for h in told)),
    ]


@_feature("worst", "open", "clash", "admit")
def in_time(pair: StatementPair) -> Values:
    """What a count told on another day says of the claim's, if it can only have risen."""
    held = _misfit(pair.printed.dates)
    codes = [_in_time(number, held) for number in pair.printed.balanced]
    worst = _worst(pair.printed.balanced)
    return [
        _in_time(worst, held) if worst else 0.0,
        float(sum(code in (2.0, 3.0, 7.0, 8.0) for code in codes)),
        float(sum(code in (5.0, 10.0) for code in codes)),
        float(sum(code in (6.0, 11.0) for code in codes)),
    ]


def _in_time(number: Held, held: HeldDate | None) -> float:
    """0 nothing to tell, 1 of the claim's time, 2–6 told later, 7–11 told earlier."""
    if held is None or held.other is None or number.other is None:
        return 0.0
    later = held.lies == "later" or (held.lies == "same" and held.own.limit is Limit.BEFORE)
    earlier = held.lies == "earlier" or (held.lies == "same" and held.own.limit is Limit.AFTER)
    if not later and not earlier:
        return 1.0
    sign = _sign(*values(number.own, number.other))
    floor, ceiling = number.own.bound in FLOORS, number.own.bound in CEILINGS
    if later:
        return 2.0 + floor if sign > 0 else 4.0 if sign == 0 else 5.0 + ceiling
    return 7.0 + ceiling if sign < 0 else 9.0 if sign == 0 else 10.0 + floor


# --- the rest of the statement ------------------------------------------------------------------


@_feature("claim", "missing", "evidence", "words", "evidence_words", "runs")
def cover(pair: StatementPair) -> Values:
    """How much of each statement's wording the other has."""
    own, other = pair.claim_words, pair.evidence_words
    shared = len(own.content & other.content)
    runs = set(zip(own.order, own.order[1:], strict=False))
    told = set(zip(other.order, other.order[1:], strict=False))
    return [
        shared / max(1, len(own.content)),
        float(min(len(own.content - other.content), 10)),
        shared / max(1, len(other.content)),
        float(len(own.content)),
        float(min(len(other.content), 60)),
        len(runs & told) / max(1, len(runs)),
    ]


@_feature("cover", "missing", "other", "count", "in_place")
def names(pair: StatementPair) -> Values:
    """How many of the claim's names the evidence has, and whether it has others in their place."""
    own, other = pair.claim_words, pair.evidence_words
    missing = len(own.names - other.content)
    others = len(other.names - own.content)
    return [
        len(own.names & other.content) / len(own.names) if own.names else 0.5,
        float(min(missing, 5)),
        float(min(others, 8)),
        float(len(own.names)),
        float(min(missing, others, 4)),
    ]


@_feature("cover", "missing")
def other_words(pair: StatementPair) -> Values:
    """How many of the claim's words that are no names the evidence has."""
    own = pair.claim_words.content - pair.claim_words.names
    told = len(own & pair.evidence_words.content)
    return [told / len(own) if own else 0.5, float(min(len(own) - told, 8))]


@_feature("of_sets", "in_order", "length")
def likeness(pair: StatementPair) -> Values:
    """How alike the statements are without their numbers."""
    own, other = pair.claim_words.masked, pair.evidence_words.masked
    return [
        fuzz.token_set_ratio(own, other) / 100.0,
        pair.in_order / 100.0,
        min(len(pair.evidence) / max(1, len(pair.claim)), 6.0),
    ]


@_feature("claim", "evidence", "one")
def negated(pair: StatementPair) -> Values:
    """Whether a statement denies."""
    own, other = pair.claim_words.negated, pair.evidence_words.negated
    return [float(own), float(other), float(own != other)]


@_feature("counted", "group", "opposite", "time")
def contrasts(pair: StatementPair) -> Values:
    """Words of which a statement means one and not another: killed, wounded; rose, fell."""
    own, other = pair.claim_words, pair.evidence_words
    return [
        float(min(contrast(section, own, other), 2))
        for section in ("counted", "group", "opposite", "time")
    ]


@_feature(*(name for name, _ in SCOPES))
def scope(pair: StatementPair) -> Values:
    """Words that say how much is counted: 1 in the claim alone, -1 in the evidence alone."""
    own, other = pair.claim_words.all, pair.evidence_words.all
    return [
        float(not told.isdisjoint(own)) - float(not told.isdisjoint(other)) for _, told in SCOPES
    ]


@_feature("first", "last")
def missing_at(pair: StatementPair) -> Values:
    """Where in the claim the first and the last word stand that the evidence lacks."""
    order, told = pair.claim_words.order, pair.evidence_words.content
    places = [at / len(order) for at, word in enumerate(order) if word not in told]
    return [places[0], places[-1]] if places else [1.5, -0.5]


def columns() -> list[str]:
    """The names of all columns, in order."""
    return [column for feature in STATEMENT for column in feature.columns]


def vector(pair: StatementPair) -> Values:
    """The values of all columns."""
    return [value for feature in STATEMENT for value in feature.function(pair)]
