"""The README keeps its word: its Python runs, its commands exist, its links lead somewhere."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from factcheck.cli import COMMANDS, run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    article = ROOT / "examples" / "kyiv-attack.txt"
    assert run(["ingest", str(article), "--db", "our.duckdb"]) == 0
    (code,) = blocks("python")
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "README.md", "exec"), {})
    assert "killed At least 12" in shown.getvalue()


def test_every_command_is_named() -> None:
    named = set(re.findall(r"^\| `factcheck (\w+)", README, re.MULTILINE))
    assert named == {command.__name__.rstrip("_") for command in COMMANDS}


def test_the_commands_it_shows_are_those_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command, option in set(re.findall(r"factcheck (\w+)[^`\n]*?(--[a-z-]+)", README)):
        assert run([command, "--help"]) == 0
        assert option in capsys.readouterr().out


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert all((ROOT / target).exists() for target in targets)


def test_it_shows_how_to_install_and_to_test() -> None:
    shell = "".join(blocks("sh"))
    assert "pip install . &&" in shell
    assert "-m pytest" in shell
