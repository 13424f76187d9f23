"""A number in digits, and the share it may open: 1,200, 5k, 3 million, 2 1/2, 7.2/10, 1 in 5."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.lexicon import lexicon
from factcheck.text.marks import HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_DECIMAL_COMMA: Final = re.compile(r"^\d+,\d{1,2}$")
_DOTTED_COMMA: Final = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d\d$")  # 1.299,00
_DOTTED: Final = re.compile(r"^\d{1,3}(?:\.\d{3}){2}$")  # 1.250.000; longer ones are addresses
_SEPARATORS: Final = str.maketrans("", "", ", \u00a0\u202f\u2009")
# Letters that scale a sum of money but name something else behind a bare number (5m, 5t).
_OF_THOSE: Final = frozenset({"its", "their", "these", "those", "them", "our", "your", "whom"})
_MONEY_SUFFIXES: Final = frozenset({"m", "b", "t"})
_DENOMINATORS: Final = frozenset({"2", "3", "4", "5", "8", "16", "32", "64"})
_RATINGS: Final = frozenset({"5", "10", "20", "100"})  # 7.2/10, 80/100
_SHORTEST_PLURAL: Final = 3  # letters of a word in -s that is none
_RUN: Final = words("numbers.run")
# Wholes of "one in five", "1 in 1,000".
_SHARES_OF: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000})
# Between a part and its whole: "one in five", "two out of every seven"; with their tokens.
_LINKS: Final = tuple(
    (link.split(), len(link.split()))
    for link in ("in every", "in", "out of every", "out of", "of every")
)
_SLASHES: Final = frozenset({"/", "⁄"})
_LINK_STARTS: Final = frozenset({"in", "out", "of"})
_TIMES: Final = frozenset("x×·*")
_GLYPHS: Final = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
_LONGEST_DIGITS: Final = 40  # characters of one in digits
_RARE: Final = 20  # "one in 34"
_OLDEST_YEAR, _LATEST_YEAR = 1700, 2199  # "one in 1998"
_LARGEST_SHARE: Final = 20  # parts of a whole
_LARGEST: Final = 1e24
_CENTS_TOLD: Final = re.compile(r"\.\d\d$")  # $4.86 3/4
_TO: Final = (["to"], ["-"], ["–"], ["and"], ["or"])
_LETTERS: Final = frozenset({"M", "B"})
_BEFORE_POINT: Final = frozenset("$€£¥₹(~<>+-−–±")  # signs that ".50" may be glued to
_CENTS: Final = 100
_LONGEST_POWER: Final = 2  # digits of an exponent
_DECIMALS: Final = 4  # kept of a product with a scale word: 265.6 billion is no 265600000000.00003


class Number:
    """A number read at tokens [first, last). `low`/`high` are set for vague ones only.
    `scaled`: it carries a scale word, so its digits are rounded; `loose`: it is told loosely, as "a
    couple of hundred" is."""

    __slots__ = (
        "amount",
        "digits",
        "first",
        "fraction",
        "high",
        "is_vague",
        "last",
        "loose",
        "low",
        "scaled",
    )

    def __init__(
        self,
        first: int,
        last: int,
        amount: float,
        low: float | None = None,
        high: float | None = None,
        is_vague: bool = False,
        scaled: bool = False,
        digits: bool = False,
        fraction: bool = False,
    ) -> None:
        self.loose = False
        self.first = first
        self.last = last
        self.amount = amount
        self.low = low
        self.high = high
        self.is_vague = is_vague
        self.scaled = scaled
        self.digits = digits
        self.fraction = fraction


def parse_digits(text: str) -> float | None:
    """12, 1,200, 5,00,000, 1 200, 17.9; None for 1.2.3 and endless rows of digits."""
    if len(text) > _LONGEST_DIGITS:
        return None
    if text.isdigit() and text.isascii():  # as most are, which need no pattern
        return float(text)
    if _DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    if _DOTTED.match(text):
        return float(text.replace(".", ""))
    if _DOTTED_COMMA.match(text):
        return float(text.replace(".", "").replace(",", "."))
    try:
        return float(text.translate(_SEPARATORS))
    except ValueError:
        return None


