"""Putting a store in order a part at a time gives what sorting all of it at once would."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from claims_db import folding, schema
from claims_db.engine import Engine
from claims_db.records import Place
from claims_db.store import Store
from tests.claims_db.made import KHARKIV, KYIV, LVIV, UKRAINE, claim, document, on

PLACES = ((KYIV,), (KHARKIV,), (), (LVIV,), (UKRAINE,), (Place("Shelter 5", None, None),))


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A store of 240 claims about six places, of which one is none, and twenty days, mixed."""
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        for n in range(40):
            claims = [
                claim(
                    i + n, places=PLACES[i * n % 6], when=on(f"2025-04-{1 + (7 * n + i) % 20:02}")
                )
                for i in range(6)
            ]
            store.ingest([(document(f"Text {n}.", id=str(n)), claims)])
    return path


@pytest.mark.parametrize("most", [1, 7, 60, 1000])
def test_parts_hold_each_claim_once_and_lie_in_order(
    filled: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "PART", most)
    monkeypatch.setattr(folding, "DOCUMENTS", most)
    db = Engine.reading(filled)
    found = list(folding.parts(db, 240, schema.PARTED_BY))
    assert sum(db.number(f"SELECT count(*) FROM claims WHERE {one}") for one in found) == 240
    assert len(found) >= 240 // most / 10
    target = filled.with_name("folded.duckdb")
    folding.fold(db, target)
    columns = ", ".join(schema.CLAIMS)
    whole = db.run(f"SELECT {columns} FROM claims ORDER BY {schema.PHYSICAL_ORDER}")
    documents = db.run("SELECT * FROM documents ORDER BY no")
    events = db.run("SELECT * FROM events ORDER BY from_day, id")
    db.close()
    with duckdb.connect(str(target), read_only=True) as made:
        assert made.execute(f"SELECT {columns} FROM claims").fetchall() == whole
        assert made.execute("SELECT * FROM documents").fetchall() == documents
        assert made.execute("SELECT * FROM events").fetchall() == events
        assert made.execute(schema.ORDERED).fetchall() == [(240,)]


def test_an_empty_store_can_be_put_in_order(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.compact()
        assert store.priors() == []


def test_the_database_prints_no_progress_into_the_output() -> None:
    db = Engine.memory()
    assert db.run("SELECT current_setting('enable_progress_bar')") == [(False,)]
    db.close()


def test_what_broke_off_can_be_put_in_order_again(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyboardInterrupt

    with Store(filled) as store:
        with monkeypatch.context() as patched:
            patched.setattr(schema, "set_ordered", broken)
            with pytest.raises(KeyboardInterrupt):
                store.compact()
        store.compact()
        assert store.stats().claims == 240
