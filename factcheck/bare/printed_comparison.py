"""Two statements' printed numbers and dates, aligned, and how each stands to the other's."""

from __future__ import annotations

from math import inf, log10
from typing import Final

from claims_db.records import Bound
from factcheck.bare.number_roles import FORMER
from factcheck.bare.printed import Print, Printed
from factcheck.bare.printed_dates import Limit, PrintedDate
from factcheck.judging.intervals import ROUND_FROM

SUPPORTS, FORM, OPEN, NONE, REFUTES = "supports", "form", "open", "none", "refutes"
STANDS: Final = (SUPPORTS, FORM, OPEN, NONE, REFUTES)  # from best to worst

LEAST_LIKENESS: Final = 0.12  # below it two numbers are not aligned by their words
MOST_GAP: Final = 2.0  # powers of ten beyond which a gap is as wide as it gets
_SAME: Final = 1e-6
_SAME_UNIT: Final = 0.004  # of two units: 10 miles and 16 km are less precise than their digits
_MOST_OFF: Final = 0.025  # … and no less precise than this
_OTHER_ROLE: Final = 0.25  # what a figure is now is seldom held against what it was
_SAME_SORT, _SHARED_WORDS, _SAME_HEAD, _HEAD_NEAR = 0.3, 0.6, 0.15, 0.05
_FEW_WORDS: Final = 1.5  # a number with fewer words around is not sure of what it counts
_GAP_WEIGHT, _AGREES = 0.25, 0.1  # what nearness adds where words and numbers align together
_NEAR_LIKENESS: Final = 0.3
_COMPARED: Final = 0.35  # sorts less alike than this are never held against each other
_HEDGE, _NEARLY = 0.05, 0.15  # as shares of the number
_ROUND_STEP: Final = 100.0
_ROUNDED: Final = ("count", "whole", "percent", "rating", "score")
_LOOSE: Final = 0.4
_PLAIN: Final = ("count", "score", "label", "rank")
_UNORDERED: Final = {
    ("percent", "rating"): 0.5,
    ("count", "whole"): 0.7,
    ("count", "rating"): 0.35,
    ("count", "age"): 0.35,
    ("count", "percent"): 0.35,
    **{(one, two): _LOOSE for one in _PLAIN for two in _PLAIN if one != two},
}
_SORTS: Final = _UNORDERED | {(two, one): alike for (one, two), alike in _UNORDERED.items()}


def compatible(a: Printed, b: Printed) -> float:
    """How well two sorts of number can be held against each other, 0–1."""
    if a.sort == b.sort:
        return 1.0
    found = _SORTS.get((a.sort, b.sort))
    if found is not None:
        return found
    money = a.sort.startswith("money"), b.sort.startswith("money")
    if all(money):
        return 0.5
    return _LOOSE if any(money) and "count" in (a.sort, b.sort) else 0.0


def values(a: Printed, b: Printed) -> tuple[float, float]:
    """The numbers to compare: "a rating of 6" against 5.9/10 as they are written."""
    if a.sort != b.sort and "rating" in (a.sort, b.sort) and "percent" not in (a.sort, b.sort):
        return a.raw, b.raw
    return a.value, b.value


def equal(a: float, b: float) -> bool:
    """Equal but for binary fractions."""
    return abs(a - b) <= _SAME * max(1.0, abs(a), abs(b))


def stand(a: Printed, b: Printed) -> str:
    """Whether the evidence's number `b` lies inside what the claim's `a` admits, outside, is
    another form of it, or leaves it open. "More than 12" excludes 12."""
    own, other = values(a, b)
    if a.bound is Bound.EXACT and b.bound is Bound.EXACT:
        return _exact(a, b, own, other)
    low, high, low_open, high_open = _ends(a, own)
    least, most, least_open, most_open = _ends(b, other)
    above = least > low or (least == low and (not low_open or least_open))
    below = most < high or (most == high and (not high_open or most_open))
    if above and below:
        return SUPPORTS
    if most < low or (most == low and (low_open or most_open)):
        return REFUTES
    if least > high or (least == high and (high_open or least_open)):
        return REFUTES
    return OPEN


def _exact(a: Printed, b: Printed, own: float, other: float) -> str:
    if equal(own, other):
        return SUPPORTS
    if _rounds(a, own, other) or _rounds(b, other, own) or _converted(a, b, own, other):
        return FORM
    return REFUTES


