"""What is told of some of a count is not told of the whole; identified bodies are identified; a
place of two words ends before the count behind it."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract


def kinds(text: str) -> dict[str, str]:
    return {claim.value.text: claim.kind for claim in extract(Document(text)).claims}


@pytest.mark.parametrize(
    ("text", "whole", "part", "kind"),
    [
        ("Of the 60 children, 40 died.", "60", "40", "killed"),
        ("Of the 350 residents, 225 survived and 14 were away.", "350", "225", "rescued"),
        ("Of 90 villagers, 31 are missing.", "90", "31", "missing"),
        ("Of its 200 homes, 12 were destroyed.", "200", "12", "destroyed"),
    ],
)
def test_the_whole_is_not_told_of(text: str, whole: str, part: str, kind: str) -> None:
    found = kinds(text)
    assert (found[whole], found[part]) == ("count", kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two women, three children were killed.", "killed"),
        ("Of the two women and three children killed, one was Danish.", "killed"),
    ],
)
def test_counts_joined_still_share_their_verb(text: str, kind: str) -> None:
    assert set(kinds(text).values()) == {kind}


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("By Wednesday 250 bodies had been identified.", "250", "identified"),
        ("So far 31 corpses have been identified.", "31", "identified"),
        ("Police have identified 3 of the dead.", "3", "identified"),
        ("The 12 bodies were identified on Friday.", "12", "killed"),
        ("Rescuers found 12 bodies.", "12", "killed"),
    ],
)
def test_bodies_are_identified_or_dead(text: str, figure: str, kind: str) -> None:
    assert kinds(text)[figure] == kind


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("In the Valencian Community 217 people died.", "217", "killed"),
        ("In the Basque Country 12 people died, in the south seven.", "seven", "killed"),
        ("Across the Northern Territory 31 homes were destroyed.", "31", "destroyed"),
        ("In the Gaza Strip 40 people were wounded.", "40", "wounded"),
    ],
)
def test_a_place_of_two_words_is_no_numbered_name(text: str, figure: str, kind: str) -> None:
    assert kinds(text)[figure] == kind


def test_a_thing_of_two_words_still_is() -> None:
    assert "9" not in kinds("Engineers checked the Falcon 9 rockets.")
    assert "7" not in kinds("Guests of the Studio 7 theatre were hurt.")


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("The blast killed 40 people. Twelve of them died in hospital.", True),
        ("The crash injured 30 people. Nine of these were hurt badly.", True),
        ("A fire in a tower killed 71 people. Seventy of them died in the tower itself.", True),
        # of which of the two it is said remains open
        ("The blast killed 40 and wounded 90. Twelve of them died in hospital.", False),
        ("The blast wounded 90 people. Twelve of them died in hospital.", False),
    ],
)
def test_some_of_them_are_a_part_of_the_only_count_before(text: str, is_part: bool) -> None:
    claims = extract(Document(text, published="2024-05-22")).claims
    assert (claims[-1].part_of == claims[0].id) is is_part
