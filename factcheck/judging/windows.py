"""Whether a claim and a prior are of one time: by their windows, and by when each was told."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from claims_db import moments
from claims_db.kinds import Counting
from claims_db.moments import Moment
from claims_db.records import Claim, Window
from factcheck.judging import told_sites, wording
from factcheck.judging.cues import cues
from factcheck.judging.pairs import Near, Pair, told_at
from factcheck.setting.happenings import tells_happening

NESTED_DAYS = 7.0
"""A window longer than this holds single happenings: "this year" beside one night."""
DAYS_OF_A_MONTH = 31.0
QUARTER_DAYS = 92.0
"""The longest quarter of a year."""
IMPLIED_DAYS = 3
"""A figure without a window is mostly about so many days before it was told."""
FORGOTTEN_DAYS = 14
"""After so many days a text says when the happening was; of what is told of for long, later."""
LONG_TOLD_DAYS = 30
LONG_TOLD = frozenset({"quake", "tsunami", "flood", "storm", "wildfire", "outbreak", "landslide"})
"""Types of happening whose tolls grow for weeks."""
_COUNTED_BACK = re.compile(
    r"\b(?:ago|earlier|since|after|anniversary\s+of|(?:week|month|year)s?\s+on)$"
)
SELDOM = frozenset({"quake", "tsunami", "fire", "explosion", "crash", "crush", "collapse"})
"""Types that strike one place hardly twice in a month."""
GOES_ON = frozenset({"flood", "storm", "wildfire", "outbreak"})
"""Types that strike for days on end: two reports of one tell two days."""


def window_relation(pair: Pair) -> Near:
    """Whether the two happened in the same stretch of time. A figure without a window is about
    the days before it was told: near them is "touching", what came later or long before another."""
    found = pair.found.window
    if found is None:
        found = pair.found.window = _windows(pair)
    return found


def _windows(pair: Pair) -> Near:
    claim, prior = pair.both
    if claim.when and prior.when:
        found = _window_relation(claim.when, prior.when)
        if found is Near.TOUCHING and (
            _is_another_day(claim, prior) or _are_two_stretches(claim, prior)
        ):
            return Near.OTHER
        if found is Near.OTHER and _is_counted_later(pair):
            return Near.TOUCHING
        if found is Near.NESTED and _is_dated_loosely(claim, prior):
            return Near.SAME
        return found
    told = told_at(claim, pair.claim_published)
    prior_told = told_at(prior, pair.prior.report.published)
    long_told = claim.happening in LONG_TOLD or prior.happening in LONG_TOLD
    if claim.when:
        found = _implied_relation(prior_told, claim.when, long_told)
    elif prior.when:
        found = _implied_relation(told, prior.when, long_told)
    else:
        found = _told_relation(told, prior_told, long_told)
    if found in (Near.TOUCHING, Near.MISSING) and _one_storm(claim, prior):
        return Near.SAME
    if found is Near.OTHER and not claim.when and not prior.when:
        looks_back = _looks_back(claim, told) or _looks_back(prior, prior_told)
        return Near.MISSING if looks_back else Near.OTHER
    return found


def _looks_back(claim: Claim, told: Moment | None) -> bool:
    """Whether a figure is of a page dated by its month or year that tells neither day nor place:
    one that is kept up to date, and looks back."""
    return told is not None and told.precision in ("month", "year") and not claim.places


def _one_storm(a: Claim, b: Claim) -> bool:
    """Whether both sentences name one cyclone: its name is given once in years."""
    return not told_sites.storms(a.sentence).isdisjoint(told_sites.storms(b.sentence))


def _is_another_day(a: Claim, b: Claim) -> bool:
    """Attacks, crashes and arrests happen every day: of two days that are both told in words, each
    has its own. What a night is part of may be told by either of its days, and the day of what
    strikes a region differs from one place's clock to another's."""
    if a.happening in LONG_TOLD or b.happening in LONG_TOLD:
        return False
    return _is_told_day(a.when) and _is_told_day(b.when)


def _are_two_stretches(a: Claim, b: Claim) -> bool:
    """Whether one is of May and the other of June, this year and last: of stretches that end where
    the next begin, each has its own figure, unless years are told together: "in 2022 and 2023"."""
    told = [one.when for one in (a, b) if one.when is not None and one.when.text]
    if len(told) < 2 or min(map(_length, told)) <= NESTED_DAYS:
        return False
    first, second = (window.text or "" for window in told)
    if max(map(_length, told)) <= QUARTER_DAYS:
        return True
    return first not in b.sentence and second not in a.sentence


def _is_counted_later(pair: Pair) -> bool:
    """Of what goes on for days, the day that a later report tells may be that of its count: "as
    the river fell on Wednesday, 22 had died" beside "19 dead on Monday"; and so may that of those
    who are still missing, or in hospital."""
    claim, prior = pair.both
    lasts = claim.happening in GOES_ON or pair.counting is Counting.STATE
    if claim.happening != prior.happening or not lasts:
        return False
    if not (_is_told_day(claim.when) and _is_told_day(prior.when)):
        return False
    assert claim.when is not None
    assert prior.when is not None
    told = told_at(claim, pair.claim_published)
    prior_told = told_at(prior, pair.prior.report.published)
    first, second = moments.parse(claim.when.start).day, moments.parse(prior.when.start).day
    at = told if first > second else prior_told
    if at is None or abs((first - second).days) > FORGOTTEN_DAYS:
        return False
    return 0 <= (at.day - max(first, second)).days <= 1


def _is_dated_loosely(a: Claim, b: Claim) -> bool:
    """Whether the longer window is that of one happening, told by its year or month or counted back
    to: "the 2022 crush", "a year after a knife attack", "ten years ago"."""
    windows = [(one, one.when) for one in (a, b) if one.when is not None]
    claim, window = max(windows, key=lambda one: _length(one[1]))
    if _length(window) < NESTED_DAYS:
        return False
    text = window.text
    if text is None and window.start[:4] == window.end[:4]:
        text = window.start[:4]  # of a record that tells no words, the year if it stands there
    if text is None:
        return False
    if is_of_one_happening(text) or wording.dates_happening(claim.sentence, text):
        return True
    single = claim.happening in SELDOM and wording.tells_one_happening(claim.sentence)
    return single and _length(window) <= DAYS_OF_A_MONTH


@lru_cache(maxsize=4096)
def is_of_one_happening(time: str) -> bool:
    """Whether a time is by its own words that of one happening: "two years after", "last year's
    floods"."""
    if _COUNTED_BACK.search(time) is not None:
        return True
    return any(map(tells_happening, time.lower().split()))


