"""A store that holds nothing, to audit against."""

from pathlib import Path

import pytest

from claims_db.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty store."""
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    with Store(tmp_path / "empty.duckdb", create=True):
        pass
    return str(tmp_path / "empty.duckdb")
