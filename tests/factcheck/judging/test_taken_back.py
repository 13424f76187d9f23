"""Figures that others took back contradict nobody, however many they are."""

from __future__ import annotations

from dataclasses import replace

from claims_db.records import Bound, Prior, Report, Role, Value
from factcheck import Document, extract
from factcheck.judging.taken_back import standing
from tests.factcheck.growing import grows_linearly

(CLAIM,) = extract(Document("The mudslide in Quito killed 12 people.")).claims
REVISED = "Officials lowered the toll of the Quito mudslide to 24 on Friday from 31."


def told(number: int, day: int, n: int, role: Role = Role.CURRENT, text: str = REVISED) -> Prior:
    value = Value(number, number, number, Bound.EXACT, str(number))
    as_of = f"2024-05-{day:02}"
    claim = replace(CLAIM, id=f"c{n}", value=value, as_of=as_of, sentence=text, role=role)
    return Prior(claim, Report(id=f"r{n}", published=as_of, outlet=f"Paper {n}"))


def test_reports_of_a_figure_taken_back_do_not_stand() -> None:
    plain = "The mudslide in Quito killed people."
    before, after = told(31, 3, 1, text=plain), told(31, 12, 2, text=plain)
    teller, other = told(24, 10, 3), told(29, 4, 4, text=plain)
    old = replace(told(31, 10, 3, Role.PREVIOUS), report=teller.report)
    found = standing([before, after, teller, other], [old])
    assert [prior.report.id for prior in found] == ["r3", "r4"]


def test_a_figure_that_came_back_stands() -> None:
    risen = told(31, 12, 2, text="The toll of the mudslide in Quito was revised back up to 31.")
    teller = told(24, 10, 3)
    old = replace(told(31, 10, 3, Role.PREVIOUS), report=teller.report)
    assert standing([risen, teller], [old]) == [risen, teller]


def test_many_corrections_take_no_longer_than_they_are_many() -> None:
    def task(size: int) -> object:
        tellers = [told(n % 900 + 10, n % 28 + 1, n) for n in range(size)]
        olds = [
            replace(told((n + 1) % 900 + 10, n % 28 + 1, n, Role.PREVIOUS), report=one.report)
            for n, one in enumerate(tellers)
        ]
        return standing(tellers, olds)

    assert grows_linearly(task, 300)
