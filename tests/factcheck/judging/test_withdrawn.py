"""A figure that a report took back supports nobody who tells it again."""

import pytest

from factcheck.results import ClaimResult, Verdict
from tests.factcheck.checking import Told, checked

CRASH = (
    ("2024-05-13", "A coach plunged off a bridge in Nakuru, Kenya, on Sunday, killing 52 people."),
    (
        "2024-05-14",
        "Kenyan police on Monday lowered the death toll of Sunday's coach crash in Nakuru to 43 "
        "from 52, saying names had been listed twice.",
    ),
)
MINE = (
    ("2025-02-04", "An explosion in a coal mine in Zonguldak, Turkey, killed 17 people on Monday."),
    (
        "2025-02-05",
        "Monday's explosion in a coal mine in Zonguldak, Turkey, killed 11 people, not 17, the "
        "governor said on Wednesday.",
    ),
)
FIRE = (
    ("2023-08-21", "A fire at a hotel in Trieste, Italy, killed at least 26 people on Sunday."),
    (
        "2023-08-22",
        "The toll of Sunday's fire at a hotel in Trieste, Italy, was revised down to 19 on Monday "
        "after remains were examined, prosecutors said.",
    ),
)


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure", "newest"),
    [
        (CRASH, "The coach that fell off a bridge in Nakuru, Kenya, on Sunday, killing 52 people, "
         "had faulty brakes.", "2024-05-17T08:00:00Z", "52", "43"),
        (MINE, "The mine in Zonguldak, Turkey, where an explosion on Monday killed 17 people, will "
         "stay shut.", "2025-02-08", "17", "11"),
        (FIRE, "Sunday's fire at a hotel in Trieste, Italy, which killed 26 people, began in a "
         "kitchen.", "2023-08-25T07:00:00Z", "26", "19"),
    ],
)  # fmt: skip
def test_a_figure_taken_back_is_out_of_date(
    reports: tuple[Told, ...], article: str, day: str, figure: str, newest: str
) -> None:
    found = checked(article, day, *reports)[figure]
    assert found.verdict is Verdict.OUTDATED
    assert found.latest is not None
    assert found.latest.claim.value.text == newest
    assert "taken back" in found.why


@pytest.mark.parametrize(
    ("reports", "article", "figure"),
    [
        (CRASH, "The coach crash in Nakuru, Kenya, on Sunday killed 43 people.", "43"),
        (MINE, "Eleven died in Monday's explosion in a mine in Zonguldak, Turkey.", "Eleven"),
        (FIRE, "The fire at a hotel in Trieste, Italy, on Sunday killed 19 people.", "19"),
    ],
)  # fmt: skip
def test_one_who_tells_the_old_figure_again_does_not_bring_it_back(
    reports: tuple[Told, ...], article: str, figure: str
) -> None:
    day, first = reports[0]
    month = day[:8]
    again = (f"{month}{int(reports[1][0][8:]) + 1:02d}", first)
    found = checked(article, f"{month}{int(reports[1][0][8:]) + 2:02d}", *reports, again)[figure]
    assert found.verdict is Verdict.CONSISTENT


def _on_monday(article: str) -> dict[str, ClaimResult]:
    return checked(article, "2024-05-15", *CRASH)


def test_an_article_that_tells_the_correction_itself_is_not_warned_of() -> None:
    told = _on_monday(
        "The death toll of Sunday's coach crash in Nakuru, Kenya, was lowered to 43 from 52, "
        "police said."
    )
    assert told["43"].verdict in (Verdict.CONSISTENT, Verdict.CORRECTION)
    assert told["52"].verdict in (Verdict.CONSISTENT, Verdict.CORRECTION)


def test_a_count_that_rose_again_to_the_figure_stands() -> None:
    risen = (
        (
            "2024-05-15",
            "The toll of Sunday's coach crash in Nakuru, Kenya, rose to 48.",
        ),
        (
            "2024-05-17",
            "The coach crash in Nakuru, Kenya, on Sunday killed 52, police said.",
        ),
    )
    article = "Sunday's coach crash in Nakuru, Kenya, killed 52 people."
    found = checked(article, "2024-05-18", *CRASH, *risen)["52"]
    assert found.verdict is Verdict.CONSISTENT


def test_the_figure_of_the_correctors_own_text_vouches_for_nobody() -> None:
    article = "Sunday's coach crash in Nakuru, Kenya, killed 52 people."
    found = checked(article, "2024-05-18", CRASH[1])["52"]
    assert found.verdict is Verdict.OUTDATED


DAM = (
    ("2025-03-03", "A dam burst near Soroti, Uganda, on Sunday, killing 64 people, police said."),
    (
        "2025-03-05",
        "Ugandan police on Wednesday retracted their figure of 64 dead in Sunday's dam burst near "
        "Soroti and gave no other.",
    ),
)


def test_a_figure_retracted_without_another_in_its_place_is_out_of_date() -> None:
    text = "The dam that burst near Soroti, Uganda, on Sunday, killing 64 people, was inspected."
    found = checked(text, "2025-03-08", *DAM)["64"]
    assert found.verdict is Verdict.OUTDATED
    assert "was taken back (" in found.why


def test_before_it_was_retracted_it_stands() -> None:
    text = "The dam that burst near Soroti, Uganda, on Sunday, killing 64 people, was inspected."
    assert checked(text, "2025-03-04", *DAM)["64"].verdict is Verdict.CONSISTENT


def test_a_retracted_figure_contradicts_nobody() -> None:
    text = "The dam that burst near Soroti, Uganda, on Sunday killed 41 people, police said."
    assert checked(text, "2025-03-08", *DAM)["41"].verdict is not Verdict.CONFLICT


def test_another_party_takes_nothing_back_for_it() -> None:
    reports = (
        ("2025-03-03", "Shelling in Homs, Syria, on Sunday killed 64 people, hospitals said."),
        (
            "2025-03-05",
            "The opposition withdrew its claim that 64 people were killed by Sunday's shelling in "
            "Homs, Syria.",
        ),
    )
    text = "Sunday's shelling in Homs, Syria, killed 64 people, hospitals said."
    assert checked(text, "2025-03-08", *reports)["64"].verdict is Verdict.CONSISTENT


CLINIC = (
    (
        "2025-06-18",
        "A hospital in Gao, Mali, said 58 people were wounded in Tuesday's attack on a market.",
    ),
)
WITHDRAWN = (
    "2025-06-20",
    "A hospital in Gao, Mali, withdrew on Friday its figure of 58 wounded in Tuesday's attack on a "
    "market. It said 49 people were wounded.",
)  # fmt: skip


def test_what_stands_beside_a_figure_taken_back_is_a_correction() -> None:
    day, text = WITHDRAWN
    found = checked(text, day, *CLINIC)
    assert found["49"].verdict is Verdict.CORRECTION
    assert found["58"].verdict is Verdict.CORRECTION


def test_a_retraction_tells_enough_without_the_first_report() -> None:
    text = "The hospital in Gao, Mali, said 58 were wounded in the attack on a market on Tuesday."
    found = checked(text, "2025-06-22", WITHDRAWN)
    assert found["58"].verdict is Verdict.OUTDATED
    text = "The attack on a market in Gao, Mali, on Tuesday wounded 49 people."
    assert checked(text, "2025-06-22", WITHDRAWN)["49"].verdict is Verdict.CONSISTENT
