"""Shares told around or without their noun, lengths of time behind "over", forms of a number, and
names that hold one. Our own sentences."""

from __future__ import annotations

import pytest

from claims_db.records import Bound
from factcheck.quantity.quantities import find
from factcheck.reading.claims import read_text
from factcheck.text.tokens import Tokens

Read = tuple[float | None, str | None]


def read(text: str) -> list[Read]:
    """The numbers of a sentence, each with its unit or what it counts."""
    return [
        (q.value.stated, q.unit.name if q.unit is not None else q.phrase)
        for q in find(Tokens(text))
    ]


WINDOWS = [
    "The plan would save $3 million over four years.",
    "Sales slipped over nine weeks in the south.",
    "Rain fell on the delta over 36 hours.",
]
LENGTHS = [
    "The strike lasted over four years.",
    "She waited for over nine weeks.",
    "It closed over 36 months ago.",
]


@pytest.mark.parametrize("text", WINDOWS)
def test_over_a_time_tells_in_what_time_it_happened(text: str) -> None:
    assert find(Tokens(text))[-1].value.bound is Bound.EXACT


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_of_time_may_be_over_a_number(text: str) -> None:
    assert find(Tokens(text))[-1].value.bound is Bound.MORE_THAN


SHARES: list[tuple[str, list[Read]]] = [
    ("The mill shed one job in eight.", [(0.125, "job")]),
    ("One child in five goes hungry there.", [(0.2, "child")]),
    ("Two pupils out of seven stayed away.", [(pytest.approx(2 / 7), "pupils")]),
    ("One goal in ten games won it.", [(1, "goal"), (10, "games")]),
    ("About a fifth had no view.", [(0.2, None)]),
    ("Most agreed, while a quarter opposed it.", [(0.25, None)]),
    ("Half said they had no savings.", [(0.5, None)]),
    ("He lost by two hundredths of a second.", [(0.02, "second")]),
    ("The rate moved by a tenth of a point.", [(0.1, "point")]),
    ("They closed a half-mile stretch.", [(0.5, "mile")]),
    ("A half-hour delay followed.", [(0.5, "hour")]),
    ("A third of the isle's 900 farms closed.", [(pytest.approx(1 / 3), "farms"), (900, "farms")]),
    ("Half of Peru's 24 regions voted.", [(0.5, "regions"), (24, "regions")]),
    ("He made nine of his last 20 throws.", [(9, "throws"), (20, "throws")]),
    ("It lost eight of its first 12 matches.", [(8, "matches"), (12, "matches")]),
    ("One in six tenants suffers from damp.", [(pytest.approx(1 / 6), "tenants")]),
    ("Nine errors proves the point.", [(9, "errors")]),
]


@pytest.mark.parametrize(("text", "told"), SHARES)
def test_a_share_is_read_with_what_it_is_of(text: str, told: list[Read]) -> None:
    assert read(text) == told


DESCRIBED = [
    ("A three-bedroom villa burned.", "villa"),
    ("She served a six-year prison term.", "prison term"),
    ("They sank a 40-metre trawler.", "trawler"),
]


@pytest.mark.parametrize(("text", "subject"), DESCRIBED)
def test_a_number_tied_to_its_unit_is_told_of_the_noun_behind(text: str, subject: str) -> None:
    assert read_text(text)[0].subject == subject


def test_forty_odd_is_about_forty() -> None:
    (quantity,) = find(Tokens("They were wed for 40-odd years."))
    assert (quantity.value.bound, quantity.unit and quantity.unit.name) == (Bound.ABOUT, "year")


THINGS = [
    "The chip holds 40 transistors.",
    "They bought 12 thermostats and 9 dehumidifiers.",
    "The yard sold 70 semitrailers.",
]


@pytest.mark.parametrize("text", THINGS)
def test_things_that_end_as_people_do_are_no_people(text: str) -> None:
    assert all(q.person is None and not q.could_be_people for q in find(Tokens(text)))


def test_a_comparison_with_a_time_hedges_nothing() -> None:
    share, time = find(Tokens("A van costs 38% less than two years ago."))
    assert (share.value.stated, time.value.bound) == (38, Bound.EXACT)


def test_a_rate_may_be_per_a_measured_thing() -> None:
    (price,) = find(Tokens("Freight costs $900 per 40-foot container."))
    assert price.per == "40-foot container"


FORMS: list[tuple[str, list[Read]]] = [
    ("Shares closed at 23½p.", [(23.5, "penny")]),
    ("It is 6¼ miles long.", [(6.25, "mile")]),
    ("Corn added 3-1/2 cents to $4.12-1/2 a bushel.", [(3.5, "cent"), (4.125, "USD")]),
    ("The stove costs 2.349,50 euros.", [(2349.5, "EUR")]),
    ("The part lasts 10^6 cycles.", [(1e6, "cycles")]),
    ("They built 30 two-bedroom flats.", [(30, "flats"), (2, None)]),
    ("She sank 9 of 14 three-pointers.", [(9, "three-pointers"), (14, "three-pointers")]),
]


@pytest.mark.parametrize(("text", "told"), FORMS)
def test_a_number_is_read_in_any_form(text: str, told: list[Read]) -> None:
    assert read(text) == told


NAMES = [
    "The 737 MAX stayed on the ground.",
    "He crashed a 911 Turbo near Bath.",
    "The 777-300ER is a long jet.",
    "Ministers of the Group of 20 met.",
    "Parcels go to London NW3 4XB.",
    "He took 5-41 on the first morning.",
    "The screen shows 2560 x 1440 dots.",
    "Coldwater 9 plays the park in May.",
    "XFL 310 was shown on Friday.",
    "Year 9 pupils sat the test.",
    "He denies Count 4.",
    "The road is shut between junctions 21 and 22.",
    "Sections 4(1) and chapters 2, 3 and 5 were struck out.",
    "The Boeing 757-200 left at dawn.",
    "An inline-six engine is smooth.",
    "the note 9 pro is out",
    "He has the iPhone 12 and the 12 Pro Max.",
    "Call the desk on 0161 496 0123.",
    "He rents Apt. 7B.",
    "They drew 19-all.",
    "Fans watched 60 Minutes at home.",
    "H.R. 9 went to the floor.",
    "A 1-in-200-year storm is due.",
]
COUNTS = [
    ("The 27 EU states agreed.", 27),
    ("A 100 Mbps link was laid.", 100),
    ("A small group of 20 pupils met.", 20),
    ("The 150-200kW motor is new.", None),
    ("The 311 Democrats agreed.", 311),
    ("Overnight 12 died.", 12),
    ("Last year 40 firms closed.", 40),
    ("A crew of three landed.", 3),
    ("They built 3M homes.", 3e6),
    ("The odds are 1-in-5.", 0.2),
    ("It took 60 minutes.", 60),
    ("It has 375 MP3 files.", 375),
    ("They were wed for 40-odd years.", 40),
    ("The van burns 9 litres of diesel per 100 km.", 9),
]


@pytest.mark.parametrize("text", NAMES)
def test_the_number_of_a_name_is_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "stated"), COUNTS)
def test_a_count_before_a_name_is_one(text: str, stated: float | None) -> None:
    assert [value for value, _ in read(text)] == [stated]
