"""What two figures of one fact tell of each other: revised, denied, admitted, of other standing."""

from __future__ import annotations

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Role, Status, Value
from factcheck.judging import intervals, pairs, wording
from factcheck.judging.pairs import Near, Pair

RISEN_REACH = 40
"""Characters before a figure in which its rise is told: "the toll has since risen to at least"."""
_UNSURE = (Status.PRESUMED, Status.FEARED)


def representative(value: Value) -> float | None:
    """The count to order by: as stated, else an end of the interval; None if it has none."""
    if value.stated is not None:
        return value.stated
    return value.low if value.low is not None else value.high


def same_number(pair: Pair) -> bool:
    """Equal counts, or one a hedged or rounded form of the other."""
    found = pair.found.same_number
    if found is None:
        a, b = pair.both
        found = pair.found.same_number = intervals.same_number(a.value, b.value)
    return found


def meet(pair: Pair) -> bool:
    """Whether one number can be meant by both, at the precision stated."""
    found = pair.found.meet
    if found is None:
        a, b = pair.both
        found = intervals.overlap(a.value, b.value) or same_number(pair)
        pair.found.meet = found
    return found


def revision_told(pair: Pair) -> bool:
    """Whether a revising word stands in either sentence."""
    a, b = pair.both
    return wording.revises(a.sentence) or wording.revises(b.sentence)


def revision_told_of(pair: Pair) -> bool:
    """Whether a revising word stands beside either figure, no other figure in between: "cut the
    risk by 27 percent in a study of 9,400 patients" revises no patients."""
    return any(wording.revises(wording.stretch(claim)) for claim in pair.both)


def revision_ties(pair: Pair) -> bool:
    """Whether one text takes the other figure back: it is marked so, or a sentence with a
    revising word prints both figures. Between agencies that measure, each revises its own."""
    a, b = pair.both
    if _sets_aside(a, b) or _sets_aside(b, a):
        return True
    if pair.counting is Counting.FIXED and pairs.authority_relation(pair) is Near.OTHER:
        return False
    if Role.RETRACTED in (a.role, b.role):
        return True
    return _ties(a, b) or _ties(b, a)


def _ties(teller: Claim, other: Claim) -> bool:
    """Whether the teller's sentence prints both figures and tells that its own replaces the
    other: "revised from 41", "39, not 41", "6.2, earlier put at 6.4"."""
    own, told = teller.value.stated, other.value.stated
    if own is None or told is None:
        return False
    if not _tells_replacing(teller, own, told):
        return False
    printed = wording.numbers(teller.sentence)
    return own in printed and told in printed


def _tells_replacing(teller: Claim, own: float, told: float) -> bool:
    """Whether the words of the teller's sentence allow for its own figure replacing the other."""
    sentence = teller.sentence
    if wording.revises(sentence):
        return True
    if teller.role is not Role.CURRENT:
        return False
    if told in wording.negated_numbers(sentence):
        return True
    grows = kinds()[teller.kind].counting is Counting.ACCUMULATING
    return (own < told or not grows) and wording.tells_earlier(sentence)


def _sets_aside(teller: Claim, other: Claim) -> bool:
    """Whether the teller's sentence says that it is not the other figure: "298 and not 295"."""
    own, told = teller.value.stated, other.value.stated
    if own is None or told is None or own == told or teller.role is not Role.CURRENT:
        return False
    return told in wording.negated_numbers(teller.sentence) and own in wording.numbers(
        teller.sentence
    )


def told_lowered(claim: Claim) -> bool:
    """Whether the claim's own sentence tells that the count came down by decision."""
    return claim.role is Role.CURRENT and not claim.change and wording.lowers(claim.sentence)


def told_risen(claim: Claim) -> bool:
    """Whether the words before the figure say that the count rose to it."""
    before = claim.sentence[: claim.start - claim.sentence_start]
    return wording.rises_to(before[-RISEN_REACH:])


def lowered_later(pair: Pair) -> bool:
    """Whether the later figure is lower, and its text tells that it was lowered."""
    ordered = pairs.earlier_later(pair)
    return ordered is not None and later_is_lower(pair) and told_lowered(ordered[1])


def revised_by(teller: Claim, other: Claim) -> bool:
    """Whether the teller's own sentence takes the other figure back."""
    return _ties(teller, other)


def same_authority(pair: Pair) -> bool:
    """Whether one named authority gives both figures."""
    return pairs.authority_relation(pair) is Near.SAME


def is_denied(claim: Claim) -> bool:
    """Whether the figure is told as denied."""
    return claim.status is Status.DENIED or wording.denies(claim.sentence)


def later_admits(earlier: float, later: Claim) -> bool:
    """Whether the later figure's open bound admits the earlier, higher count."""
    return intervals.is_floor(later.value) and intervals.admits(later.value, earlier)


def later_is_lower(pair: Pair) -> bool:
    """Whether the figures are ordered in time and the count came down."""
    counts = _in_order(pair)
    return counts is not None and counts[1] < counts[0]


def later_is_higher(pair: Pair) -> bool:
    """Whether the figures are ordered in time and the count went up."""
    counts = _in_order(pair)
    return counts is not None and counts[1] > counts[0]


def _in_order(pair: Pair) -> tuple[float, float] | None:
    ordered = pairs.earlier_later(pair)
    if ordered is None:
        return None
    earlier, later = representative(ordered[0].value), representative(ordered[1].value)
    if earlier is None or later is None:
        return None
    return earlier, later


def identified_later(pair: Pair) -> bool:
    """Whether the later figure counts the dead where the earlier one counted the presumed."""
    ordered = pairs.earlier_later(pair)
    return ordered is not None and ordered[0].status in _UNSURE and ordered[1].status not in _UNSURE


def other_standing(pair: Pair) -> bool:
    """Whether one is confirmed and the other presumed or feared, or one only projected."""
    a, b = pair.both
    if (Role.PROJECTED is a.role) != (Role.PROJECTED is b.role):
        return True
    if a.status is Status.CONFIRMED:
        return _is_unsure(b)
    return b.status is Status.CONFIRMED and _is_unsure(a)


def _is_unsure(claim: Claim) -> bool:
    """Whether the missing may be among the counted."""
    return claim.status in _UNSURE or wording.counts_missing(claim.sentence)
