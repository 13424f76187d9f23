"""Figures that place, day and kind alone leave open, beside the reports that tell their story."""

from collections.abc import Sequence

import pytest

from factcheck.judging.story_figures import _LEADING
from factcheck.results import Severity, Verdict
from tests.factcheck.checking import checked

FERRY = (
    "2025-06-03",
    "The car ferry Orla Grace ran aground on the Skerry rocks outside Stornoway harbour on Monday "
    "night with 212 people aboard. Lifeboats rescued 187 passengers before the tide turned.",
)
MILL = (
    "2025-03-11",
    "Paper maker Halvorsen Bruk will shut its mill in Skien with the loss of 420 jobs. The group "
    "had sales of 2.3 billion kroner last year and lost 160 million kroner.",
)
FRAUD = (
    "2025-09-17",
    "Accountant Delphine Marchetti was jailed for seven years in Bastia on Wednesday for taking "
    "4.6 million euros from 380 clients, most of them pensioners.",
)
FAIR = (
    "2025-10-06",
    "The Lindenau book fair closed on Sunday after four days. The organisers sold 86,000 tickets, "
    "and 1,240 publishers from 54 countries had stands in the halls.",
)


@pytest.mark.parametrize(
    ("text", "day", "report", "figure"),
    [
        (
            "Salvage crews reached the Orla Grace on the Skerry rocks. Some 187 people had been "
            "brought ashore by lifeboat from the ferry near Stornoway.",
            "2025-06-05",
            FERRY,
            "Some 187",
        ),
        (
            "In Skien the Halvorsen Bruk mill falls silent in June, and with it go 420 jobs.",
            "2025-03-14",
            MILL,
            "420",
        ),
        (
            "The clients whom Delphine Marchetti deceived in Bastia want their money back. The "
            "accountant, jailed for seven years, took 4.6 million euros.",
            "2025-09-20",
            FRAUD,
            "4.6 million",
        ),
        (
            "What remains of Lindenau: the book fair sold 86,000 tickets in four days, and the "
            "publishers went home content.",
            "2025-10-08",
            FAIR,
            "86,000",
        ),
    ],
)
def test_a_figure_of_the_story_told_in_other_words_agrees(
    text: str, day: str, report: tuple[str, str], figure: str
) -> None:
    assert checked(text, day, report)[figure].verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "day", "report", "figure"),
    [
        (
            "In Skien the Halvorsen Bruk mill falls silent in June, with the loss of 240 jobs.",
            "2025-03-14",
            MILL,
            "240",
        ),
        (
            "The clients of Delphine Marchetti in Bastia want their money back. The accountant was "
            "jailed for taking 46 million euros from 380 clients.",
            "2025-09-20",
            FRAUD,
            "46 million",
        ),
        (
            "What remains of Lindenau: the organisers of the book fair sold 68,000 tickets in four "
            "days, and 1,240 publishers from 54 countries had stands.",
            "2025-10-08",
            FAIR,
            "68,000",
        ),
    ],
)
def test_a_wrong_figure_of_the_story_is_a_conflict(
    text: str, day: str, report: tuple[str, str], figure: str
) -> None:
    result = checked(text, day, report)[figure]
    assert result.verdict is Verdict.CONFLICT
    assert result.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "day", "report"),
    [
        (  # another firm
            "Sawmill owner Tveit Tre will close its yard in Skien with the loss of 95 jobs. It had "
            "sales of 310 million kroner last year.",
            "2025-03-14",
            MILL,
        ),
        (  # another trial
            "A plumber was jailed for two years in Bastia on Friday for taking 70,000 euros from "
            "31 customers who never saw a pipe.",
            "2025-09-20",
            FRAUD,
        ),
        (  # another fair
            "The Lindenau toy fair opens next week. Its organisers have sold 12,000 tickets, and "
            "310 makers from 19 countries will have stands.",
            "2025-10-08",
            FAIR,
        ),
        (  # a part, and those of another group
            "Of those whom lifeboats took off the Orla Grace outside Stornoway 14 children and "
            "three crew members were treated for cold.",
            "2025-06-05",
            FERRY,
        ),
    ],
)
def test_figures_of_another_story_or_part_warn_nobody(
    text: str, day: str, report: tuple[str, str]
) -> None:
    loud = {
        figure: result.why
        for figure, result in checked(text, day, report).items()
        if result.severity.rank >= Severity.WARNING.rank
    }
    assert not loud


def test_a_report_is_found_by_its_names_where_no_place_is_told() -> None:
    report = (
        "2025-04-02",
        "Violinist Ottoline Farkas has sold her Guadagnini at Brandweer & Sons for 3.4 million "
        "dollars. Six bidders took part.",
    )
    text = (
        "The buyer of the Guadagnini that Ottoline Farkas parted with stays unnamed. Brandweer "
        "took in 4.3 million dollars for the violin after Farkas sold it."
    )
    found = checked(text, "2025-04-05", report)
    assert found["4.3 million"].latest is not None
    assert found["4.3 million"].verdict is not Verdict.NO_PRIOR


