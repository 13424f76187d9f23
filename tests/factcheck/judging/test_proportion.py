"""Sums and counts of things that are far apart are hardly of one thing."""

import pytest

from factcheck.results import ClaimResult, Severity
from tests.factcheck.checking import checked


def beside(figure: str, other: str, text: str) -> ClaimResult:
    results = checked(text.format(figure), "2031-05-09", ("2031-05-08", text.format(other)))
    return next(one for told, one in results.items() if figure in told)


FIRM = "In Gdansk shipbuilder Odrana will cut {} jobs, it said on Wednesday."
AID = "Norway pledged {} in aid to Ukraine on Wednesday, the minister said in Oslo."


@pytest.mark.parametrize(
    ("figure", "other", "text", "accused"),
    [
        ("1,400", "1,900", FIRM, True),
        ("1,400", "290,000", FIRM, False),
        ("14,000", "1,400", FIRM, True),  # a nought too many
        ("$3 billion", "$3 million", AID, True),  # a scale mistaken
        ("$40 million", "$2.7 billion", AID, False),
    ],
)
def test_out_of_proportion_nobody_is_accused(
    figure: str, other: str, text: str, accused: bool
) -> None:
    found = beside(figure, other, text)
    assert (found.severity.rank >= Severity.WARNING.rank) == accused
