"""Laws of partial dates: they parse back, contain their start, and order without favour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import InputError
from claims_db.moments import (
    Order,
    days_between,
    order,
    overlaps,
    parse,
    parse_or_none,
)

MIRROR = {
    Order.BEFORE: Order.AFTER,
    Order.AFTER: Order.BEFORE,
    Order.SAME: Order.SAME,
    Order.UNORDERED: Order.UNORDERED,
    Order.UNKNOWN: Order.UNKNOWN,
}
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
# A narrow span of years, so that windows do meet.
CLOCKS = st.datetimes(datetime(2024, 12, 30), datetime(2025, 3, 2)).map(
    lambda d: d.replace(second=0, microsecond=0)
)
DATES = st.dates(date(2024, 12, 30), date(2025, 3, 2)).map(date.isoformat)
TEXTS = st.one_of(
    DATES,
    DATES.map(lambda d: d[:7]),
    DATES.map(lambda d: d[:4]),
    CLOCKS.map(lambda d: d.isoformat(timespec="minutes")),
    st.builds(lambda d, z: d.replace(tzinfo=z).isoformat(timespec="minutes"), CLOCKS, ZONES),
)


@given(TEXTS)
def test_isoformat_parses_back(text: str) -> None:
    moment = parse(text)
    assert parse(moment.isoformat()) == moment
    assert moment.isoformat().removesuffix("Z") == text.removesuffix("+00:00")


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)), ZONES)
def test_a_zoned_time_is_its_utc(clock: datetime, zone: timezone) -> None:
    stamp = clock.replace(tzinfo=zone)
    expected = stamp.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    moment = parse(stamp.isoformat())
    assert moment.start == expected
    assert moment.zoned
    assert moment.day == clock.date()


@given(st.dates())
def test_a_window_contains_its_start_and_ends_later(day: date) -> None:
    for length in (4, 7, 10):
        moment = parse(day.isoformat()[:length])
        assert moment.start <= datetime(day.year, day.month, day.day) < moment.end
        assert moment.day <= day <= moment.last_day


@given(TEXTS, TEXTS)
def test_order_is_antisymmetric(a: str, b: str) -> None:
    assert order(parse(a), parse(b)) is MIRROR[order(parse(b), parse(a))]


@given(TEXTS)
def test_nothing_stands_before_or_after_itself(text: str) -> None:
    moment = parse(text)
    own = Order.SAME if moment.precision == "minute" else Order.UNORDERED
    assert order(moment, moment) is own
    assert order(moment, None) is order(None, moment) is order(None, None) is Order.UNKNOWN


@given(TEXTS, TEXTS)
def test_days_between_is_antisymmetric_and_agrees_with_order(a: str, b: str) -> None:
    days = days_between(a, b)
    assert days == -days_between(b, a)
    if order(parse(a), parse(b)) is Order.BEFORE:
        assert days > 0


@given(*[st.dates(date(2025, 1, 1), date(2025, 2, 1))] * 4, st.integers(0, 9))
def test_overlap_is_a_shared_day(a: date, b: date, c: date, d: date, slack: int) -> None:
    a, b = sorted((a, b))
    c, d = sorted((c, d))
    grown = {a + timedelta(days=n) for n in range(-slack, (b - a).days + slack + 1)}
    shared = bool(grown & {c + timedelta(days=n) for n in range((d - c).days + 1)})
    p, q, r, s = (day.isoformat() for day in (a, b, c, d))
    assert overlaps(p, q, r, s, slack_days=slack) is shared
    assert overlaps(r, s, p, q, slack_days=slack) is shared


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_an_input_error(text: str) -> None:
    moment = parse_or_none(text)
    if moment is None:
        with pytest.raises(InputError, match="YYYY-MM-DD"):
            parse(text)
    else:
        assert moment == parse(text)
        assert moment.start < moment.end


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-04-24T09:18 (zone not stated)", "2025-04-24T09:18"),
        ("2025-04-24T09:18 (updated; zone not stated)", "2025-04-24T09:18"),
        ("2025-04-24T04:10Z", "2025-04-24T04:10Z"),
        ("2025-04-24 04:10:59 UTC", "2025-04-24T04:10Z"),
        ("2025-04-24T04:10:59.123+0300", "2025-04-24T04:10+03:00"),
        ("2025-04-24T04:10-03:30", "2025-04-24T04:10-03:30"),
        ("20250424", "2025-04-24"),
        ("20250424T041000Z", "2025-04-24T04:10Z"),
        ("2025/4/24", "2025-04-24"),
        ("24 April 2025", "2025-04-24"),
        ("April 24, 2025", "2025-04-24"),
        ("Thursday, Apr. 24th 2025", "2025-04-24"),
        ("Thu, 24 Apr 2025 06:06:00 +0000", "2025-04-24T06:06Z"),
        ("2025-04-24 evening", "2025-04-24"),
        ("July 2025", "2025-07"),
        ("early April 2025", "2025-04"),
        (" 2025 ", "2025"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_forms_seen_in_archives(text: str, iso: str) -> None:
    assert parse(text).isoformat() == iso


@pytest.mark.parametrize(
    "text",
    ["later", "morning", "", "2025-02-30", "2025-13", "0000", "04/05/2025", "202504", "25",
     "2025-04-24T25:00", "2025-04-24T06:06+19:00", "0001-01-01T00:00+01:00", "2025-04-24 2025",
     "٢٠٢٥", "2" * 99],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Use YYYY-MM-DD"):
        parse(text)
    assert parse_or_none(text) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2025-04-24", "2025-04-25", Order.BEFORE),
        ("2025-04-24", "2025-04-24", Order.UNORDERED),
        ("2025-04-24", "2025-04-24T06:06", Order.UNORDERED),
        ("2025-04-24T06:06+03:00", "2025-04-24T04:10Z", Order.BEFORE),
        ("2025-04-24T06:06+03:00", "2025-04-24T03:06Z", Order.SAME),
        ("2025-04-24T06:06+03:00", "2025-04-24T09:18", Order.UNORDERED),
        ("2025-04-24T06:06+03:00", "2025-04-24T19:18", Order.BEFORE),
        ("2025-04", "2025-04-24", Order.UNORDERED),
        ("2025-04", "2025-05-01", Order.BEFORE),
        ("2026", "2025-12-31T23:59", Order.AFTER),
        # Just after midnight in Kyiv is still the day it prints, though not in UTC.
        ("2025-04-24T01:00+03:00", "2025-04-24", Order.UNORDERED),
        ("2025-04-24T01:00+03:00", "2025-04-23", Order.AFTER),
    ],
)
def test_order_of_two_as_of_dates(a: str, b: str, expected: Order) -> None:
    assert order(parse(a), parse(b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2025-04-24", "2025-04-25", 1.0),
        ("2025-04", "2025-04-24", 0.0),
        ("2025-04", "2025-05-02", 2.0),
        ("2025-04-24T06:00Z", "2025-04-24T18:00Z", 0.5),
        ("2025-04-24T06:00Z", "2025-04-25", 1.0),
    ],
)
def test_days_between_dates(a: str, b: str, days: float) -> None:
    assert days_between(a, b) == days
