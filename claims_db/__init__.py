"""Remembering: the store of prior reports, and what reading and remembering share.

    from claims_db import Store
    with Store("my.duckdb") as store:
        store.events(place="Kyiv", since="2025-04")

The store loads DuckDB, so it is loaded when it is asked for.
"""

from typing import TYPE_CHECKING, Any

from claims_db.errors import StoreError
from claims_db.records import Claim, Document, Event, Place, Prior, Value

if TYPE_CHECKING:
    from claims_db.store import Store

__all__ = ["Claim", "Document", "Event", "Place", "Prior", "Store", "StoreError", "Value"]


def __getattr__(name: str) -> Any:
    if name == "Store":
        from claims_db.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
