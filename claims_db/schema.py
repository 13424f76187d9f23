"""The store's tables, and pure functions that return its SQL; `store` is where SQL runs.

Claims carry, beside every field of the record, the columns they are looked up by:
`country region district city place` are 64-bit keys of the place of the happening and of what it
lies in (so that "within" is an equality, and zone maps of numbers prune where those of strings
with one common prefix can't); `from_day to_day` is the event window, or the days before the
as-of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims_db.records import Place

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
TABLES = {
    "meta": META,
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "events": EVENTS,
    "retractions": RETRACTIONS,
}
# Claims of one place, kind and day lie together; each batch is sorted by this on its way in.
PHYSICAL_ORDER = "country, region, city, place, from_day, kind, document, position"
_ORDERS = {"documents": "no", "claims": PHYSICAL_ORDER, "events": "from_day, id"}
REPORT = "d.key, d.outlet, d.published, d.url, d.title, d.bundled, r.document IS NOT NULL, d.origin"


@dataclass(frozen=True, slots=True)
class PlaceKeys:
    """A place as claims are looked up by: its own key; the column and the key that it and all
    within it carry (`place` and its own for one without insides); the keys of what it lies in;
    its country's, which claims are ordered by first."""

    own: int
    level: str
    level_key: int
    around: tuple[int, ...]
    country: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Where and when a prior must be from to be a claim's candidate; None asks nothing.
    `home`, a day, only ranks. Claims of one article mostly share their block."""

    place: PlaceKeys | None
    first: date | None
    last: date | None
    home: date | None
    by_sentence: bool = False  # too little is asked: the sentences must be compared as well


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


def attach(path: str, *, read_only: bool) -> str:
    """SQL that attaches the file."""
    option = "READ_ONLY" if read_only else f"STORAGE_VERSION {literal(STORAGE)}"
    return f"ATTACH {literal(path)} AS {CATALOG} ({option})"


def create() -> str:
    """SQL that makes the tables of an empty store."""
    rows = {"application": APPLICATION, "schema_version": str(VERSION)}
    values = ", ".join(f"({literal(k)}, {literal(v)})" for k, v in rows.items())
    return ";".join(["BEGIN", *_tables(), f"INSERT INTO meta VALUES {values}", "COMMIT"])


def _tables(catalog: str = CATALOG) -> list[str]:
    return [
        f"CREATE TABLE {catalog}.{name} ({', '.join(f'{c} {t}' for c, t in columns.items())})"
        for name, columns in TABLES.items()
    ]


def fold(path: str) -> list[str]:
    """SQL that writes the whole store to a new file, each table in its physical order."""
    attached = f"ATTACH {literal(path)} AS folded (STORAGE_VERSION {literal(STORAGE)})"
    filled = []
    for name, columns in TABLES.items():
        order = f" ORDER BY {_ORDERS[name]}" if name in _ORDERS else ""
        listed = ", ".join(columns)
        filled.append(
            f"INSERT INTO folded.{name} ({listed}) SELECT {listed} FROM {CATALOG}.{name}{order}"
        )
    return [
        attached,
        *_tables("folded"),
        *filled,
        "DELETE FROM folded.meta WHERE name = 'ordered'",
        "INSERT INTO folded.meta SELECT 'ordered', count(*)::VARCHAR FROM folded.claims",
        "DETACH folded",
    ]


def insert(table: str, source: str, *, ordered: bool = True) -> str:
    """SQL that moves all rows of a registered batch into the table, in physical order."""
    columns = ", ".join(TABLES[table])
    order = f" ORDER BY {PHYSICAL_ORDER}" if table == "claims" and ordered else ""
    return f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {source}{order}"


def within(place: PlaceKeys, table: str = "c") -> str:
    """A condition: the row's place is `place` or lies in it."""
    return f"{table}.{place.level} = {place.level_key}"


def names_place(place: Place) -> str:
    """A condition: the claim names the place, whether first or beside others."""
    field, text = ("id", place.id) if place.id else ("name", place.name)
    return f"list_contains(list_transform(c.places, lambda p: p.{field}), {literal(text)})"


def _about(place: PlaceKeys | None) -> list[str]:
    """Conditions that exclude each other: the row's place is `place` or lies in it, is around
    it, is unknown. Each stands in a branch of its own, where zone maps can prune by it: what is
    around is of the same country, or of none (a continent, a region across borders)."""
    if place is None:
        return ["TRUE"]
    own = within(place)
    if not place.around:
        return [own, "c.country IS NULL AND c.place IS NULL"]
    if place.country is not None and place.level != "country":
        own = f"c.country = {place.country} AND {own}"  # as rows lie by country first
    outer = f"c.place IN ({', '.join(map(str, place.around))})"
    if place.country is None:
        return [own, outer, "c.country IS NULL AND c.place IS NULL"]
    return [
        own,
        f"c.country = {place.country} AND {outer}",
        f"c.country IS NULL AND (c.place IS NULL OR {outer})",
    ]


def kinds_in(kinds: Iterable[str]) -> str:
    """A condition: the claim counts one of these kinds."""
    return f"c.kind IN ({', '.join(map(literal, sorted(kinds)))})"


def days(first: date | None, last: date | None, table: str = "c") -> list[str]:
    """Conditions: the row's window shares a day with these days, either of which may be open."""
    conditions = []
    if first is not None:
        conditions.append(f"{table}.to_day >= DATE '{first.isoformat()}'")
    if last is not None:
        conditions.append(f"{table}.from_day <= DATE '{last.isoformat()}'")
    return conditions


