"""Whether two figures that a firm tells by quarter are of one period, and two cuts of jobs of one
announcement: revenue of the second quarter contradicts none of the first."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from claims_db import moments
from claims_db.records import Claim, Window
from factcheck.judging import pairs, windows, wording
from factcheck.judging.cues import cues
from factcheck.judging.figures import same_number
from factcheck.judging.pairs import Pair

APART: Final = 45
"""Days between two reports from which what neither dates is of another quarter."""
SOON: Final = timedelta(days=60)
"""So long after a quarter's end its results come out."""
_STRETCH: Final = 28  # days from which a window is a period, not the day of a report
_QUARTER: Final = 80
_YEAR: Final = 366
_YEARS: Final = 360  # days of a stretch from which it is of whole years
_LONGER: Final = 1.5  # times another period, from which it is a half-year, not a quarter
_MONEY: Final = frozenset({"revenue", "money", "percent", "points"})
_JOBS: Final = frozenset({"layoffs", "jobs"})


def other_period(pair: Pair) -> bool:
    """Whether both tell their periods, and these differ; or one doesn't, they were told more than
    some 45 days apart, and neither names the other's time."""
    if not _are_told_by_period(pair) or _are_equal(pair):
        return False
    if _are_other_years(pair):
        return True
    if same_number(pair):
        return False
    first, second = map(_stretch, pair.both)
    if first is not None and second is not None:
        return _differ(first, second)
    if windows.days_apart(pair) is None or (windows.days_apart(pair) or 0) <= APART:
        return False
    claim, prior = pair.both
    told = pairs.told_at(claim, pair.claim_published)
    prior_told = pairs.told_at(prior, pair.prior.report.published)
    return not (_names(claim, prior_told) or _names(prior, told))


def other_years(pair: Pair) -> bool:
    """Whether one tells of years that the other, by its own window, is not of: what befell people
    in 2022 and 2023 is none of what befell others in 2025, though the numbers round alike."""
    if _are_equal(pair):
        return False
    claim, prior = pair.both
    return _is_of_other_years(claim, prior.when) or _is_of_other_years(prior, claim.when)


def _are_equal(pair: Pair) -> bool:
    a, b = pair.values
    return a.stated is not None and a.stated == b.stated


def _are_other_years(pair: Pair) -> bool:
    """The same of a figure that tells no window, by when it was told: what a firm tells undated is
    of this year or the last."""
    claim, prior = pair.both
    told = pairs.told_at(claim, pair.claim_published)
    prior_told = pairs.told_at(prior, pair.prior.report.published)
    return _is_long_over(claim, prior, prior_told) or _is_long_over(prior, claim, told)


def _is_of_other_years(claim: Claim, other: Window | None) -> bool:
    years = _stretch(claim)
    if years is None or other is None or _days(years) < _YEARS:
        return False
    return not moments.overlaps(years.start, years.end, other.start, other.end, SOON.days)


def _is_long_over(claim: Claim, other: Claim, told: moments.Moment | None) -> bool:
    """Whether the years that a figure is of were over a year before the other was told, which
    tells no time and names none of these years."""
    years = _stretch(claim)
    if years is None or other.when is not None or told is None or _days(years) < _YEARS:
        return False
    first, last = moments.parse(years.start).day, moments.parse(years.end).last_day
    named = any(str(year) in other.sentence for year in range(first.year, last.year + 1))
    return (told.day - last).days > _YEAR and not named


def other_announcement(pair: Pair) -> bool:
    """Whether one tells of a further cut of jobs, and the other doesn't."""
    a, b = pair.both
    if a.kind not in _JOBS or b.kind not in _JOBS or same_number(pair):
        return False
    return _is_further(a) != _is_further(b)


def _are_told_by_period(pair: Pair) -> bool:
    """Whether they are of kinds that a firm announces anew, or reports by quarter; of a sum that
    tells not what it is of, the other tells."""
    a, b = pair.both
    if a.kind in _JOBS and b.kind in _JOBS:
        return True
    if a.kind not in _MONEY or b.kind not in _MONEY:
        return False
    return _is_result(a) or _is_result(b)


def _is_result(claim: Claim) -> bool:
    if claim.kind == "revenue":
        return True
    if not claim.subject:
        return False
    return claim.subject.lower().split()[-1] in cues().of_firms_alone


def _is_further(claim: Claim) -> bool:
    return wording.tells_some(claim.sentence, claim.start - claim.sentence_start, claim.value.text)


def _stretch(claim: Claim) -> Window | None:
    """The claim's window, if it is a period told in words."""
    window = claim.when
    if window is None or not window.text or _days(window) < _STRETCH:
        return None
    return window


def _differ(a: Window, b: Window) -> bool:
    if not moments.overlaps(a.start, a.end, b.start, b.end):
        return True
    if not all(cues().spans.search((window.text or "").lower()) for window in (a, b)):
        return False
    short, long = sorted((_days(a), _days(b)))
    return short >= _QUARTER and long > _LONGER * short


def _days(window: Window) -> int:
    return (moments.parse(window.end).last_day - moments.parse(window.start).day).days + 1


def _names(claim: Claim, told: moments.Moment | None) -> bool:
    """Whether the claim is told of the time of the other report: of that day or month, or of a
    period whose results were new then."""
    if claim.when is None or told is None:
        return False
    first, last = moments.parse(claim.when.start).day, moments.parse(claim.when.end).last_day
    if _days(claim.when) >= _QUARTER:
        return last <= told.day <= last + SOON
    return first <= told.day <= last + timedelta(days=windows.IMPLIED_DAYS)
