"""A claim's measure in the standard unit of its kind, so that miles and kilometres compare."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claims_db.kinds import kinds
from claims_db.records import Claim, Value
from factcheck.judging import figures, intervals
from factcheck.judging.wording import numbers
from factcheck.text.lexicon import Unit, lexicon

SAME = 1e-6  # relative difference of one number written twice
ROUNDED = 0.02  # relative difference of a measure and its rounded conversion
FAHRENHEIT, CELSIUS = "degree Fahrenheit", "degree Celsius"


@lru_cache(maxsize=1)
def _units() -> dict[str, Unit]:
    """Units of measure by name."""
    return {unit.name: unit for entries in lexicon().units.values() for _, unit in entries}


def standard(claim: Claim) -> Claim:
    """The claim with its value in its kind's unit; itself where there is nothing to convert."""
    wanted = kinds()[claim.kind].unit
    if claim.unit is None or claim.unit == wanted:
        return claim
    own, target = _units().get(claim.unit), _units().get(wanted)
    if own is None or target is None or own.dimension != target.dimension:
        return claim
    value = claim.value
    changed = claim.change is not None
    converted = Value(
        _converted(value.low, own, target, changed=changed),
        _converted(value.high, own, target, changed=changed),
        _converted(value.stated, own, target, changed=changed),
        value.bound,
        value.text,
    )
    return replace(claim, value=converted, unit=wanted)


def alike(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Both in the standard unit of their kind, where they are told in two that convert."""
    if a.unit == b.unit:
        return a, b
    first, second = standard(a), standard(b)
    return (first, second) if first.unit == second.unit else (a, b)


def same_amount(a: Claim, b: Claim) -> bool:
    """Whether two figures are one number, or measures in two units that come to the same: 115 mph
    and 185 km/h."""
    first, second = alike(a, b)
    if first.unit == a.unit and second.unit == b.unit:
        return intervals.same_number(a.value, b.value)
    own, other = figures.representative(first.value), figures.representative(second.value)
    if own is None or other is None:
        return False
    return abs(own - other) <= ROUNDED * max(abs(own), abs(other))


def _converted(number: float | None, own: Unit, target: Unit, *, changed: bool) -> float | None:
    """A rise of 9 degrees Fahrenheit is one of 5 Celsius: only a reading has another zero."""
    if number is None:
        return None
    if (own.name, target.name) == (FAHRENHEIT, CELSIUS) and not changed:
        return (number - 32.0) * own.size
    return number * own.size / target.size


def is_converted(claim: Claim) -> bool:
    """Whether the figure is no longer the number that its words print: "465 miles" as 748 km."""
    printed, stated = numbers(claim.value.text), claim.value.stated
    if stated is None or not printed or not kinds()[claim.kind].dimension:
        return False
    if any(word in claim.value.text.lower() for word in lexicon().scales):
        return False
    return all(abs(number - stated) > SAME * max(1.0, abs(stated)) for number in printed)
