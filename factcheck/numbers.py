"""A number at a token: digits, words, scales, fractions, vague counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.lexicon import lexicon
from factcheck.marks import HYPHENS
from factcheck.tokens import Tokens
from factcheck.word_tables import words

_DECIMAL_COMMA: Final = re.compile(r"^\d+,\d{1,2}$")
_DOTTED: Final = re.compile(r"^\d{1,3}(?:\.\d{3}){2}$")  # 1.250.000; longer ones are addresses
_SEPARATORS: Final = str.maketrans("", "", ", \u00a0\u202f\u2009")
# Letters that scale a sum of money but name something else behind a bare number (5m, 5t).
_MONEY_SUFFIXES: Final = frozenset({"m", "b", "t"})
# Scale words that may follow "a" or begin a number by themselves.
_OF_SCALE: Final = frozenset(
    {"dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}
)
_OPEN_SCALES: Final = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
_PAIRS: Final = ("couple", "pair")
ARTICLES: Final = ("a", "an")
_DENOMINATORS: Final = frozenset({"2", "3", "4", "5", "8", "16", "32", "64"})
_RATINGS: Final = frozenset({"5", "10", "20", "100"})  # 7.2/10, 80/100
# Wholes of "one in five", "1 in 1,000".
_SHORTEST_PLURAL: Final = 3  # letters of a word in -s that is none
_RUN: Final = words("numbers.run")
_SHARES_OF: Final = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000})
_TIMES: Final = frozenset("x×·*")
_GLYPHS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_HALVED: Final = frozenset({"million", "billion", "dozen"})
# "The first half of 2019" is no share.
_PERIOD_HALVES: Final = frozenset(
    {
        "first",
        "second",
        "latter",
        "last",
        "former",
        "final",
        "opening",
        "closing",
        "other",
        "better",
    }
)
_NOT_HALVES: Final = frozenset({"-", "past", "time", "way", "hour"})
# "scores" is a count before these, or before people; elsewhere it is of a game.
_AFTER_SCORES: Final = frozenset({"of", "more", "dead", "killed", "injured", "wounded"})
_LONGEST: Final = 40  # tokens of a number in words
_LONGEST_DIGITS: Final = 40  # characters of one in digits
_ONE: Final = frozenset({"a", "one"})
_LEAST_OF_SCALE: Final = 1000  # "a third of a dozen" is nobody's count
_RARE: Final = 20  # "one in 34"
_OLDEST_YEAR, _LATEST_YEAR = 1700, 2199  # "one in 1998"
_LARGEST_SHARE: Final = 20  # parts of a whole
_LARGEST: Final = 1e24
_DECIMALS: Final = 4  # kept of a product with a scale word: 265.6 billion is no 265600000000.00003


@dataclass(slots=True)
class Number:
    """A number read at tokens [first, last). `low`/`high` are set for vague ones only.
    `scaled`: it carries a scale word, so its digits are rounded."""

    first: int
    last: int
    amount: float
    low: float | None = None
    high: float | None = None
    is_vague: bool = False
    scaled: bool = False
    digits: bool = False
    fraction: bool = False


def number_at(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, or None. `money`: a currency sign stands before it."""
    word = tokens.words[i]
    if word[0].isdigit():
        return _digits(tokens, i, money)
    if word in ARTICLES:
        return _of_scale(tokens.words, _article(tokens, i))
    return _of_scale(tokens.words, _words(tokens, i)) if word in lexicon().number_words else None


def _of_scale(words: list[str], number: Number | None) -> Number | None:
    """A fraction "of a million" is a count: a quarter of a million, three quarters of a billion."""
    if number is None or not number.fraction:
        return number
    of, one, scale = (*words[number.last : number.last + 3], "", "", "")[:3]
    size = lexicon().scales.get(scale, 0)
    if of != "of" or one not in _ONE or size < _LEAST_OF_SCALE:
        return number
    return Number(number.first, number.last + 3, number.amount * size, scaled=True)


