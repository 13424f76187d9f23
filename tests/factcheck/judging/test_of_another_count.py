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


@pytest.mark.parametrize(
    ("article", "report", "figure"),
    [
        (
            "A gunman killed ten people at a school in Graz on Tuesday before he shot himself.",
            "Eleven people, including the gunman, died in a shooting at a school in Graz on "
            "Tuesday.",
            "ten",
        ),
        (
            "A bomber killed 14 worshippers at a mosque in Kunduz on Friday.",
            "An explosion killed 15 worshippers, including the bomber, at a mosque in Kunduz on "
            "Friday.",
            "14",
        ),
        (
            "Two men stabbed six people to death at a market in Xining on Monday.",
            "Eight people, including both attackers, were killed in a stabbing at a market in "
            "Xining on Monday.",
            "six",
        ),
    ],
)
def test_the_attackers_among_the_dead_make_another_count(
    article: str, report: str, figure: str
) -> None:
    found = checked(article, "2025-06-12", ("2025-06-11", report))
    assert found[figure].verdict.value not in ("conflict", "outdated", "correction")


@pytest.mark.parametrize(
    ("article", "report"),
    [
        (
            "The boat that sank off Mahdia on Tuesday took 20 lives; 12 people are still missing.",
            "A boat sank off Mahdia, Tunisia, on Tuesday; 12 people died and 20 are missing.",
        ),
        (
            "After the mine collapse near Kitwe on Tuesday 34 are dead and 18 still trapped.",
            "A mine collapsed near Kitwe, Zambia, on Tuesday; 18 died and 34 are trapped.",
        ),
        (
            "Floods in Derna on Tuesday have killed 61 people, and 40 people are still missing.",
            "Floods in Derna, Libya, on Tuesday killed 40 people; 61 people are missing.",
        ),
    ],
)
def test_the_missing_found_dead_are_not_told_crosswise(article: str, report: str) -> None:
    found = checked(article, "2025-06-12", ("2025-06-11", report))
    assert not any("crosswise" in result.why for result in found.values())


@pytest.mark.parametrize(
    ("article", "report", "figure"),
    [
        (
            "Four days after the landslide in Kazbegi on 3 June 40 bridges are impassable.",
            "After the landslide in Kazbegi, Georgia, on 3 June 70 bridges are still impassable.",
            "40",
        ),
        (
            "On Saturday 31 roads around Chambery remain shut after Tuesday's rockfall.",
            "Around Chambery 12 roads remain shut after Tuesday's rockfall.",
            "31",
        ),
        (
            "In Gisenyi 55 schools are closed after the eruption of Nyiragongo on 3 June.",
            "In Gisenyi 140 schools are closed after the eruption of Nyiragongo on 3 June.",
            "55",
        ),
    ],
)
def test_a_count_told_as_it_stands_may_rise_and_fall(
    article: str, report: str, figure: str
) -> None:
    found = checked(article, "2025-06-07", ("2025-06-05", report))
    assert found[figure].verdict.value not in ("conflict", "outdated", "correction")
