"""The folder of an audit: no other result is written over, none is gone on with by mistake."""

import json
from pathlib import Path

import pytest

from claims_db.store import Store
from factcheck.cli import run
from tests.factcheck.archives import audit, reports, write


@pytest.mark.parametrize(
    ("spoil", "more", "says"),
    [
        ("nothing", (), "go on with it by --resume"),
        ("archive", ("--resume",), "when the archive's files were others"),
        ("name", ("--resume",), "is of another archive, {archive}. give that one, or another"),
        ("nothing", ("--resume", "--hindsight"), "without --hindsight. leave --hindsight away"),
        ("nothing", ("--resume", "--thorough"), "without --thorough. leave --thorough away"),
        ("store", ("--resume",), "with {store}, not with {other}. give --db {store}, or another"),
        ("engine", ("--resume",), "by another factcheck (0.0.9; this is "),
    ],
)
def test_another_audit_is_not_written_over(
    spoil: str,
    more: tuple[str, ...],
    says: str,
    tmp_path: Path,
    store: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, other = write(tmp_path / "a.jsonl", reports(1)), tmp_path / "other.duckdb"
    audit(path, tmp_path / "out", store)
    asked, priors = path, store
    if spoil == "archive":
        write(path, reports(2))
    if spoil == "name":
        asked = write(tmp_path / "b.jsonl", reports(1))
    if spoil == "store":
        with Store(other, create=True):
            priors = str(other)
    if spoil == "engine":
        state = json.loads((tmp_path / "out" / "audit.json").read_text())
        state["settings"]["engine"] = "0.0.9"
        (tmp_path / "out" / "audit.json").write_text(json.dumps(state))
    assert audit(asked, tmp_path / "out", priors, *more) == 2
    wanted = says.format(archive=path, store=store, other=other)
    assert wanted.lower() in capsys.readouterr().err.lower()


@pytest.mark.parametrize("told", ["[]", "{}", '{"settings": 3}', "{"])
@pytest.mark.parametrize("more", [(), ("--resume",)])
def test_the_state_of_something_else_is_refused(
    told: str, more: tuple[str, ...], tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "audit.json").write_text(told)
    path = write(tmp_path / "a.jsonl", reports(1))
    assert audit(path, tmp_path / "out", store, *more) == 2
    assert "audit.json: " in capsys.readouterr().err
    assert (tmp_path / "out" / "audit.json").read_text() == told


def test_a_store_is_the_same_however_it_is_named(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.jsonl", reports(1))
    assert audit(path, tmp_path / "out", store) == 0
    monkeypatch.chdir(tmp_path)
    assert audit(path, tmp_path / "out", "empty.duckdb", "--resume") == 0


def test_a_folder_of_other_things_is_left_alone(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    path = write(tmp_path / "a.jsonl", reports(1))
    assert audit(path, tmp_path / "out", store) == 2
    assert "not empty" in capsys.readouterr().err
    assert [found.name for found in (tmp_path / "out").iterdir() if found.name[0] != "."] == [
        "mine.txt"
    ]


def test_going_on_with_one_that_is_done_tells_the_same(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.jsonl", reports(2))
    audit(path, tmp_path / "out", store)
    told = capsys.readouterr().out
    assert audit(path, tmp_path / "out", store, "--resume") == 0
    assert capsys.readouterr().out == told


def test_an_audit_that_fails_before_it_began_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_text(json.dumps({"text": "A fire in Oslo killed 3 people."}) + "\n")
    kept = tmp_path / "kept"
    kept.mkdir()
    for out in (tmp_path / "new", kept):
        wrong = ["audit", str(archive), "--out", str(out), "--db", str(tmp_path / "no.duckdb")]
        assert run(wrong) == 2
    assert not (tmp_path / "new").exists()
    with Store(tmp_path / "empty.duckdb", create=True):
        pass
    right = ["audit", str(archive), "--out", str(kept), "--workers", "1"]
    assert run([*right, "--db", str(tmp_path / "empty.duckdb")]) == 0
