"""What is held against what: namesakes, counts that have risen, planes that were shot down."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.results import Verdict
from tests.factcheck.checking import checked

FLOOD = (
    "2024-11-02",
    "Floods in Valencia, Spain, on 29 October 2024 killed 212 people, the government said.",
)


def test_a_place_without_its_land_may_be_its_namesake() -> None:
    article = "The floods that hit Valencia on 29 October 2024 killed 2,120 people."
    assert checked(article, "2024-11-05", FLOOD)["2,120"].verdict is Verdict.CONFLICT


def test_a_place_with_its_land_is_no_namesake() -> None:
    article = "The floods that hit Valencia, Venezuela, on 29 October 2024 killed 2,120 people."
    assert checked(article, "2024-11-05", FLOOD)["2,120"].verdict is Verdict.NO_PRIOR


RISING = (
    ("2026-03-03", "At least 14 people drowned when a ferry sank off Zamboanga on Monday."),
    ("2026-03-04", "The ferry that sank off Zamboanga on Monday killed 23 people; 37 are missing."),
)


def test_a_toll_that_rose_is_no_slip_of_an_old_one() -> None:
    article = "The ferry that sank off Zamboanga on Monday killed 41 people, and 19 are missing."
    assert checked(article, "2026-03-06", *RISING)["41"].verdict is Verdict.UPDATE


def test_a_slip_of_the_newest_is_still_one() -> None:
    article = "The ferry that sank off Zamboanga on Monday killed 230 people, and 37 are missing."
    assert checked(article, "2026-03-06", *RISING)["230"].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    "text",
    [
        "A jet was shot down over Darfur on 17 July 2021 and all 61 on board were killed.",
        "Rebels shot down a helicopter near Goma on 17 July 2021, killing eight soldiers.",
    ],
)
def test_what_is_shot_down_is_no_shooting(text: str) -> None:
    with Store(":memory:") as store:
        ingest(Document(text, id="r", published="2021-07-18"), store)
        results = check(Document(text, id="a", published="2021-07-18"), store).results
    assert {found.claim.happening for found in results} != {"shooting"}