def candidates(blocks: Mapping[Block, Iterable[str]], limit: int) -> str:
    """SQL for the rows of claims in each block and of its kinds: (number of the block, row,
    kind, distance), best first within a block. Each way to meet a place is a branch of constant
    conditions, of at most `limit` rows. A branch costs a millisecond to plan, and several with
    all the columns: the claims themselves are fetched by `claims_at`."""
    order = "distance, as_of_at DESC NULLS LAST, document, position"
    branches = " UNION ALL ".join(
        f"(SELECT {number} AS block, c.rowid AS row_no, c.kind, {_distance(block)} AS distance, "
        "c.as_of_at, c.document, c.position FROM claims c "
        f"WHERE {' AND '.join([about, kinds_in(kinds), *days(block.first, block.last)])} "
        f"ORDER BY {order} LIMIT {limit})"
        for number, (block, kinds) in enumerate(blocks.items())
        for about in _about(block.place)
    )
    return f"SELECT block, row_no, kind, distance FROM ({branches}) ORDER BY block, {order}"


def _distance(block: Block) -> str:
    """Days between the windows, with a fortnight for another place."""
    terms = ["0"]
    if block.place is not None:
        terms.append(f"CASE WHEN c.place = {block.place.own} THEN 0 ELSE 14 END")
    if block.home is not None:
        home = f"DATE '{block.home.isoformat()}'"
        terms.append(f"coalesce(greatest(c.from_day - {home}, {home} - c.to_day, 0), 7)")
    return " + ".join(terms)


def claims_at() -> str:
    """SQL for the claims in listed rows: (row, document, claim). As a semi-join, which reads
    scattered rows alone; a list of constants scans."""
    return f"SELECT c.rowid, c.document, {_fields(RECORD)} FROM claims c {_IN_ROWS}"


def sentences_at() -> str:
    """SQL for (row, sentence) of the claims in listed rows."""
    return f"SELECT c.rowid, c.sentence FROM claims c {_IN_ROWS}"


def told_at() -> str:
    """SQL for (row, kind, document) of the claims in listed rows."""
    return f"SELECT c.rowid, c.kind, c.document FROM claims c {_IN_ROWS}"


def reports_at() -> str:
    """SQL for the reports of documents in listed rows: (document, report)."""
    return (
        f"SELECT d.no, {REPORT} FROM documents d {_WITHDRAWN} "
        "WHERE d.rowid IN (SELECT unnest(?::BIGINT[]))"
    )


def reports_of() -> str:
    """SQL for the reports with listed numbers: (document, report)."""
    return (
        f"SELECT d.no, {REPORT} FROM documents d {_WITHDRAWN} "
        "WHERE d.no IN (SELECT unnest(?::BIGINT[]))"
    )


def priors(conditions: Sequence[str]) -> str:
    """SQL for (claim, report) rows in the order of their as-of dates, else of publication."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"SELECT {_fields(RECORD)}, {REPORT} FROM claims c {_REPORTS} {where} "
        "ORDER BY coalesce(c.as_of_at, d.published_start) NULLS LAST, "
        "d.published_start NULLS LAST, c.document, c.position"
    )


def reports(event: str) -> str:
    """SQL for the reports that have a claim of the event, by publication."""
    return (
        f"SELECT {REPORT} FROM documents d {_WITHDRAWN} "
        f"WHERE d.no IN (SELECT document FROM claims WHERE event = {literal(event)}) "
        "ORDER BY d.published_start NULLS LAST, d.no"
    )


def events(conditions: Sequence[str]) -> str:
    """SQL for event rows with the number of their documents and claims, by window."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"SELECT {_fields(EVENTS, 'e')}, n.documents, n.claims FROM events e JOIN "
        "(SELECT event, count(DISTINCT document) AS documents, count(*) AS claims "
        f"FROM claims WHERE event IS NOT NULL GROUP BY event) n ON n.event = e.id {where} "
        "ORDER BY e.from_day NULLS LAST, e.id"
    )


def known_events(keys: str, spans: Iterable[tuple[date, date]]) -> str:
    """SQL for the event rows that meet one of the spans of days, or have one of the keys as
    their id, with or without a number behind it."""
    near = [" AND ".join(days(first, last, "e")) for first, last in sorted(spans)]
    named = [f"e.{column} IN (SELECT key FROM {keys})" for column in ("id", "stem")]
    return f"SELECT {_fields(EVENTS, 'e')} FROM events e WHERE {' OR '.join(near + named)}"


def figures(conditions: Sequence[str]) -> str:
    """SQL for (event, kind, least, most) of the events that meet the conditions: totals that
    stand, of reports that aren't withdrawn."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        "SELECT event, kind, min(coalesce(stated, low, high)), max(coalesce(stated, high, low)) "
        f"FROM claims WHERE event IN (SELECT e.id FROM events e {where}) AND role = 'current' "
        "AND of_group IS NULL AND part_of IS NULL AND per IS NULL AND change IS NULL "
        "AND document NOT IN (SELECT document FROM retractions) "
        "AND coalesce(stated, low, high) IS NOT NULL GROUP BY event, kind ORDER BY event, kind"
    )


_IN_ROWS = "WHERE c.rowid IN (SELECT unnest(?::BIGINT[]))"
_WITHDRAWN = "LEFT JOIN (SELECT DISTINCT document FROM retractions) r ON r.document = d.no"
_REPORTS = f"JOIN documents d ON d.no = c.document {_WITHDRAWN}"


def _fields(columns: Iterable[str], table: str = "c") -> str:
    return ", ".join(f"{table}.{column}" for column in columns)
