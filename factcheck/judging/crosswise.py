"""Two counts of one document told crosswise: "90 killed and 12 wounded" beside 12 and 90 on record.
Each alone may pass for news; that both changed places by chance may not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from claims_db.kinds import Counting, ancestors, kinds
from claims_db.records import Bound, Claim, Document, Prior, Role, Status
from factcheck.judging import reasons, slips
from factcheck.judging.alignment import GENERAL
from factcheck.judging.other_counts import APART
from factcheck.judging.pairs import counted
from factcheck.judging.plausible import MISTAKEN_FACTOR, UNACCOUNTED
from factcheck.judging.verdict import SLIP_ODDS
from factcheck.judging.vouching import COMPARABLE
from factcheck.results import ClaimResult, Hint, Severity, Verdict

FEW = 3.0
"""So few of the wounded may have died since in any case."""
_SINCE = re.compile(
    r"\b(?:died|dies|dead|deaths?|succumb\w*)\s+(?:\w+\s+){0,3}?(?:hospitals?|injuries|wounds|"
    r"overnight|later|since)\b|\b(?:later|since|overnight)\s+(?:died|succumbed)\b|\bsuccumb\w*",
    re.IGNORECASE,
)


def told(document: Document, results: Sequence[ClaimResult]) -> dict[int, ClaimResult]:
    """The results of one document that are told crosswise, by their place among them, as
    conflicts."""
    asked = [n for n, result in enumerate(results) if _is_asked(result)]
    found: dict[int, ClaimResult] = {}
    for m, n in combinations(asked, 2):
        if _is_crosswise(results[m], results[n]) and not _is_set_right(results, m, n):
            found.setdefault(m, _conflict(results[m], results[n]))
            found.setdefault(n, _conflict(results[n], results[m]))
        elif _is_exchange(results[m], results[n]) and not _is_set_right(results, m, n):
            sure = _is_borne_out(results[m], results[n])
            tell = _conflict if sure and not _tells_of_later_deaths(document) else _doubt
            found.setdefault(m, tell(results[m], results[n]))
            found.setdefault(n, tell(results[n], results[m]))
    return found


def _is_exchange(one: ClaimResult, other: ClaimResult) -> bool:
    """Whether each gives exactly the other's newest figure, though the two lie so near that some of
    the wounded who died since could account for it: a chance that an editor looks at."""
    assert one.latest is not None
    assert other.latest is not None
    a, b = one.claim.value.stated or 0.0, other.claim.value.stated or 0.0
    if a == b or min(a, b) < slips.SMALLEST or not _are_apart(one.claim, other.claim):
        return False
    if not _of_one_event(one.latest, other.latest):
        return False
    return one.latest.claim.value.stated == b and other.latest.claim.value.stated == a


def _is_borne_out(one: ClaimResult, other: ClaimResult) -> bool:
    """Whether several outlets gave both counts the other way round, and more would have to have
    died since than a few: just so many as there are fewer wounded, and nobody else found."""
    a, b = one.claim.value.stated or 0.0, other.claim.value.stated or 0.0
    if abs(a - b) <= FEW:
        return False
    return min(len(_outlets(one, b)), len(_outlets(other, a))) > 1


def _outlets(result: ClaimResult, figure: float) -> set[str | None]:
    """The outlets that gave the figure for what the result counts."""
    tellers = _tellers(result, figure)
    return {m.prior.report.outlet for m in result.matches if m.prior.report.id in tellers}


def _tells_of_later_deaths(document: Document) -> bool:
    """Whether the text tells of wounded who died since."""
    return _SINCE.search(document.text) is not None


def _doubt(result: ClaimResult, other: ClaimResult) -> ClaimResult:
    """News that an editor is warned of, whatever each of the two alone may be."""
    own, beside = reasons.figure(result.claim), reasons.figure(other.claim)
    newest = [reasons.figure(one.latest.claim) for one in (result, other) if one.latest]
    return replace(
        result,
        verdict=Verdict.UPDATE,
        severity=Severity.WARNING,
        why=f"{own} and {beside} may be told crosswise: on record are {' and '.join(newest)}",
        hints=(Hint(slips.ANOTHER_KIND, result.claim.value.stated or 0.0),),
    )


def _is_asked(result: ClaimResult) -> bool:
    claim = result.claim
    if result.verdict not in APART or result.latest is None or not claim.value.stated:
        return False
    if (result.match_confidence or 0.0) < COMPARABLE or claim.kind in GENERAL:
        return False
    if claim.kind in UNACCOUNTED or claim.value.bound in (Bound.ABOUT, Bound.VAGUE):
        return False  # the missing are found dead: their counts change places by themselves
    return claim.role is Role.CURRENT and claim.change is None and claim.per is None


def _is_crosswise(one: ClaimResult, other: ClaimResult) -> bool:
    """Whether each gives the other's newest figure, both of one happening, and the two lie so far
    apart that no few of the wounded who died since account for it."""
    assert one.latest is not None
    assert other.latest is not None
    if _are_two_groups(one.claim, other.claim):
        least = 0.0  # counts of harm don't fall: one of the two would have to
        one_story = one.latest.report.id == other.latest.report.id
    else:
        least = slips.SMALLEST
        one_story = _are_apart(one.claim, other.claim) and _of_one_event(one.latest, other.latest)
    a, b = one.claim.value.stated or 0.0, other.claim.value.stated or 0.0
    stands = any(_is_fixed(result.claim) for result in (one, other))  # nobody came aboard since
    factor = 1.0 if stands else MISTAKEN_FACTOR
    if not one_story or max(a, b) < max(least, factor * min(a, b)):
        return False
    if one.latest.claim.value.stated == b and other.latest.claim.value.stated == a:
        return True
    return bool(_tellers(one, b) & _tellers(other, a))


def _tellers(result: ClaimResult, figure: float) -> set[str]:
    """The reports of the newest day that give the figure for what the result counts, of whomever:
    of the dead, where the document writes of dead workers."""
    assert result.latest is not None
    newest = result.latest.report.published or ""
    return {
        match.prior.report.id
        for match in result.matches
        if match.prior.claim.kind == result.claim.kind and match.prior.claim.role is Role.CURRENT
        if match.prior.claim.value.stated == figure and not match.later
        if not match.prior.report.retracted and (match.prior.report.published or "") >= newest
        if match.prior.claim.event == result.latest.claim.event
    }


def _of_one_event(one: Prior, other: Prior) -> bool:
    """Whether both are of one happening; figures of none are, where one report gives them."""
    if one.claim.event is None and other.claim.event is None:
        return one.report.id == other.report.id
    return one.claim.event == other.claim.event


def _is_set_right(results: Sequence[ClaimResult], m: int, n: int) -> bool:
    """Whether the text itself denies either count, or gives a figure on record as it is there:
    then the crossed pair is somebody's word that the text sets right."""
    pair = (results[m], results[n])
    if any(_is_denied(result.claim) for result in pair):
        return True
    return any(
        (_is_denied(result.claim) and _same_count(result.claim, told.claim))
        or (told.latest is not None and _same_count(result.claim, told.latest.claim))
        for at, result in enumerate(results)
        if at not in (m, n)
        for told in pair
    )


