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
