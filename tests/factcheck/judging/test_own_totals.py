"""A count told in one sentence with a higher one of the same people is no toll of its own."""

from dataclasses import replace

import pytest

from claims_db.records import Claim, Prior, Report
from factcheck.judging import own_totals, verdict
from factcheck.results import ClaimResult, Hint, Judgement, Match, Origins, Relation, Verdict
from tests.factcheck import judged

LVIV = (judged.place("Lviv", "UA"),)


def result(
    number: float, found: Verdict, *hints: Hint, kind: str = "killed", **fields: object
) -> ClaimResult:
    """A count of the dead in Lviv, with its verdict beside a record of 31."""
    told = {"as_of": "2025-03-02", "id": f"c{number:g}", **fields}
    claim: Claim = judged.claim(kind, judged.value(number), LVIV, **told)  # type: ignore[arg-type]
    latest = Prior(replace(claim, value=judged.value(31)), Report("r", published="2025-03-02"))
    severity = verdict.SEVERITIES[found]
    return ClaimResult(claim, found, severity, 0.9, 0.9, Origins(), latest, "why", hints)


@pytest.mark.parametrize("found", [Verdict.OUTDATED, Verdict.CONFLICT, Verdict.CORRECTION])
@pytest.mark.parametrize("whole", [Verdict.CONSISTENT, Verdict.OUTDATED])
def test_a_lower_count_of_one_sentence_is_a_part(found: Verdict, whole: Verdict) -> None:
    told = own_totals.relieved((result(18, found), result(25, whole)))
    assert [one.verdict for one in told] == [Verdict.NO_PRIOR, whole]


@pytest.mark.parametrize(
    "other",
    [
        result(25, Verdict.CONSISTENT, group="children"),
        result(12, Verdict.CONSISTENT),
        result(25, Verdict.CONSISTENT, kind="wounded"),
        result(25, Verdict.CONSISTENT, sentence_start=90),
    ],
    ids=["fewer people", "lower", "another kind", "another sentence, and near"],
)
def test_no_other_figure_makes_it_a_part(other: ClaimResult) -> None:
    assert own_totals.relieved((result(18, Verdict.OUTDATED), other))[0].verdict is Verdict.OUTDATED


def test_a_slip_of_the_pen_is_no_part() -> None:
    wrong = result(13, Verdict.CONFLICT, Hint("swapped digits", 31.0))
    told = own_totals.relieved((wrong, result(31, Verdict.CONSISTENT)))
    assert told[0].verdict is Verdict.CONFLICT


@pytest.mark.parametrize(("number", "relieved"), [(27, False), (24, True), (34, True)])
def test_a_count_of_the_totals_digits_in_another_order_is_hardly_a_part(
    number: float, relieved: bool
) -> None:
    event = {"event": "e"}
    total = result(72, Verdict.CONSISTENT, **event)
    sentence = "Candles burned for those who died"
    part = result(number, Verdict.CONFLICT, sentence_start=90, sentence=sentence, **event)
    match = Match(
        Prior(replace(part.claim, value=judged.value(71)), Report("r", published="2025-03-02")),
        Judgement(Relation.CONFLICT, {}, 0.9, 0.1, ""),
    )
    both = (replace(total, matches=(match,)), replace(part, matches=(match,)))
    found = own_totals.relieved(both)[1]
    assert (found.verdict is Verdict.NO_PRIOR) == relieved
