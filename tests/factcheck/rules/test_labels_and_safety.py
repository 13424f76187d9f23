"""Numbers told before what they are; people taken to what is only called after safety."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract


def kinds(text: str) -> list[tuple[str, str]]:
    return [(claim.kind, claim.value.text) for claim in extract(Document(text)).claims]


@pytest.mark.parametrize(
    ("text", "kind", "figure"),
    [
        ("8.8: the magnitude of the quake off Kamchatka.", "magnitude", "8.8"),
        ("7.4 – magnitude of the tremor, by the agency's count.", "magnitude", "7.4"),
        ("12: the number of people killed in Kyiv.", "killed", "12"),
        ("72: dead in the Grenfell fire.", "killed", "72"),
        ("1,175: injured, according to the railway.", "wounded", "1,175"),
        ("31 — those still missing after the flood.", "missing", "31"),
    ],
)
def test_a_label_behind_its_number_is_read(text: str, kind: str, figure: str) -> None:
    assert kinds(text) == [(kind, figure)]


@pytest.mark.parametrize(
    "text", ["1: Toyota", "2: Residents love it.", "12: the number of villages hit by the flood."]
)
def test_a_list_number_or_a_label_of_things_counts_no_people(text: str) -> None:
    assert all(kind == "count" for kind, _ in kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "Guides took 40 tourists to safety briefings.",
        "The quarry sent 25 drivers to safety training.",
        "Coaches brought 30 fans to safety-first seminars.",
        "About 50 nurses were taken to safety drills.",
    ],
)
def test_who_is_taken_to_what_safety_names_is_not_evacuated(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["count"]


@pytest.mark.parametrize(
    "text",
    [
        "Boats took 40 tourists to safety.",
        "Buses brought 90 villagers to safety overnight.",
        "About 50 nurses were taken to safety by soldiers.",
    ],
)
def test_who_is_taken_to_safety_is(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["evacuated"]