def _is_told_day(window: Window | None) -> bool:
    if window is None or not window.text or window.start[:10] != window.end[:10]:
        return False
    return cues().of_night.isdisjoint(window.text.lower().split())


def days_apart(pair: Pair) -> int | None:
    """Days between the two being told; None where one has no date."""
    a = told_at(pair.claim, pair.claim_published)
    b = told_at(pair.prior.claim, pair.prior.report.published)
    if a is None or b is None:
        return None
    return max((b.day - a.last_day).days, (a.day - b.last_day).days, 0)


def _told_relation(a: Moment | None, b: Moment | None, long_told: bool) -> Near:
    """How two figures without windows stand by the days they were told."""
    if a is None or b is None:
        return Near.MISSING
    return _after(max((b.day - a.last_day).days, (a.day - b.last_day).days, 0), long_told)


def _after(days: int, long_told: bool) -> Near:
    """How a figure told so many days after a happening or another figure stands to it."""
    if days > (LONG_TOLD_DAYS if long_told else FORGOTTEN_DAYS):
        return Near.OTHER
    return Near.TOUCHING if days <= IMPLIED_DAYS else Near.MISSING


@lru_cache(maxsize=65536)
def _implied_relation(told: Moment | None, window: Window, long_told: bool) -> Near:
    """How a window stands to the days before a figure was told."""
    if told is None:
        return Near.MISSING
    first, last = moments.parse(window.start), moments.parse(window.end)
    if first.day > told.last_day + timedelta(days=1):
        return Near.OTHER
    return _after((told.day - last.last_day).days, long_told)


@lru_cache(maxsize=65536)
def _window_relation(a: Window | None, b: Window | None) -> Near:
    if a is None or b is None:
        return Near.MISSING
    if not moments.overlaps(a.start, a.end, b.start, b.end):
        near = moments.overlaps(a.start, a.end, b.start, b.end, slack_days=1)
        if not near:
            return Near.OTHER
        return Near.NESTED if _are_stretches(a, b) else Near.TOUCHING
    return Near.NESTED if _are_stretches(a, b) else Near.SAME


def _are_stretches(a: Window, b: Window) -> bool:
    """Whether one is so much longer that what it holds is another count: a year beside a week."""
    short, long = sorted((_length(a), _length(b)))
    return long > NESTED_DAYS and long > 4 * short


def _length(window: Window) -> float:
    """Days of a window, both ends counted."""
    first, last = moments.parse(window.start), moments.parse(window.end)
    return (last.last_day - first.day).days + 1.0
