"""The unit of measure or currency that stands beside a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from factcheck.quantity.digits import Number
from factcheck.text.lexicon import Index, Unit, currency_codes, lexicon
from factcheck.text.marks import DASHES
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words
from factcheck.text.words_at import word_at

_TABLE: Final = table(CONSTRUCTIONS)
_SIGNS: Final = _TABLE.listed("currencies.signs")[0]
_SIGNS_BEFORE: Final = frozenset((*_SIGNS, "."))  # a stop may close a code: "Rs."
_SIGN: Final = re.compile(
    rf"(?:(?:{alternation(_TABLE.listed('currencies.before_sign'))})?\s?"
    rf"[{_SIGNS}]"
    rf"|\$(?:{alternation(_TABLE.listed('currencies.after_sign'))}))\s?$"
)
_CODE: Final = re.compile(rf"\b(?:{alternation(tuple(currency_codes()))})\s?$")
_QUOTE: Final = re.compile(r'(?<!\d)"')  # behind a digit the mark may be one of inches
_OF_LAND: Final = words("currencies.of_land")
_LEAST: Final = _TABLE.mapping("currencies.least", int)
# Video is named by its rows of pixels: 1080p. Elsewhere "p" is for pence.
_PIXEL_ROWS: Final = frozenset({144.0, 240.0, 360.0, 480.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0})
_CHARGE_REACH: Final = 12  # words before a number of "F"
_POUNDS: Final = frozenset({"pound", "pounds"})
_POUND_MASS: Final = Unit("pound-mass", "mass", 0.45359237)
_PAID: Final = words("units.paid")
_PAID_OF: Final = words("units.paid_of")
_MONEY_REACH: Final = 8  # words before a number of pounds
_FEE_REACH: Final = 3  # words from what is paid to the sign: "a fine of R500"
_PAID_SHARE: Final = 10  # a code's least sum, beside what is paid, is a tenth
_IN_WORDS: Final = frozenset({"pounds", "dollars", "euros"})  # pounds 940m
_PIXEL: Final = Unit("pixel", "other")
# Letters that are units with a blank before them too: "700 m high"; the others at a phrase's end.
_SPACED: Final = frozenset({"m", "g"})
_SPACED_LAST: Final = frozenset({"l", "s", "h"})
_TIME: Final = Unit("time", "other")  # 3x faster
_LOWERED: Final = words("currencies.lowered")
_TITLED: Final = {"rs": "Rs", "tk": "Tk", "rp": "Rp"}  # signs that have a small letter themselves
_CENT: Final = Unit("cent", "money", 0.01)
_PRICED: Final = words("units.priced")
_ELECTRIC: Final = frozenset({"W", "V"})  # "a 1.6 W output", which no name ends in
_PENNY: Final = Unit("penny", "money", 0.01)
# Mobile networks: 2G to 6G.
_GENERATION: Final = Unit("generation", "other")
_GENERATIONS: Final = frozenset({2.0, 3.0, 4.0, 5.0, 6.0})
_LONGEST_SIGN: Final = 8  # characters before the number
_LONGEST_CODE: Final = 3
# Units that are other words as well.
_AMBIGUOUS: Final = frozenset({"second", "stone", "quarter"})
# "5 won" is a verb or Korean money: money from here on.
_LEAST_WON: Final = 100


class Measure:
    """A unit named at tokens [first, last)."""

    __slots__ = ("first", "last", "unit")

    def __init__(self, unit: Unit, first: int, last: int) -> None:
        self.unit = unit
        self.first = first
        self.last = last


def before(tokens: Tokens, i: int) -> Measure | None:
    """The currency whose sign or code stands before token `i`: US$5, Rs 200."""
    if i == 0:
        return None
    previous = tokens.words[i - 1]
    if previous in _IN_WORDS and (i == 1 or not tokens.words[i - 2][0].isdigit()):
        named = _at(tokens, i - 1, lexicon().currency_words)
        if named is not None and tokens.words[i][0].isdigit():  # pounds 940m
            return Measure(named.unit, i - 1, i)
    lowered = False
    if previous.isalnum():
        lowered = previous in _LOWERED and tokens.text.islower()
        if len(previous) > _LONGEST_CODE or not (lowered or tokens.capital(i - 1)):
            return None
    elif len(previous) == 1 and previous not in _SIGNS_BEFORE:
        return None
    head = tokens.text[max(0, tokens.starts[i] - _LONGEST_SIGN) : tokens.starts[i]]
    if lowered or ("$" in head and tokens.text.islower()):
        head = head.upper()  # of a text without capitals
        if previous in _TITLED:
            head = head.replace(previous.upper(), _TITLED[previous])
    match = _SIGN.search(head) or _CODE.search(head)
    unit = _currency(match.group().strip()) if match else None
    if match is None or unit is None:
        return None
    begin = tokens.starts[i] - len(head) + match.start()
    first = i
    while first > 0 and tokens.starts[first - 1] >= begin:
        first -= 1
    return Measure(unit, first, i)


def is_other_word(tokens: Tokens, sign: Measure, number: Number) -> bool:
    """Whether a code before a number is another word: "COP 26", "R 2" but "R2.5 million", "was
    fined R500"."""
    least = _LEAST.get(tokens.slice(sign.first, sign.last))
    if least is None or number.scaled or not number.amount.is_integer():
        return False
    if number.amount < least / _PAID_SHARE:
        return True
    near = tokens.words[max(0, sign.first - _FEE_REACH) : sign.first]
    return number.amount < least and _PAID.isdisjoint(near)


