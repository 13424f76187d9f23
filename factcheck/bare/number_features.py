"""Features of two bare statements: how the claim's numbers stand to the evidence's."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Final

from claims_db.records import Bound
from factcheck.bare.feature_columns import MISSING, Values, feature
from factcheck.bare.printed_comparison import (
    FORM,
    NONE,
    REFUTES,
    STANDS,
    SUPPORTS,
    Held,
    admits,
    equal,
    gap,
    values,
)
from factcheck.bare.statement_pair import StatementPair

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
SORTS: Final = ("count", "percent", "money", "rating", "rank", "label", "score", "whole", "age")
FLOORS: Final = (Bound.MORE_THAN, Bound.AT_LEAST)
CEILINGS: Final = (Bound.LESS_THAN, Bound.AT_MOST)

NUMBER: Final = (
    *("bound", "other_bound", "stand", "sign", "towards", "gap", "likeness", "margin"),
    *("other_sort", "sort", "words_near", "words_told"),
)


def worst(held: Sequence[Held]) -> Held | None:
    """The number that stands worst, of those the one whose counterpart is likest."""
    found: Held | None = None
    for one in held:
        if found is None or one.stand == found.stand:
            worse = found is None or one.likeness > found.likeness
        else:
            worse = STANDS.index(one.stand) > STANDS.index(found.stand)
        if worse:
            found = one
    return found


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
    sign = sign_of(mine, theirs)
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


def sign_of(mine: float, theirs: float) -> float:
    return 0.0 if equal(mine, theirs) else 1.0 if theirs > mine else -1.0


def _near(held: Held) -> float:
    """The share of the words beside a number that stand beside the other too."""
    own = held.own.near
    if held.other is None or not own:
        return 0.0
    other = held.other.near
    return _share_of(own, other)


def _told(pair: StatementPair, held: Held) -> float:
    """The share of the words beside a number that stand anywhere in the evidence."""
    own, told = held.own.near, pair.evidence_words.content
    return _share_of(own, told) if own else 1.0


def _share_of(words: Mapping[str, float], told: Container[str]) -> float:
    """The share of weighted words that are told."""
    shared = total = 0.0
    for word, weight in words.items():
        total += weight
        if word in told:
            shared += weight
    return shared / total


def aligned(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the one that counts the same by its words."""
    return _number(pair, worst(pair.printed.aligned))


