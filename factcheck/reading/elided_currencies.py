"""Sums whose currency is told once, with the sum before: "a profit of 18 million euros after a loss
of 34 million", "defence gets 12.7 billion crowns, schools 14.9 billion".

A bare number in millions or billions after which no noun follows is a sum where one with a currency
stands shortly before it, in its own sentence or the one before, and where its words are of money.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims_db.kinds import kinds
from claims_db.records import Claim
from factcheck.reading.figure_claims import identity
from factcheck.text.word_tables import words

_SCALED: Final = ("million", "billion", "trillion", "mn", "bn")
_REACH: Final = 240  # characters back to the sum that has the currency
_NEAR: Final = 45  # characters before a number in which words of money stand
_OF_MONEY: Final = words("elided_currencies.of_money")
_WORD: Final = re.compile(r"[a-z]+")
_ENDS: Final = re.compile(  # no noun and no verb: nothing is counted
    r"\s*(?:$|[.,;:)–—\"”]|(?:a\s+(?:year|month|quarter|week|day)|in|from|for|to|more|less|above|"
    r"below|under|over|and|but|while|against|after|on|by|at|last|this|next|per|each|than|"
    r"estimated|budgeted|planned|forecast|expected|annually|overall|worldwide|abroad)\b)"
)
_LISTED: Final = re.compile(r"[,;]\s+(?:and\s+)?(?:the\s+)?[\w'’-]+(?:\s[\w'’-]+)?\s+$")
_COMPARED: Final = re.compile(
    r"\b(?:from|than|against|plus|total of|sum of|instead of|above|below)\s+"
    r"(?:a|an|the|about|some)?\s*$"
)


def told(document: str, claims: list[Claim]) -> list[Claim]:
    """The claims of a document (by its key), in order, with such sums as sums."""
    found: list[Claim] | None = None
    for at, claim in enumerate(claims):
        if claim.kind != "count" or claim.unit is not None or claim.subject is not None:
            continue
        if not claim.value.text.lower().endswith(_SCALED):
            continue
        sum_before = _sum_before(claims, at)
        if sum_before is None or not _is_sum(claim, sum_before):
            continue
        if found is None:
            found = list(claims)
        key = identity(document, claim.start, claim.end, "money")
        found[at] = replace(claim, kind="money", unit=sum_before.unit, id=key)
    return claims if found is None else found


def _sum_before(claims: Sequence[Claim], at: int) -> Claim | None:
    """The nearest sum with a currency before a figure, no other large number in between."""
    claim = claims[at]
    for other in reversed(claims[:at]):
        if claim.start - other.end > _REACH:
            return None
        if kinds()[other.kind].dimension == "money":
            return other if other.unit else None
        if other.value.text.lower().endswith(_SCALED) and other.subject is not None:
            return None  # "4 million phones": what is counted here is open
    return None


def _is_sum(claim: Claim, sum_before: Claim) -> bool:
    at, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before, behind = claim.sentence[:at], claim.sentence[end:]
    if _ENDS.match(behind) is None:
        return False
    if not _OF_MONEY.isdisjoint(_WORD.findall(before[-_NEAR:].lower())):
        return True
    beside = claim.sentence_start == sum_before.sentence_start
    return beside and bool(_LISTED.search(before) or _COMPARED.search(before))
