"""Two counts that change places exactly are a conflict where several outlets had them the other
way round, else doubted: the wounded may have died since."""

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
def test_an_exact_exchange_is_a_conflict_where_two_outlets_hold_both(article: str) -> None:
    found = checked(article, "2024-03-06", *BUS)
    assert {r.verdict for r in found.values()} == {Verdict.CONFLICT}
    assert all("crosswise" in r.why for r in found.values())


@pytest.mark.parametrize(
    ("reports", "behind"),
    [
        (BUS[:1], ""),
        (BUS, " Seven died in hospital on Tuesday."),
        (BUS, " Several of the injured succumbed overnight."),
        (BUS, " Some died of their wounds."),
    ],
)
def test_an_exchange_that_deaths_since_may_explain_is_warned_of_and_accuses_nobody(
    reports: tuple[Told, ...], behind: str
) -> None:
    article = "A bus that plunged off a bridge near Cuzco in Peru on Monday killed 31 people and "
    found = checked(f"{article}injured 24, police said.{behind}", "2024-03-06", *reports)
    told = [found["31"], found["24"]]
    assert {(r.verdict, r.severity) for r in told} == {(Verdict.UPDATE, Severity.WARNING)}
    assert all("crosswise" in r.why for r in told)


def test_a_few_may_have_died_since() -> None:
    told = ("2024-03-05", "A bus fell off a bridge near Cuzco, Peru, on Monday, killing 24 people "
            "and injuring 26, police said.")  # fmt: skip
    article = "A bus that fell off a bridge near Cuzco in Peru on Monday killed 26 people and "
    found = checked(f"{article}injured 24, police said.", "2024-03-06", told, told)
    assert Verdict.CONFLICT not in [r.verdict for r in found.values()]


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
