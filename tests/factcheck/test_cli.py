"""The command line's contract: exit codes, formats, messages, and what it leaves alone."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, cast

import pytest

from factcheck.cli import COMMANDS, run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "kyiv-attack.txt"
NAMES = [command.__name__.rstrip("_") for command in COMMANDS]
ROWS = ["conflicts", "timeline", "events", "stats"]
WHERE = {"timeline": ["--place", "Kyiv", "--date", "2025-04-24"]}

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's data directory with the default store in it, made once."""
    made = tmp_path_factory.mktemp("home")
    subprocess.run(
        [sys.executable, "-m", "factcheck", "stats"],
        env={**os.environ, "XDG_DATA_HOME": str(made), "PYTHONPATH": str(ROOT)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return made


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.delenv("FACTCHECK_DB", raising=False)


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# --- help ---


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name: str, capsys: Captured) -> None:
    assert run([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert "Example" in text
    assert f"factcheck {name}" in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_commands_are_those_of_the_contract(capsys: Captured) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"\n  {name} " in text for name in NAMES)
    assert "..." not in text.partition("Commands:")[2]


def test_the_version_is_told(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("factcheck")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["check", str(EXAMPLE), "--format", "yaml"],
        ["check", str(EXAMPLE), "--fail-on", "sometimes"],
        ["compare", "12 were killed"],
        ["compare"],
        ["compare", "a", "b", "--pairs", "pairs.jsonl"],
        ["timeline"],
        ["timeline", "--place", "Kyiv"],
        ["timeline", "--event", "x", "--place", "Kyiv", "--date", "2025"],
    ],
)
def test_bad_usage_is_told_on_stderr_with_exit_2(arguments: list[str], capsys: Captured) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert told.err
    assert not told.out
    assert "Traceback" not in told.err


# --- bad input ---


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "bare.html").write_text("<html><body><img src=x></body></html>")
    (tmp_path / "lines.jsonl").write_text("{not json\n")
    (tmp_path / "broken.json").write_text('{"text": ')
    (tmp_path / "textless.json").write_text('{"title": "12 killed"}')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "folder").mkdir()
    (tmp_path / "not.duckdb").write_text("this is no database")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        *("missing.txt", "empty.txt", "binary.txt", "bare.html", "lines.jsonl", "broken.json"),
        *("textless.json", "picture.png", "folder"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "check", "ingest"])
def test_input_that_cannot_be_read_is_named(
    command: str, name: str, bad: Path, capsys: Captured
) -> None:
    store = ["--db", str(bad / "new.duckdb")] if command == "ingest" else []
    assert run([command, str(bad / name), *store]) == 2
    told = capsys.readouterr()
    assert name in told.err
    assert "Traceback" not in told.err
    assert not told.out


