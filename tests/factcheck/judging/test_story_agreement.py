"""Figures that a report of the same story gives too, in words that tell little of them."""

import pytest

from factcheck.results import Severity, Verdict
from tests.factcheck.checking import checked

HOTELS = (
    "2025-03-04",
    "Hotel group Lanmere said on Tuesday its annual profit rose to 27.4 million pounds. The "
    "Edinburgh company runs 83 hotels and plans to open nine more. Revenue was 341 million pounds.",
)
RIVAL = (
    "2025-03-05",
    "Shares in Lanmere gained 5 percent on Tuesday after it told of a profit of 27.4 million "
    "pounds. Its competitor Stavely, which has 214 hotels, publishes its figures next week.",
)
DIG = (
    "2025-05-20",
    "Divers have lifted 46 amphorae from a Roman wreck off Cape Sorla, the museum of Trevina said "
    "on Tuesday. The team of 17 divers worked for three summers at a depth of 38 metres.",
)
CUT = (
    "2025-10-08",
    "Storm Berit tore down power lines around Kvalsund on Tuesday. Some 73,000 customers lost "
    "electricity, the grid company said, and 14,500 people were moved to shelters.",
)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Lanmere, which now owns 83 hotels, is the toast of the market.", "83"),
        ("The Caledonian company had a profit of 27.4 million pounds. Lanmere is pleased.", "27.4"),
        ("Lanmere has had a fine year. The 83 hotels it runs were rarely empty.", "83"),
    ],
)
def test_a_rivals_figure_does_not_keep_a_report_from_agreeing(text: str, figure: str) -> None:
    found = checked(text, "2025-03-07", HOTELS, RIVAL)
    result = next(one for written, one in found.items() if written.startswith(figure))
    assert result.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "day", "report", "figure"),
    [
        (
            "The wreck off Cape Sorla has given up its cargo. Museum director Iva Brandt sent a "
            "team of 17 down.",
            "2025-05-24",
            DIG,
            "17",
        ),
        (
            "When Storm Berit reached Kvalsund 73,000 homes went dark.",
            "2025-10-10",
            CUT,
            "73,000",
        ),
        (
            "Kvalsund cleans up after Storm Berit. Some 14,500 people were displaced for a night.",
            "2025-10-10",
            CUT,
            "Some 14,500",
        ),
    ],
)
def test_the_number_itself_tells_that_a_report_agrees(
    text: str, day: str, report: tuple[str, str], figure: str
) -> None:
    assert checked(text, day, report)[figure].verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Lanmere opens 83 restaurants this year, the Edinburgh company said.", "83"),
        ("Stavely made a profit of 27.4 million pounds, unlike Lanmere.", "27.4 million"),
        ("Turnout at Lanmere's staff ballot was 341 percent.", "341"),
    ],
)
def test_the_number_of_another_thing_is_no_agreement(text: str, figure: str) -> None:
    assert checked(text, "2025-03-07", HOTELS, RIVAL)[figure].verdict is not Verdict.CONSISTENT


CHOLERA = (
    "2025-01-13",
    "Health officers around the Malindi lagoon recorded 9 more deaths from cholera over the "
    "weekend, taking the toll since December to 137. Two more treatment centres were opened.",
)


def test_the_last_step_is_no_total() -> None:
    text = (
        "Chlorine for the Malindi lagoon was held up at a crossing. Cholera has killed 9 people "
        "there since December, and two more treatment centres were opened."
    )
    assert checked(text, "2025-01-15", CHOLERA)["9"].verdict is not Verdict.CONSISTENT


def test_the_last_step_told_as_a_step_agrees() -> None:
    text = (
        "Chlorine for the Malindi lagoon was held up at a crossing. Another 9 people died of "
        "cholera there over the weekend, and two more treatment centres were opened."
    )
    assert checked(text, "2025-01-15", CHOLERA)["9"].severity is Severity.OK
