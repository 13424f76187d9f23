"""The currency meant by a name that several share: "shillings" are Kenya's in a text of Kenya.

The country is told by the sum's own sentence ("Tanzania will spend 3 billion shillings", "Danish
kroner"), else by the document. Where it stays open the unit is the shared name, in capitals: two
sums in SHILLING may be of two currencies, and a sum in SHILLING is none in KES.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from claims_db.errors import TableError
from factcheck.quantity.quantity import Quantity
from factcheck.text import datelines
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table
from factcheck.text.words_at import is_at

_TABLE: Final = "shared_currencies.toml"
_BEFORE_SIGN: Final = frozenset(table(CONSTRUCTIONS).listed("currencies.before_sign"))
_DOLLAR: Final = "DOLLAR"
_AMERICAN: Final = "USD"
# Where a text writes "US$" its bare sign is the country's own; an agency's is America's.
_MARKED: Final = re.compile(r"\b(?:US|U\.S\.)\s?\$|\b(?:US|U\.S\.|American)\s+dollars?\b|\bUSD\b")
_AGENCY: Final = re.compile(r"\((?:Reuters|AP|AFP|Bloomberg|dpa|UPI|Xinhua|CNN)\)")
_OWN: Final = re.compile(r"\b(?:A|AU|C|CA|Can|NZ|S|HK|NT|FJ|J|TT|Bds|BZ|G|N|L|B)\$")
_SIGN_REACH: Final = 12  # characters before a number in which its sign stands
_HEAD: Final = 400  # characters of a text in which an agency is credited


class Shared:
    """A name that several currencies share, by country; `alone`: the one meant where no country
    is told, "" for none."""

    __slots__ = ("alone", "name", "of")

    def __init__(self, name: str, alone: str, of: dict[str, str]) -> None:
        self.name = name
        self.alone = alone
        self.of = of


@lru_cache(maxsize=1)
def _shared() -> dict[str, Shared]:
    """By each word, lower case, and each symbol as written."""
    found: dict[str, Shared] = {}
    own = table(_TABLE)
    for name in own.sections():
        alone = own.sections()[name].get("alone")
        of = own.mapping(f"{name}.of")
        if not isinstance(alone, str) or not of:
            raise TableError(f"{name!r} needs words, symbols, alone, of", where=_TABLE)
        shared = Shared(name, alone, of)
        found.update(dict.fromkeys(own.words(f"{name}.words"), shared))
        found.update(dict.fromkeys(own.listed(f"{name}.symbols"), shared))
    return found


def shared_name(word: str) -> str | None:
    """The shared name that a word or symbol stands for: "shillings" → SHILLING."""
    shared = _shared().get(word)
    return shared.name if shared else None


@lru_cache(maxsize=1)
def _codes() -> dict[str, frozenset[str]]:
    """By each shared name, what it may mean."""
    return {shared.name: frozenset(shared.of.values()) for shared in _shared().values()}


def is_one_of(unit: str | None, shared: str | None) -> bool:
    """Whether a currency is one of those that go by the shared name."""
    return unit in _codes().get(shared or "", ())


def code(
    tokens: Tokens, quantity: Quantity, lands: Callable[[], Iterable[set[str]]], text: str
) -> str | None:
    """The unit of a sum of money: a code of ISO 4217, or a shared name where it stays open; None
    where its own words name one currency. `lands` gives the countries (two letters) that may tell,
    in the order in which they are asked: the sentence's, the document's; `text` is the document's.
    """
    people, shared = _written(tokens, quantity.like or quantity)
    if shared is None:
        return None
    if people is not None:
        return shared.of.get(people, shared.name)
    asked = list(lands())
    if shared.name == _DOLLAR:
        return _dollars(set().union(*asked[1:]), shared, text)
    for told in asked:
        codes = {shared.of[land] for land in told if land in shared.of}
        if codes:
            return codes.pop() if len(codes) == 1 else shared.name
    return shared.alone or shared.name


def _dollars(lands: set[str], shared: Shared, text: str) -> str:
    """Dollars in a text of a country with dollars of its own: its own where the text marks others
    as America's, or is dated there and no agency's; America's where an agency writes or others are
    marked as its own; else open."""
    codes = {shared.of[land] for land in lands if land in shared.of}
    if not codes or _AMERICAN in codes:
        return _AMERICAN
    own = codes.pop() if len(codes) == 1 else shared.name
    if _MARKED.search(text):
        return own
    if _AGENCY.search(text[:_HEAD]) or _OWN.search(text):
        return _AMERICAN
    return own if datelines.place(text) else shared.name


def _written(tokens: Tokens, quantity: Quantity) -> tuple[str | None, Shared | None]:
    """The country of the people named with a currency ("Surinamese dollars"), and the shared name
    that it is written with."""
    j = quantity.last_number
    words, table = tokens.words, _shared()
    if j < len(words) and words[j] in ("-", "–"):
        j += 1
    if j < len(words):
        shared = table.get(words[j])
        if shared is not None:
            return None, None if is_at(words, j + 1, "sterling") else shared
        if j + 1 < len(words) and tokens.capital(j) and words[j + 1] in table:
            land = gazetteer.demonym(tokens.raw(j))
            return (land.country if land else None), table[words[j + 1]] if land else None
    start = tokens.starts[quantity.number]
    before = tokens.text[max(0, start - _SIGN_REACH) : start].split()
    if not before or (before[-2:-1] and before[-2] in _BEFORE_SIGN):
        return None, None
    return None, table.get(before[-1].lstrip("(\"'“"))


def peoples(tokens: Tokens) -> list[str]:
    """The countries of the peoples that a sentence names: "the Norwegian government"."""
    found = []
    for i in range(len(tokens.words)):
        if tokens.capital(i):
            land = gazetteer.demonym(tokens.raw(i))
            if land is not None and land.country:
                found.append(land.country)
    return found