def parse_digits(text: str) -> float | None:
    """12, 1,200, 5,00,000, 1 200, 17.9; None for 1.2.3 and endless rows of digits."""
    if len(text) > _LONGEST_DIGITS:
        return None
    if _DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    if _DOTTED.match(text):
        return float(text.replace(".", ""))
    try:
        return float(text.translate(_SEPARATORS))
    except ValueError:
        return None


# --- digits -------------------------------------------------------------------------------------


def _digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    words = tokens.words
    amount = parse_digits(words[i])
    if amount is None:
        return None
    j = i + 1
    slashed = words[j : j + 1] in (["/"], ["⁄"]) and words[j + 1 : j + 2] != []
    if slashed and words[j + 1][0].isdigit() and tokens.glued(j) and tokens.glued(j + 1):
        return _slashed(words, i, amount)
    number = Number(i, j, amount, digits=True)
    over = _mixed(tokens, i, amount)
    if over:
        part = float(words[over]) / float(words[over + 2])
        return Number(i, over + 3, amount + part, digits=True)
    power = _power(words, j)
    if power is not None:
        return Number(i, j + 4, amount * 10.0**power, digits=True, scaled=True)
    if j < len(words) and words[j] in _GLYPHS:
        number.amount += _GLYPHS[words[j]]
        number.last = j + 1
        return number
    _suffix(tokens, number, money)
    _scale(tokens.words, number)
    if number.last == j and not money:
        return _out_of(tokens, number) or _share(tokens, i, j, amount) or number
    return number


def _out_of(tokens: Tokens, number: Number) -> Number | None:
    """A rating in words: 8.1 out of 10, 68 out of 100."""
    words, j = tokens.words, number.last
    if words[j : j + 2] != ["out", "of"] or j + 2 >= len(words) or words[j + 2] not in _RATINGS:
        return None
    rated = words[j + 2] == "100" or not float(number.amount).is_integer()
    if not rated or number.amount > float(words[j + 2]):
        return None
    return Number(number.first, j + 3, number.amount, digits=True)


def _mixed(tokens: Tokens, i: int, amount: float) -> int:
    """The token of the fraction behind the whole number at `i`, else 0: 2 1/2, 4-1/2."""
    words = tokens.words
    if i + 3 >= len(words):
        return 0
    hyphened = words[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)
    k = i + 2 if hyphened else i + 1
    if k + 2 >= len(words) or words[k + 1] != "/" or not (amount.is_integer() or hyphened):
        return 0
    tied = (hyphened or not tokens.glued(k)) and tokens.glued(k + 1) and tokens.glued(k + 2)
    if not tied or not words[k].isdigit() or words[k + 2] not in _DENOMINATORS:
        return 0
    return k if int(words[k]) < int(words[k + 2]) else 0


def _power(words: list[str], j: int) -> int | None:
    """The exponent of "x 10^6" at token `j`."""
    if words[j : j + 1] and words[j] in _TIMES and words[j + 1 : j + 3] == ["10", "^"]:
        raised = words[j + 3] if j + 3 < len(words) else ""
        return int(raised) if raised.isdigit() and len(raised) == 1 else None
    return None


def _slashed(words: list[str], i: int, amount: float) -> Number | None:
    """A rating (7.2/10) or a fraction (3/4); None for dates and the like."""
    under = words[i + 2]
    if under in _RATINGS and ("." in words[i] or under != "5") and amount <= float(under):
        return Number(i, i + 3, amount, digits=True)
    if under in _DENOMINATORS and amount < float(under):
        return Number(i, i + 3, amount / float(under), digits=True, fraction=True)
    return None


def _suffix(tokens: Tokens, number: Number, money: bool) -> None:
    """5k, $13.6M, 30bn: a letter glued to the digits; "m" alone only for money."""
    j = number.last
    if j >= len(tokens) or not tokens.glued(j):
        return
    scale = lexicon().suffixes.get(tokens.words[j])
    upper = tokens.capital(j)  # "4.3M sales" is million, "5m" of a height is not
    if scale is None:
        return
    if tokens.words[j] in _MONEY_SUFFIXES and not (money or upper or _counted(tokens, j + 1)):
        return
    number.amount = round(number.amount * scale, _DECIMALS)
    number.scaled = True
    number.last = j + 1


