"""In the first hours of a happening a toll may grow many times over: nobody is accused over it."""

import pytest

from factcheck.judging import growth
from factcheck.judging.growth import Course
from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

QUAKE: tuple[Told, ...] = (
    (
        "2026-02-06",
        "A quake struck Gaziantep in Turkey on Friday. It killed at least 300 people and 1,712 "
        "buildings collapsed, officials said.",
    ),
    ("2026-02-06", "More than 500 people died as buildings collapsed in Gaziantep on Friday."),
)


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ("The quake in Gaziantep on Friday has killed more than 7,200 people.", "more than 7,200"),
        ("Officials said the quake in Gaziantep had killed 5,400 people.", "5,400"),
        ("The death toll of Friday's quake in Gaziantep passed 6,000.", "6,000"),
    ],
)
def test_a_quake_that_made_houses_collapse_is_no_collapse(told: str, figure: str) -> None:
    found = [r for text, r in checked(told, "2026-02-07", *QUAKE).items() if figure in text]
    assert [one.verdict for one in found] == [Verdict.UPDATE]


def test_the_day_of_a_quake_may_be_another_by_another_clock() -> None:
    told = "At least 1,300 people were killed by the quake in Gaziantep on Feb. 5, US time."
    found = checked(told, "2026-02-06", *QUAKE)["At least 1,300"]
    assert found.verdict is Verdict.UPDATE


def test_of_the_first_victims_nothing_is_measured() -> None:
    first = ("2026-06-17", "Russian drones hit Kyiv overnight, killing at least one person.")
    for killed in (12, 15):
        told = f"Russian drones that hit Kyiv overnight killed {killed} people."
        assert checked(told, "2026-06-17", first)[str(killed)].verdict is Verdict.UPDATE


def test_weeks_later_or_beyond_all_measure_it_is_an_error() -> None:
    late = (*QUAKE, ("2026-02-20", "The quake in Gaziantep on 6 February killed 9,100 people."))
    told = "The quake in Gaziantep on 6 February killed 91,000 people."
    assert checked(told, "2026-02-21", *late)["91,000"].verdict is Verdict.CONFLICT
    first = ("2026-06-17", "Russian drones hit Kyiv overnight, killing at least one person.")
    told = "Russian drones that hit Kyiv overnight killed 1,500 people."
    assert checked(told, "2026-06-17", first)["1,500"].verdict is Verdict.CONFLICT


def test_chances_of_growth_never_rise_with_the_count() -> None:
    curve = growth.shipped()
    for earlier in (1.0, 3.0, 5.0, 40.0):
        for age in (0.0, 1.0, 5.0):
            course = Course("killed", "attack", age, 0.0)
            chances = [curve.chance(float(count), earlier, course) for count in range(1, 400)]
            assert chances == sorted(chances, reverse=True)
