"""Wire sentences of every construct, in our own words: what each figure counts, who says so, what
it is part of; and numbers that count nobody. Written while the rules were: no measure of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.benchmarks import wire

ENTRIES = wire.load(Path(__file__).parent.parent / "cases" / "wire_constructs.jsonl")


def cases(*, distractors: bool) -> list[Any]:
    """The entries of one sort; those known to be misread say what stands in the way."""
    return [
        pytest.param(
            entry,
            id=entry["text"],
            marks=[pytest.mark.xfail(reason=entry["known"])] if entry["known"] else [],
        )
        for entry in ENTRIES
        if entry["distractor"] == distractors
    ]


@pytest.mark.parametrize("entry", cases(distractors=False))
def test_figures_are_read(entry: dict[str, Any]) -> None:
    for figure in wire.found(entry):
        text = figure.label["text"]
        assert figure.claim is not None, text
        assert figure.right, (text, figure.claim.kind, figure.claim.value)
        assert figure.source, (text, figure.claim.attribution)
        assert figure.part_of, (text, figure.claim.part_of)


@pytest.mark.parametrize("entry", cases(distractors=True))
def test_distractors_count_nobody(entry: dict[str, Any]) -> None:
    assert not wire.taken_for_people(entry)
