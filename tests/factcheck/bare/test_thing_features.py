"""Whether a number is found, and counts the same things."""

from __future__ import annotations

from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.thing_features import THINGS


def told(claim: str, evidence: str) -> dict[str, float]:
    """The columns by name."""
    feature = THINGS[0]
    names = [column.partition(".")[2] for column in feature.columns]
    return dict(zip(names, feature.vector(StatementPair(claim, evidence)), strict=True))


def test_a_number_of_the_same_things_is_found() -> None:
    here = told("Rescuers saved 31 kids", "Rescue teams saved 31 children from the lake.")
    assert here["found"] == 1.0
    assert here["there"] > 0.4
    assert here["contrary"] == here["untold"] == here["other"] == 0.0


def test_a_number_of_other_things_is_told_apart() -> None:
    here = told("The storm damaged 214 bridges", "The storm damaged 214 schools and felled trees.")
    assert here["found"] == 1.0
    assert here["there"] < 0.4
    assert here["other"] == 1.0


def test_another_number_of_the_things_contradicts_and_one_of_others_does_not() -> None:
    contrary = told("Floods destroyed 60 barns", "Floods destroyed 45 barns.")
    assert contrary["contrary"] == 1.0
    assert contrary["untold"] == 0.0
    untold = told("Floods destroyed 60 barns", "Floods drove 4,500 villagers away.")
    assert untold["contrary"] == 0.0
    assert untold["untold"] == 1.0


def test_a_sum_and_the_rest_of_a_hundred_percent_follow() -> None:
    total = told("Nine goats were stolen", "Thieves took five goats on Monday and four on Friday.")
    assert total["follows"] == 1.0
    assert total["contrary"] == 0.0
    rest = told(
        "38 percent voted against", "In favour were 62 percent, on a turnout of 50 percent."
    )
    assert rest["follows"] == 1.0
