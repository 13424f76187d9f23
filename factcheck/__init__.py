"""Reading, judging and reporting: what an article's numbers are, and how they stand to the record.

    import factcheck
    from claims_db import Store

    document = factcheck.Document(text, published="2025-04-25")
    factcheck.extract(document)                   # its claims
    factcheck.check(document, Store("my.duckdb")) # how they stand to what was reported before
    factcheck.compare("12 killed", "at least 12 people were killed")

The names load when first used, so that `import factcheck` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims_db.records import Document
    from factcheck.bare.statements import compare
    from factcheck.pipeline import check, extract, ingest

__all__ = ["Document", "check", "compare", "extract", "ingest"]

_HOMES = {
    "Document": "claims_db.records",
    "check": "factcheck.pipeline",
    "compare": "factcheck.bare.statements",
    "extract": "factcheck.pipeline",
    "ingest": "factcheck.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
