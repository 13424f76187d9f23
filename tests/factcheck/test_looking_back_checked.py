"""Stories that look back, through the whole path: found beside the reports of their day."""

from __future__ import annotations

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

FIRE = (
    "2019-03-02",
    "LEEDS – A fire at a tower block in Leeds, England, killed 61 people on 1 March 2019, police "
    "said.",
)


@pytest.mark.parametrize(
    ("toll", "verdict"), [("61", Verdict.CONSISTENT), ("16", Verdict.CONFLICT)]
)
@pytest.mark.parametrize(
    "article",
    [
        "LEEDS, March 1, 2024 – Hundreds marched on Friday, five years to the day since fire "
        "killed {} people in a tower block in Leeds, England.",
        "Leeds, 3 March 2021\n\nIt is two years since a fire killed {} people at a tower block in "
        "Leeds, England.",
        "LEEDS, March 4, 2022 – On the third anniversary of the fire that killed {} people in a "
        "tower block in Leeds, England, bells rang.",
    ],
)
def test_an_anniversary_is_held_against_its_day(article: str, toll: str, verdict: Verdict) -> None:
    day = "2024-03-01" if "2024" in article else "2021-03-03" if "2021" in article else "2022-03-04"
    assert checked(article.format(toll), day, FIRE)[toll].verdict is verdict


SUNDAY = (
    "2025-04-06",
    "SPLIT – A missile strike on the Croatian town of Zadar on Friday killed 20 people, the mayor "
    "said on Sunday.",
)
AGAIN = (
    "2025-04-07",
    "ZADAR – Mourners came to Zadar, Croatia, where a missile strike on Friday killed at least 18 "
    "people.",
)


def test_an_older_count_told_again_outdates_nothing() -> None:
    article = "ZADAR – The missile strike on Zadar, Croatia, on Friday killed 20 people."
    found = checked(article, "2025-04-08", SUNDAY, AGAIN)["20"]
    assert found.verdict is Verdict.CONSISTENT


def test_a_count_below_the_floor_is_still_outdated() -> None:
    article = "ZADAR – The missile strike on Zadar, Croatia, on Friday killed 17 people."
    found = checked(article, "2025-04-08", ("2025-04-05", SUNDAY[1].replace("20", "17")), SUNDAY)
    assert found["17"].verdict is Verdict.OUTDATED


HALL = (
    "2023-02-12",
    "Fire swept through Harrow Lane Hall in Bradford, England, on 11 February 2023 and killed 44 "
    "people, the fire brigade said.",
)


@pytest.mark.parametrize(
    ("toll", "verdict"), [("44", Verdict.CONSISTENT), ("440", Verdict.CONFLICT)]
)
def test_a_toll_of_the_district_is_that_of_the_city(toll: str, verdict: Verdict) -> None:
    article = (
        f"A fire on 11 February 2023 at Harrow Lane Hall in Shipley, England, killed {toll} people."
    )
    assert checked(article, "2023-02-14", HALL)[toll].verdict is verdict


MILL = (
    "2017-11-20",
    "An explosion at the Corran mill in Dundee, Scotland, on 14 June 2017 killed 71 people, the "
    "final count showed on Monday.",
)


@pytest.mark.parametrize(
    ("toll", "verdict"), [("71", Verdict.CONSISTENT), ("117", Verdict.CONFLICT)]
)
@pytest.mark.parametrize(
    "article",
    [
        "The inquiry into the explosion at the Corran mill in Dundee, Scotland, in which {} people "
        "died in June last year, opened on Monday.",
        "Last June's explosion at the Corran mill in Dundee, Scotland, killed {} people.",
        "A year after the explosion at the Corran mill in Dundee, Scotland, that killed {} people, "
        "the town has no doctor.",
    ],
)
def test_a_single_happening_is_dated_loosely(article: str, toll: str, verdict: Verdict) -> None:
    assert checked(article.format(toll), "2018-06-04", MILL)[toll].verdict is verdict


BLAZE = (
    "2023-09-16",
    "The wildfire that burned Kihei in Hawaii on August 8 killed 97 people, the governor said on "
    "Friday, and 31 are missing.",
)


def test_towns_of_an_island_are_found_from_its_name() -> None:
    article = "Last month's wildfire on the Hawaiian island of Maui killed 79 people."
    found = checked(article, "2023-09-17", BLAZE)["79"]
    assert found.verdict in (Verdict.CONFLICT, Verdict.OUTDATED)


def test_what_was_once_feared_is_no_measure_of_growth() -> None:
    feared = (
        "2017-07-16",
        "The explosion at the Corran mill in Dundee, Scotland, on 14 June 2017 killed 71 people; "
        "as many as 150 had been feared dead.",
    )
    article = "The explosion at the Corran mill in Dundee on 14 June 2017 killed 117 people."
    assert checked(article, "2018-06-04", feared, MILL)["117"].verdict is Verdict.CONFLICT


DEPOT = (
    "2022-05-06",
    "A fire at a tram depot in Ghent, Belgium, on 3 May 2022 killed 38 people and injured 112, "
    "police said in a final count.",
)


@pytest.mark.parametrize(
    ("toll", "verdict"), [("38", Verdict.CONSISTENT), ("83", Verdict.CONFLICT)]
)
@pytest.mark.parametrize(
    "article",
    [
        # told once in the lead, and the toll sentences later
        "GHENT, Belgium – Two years after fire swept through the tram depot, families gathered "
        "on Friday. One candle was lit for each of the {} people killed in the fire.",
        "GHENT, Belgium – Choirs sang on Saturday for the victims of the 2022 tram depot fire. The "
        "death toll of {} had been caused by locked doors, a judge wrote in March.",
        "GHENT, Belgium – It is two years since flames destroyed the tram depot. The trial of its "
        "three managers goes on. The fire killed {} people and injured 112.",
        "GHENT, Belgium – Two years after the depot fire, families met on Friday to read out the "
        "names of the {} people who were killed.",
        "GHENT, Belgium – The tram depot that burned down in a fire two years ago is to reopen on "
        "Monday. The blaze left {} people dead.",
    ],
)
def test_a_toll_told_after_the_lead_is_of_what_the_lead_looks_back_on(
    article: str, toll: str, verdict: Verdict
) -> None:
    assert checked(article.format(toll), "2024-05-04", DEPOT)[toll].verdict is verdict


@pytest.mark.parametrize(
    "article",
    [
        "GHENT, Belgium – Two years after the depot fire, a blast killed seven people in the same "
        "street on Friday. The dead were 7 tram drivers.",
        "GHENT, Belgium – Two years after the depot fire, the 7 tram drivers whom a blast "
        "killed on Friday were named.",
        "GHENT, Belgium – Six people were killed on Friday when a tram left the rails, two years "
        "after a depot fire. The dead were 7 tram drivers.",
        "GHENT, Belgium – Two years after the depot fire, a tram left the rails. On Friday police "
        "said that six were killed. The dead were 7 tram drivers.",
    ],
)
def test_what_happened_now_is_not_of_what_was_long_ago(article: str) -> None:
    found = checked(article, "2024-05-04", DEPOT)["7"]
    assert found.claim.when is None or found.claim.when.start >= "2024"
    assert found.verdict not in (Verdict.CONFLICT, Verdict.OUTDATED)
