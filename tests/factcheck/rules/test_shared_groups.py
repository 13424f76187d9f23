"""A bare count of some of the harmed is of the people told before it, who are some of others."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck import extract


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The crash killed 12 people and hurt 40, with two children among the dead and 15 among "
         "the wounded.", {"two": ("killed", "children"), "15": ("wounded", "children")}),
        ("There were six women among the injured and three among the dead.",
         {"six": ("wounded", "women"), "three": ("killed", "women")}),
        ("Among the missing were four soldiers, and nine among the dead.",
         {"four": ("missing", "soldiers"), "nine": ("killed", "soldiers")}),
        ("Seven pupils were among the dead and 22 among those injured.",
         {"Seven": ("killed", "pupils"), "22": ("wounded", "pupils")}),
        ("Five among the dead were firefighters and nine among the injured.",
         {"Five": ("killed", "firefighters"), "nine": ("wounded", "firefighters")}),
        ("Eight of the dead were students, as were 20 of the injured.",
         {"Eight": ("killed", "students"), "20": ("wounded", "students")}),
        ("Two nurses among the dead and seven among the wounded were from Lviv.",
         {"Two": ("killed", "nurses"), "seven": ("wounded", "nurses")}),
    ],
)  # fmt: skip
def test_the_group_is_that_of_the_count_before(text: str, told: dict[str, tuple[str, str]]) -> None:
    claims = {claim.value.text: claim for claim in extract(Document(text)).claims}
    assert {figure: (claims[figure].kind, claims[figure].group) for figure in told} == told


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("Of the dead, four were tourists, and of the injured, nine.", "nine", "wounded"),
        ("Of the wounded, 31 are in hospital, and of the missing, eight.", "eight", "missing"),
        ("Two children were killed and 15 people were wounded.", "15", "wounded"),
        ("Two boys were hurt on Monday and 12 people drowned this year.", "12", "killed"),
    ],
)
def test_no_group_is_taken_from_elsewhere(text: str, figure: str, kind: str) -> None:
    (claim,) = (c for c in extract(Document(text)).claims if c.value.text == figure)
    assert (claim.kind, claim.group) == (kind, None)


def test_some_are_part_of_the_toll_before_of_their_own_kind() -> None:
    text = "The fire killed 12 and hurt 40, with two boys among the dead and 15 among the injured."
    claims = {claim.value.text: claim for claim in extract(Document(text)).claims}
    assert claims["two"].part_of == claims["12"].id
    assert claims["15"].part_of == claims["40"].id
    alone = extract(Document("Two boys were among the dead and 15 among the injured.")).claims
    assert [claim.part_of for claim in alone] == [None, None]
