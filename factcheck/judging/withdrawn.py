"""The comparable priors of a claim → those that others of them took back: "revised to 29 from 38"
leaves no report's 38 standing, and one that goes on telling it doesn't bring it back.

A count that was told higher again since, step by step or as risen, has grown back to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims_db.kinds import Counting
from claims_db.moments import Order
from claims_db.records import Claim, Document, Role
from factcheck.judging import figures, intervals, pairs, wording
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.record import Held, Record

_PAST = (Role.PREVIOUS, Role.RETRACTED)


def taken_back(record: Record) -> Mapping[int, Held]:
    """The priors whose figures no longer stood when the claim was told, by `id`, each with the one
    that replaced it. What the claim's own day brings may be newer than the claim."""
    held = record.held
    tellers = [one for one in held if _may_replace(one, held)]
    tellers = [one for one in tellers if pairs.order(record.pair(one)) is Order.AFTER]
    found: dict[int, Held] = {}
    for teller in tellers:
        old = [one for one in held if _replaces(teller, one)]
        told_on = (one for one in held if _is_told_again(one, old, teller))
        for one in (*old, *told_on):
            if not _has_come_back(teller, one, held):
                found.setdefault(id(one), teller)
    for teller in record.retractions:
        if pairs.order(record.pair(teller)) is Order.AFTER:
            for one in held:
                if _is_retracted(one, teller):
                    found.setdefault(id(one), teller)
    return found


def _is_retracted(one: Held, teller: Held) -> bool:
    """Whether a sentence tells that the prior's very figure was taken back, by whoever gave it, and
    the prior was not told since."""
    if not intervals.same_number(one.claim.value, teller.claim.value):
        return False
    return _is_of_who_takes_back(one, teller) and not _is_told_after(one, teller)


def _is_of_who_takes_back(one: Held, teller: Held) -> bool:
    """Whether a prior gives its figure on nobody's word, or on that of somebody whom the sentence
    of the retraction names: a party takes back no hospital's count."""
    outlet = one.match.prior.report.outlet
    if outlet is not None and outlet.lower() in teller.claim.sentence.lower():
        return True
    return _names_source(teller, one.claim)


def _names_source(teller: Held, claim: Claim) -> bool:
    told = teller.claim.sentence.lower()
    sources = pairs.authorities(claim)
    return not sources or any(word in told for source in sources for word in source.lower().split())


def retraction(
    claim: Claim, document: Document, held: Sequence[Held], retractions: Sequence[Held]
) -> Held | None:
    """The sentence that takes the very figure of a claim back, where no report on record gives it
    any more: the first report of it need not be on record."""
    if claim.role is not Role.CURRENT:
        return None
    if any(intervals.same_number(claim.value, one.claim.value) for one in held):
        return None
    for teller in retractions:
        pair = Pair(claim, teller.match.prior, document.published)
        if not intervals.same_number(claim.value, teller.claim.value):
            continue
        if pairs.order(pair) is Order.AFTER and _names_source(teller, claim):
            return teller
    return None


def only_retracted(record: Record) -> bool:
    """Whether all that speaks against a claim was taken back, and nothing speaks for it: then it is
    held against nothing."""
    told = record.held
    if not told or any(record.agrees(one) for one in told):
        return False
    return all(_is_without_successor(record, one) for one in told)


def is_retracted(record: Record) -> bool:
    """Whether all that gave the claim's figure was taken back, with no other in its place."""
    agreeing = [one for one in record.held if record.agrees(one)]
    return bool(agreeing) and all(_is_without_successor(record, one) for one in agreeing)


def _is_without_successor(record: Record, one: Held) -> bool:
    teller = record.taken_back.get(id(one))
    return teller is not None and teller.claim.role is Role.RETRACTED


def _is_told_again(one: Held, old: Sequence[Held], teller: Held) -> bool:
    """Whether a prior goes on telling the count that the teller took back in others."""
    if one is teller or one.claim.role is not Role.CURRENT:
        return False
    if _between(teller, one).counting is not Counting.ACCUMULATING:
        return False
    return any(intervals.same_number(one.claim.value, other.claim.value) for other in old)


def only_old(claim: Claim, held: Sequence[Held]) -> bool:
    """Whether all that a claim told as current would be compared with are figures that their own
    sentences tell as replaced: they vouch for none."""
    if claim.role is not Role.CURRENT:
        return False
    return all(one.claim.role in _PAST and wording.revises(one.claim.sentence) for one in held)


def _may_replace(one: Held, held: Sequence[Held]) -> bool:
    """Whether the prior's sentence tells that its figure takes the place of another: the only one
    that it tells as current."""
    claim = one.claim
    if claim.role is not Role.CURRENT or claim.change is not None:
        return False
    told = claim.sentence
    if not (
        wording.revises(told)
        or wording.lowers(told)
        or wording.negated_numbers(told)
        or wording.tells_earlier(told)
    ):
        return False
    return not any(
        other is not one
        and other.claim.role is Role.CURRENT
        and other.claim.sentence == told
        and other.match.prior.report.id == one.match.prior.report.id
        for other in held
    )


def _replaces(teller: Held, one: Held) -> bool:
    """Whether the teller's text takes the other figure back: it prints both, or tells that a toll
    was lowered to what is less than one told before."""
    own, other = teller.claim, one.claim
    if teller is one or intervals.same_number(own.value, other.value):
        return False
    pair = _between(teller, one)
    fixed = pair.counting is Counting.FIXED
    if fixed and pairs.authority_relation(pair) is Near.OTHER:
        return False  # each measures for itself
    if other.role in _PAST:
        return other.sentence == own.sentence
    told_after = _is_told_after(one, teller)
    if told_after and pair.counting is Counting.STATE:
        return False
    if figures.revised_by(own, other) or _is_negated(own, other):
        return True
    return pair.counting is Counting.ACCUMULATING and not told_after and _is_lowered(own, other)


def _is_negated(own: Claim, other: Claim) -> bool:
    """Whether the sentence of the one says that it is not the other: "29, not 38"."""
    return other.value.stated in wording.negated_numbers(own.sentence)


def _is_lowered(own: Claim, other: Claim) -> bool:
    less, more = figures.representative(own.value), figures.representative(other.value)
    lowered = less is not None and more is not None and less < more
    return lowered and figures.told_lowered(own)


def _has_come_back(teller: Held, one: Held, held: Sequence[Held]) -> bool:
    """Whether the count was told to have risen again since it was taken back: its own text says
    so or revises in turn, or another count came in between the two, or beyond."""
    if not _is_told_after(one, teller):
        return False
    if figures.told_risen(one.claim) or wording.revises(one.claim.sentence):
        return True
    low = figures.representative(teller.claim.value) or 0.0
    return any(
        low < (figures.representative(other.claim.value) or 0.0)
        and not intervals.same_number(other.claim.value, one.claim.value)
        and other.claim.role is Role.CURRENT
        and _is_told_after(other, teller)
        and not _is_told_after(other, one)
        for other in held
    )


def _is_told_after(one: Held, other: Held) -> bool:
    return pairs.order(_between(one, other)) is Order.AFTER


def _between(one: Held, other: Held) -> Pair:
    return Pair(one.claim, other.match.prior, one.match.prior.report.published)