def _is_denied(claim: Claim) -> bool:
    return claim.status is Status.DENIED or claim.role is Role.RETRACTED


def _same_count(a: Claim, b: Claim) -> bool:
    return a.kind == b.kind and a.unit == b.unit and a.value.stated == b.value.stated


def _are_apart(a: Claim, b: Claim) -> bool:
    """Whether they are counts in one unit, of two kinds neither of which holds the other."""
    if a.unit != b.unit or a.kind == b.kind:
        return False
    return a.kind not in ancestors(b.kind) and b.kind not in ancestors(a.kind)


def _is_fixed(claim: Claim) -> bool:
    return kinds()[claim.kind].counting is Counting.FIXED


def _are_two_groups(a: Claim, b: Claim) -> bool:
    """Whether they count one harm to two sorts of people: three women and seven children."""
    if a.kind != b.kind or kinds()[a.kind].counting is not Counting.ACCUMULATING:
        return False
    first, second = counted(a), counted(b)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _conflict(result: ClaimResult, other: ClaimResult) -> ClaimResult:
    own, beside = reasons.figure(result.claim), reasons.figure(other.claim)
    assert result.latest is not None
    assert result.consistency is not None
    kept = tuple(hint for hint in result.hints if hint.slip != slips.ANOTHER_KIND)
    newest = [reasons.figure(one.latest.claim) for one in (result, other) if one.latest]
    return replace(
        result,
        verdict=Verdict.CONFLICT,
        severity=Severity.ERROR,
        consistency=min(result.consistency, SLIP_ODDS),
        why=f"{own} and {beside} are told crosswise: on record are {' and '.join(newest)}",
        hints=(Hint(slips.ANOTHER_KIND, result.claim.value.stated or 0.0), *kept),
    )
