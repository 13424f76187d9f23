"""The place and date tables through the whole path: never worse than they were."""

from __future__ import annotations

from pathlib import Path

from factcheck.benchmarks.place_date_tables import as_of_right, load, place_right, window_right

CASES = Path(__file__).parents[1] / "cases"
# Of 60 each. Three of the dates name one day for "three weeks ago", where a window is meant.
LEAST_PLACES, LEAST_WINDOWS, LEAST_AS_OF = 57, 54, 59


def test_places() -> None:
    assert sum(map(place_right, load(CASES / "places.jsonl"))) >= LEAST_PLACES


def test_dates() -> None:
    cases = load(CASES / "dates.jsonl")
    assert sum(map(window_right, cases)) >= LEAST_WINDOWS
    assert sum(map(as_of_right, cases)) >= LEAST_AS_OF
