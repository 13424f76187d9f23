"""Units and currencies beside a number, in sentences of our own."""

from __future__ import annotations

import pytest

from factcheck.quantity.quantities import find
from factcheck.text.tokens import Tokens

UNITS = [
    # symbols that count only as written
    ("It draws 5 V.", "volt", 5),
    ("It makes 310Nm.", "newton-metre", 310),
    ("A 7 nm chip.", "nanometre", 7),
    ("The plate held 9 ksi.", "kilopound per square inch", 9),
    ("A 5,000mAh cell.", "milliampere-hour", 5000),
    ("A pitch of 40 μm.", "micrometre", 40),
    ("The 1080p screen.", "pixel", 1080),
    ("Shares cost 214p.", "penny", 214),
    ("They closed at 68 p.", "penny", 68),
    ("A 5G mast.", "generation", 5),
    ("It holds 5g of salt.", "gram", 5),
    # money before and behind, and in text forced into ASCII
    ("They paid $US420,000.", "USD", 420000),
    ("They paid $A3.2m.", "AUD", 3.2e6),
    ("They paid PS2.5m.", "GBP", 2.5e6),
    ("They paid 900€.", "EUR", 900),
    ("They paid 30 € each.", "EUR", 30),
    ("They paid R1.5 billion.", "ZAR", 1.5e9),
    ("It costs 18 R.", "ZAR", 18),
    ("They paid pounds 30m.", "GBP", 30e6),
    ("They paid 4 million Swiss francs.", "CHF", 4e6),
    ("They paid 600 Chinese yuan.", "CNY", 600),
    ("He was fined R500.", "ZAR", 500),
    ("They paid R450 for it.", "ZAR", 450),
    ("A fine of R120 was set.", "ZAR", 120),
    # with prefixes of the SI, and numbers of other forms
    ("It is 700 m high.", "metre", 700),
    ("It needs 5 g of salt.", "gram", 5),
    ("It took 3 h.", "hour", 3),
    ("It takes 470 µF.", "microfarad", 470),
    ("It bore 7 gigapascals.", "gigapascal", 7),
    ("A beam of 15 GeV.", "gigaelectronvolt", 15),
    ("It needs 2 1/2 hours.", "hour", 2.5),
    ("Corn rose 4-1/2 cents.", "cent", 4.5),
    ("It is $5.12-3/4.", "USD", 5.1275),
    ("It is $5.12 3/4.", "USD", 5.1275),
    ("They added 20 µL of dye.", "microlitre", 20),
    ("They drew 2 dL of milk.", "decilitre", 2),
    ("A 10 mM salt was used.", "millimolar", 10),
    ("The part is 3 mm wide.", "millimetre", 3),
    ("It held 415 parts per million.", "part per million", 415),
    ("It held 3.2 x 10^6 bits.", "bit", 3.2e6),
    ("It trades at 15x.", "time", 15),
    # "m" for millions and for metres
    ("They paid 50m euros.", "EUR", 50e6),
    ("He won the 100m hurdles.", "metre", 100),
    ("She needs 35m of rope.", "metre", 35),
    ("It is a 50m pool.", "metre", 50),
    # pounds
    ("He weighed 208 pounds.", "pound-mass", 208),
    ("A 90-pound dog.", "pound-mass", 90),
    ("They seized 2 million pounds of fish.", "pound-mass", 2e6),
    ("The roof cost 900 pounds.", "GBP", 900),
    ("Losses came to 3 million pounds.", "GBP", 3e6),
]


@pytest.mark.parametrize(("text", "unit", "stated"), UNITS)
def test_a_unit_is_read(text: str, unit: str, stated: float) -> None:
    (quantity,) = find(Tokens(text))
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.value.stated) == (unit, pytest.approx(stated))


RATES = [
    ("They pay $15-an-hour.", "USD", "hour"),
    ("It has a $1.2 billion-a-year budget.", "USD", "year"),
    ("Power sells at $40/MWh.", "USD", "mwh"),
    ("They pay 20 cents per kilowatt-hour.", "cent", "kilowatt-hour"),
    ("It uses 15 kWh/100 km.", "kilowatt-hour", "100 km"),
    ("They pump 9 million barrels of crude oil a day.", "barrel", "day"),
    ("It was $5 a year earlier.", "USD", None),
    ("It made 85 cents a share before items.", "cent", "share"),
    ("It is Rs 5/share after tax.", "INR", "share"),
    ("A 5,000-square-foot lab.", "square foot", None),
    ("It rose 30 basis points.", "basis point", None),
]


@pytest.mark.parametrize(("text", "unit", "per"), RATES)
def test_what_a_measure_is_per(text: str, unit: str, per: str | None) -> None:
    (quantity,) = find(Tokens(text))
    assert quantity.unit is not None
    assert (quantity.unit.name, quantity.per) == (unit, per)


def test_millions_of_things_are_no_metres() -> None:
    (homes,) = find(Tokens("They built 3m homes."))
    assert (homes.head, homes.value.stated) == ("homes", 3e6)


@pytest.mark.parametrize("text", ["The PS5 sold.", "Ministers met at COP26.", "An N95 mask."])
def test_codes_that_are_other_words_are_no_money(text: str) -> None:
    assert not find(Tokens(text))