def _currency(sign: str) -> Unit | None:
    if sign[0] == "$" and len(sign) > 1:  # $US, $A
        sign = sign[1:] + "$"
    symbols = lexicon().symbols
    return symbols.get(sign) or symbols.get(sign.rstrip(".")) or symbols.get(sign[-1])


def after(tokens: Tokens, number: Number) -> Measure | None:
    """The unit or currency named behind the number: 12 km, 7-metre, 5 million euros, 40%."""
    j = number.last
    if j >= len(tokens):
        return None
    lex = lexicon()
    glued = tokens.glued(j)
    if glued and tokens.words[j] in DASHES and j + 1 < len(tokens) and tokens.glued(j + 1):
        if tokens.words[j + 1] in _POUNDS:
            return _pounds(tokens, number, j + 1)
        tied = _at_hyphened(tokens, j + 1, lex.units)
        return tied or _at_hyphened(tokens, j + 1, lex.currency_words)
    if not glued and _is_format(tokens, j):
        return None
    symbol = _symbol(tokens, number) if number.digits else None
    if symbol is not None:
        return symbol
    if glued and number.digits:
        unit = lex.glued_units.get(tokens.words[j])
        if unit is not None:
            return _at(tokens, j, lex.units) or Measure(unit, j, j + 1)
    if tokens.words[j] in _POUNDS:
        return _pounds(tokens, number, j)
    found = _at(tokens, j, lex.units) or _at_hyphened(tokens, j, lex.units)
    if found and _other_word(tokens, number, found):
        found = None
    if found is None:
        if tokens.words[j] == "won" and (number.amount < _LEAST_WON or not number.digits):
            return None
        found = _at(tokens, j, lex.currency_words)
    if found is None and (tokens.words[j] in _OF_LAND or tokens.capital(j)):
        found = _at(tokens, j + 1, lex.currency_words)
    return found


def _is_format(tokens: Tokens, j: int) -> bool:
    """Whether the word at `j` is the beginning of a name with a number: 375 billion MP3 songs."""
    if j + 1 >= len(tokens) or not tokens.words[j + 1][0].isdigit():
        return False
    return tokens.glued(j + 1) and tokens.raw(j).isupper() and len(tokens.words[j]) > 1


def at(tokens: Tokens, j: int) -> Measure | None:
    """The unit of measure named at token `j`."""
    return _at(tokens, j, lexicon().units)


def _pounds(tokens: Tokens, number: Number, j: int) -> Measure:
    """Pounds of money where the sum is large or something is paid; else pounds of weight."""
    lex = lexicon()
    named = _at(tokens, j, lex.currency_words)
    if named is not None and named.last > j + 1:  # pounds sterling
        return named
    foot = _at(tokens, j, lex.units)
    if foot is not None and foot.last > j + 1:  # pounds per square inch
        return foot
    words = tokens.words
    weight = word_at(words, j + 1) in ("of", "per") and _PAID_OF.isdisjoint(words[j + 2 : j + 4])
    near = words[max(0, number.first - _MONEY_REACH) : number.first]
    paid = number.scaled or not _PAID.isdisjoint(near)
    return Measure(lex.symbols["£"] if paid and not weight else _POUND_MASS, j, j + 1)


