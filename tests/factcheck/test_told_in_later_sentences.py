"""Tolls told in parts, of an earlier day or with room above, sentences after the count of all."""

import pytest

import factcheck
from claims_db.records import Claim, Document, Role
from claims_db.store import Store
from factcheck.reading import claims
from factcheck.results import ClaimResult, Verdict

Verdicts = dict[str, ClaimResult]


def read(text: str) -> dict[str, Claim]:
    return {
        claim.value.text: claim for claim in claims.read(Document(text, published="2025-03-07"))
    }


def checked(article: str, *reports: tuple[str, str], day: str = "2025-03-07") -> Verdicts:
    with Store(":memory:") as store:
        for number, (published, text) in enumerate(reports):
            factcheck.ingest(Document(text, published=published, outlet=f"Paper {number}"), store)
        results = factcheck.check(Document(article, published=day), store).results
    return {found.claim.value.text: found for found in results}


# --- parts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "A gas blast killed nine workers in Gdansk. Seven died at once and two later.",
            "nine",
            ("Seven", "two"),
        ),
        (
            "Two shells killed 31 people in Taiz. The first killed 11 people in a bakery, the "
            "second 20 at a bus stop.",
            "31",
            ("11", "20"),
        ),
        (
            "Heat has killed 14 people in Seville since Monday. Ten were found dead at home.",
            "14",
            ("Ten",),
        ),
    ],
)
def test_what_a_later_sentence_breaks_down_is_a_part(
    text: str, whole: str, parts: tuple[str, ...]
) -> None:
    told = read(text)
    assert {told[part].part_of for part in parts} == {told[whole].id}


@pytest.mark.parametrize(
    "later",
    [
        "In all, 12 died.",
        "In 2009 12 died.",
        "Officials had said 12 died.",
        "Another 12 died.",
        "A mudslide killed 12.",
        "In Peru 12 died.",
    ],
)
def test_another_count_is_no_part(later: str) -> None:
    assert read(f"A flood killed 30 people in Quito. {later}")["12"].part_of is None


def test_a_part_of_the_dead_is_not_held_against_the_toll() -> None:
    record = "Nine people were killed in a gas blast in Gdansk on Tuesday, the city said."
    told = checked(
        "Tuesday's gas blast in Gdansk killed nine people. Seven died at once and two later.",
        ("2025-03-05", record),
    )
    assert [one.verdict for one in told.values()] == [Verdict.CONSISTENT, *[Verdict.NO_PRIOR] * 2]


def test_a_part_on_record_backs_no_toll() -> None:
    told = checked(
        "Tuesday's gas blast in Gdansk killed seven people.",
        ("2025-03-05", "Nine people died in Tuesday's gas blast in Gdansk. Seven died at once."),
        ("2025-03-06", "The gas blast in Gdansk on Tuesday killed nine people, the city said."),
    )
    assert told["seven"].verdict in (Verdict.OUTDATED, Verdict.CONFLICT)


# --- earlier days -------------------------------------------------------------------------------


def test_counts_of_earlier_days_have_their_days() -> None:
    told = read(
        "The cyclone has killed 52 people in Beira. On Monday the toll had stood at 17, on Tuesday "
        "at 29."
    )
    found = {text: (claim.role, claim.as_of) for text, claim in told.items()}
    assert found["17"] == (Role.PREVIOUS, "2025-03-03")
    assert found["29"] == (Role.PREVIOUS, "2025-03-04")
    assert found["52"] == (Role.CURRENT, "2025-03-07")


@pytest.mark.parametrize(
    "early", ["Eight bodies were found on the first day.", "By nightfall eight bodies were found."]
)
def test_the_count_of_the_first_day_is_history(early: str) -> None:
    told = read(f"A ferry sank off Cebu, killing 31. {early}")
    assert [claim.role for claim in told.values() if claim.value.stated == 8] == [Role.PREVIOUS]
    told = read("A ferry sank off Cebu, killing eight on the first voyage. Two bodies were found.")
    assert Role.PREVIOUS not in {claim.role for claim in told.values()}


def test_the_only_count_of_a_text_is_no_history() -> None:
    told = read("By Thursday night rescuers had counted 17 dead in Beira.")
    assert told["17"].role is Role.CURRENT


def test_history_is_no_alarm_though_nobody_has_it() -> None:
    told = checked(
        "Wednesday's ferry fire off Cebu killed 44 people. On Thursday the navy had counted 26.",
        ("2025-03-07", "A ferry fire off Cebu on Wednesday killed 44 people, the navy said."),
    )
    assert told["26"].verdict in (Verdict.NO_PRIOR, Verdict.CONSISTENT)


FERRY = (
    ("2025-03-03", "A ferry fire off Cebu on Sunday killed 18 people, the navy said."),
    ("2025-03-04", "Sunday's ferry fire off Cebu killed 27 people, the navy said."),
    ("2025-03-05", "Sunday's ferry fire off Cebu killed 44 people, the navy said."),
)


@pytest.mark.parametrize(
    ("day", "figure", "verdict"),
    [
        ("Monday", "18", Verdict.CONSISTENT),
        ("Monday", "12", Verdict.NO_PRIOR),
        ("Monday", "35", Verdict.CONFLICT),
        ("Tuesday", "15", Verdict.CONFLICT),
    ],
)
def test_history_is_held_against_its_day(day: str, figure: str, verdict: Verdict) -> None:
    article = "Sunday's ferry fire off Cebu killed 44 people. On {} the navy had counted {}."
    assert checked(article.format(day, figure), *FERRY)[figure].verdict is verdict


def test_it_is_the_toll_told_before() -> None:
    told = read("On Monday the toll of the floods in Beira had stood at 17. It is now 52.")
    assert told["52"].kind == "killed"


