"""The command line: input that cannot be read is named, and the rest goes on."""

import os
from pathlib import Path

import pytest

from factcheck.cli import run
from tests.factcheck.commands.running import EXAMPLE, Captured


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
