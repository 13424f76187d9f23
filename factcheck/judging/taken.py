"""A document's verdicts → those taken back that hold a figure against one that the document tells
too: the slab was 300 metres wide and broke loose at 2,650, so 2,650 is no wrong width.

Tolls are not asked: of these a text has one, and a second beside it is a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.records import Bound
from factcheck.judging import reasons, slips, verdict, vouching
from factcheck.judging.own_totals import unheld
from factcheck.results import ClaimResult, Relation, Verdict

_AGAINST: Final = (Verdict.CONFLICT, Verdict.OUTDATED)
_WHY: Final = "The figure on record is another, which the text tells too"
_Figure = tuple[str, str, str]
"""Its kind, its report and its claim."""


def relieved(results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document; a figure is held against none that another one of the document,
    of its kind, is the same as, unless a slip would explain how it came about."""
    taken = {figure for result in results for figure in _agreeing(result)}
    return tuple(
        _without(result, taken) if _is_another(result, taken) else result for result in results
    )


def _without(result: ClaimResult, taken: set[_Figure]) -> ClaimResult:
    """The result without the figure that is taken: held against the surest that is not, of two
    counts of one vote the other, else against none."""
    own = [
        match
        for match in result.matches
        if match.judgement.relation is Relation.CONFLICT
        and match.judgement.match_confidence >= verdict.ACCUSING
        and not match.later
        and not match.prior.report.retracted
        and (result.claim.kind, match.prior.report.id, match.prior.claim.id) not in taken
    ]
    slipped = [
        (match.prior, hint)
        for match in own
        if (hint := slips.of_figure(result.claim, match.prior.claim)) is not None
    ]
    if result.verdict is not Verdict.CONFLICT or not slipped:
        return unheld(result, _WHY)
    prior, hint = slipped[0]
    figure, other = reasons.figure(result.claim), reasons.told(prior)
    why = f"{figure} contradicts {other}: {hint.slip} would explain it"
    return replace(result, latest=prior, hints=(hint,), why=why)


def _agreeing(result: ClaimResult) -> Iterator[_Figure]:
    """The figures on record that a result is the same as: "thousands" is the same as none."""
    vague = result.claim.value.bound is Bound.VAGUE
    if result.verdict is Verdict.CONSISTENT and not vague:
        for match in result.matches:
            judged = match.judgement
            if (
                judged.relation is Relation.CONSISTENT
                and judged.match_confidence >= vouching.COMPARABLE
            ):
                yield result.claim.kind, match.prior.report.id, match.prior.claim.id


def _is_another(result: ClaimResult, taken: set[_Figure]) -> bool:
    latest = result.latest
    if result.verdict not in _AGAINST or latest is None:
        return False
    kind = kinds()[result.claim.kind]
    if kind.of_people and kind.counting is Counting.ACCUMULATING:
        return False
    if (result.claim.kind, latest.report.id, latest.claim.id) not in taken:
        return False
    return slips.of_figure(result.claim, latest.claim) is None
