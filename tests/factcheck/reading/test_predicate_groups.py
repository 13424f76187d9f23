"""The group of a figure that is told by what those counted were."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "number", "group"),
    [
        ("Of those on board, 71 were Danish.", "71", "Danish"),
        ("Of the 30 people killed, 19 were Poles and five Czech.", "19", "Poles"),
        ("Nine of those injured in the derailment were commuters.", "Nine", "commuters"),
        ("The blast killed 30 people; 14 were farm workers.", "14", "workers"),
        ("The blaze injured 40, of whom 11 were nuns and six novices.", "11", "nuns"),
        ("Of the 40 injured, 11 were nuns and six pilgrims.", "six", "pilgrims"),
    ],
)
def test_a_group_is_told_by_a_predicate(text: str, number: str, group: str) -> None:
    (told,) = (c for c in read_text(text, "2031-05-09") if c.value.text == number)
    assert told.group == group


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nine people were hurt and two were in intensive care.", "two"),
        ("Four of those killed were buried in Danish soil.", "Four"),
        ("Of the 12 dead, seven were from Lyon.", "seven"),
        ("Nine were killed; six were left stranded amid Danish floods.", "six"),
        ("Nine were hurt; six were freed near Italian waters.", "six"),
    ],
)
def test_no_group_is_made_of_another_predicate(text: str, number: str) -> None:
    (told,) = (c for c in read_text(text, "2031-05-09") if c.value.text == number)
    assert told.group is None
