"""Totals beside counts that came on top of them, and beside counts of a part."""

import pytest

from claims_db.records import Prior, Report
from factcheck.judging import added_since
from factcheck.results import Verdict
from tests.factcheck.checking import checked
from tests.factcheck.judged import claim, value

QUAKE = "an earthquake near Osh, Kyrgyzstan, on Monday"
TOTAL = ("2025-03-04", f"The ministry said 1,200 people were injured in {QUAKE}.")
MORE = [
    "Another 311 people were injured in {quake}, the ministry said on Wednesday.",
    "The ministry said on Wednesday that a further 311 people were injured in {quake}.",
    "Officials counted 311 more injured in {quake}, they said on Wednesday.",
]


@pytest.mark.parametrize("more", MORE)
def test_a_total_from_before_an_increase_is_behind(more: str) -> None:
    reports = [TOTAL, ("2025-03-05", more.format(quake=QUAKE))]
    found = checked(f"In all 1,200 people were injured in {QUAKE}.", "2025-03-06", *reports)[
        "1,200"
    ]
    assert found.verdict is Verdict.OUTDATED
    assert "came on top of it since" in found.why
    assert found.latest
    assert found.latest.claim.change is None


@pytest.mark.parametrize("more", MORE)
def test_the_sum_of_a_total_and_its_increase_is_no_news(more: str) -> None:
    reports = [TOTAL, ("2025-03-05", more.format(quake=QUAKE))]
    found = checked(f"In all 1,511 people were injured in {QUAKE}.", "2025-03-06", *reports)[
        "1,511"
    ]
    assert found.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("day", "article"),
    [
        ("2025-03-04", f"In all 1,200 people were injured in {QUAKE}."),
        ("2025-03-06", f"At least 1,200 people were injured in {QUAKE}."),
    ],
)
def test_a_total_told_before_or_left_open_is_not_behind(day: str, article: str) -> None:
    reports = [TOTAL, ("2025-03-05", MORE[0].format(quake=QUAKE))]
    told = checked(article, day, *reports)
    assert all(found.verdict is Verdict.CONSISTENT for found in told.values())


def test_an_increase_lost_in_rounding_changes_nothing() -> None:
    siege = "the siege of Marawi in the Philippines"
    reports = [
        ("2017-08-03", f"Some 52,000 people have been injured in {siege}, the army said."),
        ("2017-08-04", f"Another 12 people were injured in {siege}, the army said."),
    ]
    told = checked(f"The army said 52,000 people were injured in {siege}.", "2017-08-06", *reports)
    assert told["52,000"].verdict is not Verdict.OUTDATED


def test_an_increase_already_in_a_newer_total_is_not_added_again() -> None:
    newer = ("2025-03-06", f"The ministry said 1,511 people were injured in {QUAKE}.")
    reports = [TOTAL, ("2025-03-05", MORE[0].format(quake=QUAKE)), newer]
    told = checked(f"In all 1,511 people were injured in {QUAKE}.", "2025-03-07", *reports)
    assert told["1,511"].verdict is Verdict.CONSISTENT
    told = checked(f"In all 1,822 people were injured in {QUAKE}.", "2025-03-07", *reports)
    assert told["1,822"].verdict is not Verdict.CONSISTENT


CRASH = "a bus crash near Cusco, Peru, on Friday"
HURT = ("2025-04-05", f"Police said 31 people were injured in {CRASH}.")


@pytest.mark.parametrize(
    "part",
    [
        f"Six people injured in {CRASH} are in intensive care, the hospital said.",
        f"Doctors are treating six with serious injuries after {CRASH}.",
        f"Six of the injured were flown to Lima after {CRASH}, the hospital said.",
        f"Six people were critically hurt in {CRASH}, the hospital said.",
        f"Six patients from {CRASH} are fighting for their lives, a surgeon said.",
        f"Among those injured in {CRASH} were six children, the hospital said.",
    ],
)
@pytest.mark.parametrize("figure", ["31", "13", "36"])
def test_a_part_is_never_the_newest_of_a_total(part: str, figure: str) -> None:
    article = f"In all {figure} people were injured in {CRASH}."
    found = checked(article, "2025-04-07", *[HURT, ("2025-04-06", part)])[figure]
    assert found.latest
    assert found.latest.claim.value.stated == 31
    if figure == "31":
        assert found.verdict is Verdict.CONSISTENT


def test_two_counts_of_the_gravely_hurt_are_held_together() -> None:
    reports = [("2025-04-05", f"Eleven people were critically injured in {CRASH}, police said.")]
    told = checked(f"Eleven people were critically injured in {CRASH}.", "2025-04-06", *reports)
    assert told["Eleven"].verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("report", "figure"),
    [
        ("The ministry reported 25 dengue deaths in Paraguay, four of them in Itapúa.", "52"),
        ("Dengue killed 25 people in Paraguay, including four in Itapúa, it said.", "31"),
    ],
)
def test_a_part_told_beside_its_total_is_no_newest(report: str, figure: str) -> None:
    article = f"Dengue has killed {figure} people in Paraguay, the ministry said."
    for place in ("Paraguay", "Itapúa, Paraguay"):
        told = checked(article.replace("Paraguay", place), "2025-03-20", ("2025-03-17", report))[
            figure
        ]
        assert told.latest is None or told.latest.claim.value.stated == 25


@pytest.mark.parametrize(
    ("own", "more", "is_more"),
    [("CHF", "CHF", True), ("CHF", "USD", False), ("tonne", "litre", False)],
)
def test_what_comes_on_top_is_in_one_unit(own: str, more: str, is_more: bool) -> None:
    total = claim("money", value(1_200), unit=own)
    added = Prior(claim("money", value(311), unit=more, change="+"), Report("more"))
    assert added_since.is_more(total, added) is is_more
