"""One report's slip of the pen, which nobody gave again, is no yardstick for those after it."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

FLOOD: tuple[Told, ...] = (
    ("2024-09-10T07:00:00Z", "Floods in Valjevo, Serbia, on Monday killed 18 people, police said."),
    ("2024-09-10T18:00:00Z", "Monday's floods in Valjevo, Serbia, killed 81 people."),
)
BLAST: tuple[Told, ...] = (
    (
        "2023-11-07T09:00:00Z",
        "A blast at a plant in Brno, Czechia, on Monday killed 13 people.",
    ),
    ("2023-11-07T20:00:00Z", "Monday's explosion at a plant in Brno, Czechia, killed 130 people."),
)
HURT: tuple[Told, ...] = (
    ("2025-06-03T06:00:00Z", "Monday's train crash near Cordoba, Spain, injured 124 people."),
    ("2025-06-03T22:00:00Z", "Monday's train crash near Cordoba, Spain, injured 1,240 people."),
)


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure", "odd"),
    [
        (FLOOD, "The toll of Monday's floods in Valjevo, Serbia, rose to 22, officials said.",
         "2024-09-12", "22", "81"),
        (BLAST, "Monday's explosion at a plant in Brno, Czechia, killed 15 people, the mayor said.",
         "2023-11-09", "15", "130"),
        (HURT, "Monday's train crash near Cordoba, Spain, injured 131 people, "
         "hospitals said.", "2025-06-05", "131", "1,240"),
    ],
)  # fmt: skip
def test_a_count_that_grew_is_judged_by_the_others(
    reports: tuple[Told, ...], article: str, day: str, figure: str, odd: str
) -> None:
    found = checked(article, day, *reports)[figure]
    assert found.verdict is Verdict.UPDATE
    assert f"{odd} " in found.why
    assert "looks like a slip" in found.why


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure"),
    [
        (FLOOD, "Monday's floods in Valjevo, Serbia, killed 18 people.", "2024-09-12", "18"),
        (BLAST, "Monday's explosion at a plant in Brno, Czechia, killed 13.", "2023-11-09", "13"),
        (HURT, "Hospitals near Cordoba, Spain, took in the 124 injured in Monday's train crash.",
         "2025-06-05", "124"),
    ],
)  # fmt: skip
def test_who_agrees_with_the_others_is_neither_outdated_nor_disputed(
    reports: tuple[Told, ...], article: str, day: str, figure: str
) -> None:
    assert checked(article, day, *reports)[figure].verdict is Verdict.CONSISTENT


def test_what_was_given_again_later_stands() -> None:
    again = ("2024-09-11", "Monday's floods in Valjevo, Serbia, killed 81 people, police said.")
    article = "Monday's floods in Valjevo, Serbia, killed 18 people."
    found = checked(article, "2024-09-13", *FLOOD, again)["18"]
    assert found.verdict is not Verdict.CONSISTENT
    assert found.verdict is not Verdict.UPDATE


def test_an_article_that_gives_the_odd_figure_is_no_slip_of_the_record() -> None:
    article = "Monday's floods in Valjevo, Serbia, killed 81 people, police said."
    found = checked(article, "2024-09-12", *FLOOD)["81"]
    assert found.latest is not None
    assert found.latest.claim.value.text == "81"