def _symbol(tokens: Tokens, number: Number) -> Measure | None:
    """A symbol that counts only as written: 5 V, 12Nm, 118p, 5G, 1,200€, 18 R."""
    j = number.last
    raw, glued = tokens.raw(j), tokens.glued(j)
    if raw == "p" and (glued or _closes(tokens, j + 1)):
        return Measure(_PIXEL if number.amount in _PIXEL_ROWS else _PENNY, j, j + 1)
    if raw == "¢":
        return Measure(_CENT, j, j + 1)
    if raw == "C" and not glued and _closes(tokens, j + 1):
        return Measure(lexicon().glued_units["c"], j, j + 1)
    if raw == "m" and glued and tokens.words[max(0, number.first - 1)] == "h":
        return Measure(lexicon().units["min"][0][1], j, j + 1)  # 1h 45m
    if raw == "x" and glued:
        return Measure(_TIME, j, j + 1)
    if raw == "G" and glued and number.amount in _GENERATIONS:
        return Measure(_GENERATION, j, j + 1)
    lex = lexicon()
    if raw == '"' and glued and bisect_left(_quotes(tokens.text), tokens.starts[j]) % 2 == 0:
        return Measure(lex.glued_units["in"], j, j + 1)  # a 27" screen
    unit = lex.cased_units.get(raw)
    if not glued and (raw in _SPACED or (raw in _SPACED_LAST and _closes(tokens, j + 1))):
        unit = lex.glued_units.get(raw)
    if raw == "F" and not any(map(_of_charge, tokens.words[max(0, j - _CHARGE_REACH) : j])):
        unit = lex.glued_units["f"]
    if raw == "c" and glued and _is_of_price(tokens, j):
        unit = _CENT
    unit = unit or (lex.symbols.get(raw) if raw not in "$P" else None)
    if unit is not None and raw == "R" and not _told_of_price(tokens, number):
        unit = None  # a dose of 0.5 R
    if raw == "$" and (j + 1 >= len(tokens) or not tokens.words[j + 1][0].isdigit()):
        unit = lex.symbols.get(raw)
    if unit is None:
        return None
    alone = glued or not raw.isalpha() or len(raw) > 1 or raw in _SPACED
    alone = alone or raw in _ELECTRIC
    return Measure(unit, j, j + 1) if alone or _closes(tokens, j + 1) else None


@lru_cache(maxsize=4)  # asked for each mark behind a digit of one sentence
def _quotes(text: str) -> list[int]:
    """The offsets of the marks that open or close a quotation, in order."""
    return [found.start() for found in _QUOTE.finditer(text)]


def _told_of_price(tokens: Tokens, number: Number) -> bool:
    """Whether something paid or priced is told before a number of "R": of röntgens otherwise."""
    near = tokens.words[max(0, number.first - _CHARGE_REACH) : number.first]
    return not (_PAID.isdisjoint(near) and _PRICED.isdisjoint(near))


def _is_of_price(tokens: Tokens, j: int) -> bool:
    """Whether a "c" at token `j` is for cents: a dividend of 16c, 95c a litre; no heat of 40c."""
    words = tokens.words
    rate = word_at(words, j + 1) in ("per", "a", "an", "each")
    return rate or not _PRICED.isdisjoint(words)


def _of_charge(word: str) -> bool:
    """Whether a word tells that "F" is for farad, not Fahrenheit."""
    return word.startswith(("capacit", "charge", "farad"))


def _closes(tokens: Tokens, j: int) -> bool:
    """Whether what stands at `j` ends a noun phrase: a stop, a sign, a small word."""
    if j >= len(tokens):
        return True
    word = tokens.words[j]
    if word in DASHES and tokens.glued(j):
        return False  # 12 F-16s
    return not word[0].isalnum() or word in lexicon().stop or word in lexicon().auxiliary


def _other_word(tokens: Tokens, number: Number, found: Measure) -> bool:
    """Whether a unit's word is another here: "12 stone houses", "two second chances"."""
    if found.unit.name not in _AMBIGUOUS or number.last + 1 >= len(tokens):
        return False
    if found.unit.name == "stone":
        return True
    return tokens.words[number.last] == "second" and number.amount != 1


def _at_hyphened(tokens: Tokens, i: int, index: Index[Unit]) -> Measure | None:
    """The same as `_at`, where hyphens may stand between the words: "5,000-square-foot"."""
    words = tokens.words
    for phrase, unit in index.get(words[i], ()):
        k = i
        for word in phrase:
            if k < len(words) and words[k] in DASHES and word not in DASHES and k > i:
                k += 1
            if k >= len(words) or words[k] != word:
                break
            k += 1
        else:
            return Measure(unit, i, k)
    return None


def _at(tokens: Tokens, i: int, index: Index[Unit]) -> Measure | None:
    if i >= len(tokens):
        return None
    for phrase, unit in index.get(tokens.words[i], ()):
        if tuple(tokens.words[i : i + len(phrase)]) == phrase:
            return Measure(unit, i, i + len(phrase))
    return None