# --- two happenings in one sentence -------------------------------------------------------------


def test_each_quake_has_its_day_and_place() -> None:
    told = read("Monday's quake in Bursa killed 18 people and Wednesday's in Konya killed four.")
    found = {
        text: (claim.when.start if claim.when else "", claim.places[0].name)
        for text, claim in told.items()
    }
    assert found == {"18": ("2025-03-03", "Bursa"), "four": ("2025-03-05", "Konya")}


def test_a_country_behind_its_count_is_its_place() -> None:
    told = read(
        "Measles killed 12 children in Chad, and an outbreak in Sudan's Khartoum has killed 34."
    )
    assert told["12"].places[0].name == "Chad"


@pytest.mark.parametrize("where", ["neighbouring Chad", "northern Chad"])
def test_a_bearing_leads_to_a_place(where: str) -> None:
    told = read(f"Cholera has killed 45 people in Khartoum. In {where} the disease killed 16.")
    assert told["16"].places[0].name == "Chad"


@pytest.mark.parametrize("told", ["reported no deaths", "has recorded four deaths"])
def test_a_place_that_reports_so_many_is_theirs(told: str) -> None:
    text = f"The storm killed 26 people in Honduras and 11 in Guatemala. El Salvador {told}."
    figure = "no deaths" if "no" in told else "four"
    assert read(text)[figure].places[0].name == "El Salvador"


def test_a_week_is_no_year() -> None:
    told = checked(
        "Lassa fever has killed 44 people in Ondo this year. Some 11 of them died last week.",
        ("2025-02-27", "Lassa fever has killed 31 people in Ondo this year, the state said."),
        ("2025-03-06", "Lassa fever has killed 44 people in Ondo this year, the state said."),
    )
    accused = (Verdict.CONFLICT, Verdict.OUTDATED)
    assert not [one for one in told.values() if one.verdict in accused]


def test_a_stale_toll_stands_out_beside_another_outbreak() -> None:
    told = checked(
        "Floods in Sylhet killed 34 people, officials said. Cholera in Dhaka has killed 12 people "
        "and made 900 ill since January.",
        ("2025-03-03", "Floods in Sylhet killed 34 people, officials said on Monday."),
        ("2025-03-05", "Floods in Sylhet killed 46 people, officials said on Wednesday."),
    )
    assert told["34"].verdict is Verdict.OUTDATED
    assert told["12"].verdict is Verdict.NO_PRIOR


def test_a_toll_is_of_those_numbered_and_of_their_day() -> None:
    told = read("Police raised the number of miners killed near Katowice on Monday to 23.")["23"]
    assert (told.group, told.when and told.when.start) == ("miners", "2025-03-03")
    lowered = read("Police lowered the number of dead in Katowice on Monday to 23.")["23"]
    assert (lowered.group, lowered.as_of) == (None, "2025-03-03")


# --- room above, and nobody left ----------------------------------------------------------------

CRASH = ("2025-03-07", "A train crash near Lahore on Thursday killed 33 people, police said.")


@pytest.mark.parametrize("words", ["At least 30 people", "At least 29 people"])
def test_at_least_leaves_room_for_the_newest(words: str) -> None:
    told = checked(f"{words} died in Thursday's train crash near Lahore.", CRASH)
    assert [one.verdict for one in told.values()] == [Verdict.CONSISTENT]


@pytest.mark.parametrize("words", ["At least 9 people", "At least 29 people"])
def test_at_least_far_below_or_days_later_is_out_of_date(words: str) -> None:
    day = "2025-03-09" if "29" in words else "2025-03-07"
    told = checked(f"{words} died in Thursday's train crash near Lahore.", CRASH, day=day)
    assert [one.verdict for one in told.values()] == [Verdict.OUTDATED]


def test_what_was_at_least_so_many_is_not_just_so_many_later() -> None:
    early = ("2025-03-05", "At least 21 people died when a bridge fell near Surat on Wednesday.")
    later = ("2025-03-05", "A bridge fell near Surat on Wednesday, killing 34, police said.")
    article = "A bridge that fell near Surat on Wednesday killed 21 people."
    assert checked(article, early, later)["21"].verdict is Verdict.OUTDATED


@pytest.mark.parametrize(
    "later",
    ["A clinic received 54 bodies.", "The army network counted 54 bodies among the ruins."],
)
def test_a_lower_count_beside_the_newest_is_no_toll(later: str) -> None:
    record = ("2025-03-06", "A drone killed 70 people in El Fasher on Wednesday, medics said.")
    told = checked(f"Wednesday's drone strike on El Fasher killed 70 people. {later}", record)
    assert told["54"].verdict is Verdict.NO_PRIOR


def test_the_missing_found_dead_are_no_conflict() -> None:
    report = "A dhow sank off Zanzibar on Tuesday, leaving two dead and 13 missing, police said."
    told = checked(
        "Fifteen people died when a dhow sank off Zanzibar on Tuesday. No one is missing any more.",
        ("2025-03-05", report),
    )
    accused = (Verdict.CONFLICT, Verdict.OUTDATED)
    assert not [one for one in told.values() if one.verdict in accused]
    seventy = "Seventy people died when a dhow sank off Zanzibar on Tuesday."
    more = checked(seventy, ("2025-03-05", report))
    assert more["Seventy"].verdict is Verdict.CONFLICT


def test_a_villager_is_one_of_the_people() -> None:
    told = checked(
        "Bandits killed 23 villagers near Sokoto on Sunday.",
        ("2025-03-03", "Bandits killed 23 villagers near Sokoto on Sunday, police said."),
        ("2025-03-05", "The toll of Sunday's attack near Sokoto has risen to 41, police said."),
    )
    assert told["23"].verdict is Verdict.OUTDATED
