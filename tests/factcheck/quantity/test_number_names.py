"""Numbers that are names, ranks or versions, and their like that count. Our own sentences."""

from __future__ import annotations

import pytest

from factcheck.quantity.quantities import find
from factcheck.text.tokens import Tokens

NAMES = [
    # a capital before the digits
    "The Falcon 9 rockets flew.",
    "The Nikkei 225 fell.",
    "The S&P 500 slid late on.",
    "The Pixel 4 XL went on sale in shops.",
    "The Porsche 911 sold well.",
    "Then Jones 24 on loan from Hull scored late.",
    # in words
    "The Big Four banks agreed.",
    "He bought the Xbox One early.",
    "It is a matter for Capital One alone.",
    # ranks
    "She came in the top 10.",
    "They reached the last 16.",
    "He is the world number four.",
    # sorts
    "He is a two-time winner.",
    "It has a six-speed gearbox.",
    "It is a best-of-seven tie.",
    "It is a 4K screen.",
    "It was a two-for-one deal.",
    # a time, not a number
    "At one point the crowd swelled.",
    "It was at one time a mill.",
    "The road was shut at one stage.",
    # versions, ratios, formations, scores
    "It has Bluetooth 5.0 and USB 3.1.",
    "A ratio of 16:9 is used.",
    "They lined up in a 4-2-3-1 shape.",
    "She won 6-2, 3-6, 7-5 in Rome.",
    "It is a 4x4 drive.",
]
ORDERED = [
    # halves of a period
    "Sales fell in the first half of 2019.",
    "She scored in the second half of the match.",
    "It is due in the latter half of the year.",
    # a noun that is numbered, in words; "one" as a pronoun
    "Viewers liked season one.",
    "It was settled on day two, he said.",
    "They left in act three, he said.",
    "That was the big one.",
    "It is the last one of the year.",
    "One must update one's page.",
]
DATES = [
    # days and hours in pairs
    "The fair runs from Nov. 9 to 11.",
    "It is held on 6 and 7 September.",
    "It was on June 5 and 6, they said.",
    "It opens from 8 to 10 p.m. on Monday.",
    "It is shown between 7 and 9 p.m. in May.",
    "It was on 9-12 May 2019.",
    "It met on Friday 14 and Saturday 15 June.",
    # years with an -s that was an apostrophe's
    "It was 2019s biggest hit.",
    # items of a list
    "1: Toyota led the field.",
    "(2) the court agreed.",
]
COUNTS = [
    ("On June 5 and 12 people came.", 12),
    ("From January 5 to 12,000 people came.", 12000),
    ("On Tuesday 12 were killed.", 12),
    ("Twelve to fly.", 12),
    ("That day two were killed.", 2),
    ("Last season one player left.", 1),
    ("It scored 68 out of 100.", 68),
    ("Users gave it 8.1 out of 10.", 8.1),
    ("The film has 60 based on reviews.", 60),
    ("In Leeds 12 were killed.", 12),
    ("In Lyon 40 more cases were found.", 40),
    ("Blast Kills 3 In Market", 3),
    ("Twelve Hurt In Fire", 12),
    ("The top 10 teams met.", 10),
    ("They sold 2000 copies.", 2000),
    ("A total of 1500 homes burned.", 1500),
    ("It gave us 12 points.", 12),
    ("The bus 12 metres long sank.", 12),
    ("It is 3x faster.", 3),
]


@pytest.mark.parametrize("text", [*NAMES, *ORDERED, *DATES])
def test_a_name_is_no_quantity(text: str) -> None:
    assert not find(Tokens(text))


@pytest.mark.parametrize(("text", "stated"), COUNTS)
def test_a_count_is_no_name(text: str, stated: float) -> None:
    assert [quantity.value.stated for quantity in find(Tokens(text))] == [stated]


SPANS = [
    ("A two- to three-year term.", True),
    ("Those of 18-to-34 years.", True),
    ("Rents run from $500 to $900.", True),
    ("It takes from 5 to 7 days.", True),
    ("It sprints from 0 to 60 mph.", True),
    ("The toll rose from 12 to 13.", False),
    ("Prices went from $5 to $7.", False),
    ("They cut the fee from 9 to 11 euros.", False),
]


@pytest.mark.parametrize(("text", "one"), SPANS)
def test_a_span_is_one_quantity_and_a_move_is_two(text: str, one: bool) -> None:
    assert len(find(Tokens(text))) == (1 if one else 2)
