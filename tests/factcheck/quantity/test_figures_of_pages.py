"""Quantities as market reports, match reports and web pages write them."""

from __future__ import annotations

import pytest

from claims_db.records import Bound
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
    ("text", "wanted"),
    [
        ("Her average dropped to .287 in May.", [0.287]),
        ("The bond yields .75 per cent.", [0.75]),
        ("Each sticker costs $.50 or £.40.", [0.5, 0.4]),
        ("It came to rest (.125 inches lower).", [0.125]),
        ("The walk takes one-and-a-half hours.", [1.5]),
        ("The boat is two-and-a-half metres wide.", [2.5]),
        ("He gave half-a-million pounds.", [500_000]),
        ("The 2m-strong union is split.", [2e6]),
        ("The survey drew 3 quadrillion votes.", [3e15]),
    ],
)
def test_a_number_is_the_one_written(text: str, wanted: list[float]) -> None:
    assert stated(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They read page 4 . 12 people came.",
        "It ended 3-2. 400 fans left.",
        "The list has no end. 60 names are new.",
    ],
)
def test_a_stop_before_a_number_is_no_point(text: str) -> None:
    assert stated(text)[-1] in (12, 400, 60)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It hopes to ship 15m to 16m units.", 15e6, 16e6),
        ("Some 2m-3m homes lack heating.", 2e6, 3e6),
        ("Between 4m and 5m workers are covered.", 4e6, 5e6),
    ],
)
def test_a_letter_scales_both_ends(text: str, low: float, high: float) -> None:
    (found,) = told(text)
    assert (found.value.low, found.value.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The index slipped 0.7% or 49.6 to 6,728.",
        "Gold rose 1.1 per cent or 22.4 to 2,051.",
        "The fund lost 2 percent, or 18 to 871.",
    ],
)
def test_where_a_market_moved_to_is_no_upper_end(text: str) -> None:
    assert len(told(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The fee is not to exceed $900.",
        "Speeds must not exceed 30 mph.",
        "Growth, not exceeding 2 percent, disappoints.",
        "The load can't exceed 5 kg.",
    ],
)
def test_what_is_not_exceeded_is_an_upper_bound(text: str) -> None:
    assert [quantity.value.bound for quantity in told(text)] == [Bound.AT_MOST]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The fund seeks at least an additional 50 tents.", Bound.AT_LEAST),
        ("About another 300 lorries are stuck.", Bound.ABOUT),
        ("More than a further 20 shops will shut.", Bound.MORE_THAN),
        ("Another 40 lorries are stuck.", Bound.EXACT),
    ],
)
def test_a_hedge_reaches_over_what_is_added(text: str, bound: Bound) -> None:
    assert [quantity.value.bound for quantity in told(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The gauge went up 31 points.", "+"),
        ("Tea is 4% dearer.", "+"),
        ("The krone was 0.2% softer.", "-"),
        ("Miners were 3.1% in the green.", "+"),
        ("Banks stood 0.4% in negative territory.", "-"),
        ("Sales fell between 3 and 4 per cent.", "-"),
        ("They cut the queue by nine days.", "-"),
        ("The ceasefire was extended by two weeks.", "+"),
        ("The shift was shortened by an estimated 40 minutes.", "-"),
        ("The index gained 71 pts.", "+"),
        ("The talks lasted nine days.", None),
        ("The film picked up six nominations.", None),
        ("The lender has picked up four branches.", None),
        ("He can pick up 12 boxes.", None),
        ("She extended a loan of $900.", None),
    ],
)
def test_changes_are_told_in_many_ways(text: str, change: str | None) -> None:
    assert [quantity.change for quantity in told(text)] == [change]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Rents are $62 per square foot.", "square foot"),
        ("Land sells at 600 euros per square metre.", "square metre"),
        ("Gas costs $3 per cubic metre.", "cubic metre"),
        ("Gold costs $1,900 per troy ounce.", "troy ounce"),
        ("Milk sells at 39 cents per litre.", "litre"),
    ],
)
def test_a_rate_is_per_the_whole_unit(text: str, per: str) -> None:
    assert [quantity.per for quantity in told(text)] == [per]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The group hired 12 start-ups.", ["start-ups"]),
        ("He has had three run-ins with umpires.", ["run-ins"]),
        ("There were 40 lay-offs.", ["lay-offs"]),
        ("He has 14 postseason at-bats.", ["postseason at-bats"]),
        ("She took five direct free-kicks.", ["direct free-kicks"]),
        ("Five maintain a hold on it.", [None]),
        ("Twelve abstain.", [None]),
        ("He drew 20 elaborate designs.", ["elaborate designs"]),
        ("The 1200 square-metre site is empty.", ["square metre"]),
        ('He bought a 27" monitor and a 55" screen.', ["inch", "inch"]),
        ('He said: "We sold 12" and left.', [None]),
        ("The offer is worth 3 mln dlrs or 2.50 dlrs a share.", ["USD", "USD"]),
        ("They owe 11 mln Canadian dlrs.", ["CAD"]),
        ("They want to raise 5,000 pounds.", ["GBP"]),
    ],
)
def test_what_is_measured_or_counted(text: str, wanted: list[str | None]) -> None:
    assert units(text) == wanted


