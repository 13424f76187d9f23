"""A store that holds nothing, to audit against; an audit to look at; a browser to look with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims_db.store import Store
from tests.factcheck import audited as audits
from tests.factcheck import browser as browsers


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty store."""
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    with Store(tmp_path / "empty.duckdb", create=True):
        pass
    return str(tmp_path / "empty.duckdb")


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> audits.Audited:
    """An audit of reports of attacks, one of which is hostile through and through."""
    return audits.audited(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browsers.Browser]:
    """A browser, if there is one."""
    with browsers.opened(tmp_path_factory.mktemp("browser")) as found:
        yield found
