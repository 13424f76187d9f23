"""Figures left behind in a row: the last of them is no newer than the first."""

import pytest

from claims_db.records import Role
from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The quake had a magnitude of 7.1, revised from 6.4 and then 6.9.", {"6.4", "6.9"}),
        ("The toll was raised to 52 from 47 and earlier 31.", {"47", "31"}),
        ("Police put the dead at 17, up from nine and then 13.", {"nine", "13"}),
        ("The toll rose from 31 to 47 and then 52.", {"31"}),
    ],
)
def test_what_was_left_behind_is_past(text: str, past: set[str]) -> None:
    claims = read_text(text, "2031-05-09")
    assert {c.value.text for c in claims if c.role is Role.PREVIOUS} == past


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Some 26 trains were cancelled, up from eleven on Monday.", {"eleven"}),
        ("The clinic treats 80 patients, down from 120 patients last week.", {"120"}),
        ("Joblessness was 6.4 percent, down from 8.1 in 2020.", {"8.1"}),
        ("Sales were $3.2 billion in the quarter, up from $2.9 billion.", {"$2.9 billion"}),
        ("Earlier reports had put the number of dead at 14.", {"14"}),
        ("Initially, police said that 12 people had died, but the toll is 15.", {"12"}),
        ("At first, officials reported 12 deaths.", {"12"}),
        ("First reports spoke of 12 dead.", {"12"}),
        ("Norvik reported a first-quarter net profit of 412 million euros.", set()),
        ("The bank reported first-half revenue of 3.1 billion dollars.", set()),
        ("The ministry reported the first 12 deaths on Monday.", set()),
        ("First responders said they found 12 people dead.", set()),
        ("The company put its first-year output at 4,000 tonnes.", set()),
        ("Initially, 12 teachers worked at the school.", set()),
        ("The road climbs from 300 metres to 1,200 metres.", set()),
        ("The train came up from 12 stations in the south.", set()),
    ],
)
def test_what_a_count_came_from_is_past(text: str, past: set[str]) -> None:
    claims = read_text(text, "2031-05-09")
    assert {c.value.text for c in claims if c.role is Role.PREVIOUS} == past


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Some 26 trains were cancelled, up from eleven on Monday.", "Some 26"),
        ("In all 31 people were killed, up from 14 on Monday.", "31"),
        ("The clinic treats 80 patients, down from 120 last week.", "80"),
    ],
)
def test_the_day_of_what_it_came_from_is_not_the_counts_own(text: str, now: str) -> None:
    told = {claim.value.text: claim.when for claim in read_text(text, "2031-05-09")}
    assert told[now] is None