def test_a_bad_line_ends_with_2_in_every_command_and_the_rest_is_done(
    tmp_path: Path, capsys: Captured
) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "A fire in Oslo killed 3 people."}\n{oops\n')
    path = str(tmp_path / "s.duckdb")
    assert run(["ingest", str(lines), "--db", path]) == 2
    assert "1 document with 1 claim added" in capsys.readouterr().out
    assert run(["check", str(lines), "--db", path, "--fail-on", "never"]) == 2
    assert "1 document was left out" in capsys.readouterr().err
    lines.write_text('{"text": "A fire in Oslo killed 3 people."}\n')
    assert run(["check", str(lines), "--db", path, "--fail-on", "never"]) == 0


def test_a_bad_line_is_named_by_number_and_the_rest_goes_on(
    tmp_path: Path, capsys: Captured
) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"text": "3 people were killed."}\n{oops\n{"text": "4 people died."}\n')
    assert run(["extract", str(lines), "--format", "jsonl"]) == 2
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "2" in told.err
    assert "lines.jsonl" in told.err


def test_ten_megabytes_of_one_line_are_read(tmp_path: Path, capsys: Captured) -> None:
    long = tmp_path / "long.txt"
    long.write_text("12 people were killed in Kyiv. " + "The crowd walked on and on. " * 360_000)
    assert run(["extract", str(long), "--format", "jsonl", "--out", os.devnull]) == 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--published", "--as-of"])
@pytest.mark.parametrize("date", ["yesterday", "2025-02-30", "04/05/2025", ""])
def test_a_date_that_is_none_is_refused(option: str, date: str, capsys: Captured) -> None:
    assert run(["check", str(EXAMPLE), option, date]) == 2
    assert "date" in capsys.readouterr().err


def test_an_unknown_kind_is_refused_with_the_known_ones(capsys: Captured) -> None:
    assert run(["events", "--kind", "sneezes"]) == 2
    assert "killed" in capsys.readouterr().err


# --- stores ---


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
    assert "1 on record already" in capsys.readouterr().out
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


# --- check ---


def altered(tmp_path: Path, old: str, new: str) -> str:
    text = EXAMPLE.read_text("utf-8")
    assert old in text
    path = tmp_path / "altered.txt"
    path.write_text(text.replace(old, new), "utf-8")
    return str(path)


def checked(capsys: Captured, *arguments: str) -> dict[str, Any]:
    run(["check", *arguments, "--format", "json"])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    return cast(dict[str, Any], document)


@pytest.mark.parametrize(
    ("figure", "codes"),
    [
        ("at least 12", {"error": 0, "warning": 0, "notice": 1, "never": 0}),
        ("9", {"error": 0, "warning": 1, "notice": 1, "never": 0}),
        ("1,200", {"error": 1, "warning": 1, "notice": 1, "never": 0}),
    ],
)
def test_the_exit_code_follows_the_worst_finding(
    figure: str, codes: dict[str, int], tmp_path: Path, capsys: Captured
) -> None:
    path = altered(tmp_path, "at least 12", figure)
    assert {level: run(["check", path, "--fail-on", level]) for level in codes} == codes
    assert run(["check", path]) == codes["error"]
    assert "Coverage: " in capsys.readouterr().out


def test_json_and_jsonl_say_the_same(capsys: Captured) -> None:
    document = checked(capsys, str(EXAMPLE))
    assert run(["check", str(EXAMPLE), "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out) == document
    assert document["published"] == "2025-04-25"
    assert document["main"]["figures"]["killed"]["stated"] == 12


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    expected = checked(capsys, str(EXAMPLE))
    with EXAMPLE.open(encoding="utf-8") as text:
        monkeypatch.setattr("sys.stdin", text)
        assert checked(capsys, "-")["findings"] == expected["findings"]


def test_as_of_takes_the_record_of_that_day(capsys: Captured) -> None:
    early = checked(capsys, str(EXAMPLE), "--as-of", "2025-04-24")
    late = checked(capsys, str(EXAMPLE), "--as-of", "2025-05-30")
    killed = [
        next(claim for claim in found["claims"] if claim["kind"] == "killed")
        for found in (early, late)
    ]
    assert any(match["later"] for match in killed[0]["matches"])
    assert not any(match["later"] for match in killed[1]["matches"])


def test_a_document_without_a_date_says_how_it_was_judged(tmp_path: Path, capsys: Captured) -> None:
    path = altered(tmp_path, "date 2025-04-25 ", "")
    assert run(["check", path, "--fail-on", "never"]) == 0
    told = capsys.readouterr()
    assert f"{path}: “" in told.err
    assert "no date" in told.err
    assert "judged by everything on record" in told.out


def test_html_json_and_folders_are_read_alike(tmp_path: Path, capsys: Captured) -> None:
    text = EXAMPLE.read_text("utf-8").removeprefix("date 2025-04-25 ")
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:])
    head = "<title>Kyiv counts its dead</title>"
    (tmp_path / "a.html").write_text(
        f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>", "utf-8"
    )
    (tmp_path / "b.json").write_text(json.dumps({"text": text}), "utf-8")
    assert run(["check", str(tmp_path), "--published", "2025-04-25", "--format", "json"]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert len(documents) == 2
    for document in documents:
        verdicts = {claim["kind"]: claim["verdict"] for claim in document["claims"]}
        assert (verdicts["killed"], verdicts["wounded"]) == ("consistent", "disputed")


# --- output ---


@pytest.mark.parametrize("command", ["extract", "check"])
def test_documents_come_as_a_sheet_with_a_row_for_each_claim(
    command: str, capsys: Captured
) -> None:
    rows = {}
    for form in ("json", "csv"):
        assert run([command, str(EXAMPLE), str(EXAMPLE), "--format", form]) == 0
        rows[form] = capsys.readouterr().out
    documents = json.loads(rows["json"])["documents"]
    told = [claim for one in documents for claim in one["claims"]]
    sheet = list(csv.DictReader(io.StringIO(rows["csv"])))
    assert [row["text"] for row in sheet] == [claim["value"]["text"] for claim in told]
    assert [row.get("verdict") for row in sheet] == [claim.get("verdict") for claim in told]


def test_a_document_on_record_is_no_evidence_of_its_own(tmp_path: Path, capsys: Captured) -> None:
    path, db = tmp_path / "a.json", str(tmp_path / "s.duckdb")
    text = "At least 31 people were killed by a flood in Oslo on 3 May 2024, police said."
    path.write_text(json.dumps({"text": text, "published": "2024-05-04", "outlet": "Paper"}))
    assert run(["ingest", str(path), "--db", db]) == 0
    path.write_text(json.dumps({"text": text, "published": "2024-05-05", "outlet": "Paper"}))
    for day in ("2024-05-04", "2024-05-05"):  # dated otherwise, it has another key
        capsys.readouterr()
        assert run(["check", str(path), "--db", db, "--published", day, "--format", "json"]) == 0
        (checked,) = json.loads(capsys.readouterr().out)["documents"]
        assert [claim["matches"] for claim in checked["claims"]] == [[]]


@pytest.mark.parametrize("name", ROWS)
def test_rows_come_in_every_format(name: str, capsys: Captured) -> None:
    shown = {}
    for form in ("table", "json", "jsonl", "csv"):
        assert run([name, *WHERE.get(name, []), "--format", form]) in (0, 1)
        shown[form] = capsys.readouterr().out
    objects = json.loads(shown["json"])[name]
    assert [json.loads(line) for line in shown["jsonl"].splitlines()] == objects
    assert len(list(csv.reader(io.StringIO(shown["csv"])))) > len(objects)
    assert "\x1b" not in shown["table"]


def test_the_attack_on_kyiv_is_on_record_in_order(capsys: Captured) -> None:
    assert run(["timeline", *WHERE["timeline"], "--format", "json"]) == 0
    series = {one["kind"]: one for one in json.loads(capsys.readouterr().out)["timeline"]}
    stated = [one["value"]["stated"] for one in series["killed"]["priors"] if not one["group"]]
    assert {2, 8, 9, 10, 12, 13} <= set(stated)
    assert stated[-1] == 13 or 13 in stated[-4:]
    assert any(one["attribution"] for one in series["killed"]["priors"])


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("never", 0)])
def test_conflicts_decide_the_exit_code(level: str, code: int, capsys: Captured) -> None:
    arguments = ["conflicts", "--place", "Kyiv", "--kind", "wounded", "--since", "2025-04-01"]
    assert run([*arguments, "--until", "2025-04-30", "--fail-on", level]) == code
    text = capsys.readouterr().out
    assert "87" in text
    assert "State Emergency Service" in text


