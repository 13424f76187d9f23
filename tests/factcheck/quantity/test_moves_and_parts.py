"""Numbers that share what stands beside one of them: a scale word, a unit, a noun; and years that
stand before the name of a body."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text

MOVES = [
    ("The fund will swell from 1.2 to 3 billion dollars.", [1.2e9, 3e9]),
    ("Turnover rose from 240 to 310 million euros.", [240e6, 310e6]),
    ("Membership fell from 4 to 2.5 million.", [4e6, 2.5e6]),
    ("Profit climbed from $2 to $3bn.", [2e9, 3e9]),
    # too far off, or told the other way: the scale word is the second number's alone
    ("Visitors rose from 900 to 1.2 million.", [900, 1.2e6]),
    ("Deaths rose from 12 to 2 million over the century.", [12, 2e6]),
    ("The staff grew from 40 people to 3 million.", [40, 3e6]),
]


@pytest.mark.parametrize(("text", "values"), MOVES)
def test_a_move_shares_its_scale_word(text: str, values: list[float]) -> None:
    assert [claim.value.stated for claim in read_text(text)] == values


RANGES = [
    ("The airline cut its forecast from 5 to 7 per cent to 3 to 5 per cent.", [(5, 7), (3, 5)]),
    ("It moved its outlook from 10 to 12 percent to 6-8 percent.", [(10, 12), (6, 8)]),
    ("Guidance went from $2 to $3 billion to $4 to $5 billion.", [(2e9, 3e9), (4e9, 5e9)]),
    ("The bank cut its rate from 5% to between 3 and 4%.", [(5, 5), (3, 4)]),
    ("Debt rose from 2.5 to between 3 and 4 billion pounds.", [(2.5e9, 2.5e9), (3e9, 4e9)]),
    ("It raised its outlook from 5 percent to 7 to 9 percent.", [(5, 5), (7, 9)]),
]


@pytest.mark.parametrize(("text", "ends"), RANGES)
def test_a_move_between_ranges(text: str, ends: list[tuple[float, float]]) -> None:
    assert [(claim.value.low, claim.value.high) for claim in read_text(text)] == ends


YEARS = [
    "A 2017 National Bureau of Prisons study was shelved.",
    "The 2015 European Parliament report was shelved.",
    "The 1998 German Grand Prix was rained off.",
    "The 1984 Sikh killings were never tried.",
    "In 2019 European Union leaders met.",
    "The party said that in 2016 voters stayed at home.",
]


@pytest.mark.parametrize("text", YEARS)
def test_a_year_before_a_name_counts_nobody(text: str) -> None:
    assert all(claim.unit != "person" for claim in read_text(text))


COUNTS = [
    ("1984 Sikh men were killed that week.", 1984),
    ("Some 2000 Turkish Army soldiers were sent.", 2000),
    ("The war resulted in 2015 deaths.", 2015),
    ("2,017 Germans signed the petition.", 2017),
]


@pytest.mark.parametrize(("text", "number"), COUNTS)
def test_a_count_before_a_name_is_one(text: str, number: float) -> None:
    (claim,) = read_text(text)
    assert (claim.value.stated, claim.unit) == (number, "person")


PARTS = [
    ("The scheme covers 6 million homes, including 1.5 million in the south.", "count", "home"),
    ("About 900 schools, among them 120 in Ohio, will close.", "count", "school"),
    ("Some 40 bridges were swept away, among them 12 in the north.", "destroyed", "bridge"),
    ("The storm destroyed 3,400 houses, including 800 in the old town.", "destroyed", "house"),
    ("It recalled 12,000 cars, including 3,000 in Canada.", "count", "car"),
]


@pytest.mark.parametrize(("text", "kind", "unit"), PARTS)
def test_a_bare_part_is_of_what_its_whole_is(text: str, kind: str, unit: str) -> None:
    whole, part = read_text(text)
    assert (part.kind, part.unit, part.part_of) == (kind, unit, whole.id)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The home insurer has 35m of its meters installed.", 35e6, "meter"),
        ("Some 12m of these phones are in use.", 12e6, "phone"),
        ("It sold 3m of them.", 3e6, None),
    ],
)
def test_millions_of_those_are_no_metres(text: str, number: float, unit: str | None) -> None:
    (claim,) = read_text(text)
    assert (claim.value.stated, claim.unit) == (number, unit)


@pytest.mark.parametrize(
    "text",
    [
        "He lives with his now-18 month-old daughter.",
        "The then-14-year-old left.",
        "Her now-six-year-old son was there.",
    ],
)
def test_ages_now_and_then(text: str) -> None:
    assert [claim.kind for claim in read_text(text)] == ["age"]


def test_a_dose_is_no_money() -> None:
    assert all(claim.unit != "ZAR" for claim in read_text("The dose was limited to 0.5 R a day."))
