"""The upper end of a range: 10 to 12, 10-12 million, between 10 and 12, $1.5 to $2 billion."""

from __future__ import annotations

from typing import Final

from factcheck.quantity import units
from factcheck.quantity.changes import DOWN, MEASURED_DOWN, MEASURED_UP, UP
from factcheck.quantity.digits import Number, parse_digits
from factcheck.quantity.numbers import number_at
from factcheck.text.lexicon import Unit, lexicon
from factcheck.text.marks import DASHES, HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

_LINKS: Final = words("ranges.links")
_BEFORE_UPPER: Final = words("ranges.before_upper")
_BEFORE_LOWER: Final = words("ranges.before_lower")
_MOVING: Final = words("ranges.moving")
_SPANNING: Final = words("ranges.spanning")
_CHANGING: Final = frozenset({"up", "down", "off"})
_MOVE_REACH: Final = 8
_TIED: Final = frozenset({"to", "or"})
_OTHER_ENDS: Final = 3  # numbers behind the first of two ranges, and their links
_TWO_REACH: Final = 14
_WIDEST_MOVE: Final = 20  # times, between the values of a move that share a scale word
_WIDEST_GAIN: Final = 3  # "added 10 to 12 jobs" is a range, "added 14 to 2,410" a move
_SIGNS: Final = frozenset("$€£¥₹")
_IN_PERCENT: Final = frozenset({"%", "percent", "cent", "pc", "pct", ","})
_OF_TWO_UNITS: Final = (_IN_PERCENT | {"per"}) - {","}
_HUNDREDTHS: Final = frozenset({"cent", "penny"})
_MONTHS: Final = words("ranked.months")
_SLACK: Final = 3  # words between the link and the upper end
_OPENER_REACH: Final = 4
# "six or seven" is a range, "one or 40" are two numbers.
_OR_BELOW, _OR_WIDEST = 20, 5


class UpperEnd:
    """The range's upper end, its unit where one stands there, the tokens past both, and the
    lower end, which shares a scale word with the upper: "10 to 12 million"."""

    __slots__ = ("amount", "last", "lower", "unit", "unit_last")

    def __init__(
        self, lower: float, amount: float, last: int, unit: Unit | None, unit_last: int
    ) -> None:
        self.lower = lower
        self.amount = amount
        self.last = last
        self.unit = unit
        self.unit_last = unit_last


def upper(tokens: Tokens, number: Number, j: int, unit: Unit | None) -> UpperEnd | None:
    """The upper end of the range that `number`, with its unit, opens if a link stands at `j`."""
    tied = _tied(tokens, j)
    if number.is_vague or not (tied or _linked(tokens, number, j) or _of_two(tokens, j)):
        return None
    k = j + (tied or 1)
    limit = min(len(tokens), k + _SLACK)
    while k < limit and tokens.words[k] in _BEFORE_UPPER:
        k += 1
    if k >= len(tokens) or tokens.words[k] in ("a", "an"):
        return None
    if unit is not None and unit.dimension != "money" and tokens.words[k - 1] in _SIGNS:
        return None  # "up 9 per cent to $84"
    if unit is not None and unit.name in _HUNDREDTHS and tokens.words[k - 1] in _SIGNS:
        return None  # "added 5 cents to $5.67"
    by = tokens.words[j] == "to" and _opener(tokens.words, number.first) == "by"
    end = number_at(tokens, k, money=unit is not None and unit.dimension == "money")
    if end is None or end.is_vague or end.fraction != number.fraction:
        return None
    if tokens.words[k][0] == "0" and tokens.words[k].isdigit() and len(tokens.words[k]) > 1:
        return None  # "case 24-00871"
    if end.last < len(tokens) and tokens.words[end.last] in _MONTHS and tokens.capital(end.last):
        return None  # "the six months to 30 June"
    low, high = _lower(tokens, number, end), end.amount
    if not low < high:
        return None
    if tokens.words[j] == "to" and high > _WIDEST_GAIN * low and _gains(tokens.words, number.first):
        return None  # "gold added $14 to $2,410", "slipped 0.7% or 49.63 to 6,728"
    if tokens.words[j] == "or" and high - low > _OR_WIDEST * max(1.0, low / (number.amount or 1)):
        return None
    measure = units.after(tokens, end)
    if by and (unit is not None or measure is None):
        return None  # "by 5% to 47%", but "by 5 to 10%"
    if measure is None:
        if unit is not None and unit.dimension == "percent":
            return None  # "gained 1.2 percent to 8,412"
        return UpperEnd(low, high, end.last, None, end.last)
    if unit is not None and measure.unit.dimension != unit.dimension:
        return None
    return UpperEnd(low, high, end.last, measure.unit, measure.last)


