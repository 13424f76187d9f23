"""Claims: who says so, how a figure stands, where and when, and superlatives. Our own sentences."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Document, Role, Status
from factcheck.reading.claims import read, read_text

STORY = """\
KYIV — A missile struck a market in Kyiv on Tuesday, officials said.

At least 12 people were killed, Mayor Ana Roe said. "We counted 31 wounded," she said.

Earlier reports had put the dead at nine.

In Lviv, three people were hurt on Monday.
"""


@pytest.fixture(scope="module")
def story() -> dict[float, Claim]:
    document = Document(STORY, published="2025-04-23")
    return {c.value.stated: c for c in read(document) if c.value.stated is not None}


def test_the_speaker_is_named(story: dict[float, Claim]) -> None:
    assert story[12].attribution is not None
    assert story[12].attribution.source == "Mayor Ana Roe"


def test_a_pronoun_is_the_last_one_named(story: dict[float, Claim]) -> None:
    assert story[31].attribution is not None
    assert story[31].attribution.source == "Mayor Ana Roe"


def test_the_place_is_the_sentences_else_the_documents(story: dict[float, Claim]) -> None:
    assert [place.name for place in story[12].places] == ["Kyiv"]
    assert [place.name for place in story[3].places] == ["Lviv"]


def test_the_day_is_the_sentences_else_the_documents(story: dict[float, Claim]) -> None:
    assert story[12].when is not None
    assert story[12].when.start == "2025-04-22"
    assert story[3].when is not None
    assert story[3].when.start == "2025-04-21"


def test_an_earlier_count_is_told_apart(story: dict[float, Claim]) -> None:
    assert story[9].role is Role.PREVIOUS
    assert story[12].role is Role.CURRENT


def test_the_same_document_has_the_same_ids() -> None:
    document = Document(STORY, published="2025-04-23")
    ids = [claim.id for claim in read(document)]
    assert ids == [claim.id for claim in read(document)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Police said 12 people died.", "Police"),
        ("Twelve people died, police said.", "police"),
        ("According to the ministry, 12 people died.", "ministry"),
        ("Twelve people died, said Tomas Vela, who leads the rescue.", "Tomas Vela"),
        ("Local media reported that 31 people had died.", "Local media"),
        ("Ana Roe, the mayor, said 12 people died.", "Ana Roe"),
        ('"Twelve of my neighbours died," Ana Lopez said.', "Ana Lopez"),
        ("Twelve people died on the way home.", None),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    (claim,) = read_text(text)
    assert (claim.attribution.source if claim.attribution else None) == source


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Twelve people were confirmed dead.", Status.CONFIRMED),
        ("A preliminary count of 12 dead was given.", Status.PRELIMINARY),
        ("Forty sailors are presumed dead.", Status.PRESUMED),
        ("So far 54 deaths have been confirmed.", Status.CONFIRMED),
        ("Some 30 drownings were feared.", Status.FEARED),
        ("As many as 150 people are feared dead.", Status.FEARED),
        ("The ministry denied that 30 soldiers had been killed.", Status.DENIED),
        ("It was late; 12 people were confirmed dead.", Status.CONFIRMED),
        ("The initial plan took 12 hours.", None),
        ("Twelve people died.", None),
    ],
)
def test_statuses(text: str, status: Status | None) -> None:
    (claim,) = read_text(text)
    assert claim.status == status


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The death toll rose from 41 to 43.", [Role.PREVIOUS, Role.CURRENT]),
        ("The toll was revised to 275, not 288.", [Role.CURRENT, Role.RETRACTED]),
        ("The attack could kill 500 people.", [Role.PROJECTED]),
        ("Earlier reports had 14 dead.", [Role.PREVIOUS]),
        ("The death toll climbed to 61 from 58.", [Role.CURRENT, Role.PREVIOUS]),
        ("Twelve people died.", [Role.CURRENT]),
    ],
)
def test_roles(text: str, roles: list[Role]) -> None:
    assert [claim.role for claim in read_text(text)] == roles


@pytest.mark.parametrize(
    ("text", "rank", "subject"),
    [
        ("It was the worst flood in years.", 1, "flood"),
        ("It was the third deadliest attack this year.", 3, "attack"),
        ("The bridge is the second-longest in the country.", 2, ""),
        ("It is the country's largest port.", 1, "port"),
    ],
)
def test_superlatives(text: str, rank: int, subject: str) -> None:
    (claim,) = (claim for claim in read_text(text) if claim.kind == "superlative")
    assert (claim.value.stated, claim.subject or "") == (rank, subject)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The full-scale invasion in 2022 went on.", 2022),
        ("The treaty of 1949 still holds.", 1949),
        ("The 2004 tsunami struck at dawn.", 2004),
        ("The club was founded in 1987.", 1987),
    ],
)
def test_dated_happenings(text: str, year: int) -> None:
    (claim,) = read_text(text)
    assert (claim.kind, claim.value.stated) == ("date", year)
    assert claim.when is not None
    assert claim.when.start == f"{year}-01-01"


def test_a_single_person_is_checkable_where_no_other_count_stands() -> None:
    (alone,) = read_text("A man was shot dead.")
    assert alone.checkable
    by_the_way, counted = read_text("A man was shot dead. In all 12 people were killed.")
    assert counted.checkable
    assert not by_the_way.checkable


def test_an_empty_text_has_no_claims() -> None:
    assert read_text("") == read_text(" \n\n ") == ()