def _counted(tokens: Tokens, j: int) -> bool:
    """Whether money or a plural stands at `j`, so that "50m" is a number: 50m euros, 3m homes;
    but 100m hurdles."""
    if j >= len(tokens) or tokens.glued(j):
        return False
    word, lex = tokens.words[j], lexicon()
    if word in lex.currency_words or (word in lex.people and lex.people[word].plural):
        return True
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
        if words[j] == "mil" and words[j + 1 : j + 2] == ["."]:
            return
        number.amount = round(number.amount * scales[words[j]], _DECIMALS)
        number.scaled = True
        number.last = j + 1


# --- words --------------------------------------------------------------------------------------


def _words(tokens: Tokens, i: int) -> Number | None:
    words, lex = tokens.words, lexicon()
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if word == "half":
        return None if i and words[i - 1] in _PERIOD_HALVES else _half(words, i, i)
    if word in _PAIRS:
        return Number(i, i + 2, 2.0) if following == "of" else None
    if word == "tens" and following == "of" and i + 2 < len(words) and words[i + 2] in lex.vague:
        return Number(i, i + 3, 0, low=20 * (lex.vague[words[i + 2]][0] / 2), is_vague=True)
    if word in lex.vague:
        if word == "scores" and following not in _AFTER_SCORES and following not in lex.people:
            opens = i == 0 or not words[i - 1].isalpha() or words[i - 1] in lex.stop
            if not opens or lex.participles.isdisjoint(words[i + 1 : i + 4]):
                return None  # "scores were killed", but "test scores were level"
        return _vague(words, i, i)
    if word in lex.fractions or (word in lex.scales and word not in _OF_SCALE):
        return None
    return _spelled(tokens, i)


def _article(tokens: Tokens, i: int) -> Number | None:
    """a hundred, a dozen, a million, a couple of, a few, a third, a half-million."""
    words, lex = tokens.words, lexicon()
    if i + 1 >= len(words):
        return None
    word = words[i + 1]
    number = None
    if word in _OF_SCALE:
        number = _spelled(tokens, i + 1)
    elif word in _PAIRS:
        number = _couple(words, i)
    elif word in ("few", "handful"):
        number = _vague(words, i + 1, i)
    elif word in lex.fractions and word != "second":
        number = _part_of(words, i)
    if number is not None:
        number.first = i
    return number


def _couple(words: list[str], i: int) -> Number | None:
    """a couple, a couple of, a couple hundred, a pair of."""
    lex = lexicon()
    last = i + 3 if words[i + 2 : i + 3] == ["of"] else i + 2
    if words[i + 1] == "pair" and last == i + 2:
        return None
    if last < len(words) and words[last] in lex.vague and words[last] != "few":
        last += 1
    scale = lex.scales.get(words[last]) if last < len(words) else None
    return Number(i, last + 1, 2.0 * scale, scaled=True) if scale else Number(i, last, 2.0)


def _part_of(words: list[str], i: int) -> Number | None:
    """a third of, a quarter of, a half, a half million; "a quarter" alone may be of a year."""
    word = words[i + 1]
    after = words[i + 2] if i + 2 < len(words) else ""
    if after != "of" and word != "half":
        return None
    if after in ("-", "century"):
        return None
    if word == "half" and after in _HALVED:
        return _half(words, i + 1, i)
    return Number(i, i + 2, 1.0 / lexicon().fractions[word], fraction=True)


def _half(words: list[str], i: int, first: int) -> Number | None:
    """half a million, half a dozen, half-million, half (of)."""
    scales = lexicon().scales
    j = i + 1
    if j < len(words) and words[j] in ("a", "an", "-"):
        j += 1
    if j < len(words) and words[j - 1] in ("a", "an") and words[j] in lexicon().units:
        return Number(first, j, 0.5, fraction=True)  # half a percentage point
    if j < len(words) and words[j] in scales:
        return Number(first, j + 1, 0.5 * scales[words[j]], scaled=True)
    if i + 1 < len(words) and words[i + 1] in _NOT_HALVES:
        return None
    return Number(first, i + 1, 0.5, fraction=True)


