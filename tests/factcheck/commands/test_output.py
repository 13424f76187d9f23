"""The command line: Formats, exit codes and where output goes."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform != "win32":
    import fcntl
    import termios

from factcheck.cli import run
from tests.factcheck.commands.running import EXAMPLE, ROOT, ROWS, WHERE, Captured


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


@pytest.mark.parametrize(
    "command", [["timeline", "--date", "2025-04-24"], ["events"], ["conflicts"]]
)
@pytest.mark.parametrize("place", ["Zembla", "Ruritania-on-Sea"])
def test_a_place_that_nobody_knows_is_said_so(
    command: list[str], place: str, capsys: Captured
) -> None:
    assert run([*command, "--place", place]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert f"no place is known by the name '{place}'" in told.err


@pytest.mark.parametrize("place", ["Atlantis", "Peru", "Lima"])
def test_a_namesake_elsewhere_is_not_shown_for_a_place(place: str, capsys: Captured) -> None:
    assert run(["timeline", "--place", place, "--date", "2025-04-24"]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert f"nothing on record of {place}" in told.err


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


def _unread(pipe: int) -> int:
    """Bytes that nobody has taken from a pipe yet."""
    told = bytearray(4)
    fcntl.ioctl(pipe, termios.FIONREAD, told)
    return int.from_bytes(told, sys.byteorder)


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
        assert waiting.stdin is not None
        waiting.stdin.write("Twelve people died.\n")
        waiting.stdin.flush()
        until = time.monotonic() + 180
        while _unread(waiting.stdin.fileno()) and time.monotonic() < until:
            time.sleep(0.05)  # once it has taken the line it waits for more
        waiting.send_signal(signal.SIGINT)
        _, told = waiting.communicate(timeout=180)
    assert waiting.returncode == 130
    assert "Traceback" not in told
