"""One sentence why a claim got its verdict: its figure, the record's, who reported it when."""

from __future__ import annotations

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Prior, Role, Status
from factcheck.judging import figures, reasons, slips
from factcheck.judging.division import division
from factcheck.judging.record import Held, Record
from factcheck.results import Hint, Relation, Verdict


def sentence(record: Record, verdict: Verdict, hints: tuple[Hint, ...]) -> str:
    """ "21 killed" fits neither "at least 12 killed" (Vijesti, 25 April 2025) …: swapped digits."""
    own = reasons.figure(record.claim)
    is_denied = record.claim.status is Status.DENIED
    if verdict is Verdict.NO_PRIOR and record.held and is_denied:
        return f"The text denies {own}, and nobody on record holds it"
    if verdict is Verdict.NO_PRIOR:
        return unmatched(record.claim)
    latest = _told(record.latest)
    agreeing = [held for held in record.held if record.agrees(held)]
    if verdict is Verdict.CONSISTENT:
        among = set(map(id, record.newest))  # to compare all that is known of two is dear
        newest = [held for held in agreeing if id(held) in among] or agreeing
        if not newest:
            return f"{own} leaves room for {latest}"
        return f"{own} agrees with {_told(newest[0].match.prior)}"
    if verdict is Verdict.CORRECTION and record.claim.role is Role.RETRACTED:
        return f"The text itself takes {own} back"
    if verdict is Verdict.CORRECTION:
        return f"{own} takes back {latest}"
    if verdict is Verdict.DISPUTED and is_denied and agreeing:
        return f"The text denies {own}, which {_told(agreeing[0].match.prior)} holds"
    if verdict is Verdict.DISPUTED:
        return _disputed(record, own)
    if verdict is Verdict.OUTDATED:
        replaced = [held for held in agreeing if id(held) in record.taken_back]
        if replaced and not any(map(record.stands, agreeing)):
            teller = record.taken_back[id(replaced[0])]
            newer = _told(teller.match.prior)
            if teller.claim.role is Role.RETRACTED:
                return taken_back(record.claim, teller.match.prior)
            found = f"{own} was taken back: {newer} replaced it"
            return found if newer == latest else f"{found}, and the newest on record is {latest}"
        if agreeing:
            current = (held for held in agreeing if held.claim.role is Role.CURRENT)
            older = _told(next(current, agreeing[0]).match.prior)
            return f"{own} agrees with {older}, but the newest figure on record is {latest}"
        highest = max(record.newest, key=_count)
        return f"{own} is behind: the newest figure on record is {_told(highest.match.prior)}"
    if verdict is Verdict.UPDATE and record.may_precede and _count_of(record) < _newest(record):
        return f"{own} and {latest} are of one day, and nothing tells which is newer"
    if verdict is Verdict.UPDATE:
        new = f"{own} is new: the newest figure on record is {latest}{_odd(record)}"
        return f"{new}; {_explained(record, hints)}" if hints else new
    return f"{own} contradicts {latest}: {_clash(record, hints)}"


def _odd(record: Record) -> str:
    """The figure of the record that was left out for a slip of the pen."""
    for held in record.held:
        if id(held) in record.slipped:
            return f" ({_told(held.match.prior)} looks like a slip)"
    return ""


def _count_of(record: Record) -> float:
    return record.count or 0.0


def _newest(record: Record) -> float:
    return record.newest_count or 0.0


def unmatched(claim: Claim) -> str:
    """Why a claim has nothing to be compared with."""
    return f"Nothing on record is surely the same fact as {reasons.figure(claim)}"


def reprinted(claim: Claim) -> str:
    """Why a claim that is on record in its very words has nothing to be compared with."""
    return f"Only reports with this very sentence give {reasons.figure(claim)}"


def taken_back(claim: Claim, teller: Prior) -> str:
    """Why a figure that whoever gave it took back is out of date."""
    return f"{reasons.figure(claim)} was taken back ({reasons.report(teller)})"


def _told(prior: Prior | None) -> str:
    return "the record" if prior is None else reasons.told(prior)


def _figure(record: Record, hint: Hint) -> str:
    """The figure on record that a slip would come from, as written; else in digits."""
    for held in record.held:
        if held.claim.value.stated == hint.figure and kinds()[held.claim.kind].dimension:
            return reasons.amount(held.claim)
    return f"{hint.figure:,.10g}"


def _count(held: Held) -> float:
    count = figures.representative(held.claim.value)
    return 0.0 if count is None else count


def _disputed(record: Record, own: str) -> str:
    divided = division(record)
    if divided is not None:
        agreeing, other = _told(divided.agreeing.match.prior), _told(divided.other.match.prior)
        return f"The record is divided: {agreeing} agrees with {own}, {other} does not"
    rivals = [h for h in record.newest if h.match.judgement.relation is Relation.CONFLICT]
    against = _told(rivals[0].match.prior if rivals else record.latest)
    return f"{own} is the figure of one party; the other gives {against}"


def _clash(record: Record, hints: tuple[Hint, ...]) -> str:
    if hints:
        return _explained(record, hints)
    if record.claim.role is Role.PREVIOUS:
        return "reports of the day it is told of give other counts"
    if record.counting is not Counting.ACCUMULATING:
        return "the figures exclude each other"
    count, newest = figures.representative(record.claim.value), record.newest_count
    if count is None or newest is None or count > newest:
        return "more than it plausibly grew"
    return "lower than the count on record"


def _explained(record: Record, hints: tuple[Hint, ...]) -> str:
    """What slip would explain the figure."""
    if slips.is_of_digits(hints[0]):
        return f"{hints[0].slip} of {_figure(record, hints[0])} would explain it"
    return f"{hints[0].figure:,.10g} is on record for another count ({hints[0].slip})"
