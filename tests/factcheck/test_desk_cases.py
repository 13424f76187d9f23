"""Desk cases: a case's figures find their verdicts, and what is missed or alarming is counted."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.benchmarks import desk
from factcheck.results import Severity, Verdict

TABLE = Path(__file__).parent.parent / "cases" / "desk" / "cases.jsonl"


def case(relation: str | list[str], killed: str = "14", id_: str = "X1") -> dict[str, Any]:
    return {
        "id": id_,
        "priors": [
            {
                "published": "2025-03-04",
                "outlet": "Coast News",
                "title": "Ferry sinks",
                "text": "A ferry sank off Mombasa, Kenya, on Monday, killing 12 people.",
            }
        ],
        "article": {
            "published": "2025-03-05",
            "outlet": "Harbour Post",
            "title": "Ferry",
            "text": f"A ferry sank off Mombasa, Kenya, on Monday, killing {killed} people.",
        },
        "expect": [{"text": killed, "kind": "killed", "relation": relation, "not": []}],
    }


def test_a_figure_is_right_where_its_verdict_is_accepted() -> None:
    (told,) = desk.told(case("update"))
    assert told.result is not None
    assert told.result.verdict is Verdict.UPDATE
    assert told.right
    assert not told.false_alarm


def test_a_warning_that_is_not_expected_is_a_false_alarm() -> None:
    (told,) = desk.told(case("consistent", "12,000"))
    assert told.result is not None
    assert told.result.severity.rank >= Severity.WARNING.rank
    assert not told.right
    assert told.false_alarm


def test_what_was_not_read_is_not_right() -> None:
    unread = case("no_prior")
    unread["expect"][0]["text"] = "ferry"
    (told,) = desk.told(unread)
    assert told.result is None
    assert not told.right
    assert not told.false_alarm


def test_scores_count_figures_and_leave_out_other_cases() -> None:
    cases = [case("update", id_="X1"), case("no_prior", id_="X2"), case("conflict", id_="X3")]
    verdicts, warned, found = desk.scores(cases, "desk", lambda id_: id_ != "X3")
    assert (verdicts.percent, verdicts.items) == (50.0, 2)
    assert (warned.percent, warned.items) == (0.0, 2)
    assert found.items == 0
    *_, found = desk.scores(cases, "desk")
    assert (found.percent, found.items) == (0.0, 1)


@pytest.mark.parametrize("line", TABLE.read_text("utf-8").splitlines())
def test_every_case_is_whole(line: str) -> None:
    told = json.loads(line)
    assert told["priors"]
    assert told["expect"]
    for expected in told["expect"]:
        assert expected["text"] in told["article"]["text"]
