"""What a share, a sum or a change is of."""

import pytest

from factcheck.reading.claims import read_text

TOLD = [
    ("Net profit jumped 18% to 1.2 billion euros.", ["net profit", "net profit"]),
    ("Sales of new homes slid 4%.", ["sales"]),
    ("Peru's copper output shrank by 2.1 percent in June.", ["copper output"]),
    ("The central bank lifted its key rate by 25 basis points to 2.75%.", ["key rate", "key rate"]),
    ("Inflation of 3.8% worries the treasurer.", ["inflation"]),
    ("The mill reported a 12% drop in operating profit.", ["operating profit"]),
    ("Nurses were offered a 4 percent pay rise.", ["pay"]),
    ("Oslo sent $5 million in aid.", ["aid"]),
    ("It spends 2% of GDP on roads and 3.5 percent of the budget on schools.", ["gdp", "budget"]),
    ("Like-for-like sales edged up 0.8%.", ["sales"]),
    ("Grocer Hadley said in Leeds on Tuesday that revenue rose 3.1%.", ["revenue"]),
    ("In the second quarter sales of new homes slid 4%.", ["sales"]),
    ("On Friday its shares in London lost 3%.", ["shares"]),
    ("Data this week showed Norwegian inflation at 4.3 percent.", ["norwegian inflation"]),
    ("The bank sees core inflation at 2%.", ["core inflation"]),
    ("The survey shows youth unemployment at 14 percent.", ["youth unemployment"]),
    ("They paid 25 million pounds.", [None]),
    ("Up 4% on Monday.", [None]),
]


@pytest.mark.parametrize(("text", "nouns"), TOLD)
def test_the_noun_that_is_measured(text: str, nouns: list[str | None]) -> None:
    measured = [claim for claim in read_text(text) if claim.unit not in (None, "week", "year")]
    assert [claim.subject for claim in measured] == nouns


@pytest.mark.parametrize(
    "text",
    [
        "Costs rose, and the firm posted a profit of 8 million euros.",
        "Its debt climbed to 3 billion dollars as prices fell.",
        "The trade deficit widened to 4.4 billion dollars on costlier fuel.",
    ],
)
def test_what_is_earned_or_owed_is_no_cost_or_price(text: str) -> None:
    (claim,) = (claim for claim in read_text(text) if claim.unit in ("EUR", "USD"))
    assert claim.kind == "money"


@pytest.mark.parametrize("text", ["Second-half sales rose 3%.", "First-half profit rose 4%."])
def test_a_half_of_a_period_is_no_number(text: str) -> None:
    assert [claim.kind for claim in read_text(text)] == ["percent"]
