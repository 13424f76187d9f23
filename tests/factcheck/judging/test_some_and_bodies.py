"""Some among the dead, and bodies found so far, are no lower count of all who died."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

PLANE: tuple[Told, ...] = (
    ("2013-08-05", "An airliner crashed near Tambov on Sunday, killing all 164 people on board."),
    ("2013-08-06", "The airliner crash near Tambov on Sunday killed 164 people, officials said."),
)
LEAD = "An airliner crashed near Tambov on Sunday, killing all 164 people on board. "
AGAINST = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED, Verdict.CORRECTION)


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ("Among the dead were 93 Dutch citizens.", "93"),
        ("The dead included 57 local residents.", "57"),
        ("Some 31 people were among the dead who had changed flights in Rome.", "Some 31"),
        ("So far 81 bodies have been found.", "81"),
        ("Rescuers have recovered 112 bodies.", "112"),
        ("By nightfall searchers had retrieved 40 bodies from the river.", "40"),
    ],
)
def test_a_part_is_not_held_against_the_whole(told: str, figure: str) -> None:
    found = checked(LEAD + told, "2013-08-07", *PLANE)
    assert found[figure].verdict not in AGAINST


@pytest.mark.parametrize("told", ["The crash killed 146 people.", "In all 64 people died."])
def test_a_lower_count_of_all_still_is(told: str) -> None:
    article = "An airliner crashed near Tambov on Sunday. " + told
    found = checked(article, "2013-08-07", *PLANE)
    assert any(result.verdict in AGAINST for result in found.values())


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Among the dead were 93 Dutch citizens.", "Dutch citizens"),
        ("Twelve local residents were among the dead.", "local residents"),
        ("Eight people were among the dead.", "some of them"),
        ("Two nurses were among the dead.", "nurses"),
    ],
)
def test_who_they_were_is_their_group(text: str, group: str) -> None:
    (claim,) = extract(Document(text)).claims
    assert (claim.kind, claim.group) == ("killed", group)
