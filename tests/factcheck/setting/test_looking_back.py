"""Days of writing are no days of what happened, and anniversaries tell the day of it."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Document, Role
from factcheck.reading.claims import read, read_text


def _killed(text: str, published: str) -> Claim:
    (toll,) = (claim for claim in read_text(text, published) if claim.kind == "killed")
    return toll


@pytest.mark.parametrize(
    ("text", "published", "start", "end"),
    [
        (
            "Candles were lit on Sunday, seven years to the day since fire gutted a hostel in "
            "Riga and killed 54 people.",
            "2024-11-24",
            "2017-11-24",
            "2017-11-24",
        ),
        (
            "Thursday marks three years since the stampede in Lagos that killed 31 people.",
            "2025-10-29",
            "2022-10-30",
            "2022-10-30",
        ),
        (
            "It is thirteen years since a gunman killed nine people at a café in Turku.",
            "2026-06-12",
            "2013-05-12",
            "2013-07-13",
        ),
        (
            "On the tenth anniversary of the landslide that killed 102 people near Badulla, "
            "bells rang.",
            "2024-10-29",
            "2014-09-28",
            "2014-11-29",
        ),
    ],
)
def test_an_anniversary_dates_what_it_looks_back_on(
    text: str, published: str, start: str, end: str
) -> None:
    toll = _killed(text, published)
    assert toll.when is not None
    assert (toll.when.start, toll.when.end) == (start, end)


def test_the_time_from_then_on_is_no_anniversary() -> None:
    toll = _killed("In the two years since the quake, cholera has killed 900 people.", "2025-02-06")
    assert toll.when is None or toll.when.start != toll.when.end


@pytest.mark.parametrize(
    "text",
    [
        "PATNA, June 5, 2023 – A train that left the rails killed at least 27 people.",
        "Split, 5 June 2023 – A ferry that sank left 27 people dead.",
        "ACCRA, June 5 (Wire) – A blast killed 27 people at a quarry.",
        "June 5 (Wire) – A blast killed 27 people at a quarry.",
    ],
)
def test_the_day_of_a_dateline_is_that_of_writing(text: str) -> None:
    assert _killed(text, "2023-06-05").when is None


def test_a_day_told_beside_the_dateline_stays() -> None:
    toll = _killed("PATNA, June 5, 2023 – A train crash on Friday killed 27 people.", "2023-06-05")
    assert toll.when is not None
    assert toll.when.start == "2023-06-02"


def test_the_place_of_a_dateline_gives_way_to_the_one_told_of() -> None:
    text = "CAIRO, June 5, 2023 – The wreck killed 27 people, the coast guard said."
    title = "Boat sinks off Benghazi"

    document = Document(text, title=title, published="2023-06-05")
    (toll,) = (claim for claim in read(document) if claim.kind == "killed")
    assert [place.name for place in toll.places] == ["Benghazi"]


def test_a_byline_tells_where_the_reporter_is() -> None:
    text = "By our correspondent in Izmir\n\nA fire in a mine killed 27 people, officials said."
    assert _killed(text, "2023-06-05").places == ()


def test_that_saturday_is_the_day_told_before() -> None:
    text = "A crush killed 27 people in Busan on 29 October 2022. That Saturday 90,000 had come."
    (crowd,) = (c for c in read_text(text, "2024-09-30") if c.value.stated == 90_000)
    assert crowd.when is None or crowd.when.start == "2022-10-29"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The coast remembers 2001, when a tsunami killed 70 people.", "2001"),
        ("Nobody forgets 1988, when the ferry sank and 193 people were killed.", "1988"),
    ],
)
def test_a_year_that_when_follows(text: str, year: str) -> None:
    toll = _killed(text, "2025-07-03")
    assert toll.when is not None
    assert toll.when.start.startswith(year)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("About 1,100 were first reported missing; by June 2024 two people were missing.", 1100),
        ("Some 60 people were first thought dead, but the toll is 41.", 60),
        ("As many as 150 had been feared dead; 71 were killed.", 150),
    ],
)
def test_what_was_first_told_is_no_count_now(text: str, first: float) -> None:
    (told,) = (claim for claim in read_text(text, "2024-06-20") if claim.value.stated == first)
    assert told.role is Role.PREVIOUS
