"""The phrases of the kinds table that tell what befell people, each in a plain sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims_db.records import Document
from factcheck.benchmarks.wire import AKIN
from factcheck.reading.claims import read

PHRASES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "harm_phrases.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in PHRASES.items() for text in texts]
)
def test_the_phrase_tells_its_kind(text: str, kind: str) -> None:
    claims = read(Document(text, published="2026-11-10"))
    told = {AKIN.get(claim.kind, claim.kind) for claim in claims if "14" in claim.value.text}
    assert AKIN.get(kind, kind) in told
