"""The comparable priors of a claim → those that are likelier a slip of the pen than the record: one
report's 72 after the 27 of the same day, which nobody gave again.

They are shown and named, but no figure is judged by them; nor by those that others took back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims_db import moments
from claims_db.moments import Order
from claims_db.records import Bound, Document, Role
from factcheck.judging import intervals, origins, slips
from factcheck.judging.plausible import slip
from factcheck.judging.record import Held, Record
from factcheck.judging.withdrawn import taken_back

_FEWEST = 2  # priors, of which one may speak against the other


def weeded(record: Record) -> Record:
    """The record, with what is known of priors that no longer stand, or never did."""
    if len(record.held) + len(record.retractions) < _FEWEST:
        return record
    return replace(record, taken_back=taken_back(record), slipped=slipped(record))


def slipped(record: Record) -> Mapping[int, Held]:
    """Those that one origin alone holds and that others of their day, out before them or told by
    more, make a slip, by `id`, each with the one whose figure it is a slip of. What the claim
    itself gives again is none."""
    stated = {held.claim.value.stated or 0.0 for held in record.held}
    odd = {own for own in stated if any(slips.digit_slip(own, other) for other in stated)}
    found: dict[int, Held] = {}
    for one in record.held:
        if one.claim.value.stated not in odd or not _is_told(one) or record.agrees(one):
            continue
        right = _right(record, one)
        if right is not None:
            found[id(one)] = right
    return found


def _is_told(one: Held) -> bool:
    return one.claim.role is Role.CURRENT and one.claim.value.bound is not Bound.VAGUE


def _right(record: Record, one: Held) -> Held | None:
    """The prior whose figure the one is a slip of, as `check` would judge it; None where it may
    stand, was told again, or is as well borne out as the other."""
    holders = [held for held in record.held if _same(held, one)]
    if _origins(holders) > 1 or len({held.day for held in holders}) > 1:
        return None
    others = tuple(
        held
        for held in record.held
        if not _same(held, one)
        and _is_of_like_age(held, one)
        and held.match.prior.report.id != one.match.prior.report.id
    )
    report = one.match.prior.report
    document = Document("", id=report.id, published=report.published, outlet=report.outlet)
    hint = slip(replace(record, claim=one.claim, document=document, held=others, reprints=()))
    if hint is None or not slips.is_of_digits(hint):
        return None
    right = [held for held in others if held.claim.value.stated == hint.figure]
    borne_out = _origins(right) > 1 or any(_is_out_before(held, one) for held in right)
    return right[0] if right and borne_out else None


def _same(a: Held, b: Held) -> bool:
    return intervals.same_number(a.claim.value, b.claim.value)


def _is_of_like_age(held: Held, one: Held) -> bool:
    """Whether a prior was told on the day of the other, or the day before."""
    if held.day is None or one.day is None or held.claim.role is not Role.CURRENT:
        return False
    return 0 <= (one.day - held.day).days <= 1


def _origins(held: list[Held]) -> int:
    return sum(origins.count(one.match.prior for one in held))


def _is_out_before(held: Held, one: Held) -> bool:
    first = moments.parse_or_none(held.match.prior.report.published)
    second = moments.parse_or_none(one.match.prior.report.published)
    if first is None or second is None:
        return False
    return moments.order(first, second) is Order.BEFORE
