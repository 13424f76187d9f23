"""What is said of a figure does not contradict what is shown beside it, and a figure told with a
hedge is never worse than one that is farther off."""

from __future__ import annotations

import pytest

from factcheck.results import Severity, Verdict
from tests.factcheck.checking import Told, checked

# Reports of one day without hours: most have the morning's count, one the evening's.
FERRY: tuple[Told, ...] = (
    ("2024-07-08", "The ferry fire off Cebu on Monday killed 16 people, the coast guard said."),
    ("2024-07-08", "A fire on a ferry off Cebu killed 16 people on Monday, the navy said."),
    ("2024-07-08", "The fire on a ferry off Cebu on Monday killed 29 people, the governor said."),
    ("2024-07-08", "Sixteen people died on Monday in a ferry fire off Cebu, said the Red Cross."),
)
MINE: tuple[Told, ...] = (
    ("2023-02-14", "A blast in a coal mine near Zonguldak on Monday wounded 149 people, the "
     "governor said."),
    ("2023-02-14", "The mine blast near Zonguldak on Monday wounded 149 people, rescuers said."),
)  # fmt: skip


@pytest.mark.parametrize("figure", ["at least 29", "29", "almost 30", "at least 16", "16"])
def test_the_figure_to_print_is_none_that_a_claim_disagrees_with(figure: str) -> None:
    article = f"A fire on a ferry off Cebu killed {figure} people on Monday."
    (found,) = (r for r in checked(article, "2024-07-08", *FERRY).values())
    assert found.verdict is Verdict.CONSISTENT
    assert found.latest is not None
    stated, newest = found.claim.value.stated, found.latest.claim.value.stated
    assert stated is not None
    assert newest is not None
    assert abs(stated - newest) <= 1


@pytest.mark.parametrize(
    ("hedged", "exact"),
    [("nearly 200", "195"), ("almost 200", "199"), ("about 200", "200"), ("some 190", "190"),
     ("nearly 300", "299"), ("190 to 210", "205")],
)  # fmt: skip
def test_a_hedge_is_read_with_its_width(hedged: str, exact: str) -> None:
    def severity(figure: str) -> Severity:
        article = f"The blast in a coal mine near Zonguldak on Monday wounded {figure} people."
        (found,) = (r for r in checked(article, "2023-02-16", *MINE).values())
        assert found.verdict in (Verdict.UPDATE, Verdict.CONFLICT)
        return found.severity

    assert severity(hedged).rank <= severity(exact).rank
