"""Named features of a pair, in two groups: is it the same fact, and how do the figures stand.

A feature's name is the key of its coefficients, its docstring the explanation a reader sees.
It returns one of its levels, or a number, or None where there is nothing to compare: missing is
a level of its own, never zero. The first group never looks at the values. All are symmetric.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from pathlib import Path

from claims_db.moments import Order
from claims_db.records import Bound
from factcheck.judging import intervals, localities, pairs, slips, windows, wording
from factcheck.judging.figures import (
    is_denied,
    later_admits,
    meet,
    other_standing,
    representative,
    revision_ties,
    revision_told,
    same_number,
)
from factcheck.judging.pairs import Near, Pair

MISSING = "missing"
_APART = ((0, "same day"), (3, "days"), (20, "weeks"))  # days at most
_NEAR = tuple(str(near) for near in Near if near is not Near.MISSING)
_NAMES: dict[Near, str | None] = {near: str(near) for near in Near} | {Near.MISSING: None}


@dataclass(frozen=True, slots=True)
class Feature:
    """A named function of a pair. `levels` is empty for a number."""

    name: str
    levels: tuple[str, ...]
    function: Callable[[Pair], str | float | None]

    @property
    def explanation(self) -> str:
        """What a reader sees of it, in one line."""
        return _explanations()[self.name]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns: one a level, or the number and whether it is missing."""
        if self.levels:
            return tuple(f"{self.name}={level}" for level in (*self.levels, MISSING))
        return self.name, f"{self.name}={MISSING}"

    def vector(self, pair: Pair) -> list[float]:
        """Its columns' values for a pair."""
        value = self.function(pair)
        if self.levels:
            level = MISSING if value is None else value
            return [1.0 if level == own else 0.0 for own in (*self.levels, MISSING)]
        return [0.0, 1.0] if value is None else [float(value), 0.0]


def level(*levels: str) -> Callable[[Callable[[Pair], str | None]], Feature]:
    """Makes a feature of a function that returns one of the levels, or None for missing."""

    def made(function: Callable[[Pair], str | None]) -> Feature:
        return Feature(function.__name__, levels, function)

    return made


def number(function: Callable[[Pair], float | None]) -> Feature:
    """Makes a feature of a function that returns a number, or None for missing."""
    return Feature(function.__name__, (), function)


@lru_cache(maxsize=1)
def _explanations() -> dict[str, str]:
    """The docstrings of the functions below, from their source: compiled ones have none."""
    source = Path(__file__).with_name("features.py").read_text("utf-8")
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {function.name: ast.get_docstring(function) or "" for function in functions}


def columns(features: Sequence[Feature]) -> list[str]:
    """The names of all columns, in order."""
    return [column for feature in features for column in feature.columns]


def vector(features: Sequence[Feature], pair: Pair) -> list[float]:
    """The values of all columns for a pair, in the order of `columns`."""
    return [value for feature in features for value in feature.vector(pair)]


def _known(near: Near) -> str | None:
    return _NAMES[near]


# --- Is it the same fact? ---------------------------------------------------------------------


@level(*_NEAR)
def kind(pair: Pair) -> str | None:
    """Both count the same, one a part of the other, or something else."""
    return _known(pairs.kind_relation(pair))


@level(*_NEAR)
def place(pair: Pair) -> str | None:
    """Same place, one inside the other, or elsewhere."""
    return _known(localities.place_relation(pair))


@level(*_NEAR)
def window(pair: Pair) -> str | None:
    """It happened at the same time, a day apart, within a longer stretch, or at another time."""
    return _known(windows.window_relation(pair))


@level(*_NEAR)
def group(pair: Pair) -> str | None:
    """The same people or things are counted, a part of them, or others."""
    return _known(pairs.group_relation(pair))


@level(*_NEAR)
def happening(pair: Pair) -> str | None:
    """Both are about the same type of happening."""
    return _known(pairs.happening_relation(pair))


@level(*_NEAR)
def place_and_window(pair: Pair) -> str | None:
    """Place and time agree together, or one of them speaks against it."""
    both = (localities.place_relation(pair), windows.window_relation(pair))
    for worst in (Near.OTHER, Near.NESTED, Near.TOUCHING):
        if worst in both:
            return str(worst)
    return None if Near.MISSING in both else str(Near.SAME)


@level("both", "one", "none")
def told_where(pair: Pair) -> str | None:
    """Both texts tell where it happened, or one leaves it unsaid."""
    return ("none", "one", "both")[sum(bool(claim.places) for claim in pair.both)]


@level("both", "one", "none")
def told_when(pair: Pair) -> str | None:
    """Both texts tell when it happened, or one leaves it unsaid."""
    return ("none", "one", "both")[sum(claim.when is not None for claim in pair.both)]


@level("same day", "days", "weeks", "months")
def apart(pair: Pair) -> str | None:
    """How long after each other the two were told."""
    days = windows.days_apart(pair)
    if days is None:
        return None
    for most, name in _APART:
        if days <= most:
            return name
    return "months"


@level("same", "differs")
def basis(pair: Pair) -> str | None:
    """Both are totals, or both increments or rates over the same time."""
    a, b = pair.both
    return "same" if (a.per, a.change) == (b.per, b.change) else "differs"


@level("same", "differs")
def unit(pair: Pair) -> str | None:
    """Both are in the same unit."""
    a, b = pair.both
    if not a.unit or not b.unit:
        return None
    return "same" if a.unit == b.unit else "differs"


@level("same", "differs")
def part_of(pair: Pair) -> str | None:
    """Both are totals of their own, or one is told as part of a total."""
    a, b = pair.both
    return "same" if bool(a.part_of) == bool(b.part_of) else "differs"


