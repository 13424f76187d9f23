"""Figures of an article beside reports of its own story: which are told crosswise, of a part, of
another type of happening, or by many reports of one happening."""

from __future__ import annotations

import pytest

from tests.factcheck.checking import Told, checked


@pytest.mark.parametrize(
    ("article", "report", "crossed"),
    [
        (
            "A gas leak in Plzen on Friday sickened many; 17 nurses and 6 patients were injured.",
            "A gas leak in Plzen on Friday hurt 6 nurses and 17 patients were injured.",
            ("17", "6"),
        ),
        (
            "The shelling of Kostiantynivka on Monday killed seven women and two children.",
            "The shelling of Kostiantynivka on Monday killed two women and seven children.",
            ("seven", "two"),
        ),
        (
            "Lyon counts the cost of Sunday's riot, which injured 31 firefighters and 12 officers.",
            "Rioters in Lyon wounded 12 firefighters and 31 police officers on Sunday night.",
            ("31", "12"),
        ),
    ],
)
def test_two_groups_that_changed_places_are_conflicts(
    article: str, report: str, crossed: tuple[str, str]
) -> None:
    found = checked(article, "2025-05-07", ("2025-05-06", report))
    assert {found[text].verdict.value for text in crossed} == {"conflict"}


@pytest.mark.parametrize(
    ("article", "report", "told"),
    [
        (
            "The shelling of Kostiantynivka on Monday killed four women and three children.",
            "The shelling of Kostiantynivka on Monday killed three women and three children.",
            ("four", "three"),
        ),
        (
            "Rioters in Lyon wounded 31 firefighters and 14 police officers on Sunday night.",
            "Rioters in Lyon wounded 12 firefighters and 14 police officers on Sunday night.",
            ("31", "14"),
        ),
        (
            "A blast at a mine near Kosovska Mitrovica on Friday hurt 9 miners and 3 rescuers.",
            "A blast at a mine near Kosovska Mitrovica on Friday hurt 8 miners and 3 rescuers.",
            ("9", "3"),
        ),
    ],
)
def test_a_group_that_grew_alone_is_no_conflict(
    article: str, report: str, told: tuple[str, str]
) -> None:
    found = checked(article, "2025-05-07", ("2025-05-06", report))
    assert "conflict" not in {found[text].verdict.value for text in told}


@pytest.mark.parametrize(
    ("article", "report", "figure"),
    [
        (
            "Doctors said 83 people were injured when a stand collapsed in Ibadan on Sunday.",
            "More than 400 people were injured, 83 of them seriously, when a stand collapsed in "
            "Ibadan on Sunday, doctors said.",
            "83",
        ),
        (
            "Sunday's train crash near Ostrava injured 24 people, the hospital said.",
            "Sunday's train crash near Ostrava injured 160 people, 24 of them critically, the "
            "hospital said.",
            "24",
        ),
        (
            "The factory fire in Surat on Sunday injured 18 people, officials said.",
            "The factory fire in Surat on Sunday injured 75 people, 18 of them severely, "
            "officials said.",
            "18",
        ),
    ],
)
def test_a_part_told_for_the_total_takes_nothing_back(
    article: str, report: str, figure: str
) -> None:
    found = checked(article, "2025-05-06", ("2025-05-05", report))
    assert found[figure].verdict.value in ("conflict", "outdated")


@pytest.mark.parametrize(
    ("article", "report", "figure"),
    [
        (
            "Barriers gave way at the shrine of Kalpi before the crush that injured 60 people on "
            "Wednesday. Police in Kalpi counted 30 dead.",
            "Thirty pilgrims died and 60 were injured in Wednesday's stampede at the shrine of "
            "Kalpi, India, police said.",
            "60",
        ),
        (
            "A fence collapsed at the stadium in Garoua, and 44 people were hurt in the panic. "
            "Police say eight people died in Garoua on Saturday.",
            "Eight people died and 44 were hurt in a crush at the stadium in Garoua, Cameroon, on "
            "Saturday.",
            "44",
        ),
        (
            "The temple wall in Bhadohi caved in and collapsed on Friday, 27 people were injured, "
            "and 11 died.",
            "In a stampede at a temple in Bhadohi, India, on Friday 11 people died and 27 were "
            "injured.",
            "27",
        ),
    ],
)
def test_what_one_calls_a_crush_another_calls_a_collapse(
    article: str, report: str, figure: str
) -> None:
    found = checked(article, "2025-05-11", ("2025-05-10", report))
    assert found[figure].verdict.value == "consistent"


@pytest.mark.parametrize(
    ("reports", "article", "figure"),
    [
        (
            (
                (
                    "2025-05-06",
                    "Some 70 people were hurt when a tram crashed in Jena on Monday.",
                ),
                ("2025-05-07", "Monday's tram crash in Jena hurt 58 people, the city said."),
            ),
            "The tram that hit a wall in Jena on Monday had no working brakes. It hurt 58 people.",
            "58",
        ),
        (
            (
                ("2025-05-06", "About 200 people were injured in Monday's quake near Kalavryta."),
                ("2025-05-07", "Monday's quake near Kalavryta injured 164 people."),
            ),
            "Schools near Kalavryta stay shut after Monday's quake, which injured 164 people.",
            "164",
        ),
        (
            (
                ("2025-05-06", "Around 40 people were injured in a riot in Cork on Monday."),
                ("2025-05-07", "Monday's riot in Cork injured 31 people, hospitals said."),
            ),
            "A court in Cork opened a hearing over Monday's riot. It injured 31 people.",
            "31",
        ),
    ],
)
def test_a_first_estimate_divides_no_record(
    reports: tuple[Told, ...], article: str, figure: str
) -> None:
    found = checked(article, "2025-05-08", *reports)
    assert found[figure].verdict.value == "consistent"
