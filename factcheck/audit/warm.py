"""What every process of an audit needs, loaded as this is imported: forked processes share it."""

from __future__ import annotations

from claims_db.records import Document
from factcheck.audit import concluding, judging, preparing, reading
from factcheck.judging import growth, model
from factcheck.reading import claims

__all__ = ["concluding", "judging", "preparing", "reading"]

_EXAMPLE = "Two people were killed in Kyiv on Monday, officials said; 14 were injured."

growth.shipped()
model.shipped()
claims.read(Document(_EXAMPLE, published="2025-04-25"))  # tables are loaded when first used