def balanced(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the one aligned by words and nearness."""
    return _number(pair, worst(pair.printed.balanced))


def nearest(pair: StatementPair) -> Values:
    """The claim's number that stands worst to the nearest of its sort."""
    return _number(pair, worst(pair.printed.nearest))


SHARES: Final = (*STANDS, "least_supporting", "most_refuting")


def _shares(held: Sequence[Held]) -> Values:
    stands = [h.stand for h in held]
    count = max(1, len(held))
    return [
        *[stands.count(told) / count for told in STANDS],
        min([h.likeness for h in held if h.stand in (SUPPORTS, FORM)], default=MISSING),
        max([h.likeness for h in held if h.stand == REFUTES], default=MISSING),
    ]


def aligned_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so, aligned by words."""
    return _shares(pair.printed.aligned)


def balanced_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so, aligned by words and nearness."""
    return _shares(pair.printed.balanced)


def nearest_shares(pair: StatementPair) -> Values:
    """The share of the claim's numbers that stand so to the nearest of their sort."""
    return _shares(pair.printed.nearest)


def number_count(pair: StatementPair) -> Values:
    """How many numbers each statement has."""
    told = pair.printed
    return [float(min(len(told.claim.numbers), 6)), float(min(len(told.evidence.numbers), 8))]


def any_number(pair: StatementPair) -> Values:
    """How surely any number of the evidence supports, or contradicts, each of the claim's."""
    told = pair.printed
    best: list[tuple[float, float, float]] = []
    for i, own in enumerate(told.claim.numbers):
        if own.role:
            continue
        support = refute = same = 0.0
        for j, other in enumerate(told.evidence.numbers):
            score, stands = told.likeness[i][j], told.stands[i][j]
            if score <= 0:
                continue
            if stands in (SUPPORTS, FORM):
                support = max(support, score)
            elif stands == REFUTES:
                refute = max(refute, score)
            mine, theirs = values(own, other)
            if equal(mine, theirs):
                same = 1.0
        best.append((support, refute, same))
    return [
        min([support for support, _, _ in best], default=MISSING),
        max([refute for _, refute, _ in best], default=MISSING),
        min([support - refute for support, refute, _ in best], default=0.0),
        sum([same for _, _, same in best]) / max(1, len(best)),
    ]


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


def unbounded(pair: StatementPair) -> Values:
    """The claim's numbers without a bound word, and how they stand to the nearest."""
    own = [h for h in pair.printed.nearest if h.own.bound is Bound.EXACT]
    return [
        float(len(own)),
        float(sum(h.stand == REFUTES for h in own)),
        float(sum(h.stand == NONE for h in own)),
    ]


def met(pair: StatementPair) -> Values:
    """Whether each statement's number, taken as stated, meets the bound of the other's."""
    told = pair.printed
    found: Values = []
    for held in (told.aligned, told.balanced, told.nearest):
        found += _met(worst(held))
    for held in (told.aligned, told.balanced):
        meets = [_met(number)[0] for number in held]
        found += [float(sum(m < 0 for m in meets)), float(sum(m > 0 for m in meets))]
    return found


def _met(held: Held | None) -> Values:
    if held is None or held.other is None:
        return [0.0, 0.0]
    mine, theirs = values(held.own, held.other)
    return [
        1.0 if admits(held.own, theirs) else -1.0,
        1.0 if admits(held.other, mine) else -1.0,
    ]


def told_there(pair: StatementPair) -> Values:
    """How much of the claim the sentence says that has its worst number's counterpart."""
    own = pair.claim_words
    others = own.content - own.names
    found: Values = []
    for number in (worst(pair.printed.aligned), worst(pair.printed.balanced)):
        if number is None or number.other is None:
            found += [MISSING, MISSING, MISSING, 0.0]
            continue
        told = number.other.told_with
        found += [
            len(own.content & told) / max(1, len(own.content)),
            len(own.names & told) / len(own.names) if own.names else 0.5,
            len(others & told) / max(1, len(others)),
            float(min(6, len(own.content - told))),
        ]
    return found


def noun(pair: StatementPair) -> Values:
    """Whether the evidence has the noun that the worst number counts, and with its counterpart."""
    found: Values = []
    for number in (worst(pair.printed.aligned), worst(pair.printed.balanced)):
        if number is None or number.own.head is None:
            found += [MISSING, MISSING]
            continue
        head, other = number.own.head, number.other
        same = other is not None and other.head == head
        near = other is not None and head in other.near
        found += [
            1.0 if same else 0.5 if near else 0.0,
            float(head in pair.evidence_words.content),
        ]
    return found


MET: Final = ("by_evidence", "by_claim")
THERE: Final = ("all", "names", "others", "missing")
BOTH: Final = ("aligned", "balanced")
NUMBERS: Final = (
    feature(aligned, *NUMBER),
    feature(balanced, *NUMBER),
    feature(nearest, *NUMBER),
    feature(aligned_shares, *SHARES),
    feature(balanced_shares, *SHARES),
    feature(nearest_shares, *SHARES),
    feature(number_count, "claim", "evidence"),
    feature(any_number, "least_supporting", "most_refuting", "lead", "equal"),
    feature(bounded, "count", "refuted", "supported", "near_refuted", "near_supported"),
    feature(unbounded, "count", "refuted", "missing"),
    feature(
        met,
        *(f"{way}_{name}" for way in (*BOTH, "nearest") for name in MET),
        *(f"{way}_{name}" for way in BOTH for name in ("unmet", "met")),
    ),
    feature(told_there, *(f"{way}_{name}" for way in BOTH for name in THERE)),
    feature(noun, *(f"{way}_{name}" for way in BOTH for name in ("same", "told"))),
)
