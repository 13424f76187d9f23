"""The document's own account: laws, then examples of how totals, parts and victims settle."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.kinds import kinds
from claims_db.records import Document
from factcheck.reading.claims import read
from factcheck.reading.main_figures import settle
from factcheck.results import MainFigure

PUBLISHED = "2025-03-14"
PLAIN = (
    "The road to the valley was closed.",
    "Officials promised an inquiry.",
    "Neighbours brought blankets and soup.",
    "The fog had lifted by noon.",
)


def figures(text: str, title: str | None = None) -> dict[str, MainFigure]:
    document = Document(text, title=title, published=PUBLISHED)
    return settle(document, read(document)).figures


def stated(text: str, title: str | None = None) -> dict[str, float | None]:
    return {kind: figure.stated for kind, figure in figures(text, title).items()}


@settings(deadline=None)
@given(st.integers(2, 900), st.integers(2, 900))
def test_counts_told_once_are_the_account(killed: int, hurt: int) -> None:
    text = (
        f"{killed} people were killed and {hurt} wounded when a bus left the road near Sighnaghi."
    )
    assert stated(text) == {"killed": killed, "wounded": hurt}


@settings(deadline=None)
@given(st.permutations(PLAIN), st.integers(2, 900))
def test_sentences_without_figures_change_nothing(order: list[str], killed: int) -> None:
    told = f"A bus left the road near Sighnaghi. {killed} people were killed."
    assert stated(f"{told} {' '.join(order)}") == stated(told) == {"killed": killed}


@settings(deadline=None)
@given(st.integers(2, 400), st.integers(1, 4))
def test_telling_it_again_changes_nothing(killed: int, times: int) -> None:
    told = f"{killed} people were killed in the avalanche above Davos. "
    assert stated(told * times) == {"killed": killed}


@settings(deadline=None)
@given(st.integers(2, 60), st.integers(2, 60), st.randoms())
def test_the_order_of_the_claims_changes_nothing(n: int, m: int, draw: object) -> None:
    text = (
        f"{n} people were killed and {m} wounded when a wall fell in Izmir. "
        f"A driver was among the {n} dead. Two of the wounded were taken to Ankara."
    )
    document = Document(text, published=PUBLISHED)
    claims = list(read(document))
    told = settle(document, claims).figures
    draw.shuffle(claims)  # type: ignore[attr-defined]
    shuffled = settle(document, claims).figures
    assert {k: f.stated for k, f in shuffled.items()} == {k: f.stated for k, f in told.items()}


@settings(deadline=None)
@given(st.integers(2, 900))
def test_figures_name_claims_of_the_document_and_its_people(killed: int) -> None:
    text = f"At least {killed} people were killed and 40 goats drowned when the Nzoia rose."
    document = Document(text, published=PUBLISHED)
    ids = {claim.id for claim in read(document)}
    found = settle(document, read(document))
    assert found.event is None
    assert set(found.figures) == {"killed"}
    figure = found.figures["killed"]
    assert (figure.low, figure.high, figure.bound) == (killed, None, "at_least")
    assert set(figure.claims) <= ids
    assert figure.claims
    assert all(kinds()[kind].of_people for kind in found.figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met on Tuesday to discuss the budget.", {}),
        ("A warehouse burned down in Łódź. No one was hurt.", {"wounded": 0}),
        (
            "A man was shot dead and two others were wounded outside a bar in Tulsa.",
            {"killed": 1, "wounded": 2},
        ),
        (
            "Five people were shot in a park in Tulsa on Sunday, two fatally.",
            {"killed": 2, "wounded": 3},
        ),
        (
            "Twelve people were killed when a ferry sank off Kisumu, including three children. "
            "The twelve dead were all from one village.",
            {"killed": 12},
        ),
        (
            "A train left the rails near Pisa, killing nine people. "
            "The death toll could rise to 30, a surgeon warned.",
            {"killed": 9},
        ),
    ],
)
def test_accounts(text: str, expected: dict[str, float]) -> None:
    told = stated(text)
    assert {kind: told.get(kind) for kind in expected} == expected
    if not expected:
        assert told == {}


def test_a_denied_figure_is_no_account() -> None:
    assert "killed" not in stated(
        "Officials denied that 20 people were killed in the fire in Pisa."
    )
    text = "The fire in Pisa killed six people. The mayor dismissed rumours of 60 deaths."
    assert stated(text)["killed"] == 6


def test_a_headline_weighs_more_than_a_passing_line() -> None:
    body = (
        "A coach overturned in the Andes on Thursday. Police first spoke of 14 people killed. "
        + " ".join(PLAIN)
    )
    assert stated(body)["killed"] == 14
    assert stated(body, "Coach crash in the Andes kills 19")["killed"] == 19
