"""The store's file: made, refused, migrated, read-only, in physical order."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from claims_db import schema
from claims_db.errors import (
    StoreError,
    StoreInvalid,
    StoreMissing,
    StoreVersion,
)
from claims_db.records import (
    Claim,
    Document,
)
from claims_db.store import Store
from tests.claims_db.made import KHARKIV, KYIV, claim, document

ROOT = Path(__file__).parents[2]


# --- the file ---


def test_a_store_that_is_not_there_is_made_only_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    for options in ({}, {"read_only": True}, {"create": True, "read_only": True}):
        with pytest.raises(StoreMissing, match="factcheck ingest"):
            Store(path, **options)
    assert list(tmp_path.iterdir()) == []
    Store(path, create=True).close()
    Store(path).close()
    assert [file.name for file in tmp_path.iterdir()] == ["s.duckdb"]


def test_a_store_in_a_folder_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="folder"):
        Store(tmp_path / "none" / "s.duckdb", create=True)


@pytest.mark.parametrize(
    "content", [b"", b"{bad", b'{"a": [1, 2]}', b"not a database\n" * 500, b"\x00" * 20_000]
)
@pytest.mark.parametrize("name", ["it's a file.duckdb", "list.json", "table.csv", "t.parquet"])
def test_a_file_that_is_no_database_is_refused_and_untouched(
    tmp_path: Path, content: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for options in ({}, {"create": True}, {"read_only": True}):
        with pytest.raises(StoreInvalid, match="not a DuckDB database"):
            Store(path, **options)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreInvalid, match="folder"):
        Store(tmp_path)


@pytest.mark.parametrize("sql", ["CREATE TABLE mine (a INT)", "CREATE TABLE meta (a INT)"])
def test_anothers_database_is_refused_and_untouched(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "mine.duckdb"
    with duckdb.connect(str(path)) as db:
        db.execute(sql)
    before = path.read_bytes()
    with pytest.raises(StoreInvalid, match="not a claims store"):
        Store(path, create=True)
    assert path.read_bytes() == before


def test_another_schema_version_is_refused_naming_both(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    with duckdb.connect(str(path)) as db:
        db.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    with pytest.raises(StoreVersion, match=rf"99.*{schema.VERSION}.*new store"):
        Store(path)


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the present version, in a program of the next one, which adds a column."""
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    change = "ALTER TABLE events ADD COLUMN note VARCHAR"
    monkeypatch.setattr(schema, "MIGRATIONS", {schema.VERSION: (change,)})
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    return path


def test_an_older_store_is_read_after_it_was_brought_up_to_date(older: Path) -> None:
    with pytest.raises(StoreVersion, match="factcheck compact --db"):
        Store(older, read_only=True)
    with Store(older) as store:
        assert store.stats().schema_version == schema.VERSION
    with Store(older, read_only=True) as store:
        assert len(store.priors()) == 1
    with duckdb.connect(str(older), read_only=True) as db:
        assert db.execute("SELECT note FROM events").fetchall() == [(None,)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ("ALTER TABLE events ADD COLUMN note VARCHAR", "no SQL")
    monkeypatch.setattr(schema, "MIGRATIONS", {schema.VERSION - 1: broken})
    before = older.read_bytes()
    with pytest.raises(StoreError):
        Store(older)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    whole = path.read_bytes()
    for kept in (20, 3000, 9000, 13_000, len(whole) // 2):
        path.write_bytes(whole[:kept])
        with pytest.raises(StoreError, match="end is missing"):
            Store(path).priors()


def test_reading_only_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    before = path.read_bytes(), sorted(tmp_path.iterdir())
    with Store(path, read_only=True) as store, Store(_copy(path), read_only=True) as other:
        assert len(store.priors()) == len(other.candidates([claim()])[0]) == 1
        with pytest.raises(StoreError, match="read-only"):
            store.retract(document=document().key, why="no")
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == before


def _copy(path: Path) -> Path:
    """The file in a folder of its own in which nothing can be made or changed."""
    folder = path.parent.parent / f"{path.parent.name}-locked"
    folder.mkdir()
    copy = folder / path.name
    shutil.copy(path, copy)
    copy.chmod(0o444)
    folder.chmod(0o555)
    return copy


def test_a_read_only_medium_is_enough_for_checking(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with Store(disk / "s.duckdb", create=True) as store:
        store.ingest([(document(), [claim()])])
    article = tmp_path / "article.txt"
    article.write_text("date 2025-04-26\nAn attack on Kyiv on April 24 killed 12 people.")
    mount = "mount --bind $1 $1 && mount -o remount,bind,ro $1 && ! touch $1/x"
    check = [sys.executable, "-m", "factcheck", "check", str(article)]
    within = ["unshare", "-rm", "sh", "-c", mount + ' && shift && exec "$@"']
    command = [*within, "sh", str(disk), *check]
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"]).returncode:
        pytest.skip("no medium can be mounted read-only here")
    done = subprocess.run(
        [*command, "--db", str(disk / "s.duckdb")], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "1 compared" in done.stdout


# --- physical order ---


def scattered(count: int) -> list[tuple[Document, list[Claim]]]:
    """Documents about two places in turns, as they arrive."""
    return [
        (document(f"{n}", id=f"{n}"), [claim(n, places=((KYIV, KHARKIV)[n % 2],))])
        for n in range(count)
    ]


def test_compacting_changes_nothing_but_the_order(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        for item in scattered(9):
            store.ingest([item])
        store.retract(document="3", why="wrong")
        before = store.priors(), store.events(), store.document("3")
        store.compact()
        assert (store.priors(), store.events(), store.document("3")) == before
    with Store(path, read_only=True) as store:
        assert (store.priors(), store.events(), store.document("3")) == before
        assert store.stats().retracted == 1
    with Store(path) as store:
        store.compact()
        store.ingest([(document("later"), [claim(99)])])
        assert len(store.priors()) == 10
    assert list(tmp_path.iterdir()) == [path]


def test_a_large_ingest_restores_the_order_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims_db.store._FOLD_LEAST", 3)
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest(scattered(8))
    with duckdb.connect(str(path), read_only=True) as db:
        assert db.execute(schema.ORDERED).fetchall() == [(8,)]
        places = [key for (key,) in db.execute("SELECT place FROM claims").fetchall()]
    assert len({*places[:4]}) == len({*places[4:]}) == 1


@pytest.mark.parametrize("fold", [True, False])
def test_rows_stay_as_they_came_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fold: bool
) -> None:
    monkeypatch.setattr("claims_db.store._FOLD_LEAST", 3)
    path = tmp_path / "s.duckdb"
    items = scattered(14)
    with Store(path, create=True) as store:
        store.ingest(items[:2])
        store.ingest(items[2:], fold=fold)  # a batch is in order by itself, not with those before
    with duckdb.connect(str(path), read_only=True) as db:
        ordered = db.execute(schema.ORDERED).fetchall()
        documents = [no for (no,) in db.execute("SELECT document FROM claims").fetchall()]
    assert ordered == [(14 if fold else 2,)]
    assert ({*documents[:2]} == {1, 2}) is not fold
