"""A figure told only to be taken back is retracted; what else is withdrawn or dropped is not."""

import pytest

from claims_db.records import Role, Status
from factcheck.reading.claims import read_text


def roles(text: str) -> dict[str, Role]:
    return {claim.value.text: claim.role for claim in read_text(text, "2025-05-23")}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The interior ministry on Thursday retracted its figure of 112 dead.", "112"),
        ("The Post withdrew on Wednesday its report that eight soldiers were killed.", "eight"),
        ("The governor took back his statement that 40 miners had died.", "40"),
        ("The agency no longer stands by its report that 19 people were killed.", "19"),
        ("Police in Lyon corrected an earlier statement that nine were wounded.", "nine"),
        ("The broadcaster apologised for reporting that 14 pupils had died.", "14"),
        ("Officials walked back a claim that 31 people had been killed in Sagaing.", "31"),
        ("The army backed away from its claim to have killed 80 fighters in Hajjah.", "80"),
        ("Health officials revoked Friday's count of 300 cholera deaths.", "300"),
        ("The report of 26 deaths in Goma has been withdrawn, the agency said.", "26"),
        ("The bank withdrew its forecast of 4 percent growth.", "4"),
    ],
)
def test_what_is_taken_back(text: str, figure: str) -> None:
    assert roles(text)[figure] is Role.RETRACTED


@pytest.mark.parametrize(
    "text",
    [
        "Investors withdrew 40 million dollars from the fund.",
        "The company withdrew its offer of 30 million euros for the club.",
        "The army withdrew 300 soldiers from Goma after 12 were killed.",
        "The ministry refused to withdraw its figure of 40 dead.",
        "The ministry did not retract its count of 40 dead.",
        "The opposition urged the ministry to retract its report that 40 people had died.",
        "Prosecutors dropped charges over the fire that killed 36 people.",
        "The airline apologised for the crash that killed 14 people.",
        "The regulator revoked the licence of the mine where 22 workers died.",
        "The count of 40 dead in Derna was never retracted.",
        "The state dropped its case against a man accused of killing three people.",
        "The firm scrapped a plan to cut 900 jobs.",
        "Shares in Vale dropped after a report that 12 workers were killed at its mine.",
        "The army withdrew from Bakhmut after a report that 40 soldiers were killed.",
        "A senator deleted a tweet about the school shooting in Denton that killed 21 people.",
        "Witnesses retracted their statements about the fire in Lyon that killed 14 people.",
        "An official walked back his account of the bombing in which 12 were killed.",
        "The state scrapped its total ban on guns after a shooting that killed nine people.",
        "Lawyers dropped a claim for damages over a crash that killed 11 people.",
    ],
)
def test_what_is_not(text: str) -> None:
    found = roles(text)
    assert found
    assert Role.RETRACTED not in found.values()


@pytest.mark.parametrize(
    "text",
    [
        "The figure of 45 dead was a mistake, the fire service said.",
        "A report that six firefighters had died turned out to be false, the mayor said.",
        "Claims that 30 were hurt proved to be a hoax, police said.",
    ],
)
def test_what_proved_false_is_denied(text: str) -> None:
    (found,) = read_text(text, "2025-05-23")
    assert found.status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The ministry retracted its figure of 112 dead, saying 87 people had been killed.", "87"),
        ("The clinic withdrew its count of 58 wounded and said 49 people were wounded.", "49"),
        ("After retracting its figure of 14 deaths, the agency reported 11 dead.", "11"),
        ("The army took back its toll of 40 dead, putting the number of dead at 36.", "36"),
    ],
)
def test_the_figure_that_stands_is_no_part_of_it(text: str, stands: str) -> None:
    found = roles(text)
    assert found[stands] is Role.CURRENT
    assert Role.RETRACTED in found.values()


def test_what_a_happening_in_the_claim_did_stands() -> None:
    text = "Boeing dropped its claim that pilots had caused crashes that killed 346 people."
    assert roles(text)["346"] is Role.CURRENT
