"""The store's tables, and pure functions that return the SQL which makes and fills them;
`selecting` has what is asked of them, `engine` is where SQL runs.

Claims carry, beside every field of the record, the columns they are looked up by:
`country region district city place` are 64-bit keys of the place of the happening and of what it
lies in (so that "within" is an equality, and zone maps of numbers prune where those of strings
with one common prefix can't); `from_day to_day` is the event window, or the days before the
as-of date.
"""

from __future__ import annotations

VERSION = 1
APPLICATION = "factcheck claims"
STORAGE = "v1.5.0"
CATALOG = "store"  # the name the file is attached under

META = {"name": "VARCHAR", "value": "VARCHAR"}
DOCUMENTS = {
    "no": "BIGINT",
    "key": "VARCHAR",
    "id": "VARCHAR",
    "content": "VARCHAR",
    "title": "VARCHAR",
    "published": "VARCHAR",
    "published_start": "TIMESTAMP",
    "published_end": "TIMESTAMP",
    "outlet": "VARCHAR",
    "url": "VARCHAR",
    "text": "VARCHAR",
    "bundled": "BOOLEAN",
    "origin": "VARCHAR",
    "ingested_at": "TIMESTAMP",
}
PLACES = "STRUCT(name VARCHAR, id VARCHAR, country VARCHAR)[]"
RECORD = {  # the fields of a claim, in the order `rows` reads them
    "id": "VARCHAR",
    "kind": "VARCHAR",
    "subject": "VARCHAR",
    "of_group": "VARCHAR",
    "part_of": "VARCHAR",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "stated": "DOUBLE",
    "bound": "VARCHAR",
    "value_text": "VARCHAR",
    "unit": "VARCHAR",
    "per": "VARCHAR",
    "change": "VARCHAR",
    "places": PLACES,
    "when_start": "VARCHAR",
    "when_end": "VARCHAR",
    "when_precision": "VARCHAR",
    "when_text": "VARCHAR",
    "as_of": "VARCHAR",
    "source": "VARCHAR",
    "verb": "VARCHAR",
    "status": "VARCHAR",
    "event": "VARCHAR",
    "checkable": "BOOLEAN",
    "sentence": "VARCHAR",
    "offset_start": "BIGINT",
    "offset_end": "BIGINT",
    "line": "BIGINT",
    "column_no": "BIGINT",
    "role": "VARCHAR",
    "happening": "VARCHAR",
    "sentence_start": "BIGINT",
}
PLACE_KEYS = dict.fromkeys(("country", "region", "district", "city", "place"), "BIGINT")
DAYS = {"from_day": "DATE", "to_day": "DATE"}
CLAIMS = {
    "document": "BIGINT",
    "position": "INTEGER",
    **RECORD,
    **PLACE_KEYS,
    **DAYS,
    "as_of_at": "TIMESTAMP",
}
EVENTS = {
    "id": "VARCHAR",
    "stem": "VARCHAR",  # the id less its last number: finds "kyiv-2025-04-24-2"
    "place_name": "VARCHAR",
    "place_id": "VARCHAR",
    "place_country": "VARCHAR",
    "window_start": "VARCHAR",
    "window_end": "VARCHAR",
    "window_precision": "VARCHAR",
    "window_text": "VARCHAR",
    "happening": "VARCHAR",
    **PLACE_KEYS,
    **DAYS,
}
RETRACTIONS = {"document": "BIGINT", "why": "VARCHAR", "retracted_at": "TIMESTAMP"}
# Columns that are kept as they are: to read one date, a dictionary of thousands is unpacked.
PLAIN = frozenset({("documents", "published")})
TABLES = {
    "meta": META,
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "events": EVENTS,
    "retractions": RETRACTIONS,
}
# Claims of one place, kind and day lie together; each batch is sorted by this on its way in.
PHYSICAL_ORDER = "country, region, city, place, from_day, kind, document, position"
PARTED_BY = ("country", "region", "city", "place", "from_day")  # the first columns of it
_ORDERS = {"documents": "no", "claims": PHYSICAL_ORDER, "events": "from_day, id"}


