"""The unit of measure or currency that stands beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.lexicon import Index, Unit, currency_codes, lexicon
from factcheck.marks import DASHES
from factcheck.numbers import Number
from factcheck.tokens import Tokens
from factcheck.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_SIGN: Final = re.compile(
    rf"(?:(?:{alternation(_TABLE.listed('currencies.before_sign'))})?\s?"
    rf"[{_TABLE.listed('currencies.signs')[0]}]"
    rf"|\$(?:{alternation(_TABLE.listed('currencies.after_sign'))}))\s?$"
)
_CODE: Final = re.compile(rf"\b(?:{alternation(tuple(currency_codes()))})\s?$")
_OF_LAND: Final = words("currencies.of_land")
_LONGEST_SIGN: Final = 8  # characters before the number
_LONGEST_CODE: Final = 3
# Units that are other words as well.
_AMBIGUOUS: Final = frozenset({"second", "stone", "quarter"})
# "5 won" is a verb or Korean money: money from here on.
_LEAST_WON: Final = 100


@dataclass(slots=True)
class Measure:
    """A unit named at tokens [first, last)."""

    unit: Unit
    first: int
    last: int


def before(tokens: Tokens, i: int) -> Measure | None:
    """The currency whose sign or code stands before token `i`: US$5, Rs 200."""
    if i == 0:
        return None
    previous = tokens.words[i - 1]
    if previous.isalnum() and (len(previous) > _LONGEST_CODE or not tokens.capital(i - 1)):
        return None
    head = tokens.text[max(0, tokens.starts[i] - _LONGEST_SIGN) : tokens.starts[i]]
    match = _SIGN.search(head) or _CODE.search(head)
    unit = _currency(match.group().strip()) if match else None
    if match is None or unit is None:
        return None
    begin = tokens.starts[i] - len(head) + match.start()
    first = i
    while first > 0 and tokens.starts[first - 1] >= begin:
        first -= 1
    return Measure(unit, first, i)


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
        return _at(tokens, j + 1, lex.units) or _at(tokens, j + 1, lex.currency_words)
    if glued and number.digits:
        unit = lex.glued_units.get(tokens.words[j])
        if unit is not None:
            return _at(tokens, j, lex.units) or Measure(unit, j, j + 1)
    found = _at(tokens, j, lex.units)
    if found and _other_word(tokens, number, found):
        found = None
    if found is None:
        if tokens.words[j] == "won" and (number.amount < _LEAST_WON or not number.digits):
            return None
        found = _at(tokens, j, lex.currency_words)
    if found is None and tokens.words[j] in _OF_LAND:
        found = _at(tokens, j + 1, lex.currency_words)
    return found


def _other_word(tokens: Tokens, number: Number, found: Measure) -> bool:
    """Whether a unit's word is another here: "12 stone houses", "two second chances"."""
    if found.unit.name not in _AMBIGUOUS or number.last + 1 >= len(tokens):
        return False
    if found.unit.name == "stone":
        return True
    return tokens.words[number.last] == "second" and number.amount != 1


def _at(tokens: Tokens, i: int, index: Index[Unit]) -> Measure | None:
    if i >= len(tokens):
        return None
    for phrase, unit in index.get(tokens.words[i], ()):
        if tuple(tokens.words[i : i + len(phrase)]) == phrase:
            return Measure(unit, i, i + len(phrase))
    return None