def _gains(words: list[str], i: int) -> bool:
    """Whether a number at token `i` hangs on a verb that tells by how much something moved."""
    while i > 0 and words[i - 1] in _BEFORE_LOWER:
        i -= 1
    if i > 1 and words[i - 1] == "or" and words[i - 2] in _IN_PERCENT:
        return True
    return i > 0 and (words[i - 1] in MEASURED_UP or words[i - 1] in MEASURED_DOWN)


def _tied(tokens: Tokens, j: int) -> int:
    """The tokens of a link with hyphens at `j`, else 0: 18-to-34-year-olds, two- to three-year."""
    words = tokens.words
    if j + 2 >= len(words) or words[j] not in HYPHENS or not tokens.glued(j):
        return 0
    if words[j + 1] not in _TIED:
        return 0
    if words[j + 2] in HYPHENS and tokens.glued(j + 2):
        return 3
    return 2 if not tokens.glued(j + 1) else 0


def _linked(tokens: Tokens, number: Number, j: int) -> bool:
    """Whether the word at `j` joins the number to an upper end."""
    if j + 1 >= len(tokens):
        return False
    link = tokens.words[j]
    if link in DASHES:
        return tokens.glued(j) or link in "–—"
    if link not in _LINKS:
        return False
    if link == "or":
        return number.amount < _OR_BELOW
    opener = _opener(tokens.words, number.first)
    return opener == "between" if link == "and" else opener not in ("from", "change")


def _of_two(tokens: Tokens, j: int) -> bool:
    """Whether the link "to" at `j` joins the ends of the first of two ranges, behind "from": "from
    5 to 7 per cent to 3 to 5 per cent"."""
    words, numbers, reached = tokens.words, 0, min(len(tokens), j + _TWO_REACH)
    if words[j : j + 1] != ["to"]:
        return False
    k = j + 1
    while k < reached and (words[k] == "to" or words[k] in DASHES or _told_with(words[k])):
        numbers += words[k][0].isdigit()
        k += 1
    return numbers == _OTHER_ENDS and words[j:k].count("to") + _dashes(words[j:k]) == _OTHER_ENDS


def _told_with(word: str) -> bool:
    """Whether a word may stand in a list of figures: a number, its sign, scale or unit."""
    lex = lexicon()
    return word[0].isdigit() or word in _SIGNS or word in lex.scales or word in _OF_TWO_UNITS


def _dashes(words: list[str]) -> int:
    return sum(word in DASHES for word in words)


def _lower(tokens: Tokens, number: Number, end: Number) -> float:
    """The lower end, with the scale word of the upper where that makes it one."""
    # What stands before the scale word: 12 of "12 million", not 1.2 of ten million.
    scale = lexicon().scales.get(tokens.words[end.last - 1])
    if not (end.scaled or scale) or number.scaled or number.amount >= end.amount:
        return number.amount
    written = parse_digits(tokens.words[end.first]) if end.digits else None
    mantissa = written or (end.amount / scale if scale else 0.0)
    return number.amount * (end.amount / mantissa) if mantissa >= number.amount else number.amount


def shared_scale(tokens: Tokens, low: float, low_last: int, end: int, amount: float) -> float:
    """What a bare number that ends at `low_last` is times, as the other value of its move, `amount`
    with its scale word before token `end`, has one that it lacks: "from 1.2 to 3 billion" (1 if it
    has its own, or is too far off: "from 900 to 1.2 million")."""
    lex, word = lexicon(), tokens.words[end - 1]
    scale = lex.scales.get(word) or lex.suffixes.get(word)
    own = tokens.words[low_last - 1]
    if not scale or own in lex.scales or own in lex.suffixes or low <= 0:
        return 1.0
    ratio = amount / scale / low
    if ratio < 1 and DOWN.isdisjoint(tokens.words[max(0, low_last - _MOVE_REACH) : low_last]):
        return 1.0  # "deaths rose from 12 to 2 million"
    return float(scale) if 1 / _WIDEST_MOVE <= ratio <= _WIDEST_MOVE else 1.0


def _moves(words: list[str], at: int) -> bool:
    """Whether "from" at token `at` opens a move from one value to another: "rose from 5 to 7"; a
    span otherwise: "anything from 5 to 7", "prices run from 5 to 7"."""
    for k in range(at - 1, max(-1, at - 1 - _MOVE_REACH), -1):
        word = words[k]
        if word in _SPANNING:
            return False
        if word in UP or word in DOWN or word in _MOVING:
            return True
        if word in (";", "."):
            return False
    return False


def _opener(words: list[str], i: int) -> str:
    """What opens a pair of numbers: between, from (two values in order), change, or ""."""
    for back in range(i - 1, max(-1, i - 1 - _OPENER_REACH), -1):
        word = words[back]
        if word == "between":
            return "between"
        if word == "from":
            return "from" if _moves(words, back) else "between"
        if word == "by":
            return "by"
        if word in UP or word in DOWN or word in _CHANGING:
            return "change"
        if word not in _BEFORE_LOWER:
            return ""
    return ""
