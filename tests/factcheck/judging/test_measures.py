"""Two sums or shares are held against each other where they are of one measure."""

import pytest

from claims_db.records import Claim, Prior, Report
from factcheck.bare.statements import compare
from factcheck.judging.measures import measure_relation
from factcheck.judging.pairs import Near, Pair
from factcheck.reading.claims import read_text


def figure(text: str) -> Claim:
    return next(claim for claim in read_text(text) if claim.unit)


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ("Net profit rose to 90 million euros.", "A net profit of 80 million euros.", Near.SAME),
        ("Revenue rose to 90 million euros.", "Sales came to 80 million euros.", Near.SAME),
        ("Revenue rose to 90 million euros.", "A profit of 80 million euros.", Near.OTHER),
        ("Net profit hit 90 million euros.", "Pretax profit hit 95 million euros.", Near.OTHER),
        ("Inflation slowed to 2.4%.", "Unemployment fell to 4.1%.", Near.OTHER),
        ("Core inflation slowed to 2.4%.", "Headline inflation rose to 3.1%.", Near.OTHER),
        ("Exports fell by 3%.", "They fell by 4%.", None),
        ("The jobless rate rose to 4%.", "The unemployment rate rose to 5%.", Near.SAME),
    ],
)
def test_the_measures_of_a_pair(ours: str, theirs: str, wanted: Near | None) -> None:
    pair = Pair(figure(ours), Prior(figure(theirs), Report(id="r")))
    assert measure_relation(pair) is wanted


def test_another_measure_is_no_contradiction() -> None:
    told = compare(
        "Northgate's pretax profit was 84 million pounds.",
        "Northgate's revenue was 2,470 million pounds.",
        claim_date="2025-09-24",
        evidence_date="2025-09-24",
    )
    assert told.relation.value.startswith("different")
