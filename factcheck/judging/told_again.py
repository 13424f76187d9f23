"""Figures that a text tells over and over in the same words, as rows of a page may: judged once.

Each would be held beside each of a report that repeats itself as often, to say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims_db.records import Claim, Prior
from factcheck.results import ClaimResult

Told = tuple[object, ...]


def _told(claim: Claim) -> Told:
    """All that a claim tells but where it stands in the text; a part is one of its own whole."""
    value = claim.value
    return (
        *(claim.kind, claim.subject, claim.group, claim.part_of, claim.unit, claim.per),
        *(value.low, value.high, value.stated, value.bound, value.text),
        *(claim.change, claim.places, claim.when, claim.as_of, claim.attribution, claim.status),
        *(claim.role, claim.happening, claim.event, claim.checkable),
        *(claim.sentence, claim.start - claim.sentence_start),
    )


def once(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """The claims without those told before, and the place of each among these."""
    known: dict[Told, int] = {}
    places = tuple(known.setdefault(_told(claim), len(known)) for claim in claims)
    first = dict(zip(reversed(places), reversed(claims), strict=True))
    return tuple(first[n] for n in range(len(known))), places


def once_a_report(priors: Iterable[Prior]) -> list[Prior]:
    """The priors without those that their own reports tell again."""
    known = {(prior.report.id, *_told(prior.claim)): prior for prior in reversed(list(priors))}
    return list(reversed(known.values()))


def spread(
    results: Sequence[ClaimResult], claims: Sequence[Claim], places: Sequence[int]
) -> tuple[ClaimResult, ...]:
    """The results of claims told once, for all `claims`, by their `places` among these."""
    return tuple(
        results[n] if results[n].claim.id == claim.id else replace(results[n], claim=claim)
        for claim, n in zip(claims, places, strict=True)
    )
