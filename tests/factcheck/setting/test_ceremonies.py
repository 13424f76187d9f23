"""Where and when a ceremony is held is not where and when those were harmed that it is for."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Document
from factcheck import extract

MONDAY = "2025-04-14"


def told(text: str, kind: str = "killed") -> Claim:
    claims = extract(Document(text, published=MONDAY)).claims
    return next(claim for claim in claims if claim.kind == kind)


def day(claim: Claim) -> str | None:
    return claim.when.start if claim.when else None


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        (
            "Hundreds attended a requiem in Porto on Sunday for the nine nurses who died when "
            "a coach left the road on April 3 near Braga.",
            "2025-04-03",
            "Braga",
        ),
        (
            "An inquest was opened in Cardiff on Thursday into the deaths of four miners killed in "
            "a roof collapse on March 28 in Swansea.",
            "2025-03-28",
            "Swansea",
        ),
        (
            "Thousands marched in Belgrade on Saturday to honour the 16 people killed on April 1 "
            "in a stampede in Novi Sad.",
            "2025-04-01",
            "Novi Sad",
        ),
        (
            "The funerals of seven firefighters who died in Valencia on April 5 took place in "
            "Madrid on Friday.",
            "2025-04-05",
            "Valencia",
        ),
    ],
)
def test_what_a_ceremony_is_for_has_its_own_day_and_place(text: str, when: str, where: str) -> None:
    claim = told(text)
    assert day(claim) == when
    assert claim.places[0].name == where


@pytest.mark.parametrize(
    "text",
    [
        "A vigil was held in Leeds on Friday for the 12 people killed in the fire.",
        "Relatives of the eight sailors lost gathered in Brest on Sunday for prayers. In all, 8 "
        "sailors died.",
        "A memorial has been held for 29 people killed in a ferry sinking. Thousands came to the "
        "ceremony in Mwanza on Friday.",
        "Coffins of the 19 cadets killed in the crash arrived in Dhaka on Saturday.",
    ],
)
def test_the_day_of_a_ceremony_is_not_that_of_the_dead(text: str) -> None:
    assert day(told(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb at a funeral in Kabul on Friday killed 12 people.", "killed"),
        ("A funeral in Herat on Friday for a judge was hit by a blast that killed 12.", "killed"),
        ("A vigil in Chicago on Friday ended in gunfire that left three people dead.", "killed"),
        (
            "The memorial to the dead was attacked on Friday, leaving six people hurt.",
            "wounded",
        ),
    ],
)
def test_harm_at_a_ceremony_is_of_its_day(text: str, kind: str) -> None:
    assert day(told(text, kind)) == "2025-04-11"


def test_the_month_of_march_is_no_ceremony() -> None:
    assert day(told("Police in Lyon in March spoke of 12 people killed.")) == "2025-03-01"