@pytest.mark.parametrize("noun", ["homers", "blisters", "sneakers", "anchors", "feathers"])
def test_things_in_ers_are_no_people(noun: str) -> None:
    (found,) = told(f"He counted three {noun}.")
    assert found.person is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A fifth of members abstained.", 0.2),
        ("A tenth of the sum is gone.", 0.1),
        ("One-twelfth of the estate is hers.", 1 / 12),
        ("Three-sixteenths of the land is wet.", 3 / 16),
    ],
)
def test_parts_are_named_down_to_the_twentieth(text: str, wanted: float) -> None:
    (found,) = told(text)
    assert found.fraction
    assert found.value.stated == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The flat has 300 sq. ft. of floor.", ["square foot"]),
        ("The fire burned 40 sq. miles of scrub.", ["square mile"]),
        ("The farm has 70 ha under vines.", ["hectare"]),
        ("The boot holds 16 cu ft.", ["cubic foot"]),
        ("The lake lost 12 GL of water.", ["gigalitre"]),
        ("The screen reaches 900 cd/m2 outdoors.", ["candela per square metre"]),
        ("The magnet reaches 7 tesla.", ["tesla"]),
        ("It ran for 1h 45m.", ["hour", "minute"]),
        ("It is 25 C.", ["degree Celsius"]),
        ("Gum costs 50¢ a pack.", ["cent"]),
        ("A ticket costs CAD$45.", ["CAD"]),
        ("The fare is Php 500.", ["PHP"]),
        ("A dividend of 16c per share is due.", ["cent"]),
        ("It pays out 3c more in dividends.", ["cent"]),
        ("The fare went up by 20c.", ["cent"]),
        ("It was 40c in the shade.", ["degree Celsius"]),
        ("A 1.6 W output is enough.", ["watt"]),
        ("The 12 V socket is dead.", ["volt"]),
        ("They hold a 14-point lead.", ["point"]),
        ("It has a 9-point edge.", ["point"]),
        ("It was down after a 6-point swing.", ["point"]),
        ("He measures 6ft 2in.", ["foot", "inch"]),
    ],
)
def test_units_of_pages(text: str, wanted: list[str | None]) -> None:
    found = [
        quantity.unit.name if quantity.unit else quantity.head for quantity in find(Tokens(text))
    ]
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "In the eight weeks to 28 February sales fell.",
        "In the six months to 30 June it earned nothing.",
        "In the four months to 31 Oct it rained.",
    ],
)
def test_a_period_to_a_day_is_no_range(text: str) -> None:
    (found,) = told(text)
    assert found.value.bound == Bound.EXACT


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Take ≤5 mg of it.", Bound.AT_MOST),
        ("It takes ≥7 days.", Bound.AT_LEAST),
        ("It has ≈40 rooms.", Bound.ABOUT),
    ],
)
def test_signs_are_bounds(text: str, bound: Bound) -> None:
    assert [quantity.value.bound for quantity in told(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It costs 20p per MB free of tax.", "MB"),
        ("Power costs 4 euros per kWh.", "kwh"),
        ("They pay $3 per megawatt hour.", "megawatt hour"),
    ],
)
def test_a_rate_is_per_a_unit_by_its_sign(text: str, per: str) -> None:
    assert [str(quantity.per).lower() for quantity in told(text)] == [per.lower()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It sold for three mln dlrs.", [3e6]),
        ("They spent one bn euros.", [1e9]),
        ("It holds two and a half mln bags.", [2.5e6]),
        ("Growth in bn euros is given below.", []),
    ],
)
def test_short_scales_follow_words(text: str, wanted: list[float]) -> None:
    assert stated(text) == wanted


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The crew dropped a 900 kg bomb.", None),
        ("He lost a 20 percent stake.", None),
        ("They added a 50 MW plant.", None),
        ("It dropped a further 3%.", "-"),
        ("It lost a 4 percent slide.", "-"),
        ("The fee was cut by 0.25 of a per cent.", "-"),
        ("It rose 0.5 of a percentage point.", "+"),
    ],
)
def test_what_a_thing_measures_is_no_change(text: str, change: str | None) -> None:
    assert [quantity.change for quantity in told(text)] == [change]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The motion passed by 15 votes to eight.", ["votes", "votes"]),
        ("They won by three goals to one.", ["goals", "goals"]),
        ("She led by 40 points to 31.", ["points", "points"]),
    ],
)
def test_a_result_is_of_one_sort(text: str, heads: list[str]) -> None:
    assert [quantity.head for quantity in told(text)] == heads


