"""Anniversaries, inquests and reports years later are held beside the reports of their story."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

COACH = (
    (
        "2023-03-04",
        "A coach with pensioners went through the parapet of Marrow Bridge in the Tarven valley on "
        "Saturday, killing 13 of those on board and injuring 27, police said. It fell 21 metres "
        "to the river bed.",
    ),
    (
        "2023-03-09",
        "The death toll from the Marrow Bridge coach crash climbed to 15 on Thursday after two "
        "passengers died in hospital, the Tarven police said.",
    ),
)
FERRY = (
    (
        "2014-07-18",
        "Fire swept the ferry Sankt Jorund off Karlsvik on Friday, killing 26 people. The vessel "
        "had 180 people on board, the company said.",
    ),
)


@pytest.mark.parametrize(
    ("reports", "text", "day", "figure", "verdict"),
    [
        (
            COACH,
            "The coroner opened the inquest into the loss of a coach at Marrow Bridge last March. "
            "Counsel told the jury in Tarven that 15 people died and that 27 were hurt.",
            "2024-03-11",
            "15",
            Verdict.CONSISTENT,
        ),
        (
            COACH,
            "The coroner opened the inquest into the loss of a coach at Marrow Bridge last March. "
            "Counsel told the jury in Tarven that 13 people died and that 27 were hurt.",
            "2024-03-11",
            "13",
            Verdict.OUTDATED,
        ),
        (
            COACH,
            "The coroner opened the inquest into the loss of a coach at Marrow Bridge last March. "
            "The Tarven coach dropped 21 feet, counsel told the jury, and 27 people were hurt.",
            "2024-03-11",
            "21",
            Verdict.CONFLICT,
        ),
        (
            FERRY,
            "A plate was unveiled in Karlsvik to those who died aboard the Sankt Jorund. Ten years "
            "ago fire broke out on the ferry, which carried 180 people, and killed 26.",
            "2024-07-18",
            "26",
            Verdict.CONSISTENT,
        ),
    ],
)
def test_what_is_looked_back_on(
    reports: tuple[Told, ...], text: str, day: str, figure: str, verdict: Verdict
) -> None:
    assert checked(text, day, *reports)[figure].verdict is verdict


@pytest.mark.parametrize(
    ("text", "day", "figure"),
    [
        (  # another crash at the bridge
            "A lorry and a van collided on Marrow Bridge in the Tarven valley on Sunday, killing "
            "four people, two years after the bridge was rebuilt.",
            "2025-06-02",
            "four",
        ),
        (  # another crash, of last summer
            "An inquest into a bus crash on Marrow Bridge in the Tarven valley last July, in which "
            "three people died, opened on Monday.",
            "2025-02-03",
            "three",
        ),
        (  # another fire, remembered
            "A memorial was unveiled in Karlsvik on Friday to the 31 people who died ten years ago "
            "when the cannery burned down.",
            "2024-07-19",
            "31",
        ),
    ],
)
def test_another_happening_there(text: str, day: str, figure: str) -> None:
    assert checked(text, day, *COACH, *FERRY)[figure].verdict in (
        Verdict.NO_PRIOR,
        Verdict.UPDATE,
    )


def test_this_year_beside_last_is_no_looking_back() -> None:
    report = ("2023-06-08", "Denmark had 63 road deaths in May.")
    text = "Denmark had 59 road deaths in May, four fewer than in May last year."
    assert checked(text, "2024-06-10", report)["59"].verdict is not Verdict.CONFLICT
