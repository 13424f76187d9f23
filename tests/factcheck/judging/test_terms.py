"""Prison terms: what a court gave one person is one figure."""

import pytest

import factcheck
from claims_db.records import Claim, Document
from claims_db.store import Store
from factcheck.judging import terms
from factcheck.results import Verdict
from tests.factcheck.checking import checked

DAY = "2025-03-04"


def read(text: str, figure: str) -> Claim:
    claims = factcheck.extract(Document(text, published=DAY)).claims
    return next(claim for claim in claims if claim.value.text == figure)


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("A court in Accra sentenced Kofi Mensah to 12 years in prison.", "12", "kofi mensah"),
        ("Former minister Kofi Mensah was jailed for 15 years by a court.", "15", "kofi mensah"),
        (
            "The court handed Ama Boateng, an aide to Mensah, a jail term of five years.",
            "five",
            "ama boateng",
        ),
        ("Mensah began serving a 15-year prison sentence on Tuesday.", "15", "mensah"),
        ("Kofi Mensah was sentenced by Judge Yaw Addo to 12 years in jail.", "12", "kofi mensah"),
        (
            "The judge sentenced Ama Boateng to five years and Kofi Mensah to 12 years in prison.",
            "12",
            "kofi mensah",
        ),
        (
            "Prosecutors sought 20 years for Kofi Mensah, who was sentenced to 12 years.",
            "12",
            "kofi mensah",
        ),
        ("Marek Novak got 18 months in prison for fraud.", "18", "marek novak"),
    ],
)
def test_a_term_is_of_the_person_it_was_given(text: str, figure: str, name: str) -> None:
    claim = read(text, figure)
    assert terms.is_term(claim)
    assert " ".join(terms.convicted(claim)) == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("Judge Ann Smith sentenced the driver to 12 years in prison.", "12", ""),
        ("The Lagos High Court sentenced the driver to 12 years in prison.", "12", ""),
        ("Justice Ngozi Bello jailed two brothers for nine years.", "nine", ""),
        ("The Crown Court at Leeds handed the nurse a six-year prison term.", "six", ""),
        ("Magistrate Tom Reed gave the smuggler a jail term of four years.", "four", ""),
        ("The Supreme Court upheld a seven-year prison sentence.", "seven", ""),
        ("Judge Ann Smith sentenced Piet Maas to 12 years in prison.", "12", "piet maas"),
        ("The High Court handed Lena Ross a six-year prison term.", "six", "lena ross"),
        (
            "Lena Ross, who stood before Judge Ann Smith, was jailed for six years.",
            "six",
            "lena ross",
        ),
        ("Piet Maas, an aide to Lena Ross, was jailed for six years.", "six", "piet maas"),
        ("The court found Piet Maas guilty and sentenced him to six years.", "six", "piet maas"),
        ("Judge Ann Smith was sentenced to six years for bribery.", "six", "ann smith"),
        ("Piet Maas was on Monday sentenced to six years in jail.", "six", "piet maas"),
        ("Piet Maas was given a prison term of six years.", "six", "piet maas"),
        ("Former Mayor Piet Maas was jailed for six years.", "six", "piet maas"),
        ("Ex-Mayor Lena Ross got six years in prison.", "six", "lena ross"),
        ("The court sentenced Deputy Prime Minister Piet Maas to six years.", "six", "piet maas"),
    ],
)
def test_the_court_is_not_the_convict_and_a_title_no_name(
    text: str, figure: str, name: str
) -> None:
    claim = read(text, figure)
    assert terms.is_term(claim)
    assert " ".join(terms.convicted(claim)) == name


def test_two_convicts_of_one_court_are_two_persons() -> None:
    report = "The Lagos High Court sentenced the driver to 12 years in prison on Monday."
    article = "The Lagos High Court sentenced a clerk to 15 years in prison on Monday."
    with Store(":memory:") as store:
        factcheck.ingest(Document(report, published=DAY, outlet="Volta Post"), store)
        results = factcheck.check(Document(article, published="2025-03-05"), store).results
    assert Verdict.CONFLICT not in {found.verdict for found in results}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Prosecutors sought 20 years in prison for Kofi Mensah.", "20"),
        ("Kofi Mensah faces up to 30 years in prison.", "up to 30"),
        ("Kofi Mensah was freed after two years in jail.", "two"),
        ("Kofi Mensah worked for the ministry for 15 years.", "15"),
        ("The siege of Accra went on for 12 years.", "12"),
        ("The charge carries a prison term of 20 years for Mensah.", "20"),
    ],
)
def test_what_is_sought_served_or_worked_is_no_term(text: str, figure: str) -> None:
    assert not terms.is_term(read(text, figure))


REPORT = "A court in Accra sentenced former minister Kofi Mensah to 12 years in prison on Monday."


@pytest.mark.parametrize(
    ("article", "figure", "verdict"),
    [
        (
            "Kofi Mensah was jailed for 15 years by a court in Accra on Monday.",
            "15",
            Verdict.CONFLICT,
        ),
        (
            "Mensah began serving a 15-year prison sentence in Accra on Tuesday.",
            "15",
            Verdict.CONFLICT,
        ),
        (
            "Kofi Mensah was jailed for 12 years by a court in Accra on Monday.",
            "12",
            Verdict.CONSISTENT,
        ),
        (
            "A court in Accra handed Ama Boateng a jail term of five years on Monday.",
            "five",
            Verdict.NO_PRIOR,
        ),
        (
            "A court in Accra sentenced Yaw Mensah to 15 years in prison on Monday.",
            "15",
            Verdict.NO_PRIOR,
        ),
        (
            "Prosecutors in Accra had sought 20 years in prison for Kofi Mensah on Monday.",
            "20",
            Verdict.NO_PRIOR,
        ),
        ("Kofi Mensah had worked for the ministry in Accra for 15 years.", "15", Verdict.NO_PRIOR),
    ],
)
def test_terms_of_one_person_are_compared(article: str, figure: str, verdict: Verdict) -> None:
    assert checked(article, "2025-03-05", (DAY, REPORT))[figure].verdict is verdict
