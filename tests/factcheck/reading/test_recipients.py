"""Who gets aid, who counts as everybody, and which shock of a quake is measured."""

from __future__ import annotations

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "figure", "group"),
    [
        ("OTTAWA – Parliament approved $4.2 billion in aid for Sudan.", "$4.2 billion", "Sudan"),
        ("OTTAWA – An aid package for Moldova worth €90 million passed.", "€90 million", "Moldova"),
        (
            "OTTAWA – Lawmakers passed 3 billion dollars in military aid to Chad.",
            "3 billion",
            "Chad",
        ),
    ],
)
def test_whom_aid_is_for(text: str, figure: str, group: str) -> None:
    (aid,) = (claim for claim in read_text(text, "2025-04-20") if claim.kind == "aid")
    assert (aid.value.text, aid.group) == (figure, group)
    assert group not in [place.name for place in aid.places]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("All 61 passengers and crew were killed.", None),
        ("The blast killed 14 men and women.", None),
        ("All 61 passengers were killed.", "passengers"),
        ("The blast killed 14 women.", "women"),
    ],
)
def test_two_groups_that_are_everybody(text: str, group: str | None) -> None:
    (toll,) = (claim for claim in read_text(text) if claim.kind == "killed")
    assert toll.group == group


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "A quake of magnitude 6.4 struck Ica. An aftershock of 4.9 followed.",
            [None, "aftershock"],
        ),
        ("A 5.2 aftershock shook Ica.", ["aftershock"]),
        ("The earthquake, of magnitude 7.1, set off an aftershock.", [None]),
    ],
)
def test_which_shock_is_measured(text: str, groups: list[str | None]) -> None:
    shocks = [claim for claim in read_text(text) if claim.kind == "magnitude"]
    assert [shock.group for shock in shocks] == groups
