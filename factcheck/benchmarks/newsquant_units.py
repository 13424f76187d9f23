"""Whether the unit of a claim is the one NewsQuant labels.

A label has the unit as written ("$ a year", "p", "heart transplants") and normalised ("dollar per
year", "point", "heart transplant"); either serves. A unit of measure or a currency is right where
the engine's own tables give the label's words the name that the claim's unit has; anything else is
a noun phrase, whose head must agree. What stands behind "per" is compared the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from claims_db.kinds import kinds
from claims_db.records import Claim
from factcheck.setting import local_currency
from factcheck.text.lexicon import lexicon
from factcheck.text.nouns import singular
from factcheck.text.tokens import Tokens

NONE: Final = "-"
_RATE: Final = re.compile(r"\s*(?:\bper\b|\ban?\b|\bevery\b|/)\s*")
# A share is labelled "% voters"; the engine gives the share and what it is of.
_OF_SHARE: Final = re.compile(r"^%\s+(?=[\w-])")
_SHARE_OF_NOTHING: Final = "% -"  # "almost half of which": a share, of what is not told
# Names of the benchmark's own, beside the words of the tables.
_OWN_NAMES: Final = {
    "generation wireless": "generation",
    "year-old": "year of age",
    "years old": "year of age",
    "year old": "year of age",
    "years of age": "year of age",
    "count": "time",
}


_POUNDS: Final = frozenset({"pound", "pounds"})  # of money or of weight


@dataclass(frozen=True, slots=True)
class Label:
    """A unit and what it is per, "" where there is none."""

    unit: str
    per: str


def same_unit(claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether the claim's unit is the labelled one, as written or normalised."""
    written, normalised = str(gold["unit"]), str(gold["normalized_unit"])
    if written == NONE and not claim.unit:
        return True
    return any(_fits(claim, text) for text in (written, normalised))


def _fits(claim: Claim, text: str) -> bool:
    if text.strip() == _SHARE_OF_NOTHING:
        return claim.unit == "percent"
    text = _OF_SHARE.sub("", text).strip()
    if text == NONE:
        return not claim.unit
    if _names(claim.unit or "", text):
        return claim.per is None
    label = _label(text)
    if bool(claim.per) != bool(label.per):
        return False
    if label.per and not _alike(claim.per or "", label.per):
        return False
    if not label.unit:
        return not claim.unit
    kind = kinds()[claim.kind]
    if kind.of_people and _head(label.unit) in {_head(noun) for noun in (*kind.nouns, *kind.toll)}:
        return True  # "12 deaths" are 12 people killed
    if claim.unit == "person" and claim.group is None and _is_anybody(_head(label.unit)):
        return True  # "300 residents": no group of their own
    return any(_alike(own, label.unit) for own in (claim.unit, claim.subject) if own)


def _is_anybody(noun: str) -> bool:
    """Whether a noun says no more of people than that they are some: residents, victims."""
    person = lexicon().people.get(noun)
    return person is not None and person.group is None


def _label(text: str) -> Label:
    found = _RATE.search(text)
    if found is None:
        return Label(text, "")
    return Label(text[: found.start()].strip(), text[found.end() :].strip())


def _alike(own: str, text: str) -> bool:
    """One unit by name, else noun phrases with one head."""
    if _names(own, text):
        return True
    if _named(text) and _named(own):
        return False
    return _head(own) == _head(text)


def _names(own: str, text: str) -> bool:
    """Whether the label's words name the unit `own`."""
    if not own:
        return False
    if own == "pound-mass" and text.lower() in _POUNDS:
        return True
    return own.lower() == text.lower() or own in (_named(text), local_currency.shared_name(text))


@lru_cache(maxsize=4096)
def _named(text: str) -> str:
    """The name of the unit of measure or currency that a text gives in full, else ""."""
    lex, lowered = lexicon(), text.lower()
    if lowered in _OWN_NAMES:
        return _OWN_NAMES[lowered]
    compact = text.replace(" ", "")
    for symbol in (text, compact, f"{compact[1:]}$" if compact[:1] == "$" else compact):
        unit = lex.symbols.get(symbol) or lex.cased_units.get(symbol)
        if unit is not None:
            return unit.name
    words = tuple(Tokens(lowered).words)
    for index in (lex.units, lex.currency_words):
        for phrase, unit in index.get(words[0], ()) if words else ():
            if phrase == words:
                return unit.name
    glued = lex.glued_units.get(lowered)
    if glued is not None:
        return glued.name
    return "penny" if lowered == "p" else ""


def _head(phrase: str) -> str:
    words = phrase.lower().split()
    return singular(words[-1]) if words else ""