def _rounds(coarse: Printed, number: float, fine: float) -> bool:
    """Whether `number`, as coarse as it is printed, is what the finer one rounds to."""
    if coarse.sort not in _ROUNDED and not coarse.sort.startswith("money"):
        return False
    whole = coarse.step >= 1 or coarse.sort == "score"
    if whole and (coarse.step < _ROUND_STEP or abs(number) < ROUND_FROM):
        return False
    gap = fine - number
    return fine != round(fine / coarse.step) * coarse.step and -coarse.step / 2 <= gap < coarse.step


def _converted(a: Printed, b: Printed, own: float, other: float) -> bool:
    """Whether two figures in other units are one: 10 miles and 16 km, as precise as printed."""
    if a.sort != b.sort or a.sort in ("count", "percent", "rank", "label", "score", "rating"):
        return False
    if a.raw == b.raw or not a.step or not b.step or a.sort.startswith("money"):
        return False
    units = abs(a.value / a.raw) if a.raw else 0.0, abs(b.value / b.raw) if b.raw else 0.0
    most = max(abs(own), abs(other))
    width = max(_SAME_UNIT * most, min(_MOST_OFF * most, max(units) / 2))
    return not equal(*units) and abs(own - other) <= width


def _ends(told: Printed, number: float) -> tuple[float, float, bool, bool]:
    """The least and most that the words admit, and whether each end is left out."""
    width = abs(number) * _HEDGE
    if told.bound is Bound.ABOUT:
        width = max(width, min(told.step / 2, abs(number) / 10))
        return number - width, number + width, False, False
    if told.bound is Bound.VAGUE:  # nearly
        return number - max(width, min(told.step, _NEARLY * abs(number))), number, False, False
    if told.bound is Bound.RANGE and told.high is not None:
        return number, told.high, False, False
    low = number if told.bound not in (Bound.LESS_THAN, Bound.AT_MOST) else -inf
    high = number if told.bound not in (Bound.MORE_THAN, Bound.AT_LEAST) else inf
    return low, high, told.bound is Bound.MORE_THAN, told.bound is Bound.LESS_THAN


def admits(told: Printed, number: float) -> bool:
    """Whether a number is among what the words of another admit."""
    if told.bound is Bound.EXACT:
        return equal(told.value, number)
    low, high, low_open, high_open = _ends(told, told.value)
    above = number > low or (number == low and not low_open)
    return above and (number < high or (number == high and not high_open))


def gap(own: float, other: float) -> float:
    """How far `other` lies above `own`, in powers of ten, below it negative."""
    return max(-MOST_GAP, min(MOST_GAP, log10((abs(other) + 0.5) / (abs(own) + 0.5))))


class Held:
    """A number of the claim beside one of the evidence, or none. `margin`: how much likelier it
    counts the same than the evidence's next best number."""

    __slots__ = ("likeness", "margin", "other", "own", "stand")

    def __init__(
        self,
        own: Printed,
        other: Printed | None,
        stand: str,
        likeness: float,
        margin: float,
    ) -> None:
        self.own = own
        self.other = other
        self.stand = stand
        self.likeness = likeness
        self.margin = margin


class HeldDate:
    """A date of the claim beside the nearest of the evidence, or none."""

    __slots__ = ("days", "lies", "misfit", "other", "own")

    def __init__(
        self,
        own: PrintedDate,
        other: PrintedDate | None,
        lies: str,  # the evidence's date: same, inside, covers, cross, earlier, later, none
        days: int,  # from the claim's to the evidence's, 0 where they meet
        misfit: int,  # 0 it fits, 1 open, 2 a day off, 3 no date, 4 it does not fit
    ) -> None:
        self.own = own
        self.other = other
        self.lies = lies
        self.days = days
        self.misfit = misfit


def _aside(held: Held) -> bool:
    if not held.own.role or held.other is None:
        return bool(held.own.role)
    return held.own.role != held.other.role and held.stand != SUPPORTS


