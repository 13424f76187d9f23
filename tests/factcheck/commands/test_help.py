"""The command line: Help, and bad usage."""

import pytest

from factcheck.cli import run
from tests.factcheck.commands.running import EXAMPLE, NAMES, Captured


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
