"""Verdicts through the whole path, a construct each: earlier reports, an article, a verdict."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, compare, ingest
from factcheck.results import ClaimResult

Report = tuple[str, str, str]  # the day, the outlet, the text


def judged(priors: list[Report], article: Report, figure: str, kind: str) -> ClaimResult:
    """What is said of a figure of the article, the last one printed so."""
    with Store(":memory:") as store:
        for number, (published, outlet, text) in enumerate(priors):
            document = Document(text, id=f"p{number}", published=published, outlet=outlet)
            ingest(document, store)
        published, outlet, text = article
        document = Document(text, id="article", published=published, outlet=outlet)
        results = check(document, store).results
    told = [one for one in results if one.claim.kind == kind and figure in one.claim.value.text]
    assert told, [(one.claim.kind, one.claim.value.text) for one in results]
    return told[-1]


def verdict(priors: list[Report], article: Report, figure: str, kind: str) -> str:
    return judged(priors, article, figure, kind).verdict.value


@pytest.mark.parametrize(
    ("before", "text", "figure", "kind"),
    [
        (
            "Officials on Monday counted 19 dead in the Taquari floods in Brazil.",
            "As floods fell in Taquari on Wednesday, officials said 22 people had died so far.",
            "22",
            "killed",
        ),
        (
            "Cholera has killed 40 people in Beira, Mozambique, since May, the ministry said.",
            "By Thursday the cholera outbreak in Beira, Mozambique, had killed 52 people.",
            "52",
            "killed",
        ),
        (
            "On Tuesday 6,000 people were displaced by the floods in Sylhet, Bangladesh.",
            "Water rose again on Thursday in flooded Sylhet, where 9,000 people are displaced.",
            "9,000",
            "displaced",
        ),
    ],
)
def test_what_goes_on_for_days_is_counted_on_many(
    before: str, text: str, figure: str, kind: str
) -> None:
    priors = [("2025-06-03", "River Post", before)]
    assert verdict(priors, ("2025-06-05", "Valley News", text), figure, kind) == "update"


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        (
            "A crush at a shrine in Puri, India, killed 41 people on Sunday, police said.",
            "Officials were charged over the 2023 crush at a shrine in Puri, India, which killed "
            "41 people.",
            "41",
        ),
        (
            "A fire at a dance hall in Ufa, Russia, killed 27 people on Sunday.",
            "Ufa in Russia fell silent, two years after a fire at a dance hall that killed 27 "
            "people.",
            "27",
        ),
        (
            "A bomb in Quetta, Pakistan, killed 33 people on Sunday.",
            "Pakistan hanged a man for a bombing in June 2023 in Quetta which killed 33 people.",
            "33",
        ),
    ],
)
def test_a_happening_told_by_its_year_is_the_one_of_that_day(
    before: str, text: str, figure: str
) -> None:
    priors = [("2023-06-05", "Plain Dealer", before)]
    assert verdict(priors, ("2025-06-05", "Globe", text), figure, "killed") == "consistent"


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        (
            "A bus crash in Multan, Pakistan, killed 14 people on Wednesday, police said.",
            "A fire at a garment factory in Multan, Pakistan, killed 5 people on Wednesday.",
            "5",
        ),
        (
            "A hotel fire in Lagos, Nigeria, killed 22 people on Wednesday.",
            "Nine people died on Wednesday in a boat collision in Lagos, Nigeria.",
            "Nine",
        ),
        (
            "An explosion at a fuel depot in Basra, Iraq, killed 31 people on Wednesday.",
            "A train crash in Basra, Iraq, killed 3 people on Wednesday.",
            "3",
        ),
    ],
)
def test_another_site_is_another_happening(before: str, text: str, figure: str) -> None:
    priors = [("2025-06-04", "Plain Dealer", before)]
    assert verdict(priors, ("2025-06-05", "Globe", text), figure, "killed") == "no_prior"


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        (
            "A missile strike on Sumy, Ukraine, killed 9 people on Wednesday, officials said.",
            "A second strike on Sumy in a day hit a depot on Wednesday. Two people were killed.",
            "Two",
        ),
        (
            "An explosion in Kaduna, Nigeria, killed 17 people on Wednesday.",
            "Another explosion shook Kaduna on Wednesday, killing four people.",
            "four",
        ),
        (
            "A shooting in Memphis killed 6 people on Wednesday, police said.",
            "In a separate shooting in Memphis on Wednesday, three people were killed.",
            "three",
        ),
    ],
)
def test_another_happening_of_the_day_is_not_behind(before: str, text: str, figure: str) -> None:
    priors = [("2025-06-04", "Plain Dealer", before)]
    found = verdict(priors, ("2025-06-05", "Globe", text), figure, "killed")
    assert found not in ("outdated", "conflict", "correction")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("In the Saltiv district of Kharkiv the strike on Wednesday killed three people.", "three"),
        (
            "The strike on Kharkiv on Wednesday killed four people in a single apartment block.",
            "four",
        ),
        ("Funerals were held for three people killed in Wednesday's strike on Kharkiv.", "three"),
        ("Two of the patients were killed in Wednesday's strike on Kharkiv.", "Two"),
        ("Mourners in Kharkiv buried five people killed by Wednesday's strike.", "five"),
    ],
)
def test_a_part_is_not_held_against_the_total(text: str, figure: str) -> None:
    before = "A Russian strike on Kharkiv, Ukraine, killed 17 people on Wednesday, the mayor said."
    priors = [("2025-06-04", "Plain Dealer", before)]
    found = verdict(priors, ("2025-06-05", "Globe", text), figure, "killed")
    assert found not in ("outdated", "conflict", "correction")


@pytest.mark.parametrize(
    ("before", "text", "figure"),
    [
        ("Police said 41 people died in the Accra market fire on Tuesday.", "14", "14"),
        ("Police said 63 people died in the Accra market fire on Tuesday.", "36", "36"),
        ("Police said 120 people died in the Accra market fire on Tuesday.", "12", "12"),
    ],
)
def test_a_slip_by_the_same_source_is_no_correction(before: str, text: str, figure: str) -> None:
    article = f"Police said {text} people died in the Accra market fire on Tuesday."
    found = judged(
        [("2025-06-04", "Plain Dealer", before)], ("2025-06-05", "Globe", article), figure, "killed"
    )
    assert found.verdict.value == "conflict"
    assert found.hints


@pytest.mark.parametrize(
    ("older", "newer"), [("12", "19"), ("more than 300", "412"), ("at least 50", "77")]
)
def test_a_stale_figure_by_the_same_source_is_outdated(older: str, newer: str) -> None:
    def text(count: str) -> str:
        return f"The health ministry said {count} people died in Sunday's quake in Bam, Iran."

    priors = [("2025-06-02", "A", text(older)), ("2025-06-03", "B", text(newer))]
    assert verdict(priors, ("2025-06-05", "C", text(older)), older, "killed") == "outdated"


@pytest.mark.parametrize(
    ("hurt", "dead"),
    [("wounded", "killed"), ("injured", "killed"), ("missing", "killed")],
)
def test_the_figure_of_another_kind_is_hinted(hurt: str, dead: str) -> None:
    priors = [
        (
            "2025-06-04",
            outlet,
            f"The blast in Aden, Yemen, on Wednesday left 18 dead and 64 {hurt}, {who} said.",
        )
        for outlet, who in (("A", "police"), ("B", "doctors"))
    ]
    article = "The blast in Aden, Yemen, on Wednesday killed 64 people."
    found = judged(priors, ("2025-06-05", "C", article), "64", dead)
    assert found.verdict.value == "conflict"
    assert any(hint.slip == "another kind's figure" for hint in found.hints)


@pytest.mark.parametrize(
    ("before", "text", "figure", "wanted"),
    [
        (
            "Ana Ruiz won the election in Peru with 54.3% of the vote.",
            "Luis Vega conceded the election in Peru after winning 45.7% of the vote.",
            "45.7",
            "no_prior",
        ),
        (
            "In Ghana's election 51.2% of the vote went to John Mensah.",
            "Official results gave 47.9% of the vote in Ghana's election to Kofi Boateng.",
            "47.9",
            "no_prior",
        ),
        (
            "Ana Ruiz won the election in Peru with 54.3% of the vote.",
            "The election in Peru was decided with 54.3% of the vote for Ana Ruiz.",
            "54.3",
            "consistent",
        ),
    ],
)
def test_shares_of_two_candidates_are_two(before: str, text: str, figure: str, wanted: str) -> None:
    priors = [("2025-06-04", "Plain Dealer", before)]
    assert verdict(priors, ("2025-06-05", "Globe", text), figure, "vote_share") == wanted


@pytest.mark.parametrize(
    ("before", "text", "figure", "wanted"),
    [
        (
            "Cyclone Bina has killed 60 people in Madagascar, officials said.",
            "Cyclone Dolo has killed 8 people in Madagascar, the government said.",
            "8",
            "no_prior",
        ),
        (
            "Typhoon Mako killed 112 people in Cebu, the Philippines, the agency said.",
            "The mayor of Cebu resigned over Typhoon Mako, which killed 112 people.",
            "112",
            "consistent",
        ),
        (
            "Hurricane Otis killed 45 people in Acapulco, Mexico, authorities said.",
            "Hurricane Rosa killed 3 people in Acapulco, Mexico, authorities said.",
            "3",
            "no_prior",
        ),
    ],
)
def test_storms_are_told_by_their_names(before: str, text: str, figure: str, wanted: str) -> None:
    priors = [("2025-05-28", "Plain Dealer", before)]
    assert verdict(priors, ("2025-06-05", "Globe", text), figure, "killed") == wanted


def test_an_outlets_own_word_is_no_support() -> None:
    def text(count: str) -> str:
        return f"The explosion at the port of Salina on Saturday killed {count} people"

    priors = [
        ("2025-06-02", "Port News", text("60") + ", state television said."),
        ("2025-06-02", "Gulf Wire", text("60") + ", doctors said."),
        ("2025-06-03", "Freight Today", text("600") + "."),
    ]
    article = ("2025-06-05", "Freight Today", "Berths reopened. " + text("600") + ".")
    assert verdict(priors, article, "600", "killed") == "conflict"
    assert verdict(priors[2:], article, "600", "killed") in ("consistent", "no_prior")


def test_the_same_sentence_on_record_is_told_as_such() -> None:
    text = "The flood in the valley of Swat in Pakistan killed 23 people on Monday, police said."
    found = judged([("2025-06-03", "A", text)], ("2025-06-03", "B", text), "23", "killed")
    assert found.verdict.value == "no_prior"
    assert "this very sentence" in found.why


@pytest.mark.parametrize(
    ("claim", "prior", "relation"),
    [
        ("The final toll of the tower fire is 71.", "Police count 79 dead.", "correction"),
        ("The definitive death toll of the dam break was 259.", "270 people died.", "correction"),
        ("The final count was 12 dead.", "At least 15 people were dead.", "correction"),
        ("The airline said 298 people were on board, not 295.", "295 were on board.", "correction"),
        ("The ministry put the dead at 31 and not 13.", "13 people died.", "correction"),
        ("Officials counted 44 injured, not 54.", "54 people were injured.", "correction"),
    ],
)
def test_a_final_count_takes_running_ones_back(claim: str, prior: str, relation: str) -> None:
    said = compare(claim, prior, claim_date="2017-11", evidence_date="2017-06-19")
    assert said.relation.value == relation


@pytest.mark.parametrize(
    "text",
    [
        "The blast in Aden on Wednesday left 52 people wounded, eight critically.",
        "The blast in Aden on Wednesday wounded 52 people, nine of them seriously.",
        "The blast in Aden on Wednesday left 52 people wounded, six in critical condition.",
    ],
)
def test_those_gravely_hurt_are_no_total(text: str) -> None:
    before = "The blast in Aden, Yemen, on Wednesday left 52 people wounded, police said."
    with Store(":memory:") as store:
        ingest(Document(before, id="p", published="2025-06-04", outlet="A"), store)
        document = Document(text, id="a", published="2025-06-05", outlet="B")
        results = check(document, store).results
    hurt = [one for one in results if one.claim.kind in ("wounded", "hospitalised")]
    assert hurt[0].verdict.value == "consistent"
    assert all(one.verdict.value == "no_prior" for one in hurt[1:])
