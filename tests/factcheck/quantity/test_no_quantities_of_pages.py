"""Numbers of names, codes, phones and versions, as pages write them: no quantities; and counts that
look like these."""

from __future__ import annotations

import pytest

from factcheck.quantity.quantities import find
from factcheck.quantity.quantity import Quantity
from factcheck.reading.claims import read_text
from factcheck.text.tokens import Tokens


def told(text: str) -> list[Quantity]:
    return find(Tokens(text))


def stated(text: str) -> list[float | None]:
    return [quantity.value.stated for quantity in told(text)]


def units(text: str) -> list[str | None]:
    return [quantity.unit.name if quantity.unit else quantity.phrase for quantity in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The maker (HK:386) fell.",
        "The carmaker (TYO: 7203) fell.",
        "The bank (9988.HK) fell.",
        "Bids are due by 1630 EST.",
        "She lives at 16-18 Industrial Avenue.",
        "The blocks at 5 and 6 Sydney Street are sold.",
        "It was an appropriate one for us.",
        "I get one myself.",
        "This is a hard one.",
    ],
)
def test_codes_addresses_and_pronouns_are_no_quantities(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The gauge rose to 105.1400.",
        "The pound bought 145.2050.",
        "It closed at 112.7500.",
    ],
)
def test_rates_with_four_decimals_are_no_phones(text: str) -> None:
    assert len(told(text)) == 1


def test_a_number_to_call_is_a_phone() -> None:
    assert told("Call 555.1234 now.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Photo 2/9 shows the bridge.",
        "The lens opens to f/1.8 in the dark.",
        "They beat the No.3 seed.",
        "He lived at 221B Baker Street.",
        "She remembers the summer of '69.",
        "It has odds of 9-to-5.",
        "The car has plate 7ABC123.",
        "One by one they left.",
        "He is the one and only.",
        "They meet in pool 4.",
        "the galaxy note 8 is back",
    ],
)
def test_numbers_of_names_and_odds_are_no_quantities(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["Every one of us left.", "Each one of the maps is wrong."])
def test_every_one_is_no_count(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Version 4.1 adds a dark mode.",
        "Android 12.1 brings the shade back.",
        "Firmware 2.3 fixes the lens.",
    ],
)
def test_versions_are_no_quantities(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call +44 (0)20 7946 0018 today.",
        "Ring +1 212 555 0123 or write.",
        "Take Route 9W north.",
        "See Fig. 3b and Eq. 4 below.",
    ],
)
def test_phones_roads_and_pictures_are_no_quantities(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("'12 people were killed,' police said.", 12),
        ("Kenya bus crash: '40 dead' in ravine", 40),
        ("Police say '25 arrested' in Porto", 25),
        ("Was anyone spared? No. 14 people died.", 14),
        ("Hong Kong fire: HK: 17 dead", 17),
        ("By noon 1200 est dead.", 1200),
        ("18:30 159 people were killed.", 159),
        ("Some 30 159 people fled.", 30_159),
    ],
)
def test_counts_are_no_years_ranks_codes_or_hours(text: str, number: float) -> None:
    assert number in {claim.value.stated for claim in read_text(text, "2031-05-09")}
