"""Figures on record of one event and kind → those that `check` calls an error for a slip of the
pen that nothing told since has borne out.

Of two counts that may have grown no rule of the table says that they exclude each other; the
record as a whole does. How far a toll can grow is left to `check`: what was thought too much when
it came in may have been the first word of what all came to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims_db import moments
from claims_db.kinds import Counting, kinds
from claims_db.records import Document, Prior
from factcheck.judging import figures, slips, verdict, vouching
from factcheck.results import ClaimResult, Verdict

STEP = 1.5
"""So many times as high as the least of its group is a figure that is looked at closely."""


@dataclass(frozen=True, slots=True)
class Accused:
    """A figure on record that the others of its group speak against, and what is said of it."""

    prior: Prior
    result: ClaimResult


def accused(group: Sequence[Prior], beside: Iterable[Prior]) -> Iterator[Accused]:
    """Those of a group that stand in conflict to the ones out before them, by a slip. `beside`:
    figures of other kinds in the event, one of which may have been taken for the group's own."""
    counts = [count for prior in group if (count := _count(prior))]
    if len(set(counts)) < 2 or kinds()[group[0].claim.kind].counting is Counting.FIXED:
        return
    told = tuple(beside)
    for prior in group:
        if not _is_doubtful(prior, group, min(counts)) or _is_borne_out(prior, group):
            continue
        found = _checked(prior, group, told)
        if found.verdict is Verdict.CONFLICT and found.hints and found.latest is not None:
            yield Accused(prior, found)


def _count(prior: Prior) -> float | None:
    return figures.representative(prior.claim.value)


def _is_doubtful(prior: Prior, group: Sequence[Prior], least: float) -> bool:
    """Whether a slip or a leap may be found: enough to judge the figure by the record."""
    count = _count(prior)
    if count is None:
        return False
    if count >= STEP * least:
        return True
    return any(slips.of_figure(prior.claim, other.claim) for other in group)


def _is_borne_out(prior: Prior, group: Sequence[Prior]) -> bool:
    """Whether another report of a later day has the figure, or a toll as high."""
    count, out = _count(prior), moments.parse_or_none(prior.report.published)
    if count is None or out is None:
        return False
    grows = kinds()[prior.claim.kind].counting is Counting.ACCUMULATING
    for other in group:
        told, later = _count(other), moments.parse_or_none(other.report.published)
        if told is None or later is None or later.day <= out.last_day:
            continue
        if told == count or (grows and told > count):
            return True
    return False


def _checked(prior: Prior, group: Sequence[Prior], beside: Sequence[Prior]) -> ClaimResult:
    report = prior.report
    document = Document(
        "",
        id=report.id,
        title=report.title,
        published=report.published,
        outlet=report.outlet,
        url=report.url,
    )
    others = [other for other in group if other.report.id != report.id]
    out = [
        other.claim
        for other in beside
        if other.report.id != report.id and not vouching.is_later_told(other, report.published)
    ]
    return verdict.decide(prior.claim, document, others, report.published, beside=out)
