"""A toll that agrees with an early report is behind once a report of its story has a higher one."""

import pytest

from factcheck.results import Severity, Verdict
from tests.factcheck.checking import Told, checked

STORM = (
    (
        "2024-09-10",
        "Hurricane Ofelia came ashore at Campeche on Tuesday with winds of 160 km/h. It left "
        "210,000 customers without electricity. Six people were killed.",
    ),
    (
        "2024-09-12",
        "Crews have reconnected half of those cut off by Hurricane Ofelia; some 95,000 customers "
        "in Campeche were without power on Thursday. The death toll is 17.",
    ),
)
BLAST = (
    (
        "2025-02-03",
        "A gas explosion tore through the Maravel bakery in Coimbra on Monday, killing three "
        "people and injuring 14, firefighters said.",
    ),
    (
        "2025-02-05",
        "Investigators of the Maravel bakery explosion in Coimbra questioned the gas company on "
        "Wednesday. Eight people have died.",
    ),
)
STRIKES = (
    ("2025-04-07", "A Russian strike on Kharkiv on Monday killed two people at a tram depot."),
    ("2025-04-09", "A Russian strike on Kharkiv on Wednesday killed eight people in a market."),
)


@pytest.mark.parametrize(
    ("reports", "text", "day", "figure"),
    [
        (
            STORM,
            "Along the coast struck by Hurricane Ofelia saws have replaced the wind. The storm, "
            "which arrived at Campeche on Tuesday with winds of 160 km/h, has cost six lives.",
            "2024-09-14",
            "six",
        ),
        (
            BLAST,
            "The Maravel bakery had been warned of a leak before the gas explosion in Coimbra on "
            "Monday, which killed three people and injured 14.",
            "2025-02-07",
            "three",
        ),
    ],
)
def test_the_first_days_toll(reports: tuple[Told, ...], text: str, day: str, figure: str) -> None:
    found = checked(text, day, *reports)[figure]
    assert found.verdict is Verdict.OUTDATED
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("reports", "text", "day", "figure"),
    [
        (  # on the day itself
            STORM,
            "Hurricane Ofelia, which came ashore at Campeche with winds of 160 km/h, has cost six "
            "lives.",
            "2024-09-10",
            "six",
        ),
        (  # of another day
            STRIKES,
            "A Russian strike on Kharkiv on Monday killed two people, and the tram depot there is "
            "still shut.",
            "2025-04-10",
            "two",
        ),
        (  # the newer count is told too
            BLAST,
            "The Maravel bakery explosion in Coimbra killed three people on Monday, and eight have "
            "died by now.",
            "2025-02-07",
            "three",
        ),
        (  # told in two parts
            BLAST,
            "The Maravel bakery explosion in Coimbra on Monday killed three people in the shop and "
            "killed five people in the street.",
            "2025-02-07",
            "three",
        ),
        (  # a part of all
            BLAST,
            "Of the eight people who died in the Maravel bakery explosion in Coimbra, three were "
            "killed at once.",
            "2025-02-07",
            "three",
        ),
        (
            STORM,
            "Hurricane Ofelia, which came ashore at Campeche on Tuesday, has cost 17 lives.",
            "2024-09-14",
            "17",
        ),
    ],
)
def test_what_is_not_behind(reports: tuple[Told, ...], text: str, day: str, figure: str) -> None:
    assert checked(text, day, *reports)[figure].severity is not Severity.WARNING
