"""The rest of those counted is a part of them: it contradicts no whole."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

DAY = "2025-05-02"
ACCUSED = (Verdict.CONFLICT, Verdict.OUTDATED)


@pytest.mark.parametrize(
    ("whole", "part", "figure"),
    [
        (
            "Police detained nine people after a shooting in Dallas on Thursday.",
            "After a shooting in Dallas on Thursday, the other eight people were detained "
            "for questioning.",
            "eight",
        ),
        (
            "Fourteen people were wounded in an attack in Sumy on Thursday.",
            "Those remaining six people were wounded in the attack in Sumy on Thursday.",
            "six",
        ),
        (
            "Seven people were killed in an explosion in Lyon on Thursday.",
            "All other four people killed in the explosion in Lyon on Thursday were identified.",
            "four",
        ),
    ],
)
def test_the_rest_is_no_lower_count(whole: str, part: str, figure: str) -> None:
    found = checked(part, "2025-05-02", (DAY, whole), (DAY, whole))
    assert found[figure].verdict not in ACCUSED


def test_a_lower_count_is_accused() -> None:
    whole = "Police detained nine people after a shooting in Dallas on Thursday."
    told = "Police detained eight people after a shooting in Dallas on Thursday."
    found = checked(told, "2025-05-03", (DAY, whole), (DAY, whole))
    assert found["eight"].verdict in ACCUSED
