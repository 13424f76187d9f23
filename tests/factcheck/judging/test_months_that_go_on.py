"""What is told in a month or year that goes on is no older than what a day of it tells."""

from __future__ import annotations

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

LOOMS: tuple[Told, ...] = (
    ("2024-09-17", "Varna Looms, the textile maker, will cut up to 5,000 jobs in Varna, a person "
     "close to it said on Tuesday."),
    ("2024-09", "Varna Looms, the textile maker, confirmed that it will cut 2,400 jobs in Varna."),
)  # fmt: skip
QUAKE: tuple[Told, ...] = (
    ("2019-03-20", "The quake of 4 March 2019 near Cuenca killed 410 people, the government said."),
    ("2019-03-21", "The quake of 4 March 2019 near Cuenca killed 410 people, rescuers said."),
    ("2019", "The quake of 4 March 2019 near Cuenca killed 463 people in all."),
)


def test_a_firm_figure_of_the_month_is_not_out_of_date() -> None:
    article = "Varna Looms, the textile maker, said it will cut 2,400 jobs in Varna."
    found = checked(article, "2024-10-10", *LOOMS)["2,400"]
    assert found.verdict in (Verdict.CONSISTENT, Verdict.DISPUTED)


@pytest.mark.parametrize("figure", ["463", "more than 460"])
def test_the_final_toll_of_a_year_is_the_newest(figure: str) -> None:
    article = f"The quake of 4 March 2019 near Cuenca killed {figure} people."
    assert checked(article, "2020-03-04", *QUAKE)[figure].verdict is Verdict.CONSISTENT


def test_workers_laid_off_are_all_who_are() -> None:
    article = "Varna Looms, the textile maker, said it will cut 2,400 workers in Varna."
    found = checked(article, "2024-10-10", *LOOMS)["2,400"]
    assert found.claim.group is None
    assert found.verdict in (Verdict.CONSISTENT, Verdict.DISPUTED)


def test_jobs_of_years_long_over_are_no_newer_count() -> None:
    article = (
        "Varna Looms, the textile maker, will cut 2,400 jobs in Varna, it said on Friday. "
        "It cut 9,000 jobs in Varna in 2019."
    )
    assert "earlier count" not in checked(article, "2024-10-10", *LOOMS)["2,400"].why
