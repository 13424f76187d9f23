"""Slips of the pen that turn one figure into another, as hints for an editor.

`of_figure` looks at one figure beside the one on record; `of_others` beside other figures of
the record or the article (another kind's, a part's, a day's).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from claims_db.kinds import ancestors, kinds
from claims_db.records import Bound, Claim
from factcheck.judging import intervals, wording
from factcheck.judging.pairs import counted
from factcheck.results import Hint

SWAPPED = "swapped digits"
LOST = "a digit lost"
DOUBLED = "a digit doubled"
FACTORS = {10.0: "×10", 100.0: "×100", 1000.0: "×1000"}
ANOTHER_KIND = "another kind's figure"
PART = "part for total"
DAY = "day for total"
POINTS = "percent for points"
SCALE = "million for billion"

_APART = 9.0  # a slip of the power of ten makes a figure at least so many times another
SMALLEST = 10.0  # below, any two figures look like a slip of each other
_FEWEST = 2  # digits, for the same reason
_DECIMALS = 2  # more are a matter of units


@lru_cache(maxsize=65536)
def digit_slip(figure: float, right: float) -> str | None:
    """The slip that makes `figure` of `right`, if there is one: 21 of 12, 1,200 of 12."""
    if figure <= 0 or right <= 0 or intervals.close(figure, right):
        return None
    if figure > _APART * right or right > _APART * figure:
        for factor, name in FACTORS.items():
            if intervals.close(figure, right * factor):
                return name
            if intervals.close(figure * factor, right):
                return f"÷{name[1:]}"
    written, meant = _digits(figure, right)
    if max(len(written), len(meant)) < _FEWEST:
        return None
    if sorted(written) == sorted(meant) and _swapped(written, meant):
        return SWAPPED
    if len(written) + 1 == len(meant) and len(meant) > 2 and written in _shortened(meant):
        return LOST
    if len(written) == len(meant) + 1 and len(written) > 2 and written in _doubled(meant):
        return DOUBLED
    return None


def _digits(figure: float, right: float) -> tuple[str, str]:
    """Both figures' digits, without the decimal point; empty for figures that have unlike numbers
    of decimals, or more than anyone prints."""
    for decimals in range(_DECIMALS + 1):
        a, b = figure * 10**decimals, right * 10**decimals
        whole = intervals.close(a, round(a)), intervals.close(b, round(b))
        if all(whole):
            return f"{round(a)}", f"{round(b)}"
        if any(whole):
            break
    return "", ""


def ways(name: str, right: float) -> int:
    """How many figures such a slip may make of the right one: of 128 any digit may be doubled."""
    digits, _ = _digits(right, right)
    if name == SWAPPED:
        apart = [index for index, (a, b) in enumerate(pairwise(digits)) if a != b]
        return max(sum(index > 0 or digits[1] != "0" for index in apart), 1)
    if name in (DOUBLED, LOST):
        return max(len(_doubled(digits) if name == DOUBLED else _shortened(digits)), 1)
    return 1


def _swapped(a: str, b: str) -> bool:
    """Two neighbouring digits changed places."""
    apart = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def _shortened(digits: str) -> set[str]:
    return {digits[:index] + digits[index + 1 :] for index in range(len(digits))}


def _doubled(digits: str) -> set[str]:
    return {digits[: index + 1] + digits[index:] for index in range(len(digits))}


def of_figure(claim: Claim, right: Claim) -> Hint | None:
    """The slip that would explain the claim's figure, were the other right."""
    figure, meant = claim.value.stated, right.value.stated
    if figure is None or meant is None:
        return None
    name = digit_slip(figure, meant)
    if name and kinds()[claim.kind].unit == "money" and name in ("×1000", "÷1000"):
        name = SCALE
    return Hint(name, meant) if name else None


def is_of_digits(hint: Hint) -> bool:
    """Whether it is a slip of the pen, not a figure of another count."""
    return hint.slip not in (ANOTHER_KIND, PART, DAY)


def is_of_another_kind(hint: Hint) -> bool:
    """Whether it is the figure of another kind, and large enough to be no chance."""
    return hint.slip == ANOTHER_KIND and hint.figure >= SMALLEST


def of_others(claim: Claim, others: Iterable[Claim]) -> list[Hint]:
    """Slips that take a figure of another count for the claim's, each figure once."""
    found: dict[str, Hint] = {}
    figure = claim.value.stated
    for other in others:
        number = other.value.stated
        if figure is None or number is None or not intervals.close(figure, number):
            continue
        if other.value.bound is Bound.ABOUT and number < SMALLEST * intervals.digit_unit(number):
            continue  # "about twenty are missing": any two counts have that in common
        name = _mistaken(claim, other)
        if name:
            found.setdefault(name, Hint(name, number))
    return list(found.values())


def is_part_for_total(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the claim gives for all a figure that is told of a part."""
    return any(hint.slip == PART for hint in of_others(claim, others))


def _mistaken(claim: Claim, other: Claim) -> str | None:
    """What of the other count was taken for the claim's."""
    if {claim.kind, other.kind} == {"percent", "points"}:
        return POINTS
    if claim.kind != other.kind:
        unlike = kinds()[claim.kind].unit != kinds()[other.kind].unit
        nested = claim.kind in ancestors(other.kind) or other.kind in ancestors(claim.kind)
        return None if unlike or nested else ANOTHER_KIND
    if (claim.per, claim.change) != (other.per, other.change):
        return DAY
    if counted(claim) < counted(other) and _is_part(other):
        return PART
    return PART if _is_bare_part(claim, other) else None


def _is_bare_part(claim: Claim, other: Claim) -> bool:
    """Whether the other count was told as a part by how badly people were hurt, and the claim's
    sentence leaves that out: "83 were hurt" of "400 hurt, 83 of them seriously"."""
    if other.part_of is None or claim.part_of is not None or counted(claim) != counted(other):
        return False
    if min(claim.value.stated or 0.0, other.value.stated or 0.0) < SMALLEST:
        return False
    return wording.tells_gravity(other.sentence) and not wording.tells_gravity(claim.sentence)


def _is_part(other: Claim) -> bool:
    """Whether the other count is surely of fewer: of a group of people, or told as a part. Things
    are named more or less closely: all 66 missiles may be ballistic and cruise missiles."""
    return kinds()[other.kind].of_people or other.part_of is not None
