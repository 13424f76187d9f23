"""Features of two bare statements: how the claim's dates stand to the evidence's."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import Final

from factcheck.bare.feature_columns import MISSING, Values, feature
from factcheck.bare.number_features import CEILINGS, FLOORS, sign_of, worst
from factcheck.bare.printed_comparison import Held, HeldDate, values
from factcheck.bare.printed_dates import Limit
from factcheck.bare.statement_pair import StatementPair

LIES: Final = ("same", "inside", "covers", "cross", "earlier", "later", "none")
LIMITS: Final = (Limit.ON, Limit.BEFORE, Limit.BY, Limit.AFTER, Limit.SINCE)
MOST_DAYS: Final = 6.0

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


def date(pair: StatementPair) -> Values:
    """The claim's date that fits worst with the evidence's nearest."""
    return _date(_misfit(pair.printed.dates))


def day(pair: StatementPair) -> Values:
    """The claim's day, told to the day, that fits worst with the evidence's nearest."""
    return _date(_misfit([h for h in pair.printed.dates if h.own.precision == 3]))


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


def in_time(pair: StatementPair) -> Values:
    """What a count told on another day says of the claim's, if it can only have risen."""
    held = _misfit(pair.printed.dates)
    codes = [_in_time(number, held) for number in pair.printed.balanced]
    chosen = worst(pair.printed.balanced)
    return [
        _in_time(chosen, held) if chosen else 0.0,
        float(sum(code in (2.0, 3.0, 7.0, 8.0) for code in codes)),
        float(sum(code in (5.0, 10.0) for code in codes)),
        float(sum(code in (6.0, 11.0) for code in codes)),
    ]


def _lies(held: HeldDate | None) -> Values:
    if held is None:
        return [MISSING, MISSING, 0.0]
    sign = 1.0 if held.days > 0 else -1.0
    return [
        float(held.misfit),
        float(LIES.index(held.lies)),
        sign * min(MOST_DAYS, log1p(abs(held.days))),
    ]


def own_date(pair: StatementPair) -> Values:
    """The date told with the claim's worst number beside that told with its counterpart."""
    told = pair.printed
    by_words, by_both = worst(told.aligned), worst(told.balanced)
    dates = [told.own_dates(number) for number in told.balanced]
    return [
        *_lies(told.own_dates(by_words) if by_words else None),
        *_lies(told.own_dates(by_both) if by_both else None),
        float(sum(held is not None and held.misfit == 0 for held in dates)),
        float(sum(held is not None and held.misfit == 4 for held in dates)),
    ]


def date_by_words(pair: StatementPair) -> Values:
    """The claim's date that fits worst with the evidence's in the likest words."""
    told = pair.printed.dates_by_words
    held = max(told, key=lambda h: (h[0].misfit, h[0].own.precision), default=None)
    return [*_lies(held[0] if held else None), held[1] if held else MISSING]


def _in_time(number: Held, held: HeldDate | None) -> float:
    """0 nothing to tell, 1 of the claim's time, 2–6 told later, 7–11 told earlier."""
    if held is None or held.other is None or number.other is None:
        return 0.0
    later = held.lies == "later" or (held.lies == "same" and held.own.limit is Limit.BEFORE)
    earlier = held.lies == "earlier" or (held.lies == "same" and held.own.limit is Limit.AFTER)
    if not later and not earlier:
        return 1.0
    mine, theirs = values(number.own, number.other)
    sign = sign_of(mine, theirs)
    floor, ceiling = number.own.bound in FLOORS, number.own.bound in CEILINGS
    if later:
        return 2.0 + floor if sign > 0 else 4.0 if sign == 0 else 5.0 + ceiling
    return 7.0 + ceiling if sign < 0 else 9.0 if sign == 0 else 10.0 + floor


LIE: Final = ("misfit", "lies", "days")
DATES: Final = (
    feature(date, *DATE),
    feature(day, *DATE),
    feature(date_count, "claim", "evidence", "fit", "off", "missing"),
    feature(
        own_date,
        *(f"aligned_{name}" for name in LIE),
        *(f"balanced_{name}" for name in LIE),
        "fit",
        "off",
    ),
    feature(date_by_words, *LIE, "words"),
    feature(in_time, "worst", "open", "clash", "admit"),
)
