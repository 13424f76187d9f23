"""Paragraphs that turn from what was told before to something else."""

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.setting.turns import Turn, turn

BLAST = "NAMUR, Belgium, May 4, 2026 - A gas blast in Namur on Sunday killed six people."


def told(paragraph: str, *more: str) -> dict[str, tuple[list[str], str | None, str | None]]:
    """Places, day and happening of the figures of a story about a blast in Namur, by figure."""
    text = "\n\n".join([BLAST, paragraph, *more])
    claims = extract(Document(text, published="2026-05-04")).claims
    return {
        claim.value.text: (
            [place.name for place in claim.places],
            claim.when.start if claim.when else None,
            claim.happening,
        )
        for claim in claims
    }


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Elsewhere, four hikers drowned.", Turn.PLACE),
        ("Elsewhere in Spain, a train left the rails.", Turn.PLACE),
        ("In business news, a brewer cut 80 jobs.", Turn.STORY),
        ("In other world news, 14 miners were freed.", Turn.STORY),
        ("On the markets, shares fell 2%.", Turn.STORY),
        ("And in sport, 40,000 saw the final.", Turn.STORY),
        ("In brief, a mill burned down.", None),
        ("Elsewhere in the city, two people choked.", None),
        ("In other cities 4,000 marched.", None),
        ("In the business district 12 people were hurt.", None),
        ("In news that stunned the town, 60 workers were let go.", None),
    ],
)
def test_an_opening_tells_how_far_it_turns(text: str, to: Turn | None) -> None:
    assert turn(text) is to


@pytest.mark.parametrize(
    "paragraph",
    [
        "Elsewhere, 14 hikers drowned.",
        "In business news, Veldkamp, a chip maker, said it would cut 14 jobs.",
        "In other news, 14 passengers were hurt as a tram left the rails.",
    ],
)
def test_what_a_paragraph_turns_to_is_not_where_the_story_was(paragraph: str) -> None:
    places, day, _ = told(paragraph)["14"]
    assert (places, day) == ([], None)


def test_behind_what_happened_elsewhere_the_story_goes_on() -> None:
    found = told("Elsewhere, four hikers drowned.", "The blast also injured 31 people.")
    assert found["31"] == (["Namur"], "2026-05-03", found["six"][2])


def test_another_story_goes_on_to_the_end() -> None:
    found = told("In other news, a ferry sank.", "Its owner has 12 more of them.")
    assert found["12"][:2] == ([], None)


def test_what_it_turns_to_says_nothing_of_the_story_before() -> None:
    plain = told("Two more blasts were reported.")["six"]
    assert told("Elsewhere, a flood drowned four.", "In Spain a flood drowned 50.")["six"] == plain


def test_elsewhere_in_the_storys_own_place_is_still_there() -> None:
    assert turn("Elsewhere in Kyiv, 30 were hurt.", "Kyiv") is None
    assert turn("Elsewhere in Lviv, 30 were hurt.", "Kyiv") is Turn.PLACE
