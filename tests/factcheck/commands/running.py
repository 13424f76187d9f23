"""What the tests of the command line share."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from factcheck.cli import COMMANDS, run

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "kyiv-attack.txt"
NAMES = [command.__name__.rstrip("_") for command in COMMANDS]
ROWS = ["conflicts", "timeline", "events", "stats"]
WHERE = {"timeline": ["--place", "Kyiv", "--date", "2025-04-24"]}

Captured = pytest.CaptureFixture[str]


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


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
