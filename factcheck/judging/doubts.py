"""Figures that may be honest news, but are likelier a slip of the pen: an editor is asked to look,
and nobody is accused.

Two readings are weighed. By a slip the newest figure becomes just this one; by growth, or by a
change either way where a count rises and falls, it becomes one of many, the likelier the less it
changed and the rounder it is told. What one origin alone holds may be weighed so too.
"""

from __future__ import annotations

from claims_db.kinds import Counting
from claims_db.records import Bound, Role, Status
from factcheck.judging import figures, growth, intervals, one_report, slips
from factcheck.judging.record import Held, Record
from factcheck.results import Hint

SORTS = 6.0
"""Sorts of slips, each taken for as likely: swapped, lost and doubled digits, a wrong power of ten,
another count's figure, a part's."""
SMALLEST = 10.0
"""Units of its last non-zero digit that a figure has at least: below, it is a slip of too many."""
LIKELIER = 2.0
"""So many times as likely as news a slip has to be."""
_CHANGES = growth.Course(growth.OTHER_COUNTS, None, 0.0, 0.0)  # of what rises and falls


def slip(record: Record) -> Hint | None:
    """The slip that explains the claim's figure better than news does, if one does."""
    claim = record.claim
    if not _is_told(record):
        return None
    told = [
        (odds, hint)
        for held in _standing(record)
        if not figures.revised_by(claim, held.claim)
        if one_report.tells_the_same(record, [held])
        if (hint := slips.of_figure(claim, held.claim)) is not None
        if (odds := _odds(record, held, hint)) >= LIKELIER
    ]
    best = max(told, key=lambda one: one[0], default=None)
    return best[1] if best else _of_another(record)


def _standing(record: Record) -> list[Held]:
    """The newest figures that a slip may be of: of a toll the highest, of a day without hours."""
    if record.counting is not Counting.ACCUMULATING:
        return list(record.newest)
    highest = record.newest_count
    return [h for h in record.newest if figures.representative(h.claim.value) == highest]


def _is_told(record: Record) -> bool:
    """Whether the claim tells a count of its own that may be weighed."""
    claim = record.claim
    if claim.value.bound in (Bound.VAGUE, Bound.RANGE) or claim.role is not Role.CURRENT:
        return False
    return claim.status not in (Status.DENIED, Status.FEARED) and record.count is not None


def _odds(record: Record, held: Held, hint: Hint) -> float:
    """How many times as likely the figure is by the slip as by news."""
    count, right = record.count, figures.representative(held.claim.value)
    if count is None or right is None or min(map(precision, (count, right))) < SMALLEST:
        return 0.0
    by_slip = 1.0 / SORTS / slips.ways(hint.slip, right) / _figures(_standing(record))
    return _ratio(by_slip, _by_news(record, count, right))


def precision(figure: float) -> float:
    """How many of its last non-zero digit's units a figure is: 23 of 23,000, 5 of 50."""
    return abs(figure) / intervals.digit_unit(figure)


def _of_another(record: Record) -> Hint | None:
    """The figure of another kind in the event that is likelier mistaken for the claim's than grown
    to."""
    count = record.count
    if record.counting is not Counting.ACCUMULATING or count is None or count <= record.highest:
        return None
    others = [*filter(slips.is_of_another_kind, slips.of_others(record.claim, record.beside))]
    if not others:
        return None
    beside = {other.value.stated for other in record.beside if other.kind != record.claim.kind}
    odds = _ratio(1.0 / SORTS / len(beside), _by_news(record, count, record.highest))
    return others[0] if odds >= LIKELIER else None


def _figures(standing: list[Held]) -> int:
    """How many figures these are: a slip may be of any."""
    return len({held.claim.value.stated for held in standing})


def _by_news(record: Record, count: float, right: float) -> float:
    """The chance that news is told in just that figure, 0–1."""
    step = intervals.digit_unit(count)
    if record.counting is Counting.ACCUMULATING:
        course = growth.Course(record.claim.kind, record.happening, record.age, record.gap)
        return record.curve.told(count, step, max(right, record.highest), course)
    low, high = sorted((count, right))
    return record.curve.told(high, step * high / count, low, _CHANGES) / 2


def _ratio(by_slip: float, by_news: float) -> float:
    return by_slip / by_news if by_news > 0 else 0.0