def in_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    """The number in digits at token `i`, with its scale or as a share. `money`: a sign of a
    currency stands before it."""
    words = tokens.words
    if opens_with_point(tokens, i):
        return _behind_point(tokens, i, money)
    if words[i][0] == "0" and len(words[i]) > 1 and words[i].isdigit():
        return None  # of a phone, a year, an id
    amount = parse_digits(words[i])
    if amount is None or _is_under(tokens, i):
        return None
    j = i + 1
    slashed = j + 1 < len(words) and words[j] in _SLASHES
    if slashed and words[j + 1][0].isdigit() and tokens.glued(j) and tokens.glued(j + 1):
        return _slashed(words, i, amount)
    number = Number(i, j, amount, digits=True)
    over = _mixed(tokens, i, amount)
    if over:
        part = float(words[over]) / float(words[over + 2])
        if not amount.is_integer():
            part /= _CENTS  # $5.67-1/2
        return Number(i, over + 3, amount + part, digits=True)
    power = _power(words, j)
    if power is not None:
        return Number(i, j + 4, amount * 10.0**power, digits=True, scaled=True)
    if j < len(words) and words[j] in _GLYPHS:
        number.amount += _GLYPHS[words[j]]
        number.last = j + 1
        return number
    raised = words[j + 1] if j + 1 < len(words) and words[j] == "^" and words[i] == "10" else ""
    if raised.isdigit() and len(raised) <= _LONGEST_POWER and tokens.glued(j + 1):
        return Number(i, j + 2, 10.0 ** int(raised), digits=True, scaled=True)
    if _is_lettered(tokens, number, money):
        return None
    _suffix(tokens, number, money)
    _scale(tokens.words, number)
    if number.last == j and not money:
        return _out_of(tokens, number) or share(tokens, i, j, amount) or number
    return number


def _is_under(tokens: Tokens, i: int) -> bool:
    """Whether a slash ties the digits at token `i` to others: photo 2/9, a 60/40 split."""
    words = tokens.words
    tied = i > 1 and words[i - 1] == "/" and tokens.glued(i) and tokens.glued(i - 1)
    return tied and words[i - 2].isdigit()


def opens_with_point(tokens: Tokens, i: int) -> bool:
    """Whether the digits at token `i` stand behind a point of their own: ".322", "$.50"."""
    if i == 0 or tokens.words[i - 1] != "." or not tokens.glued(i) or not tokens.words[i].isdigit():
        return False
    return i == 1 or not tokens.glued(i - 1) or tokens.words[i - 2] in _BEFORE_POINT


def _behind_point(tokens: Tokens, i: int, money: bool) -> Number:
    """The number whose digits at token `i` stand behind a point."""
    number = Number(i - 1, i + 1, float(f"0.{tokens.words[i]}"), digits=True)
    _suffix(tokens, number, money)
    _scale(tokens.words, number)
    return number


def _slashed(words: list[str], i: int, amount: float) -> Number | None:
    """A rating (7.2/10) or a fraction (3/4); None for dates and the like."""
    under = words[i + 2]
    if under in _RATINGS and ("." in words[i] or under != "5") and amount <= float(under):
        return Number(i, i + 3, amount, digits=True)
    if under in _DENOMINATORS and amount < float(under):
        return Number(i, i + 3, amount / float(under), digits=True, fraction=True)
    return None