class PrintedPair:
    """The printed numbers and dates of a claim and its evidence. Each number of the claim with the
    evidence's that counts the same by sort and words alone is `aligned`, by words and nearness
    together `balanced`, with the nearest of its sort, which the evidence would say at best,
    `nearest`; each date with the nearest in `dates`, with that in the likest words and their
    share in `dates_by_words`. For each number of the claim with each of the evidence's: how well
    their sorts go together, how surely they count the same (`likeness`), and of sorts that go
    together at all, how the two stand and how far apart they lie."""

    def __init__(self, claim: Print, evidence: Print) -> None:
        self.claim = claim
        self.evidence = evidence
        most: dict[str, float] = {}
        for number in evidence.numbers:
            for word, weight in number.near.items():
                if weight > most.get(word, 0.0):
                    most[word] = weight
        self._most = most
        self._current = any(number.role != FORMER for number in evidence.numbers)
        self._sorts: list[list[float]] = []
        self._far: list[list[float]] = []
        self.likeness: list[list[float]] = []
        self.stands: list[list[str]] = []
        for own in claim.numbers:
            self._hold(own)
        told = (*claim.dates, *evidence.dates)
        self.spare_year: int | None = next((d.year for d in told if d.year is not None), None)
        self.aligned: list[Held] = self._assigned(self.likeness, LEAST_LIKENESS)
        self.balanced: list[Held] = self._assigned(self._worths(), -inf)
        self.nearest: list[Held] = self._told(
            [self._held(i, self._nearest(i)) for i in range(len(claim.numbers))]
        )
        self.dates: list[HeldDate] = [self._dated(own) for own in claim.dates]
        self.dates_by_words: list[tuple[HeldDate, float]] = [
            self._dated_by_words(own, near)
            for own, near in zip(claim.dates, claim.date_near, strict=True)
        ]

    def _hold(self, own: Printed) -> None:
        """Holds a number of the claim against all of the evidence."""
        sorts: list[float] = []
        likeness: list[float] = []
        stands: list[str] = []
        far: list[float] = []
        for other in self.evidence.numbers:
            sort = compatible(own, other)
            sorts.append(sort)
            if sort:
                mine, theirs = values(own, other)
                likeness.append(self._likeness(own, other, sort))
                stands.append(stand(own, other))
                far.append(abs(gap(mine, theirs)))
            else:
                likeness.append(0.0)
                stands.append(NONE)
                far.append(MOST_GAP)
        self._sorts.append(sorts)
        self.likeness.append(likeness)
        self.stands.append(stands)
        self._far.append(far)

    def _likeness(self, a: Printed, b: Printed, sort: float) -> float:
        """How surely two numbers count the same, by how alike their sorts are and the words
        around; a word tells most of the number it stands nearest to."""
        score = _SAME_SORT * sort
        if (a.role == FORMER) != (b.role == FORMER):
            score -= _OTHER_ROLE
        if a.head and b.head:
            if a.head == b.head:
                score += _SAME_HEAD
            elif a.head in b.near or b.head in a.near:
                score += _HEAD_NEAR
        shared = total = 0.0
        for word, weight in a.near.items():
            total += weight
            other = b.near.get(word)
            if other:
                shared += min(weight, other) * (0.5 + 0.5 * other / self._most[word])
        least = min(total, sum(b.near.values()))
        if least:
            score += _SHARED_WORDS * min(1.0, shared / max(least, _FEW_WORDS))
        return score

    def _assigned(self, worth: list[list[float]], least: float) -> list[Held]:
        """Each number of the claim with one of the evidence's, the worthiest pairs first, none of
        the evidence's twice; none that is worth no more than `least` or nothing alike."""
        order = sorted(
            (-score, i, j)
            for i, row in enumerate(worth)
            for j, score in enumerate(row)
            if score > least and self.likeness[i][j] > 0.0
        )
        chosen: dict[int, int] = {}
        taken: set[int] = set()
        for _, i, j in order:
            if i not in chosen and j not in taken:
                chosen[i] = j
                taken.add(j)
        return self._told([self._held(i, chosen.get(i)) for i in range(len(self.claim.numbers))])

    def _told(self, held: list[Held]) -> list[Held]:
        """Without the numbers that the evidence need not tell: what a figure was before, and the
        whole of a share, unless it has them too."""
        kept = [number for number in held if not _aside(number)]
        return kept or held

    def _held(self, i: int, j: int | None) -> Held:
        own, scores = self.claim.numbers[i], self.likeness[i]
        if j is None:
            return Held(own, None, NONE, max(scores, default=0.0), 0.0)
        other = self.evidence.numbers[j]
        rest = max([score for k, score in enumerate(scores) if k != j], default=0.0)
        return Held(own, other, self.stands[i][j], scores[j], scores[j] - rest)

    def _worths(self) -> list[list[float]]:
        """What each pair of numbers is worth by words and nearness together."""
        found: list[list[float]] = []
        for i, scores in enumerate(self.likeness):
            row: list[float] = []
            for j, likeness in enumerate(scores):
                if likeness <= 0.0:
                    row.append(0.0)
                    continue
                agrees = _AGREES if self.stands[i][j] in (SUPPORTS, FORM) else 0.0
                row.append(likeness - _GAP_WEIGHT * min(self._far[i][j], 1.5) + agrees)
            found.append(row)
        return found

    def _nearest(self, i: int) -> int | None:
        own = self.claim.numbers[i]
        found = [
            (self._far[i][j] - _NEAR_LIKENESS * self.likeness[i][j], j)
            for j, other in enumerate(self.evidence.numbers)
            if self._sorts[i][j] >= _COMPARED
            and (own.role == FORMER or other.role != FORMER or not self._current)
        ]
        return min(found)[1] if found else None

    def _dated(self, own: PrintedDate) -> HeldDate:
        best: tuple[tuple[int, int], HeldDate] | None = None
        for other in self.evidence.dates:
            held = _held_date(own, other, self.spare_year)
            coarse = _WIDE if held.lies == "covers" and other.month is None else 0
            key = (abs(held.days) + coarse, abs(own.precision - other.precision))
            if best is None or key < best[0]:
                best = (key, held)
        return best[1] if best else HeldDate(own, None, "none", 0, 3)

    def _dated_by_words(self, own: PrintedDate, near: dict[str, float]) -> tuple[HeldDate, float]:
        total = sum(near.values()) or 1.0
        best: tuple[float, HeldDate] | None = None
        for other, words in zip(self.evidence.dates, self.evidence.date_near, strict=True):
            if own.precision > 1 and other.precision < own.precision - 1:
                continue
            shared = 0.0
            for word, weight in near.items():
                shared += min(weight, words.get(word, 0.0))
            if best is None or shared > best[0]:
                best = shared, _held_date(own, other, self.spare_year)
        return (best[1], best[0] / total) if best else (HeldDate(own, None, "none", 0, 3), 0.0)

    def own_dates(self, held: Held) -> HeldDate | None:
        """The date told with a number beside that told with its counterpart; None where the
        claim tells none."""
        if held.own.dated is None:
            return None
        other = held.other.dated if held.other is not None else None
        if other is None:
            return HeldDate(held.own.dated, None, "none", 0, 3)
        return _held_date(held.own.dated, other, self.spare_year)


