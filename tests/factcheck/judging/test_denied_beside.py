"""Figures told beside one that a named source denies."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

FIRE = "Friday's fire at a market in Jos, Nigeria"
HELD = [("2025-10-11", f"Local radio quoted the governor as saying that 40 people died in {FIRE}.")]


@pytest.mark.parametrize(
    ("article", "other"),
    [
        (f"The governor denied that 40 people died in {FIRE}. Police have counted 12 dead.", "12"),
        (
            f"The governor denied having said that 40 people were killed in {FIRE}. "
            "The morgue has confirmed 12 deaths.",
            "12",
        ),
        (
            f"Nine people were killed in {FIRE}, police said on Sunday. "
            "The governor denied that 40 people were killed.",
            "Nine",
        ),
    ],
)
def test_a_count_beside_a_denied_one_disputes_it(article: str, other: str) -> None:
    told = checked(article, "2025-10-12", *HELD)
    assert told["40"].verdict is Verdict.DISPUTED
    assert told[other].verdict is Verdict.DISPUTED
    assert "denies “40 killed”" in told[other].why


def test_where_nothing_is_denied_a_lower_count_is_judged_as_ever() -> None:
    told = checked(f"Police have counted 12 dead in {FIRE}.", "2025-10-12", *HELD)
    assert told["12"].verdict is not Verdict.DISPUTED
