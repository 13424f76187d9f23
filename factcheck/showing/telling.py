"""Which of a claim's matches to show: those that tell best how it stands."""

from __future__ import annotations

from collections import Counter

from claims_db import moments
from factcheck.results import ClaimResult, Match, Relation, Verdict

NEWEST = "newest on record"
# What a match is to the claim, in words: of the pair it is said, and no verdict on the claim.
_STANDING = {
    Relation.CONSISTENT: "agrees",
    Relation.UPDATE: "another count",
    Relation.CORRECTION: "corrects, or is corrected",
    Relation.CONFLICT: "contradicts",
}
OTHER_FACTS = (Relation.DIFFERENT_SCOPE, Relation.DIFFERENT_EVENT)


def telling(found: ClaimResult) -> list[Match]:
    """The best match of each relation, on record and later; none of another fact."""
    best: dict[tuple[bool, Relation], Match] = {}
    for match in same_fact(found):
        relation = match.judgement.relation
        if match.later and relation is Relation.CONSISTENT:
            continue
        best.setdefault((match.later, relation), match)
    order = list(Relation)
    shown = [best[key] for key in sorted(best, key=lambda key: (key[0], order.index(key[1])))]
    other = _other_side(found) if found.verdict is Verdict.DISPUTED else None
    return shown if other is None or other in shown else [other, *shown]


def standing(match: Match) -> str:
    """How a report on record stands to the claim, in words."""
    relation = match.judgement.relation
    words = _STANDING.get(relation, relation.value.replace("_", " "))
    return f"{words}, {_later(match)}" if match.later else words


def _later(match: Match) -> str:
    """That the report came after the document, or may have: of "2025-04" the day isn't known."""
    published = moments.parse_or_none(match.prior.report.published)
    of_a_day = published is None or published.precision not in ("month", "year")
    return "published later" if of_a_day else "perhaps published later"


def same_fact(found: ClaimResult) -> list[Match]:
    """The matches that are the same fact, best first."""
    return [match for match in found.matches if match.judgement.relation not in OTHER_FACTS]


def _other_side(found: ClaimResult) -> Match | None:
    """Of a dispute: the other figure that most reports of the newest day have."""
    others = [
        match
        for match in same_fact(found)
        if not match.later and match.judgement.relation is not Relation.CONSISTENT
    ]
    newest = max((_day(match) for match in others), default="")
    told = [match for match in others if _day(match) == newest]
    counts = Counter(match.prior.claim.value.stated for match in told)
    return max(told, key=lambda match: counts[match.prior.claim.value.stated], default=None)


def _day(match: Match) -> str:
    published = match.prior.report.published or ""
    return published[:10] if len(published) >= len("2025-04-25") else ""
