"""One pass over a statement's words → the numbers and dates it prints, by their tokens."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db.records import Bound
from factcheck.bare import number_bounds
from factcheck.bare.number_bounds import REVERSED
from factcheck.bare.number_idioms import DECADES, decade_of_age, of_many
from factcheck.bare.number_roles import FORMER, WHOLE, former
from factcheck.bare.number_shares import STARTS, and_half, bare_share, share
from factcheck.bare.number_tables import (
    CURRENCY,
    CURRENCY_WORDS,
    DASHES,
    FAHRENHEIT_SIZE,
    FREEZING,
    LABELS,
    OTHER_WORDS,
    RANKS,
    SCALES,
    SYMBOLS,
    VAGUE,
    number,
    number_words,
    unit_of,
)
from factcheck.bare.printed_dates import MONTHS, PrintedDate, century, dated, month_name, year_form

PIECE: Final = re.compile(  # words first, as most are
    r"(\s*)([^\W\d_]++(?:['’.-](?=[^\W\d_])[^\W\d_]++)*+|"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]*\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|"
    r"\d+,\d{1,2}(?!\d)|\d+(?:\.\d+)*|"
    r"[$€£¥₹%#+~/–—−\ufffd-]|[.,;:()])"
)
LONGEST_CODE: Final = 8  # letters before a number that make one name with it


class Found:
    """A number at tokens `low` to `high`, with what was read of it."""

    __slots__ = ("bound", "high", "low", "other", "raw", "role", "shown", "sort", "step", "value")

    def __init__(
        self,
        low: int,
        high: int,
        value: float,
        sort: str,
        bound: Bound,
        raw: float,
        step: float = 1.0,
        other: float | None = None,
        shown: int = 0,  # the token after its unit, where one is told
        role: str = "",  # WHOLE of a share, FORMER figure of a change, else the figure told
    ) -> None:
        self.low = low
        self.high = high
        self.value = value
        self.sort = sort
        self.bound = bound
        self.raw = raw
        self.step = step
        self.other = other
        self.shown = shown
        self.role = role


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words that a number or date may begin with."""
    return frozenset().union(STARTS, MONTHS, number_words(), OTHER_WORDS, RANKS, DECADES, VAGUE)