@level("same", "differs")
def standing(pair: Pair) -> str | None:
    """Both are confirmed, or one is confirmed and the other presumed, feared or projected."""
    return "differs" if other_standing(pair) else "same"


@level("same", "other")
def source(pair: Pair) -> str | None:
    """The same authority stands behind both."""
    return _known(pairs.authority_relation(pair))


@number
def masked_similarity(pair: Pair) -> float | None:
    """How alike the sentences are without their numbers."""
    a, b = pair.both
    return wording.similarity(a.sentence, b.sentence)


@number
def shared_names(pair: Pair) -> float | None:
    """How many of the names in one sentence stand in the other."""
    a, b = pair.both
    return wording.shared_names(a.sentence, b.sentence)


MATCH: tuple[Feature, ...] = (
    *(kind, place, window, group, happening, place_and_window, told_where, told_when, apart),
    *(basis, unit, part_of, standing, source, masked_similarity, shared_names),
)


# --- How do the two figures stand? ------------------------------------------------------------


@level("equal", "rounded or hedged", "differ")
def form(pair: Pair) -> str | None:
    """The counts are equal, or one is a rounded or hedged form of the other."""
    a, b = pair.values
    if a.stated is None or b.stated is None:
        return None
    if intervals.same_stated(a, b):
        return "equal"
    return "rounded or hedged" if same_number(pair) else "differ"


@level("overlap", "disjoint")
def interval(pair: Pair) -> str | None:
    """One number can be meant by both."""
    return "overlap" if meet(pair) else "disjoint"


@number
def gap(pair: Pair) -> float | None:
    """How far the figures lie apart, as a share of the larger."""
    a, b = pair.values
    return intervals.gap_share(a, b)


@number
def ratio(pair: Pair) -> float | None:
    """How many times larger one is, in powers of ten."""
    a, b = pair.values[0].stated, pair.values[1].stated
    if a is None or b is None or a <= 0 or b <= 0:
        return None
    return min(log10(max(a, b) / min(a, b)), 4.0)


@level("later higher", "later lower", "equal", "unordered", "same time")
def trend(pair: Pair) -> str | None:
    """The later figure is higher, lower, or nothing orders them in time."""
    ordered = pairs.earlier_later(pair)
    if ordered is None:
        found = pairs.order(pair)
        if found is Order.UNKNOWN:
            return None
        return "same time" if found is Order.SAME else "unordered"
    earlier, later = representative(ordered[0].value), representative(ordered[1].value)
    if earlier is None or later is None:
        return None
    if intervals.close(earlier, later):
        return "equal"
    return "later higher" if later > earlier else "later lower"


@level("accumulating", "state", "fixed")
def counting(pair: Pair) -> str | None:
    """The kind only grows, rises and falls, or has one true value."""
    return str(pair.counting)


_COUNTINGS = counting.levels
_TRENDS = (*trend.levels, "undated")


@level(*(f"{c}, {t}" for c in _COUNTINGS for t in _TRENDS))
def counting_and_trend(pair: Pair) -> str | None:
    """How the kind counts, with the order in time."""
    return f"{pair.counting}, {trend.function(pair) or 'undated'}"


@level(*(f"{c}, {i}" for c in _COUNTINGS for i in ("meet", "disjoint")))
def counting_and_interval(pair: Pair) -> str | None:
    """How the kind counts, with whether one number can be meant by both."""
    return f"{pair.counting}, {'meet' if meet(pair) else 'disjoint'}"


@level("ties the figures", "in a sentence", "none")
def revising(pair: Pair) -> str | None:
    """A revising word ties the two figures, or stands in one of the sentences."""
    if revision_ties(pair):
        return "ties the figures"
    return "in a sentence" if revision_told(pair) else "none"


@level("same", "other")
def authority(pair: Pair) -> str | None:
    """The same authority gives both figures."""
    return _known(pairs.authority_relation(pair))


@level("yes", "no")
def rival_parties(pair: Pair) -> str | None:
    """The figures come from two parties of one conflict."""
    return "yes" if pairs.rivals(pair) else "no"


@level("yes", "no")
def denial(pair: Pair) -> str | None:
    """One source denies the figure."""
    a, b = pair.both
    return "yes" if is_denied(a) or is_denied(b) else "no"


@level("within", "beyond")
def tolerance(pair: Pair) -> str | None:
    """Two right figures of the kind may differ so much."""
    a, b = pair.values
    if a.stated is None or b.stated is None:
        return None
    return "within" if intervals.within_tolerance(a, b, pair.kind) else "beyond"


@level("slip", "none")
def digit_slip(pair: Pair) -> str | None:
    """One figure is the other with digits swapped, lost, doubled or a factor of ten."""
    a, b = pair.values[0].stated, pair.values[1].stated
    if a is None or b is None:
        return None
    return "slip" if slips.digit_slip(a, b) or slips.digit_slip(b, a) else "none"


@level("both exact", "one open", "both open")
def bounds(pair: Pair) -> str | None:
    """The words leave one figure or both open ("at least", "about")."""
    a, b = pair.values
    if a.bound is Bound.EXACT:
        return "both exact" if b.bound is Bound.EXACT else "one open"
    return "one open" if b.bound is Bound.EXACT else "both open"


@level("admits", "excludes")
def later_bound(pair: Pair) -> str | None:
    """The later figure's words admit the earlier count ("at least 20" after 31)."""
    ordered = pairs.earlier_later(pair)
    if ordered is None:
        return None
    count = ordered[0].value.stated
    if count is None:
        return None
    return "admits" if later_admits(count, ordered[1]) else "excludes"


FIGURE: tuple[Feature, ...] = (
    *(form, interval, gap, ratio, trend, counting, counting_and_trend, counting_and_interval),
    *(revising, authority, rival_parties, denial, tolerance, digit_slip, bounds, later_bound),
)
