"""Figures of two quarters, two announcements or two polls contradict each other in nothing."""

import pytest

from factcheck.results import Severity, Verdict
from tests.factcheck.checking import Told, checked

AGAINST = (Verdict.CONFLICT, Verdict.DISPUTED, Verdict.OUTDATED, Verdict.CORRECTION)

MILLS: tuple[Told, ...] = (
    (
        "2023-04-20T06:30:00Z",
        "GDANSK, Poland, April 20 (Baltic Wire) - Tessaly Mills reported a first-quarter net "
        "profit of $84 million on Thursday, up from $61 million a year earlier, as timber prices "
        "rose.\n\nRevenue increased 9% to $1.6 billion. The company said it would cut 450 jobs.",
    ),
    (
        "2023-04-20T12:00:00Z",
        "Tessaly Mills's net profit rose to $84 million in the first quarter of 2023, the "
        "Gdansk-based group said on Thursday. Revenue was $1.6 billion, up 9%.\n\n"
        "Tessaly Mills will cut 450 jobs, most of them in sawmills.",
    ),
)
SOLAR: tuple[Told, ...] = (
    (
        "2025-02-13",
        "Quorra Solar's net profit fell to $37 million in the fourth quarter of 2024, the "
        "Lisbon-based company said on Thursday. Sales were $520 million, down 4%.",
    ),
    (
        "2025-02-14",
        "Investors in Lisbon sold shares of Quorra Solar on Friday after it reported a net profit "
        "of $37 million for the fourth quarter. Sales came to $520 million, chief executive Ines "
        "Couto said.",
    ),
)
FOODS: tuple[Told, ...] = (
    (
        "2024-05-08",
        "Brannock Foods, the Cork-based maker of cheese, said on Wednesday that revenue rose to "
        "$3.1 billion in the first quarter. It will shed 1,200 jobs.",
    ),
)


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure"),
    [
        (MILLS, "Tessaly Mills's net profit rose to $91 million in the second quarter of 2023, the "
         "Gdansk-based group said on Thursday. Revenue was $1.7 billion.",
         "2023-07-20", "$1.7 billion"),
        (MILLS, "Tessaly Mills's net profit was $77 million in the third quarter of 2023, the "
         "Gdansk-based group said on Thursday.", "2023-10-19", "$77 million"),
        (MILLS, "Tessaly Mills's net profit was $77 million in the third quarter of 2023, the "
         "Gdansk-based group said on Thursday. The group said it would cut 120 jobs.",
         "2023-10-19", "120"),
        (MILLS, "Tessaly Mills of Gdansk said on Thursday a further 200 jobs would go.",
         "2023-05-11", "200"),
        (SOLAR, "Quorra Solar's net profit was $29 million in the first quarter of 2025, the "
         "Lisbon-based company said on Thursday. Sales were $480 million, chief executive Ines "
         "Couto said.", "2025-05-15", "$480 million"),
        (FOODS, "Brannock Foods of Cork said revenue was $6.3 billion in the first half of 2024.",
         "2024-08-07", "$6.3 billion"),
    ],
)  # fmt: skip
def test_another_quarter_or_announcement_is_not_held_against_a_figure(
    reports: tuple[Told, ...], article: str, day: str, figure: str
) -> None:
    assert checked(article, day, *reports)[figure].verdict not in AGAINST


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure"),
    [
        (FOODS, "Brannock Foods of Cork said on Wednesday that revenue was $1.3 billion in the "
         "first quarter.", "2024-05-09", "$1.3 billion"),
        (MILLS, "Tessaly Mills of Gdansk will cut 4,500 jobs, the group said on Thursday.",
         "2023-04-21", "4,500"),
        (SOLAR, "Quorra Solar, the Lisbon-based company, made a net profit of $73 million in the "
         "fourth quarter of 2024.", "2025-04-24", "$73 million"),
    ],
)  # fmt: skip
def test_a_slip_in_the_same_quarter_is_still_found(
    reports: tuple[Told, ...], article: str, day: str, figure: str
) -> None:
    assert checked(article, day, *reports)[figure].severity.rank >= Severity.WARNING.rank


LISBON: tuple[Told, ...] = (
    (
        "2024-03-05",
        "LISBON, March 5 (Reed Wire) - Approval of the Portuguese government has fallen to 41%, "
        "down three points since December, a Novus poll showed on Tuesday.\n\nThe poll of 1,204 "
        "adults was taken between February 28 and March 2.",
    ),
    (
        "2024-03-06",
        "Ministers in Lisbon shrugged off a Novus poll published on Tuesday that put approval of "
        "the Portuguese government at 41%.\n\nThe poll of 1,204 adults was taken between February "
        "28 and March 2.",
    ),
)
OSLO: tuple[Told, ...] = (
    (
        "2023-10-03",
        "OSLO, Oct 3 (Fjord Wire) - Approval of the Norwegian government has dropped to 36%, a "
        "Varde survey showed on Tuesday.\n\nThe survey of 2,015 voters was carried out between "
        "September 25 and 28 and has a margin of error of two points.",
    ),
    (
        "2023-10-04",
        "Ministers in Oslo made light of a Varde survey published on Tuesday that put approval of "
        "the Norwegian government at 36%.\n\nThe survey of 2,015 voters was carried out between "
        "September 25 and 28.",
    ),
)
QUITO: tuple[Told, ...] = (
    (
        "2025-01-14",
        "QUITO, Jan 14 (Andes Wire) - Trust in Ecuador's president stands at 34%, a Mirador poll "
        "showed on Tuesday.\n\nMirador interviewed 980 residents of Quito and Guayaquil between "
        "January 6 and 9.",
    ),
    (
        "2025-01-15",
        "A Mirador poll published on Tuesday put trust in Ecuador's president at 34%.\n\nThe poll "
        "of 980 residents of Quito and Guayaquil was taken between January 6 and 9.",
    ),
)


@pytest.mark.parametrize(
    ("reports", "article", "day", "figure"),
    [
        (LISBON, "Approval of the Portuguese government rose to 44% in June, a Novus poll of 1,198 "
         "adults showed on Tuesday, from 41% in March.", "2024-06-04", "1,198"),
        (LISBON, "A poll by Kompass Research published on Sunday put approval of the Portuguese "
         "government at 46%. It questioned 1,530 adults between March 4 and 7.", "2024-03-10",
         "46%"),
        (OSLO, "Approval of the Norwegian government rose to 39% in December, a Varde survey of "
         "1,970 voters showed on Tuesday, from 36% in October.", "2023-12-05", "1,970"),
        (QUITO, "A poll by Andina Research published on Sunday put trust in Ecuador's president at "
         "39%. It interviewed 1,350 residents between January 12 and 15.", "2025-01-19", "1,350"),
    ],
)  # fmt: skip
def test_the_sample_and_shares_of_another_poll_are_not_held_against_a_figure(
    reports: tuple[Told, ...], article: str, day: str, figure: str
) -> None:
    assert checked(article, day, *reports)[figure].verdict not in AGAINST


def test_a_slip_in_the_share_of_one_poll_is_still_found() -> None:
    article = "A Varde survey of 2,015 voters put approval of the Norwegian government at 63%."
    found = checked(article, "2023-10-05", *OSLO)["63%"]
    assert found.severity.rank >= Severity.WARNING.rank
