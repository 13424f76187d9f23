"""Changes: the sign that verbs, particles, nouns and signs give a number. Our own sentences."""

from __future__ import annotations

import pytest

from factcheck.quantity.quantities import find
from factcheck.text.tokens import Tokens

CHANGES = [
    # verbs of rising and falling
    ("Copper slid 4 percent.", ["-"]),
    ("Rents soared 12% in a year.", ["+"]),
    ("Sales of vans plummeted 31% in May.", ["-"]),
    ("Exports grew an annualised 2.4 percent.", ["+"]),
    ("The bank fell 6 per cent, or 14p, to 219p.", ["-", "-", None]),
    ("The yen weakened 1.2% (0.9 yen).", ["-", "-"]),
    ("Tin rose $30, or 0.2 percent.", ["+", "+"]),
    ("Pay rose 0.2% on the month and 3.8% from a year ago.", ["+", "+"]),
    ("Output fell 2 percent in May and 3 percent in June.", ["-", "-"]),
    ("Output fell 2 percent in May and stood at 3 percent.", ["-", None]),
    # verbs with other objects: of a measure, a share or points
    ("The gauge lost 88 points.", ["-"]),
    ("Zinc gained 2.5%.", ["+"]),
    ("The glacier shed 3 gigatonnes of ice.", ["-"]),
    ("They raised $40 million.", [None]),
    ("The mill cut 90 jobs.", [None]),
    ("The striker added two goals.", [None]),
    # by
    ("The board cut its dividend for the year by 20%.", ["-"]),
    ("Output will rise by 5 to 8 percent.", ["+"]),
    ("It revised the count up by 12.", ["+"]),
    # particles and what they do elsewhere
    ("Shares were up 3p.", ["+"]),
    ("Miners were off 2.1 percent.", ["-"]),
    ("It ended 7 points down.", ["-"]),
    ("Women make up 45 percent of the staff.", [None]),
    ("The fund took up 3 percent of the issue.", [None]),
    ("The gang ended up 40 miles away.", [None]),
    # higher, lower
    ("Wheat was 0.8% higher.", ["+"]),
    ("The index closed 41 points lower at 6,900.", ["-", None]),
    ("Gold edged 0.1 percent lower.", ["-"]),
    # verbs with a particle
    ("The index clawed back 0.6 per cent.", ["+"]),
    ("The lira gave up 2% by noon.", ["-"]),
    ("The fund piled on 14 points.", ["+"]),
    # sums and paces
    ("Wages rose an average of 4.1%.", ["+"]),
    ("The mines fell a total of 9 percent.", ["-"]),
    ("Output grew at a 3.3 percent annual rate.", ["+"]),
    ("Lending shrank at a 2 percent pace.", ["-"]),
    ("The bond sells at a 3 percent rate.", [None]),
    # a share that is lost, a stock that grows, points in other terms
    ("The peso lost a fifth of its value.", ["-"]),
    ("The herd shed a third of its weight.", ["-"]),
    ("A fifth of the herd was lost.", [None]),
    ("Of those asked, three-fifths had cut spending.", [None]),
    ("The channel added 40,000 subscribers.", ["+"]),
    ("The app lost 3 million users.", ["-"]),
    ("The side lost three defenders.", [None]),
    ("The gauge dropped 0.9%, or 52 points.", ["-", "-"]),
    ("The guard added 12 points and six boards.", [None, None]),
    # a way gone is no change
    ("The coach plunged 60 metres into a gorge.", [None]),
    ("The drill advances 15 metres a day.", [None]),
    ("The lake dropped 5 metres.", ["-"]),
    # a level that is touched
    ("The rand fell as low as $0.05.", [None]),
    ("They booked a loss of 4.5 billion.", [None]),
    # nouns
    ("It saw a drop of 9 percent.", ["-"]),
    ("An increase in fares of 5% is planned.", ["+"]),
    ("They won an 8% pay rise.", ["+"]),
    ("A 12p gain took it to 90p.", ["+", None]),
    ("It made a $5 million loss.", [None]),
    ("The fund fell 3% and 5%.", ["-", "-"]),
    # signs
    ("Tesco -1.2% and Shell +0.4%.", ["-", "+"]),
    ("Oil (-3.1%) led the way.", ["-"]),
    ("Choose 4GB + 64GB.", [None, None]),
    ("The rate stood at minus 0.5%.", [None]),
    ("It holds plus or minus 3 percent.", [None]),
    ("The valley had about minus 40 degrees.", [None]),
    # a loss is no fall
    ("The carrier lost $5.2bn.", [None]),
    ("The share lost $2.", ["-"]),
    # parts
    ("Profit was down by a fifth.", ["-"]),
    ("Costs were up a third.", ["+"]),
    ("Output fell by a quarter.", ["-"]),
    # a mark that is passed
    ("Bitcoin slid below $8,000.", [None]),
    ("The rate rose above 3%.", [None]),
    ("It fell more than 3%.", ["-"]),
    # periods do not rise
    ("Rents rose three months running.", [None]),
    ("Prices fell two years in a row.", [None]),
    ("The bourse fell four days long.", [None]),
]


@pytest.mark.parametrize(("text", "wanted"), CHANGES)
def test_a_change_has_its_sign(text: str, wanted: list[str | None]) -> None:
    assert [quantity.change for quantity in find(Tokens(text))] == wanted


SHARED_UNITS = [
    ("He went from 96 kilos to 81.", ["kilogram", "kilogram"]),
    ("Growth slowed from 3.1 to 2.9 percent.", ["percent", "percent"]),
    ("Screens of 5, 6 and 7 inches.", ["inch", "inch", "inch"]),
    ("It costs 20 or 30 euros.", ["EUR", "EUR"]),
]


@pytest.mark.parametrize(("text", "wanted"), SHARED_UNITS)
def test_joined_numbers_share_a_unit(text: str, wanted: list[str]) -> None:
    assert [quantity.unit.name for quantity in find(Tokens(text)) if quantity.unit] == wanted
