"""A sum that a report gives for the whole is not accused by what another tells of a part."""

from __future__ import annotations

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import Told, checked

BILL: tuple[Told, ...] = (
    ("2023-06-10", "Norway's parliament on Friday approved a $47 billion aid package, with $31 "
     "billion for Ukraine and $9 billion for Moldova."),
    ("2023-06-10", "Norway's parliament approved aid of $31 billion for Ukraine on Friday."),
)  # fmt: skip
AGAINST = (Verdict.CONFLICT, Verdict.OUTDATED)


@pytest.mark.parametrize("figure", ["$47 billion", "$31 billion", "$9 billion"])
def test_whole_and_parts_stand_beside_each_other(figure: str) -> None:
    article = (
        "Norway's parliament passed a $47 billion package on Friday, with $31 billion for Ukraine "
        "and $9 billion for Moldova."
    )
    assert checked(article, "2023-06-11", *BILL)[figure].verdict not in AGAINST


def test_a_whole_without_its_currency_is_the_whole_all_the_same() -> None:
    reports: tuple[Told, ...] = (
        ("2023-06-10", "Norway's parliament on Friday approved a 47 billion kroner aid package, "
         "31 billion of it for Ukraine."),
        ("2023-06-10", "Norway's parliament on Friday approved aid of 31 billion kroner."),
    )  # fmt: skip
    article = "Norway's parliament on Friday approved a 47 billion kroner aid package."
    found = checked(article, "2023-06-11", *reports)
    assert all(result.verdict not in AGAINST for result in found.values())
