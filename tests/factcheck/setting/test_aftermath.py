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


@pytest.mark.parametrize(
    "text",
    [
        "Two more bodies were found on Thursday, bringing the number of dead in the Sylhet "
        "landslide to 14.",
        "Rescuers recovered three bodies on Thursday, taking the toll from the Sylhet landslide "
        "to 14.",
        "A woman of 19 died in hospital on Thursday, raising to 14 the number killed in the crush.",
        "Another two miners were pulled out dead on Thursday, lifting the toll to 14.",
    ],
)
def test_the_day_of_those_who_came_to_a_count_is_not_that_of_the_happening(text: str) -> None:
    claims = extract(Document(text, published="2025-06-28")).claims
    (total,) = [claim for claim in claims if claim.value.stated == 14]
    assert total.when is None


def test_a_count_of_its_own_before_a_total_keeps_its_day() -> None:
    text = (
        "A bomb killed 12 people in Kabul on Thursday, bringing to 40 the number killed in attacks "
        "this week."
    )
    claims = extract(Document(text, published="2025-06-28")).claims
    (own,) = [claim for claim in claims if claim.value.stated == 12]
    assert own.when
    assert own.when.start == "2025-06-26"


@pytest.mark.parametrize(
    "text",
    [
        "Divers found nine bodies in the ferry that sank off Buton on Thursday, lifting the toll "
        "to 14.",
        "Rescuers found more bodies in the ferry, which sank off Buton two days earlier, taking "
        "the toll to 14.",
    ],
)
def test_the_day_of_what_they_were_found_in_is_that_of_the_happening(text: str) -> None:
    claims = extract(Document(text, published="2025-06-28")).claims
    (total,) = [claim for claim in claims if claim.value.stated == 14]
    assert total.when
    assert total.when.start == "2025-06-26"


@pytest.mark.parametrize(
    "text",
    [
        "Tenants were moved out early on Thursday after a fire broke out in Hull, killing two.",
        "Crews were called to a mill on Thursday after an explosion in Oldham that killed two men.",
        "Guests fled a hotel on Thursday after an earthquake hit Ferrara, killing two porters.",
    ],
)
def test_what_is_done_at_once_is_of_the_day_of_the_happening(text: str) -> None:
    assert window(text, "killed") == (THURSDAY, THURSDAY)