class Scanner:
    """One pass over a statement's words: fills `numbers` and `dates`."""

    def __init__(self, text: str) -> None:
        pieces = PIECE.findall(text)
        self.gaps: list[str] = [gap for gap, _ in pieces]
        self.tokens: list[str] = [token for _, token in pieces]
        self.low: list[str] = [token.lower() for token in self.tokens]
        self.size: int = len(pieces)
        self.numbers: list[Found] = []
        self.dates: list[PrintedDate] = []
        self.date_places: list[tuple[int, int]] = []  # the tokens of each date

    def word(self, at: int) -> str:
        """The token at a place, "" outside."""
        return self.low[at] if 0 <= at < self.size else ""

    def text(self, low: int, high: int) -> str:
        """The tokens of a stretch as they were written."""
        low -= self.word(low - 1) in SYMBOLS
        written = zip(self.gaps[low:high], self.tokens[low:high], strict=True)
        return "".join(gap + token for gap, token in written).strip()

    def scan(self) -> None:
        """Reads all words once."""
        words, telling = number_words(), _telling()
        at = 0
        while at < self.size:
            low = self.low[at]
            if low not in telling and not low[0].isdecimal() and "-" not in low:
                at += 1
                continue
            shared = self._share(at) if low in STARTS or "-" in low else None
            if shared is not None:
                at = shared
            elif low[0].isdecimal():
                at = self._aged(at) or self._code(at) or self._clock(at) or self._digits(at)
            elif low in MONTHS and month_name(self.tokens, at):
                at = self._date(at)
            elif low in words or low in OTHER_WORDS:
                at = self._worded(at)
            elif low in RANKS:
                at = self._ranked(at)
            elif low in DECADES:
                at = self._aged(at) or at + 1
            elif low in VAGUE:
                at = self._vague(at)
            elif "-" in low:
                at = self._hyphened(at)
            else:
                at += 1

    # --- names and times that hold a number -----------------------------------------------------

    def _code(self, at: int) -> int | None:
        """ "COVID-19", "A330", "PS4": a number that is part of a name."""
        if not at or self.gaps[at]:
            return None
        before = self.low[at - 1]
        if before[-1].isalpha() and len(before) <= LONGEST_CODE and before not in CURRENCY:
            return at + 1
        named = before in DASHES and at > 1 and not self.gaps[at - 1]
        return at + 1 if named and self.low[at - 2][0].isalpha() else None

    def _aged(self, at: int) -> int | None:
        """ "in her 50s" is a range of years."""
        told = decade_of_age(self.low, at)
        if told is None:
            return None
        self._add(at, told[2], told[0], "age", Bound.RANGE)
        self.numbers[-1].other = told[1]
        return told[2]

    def _clock(self, at: int) -> int | None:
        """ "18:00" is a time of day, in minutes."""
        parts = self.low[at : at + 3]
        if len(parts) < 3 or parts[1] != ":" or len(parts[2]) != 2:
            return None
        if self.gaps[at + 1] or self.gaps[at + 2]:
            return None
        if not (parts[0].isdecimal() and parts[2].isdecimal()):
            return None
        minutes = float(parts[0]) * 60 + float(parts[2])
        self._add(at, at + 3, minutes, "clock", Bound.EXACT)
        return at + 3

    def _date(self, at: int) -> int:
        found = dated(self.low, at)
        if found is None:
            return self._number(at, at + 1, self.low[at])
        date, after = found
        return self._add_date(date, at, after)

    # --- numbers in digits and words ------------------------------------------------------------

    def _digits(self, at: int) -> int:
        text = self.low[at]
        follow = self.word(at + 1)
        glued = at + 1 < self.size and self.gaps[at + 1] == ""
        if follow in ("st", "nd", "rd", "th") and glued:
            return self._suffixed(at, float(text.replace(",", "")))
        if follow in MONTHS and len(text) <= 2 and month_name(self.tokens, at + 1):
            return self._date(at)
        if text.isdecimal() and len(text) == 4:
            form = year_form(self.low, at, glued)
            if form is not None:
                return self._add_date(form[0], at, form[1])
        return self._number(at, at + 1, text)

    def _suffixed(self, at: int, rank: float) -> int:
        """ "17th century", "10th of March", "his 200th goal"."""
        follow = self.word(at + 2)
        if follow in ("century", "centuries"):
            return self._add_date(century(self.low, at, rank), at, at + 3)
        if follow in MONTHS or (follow == "of" and self.word(at + 3) in MONTHS):
            return self._date(at)
        told = number_bounds.bound(self.low, at, at + 2)
        self._add(at, at + 2, rank, "rank", REVERSED.get(told, told))
        return at + 2

    def _worded(self, at: int) -> int:
        words = number_words()
        low, after = self.low[at], at + 1
        if low == "half":
            return self._half(at)
        if low in OTHER_WORDS:
            if low == "no" and self._no_name(at):
                return after
            if low == "no" and self.word(after) == "one":
                after += 1
            return self._valued(at, after, OTHER_WORDS[low], 1.0)
        if of_many(self.low, at) and self.low[at + 3] not in words:
            return after
        value = words[low]
        if value >= 20 and self.word(after) in DASHES and self.word(after + 1) in words:
            value, after = value + words[self.word(after + 1)], after + 2
        elif value >= 20 and words.get(self.word(after), 10.0) < 10:
            value, after = value + words[self.word(after)], after + 1
        return self._valued(at, after, value, 1.0)

    def _share(self, at: int) -> int | None:
        """ "a third of the 90" is 30, of a whole of 90."""
        told = share(self.low, at)
        if told is None:
            return self._bare_share(at) or self._one_and_half(at)
        parsed = number(self.low[told[1]]) if told is not None else None
        if parsed is None:
            return None
        fraction, place = told
        before = len(self.numbers)
        after = self._valued(at, place + 1, fraction * parsed[0], 1.0)
        if len(self.numbers) == before + 1:
            found = self.numbers[-1]
            if found.bound is Bound.EXACT and found.value != round(found.value):
                found.bound = Bound.ABOUT
            self._add(place, after, found.value / fraction, "whole", Bound.EXACT)
            self.numbers[-1].role = WHOLE
        return after

    def _bare_share(self, at: int) -> int | None:
        """ "a third of voters" is some 33 percent."""
        told = bare_share(self.low, at)
        if told is None:
            return None
        points = self._points(told[1] + 2)
        if points and self.low[told[1] : told[1] + 2] == ["of", "a"]:
            self._add(at, points, told[0] / 100.0, "points", Bound.EXACT)
            return points
        hedge = number_bounds.bound(self.low, at, told[1])
        bound = Bound.ABOUT if hedge is Bound.EXACT else hedge
        self._add(at, told[1], told[0], "percent", bound)
        return told[1]

    def _one_and_half(self, at: int) -> int | None:
        """ "a year and a half"."""
        if self.low[at] not in ("a", "one") or not and_half(self.low, at + 2):
            return None
        unit = unit_of((self.word(at + 1),))
        if unit is None:
            return None
        hedge = number_bounds.bound(self.low, at, at + 5)
        self._add(at, at + 5, 1.5 * unit[1], unit[0], hedge)
        self.numbers[-1].raw = 1.5
        return at + 5

    def _half(self, at: int) -> int:
        """ "half a million", "half a point"; half of anything else is no number of its own."""
        if self.word(at + 1) == "a" and self._points(at + 2):
            return self._valued(at, at + 2, 0.5, 0.1)
        place = at + 1 + (self.word(at + 1) == "a")
        if self.word(place) not in SCALES:
            return at + 1
        return self._valued(at, place, 0.5, 0.1)

    def _no_name(self, at: int) -> bool:
        """Whether "no" is part of a name, a rank or another number: No Way Out, No. 5."""
        follow = self.tokens[at + 1] if at + 1 < self.size else "."
        if not follow[0].isalpha() or follow.lower() in ("longer", "more", "less", "fewer"):
            return True
        return self.tokens[at] == "No" and follow[0].isupper()

    def _hyphened(self, at: int) -> int:
        """ "twenty-six", "two-day", "mid-March"."""
        words = number_words()
        first, _, rest = self.low[at].partition("-")
        if first in words:
            second = rest.partition("-")[0]
            if words[first] >= 20 and words.get(second, 10.0) < 10:
                return self._valued(at, at + 1, words[first] + words[second], 1.0)
            self._add(at, at + 1, words[first], "count", Bound.EXACT)
            unit = unit_of((second,))
            if unit is not None:
                found = self.numbers[-1]
                found.sort, found.value = unit[0], words[first] * unit[1]
            return at + 1
        last = rest.rpartition("-")[2]
        if last in MONTHS:
            self.low[at] = last
            return self._date(at)
        return at + 1

    def _ranked(self, at: int) -> int:
        """ "second" as a rank, but not "per second"; "third of men" opens a headline."""
        if not at and self.word(1) == "of" and self.low[at] not in ("first", "second"):
            self._add(at, at + 1, 100.0 / RANKS[self.low[at]], "percent", Bound.ABOUT)
            return at + 1
        if self.low[at] == "second" and self.word(at - 1) in ("per", "a"):
            return at + 1
        self._add(at, at + 1, RANKS[self.low[at]], "rank", Bound.EXACT)
        return at + 1

    def _vague(self, at: int) -> int:
        """ "dozens of people", "hundreds of thousands"; "the test scores" are none."""
        least, most = VAGUE[self.low[at]]
        after = at + 1
        if self.word(after) == "of" and self.word(after + 1) in VAGUE:
            times = VAGUE[self.low[after + 1]][0] / 2
            least, most, after = least * times, most * times, after + 2
        elif self.low[at] in ("scores", "tens") and self.word(after) != "of":
            return after
        self._add(at, after, least, "count", Bound.RANGE)
        self.numbers[-1].other = most
        return after

    def _number(self, at: int, after: int, text: str) -> int:
        parsed = number(text)
        if parsed is None:
            return after
        if self.word(after) in ("am", "pm"):
            self._add(at, after + 1, parsed[0] * 60, "clock", Bound.EXACT)
            return after + 1
        return self._valued(at, after, *parsed)

    # --- what stands beside a number ------------------------------------------------------------

    def _valued(self, at: int, after: int, value: float, step: float) -> int:
        """A number with its scale word, currency or unit; the token after it all."""
        if and_half(self.low, after):
            value, after, step = value + 0.5, after + 3, min(step, 0.1)
        found = Found(at, after, value, "count", Bound.EXACT, value, step)
        while self.word(found.high) in SCALES and self._is_scale(found.high):
            scale = SCALES[self.low[found.high]]
            finest = min(found.step, 1.0) if found.high == after else found.step
            found.value, found.step, found.high = (
                found.value * scale,
                finest * scale,
                found.high + 1,
            )
        self._measure(found)
        joined = self._joined(found)
        if joined is not None:
            return joined
        told = number_bounds.bound(self.low, at, found.high)
        found.bound = REVERSED.get(told, told) if found.sort in ("rank", "label") else told
        if former(self.low, at, found.high):
            found.role = FORMER
        if not self._ends_range(found):
            self.numbers.append(found)
        return found.high

    def _ends_range(self, found: Found) -> bool:
        """ "between 10 and 12", "10 to 12": the number before becomes the range's lower end."""
        if not self.numbers or found.bound is not Bound.EXACT:
            return False
        first, word = self.numbers[-1], self.word(found.low - 1)
        if first.high + 1 < found.low - 1 or first.high > found.low - 1:
            return False
        between = self.low[first.high : found.low - 1]
        if between and first.sort == "count" and between[0] != self.word(found.high):
            return False  # "64 aircraft to 112 cities"
        before = self.word(first.low - 1)
        ranged = (word == "and" and before == "between") or (word == "to" and before != "from")
        bare = first.sort == "count" and first.raw == first.value  # "10 to 12 million people"
        if not ranged or not (first.sort == found.sort or bare) or found.raw <= first.raw:
            return False
        if first.sort != found.sort or first.raw == first.value:
            first.value *= found.value / found.raw
        first.sort, first.bound, first.other = found.sort, Bound.RANGE, found.value
        first.high = found.high
        return True

    def _is_scale(self, at: int) -> bool:
        """Whether a letter is a scale: "5m", but not "5 m"."""
        return len(self.low[at]) > 1 or self.gaps[at] == ""

    def _measure(self, found: Found) -> None:
        """What the number is measured in: sets its sort, and its value in the base unit."""
        after = found.high
        follow = self.word(after)
        currency = CURRENCY.get(self.word(found.low - 1)) or CURRENCY_WORDS.get(follow)
        if currency:
            found.sort = f"money {currency}"
        elif points := self._points(after):
            found.sort, found.high = "points", points
        elif follow in ("%", "percent"):
            found.sort, found.high = "percent", after + 1
        elif follow == "per" and self.word(after + 1) == "cent":
            found.sort, found.high = "percent", after + 2
        elif follow == "/" and self.word(after + 1) in ("5", "10", "100"):
            self._rated(found, after + 1)
        elif follow == "out" and self.word(after + 1) == "of":
            of = after + 2 + (self.word(after + 2) == "a") * 2
            if self.word(of) in ("5", "10", "100"):
                self._rated(found, of)
        elif self._is_whole(found.low):
            found.sort = "whole"
        elif self.word(found.low - 1) in LABELS:
            found.sort = "label"
        elif self.word(found.low - 1) == "#":
            found.sort = "rank"
        elif self._age(found.low, after):
            found.sort = "age"
        else:
            self._in_unit(found)

    def _points(self, at: int) -> int:
        """The token after "percentage points", "percent points" or "a point" of a share; 0 where
        there is none: points of a share are no percent."""
        if self.word(at) in ("percentage", "percent", "%"):
            return at + 2 if self.word(at + 1) in ("point", "points") else 0
        if self.word(at) == "per" and self.word(at + 1) == "cent":
            return at + 3 if self.word(at + 2) in ("point", "points") else 0
        return 0

    def _rated(self, found: Found, scale: int) -> None:
        """ "3.5/10", "3.5 out of 10": a rating in hundredths."""
        found.value *= 100.0 / float(self.low[scale])
        found.sort, found.high = "rating", scale + 1

    def _in_unit(self, found: Found) -> None:
        place = found.high + (self.word(found.high) != "" and self.word(found.high) in DASHES)
        words = tuple(word.partition("-")[0] for word in self.low[place : place + 4])
        unit = unit_of(words)
        if unit is None:
            return
        dimension, size, length = unit
        found.shown = place + length
        if dimension == "fahrenheit":
            found.sort, found.value = "temperature", (found.value - FREEZING) * FAHRENHEIT_SIZE
        else:
            found.sort, found.value = dimension, found.value * size
        found.step *= size

    def _is_whole(self, at: int) -> bool:
        """ "26 out of 28 provinces", "14 of the 16 states": what the number before is a part of."""
        place = at - 1 - (self.word(at - 1) == "the")
        if self.word(place) != "of":
            return False
        place -= 1 + (self.word(place - 1) == "out")
        return bool(self.numbers) and self.numbers[-1].high == place + 1

    def _age(self, at: int, after: int) -> bool:
        """ "aged 22", "22-year-old", "22 years old"."""
        if self.word(at - 1) == "aged":
            return True
        place = after + (self.word(after) in DASHES and self.word(after) != "")
        word = self.word(place)
        return word.startswith("year") and (word.endswith("-old") or self.word(place + 1) == "old")

    def _joined(self, found: Found) -> int | None:
        """ "16–6", "7-4-1", "40-50 people": numbers with a dash between."""
        parts, place = [found.value], found.high
        while (
            place + 1 < self.size
            and self.low[place] in DASHES
            and self.low[place + 1][0].isdecimal()
            and self.gaps[place + 1] == self.gaps[place] == ""
        ):
            parsed = number(self.low[place + 1])
            if parsed is None:
                break
            parts.append(parsed[0])
            place += 2
        if len(parts) == 1:
            return None
        if self.word(place) in ("st", "nd", "rd", "th"):
            place += 1
        for index, part in enumerate(parts):
            self._add(found.low, place, part, "score", Bound.EXACT)
            self.numbers[-1].other = parts[1 - min(index, 1)]
        return place

    def _add(self, low: int, high: int, value: float, sort: str, bound: Bound) -> None:
        self.numbers.append(Found(low, high, value, sort, bound, value))

    def _add_date(self, date: PrintedDate, low: int, high: int) -> int:
        self.dates.append(date)
        self.date_places.append((low, high))
        return high
