"""Figures held against one on record that the text tells too, of what it counts."""

import pytest

from factcheck.results import ClaimResult, Severity, Verdict
from tests.factcheck.checking import checked


def on_the_next_day(article: str, report: str) -> dict[str, ClaimResult]:
    return checked(article, "2025-02-12", ("2025-02-11", report))


@pytest.mark.parametrize(
    ("report", "article", "same", "other"),
    [
        (
            "The landslip above Corvara on Tuesday was 240 metres wide, geologists said.",
            "Tuesday's landslip above Corvara was 240 metres wide. It broke off at a height of "
            "1,870 metres, geologists said.",
            "240",
            "1,870",
        ),
        (
            "Dairy group Veldmark made a net profit of $64 million in the third quarter.",
            "Dairy group Veldmark said its net profit in the third quarter was $64 million. In the "
            "second quarter it had earned $51 million.",
            "$64 million",
            "$51 million",
        ),
        (
            "The thermometer in Tarnow climbed to 38.4 degrees Celsius on Tuesday, the weather "
            "office said, a record for February.",
            "It was 38.4 degrees Celsius in Tarnow on Tuesday, the weather office said. The old "
            "record for February in Tarnow was 31.7 degrees Celsius.",
            "38.4",
            "31.7",
        ),
    ],
)
def test_a_measure_is_not_held_against_one_that_the_text_tells_too(
    report: str, article: str, same: str, other: str
) -> None:
    results = on_the_next_day(article, report)
    assert results[same].verdict is Verdict.CONSISTENT
    assert results[other].severity.rank < Severity.WARNING.rank


def test_a_second_toll_in_one_text_stays_accused() -> None:
    results = on_the_next_day(
        "Tuesday's bus crash near Corvara killed 12 people, police said. Relatives of the 21 "
        "people killed in the crash met in Corvara.",
        "The bus crash near Corvara on Tuesday killed 12 people, police said.",
    )
    assert results["12"].verdict is Verdict.CONSISTENT
    assert results["21"].severity.rank >= Severity.WARNING.rank


@pytest.mark.parametrize(
    ("report", "article", "figure", "agrees"),
    [
        ("8.24 percent", "8.2 percent", "8.2", True),
        ("8.2 percent", "8 percent", "8", False),
        ("5.46 percent", "5.5 percent", "5.5", True),
        ("8.7 percent", "8 percent", "8", False),
        ("5.2 percent", "5.6 percent", "5.6", False),
    ],
)
def test_a_share_agrees_with_one_of_more_decimals_that_rounds_to_it(
    report: str, article: str, figure: str, agrees: bool
) -> None:
    sold = "Sales of pump maker Aldersund fell {} in 2024, the company said."
    results = on_the_next_day(sold.format(article), sold.format(report))
    told = next(one for text, one in results.items() if figure in text)
    assert (told.verdict is Verdict.CONSISTENT) == agrees


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("Thousands of jobs will go at the yard", "9,100"),
        ("Hundreds of jobs go at the shipyard", "980"),
    ],
)
def test_a_vague_count_tells_no_figure_that_excuses_another(told: str, wrong: str) -> None:
    results = on_the_next_day(
        f"{told} in Szczecin. Shipbuilder Odrana said it will cut {wrong} jobs in Szczecin.",
        "Shipbuilder Odrana will cut 2,600 jobs in Szczecin, it said on Tuesday.",
    )
    assert next(one for text, one in results.items() if wrong in text).severity is Severity.ERROR
