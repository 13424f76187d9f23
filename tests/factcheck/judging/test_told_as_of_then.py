"""A count told as of a time that is over is not out of date; one told as of now is."""

from __future__ import annotations

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

_FIRE = "A fire in a factory near Izmir on Sunday killed {} people. "
_NAMED = "So far {} of the dead have been identified."
REPORTS: tuple[Told, ...] = (
    ("2024-05-13", (_FIRE + "Police spoke of arson. " + _NAMED).format(8, 3)),
    ("2024-05-13", (_FIRE + _NAMED).format(8, 3)),
    ("2024-05-15", (_FIRE + "The governor wept. " + _NAMED).format(21, 17)),
    ("2024-05-15", (_FIRE + _NAMED).format(21, 17)),
)
LEAD = "The fire in a factory near Izmir on Sunday shook Turkey, the governor said on Thursday. "


@pytest.mark.parametrize(
    "told",
    [
        "By then 3 of the dead had been identified.",
        "Only 3 of the dead had been identified by Monday.",
        "Just 3 of the dead had been identified by noon.",
    ],
)
def test_what_was_known_then_is_not_out_of_date(told: str) -> None:
    assert checked(LEAD + told, "2024-05-16", *REPORTS)["3"].verdict is not Verdict.OUTDATED


@pytest.mark.parametrize("told", ["So far 3 of the dead have been identified."])
def test_an_older_count_told_as_of_now_is(told: str) -> None:
    assert checked(LEAD + told, "2024-05-16", *REPORTS)["3"].verdict is Verdict.OUTDATED


@pytest.mark.parametrize(
    "told",
    [
        "At first officials spoke of 8 dead.",
        "Initially 8 people were said to have been killed.",
        "Early reports gave 8 dead.",
    ],
)
def test_what_was_said_at_first_is_not_out_of_date(told: str) -> None:
    article = _FIRE.format(21) + told
    assert checked(article, "2024-05-16", *REPORTS)["8"].verdict is not Verdict.OUTDATED


@pytest.mark.parametrize(
    "told",
    [
        "At first light rescuers in the factory near Izmir found 8 people dead.",
        "Early reports of arson were wrong, but the factory fire near Izmir killed 8 people.",
        "At first glance the fire in the factory near Izmir on Sunday killed 8 people.",
    ],
)
def test_a_stale_toll_beside_other_words_of_the_beginning_is(told: str) -> None:
    assert checked(LEAD + told, "2024-05-16", *REPORTS)["8"].verdict is Verdict.OUTDATED