def test_no_conflict_is_said_so(capsys: Captured) -> None:
    assert run(["conflicts", "--place", "Kyiv", "--since", "1990-01-01", "--until", "1990"]) == 0
    assert "No figures" in capsys.readouterr().out


def test_out_writes_a_whole_file_and_nothing_else(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "events.json"
    assert run(["events", "--format", "json", "--out", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["events"]
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["events.json"]


def test_out_that_cannot_be_written_is_named(tmp_path: Path, capsys: Captured) -> None:
    for target in (tmp_path, tmp_path / "no" / "such" / "folder.json"):
        assert run(["events", "--out", str(target)]) == 2
        assert str(target) in capsys.readouterr().err


def test_a_failure_leaves_the_old_file_as_it_was(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "old.json"
    target.write_text("old")
    assert run(["extract", str(tmp_path / "missing.txt"), "--out", str(target)]) == 2
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.json"]


def test_a_reader_that_has_enough_is_no_error(home: Path) -> None:
    command = (
        f"{sys.executable} -m factcheck timeline --place Kyiv --date 2025-04-24 --format jsonl"
    )
    done = subprocess.run(
        f"set -o pipefail; {command} | head -c 10",
        shell=True,
        executable="/bin/bash",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_an_interrupt_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "extract", "-"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Run in the background of a shell, this process ignores the signal, and so would that one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as waiting:
        time.sleep(1.5)  # it has started, and waits for input
        waiting.send_signal(signal.SIGINT)
        _, told = waiting.communicate(timeout=20)
    assert waiting.returncode == 130
    assert "Traceback" not in told
