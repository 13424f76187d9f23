"""Whose figure it is: the firms that two sentences on money or jobs name."""

from __future__ import annotations

import re
from functools import lru_cache

from claims_db import gazetteer
from claims_db.records import Claim
from factcheck.judging import wording
from factcheck.judging.cues import cues
from factcheck.judging.pairs import Near, Pair
from factcheck.text.lexicon import lexicon

OF_A_FIRM = frozenset({"revenue", "deal", "price", "layoffs", "jobs"})
"""Kinds of which every firm has its own."""
MAY_BE_OF_A_FIRM = OF_A_FIRM | {"money"}
"""A sum whose role is left open may be a firm's too: "lost 160 million" beside revenue."""
ALWAYS_NAMED = frozenset({"revenue", "deal"})
"""Of them, those that tell nothing where no firm is named."""
_FIRST = re.compile(r"^[^\w]*([A-Z][\w'’&-]+)\s+([\w'’]+)")


def firm_relation(pair: Pair) -> Near:
    """Whether one firm is told of: named in both, in one only, or another one."""
    return between(*pair.both)


def between(a: Claim, b: Claim) -> Near:
    """`firm_relation` of two claims."""
    if a.kind not in OF_A_FIRM and b.kind not in OF_A_FIRM:
        return Near.MISSING
    if a.kind not in MAY_BE_OF_A_FIRM or b.kind not in MAY_BE_OF_A_FIRM:
        return Near.MISSING
    first, second = firms(a), firms(b)
    if first and second:
        return Near.SAME if first & second else Near.OTHER
    needed = a.kind in ALWAYS_NAMED or b.kind in ALWAYS_NAMED
    return Near.NESTED if first or second or needed else Near.MISSING


def firms(claim: Claim) -> frozenset[str]:
    """The words of names in the claim's sentence that may be a firm's, lower case."""
    source = claim.attribution.source if claim.attribution else ""
    places = frozenset(place.name.lower() for place in claim.places if place.id)
    return _firms(claim.sentence, source) - places


@lru_cache(maxsize=16384)
def _firms(sentence: str, source: str) -> frozenset[str]:
    found = {_bare(name) for name in wording.names(sentence) | wording.names(f"- {source}")}
    first = _FIRST.match(sentence)
    if first and (first.group(2)[0].isupper() or first.group(2) in cues().of_firms):
        found |= wording.names(f"- {first.group(1)}")
    return frozenset(
        name
        for name in found
        if len(name) > 1
        and name not in cues().no_firm
        and name not in lexicon().stop
        and not gazetteer.demonym(name.title())
    )


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)