def reports_of_days(days: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (
            day,
            "Organisers of the Lindenau book fair said they had sold 86,000 tickets in all.",
        )
        for day in days
    ]


def test_reports_that_came_later_count_for_nothing() -> None:
    text = "The organisers of the Lindenau book fair sold 86,000 tickets in all, they said."
    assert checked(text, "2025-10-01", *reports_of_days(["2025-10-09"]))["86,000"].verdict is (
        Verdict.NO_PRIOR
    )
    assert checked(text, "2025-10-10", *reports_of_days(["2025-10-09"]))["86,000"].verdict is (
        Verdict.CONSISTENT
    )


def test_a_count_of_other_things_takes_nothing_back() -> None:
    reports = (
        (
            "2025-09-21",
            "The death toll from a fire at a garment factory in Gazipur, north of Dhaka, reached "
            "31 on Sunday, the district administration said.\n\nThe blaze broke out on Saturday on "
            "the second floor of the six-storey building.",
        ),
    )
    article = (
        "Bangladeshi authorities on Tuesday lowered the death toll from Saturday's factory fire in "
        "Gazipur to 24 from 31, saying some victims had been counted twice at two hospitals."
    )
    found = checked(article, "2025-09-23", *reports)
    assert found["24"].verdict is Verdict.CORRECTION
    assert found["two"].verdict is Verdict.NO_PRIOR


SHOES = (
    "2025-02-20",
    "Shoemaker Brisa of Alicante reported a net profit of 41 million euros for 2024 on Thursday, "
    "on sales of 312 million euros.",
)
STRIKE = (
    "2025-07-15",
    "Strikers at Hamburg airport stopped work on Tuesday and 40 flights were cancelled. Some 6,200 "
    "passengers were stranded.",
)


@pytest.mark.parametrize(
    ("text", "day", "report", "figure", "verdict"),
    [
        (
            "Brisa, the shoemaker, on Monday restated its net profit for 2024 to 36 million euros "
            "from 41 million after an error in its Polish accounts. Sales were 312 million euros.",
            "2025-04-07",
            SHOES,
            "36 million",
            Verdict.CORRECTION,
        ),
        (
            "The strike at Hamburg airport went into its second day on Wednesday, with 75 flights "
            "cancelled, up from 40 on Tuesday. Lufthansa said 6,200 passengers had been stranded.",
            "2025-07-16",
            STRIKE,
            "75",
            Verdict.UPDATE,
        ),
    ],
)
def test_what_took_the_place_of_a_figure_of_the_report(
    text: str, day: str, report: tuple[str, str], figure: str, verdict: Verdict
) -> None:
    assert checked(text, day, report)[figure].verdict is verdict


def test_what_took_the_place_of_a_figure_that_no_report_has() -> None:
    text = (
        "The strike at Hamburg airport went into its second day on Wednesday, with 75 flights "
        "cancelled, up from 52 on Tuesday. Lufthansa said 6,200 passengers had been stranded."
    )
    assert checked(text, "2025-07-16", STRIKE)["75"].verdict is not Verdict.CONFLICT


GALE = (
    "2025-01-14",
    "Storm Halvard brought gusts of 148 kilometres per hour to the Brandvik lighthouse on Monday "
    "night. Rainfall of 86 millimetres was measured there in a day, and 41,000 households lost "
    "power.",
)


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        (
            "Storm Halvard is over. Gusts of 92 miles per hour shook the Brandvik lighthouse, and "
            "41,000 homes were cut off from the grid.",
            "92",
            Verdict.CONSISTENT,
        ),
        (
            "Storm Halvard is over. Gusts of 148 miles per hour shook the Brandvik lighthouse, and "
            "41,000 homes were cut off from the grid.",
            "148",
            Verdict.CONFLICT,
        ),
        (
            "Storm Halvard is over. Brandvik had 86 centimetres of rain in a day, and 41,000 homes "
            "were cut off from the grid.",
            "86",
            Verdict.CONFLICT,
        ),
    ],
)
def test_measures_in_other_units(text: str, figure: str, verdict: Verdict) -> None:
    assert checked(text, "2025-01-16", GALE)[figure].verdict is verdict


@pytest.mark.parametrize(
    ("between", "led"),
    [
        (" euros from ", True),
        (" flights cancelled, up from ", True),
        ("%, down from ", True),
        (" people and wounded ", False),
        (" " + "a" * 100_000 + " x", False),  # no word is tried in parts
        (" euros" * 100_000, False),
    ],
)
def test_what_leads_from_one_figure_to_the_other(between: str, led: bool) -> None:
    assert bool(_LEADING.fullmatch(between)) is led
