"""Altered articles beside earlier reports, over all sorts of kinds: the altered figure is warned of
with the slip that explains it, and the same article with honest news is let pass.

`tests/cases/slips/stories.jsonl`: a story a line; `alarms` are figures of the altered article with
their slip, `quiet` those of the honest one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.results import ClaimResult, Severity

STORIES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "cases" / "slips" / "stories.jsonl")
    .read_text("utf-8")
    .splitlines()
]
CROSSWISE = [story for story in STORIES if story["slice"].startswith("crosswise")]
LOUD = (Severity.WARNING, Severity.ERROR)


def _document(report: Mapping[str, Any], name: str) -> Document:
    return Document(report["text"], id=name, published=report["published"], outlet=report["outlet"])


def _told(story: Mapping[str, Any], article: str) -> tuple[ClaimResult, ...]:
    with Store(":memory:") as store:
        for number, prior in enumerate(story["priors"]):
            ingest(_document(prior, f"prior {number}"), store)
        return check(_document(story[article], "article"), store).results


def _of(results: tuple[ClaimResult, ...], figure: Mapping[str, str]) -> ClaimResult:
    found = [
        result
        for result in results
        if figure["text"] in result.claim.value.text and result.claim.kind == figure["kind"]
    ]
    assert found, [(result.claim.kind, result.claim.value.text) for result in results]
    return found[0]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_an_altered_figure_is_warned_of_with_its_slip(story: dict[str, Any]) -> None:
    results = _told(story, "altered")
    for figure in story["alarms"]:
        result = _of(results, figure)
        assert result.severity in LOUD, result.why
        assert figure["slip"] in {hint.slip for hint in result.hints}, result.why
    altered = {figure["text"] for figure in story["alarms"]}
    others = [r for r in results if not any(text in r.claim.value.text for text in altered)]
    assert not [result.why for result in others if result.severity in LOUD]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_honest_news_is_let_pass(story: dict[str, Any]) -> None:
    results = _told(story, "honest")
    for figure in story["quiet"]:
        _of(results, figure)
    assert not [result.why for result in results if result.severity in LOUD]


@pytest.mark.parametrize("story", CROSSWISE, ids=lambda story: story["id"])
def test_counts_told_crosswise_are_conflicts_both(story: dict[str, Any]) -> None:
    results = _told(story, "altered")
    assert [_of(results, figure).verdict.value for figure in story["alarms"]] == ["conflict"] * 2
