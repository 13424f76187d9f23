"""Stories tied by figures, slips of bounded figures, rivals' later counts, shares of a base."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

HEAT = (
    "2025-07-02",
    "Torvello recorded 43.8 degrees on Tuesday, the weather office said. Officials closed 346 "
    "schools as electricity demand hit 31.2 gigawatts.",
)
STORM = (
    "2025-07-05",
    "A thunderstorm swept Torvello on Friday night. In three hours 86 millimetres of rain fell, "
    "gusts reached 114 kilometres an hour and firefighters were called out 1,874 times.",
)
SUMMER = (
    "First came the heat in Torvello, when 346 schools shut and the country used 31.2 gigawatts. "
    "Then came 86 millimetres of rain, and fire crews went out 1,874 times. Gusts of 141 "
    "kilometres an hour were measured. The thermometer had shown 48.3 degrees on Tuesday."
)
BUDGET = (
    "2025-10-01",
    "Finance Minister Brita Sollund on Wednesday presented a budget of 96.4 billion kroner in "
    "Oslo. The deficit is to shrink to 1.8 percent of gross domestic product from 2.6 percent. "
    "Public debt stands at 41 percent of gross domestic product.",
)
STUDY = (
    "2025-06-10",
    "A new pill cut heart attacks by 27 percent in a study of 9,400 patients at 212 hospitals, "
    "drugmaker Helvion said on Tuesday.",
)
RIVAL = (
    "2025-06-11",
    "Analysts praised Helvion's pill. Competitor Rustan tested its own drug in a study of 13,200 "
    "people last year.",
)


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        ("1,874", Verdict.CONSISTENT),
        ("346", Verdict.CONSISTENT),
        ("48.3", Verdict.CONFLICT),
    ],
)
def test_figures_tie_an_article_to_reports_of_two_days(figure: str, verdict: Verdict) -> None:
    assert checked(SUMMER, "2025-07-06", HEAT, STORM)[figure].verdict is verdict


@pytest.mark.parametrize(
    ("text", "report", "figure"),
    [
        (
            "The stick diggers of Lake Anset used tools up to 4.1 metres long, say Petra Nyholm "
            "and her team, who found 35 of them.",
            "Archaeologist Petra Nyholm found 35 sticks up to 1.4 metres long at Lake Anset.",
            "up to 4.1",
        ),
        (
            "Waves of up to 16.8 metres hit the Orkel lighthouse, keeper Dag Lunde said.",
            "The Orkel lighthouse was hit by waves up to 18.6 metres high, keeper Dag Lunde said.",
            "up to 16.8",
        ),
    ],
)
def test_a_slip_of_a_bounded_figure_is_no_news(text: str, report: str, figure: str) -> None:
    assert checked(text, "2025-03-22", ("2025-03-20", report))[figure].verdict is Verdict.CONFLICT


def test_a_rivals_later_count_does_not_hide_a_wrong_one() -> None:
    text = (
        "Helvion's pill lowered the risk of a heart attack by 27 percent in a study of 4,900 "
        "patients at 212 hospitals."
    )
    assert checked(text, "2025-06-14", STUDY, RIVAL)["4,900"].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Sollund's deficit falls from 2.6 percent of gross domestic product.", "2.6"),
        ("Brita Sollund keeps the deficit at 1.8 percent of gross domestic product.", "1.8"),
        ("Debt is 41 percent of gross domestic product, says Brita Sollund.", "41"),
    ],
)
def test_shares_of_one_base_are_of_what_the_sentence_tells(text: str, figure: str) -> None:
    found = checked(text, "2025-10-05", BUDGET)[figure]
    assert found.verdict in (Verdict.CONSISTENT, Verdict.NO_PRIOR)


def test_crowns_may_be_norwegian_ones() -> None:
    text = "Brita Sollund wants to spend 96.4 billion crowns, and a deficit of 1.8 percent of GDP."
    report = (
        "2025-10-01",
        "Norway's finance minister Brita Sollund will spend 96.4 billion Norwegian crowns.",
    )
    assert checked(text, "2025-10-05", report)["96.4 billion"].verdict is Verdict.CONSISTENT
