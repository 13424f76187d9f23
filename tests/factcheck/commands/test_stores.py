"""The command line: stores that are named, missing, bad, or held by another."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import run
from tests.factcheck.commands.running import EXAMPLE, ROOT, ROWS, WHERE, Captured, process


@pytest.mark.parametrize("name", ["check", *ROWS])
def test_a_named_store_that_is_missing_is_an_error(
    name: str, tmp_path: Path, capsys: Captured
) -> None:
    store = tmp_path / "missing.duckdb"
    arguments = [str(EXAMPLE)] if name == "check" else WHERE.get(name, [])
    assert run([name, *arguments, "--db", str(store)]) == 2
    assert "missing.duckdb" in capsys.readouterr().err
    assert not store.exists()


def test_the_environment_names_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("FACTCHECK_DB", str(tmp_path / "from-environment.duckdb"))
    assert run(["stats"]) == 2
    assert "from-environment.duckdb" in capsys.readouterr().err


def test_a_file_that_is_no_store_is_refused_and_left_alone(bad: Path, capsys: Captured) -> None:
    before = (bad / "not.duckdb").read_bytes()
    for arguments in (["stats"], ["check", str(EXAMPLE)], ["ingest", str(EXAMPLE)]):
        assert run([*arguments, "--db", str(bad / "not.duckdb")]) == 2
        assert "not.duckdb" in capsys.readouterr().err
    assert (bad / "not.duckdb").read_bytes() == before


def test_ingest_makes_a_named_store_and_stores_the_same_once(
    tmp_path: Path, capsys: Captured
) -> None:
    store = str(tmp_path / "new.duckdb")
    assert run(["ingest", str(EXAMPLE), "--db", store]) == 0
    assert capsys.readouterr().out.startswith("1 document")
    assert run(["ingest", str(EXAMPLE), "--db", store]) == 0
    again = capsys.readouterr().out
    assert "1 on record already" in again
    assert again.rstrip().endswith(store)
    assert run(["stats", "--db", store, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["stats"][0]["documents"] == 1


def test_a_store_that_another_process_writes_can_be_read_and_names_the_writer(
    tmp_path: Path, capsys: Captured
) -> None:
    store = tmp_path / "held.duckdb"
    code = (
        "import sys; from claims_db.store import Store\n"
        "with Store(sys.argv[1], create=True):\n print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(store)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert run(["stats", "--db", str(store)]) == 0
        assert run(["ingest", str(EXAMPLE), "--db", str(store)]) == 2
        assert f"held.duckdb: process {holder.pid} is writing" in capsys.readouterr().err
        holder.communicate("")
    assert run(["stats", "--db", str(store)]) == 0


def test_without_a_home_the_reports_are_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = process("stats", "--format", "json", XDG_DATA_HOME=str(tmp_path / "file"))
    assert done.returncode == 0
    assert "warning" in done.stderr
    assert json.loads(done.stdout)["stats"][0]["bundled"] > 100


def test_without_a_home_nothing_is_added_to_be_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = process("ingest", str(EXAMPLE), XDG_DATA_HOME=str(tmp_path / "file"))
    assert done.returncode == 2
    assert "--db" in done.stderr


def test_two_first_uses_at_once_end_with_one_good_store(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "factcheck", "stats", "--format", "json"]
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    shown = [one.communicate() for one in both]
    assert [one.returncode for one in both] == [0, 0, 0], shown
    assert len({output for output, _ in shown}) == 1
    assert [path.name for path in (tmp_path / "factcheck").iterdir()] == ["claims.duckdb"]


def test_what_changes_a_store_says_which(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    assert run(["ingest", str(EXAMPLE)]) == 0
    assert str(tmp_path / "factcheck" / "claims.duckdb") in capsys.readouterr().out
    assert run(["compact"]) == 0
    assert str(tmp_path / "factcheck" / "claims.duckdb") in capsys.readouterr().out
