"""Some of those hurt are no new count of them: they are in hospital, left it, or are in danger."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract
from factcheck.results import Severity
from tests.factcheck.checking import checked

EARLIER = (
    "2025-04-13",
    "A blast in Lyon on Saturday injured 11 people. Seven of the wounded were in a critical "
    "condition, doctors said.",
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fourteen of the passengers hurt in the pile-up are still in hospital.", "hospitalised"),
        ("Nurses said that six of those wounded had been sent home.", "discharged"),
        ("Two of the injured in the Oslo crash on Monday have left hospital.", "discharged"),
        ("Nine of those injured in the crush were in intensive care.", "hospitalised"),
        ("Nine of those injured in the crush have died.", "killed"),
    ],
)
def test_the_verb_tells_what_became_of_those_hurt(text: str, kind: str) -> None:
    claims = extract(Document(text, published="2025-04-14")).claims
    assert [claim.kind for claim in claims] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A collapse in Porto injured 30 people. Nine of the injured were in a serious condition.",
        "A collapse in Porto hurt 30 people. Ten of those hurt were treated on the spot.",
        "A collapse in Porto killed 30 people. Four of the dead were pupils.",
    ],
)
def test_some_of_those_counted_before_are_a_part_of_them(text: str) -> None:
    whole, part = extract(Document(text, published="2025-04-14")).claims
    assert part.part_of == whole.id


def test_those_who_died_of_the_injured_are_no_part_of_the_dead_before() -> None:
    text = "A collapse in Porto killed 12 and hurt 30. Two of the injured died later."
    assert all(c.part_of is None for c in extract(Document(text, published="2025-04-14")).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Three of the wounded in the blast in Lyon on Saturday have left hospital.",
        "Two of the wounded in the blast in Lyon on Saturday were in a critical condition.",
        "Five of those hurt in Saturday's blast in Lyon were children.",
        "The blast in Lyon on Saturday hurt 11 people, three of them in a critical condition.",
    ],
)
def test_fewer_of_those_hurt_contradict_no_other_share(text: str) -> None:
    results = checked(text, "2025-04-14", EARLIER)
    assert all(result.severity in (Severity.OK, Severity.NOTICE) for result in results.values())