def literal(text: str) -> str:
    """`text` as an SQL string; half surrogates become "?", as they do on the way in."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    return "'" + text.replace("'", "''") + "'"


# SQL that brings a store from a version to the next; run in a copy, one transaction in all.
MIGRATIONS: dict[int, tuple[str, ...]] = {}
# Ids of events that were merged into others are kept, as facts of the store, under this prefix.
MERGED = "merged:"
MERGED_IDS = f"SELECT name[{len(MERGED) + 1}:], value FROM meta WHERE starts_with(name, '{MERGED}')"
# How many claims, counted from the first row, lie in physical order.
ORDERED = "SELECT coalesce(max(CAST(value AS BIGINT)), 0) FROM meta WHERE name = 'ordered'"


def set_meta(name: str, value: str, catalog: str = CATALOG) -> str:
    """SQL that notes a fact of the store itself."""
    table = f"{catalog}.meta"
    return (
        f"DELETE FROM {table} WHERE name = {literal(name)}; "
        f"INSERT INTO {table} VALUES ({literal(name)}, {literal(value)})"
    )


# The documents on record among those whose key or content is listed in the table `wanted`.
KNOWN_DOCUMENTS = (
    "SELECT key, content FROM documents WHERE key IN (SELECT key FROM wanted) "
    "UNION SELECT key, content FROM documents WHERE content IN (SELECT key FROM wanted)"
)


def attach(path: str, *, read_only: bool, name: str = CATALOG) -> str:
    """SQL that attaches the file under a name."""
    option = "READ_ONLY" if read_only else f"STORAGE_VERSION {literal(STORAGE)}"
    return f"ATTACH {literal(path)} AS {name} ({option})"


def create() -> str:
    """SQL that makes the tables of an empty store."""
    rows = {"application": APPLICATION, "schema_version": str(VERSION)}
    values = ", ".join(f"({literal(k)}, {literal(v)})" for k, v in rows.items())
    return ";".join(["BEGIN", *_tables(), f"INSERT INTO meta VALUES {values}", "COMMIT"])


def _tables(catalog: str = CATALOG) -> list[str]:
    found = []
    for name, columns in TABLES.items():
        defined = [
            f"{column} {kind}{_KEPT_PLAIN if (name, column) in PLAIN else ''}"
            for column, kind in columns.items()
        ]
        found.append(f"CREATE TABLE {catalog}.{name} ({', '.join(defined)})")
    return found


_KEPT_PLAIN = " USING COMPRESSION 'uncompressed'"


def tables_in(catalog: str) -> list[str]:
    """SQL that makes the empty tables in a file attached under that name."""
    return _tables(catalog)


def copied(table: str, catalog: str, condition: str) -> str:
    """SQL that copies the rows which meet a condition to an attached file, in physical order."""
    columns = ", ".join(TABLES[table])
    order = f" ORDER BY {_ORDERS[table]}" if table in _ORDERS else ""
    return (
        f"INSERT INTO {catalog}.{table} ({columns}) SELECT {columns} FROM {CATALOG}.{table} "
        f"WHERE {condition}{order}"
    )


def set_ordered(catalog: str) -> str:
    """SQL that notes that all claims of an attached file are in physical order."""
    return (
        f"DELETE FROM {catalog}.meta WHERE name = 'ordered'; "
        f"INSERT INTO {catalog}.meta SELECT 'ordered', count(*)::VARCHAR FROM {catalog}.claims"
    )


def insert(table: str, source: str) -> str:
    """SQL that moves all rows of a registered batch into the table, in physical order."""
    columns = ", ".join(TABLES[table])
    order = f" ORDER BY {PHYSICAL_ORDER}" if table == "claims" else ""
    return f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {source}{order}"