def _mixed(tokens: Tokens, i: int, amount: float) -> int:
    """The token of the fraction behind the whole number at `i`, else 0: 2 1/2, 4-1/2."""
    words = tokens.words
    if i + 3 >= len(words):
        return 0
    hyphened = words[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    k = i + 2 if hyphened else i + 1
    if (
        k + 2 >= len(words)
        or words[k + 1] != "/"
        or not (amount.is_integer() or hyphened or _CENTS_TOLD.search(words[i]))
    ):
        return 0
    tied = (hyphened or not tokens.glued(k)) and tokens.glued(k + 1) and tokens.glued(k + 2)
    if not tied or not words[k].isdigit() or words[k + 2] not in _DENOMINATORS:
        return 0
    return k if int(words[k]) < int(words[k + 2]) else 0


def _power(words: list[str], j: int) -> int | None:
    """The exponent of "x 10^6" at token `j`."""
    if j < len(words) and words[j] in _TIMES and words[j + 1 : j + 3] == ["10", "^"]:
        raised = words[j + 3] if j + 3 < len(words) else ""
        return int(raised) if raised.isdigit() and len(raised) == 1 else None
    return None


def _out_of(tokens: Tokens, number: Number) -> Number | None:
    """A rating in words: 8.1 out of 10, 68 out of 100."""
    words, j = tokens.words, number.last
    if j + 2 >= len(words) or words[j] != "out" or words[j + 1] != "of":
        return None
    if words[j + 2] not in _RATINGS:
        return None
    rated = words[j + 2] == "100" or not float(number.amount).is_integer()
    if not rated or number.amount > float(words[j + 2]):
        return None
    return Number(number.first, j + 3, number.amount, digits=True)


def _suffix(tokens: Tokens, number: Number, money: bool) -> None:
    """5k, $13.6M, 30bn: a letter glued to the digits; "m" alone only for money."""
    j = number.last
    if j >= len(tokens) or not tokens.glued(j):
        return
    scale = lexicon().suffixes.get(tokens.words[j])
    upper = tokens.capital(j)  # "4.3M sales" is million, "5m" of a height is not
    if scale is None:
        return
    if tokens.words[j] in _MONEY_SUFFIXES and not (
        money or _counted(tokens, _past_upper(tokens, j))
    ):
        if not upper or tokens.words[j] == "t":
            return  # 5m of a height, a 1.5T engine
    number.amount = round(number.amount * scale, _DECIMALS)
    number.scaled = True
    number.last = j + 1


def _past_upper(tokens: Tokens, j: int) -> int:
    """Past the letter at token `j`, and past the upper end of a range that has it too: the units of
    "15m to 16m units"."""
    words = tokens.words
    alike = words[j + 1 : j + 2] in _TO and words[j + 3 : j + 4] == [words[j]]
    tied = alike and words[j + 2][0].isdigit() and tokens.glued(j + 3)
    return j + 4 if tied else j + 1


def _is_lettered(tokens: Tokens, number: Number, money: bool) -> bool:
    """Whether a letter makes the digit a name: "Apt. 4B", the maker 3M; "3M homes" are millions."""
    j = number.last
    if money or j >= len(tokens) or len(tokens.words[number.first]) > 1 or not tokens.glued(j):
        return False
    return tokens.raw(j) in _LETTERS and not _counted(tokens, j + 1)


def _counted(tokens: Tokens, j: int) -> bool:
    """Whether money or a plural stands at `j`, so that "50m" is a number: 50m euros, 3m homes;
    but 100m hurdles."""
    if tokens.words[j : j + 2] == ["-", "strong"]:
        return True  # a 2m-strong union
    if j >= len(tokens) or tokens.glued(j):
        return False
    word, lex = tokens.words[j], lexicon()
    if word in lex.currency_words or (word in lex.people and lex.people[word].plural):
        return True
    if word == "of" and j + 2 < len(tokens) and tokens.words[j + 1] in _OF_THOSE:
        return True  # 35m of its devices
    plural = len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return plural and word not in lex.stop and word not in _RUN


def _scale(words: list[str], number: Number) -> None:
    """5 million, 3 hundred thousand, 95-billion(-dollar), 5 lakh."""
    scales = lexicon().scales
    while abs(number.amount) < _LARGEST:
        j = number.last
        if j + 1 < len(words) and words[j] in HYPHENS and words[j + 1] in scales:
            j += 1
        if j >= len(words) or words[j] not in scales:
            return
        if words[j] == "mil" and is_at(words, j + 1, "."):
            return
        number.amount = round(number.amount * scales[words[j]], _DECIMALS)
        number.scaled = True
        number.last = j + 1


def share(tokens: Tokens, i: int, last: int, amount: float) -> Number | None:
    """two-thirds, one fourth, one in three, two out of five."""
    words, lex = tokens.words, lexicon()
    if amount >= _LARGEST_SHARE or not float(amount).is_integer():
        return None
    hyphened = last < len(words) and words[last] in HYPHENS
    k = last + 1 if hyphened else last
    if k < len(words) and words[k] in lex.fractions and words[k] != "half":
        if words[k].endswith("s") if amount > 1 else (not hyphened or tokens.glued(k)):
            return Number(i, k + 1, amount / lex.fractions[words[k]], fraction=True)
    if last >= len(words) or not (hyphened or words[last] in _LINK_STARTS):
        return None
    if hyphened and (last + 3 >= len(words) or words[last + 1] != "in"):
        return None
    tied = words[last : last + 3] == ["-", "in", "-"] and tokens.glued(last + 1)
    if tied and amount == 1:
        whole = _whole(words[last + 3])
        if is_at(words, last + 4, "-") and tokens.glued(last + 4):
            return None  # a 1-in-100-year flood
        return Number(i, last + 4, amount / whole, fraction=True) if whole > 1 else None
    size = next((size for link, size in _LINKS if words[last : last + size] == link), 0)
    whole = _whole(words[last + size]) if size and last + size < len(words) else 0
    rare = amount == 1 and whole > _RARE and not _OLDEST_YEAR <= whole <= _LATEST_YEAR
    if whole > amount and (size > 1 or whole in _SHARES_OF or rare):
        return Number(i, last + size + 1, amount / whole, fraction=True)
    return None


def _whole(word: str) -> int:
    """The whole number that a word or digits name, else 0."""
    if word[0].isdigit():
        amount = parse_digits(word) or 0
        return int(amount) if float(amount).is_integer() else 0
    return lexicon().units_words.get(word, 0)