@pytest.mark.parametrize(
    "text",
    [
        "They will pay 29p extra a week.",
        "It costs $50 more a week.",
        "Drivers pay 3 euros less per week.",
    ],
)
def test_a_rate_may_stand_behind_a_comparison(text: str) -> None:
    assert [quantity.per for quantity in told(text)] == ["week"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Some 10 to 12 million trees died.", 10e6, 12e6),
        ("It expects profit of £40-45m.", 40e6, 45e6),
        ("It needs $150 to $200 million.", 150e6, 200e6),
        ("Between 30 and 35 thousand jobs are at risk.", 30e3, 35e3),
        ("Twelve to fifteen million trees died.", 12e6, 15e6),
        ("They lost 1.5 to 2.5 billion euros.", 1.5e9, 2.5e9),
    ],
)
def test_both_ends_share_a_scale_word(text: str, low: float, high: float) -> None:
    (found,) = told(text)
    assert (found.value.low, found.value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the plan costs rm49 or eur 12 a month", ["MYR", "EUR"]),
        ("it is priced at rs 24999", ["INR"]),
        ("the budget sets aside c$1.6 billion and nt$3m", ["CAD", "TWD"]),
        ("the house sold for $a3.4m", ["AUD"]),
        ("he likes a 5 km run", ["kilometre"]),
    ],
)
def test_currencies_of_texts_without_capitals(text: str, wanted: list[str]) -> None:
    assert units(text) == wanted


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("It sells for $4.25 up from $2.90.", [None, None]),
        ("Rents stand at 1,480 euros up 6.2% on the year.", [None, "+"]),
        ("The index stood 18 points up at noon.", ["+"]),
        ("It flew 93 jets in May 4% fewer than before.", [None, None]),
    ],
)
def test_a_missing_comma_shifts_no_change(text: str, changes: list[str | None]) -> None:
    assert [quantity.change for quantity in told(text)] == changes


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("From fifty to two thousand people fled.", 50, 2000),
        ("Between ten and two million people fled.", 10, 2_000_000),
        ("Ten to twelve million people fled.", 10_000_000, 12_000_000),
        ("Two to three hundred people fled.", 200, 300),
        ("10 to 12 million people fled.", 10_000_000, 12_000_000),
    ],
)
def test_a_scale_word_is_of_both_ends_where_it_can_be(text: str, low: float, high: float) -> None:
    (claim,) = read_text(text, "2031-05-09")
    assert (claim.value.low, claim.value.high) == (low, high)
