"""Changes of a written figure: slips of the pen, words for digits, another place or month."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from claims_db import gazetteer, moments
from claims_db.records import Bound, Place, Value, Window

Slip = Callable[[float, float], float | None]
"""The figure and a drawn number in [0, 1) → the slip of it; None where it can't be made."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALE = re.compile(r"\b(thousand|million|billion)\b")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_MOVED_DAYS = 180
# Towns far from each other; the first that isn't in the figure's country is taken.
_ELSEWHERE = (("Lima", "PE"), ("Nairobi", "KE"))


def times(factor: float) -> Slip:
    """So many times the figure."""
    return lambda number, _: number * factor


def tenth(number: float, _: float) -> float | None:
    """A tenth, where that is still a whole number, or where the figure is none."""
    return number / 10 if number % 10 == 0 or number != int(number) else None


def swapped(number: float, drawn: float) -> float | None:
    """Two neighbouring digits of a whole number changed about."""
    digits = _digits(number)
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    places = [i for i in places if i or digits[1] != "0"]
    if not places:
        return None
    at = places[int(drawn * len(places))]
    return float(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def lost(number: float, drawn: float) -> float | None:
    """One digit of three or more left out."""
    digits = _digits(number)
    if len(digits) < 3:
        return None
    at = int(drawn * len(digits))
    rest = digits[:at] + digits[at + 1 :]
    return None if rest[0] == "0" else float(rest)


def doubled(number: float, drawn: float) -> float | None:
    """One digit of two or more written twice."""
    digits = _digits(number)
    if len(digits) < 2:
        return None
    at = int(drawn * len(digits))
    return float(digits[: at + 1] + digits[at:])


def _digits(number: float) -> str:
    return f"{number:.0f}" if number == int(number) and number >= 10 else ""


SLIPS: tuple[tuple[str, Slip], ...] = (
    ("×10", times(10)),
    ("÷10", tenth),
    ("×1000", times(1000)),
    ("digits swapped", swapped),
    ("digit lost", lost),
    ("digit doubled", doubled),
)


def in_words(number: float) -> str | None:
    """A whole number below a hundred as written out; None for others."""
    if number != int(number) or not 0 <= number < 100:
        return None
    whole = int(number)
    if whole < 20:
        return _ONES[whole]
    tens = _TENS[whole // 10 - 2]
    return tens if whole % 10 == 0 else f"{tens}-{_ONES[whole % 10]}"


def moved(value: Value, number: float) -> Value:
    """The value with its number changed, its bound kept."""
    assert value.stated is not None
    ratio = number / value.stated
    exact = value.bound is Bound.EXACT
    return replace(
        value,
        stated=number,
        low=number if exact else _scaled(value.low, ratio),
        high=number if exact else _scaled(value.high, ratio),
        text=printed(value.text, number),
    )


def _scaled(end: float | None, ratio: float) -> float | None:
    return None if end is None else end * ratio


def with_bound(value: Value, bound: Bound) -> Value:
    """The value as an exact figure, or with its bound turned about."""
    text = re.sub(r"^\D+", "", value.text)
    if bound is Bound.EXACT:
        return replace(value, bound=bound, low=value.stated, high=value.stated, text=text)
    return replace(value, bound=bound, low=0.0, high=value.stated, text=f"at most {text}")


def printed(text: str, number: float) -> str:
    """The text of a figure with another number, in the same scale: "$5.5 billion", 55e9 →
    "$55 billion"."""
    scale = _SCALE.search(text)
    unit = _SCALES[scale[1]] if scale else 1.0
    digits = f"{number / unit:,.10g}" if abs(number / unit) < 1e10 else f"{number / unit:,.0f}"
    found = re.search(r"\d[\d.,]*\d|\d", text)
    if found:
        return text[: found.start()] + digits + text[found.end() :]
    return digits + (f" {scale[1]}" if scale else "")


def another_place(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """A town in another country."""
    country = places[0].country
    name, code = next(one for one in _ELSEWHERE if one[1] != country)
    entry = gazetteer.resolve(name, countries=(code,))
    return (Place(name, entry.id if entry else None, code),)


def another_month(when: Window, published: str) -> tuple[Window, str | None]:
    """The window and the day of publication half a year later."""
    later = timedelta(days=_MOVED_DAYS)
    start, end = (moments.parse(day).day + later for day in (when.start, when.end))
    told = moments.parse_or_none(published)
    return (
        replace(when, start=start.isoformat(), end=end.isoformat(), text=None),
        (told.day + later).isoformat() if told else None,
    )