def _vague(words: list[str], i: int, first: int) -> Number:
    """dozens, hundreds of thousands, several hundred, a few dozen."""
    lex = lexicon()
    low, high = (float(n) for n in lex.vague[words[i]])
    last = i + 1
    if last + 1 < len(words) and words[last] == "of" and words[last + 1] in lex.vague:
        if words[i] in _OPEN_SCALES:
            scale = lex.vague[words[last + 1]][0] / 2
            low, high, last = low * scale, 0.0, last + 2
    elif last < len(words) and words[last] in lex.scales:
        scale = float(lex.scales[words[last]])
        low, high, last = low * scale, high * scale, last + 1
    return Number(first, last, 0, low=low, high=high or None, is_vague=True)


class _Sum:
    """A number in words as far as read: `total` of the parts with a scale, `current` below it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.scaled = False

    def add(self, unit: int) -> bool:
        """Takes a word below one hundred, if it can follow: "twenty" "one" but not "one" "two"."""
        tens = self.current % 100
        if tens and not (self.current % 10 == 0 and 0 < unit < 10 and tens >= 20):
            return False
        self.current += unit
        return True

    def multiply(self, scale: int) -> None:
        """Takes a scale word."""
        if scale == 100:
            self.current = max(self.current, 1) * 100
        else:
            self.total += max(self.current, 1) * scale
            self.current = 0.0
            self.scaled = scale >= 1000

    @property
    def amount(self) -> float:
        """What was read."""
        return self.total + self.current


def _spelled(tokens: Tokens, i: int) -> Number | None:
    """twenty-one, one hundred and five, two and a half million, twelve."""
    words, lex = tokens.words, lexicon()
    units = lex.units_words
    sum_ = _Sum()
    j = last = i
    limit = min(len(words), i + _LONGEST)
    while j < limit:
        word = words[j]
        following = words[j + 1] if j + 1 < len(words) else ""
        if word in units:
            if not sum_.add(units[word]):
                break
        elif word in _OF_SCALE:
            sum_.multiply(lex.scales[word])
        elif last > i and word == "-" and (following in units or following in _OF_SCALE):
            j += 1
            continue
        elif (
            last > i and word == "and" and words[j + 1 : j + 3] in (["a", "half"], ["one", "half"])
        ):
            sum_.current += 0.5
            j = last = j + 3
            continue
        elif last > i and word == "and" and _goes_on(units.get(following, 0), sum_.current):
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    if last == i:
        return None
    amount = sum_.amount
    return _share(tokens, i, last, amount) or Number(i, last, amount, scaled=sum_.scaled)


def _goes_on(unit: int, current: float) -> bool:
    """Whether "and" stands inside a number: "one hundred and five"."""
    return unit > 0 and current >= 100 and current % 100 == 0


def _whole(word: str) -> int:
    """The whole number that a word or digits name, else 0."""
    if word[0].isdigit():
        amount = parse_digits(word) or 0
        return int(amount) if float(amount).is_integer() else 0
    return lexicon().units_words.get(word, 0)


def _share(tokens: Tokens, i: int, last: int, amount: float) -> Number | None:
    """two-thirds, one fourth, one in three, two out of five."""
    words, lex = tokens.words, lexicon()
    if amount >= _LARGEST_SHARE or not float(amount).is_integer():
        return None
    hyphened = last < len(words) and words[last] in HYPHENS
    k = last + 1 if hyphened else last
    if k < len(words) and words[k] in lex.fractions and words[k] != "half":
        if words[k].endswith("s") if amount > 1 else (not hyphened or tokens.glued(k)):
            return Number(i, k + 1, amount / lex.fractions[words[k]], fraction=True)
    links = (
        (["in", "every"], 2),
        (["in"], 1),
        (["out", "of", "every"], 3),
        (["out", "of"], 2),
        (["of", "every"], 2),
    )
    size = next((size for link, size in links if words[last : last + size] == link), 0)
    whole = _whole(words[last + size]) if size and last + size < len(words) else 0
    rare = amount == 1 and whole > _RARE and not _OLDEST_YEAR <= whole <= _LATEST_YEAR
    if whole > amount and (size > 1 or whole in _SHARES_OF or rare):
        return Number(i, last + size + 1, amount / whole, fraction=True)
    return None
