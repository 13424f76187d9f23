"""What is no count of the same: those hurt elsewhere, some of those rescued, a group beside all."""

from __future__ import annotations

import pytest

from tests.factcheck.checking import Told, checked


@pytest.mark.parametrize(
    ("article", "report", "figure"),
    [
        (
            "A gas blast in Kayseri on Wednesday killed five people. In Adana, five workers were "
            "injured on Thursday when a boiler exploded.",
            "In Adana, seven workers were injured on Thursday when a boiler exploded.",
            "five workers",
        ),
        (
            "A bus crash near Split on Monday killed nine people. In Zadar, four tourists were "
            "injured on Tuesday when a balcony collapsed.",
            "In Zadar, eight tourists were injured on Tuesday when a balcony collapsed.",
            "four",
        ),
        (
            "Shelling in Kherson on Monday killed six people. In Sumy, three miners were wounded "
            "on Tuesday in a drone attack.",
            "In Sumy, seven miners were wounded on Tuesday in a drone attack.",
            "three",
        ),
    ],
)
def test_the_dead_of_another_happening_account_for_no_lower_count(
    article: str, report: str, figure: str
) -> None:
    found = checked(article, "2025-04-12", ("2025-04-11", report))
    told = next(r for r in reversed(found.values()) if r.claim.kind == "wounded")
    assert figure.startswith(told.claim.value.text)
    assert told.verdict.value in ("conflict", "outdated")


@pytest.mark.parametrize(
    ("article", "report"),
    [
        (
            "Fourteen police officers were killed in Tuesday's raid in Rio de Janeiro.",
            "Tuesday's raid in Rio de Janeiro killed at least 64 people, among them four police "
            "officers.",
        ),
        (
            "Eighteen nurses were killed in Tuesday's explosion in Beirut.",
            "Tuesday's explosion in Beirut killed 110 people, among them two nurses.",
        ),
        (
            "Twenty children were killed in Tuesday's flood in Derna.",
            "Tuesday's flood in Derna killed 90 people, among them three children.",
        ),
    ],
)
def test_a_group_is_held_against_the_same_group_told_as_a_part(article: str, report: str) -> None:
    found = checked(article, "2025-10-30", ("2025-10-29", report))
    assert next(iter(found.values())).verdict.value in ("conflict", "update")


@pytest.mark.parametrize(
    ("reports", "article", "figure"),
    [
        (
            (
                ("2025-07-09", "Nine people were rescued when a bridge collapsed in Vadodara."),
                ("2025-07-10", "Five people who were rescued in Vadodara are in hospital."),
            ),
            "Nine people were rescued from the river when the bridge in Vadodara collapsed.",
            "Nine",
        ),
        (
            (
                ("2025-07-09", "The coast guard rescued 61 people when a ferry sank off Bohol."),
                ("2025-07-10", "Some of them are weak: 12 people rescued off Bohol need care."),
            ),
            "Boats rescued 61 people from the ferry that sank off Bohol on Tuesday.",
            "61",
        ),
        (
            (
                ("2025-07-09", "Floods in Valencia: firefighters rescued 240 people on Tuesday."),
                ("2025-07-10", "Schools in Valencia house 35 people rescued on Tuesday."),
            ),
            "Firefighters rescued 240 people in Tuesday's floods in Valencia.",
            "240",
        ),
    ],
)
def test_some_of_those_rescued_make_no_newer_count(
    reports: tuple[Told, ...], article: str, figure: str
) -> None:
    found = checked(article, "2025-07-11", *reports)
    assert found[figure].verdict.value == "consistent"
