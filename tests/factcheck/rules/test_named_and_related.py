"""People told of by name, in a row, or as somebody's own; ages that several share."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text


def harmed(text: str) -> list[tuple[str, str]]:
    """The people a sentence tells of one by one, with what befell them."""
    return [(c.value.text, c.kind) for c in read_text(text) if c.kind not in ("age", "count")]


NAMED = [
    ("Amy Cole and Jon Roe died at the scene.", ["Amy Cole", "Jon Roe"], "killed"),
    ("Amy Cole, 34, and Jon Roe, 20, were killed.", ["Amy Cole", "Jon Roe"], "killed"),
    ("Kim Lee, Ben Fox, and Zoe Hart drowned.", ["Kim Lee", "Ben Fox", "Zoe Hart"], "killed"),
    (
        "Rita Moss, 51, Ali Khan and Ed Poe, 9, were hurt.",
        ["Rita Moss", "Ali Khan", "Ed Poe"],
        "wounded",
    ),
    # a place, a club or a mourner is no victim
    ("London and Paris were shocked as John Smith died.", ["John Smith"], "killed"),
    ("Barcelona and Jon Roe were robbed before Ann Poe died.", ["Ann Poe"], "killed"),
]


@pytest.mark.parametrize(("text", "names", "kind"), NAMED)
def test_names_in_a_row(text: str, names: list[str], kind: str) -> None:
    assert harmed(text) == [(name, kind) for name in names]


RELATED = [
    ("Jada's father was also shot.", "Jada's father", "casualties"),
    ("Omar's younger sister was wounded.", "Omar's younger sister", "wounded"),
    ("Tom's sister, Ann, 12, was hurt.", "Tom's sister", "wounded"),
    ("Nadia's uncle died on Monday.", "Nadia's uncle", "killed"),
]


@pytest.mark.parametrize(("text", "who", "kind"), RELATED)
def test_somebody_s_own(text: str, who: str, kind: str) -> None:
    assert harmed(text) == [(who, kind)]


SHARED_AGES = [
    ("Two men, both 45, were killed.", 45),
    ("The two survivors, both 19, were airlifted to a trauma centre.", 19),
    ("Amy Cole and Jon Roe, both 34, died.", 34),
    ("The three pupils, all 16, drowned.", 16),
    ("Four nurses (all 28) were hurt.", 28),
]


@pytest.mark.parametrize(("text", "age"), SHARED_AGES)
def test_an_age_that_several_share_counts_nobody(text: str, age: float) -> None:
    assert [c.kind for c in read_text(text) if c.value.stated == age] == ["age"]


def test_all_of_a_crew_are_counted() -> None:
    assert harmed("The crew, all 45, were killed.") == [("45", "killed")]


TAKEN = [
    ("Three victims were taken to Albany Med with minor injuries.", "Three"),
    ("Two men were rushed to County General with gunshot wounds.", "Two"),
    ("Five pupils were driven to Royal Derby with burns.", "Five"),
]


@pytest.mark.parametrize(("text", "number"), TAKEN)
def test_where_they_are_taken_is_no_victim(text: str, number: str) -> None:
    assert [who for who, _ in harmed(text)] == [number]


HIT = [
    "A woman was hit in the leg by gunfire.",
    "A cyclist was struck in the chest by a stray bullet.",
    "A boy was grazed in the arm by shrapnel.",
]


@pytest.mark.parametrize("text", HIT)
def test_where_a_bullet_hit(text: str) -> None:
    assert [kind for _, kind in harmed(text)] == ["wounded"]
