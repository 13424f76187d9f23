"""A store for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims_db.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store(":memory:") as made:
        yield made