_WIDE: Final = 200  # days that a whole year in the evidence counts as further off
_MISFIT: Final = {
    Limit.ON: {"same": 0, "inside": 0, "covers": 1, "cross": 1},
    Limit.BEFORE: {"earlier": 0, "same": 2, "covers": 1},
    Limit.BY: {"same": 0, "inside": 0, "earlier": 1, "covers": 1},
    Limit.AFTER: {"later": 0, "same": 2, "covers": 1},
    Limit.SINCE: {"same": 0, "inside": 0, "later": 1, "covers": 1},
}


def _held_date(own: PrintedDate, other: PrintedDate, spare: int | None) -> HeldDate:
    year = own.year if own.year is not None else other.year
    low, high = own.days(year if year is not None else spare)
    least, most = other.days(year if year is not None else spare)
    if (low, high) == (least, most):
        lies = "same"
    elif low <= least and most <= high:
        lies = "inside"
    elif least <= low and high <= most:
        lies = "covers"
    elif least > high:
        lies = "later"
    else:
        lies = "earlier" if most < low else "cross"
    days = least - high if least > high else most - low if most < low else 0
    misfit = _MISFIT[own.limit].get(lies, 4)
    if own.limit == other.limit:  # "before X" against itself, "since 1994" against since 1989
        misfit = 0 if lies == "same" else 4 if own.limit is Limit.SINCE else misfit
    return HeldDate(own, other, lies, days, misfit)
