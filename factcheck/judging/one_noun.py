"""Counts of one noun, of which there are many at one happening: whether two are of one thing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging import alignment, wording
from factcheck.judging.alignment import Figure, figure, stem
from factcheck.setting.attribution import SAYING

_SAID = frozenset(map(stem, SAYING))
_CLAIMS_KEPT = 8192  # claims whose words are remembered: each holds a few kilobytes


def likeness(a: Claim, b: Claim) -> float:
    """How surely two counts of one noun are of one thing, by the words around them, 0-1."""
    return alignment.likeness(_beside_noun(a), _beside_noun(b))


def is_some(claim: Claim) -> bool:
    """Whether the figure is told as some of more: "one of the officers", "three other homes"."""
    return wording.tells_some(claim.sentence, claim.start - claim.sentence_start, claim.value.text)


@lru_cache(maxsize=_CLAIMS_KEPT)
def _beside_noun(claim: Claim) -> Figure:
    """The figure with the words around it, but for what all of its happening share: the noun it
    counts, where, when, at what, and who said so."""
    found, source = figure(claim), claim.attribution.source if claim.attribution else ""
    shared = (*source.lower().split(), claim.happening or "")
    told = {found.head, *map(stem, CALENDAR), *_SAID, *map(stem, shared)}
    told |= {stem(word) for place in claim.places for word in place.name.lower().split()}
    return replace(found, near={word: w for word, w in found.near.items() if word not in told})
