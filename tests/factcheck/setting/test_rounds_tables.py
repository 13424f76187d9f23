"""Dates and places of the tables written in rounds: what was mended once stays so."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.benchmarks import place_date_tables
from factcheck.benchmarks.place_date_tables import Case

CASES = Path(__file__).parents[2] / "cases"


def labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def read(label: dict[str, Any]) -> Case:
    return place_date_tables.case(label)


@pytest.mark.parametrize("label", labels("dates_rounds.jsonl"), ids=lambda label: label["id"])
def test_a_figure_is_of_the_days_its_text_tells(label: dict[str, Any]) -> None:
    case = read(label)
    right = place_date_tables.window_right(case) and place_date_tables.as_of_right(case)
    assert right is ("known" not in label), case.claim and (case.claim.when, case.claim.as_of)


@pytest.mark.parametrize("label", labels("places_rounds.jsonl"), ids=lambda label: label["id"])
def test_a_figure_is_at_the_place_its_text_tells(label: dict[str, Any]) -> None:
    case = read(label)
    right = place_date_tables.place_right(case)
    assert right is ("known" not in label), case.claim and case.claim.places
