"""A user's home with the default store in it, and inputs that cannot be read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factcheck.commands.running import ROOT


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
