"""Every error the product raises on purpose.

    FactcheckError              what is wrong, where, and how to mend it
    ├── InputError              a file, document, date or option that can't be used
    ├── StoreError              a claims store that can't be used
    │   ├── StoreMissing        no file at that path
    │   ├── StoreLocked         another process holds it
    │   ├── StoreInvalid        not a DuckDB file, or not one of ours
    │   └── StoreVersion        written by another version of the schema
    └── TableError              a shipped or user-edited table (kinds, hedges, model) is malformed

The command line turns each into one message on stderr and exit code 2.
"""

from __future__ import annotations


class FactcheckError(Exception):
    """What is wrong, where (file, line, option), and the mend; `str()` joins the three."""

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.mend}" if self.mend else head


class InputError(FactcheckError):
    """A file, document, date or option that can't be used."""


class StoreError(FactcheckError):
    """A claims store that can't be used."""


class StoreMissing(StoreError):
    """There is no store at that path."""


class StoreLocked(StoreError):
    """Another process holds the store open for writing."""


class StoreInvalid(StoreError):
    """The file is not a DuckDB database, or not a claims store."""


class StoreVersion(StoreError):
    """The store was written by another version of the schema."""


class TableError(FactcheckError):
    """A table of rules or a model file is malformed."""
