"""Which priors on record count for a claim: out on the day, standing, comparable, of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims_db import moments
from claims_db.kinds import kinds
from claims_db.records import Claim, Document, Prior, Role, Status
from factcheck.judging import figures, firms, origins, own_totals, pairs, terms, wording
from factcheck.judging.pairs import OF_NO_ONE_THING, Near
from factcheck.judging.record import Held, day_of
from factcheck.results import Match, Relation

COMPARABLE: Final = 0.6
"""Match confidence from which a prior is held against the claim."""
TELLING_NAMES: Final = 0.5
"""Share of names in common that ties a figure without a place."""
DIFFERENT: Final = (Relation.DIFFERENT_SCOPE, Relation.DIFFERENT_EVENT)


def is_later(published: str | None, as_of: str | None) -> bool:
    """Whether a report can't be shown to have been out on the day: "2023" is out when it ends."""
    out, today = moments.parse_or_none(published), moments.parse_or_none(as_of)
    return out is not None and today is not None and out.last_day > today.last_day


def is_later_told(prior: Prior, as_of: str | None) -> bool:
    """Whether the prior's report is later, or its figure holds at a later hour of the same day."""
    if is_later(prior.report.published, as_of):
        return True
    told, today = moments.parse_or_none(prior.claim.as_of), moments.parse_or_none(as_of)
    if told is None or today is None or "minute" not in (told.precision, today.precision):
        return False
    return moments.order(today, told) is moments.Order.BEFORE


def is_comparable(claim: Claim, document: Document, match: Match, is_tied: bool) -> bool:
    """Whether a prior is held against the claim; `is_tied`: it is known to tell its very story."""
    judgement = match.judgement
    if match.later or match.prior.report.retracted:
        return False
    if judgement.relation in DIFFERENT or judgement.match_confidence < COMPARABLE:
        return False
    if _is_smaller_part(claim, match.prior.claim):
        return False
    if is_tied and match.prior.claim.role is not Role.RETRACTED:
        return _is_of_others(document, match.prior)
    return may_vouch(claim, document, match.prior)


def _is_smaller_part(claim: Claim, prior: Claim) -> bool:
    """Whether the prior is told as a part of a total of its report, and is far from the claim's
    whole: "25 deaths, four of them in Itapúa" says nothing of 52."""
    if prior.part_of is None or claim.part_of is not None or not kinds()[claim.kind].of_people:
        return False
    if pairs.counted(claim) and pairs.counted(claim) == pairs.counted(prior):
        return False  # four officers, a part of all the dead, beside fourteen
    part, whole = figures.representative(prior.value), figures.representative(claim.value)
    return part is not None and whole is not None and part <= own_totals.PART * whole


def may_vouch(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether a prior on record counts once it is known to be the same fact: it stands, a place
    or names tie it, and it is not of the document's own agency."""
    if prior.claim.role is Role.RETRACTED or not has_record(claim):
        return False
    if _placeless(claim, prior) or _nobodys(claim, prior):
        return False
    return _is_of_others(document, prior)


def _is_of_others(document: Document, prior: Prior) -> bool:
    """Whether a prior is not of the document's own agency."""
    own = origins.own_origin(document)
    return own is None or origins.origin(prior) != own


def is_of_own_outlet(document: Document, prior: Prior) -> bool:
    """Whether the document's outlet told a figure before on no one's word: it rests on its origin
    alone."""
    if document.outlet is None or prior.report.outlet != document.outlet:
        return False
    return not pairs.authorities(prior.claim) and not prior.report.origin


def retractions(matches: Sequence[Match]) -> tuple[Held, ...]:
    """The figures of the same fact that reports on record tell as taken back; what is rated false
    or denied is told of, not taken back."""
    return tuple(
        Held(match, day_of(match.prior))
        for match in matches
        if match.prior.claim.role is Role.RETRACTED
        and match.prior.claim.status is not Status.DENIED
        and not match.later
        and not match.prior.report.retracted
        and match.judgement.relation not in DIFFERENT
        and match.judgement.match_confidence >= COMPARABLE
    )


def has_record(claim: Claim) -> bool:
    """Whether figures of other reports can be the same fact at all: a happening has many ages and
    durations, but one person one prison term, and counts of who knows what."""
    if claim.kind in OF_NO_ONE_THING:
        return terms.is_term(claim) and bool(terms.convicted(claim))
    return not is_of_nothing(claim)


def is_of_nothing(claim: Claim) -> bool:
    """Whether it is a count of who knows what."""
    return claim.kind == "count" and claim.subject is None


def _placeless(claim: Claim, prior: Prior) -> bool:
    """Whether nothing but the day ties the two: no place on one side, and hardly a shared name,
    unless it is the same sentence but for its numbers."""
    if claim.places and prior.claim.places:
        return False
    shared = wording.shared_names(claim.sentence, prior.claim.sentence)
    if shared is not None and shared >= TELLING_NAMES:
        return False
    return not wording.same_but_for_numbers(claim.sentence, prior.claim.sentence)


def _nobodys(claim: Claim, prior: Prior) -> bool:
    """Whether the figure is a firm's, and nothing ties the two firms."""
    if firms.between(claim, prior.claim) not in (Near.NESTED, Near.OTHER):
        return False
    return not wording.same_but_for_numbers(claim.sentence, prior.claim.sentence)
