"""The day of what is done about a happening is not the happening's."""

from __future__ import annotations

import pytest

from claims_db.records import Claim, Document
from factcheck import extract

THURSDAY = "2025-06-05"


def told(text: str, kind: str, published: str = THURSDAY) -> Claim:
    claims = extract(Document(text, published=published)).claims
    return next(claim for claim in reversed(claims) if claim.kind == kind)


def window(text: str, kind: str) -> tuple[str, str] | None:
    when = told(text, kind).when
    return (when.start, when.end) if when else None


@pytest.mark.parametrize(
    "text",
    [
        "The EU pledged help on Thursday after a wildfire that killed 12 people near Patras.",
        "Donors met on Wednesday over an earthquake that has killed 310 people in Gorkha.",
        "A fund was set up on Tuesday following floods in which 44 people died in Durban.",
    ],
)
def test_a_day_of_help_is_not_the_day_of_the_dead(text: str) -> None:
    assert window(text, "killed") is None


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Dogs were flown in on Thursday, three days after a dam burst killed 31.", "killed", "02"),
        (
            "Schools reopened on Thursday, two days after a shooting in Ogden. In all 4 died.",
            "killed",
            "03",
        ),
        (
            "Flags flew at half-mast on Wednesday, a day after 9 people died in a bus crash.",
            "killed",
            "03",
        ),
    ],
)
def test_days_after_a_happening_lead_back_to_it(text: str, kind: str, day: str) -> None:
    assert window(text, kind) == (f"2025-06-{day}", f"2025-06-{day}")


@pytest.mark.parametrize(
    "text",
    [
        "Two years after an explosion at the refinery in Barauni killed 23 workers, it reopened.",
        "Lima paused on Thursday, two years after a theatre fire that killed 23 people.",
        "Relatives gathered two years after 23 people died in the Gwadar ferry disaster.",
    ],
)
def test_years_after_a_happening_lead_back_to_it(text: str) -> None:
    when = told(text, "killed").when
    assert when is not None
    assert when.start < "2023-06-05" < when.end < "2024-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors will question the driver over a pile-up near Graz on Tuesday that killed 6.",
        "The airline will suspend flights after a crash near Sochi on Tuesday in which 6 died.",
        "Parliament is expected to debate gun laws following a shooting on Tuesday that killed 6.",
    ],
)
def test_what_will_be_done_about_it_is_ahead_and_the_happening_is_not(text: str) -> None:
    assert window(text, "killed") == ("2025-06-03", "2025-06-03")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Firefighters found two more bodies on Thursday in the warehouse that burned down in "
            "Lodz on Tuesday. Another 12 people were injured.",
            "wounded",
        ),
        (
            "Salvors raised the trawler on Thursday which sank off Brest on Tuesday. "
            "Seven people died.",
            "killed",
        ),
        (
            "Police named on Wednesday the man who shot shoppers in Tulsa on Tuesday. "
            "He injured 5 people.",
            "wounded",
        ),
    ],
)
def test_the_document_takes_the_day_of_the_harm(text: str, kind: str) -> None:
    assert window(text, kind) == ("2025-06-03", "2025-06-03")


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people were killed on Tuesday when a bus overturned near Multan.",
        "A gunman killed 4 people in Tulsa on Tuesday, after another shooting in Dallas.",
        "Three people died on Tuesday after a fire in Lyon that injured 9.",
    ],
)
def test_a_day_told_with_harm_stays_its_day(text: str) -> None:
    assert window(text, "killed") == ("2025-06-03", "2025-06-03")
