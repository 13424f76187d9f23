"""The rest of those counted is a part of them: it contradicts no whole."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

DAY = "2025-05-02"
ACCUSED = (Verdict.CONFLICT, Verdict.OUTDATED)


@pytest.mark.parametrize(
    ("whole", "part", "figure"),
    [
        (
            "Police detained nine people after a shooting in Dallas on Thursday.",
            "After a shooting in Dallas on Thursday, the other eight people were detained "
            "for questioning.",
            "eight",
        ),
        (
            "Fourteen people were wounded in an attack in Sumy on Thursday.",
            "Those remaining six people were wounded in the attack in Sumy on Thursday.",
            "six",
        ),
        (
            "Seven people were killed in an explosion in Lyon on Thursday.",
            "All other four people killed in the explosion in Lyon on Thursday were identified.",
            "four",
        ),
    ],
)
def test_the_rest_is_no_lower_count(whole: str, part: str, figure: str) -> None:
    found = checked(part, "2025-05-02", (DAY, whole), (DAY, whole))
    assert found[figure].verdict not in ACCUSED


def test_a_lower_count_is_accused() -> None:
    whole = "Police detained nine people after a shooting in Dallas on Thursday."
    told = "Police detained eight people after a shooting in Dallas on Thursday."
    found = checked(told, "2025-05-03", (DAY, whole), (DAY, whole))
    assert found["eight"].verdict in ACCUSED


LUCENA = (
    ("2026-03-03", "A gas explosion tore through a market in Lucena on Monday, killing 9 people."),
    (
        "2026-03-05",
        "The death toll from Monday's gas explosion in Lucena has risen to 14, officials said.",
    ),
)
FLOOD = (
    ("2026-05-05", "A flood swept through Arles on Monday, injuring 20 people, the mayor said."),
    ("2026-05-06", "The flood in Arles on Monday injured 31 people, the mayor said."),
)


@pytest.mark.parametrize(
    ("told", "figure", "reports"),
    [
        (
            "The death toll from Monday's explosion in Lucena stands at 9, with rescuers still "
            "digging in the Dupay district.",
            "9",
            LUCENA,
        ),
        (
            "Monday's explosion in Lucena killed 9 people, as crews cleared what is left of a "
            "building.",
            "9",
            LUCENA,
        ),
        (
            "Nine people have died in Monday's explosion in Lucena, with families still waiting "
            "at a school.",
            "Nine",
            LUCENA,
        ),
        (
            "The flood in Arles on Monday injured 20 people, while volunteers carried sandbags in "
            "the old district.",
            "20",
            FLOOD,
        ),
        ("Nine people died in Monday's explosion at a market in Lucena.", "Nine", LUCENA),
    ],
)
def test_what_is_done_beside_is_told_of_no_part(
    told: str, figure: str, reports: tuple[tuple[str, str], ...]
) -> None:
    assert checked(told, reports[-1][0], *reports)[figure].verdict is Verdict.OUTDATED


@pytest.mark.parametrize(
    "told",
    [
        "Monday's explosion in Lucena killed nine people in the meat market alone.",
        "Monday's explosion in Lucena killed nine in one house, with rescuers digging there.",
        "Monday's explosion in Lucena killed nine as a wall fell on them in the old district.",
        "Nine people died in one explosion at a single house in Lucena on Monday.",
        "Nine of the dead of Monday's explosion in Lucena were buried on Friday.",
    ],
)
def test_a_part_told_of_those_counted_is_not_held_against_the_whole(told: str) -> None:
    found = checked(told, "2026-03-06", *LUCENA)
    assert all(result.verdict not in ACCUSED for result in found.values())
