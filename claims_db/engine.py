"""DuckDB behind the store: opens a file, runs SQL, explains failures. SQL runs here alone.

Rows are always fetched whole: DuckDB 2.0 streams, and a second statement would break off a first.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Self

import duckdb

from claims_db import schema
from claims_db.errors import StoreError, StoreInvalid, StoreLocked, StoreVersion

if TYPE_CHECKING:
    import pyarrow as pa

IN_MEMORY = ":memory:"
_READING, _WRITING = (256, 32), (768, 96)  # megabytes of memory at least, and for each core
_SHARED = 128  # megabytes at least for each of several processes
_LOGGED = 512
"""Megabytes of what was written that may stand in DuckDB's log before it is brought into the file.
Nothing is written but copies that nobody else sees before they are whole, so there is nothing to
gain from doing that often, and each time takes longer the more there is already."""

_SELDOM_BROUGHT_IN = f"SET checkpoint_threshold = '{_LOGGED}MB'"


class Engine:
    """A connection to one database, a file or (None) in memory."""

    def __init__(self, db: duckdb.DuckDBPyConnection, name: str) -> None:
        self._db = db
        self._name = name  # what messages call it

    @classmethod
    def memory(cls) -> Self:
        """An empty store in memory."""
        engine = cls(_attach(None, read_only=False), IN_MEMORY)
        engine.run(schema.create())
        return engine

    @classmethod
    def made(cls, path: Path) -> Self:
        """An empty store in a new file, open for writing."""
        engine = cls(_attach(path, read_only=False), str(path))
        engine.run(schema.create())
        return engine

    @classmethod
    def reading(cls, path: Path, processes: int = 1) -> Self:
        """A store's file, which is not written to, one of so many processes at work at the
        same time. Raises StoreInvalid and StoreLocked."""
        _check_head(path)
        try:
            return cls(_attach(path, read_only=True, processes=processes), str(path))
        except duckdb.Error as error:
            _explain(error, path)

    @classmethod
    def writing(cls, path: Path, name: str, processes: int = 1) -> Self:
        """A file nobody else uses, open for writing, by one of so many processes at work at the
        same time; messages call it `name`."""
        engine = cls(_attach(path, read_only=False, processes=processes), name)
        engine.run(_SELDOM_BROUGHT_IN)
        return engine

    def version(self) -> int:
        """The version of its schema. Raises StoreInvalid for what is not a claims store."""
        try:
            meta = dict(self._db.execute("SELECT name, value FROM meta").fetchall())
        except (duckdb.CatalogException, duckdb.BinderException):
            meta = {}
        except duckdb.Error as error:
            if _CUT_SHORT in str(error):
                raise _cut_short(self._name) from error
            raise
        if meta.get("application") != schema.APPLICATION:
            raise StoreInvalid(
                "it is a DuckDB database, but not a claims store",
                where=self._name,
                mend="Name another file with --db",
            )
        found = str(meta.get("schema_version"))
        if not found.isdigit():
            raise StoreVersion(f"its schema has version {found}", where=self._name)
        return int(found)

    def run(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Runs one statement, the values in the place of its question marks, and fetches all it
        gives. Raises StoreError with the SQL."""
        try:
            return self._db.execute(sql, values or None).fetchall()
        except duckdb.Error as error:
            self._fail(sql, error)

    def columns(self, sql: str, *values: object) -> list[list[Any]]:
        """What a SELECT gives, column by column: of many rows that is much quicker to fetch."""
        try:
            table = self._db.sql(sql, params=list(values) or None).to_arrow_table()
        except duckdb.Error as error:
            self._fail(sql, error)
        return [column.to_pylist() for column in table.columns]

    def _fail(self, sql: str, error: duckdb.Error) -> NoReturn:
        if _CUT_SHORT in str(error):
            raise _cut_short(self._name) from error
        start = sql if len(sql) < 200 else f"{sql[:200]}…"
        raise StoreError(f"{_first_line(error)} (in: {start})", where=self._name) from error

    def number(self, sql: str) -> int:
        """The one number that a statement gives."""
        return int(self.run(sql)[0][0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run within, or nothing of it."""
        self.run("BEGIN")
        try:
            yield
        except BaseException:
            self.run("ROLLBACK")
            raise
        self.run("COMMIT")

    @contextmanager
    def registered(self, **tables: pa.Table) -> Iterator[None]:
        """Arrow tables as tables of these names."""
        for name, table in tables.items():
            self._db.register(name, table)
        try:
            yield
        finally:
            for name in tables:
                self._db.unregister(name)

    @contextmanager
    def beside_it(self, path: Path, name: str) -> Iterator[None]:
        """A new store's empty file, attached under a name to be filled from this one; written
        whole at the end."""
        self.run(f"SET memory_limit = '{_memory(read_only=False)}MB'")
        self.run(_SELDOM_BROUGHT_IN)
        attached = schema.attach(str(path), read_only=False, name=name)
        for sql in (attached, *schema.tables_in(name)):
            self.run(sql)
        try:
            yield
            self.run(f"FORCE CHECKPOINT {name}")
        finally:
            self.run(f"DETACH {name}")

    def beside(self) -> Engine:
        """A second connection to the same database, for another thread."""
        db = self._db.cursor()
        db.execute(f"USE {schema.CATALOG}")
        return Engine(db, self._name)

    def settle(self) -> None:
        """Brings all that was written into the file itself."""
        self.run(f"FORCE CHECKPOINT {schema.CATALOG}")

    def close(self) -> None:
        """Lets go of the file. Closing twice does no harm."""
        self._db.close()


def _attach(path: Path | None, *, read_only: bool, processes: int = 1) -> duckdb.DuckDBPyConnection:
    db = duckdb.connect(config={"temp_directory": str(Path(tempfile.gettempdir()) / "factcheck")})
    try:
        memory = _memory(read_only=read_only)
        if processes > 1:
            memory = max(memory // processes, _SHARED)
            db.execute(f"SET threads = {max((os.cpu_count() or 1) // processes, 1)}")
        db.execute(f"SET memory_limit = '{memory}MB'")
        db.execute("SET enable_progress_bar = false")  # it would go into the command's output
        db.execute(schema.attach(str(path) if path else IN_MEMORY, read_only=read_only))
        db.execute(f"USE {schema.CATALOG}")
    except BaseException:
        db.close()
        raise
    return db


def _memory(*, read_only: bool) -> int:
    """Megabytes that DuckDB may hold; what is sorted beyond them goes by way of a file. Without
    a limit it keeps of the store whatever it has read, up to most of the machine."""
    least, a_thread = _READING if read_only else _WRITING
    return max(least, a_thread * (os.cpu_count() or 1))


_MAGIC, _MAGIC_AT = b"DUCK", 8  # what a DuckDB file has in its first bytes, and where
_CUT_SHORT = "Could not read enough bytes"


def _check_head(path: Path) -> None:
    """Raises StoreInvalid for what is no database: DuckDB takes a text or a table that it can
    read for one, and opens an empty database in memory."""
    if path.is_dir():
        raise StoreInvalid(
            "it is a folder, not a store", where=str(path), mend="Name a file with --db"
        )
    try:
        with path.open("rb") as file:
            head = file.read(_MAGIC_AT + len(_MAGIC))
    except OSError:
        return  # DuckDB tells why
    if head[_MAGIC_AT:] != _MAGIC:
        raise _no_database(str(path))


def _no_database(where: str) -> StoreInvalid:
    mend = "Name another file with --db; this one was not touched"
    return StoreInvalid("it is not a DuckDB database", where=where, mend=mend)


def _cut_short(where: str) -> StoreInvalid:
    mend = "Copy it again, or take it from a backup"
    return StoreInvalid("it is a store of which the end is missing", where=where, mend=mend)


def _explain(error: duckdb.Error, path: Path) -> NoReturn:
    """Raises what DuckDB's error on opening means."""
    text, where = _first_line(error), str(path)
    holder = re.search(r"\(PID (\d+)\)", text)
    if isinstance(error, duckdb.IOException) and "lock on file" in text:
        who = f"process {holder[1]}" if holder else "another process"
        raise StoreLocked(
            f"{who} has the file open for writing",
            where=where,
            mend="Wait until it is done, or end it",
        ) from error
    if "not a valid DuckDB" in text:
        raise _no_database(where) from error
    if _CUT_SHORT in text:
        raise _cut_short(where) from error
    if "version number" in text:
        mend = "Use the version of DuckDB that made it"
        raise StoreVersion(text, where=where, mend=mend) from error
    if "Permission denied" in text:
        mend = "Ask for the right to read it, or copy it to where you may"
        raise StoreError("it can't be read", where=where, mend=mend) from error
    raise StoreInvalid(f"it can't be opened ({text})", where=where) from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
