"""Two counts that change places exactly are doubted, even where the wounded may have died since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims_db.store import Store
from factcheck.cli import run
from factcheck.results import Severity, Verdict
from tests.factcheck.checking import Told, checked

BUS: tuple[Told, ...] = (
    ("2024-03-05", "A bus plunged off a bridge near Cuzco, Peru, on Monday, killing 24 people and "
     "injuring 31, police said."),
    ("2024-03-05", "Twenty-four people were killed and 31 injured when a bus fell from a bridge "
     "near Cuzco in Peru on Monday."),
)  # fmt: skip


@pytest.mark.parametrize(
    "article",
    [
        "A bus that plunged off a bridge near Cuzco in Peru on Monday killed 31 people and "
        "injured 24, police said.",
        "Police near Cuzco in Peru said 31 people died and 24 were hurt on Monday when a bus "
        "plunged off a bridge.",
    ],
)
def test_an_exact_exchange_is_warned_of_and_accuses_nobody(article: str) -> None:
    found = checked(article, "2024-03-06", *BUS)
    assert {(r.verdict, r.severity) for r in found.values()} == {(Verdict.UPDATE, Severity.WARNING)}
    assert all("crosswise" in r.why for r in found.values())


@pytest.mark.parametrize(("killed", "wounded"), [(27, 28), (25, 30), (31, 26)])
def test_those_who_died_since_are_news(killed: int, wounded: int) -> None:
    article = (
        f"A bus that plunged off a bridge near Cuzco in Peru on Monday killed {killed} people and "
        f"injured {wounded}, police said."
    )
    found = checked(article, "2024-03-06", *BUS)
    assert not [r for r in found.values() if "crosswise" in r.why]


def test_an_audit_tells_it_without_laying_texts_beside_each_other(
    tmp_path: Path,
) -> None:
    with Store(tmp_path / "empty.duckdb", create=True):
        pass
    told = "A bus that plunged off a bridge near Cuzco in Peru on Monday killed 31 people and "
    told += "injured 24, police said."
    rows = [*BUS, ("2024-03-06", told)]
    archive, out = tmp_path / "archive.jsonl", tmp_path / "out"
    archive.write_text(
        "".join(
            json.dumps({"id": f"d{n}", "published": day, "outlet": f"Paper {n}", "text": text})
            + "\n"
            for n, (day, text) in enumerate(rows)
        )
    )
    asked = ["audit", str(archive), "--out", str(out), "--db", str(tmp_path / "empty.duckdb")]
    assert run([*asked, "--workers", "1", "--fail-on", "never"]) == 0
    assert "crosswise" in (out / "findings.csv").read_text("utf-8")
