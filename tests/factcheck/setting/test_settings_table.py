"""Where, when and in what currency single figures are read to be, by a table of our own."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims_db.records import Claim
from factcheck import Document, extract

TABLE = Path(__file__).parents[2] / "cases" / "settings.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]


def claim_of(case: dict[str, Any]) -> Claim:
    document = Document(case["text"], title=case.get("title"), published=case["published"])
    figure = case["figure"]
    for claim in extract(document).claims:
        text = claim.value.text
        if text == figure or figure in text.replace("-", " ").split() or text.startswith(figure):
            return claim
    raise AssertionError(f"{figure} was not read")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['figure']}: {case['text'][:60]}")
def test_a_figure_is_where_and_when_its_sentence_says(case: dict[str, Any]) -> None:
    claim = claim_of(case)
    if "places" in case:
        assert [place.name for place in claim.places] == case["places"]
    if "when" in case:
        assert claim.when is not None
        assert f"{claim.when.start}/{claim.when.end}" == case["when"]
        assert claim.as_of == case["as_of"]
    if "unit" in case:
        assert claim.unit == case["unit"]
