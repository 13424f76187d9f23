"""The store of prior reports: what is on record, and what is asked of it.

One process writes, many read, at the same time: a writer works in a copy that takes the file's
place when it is whole (`writing`). What is added is added in whole documents. Nothing is changed
afterwards but a document's standing (`retract`), and that by adding to a history.
"""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claims_db import blocking, gazetteer, kinds, lookup, rows, schema, writing
from claims_db.engine import IN_MEMORY, Engine
from claims_db.errors import StoreError, StoreMissing, StoreVersion
from claims_db.events import Ledger, stem
from claims_db.moments import parse
from claims_db.records import Claim, Document, Event, Place, Prior, Report

LIMIT = 200  # candidates a claim gets at most
_BATCH_CLAIMS = 125_000  # DuckDB writes whole groups of 122,880 rows at less than half the cost
_BATCH_DOCUMENTS = 25_000
_PUBLISH_AFTER = 30.0  # seconds after which a long ingest shows readers what it has added
_PUBLISH_SHARE = 20.0  # and at least so many times as long as showing it took
_FOLD_LEAST = 100_000  # claims out of physical order that are not worth restoring it


@dataclass(frozen=True, slots=True)
class IngestCount:
    """What an ingest added, and the documents it left out because they are on record already;
    `changed` are those of them whose id is on record with another text."""

    documents: int
    claims: int
    duplicates: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds. `first` and `last` are days of publication; `bytes` is 0 in memory."""

    documents: int
    claims: int
    events: int
    bundled: int
    retracted: int
    first: str | None
    last: str | None
    schema_version: int
    bytes: int
    kinds: dict[str, int] = field(default_factory=dict)
    outlets: dict[str, int] = field(default_factory=dict)


class Store:
    """Prior claims with their reports and events.

    `path` is a file or ":memory:". With `create`, a file that isn't there is made. `read_only`
    writes nothing, not even beside the file. Others may read at any time, one process may write;
    they see what was added when the store is closed or `publish`ed, and every so often during a
    long ingest. Use it in one thread. Raises StoreMissing, StoreInvalid, StoreVersion, StoreLocked.
    """

    def __init__(self, path: str | Path, *, create: bool = False, read_only: bool = False) -> None:
        self._path = None if str(path) == IN_MEMORY else Path(path)
        self.read_only = read_only and self._path is not None
        self._lock: writing.WriteLock | None = None
        self._room: Path | None = None  # the copy that is written in
        self._changed = False
        if self._path is None:
            self._db = Engine.memory()
            return
        if not self._path.exists():
            if not create or read_only:
                mend = f"`factcheck ingest PATH… --db {self._path}` makes it"
                raise StoreMissing("there is no such store", where=str(path), mend=mend)
            _make(self._path)
        self._db = Engine.reading(self._path)
        try:
            found = self._db.version()
            if found != schema.VERSION and (read_only or found not in schema.MIGRATIONS):
                raise _other_version(self._path, found)
            if not read_only:
                self._lock = writing.WriteLock(self._path.resolve())
            if found != schema.VERSION:
                self._migrate(found)
        except BaseException:
            self._changed = False
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """Where the store is; None in memory."""
        return self._path

    def close(self) -> None:
        """Shows others what was added and lets go of the file. Closing twice does no harm."""
        try:
            if self._room is not None and self._path is not None:
                if self._changed:
                    self._db.settle()
                self._db.close()
                if self._changed:
                    writing.publish(self._room, self._path.resolve())
                else:
                    writing.discard(self._path.resolve())
        finally:
            self._room, self._changed = None, False
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def publish(self) -> None:
        """Shows others what was added so far."""
        if self._room is not None and self._path is not None and self._changed:
            self._db.settle()
            writing.publish_copy(self._room, self._path.resolve())
            self._changed = False

    def compact(self) -> None:
        """Restores the physical order, by writing a new file: lookups are fast again, and the
        room of what was replaced is given back. Readers go on meanwhile."""
        if self._path is None:
            return
        self._check_writable()
        room = self._room or writing.discard(self._path.resolve())
        fresh = writing.beside(self._path.resolve(), "next")
        self._db.fold(fresh)
        self._db.close()
        fresh.replace(room)
        self._room, self._changed = room, True
        self._db = Engine.writing(room, str(self._path))

    def _write(self) -> None:
        """Makes sure that what follows is written to a copy of our own."""
        self._check_writable()
        if self._path is not None and self._room is None:
            self._db.close()
            self._room = writing.working_copy(self._path.resolve())
            self._db = Engine.writing(self._room, str(self._path))
        self._changed = True

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(
                "it is opened read-only", where=str(self._path), mend="Open it for writing"
            )

    def _migrate(self, found: int) -> None:
        """Brings a store of an older schema up to date."""
        self._write()
        with self._db.transaction():
            for version in range(found, schema.VERSION):
                for sql in schema.MIGRATIONS[version]:
                    self._db.run(sql)
            self._db.run(schema.set_meta("schema_version", str(schema.VERSION)))

    # --- adding ---

    def ingest(
        self,
        items: Iterable[tuple[Document, Sequence[Claim]]],
        *,
        bundled: bool = False,
        origins: Callable[[Document], str | None] | None = None,
    ) -> IngestCount:
        """Adds documents with their claims; what is on record already, by id or by content, is
        left out. A claim's `event` is honoured where it has one, else found. `items` is read in
        batches, each added whole or not at all; `origins` names the source a document rests on.
        """
        ledger, days = Ledger(), set[int]()
        total = IngestCount(0, 0, 0)
        clock = _Clock()
        numbers = itertools.count(self._db.number("SELECT coalesce(max(no), 0) + 1 FROM documents"))
        with _Writer() as writer:
            for batch in _batches(items):
                fresh, changed = self._fresh(batch, writer.last)
                total = IngestCount(
                    documents=total.documents + len(fresh),
                    claims=total.claims + sum(len(one.claims) for one in fresh),
                    duplicates=total.duplicates + len(batch) - len(fresh),
                    changed=total.changed + changed,
                )
                if not fresh:
                    continue
                self._write()
                self._load_events(fresh, ledger, days)
                for one in fresh:
                    one.number = next(numbers)
                    one.events = ledger.assign(one.claims, one.seen)
                    one.bundled = bundled
                    one.origin = origins(one.document) if origins else None
                ordered = not self._is_disordered(total.claims)  # else all will be put in order
                writer.add(self._db.beside(), fresh, ledger.changed(), ordered)
                if clock.is_time():
                    writer.wait()
                    self.publish()
                    clock.restart()
        if self._is_disordered(total.claims):
            self.compact()
        return total

    def _is_disordered(self, added: int) -> bool:
        """Whether, with so many claims added just now, it is time to restore the order: once a
        third of all lies behind those that are in order."""
        if self._path is None or added <= _FOLD_LEAST:
            return False
        held = self._db.number("SELECT count(*) FROM claims")
        return 3 * (held - self._db.number(schema.ORDERED)) >= held

    def retract(self, *, url: str | None = None, document: str | None = None, why: str) -> int:
        """Marks the reports of that URL or id as withdrawn, from now on; returns their number.
        They stay, are shown as withdrawn, and each retraction is kept with its reason."""
        if url is None and document is None:
            return 0
        wanted = [
            f"{column} = {schema.literal(text)}"
            for column, text in (("url", url), ("key", document))
            if text is not None
        ]
        found = self._rows(f"SELECT no FROM documents WHERE {' AND '.join(wanted)}")
        if found:
            at = datetime.now(UTC).replace(tzinfo=None).isoformat()
            values = ", ".join(
                f"({no}, {schema.literal(why)}, TIMESTAMP '{at}')" for (no,) in found
            )
            self._write()
            self._rows(f"INSERT INTO retractions VALUES {values}")
        return len(found)

    # --- asking ---

    def has(self, document: Document) -> bool:
        """Whether the document is on record, by its id or by its content."""
        key, content = schema.literal(document.key), schema.literal(rows.content_hash(document))
        sql = f"SELECT count(*) FROM documents WHERE key = {key} OR content = {content}"
        return self._db.number(sql) > 0

    def document(self, key: str) -> Document | None:
        """The document with that id, or that key for one without an id."""
        found = self._rows(
            "SELECT text, id, title, published, outlet, url FROM documents "
            f"WHERE key = {schema.literal(key)} LIMIT 1"
        )
        return Document(*found[0]) if found else None

    def candidates(self, claims: Sequence[Claim], *, limit: int = LIMIT) -> list[list[Prior]]:
        """For each claim the priors that may be the same fact, best first: of a kind that holds
        or is held by its kind, at a place that is, holds or lies in its place, with a window that
        meets its own give or take two days. Where either has no place the window decides, where
        the claim has no date the place. With neither place nor window, priors within a month of
        its as-of date whose sentence, but for its numbers, is much the same (see `blocking`).
        """
        return lookup.candidates(self._db, claims, limit)

    def candidates_in_bulk(
        self,
        claims: Sequence[Claim],
        *,
        limit: int = LIMIT,
        views: Sequence[lookup.View | None] | None = None,
    ) -> lookup.Found:
        """What `candidates` gives, for thousands of claims: one join, whose cost hardly grows
        with their number. For a few claims `candidates` is faster. `views`, one a claim, leave
        out what can't matter; without them all is taken."""
        return lookup.in_bulk(self._db, claims, limit, views or [None] * len(claims))

    def priors(
        self,
        *,
        event: str | None = None,
        kind: str | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Prior]:
        """The priors of an event, of a kind (by name or alias), at or within a place (by id or
        name), with a window that meets these days; in the order of their as-of dates, else of
        publication. Raises InputError for an unknown kind and for a date that is none."""
        conditions = _days(since, until, "c")
        if event is not None:
            conditions.append(f"c.event = {schema.literal(event)}")
        if kind is not None:
            conditions.append(schema.kinds_in([kinds.named(kind).name]))
        if place is not None:
            conditions.append(_at(place, "c"))
        return [_prior(row) for row in self._rows(schema.priors(conditions))]

    def events(
        self,
        *,
        kind: str | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Event]:
        """The events, by window, that have a claim of the kind, lie at or within the place and
        meet these days; with their documents, claims and figures."""
        conditions = _days(since, until, "e")
        if kind is not None:
            name = schema.literal(kinds.named(kind).name)
            conditions.append(f"e.id IN (SELECT event FROM claims WHERE kind = {name})")
        if place is not None:
            conditions.append(_at(place, "e"))
        found = self._rows(schema.events(conditions))
        figures: dict[str, dict[str, tuple[float, float]]] = {row[0]: {} for row in found}
        for key, name, least, most in self._rows(schema.figures(conditions)):
            figures[key][name] = (least, most)
        return [
            replace(rows.event_of(row), documents=row[-2], claims=row[-1], figures=figures[row[0]])
            for row in found
        ]

    def reports(self, event: str) -> list[Report]:
        """The reports that have a claim of the event, by publication."""
        return [rows.report_of(row) for row in self._rows(schema.reports(event))]

    def stats(self) -> Stats:
        """What the store holds."""
        (head,) = self._rows(
            "SELECT count(*), count(*) FILTER (bundled), min(published_start), "
            "max(published_start) FROM documents"
        )
        documents, bundled, first, last = head
        files = [self._path, Path(f"{self._path}.wal")] if self._path else []
        return Stats(
            documents=documents,
            claims=self._db.number("SELECT count(*) FROM claims"),
            events=self._db.number("SELECT count(*) FROM events"),
            bundled=bundled,
            retracted=self._db.number("SELECT count(DISTINCT document) FROM retractions"),
            first=first.date().isoformat() if first else None,
            last=last.date().isoformat() if last else None,
            schema_version=schema.VERSION,
            bytes=sum(file.stat().st_size for file in files if file.exists()),
            kinds=dict(
                self._rows("SELECT kind, count(*) AS n FROM claims GROUP BY 1 ORDER BY n DESC, 1")
            ),
            outlets=dict(
                self._rows(
                    "SELECT outlet, count(*) AS n FROM documents WHERE outlet IS NOT NULL "
                    "GROUP BY 1 ORDER BY n DESC, 1"
                )
            ),
        )

    # --- within ---

    def _fresh(self, batch: Batch, last: Iterable[rows.Stored]) -> tuple[list[rows.Stored], int]:
        """The documents of the batch that are neither on record nor among the `last`, which are
        being added, and how many of the others have the id of one that is, with other content."""
        made = [rows.Stored(document, claims) for document, claims in batch]
        known = {one.key: one.content for one in last}
        wanted = rows.keys_table({key for one in made for key in (one.key, one.content)})
        with self._db.registered(wanted=wanted):
            known |= dict(self._rows(schema.KNOWN_DOCUMENTS))
        held = set(known.values())
        fresh: list[rows.Stored] = []
        changed = 0
        for one in made:
            if one.content in held:
                continue
            if one.key in known:
                changed += 1
                continue
            known[one.key] = one.content
            held.add(one.content)
            fresh.append(one)
        return fresh, changed

    def _load_events(self, fresh: Sequence[rows.Stored], ledger: Ledger, months: set[int]) -> None:
        """Gives the ledger the events on record that claims of the documents may belong to, or
        whose ids they would take. `months`, of 32 days, are those it has already."""
        if not self._db.number("SELECT count(*) FROM events"):
            return
        seen = {id(found): found for one in fresh for found in one.seen if found is not None}
        names = set(map(stem, seen.values()))
        names.update(c.event for one in fresh for c in one.claims if c.event is not None)
        near = {
            day.toordinal() >> 5 for found in seen.values() for day in (found.first, found.last)
        }
        near = {month + step for month in near for step in (-1, 0, 1)} - months
        months |= near
        spans = [(blocking.day(month << 5), blocking.day((month << 5) + 31)) for month in near]
        with self._db.registered(wanted=rows.keys_table(names)):
            ledger.add(map(rows.event_of, self._rows(schema.known_events("wanted", spans))))

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._db.run(sql)


Batch = list[tuple[Document, Sequence[Claim]]]


class _Writer:
    """Adds batches one after the other in a thread of its own, while the next one is prepared."""

    def __init__(self) -> None:
        self.last: Sequence[rows.Stored] = ()  # what may not be on record yet
        self._thread = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._thread:
            self.wait()

    def wait(self) -> None:
        """Returns when all is on record; raises what went wrong."""
        if self._pending is not None:
            pending, self._pending = self._pending, None
            pending.result()

    def add(
        self, db: Engine, stored: Sequence[rows.Stored], events: Sequence[Event], ordered: bool
    ) -> None:
        """Begins to add a batch, whole or not at all, once the one before is on record, by a
        connection that is closed after it."""
        self.wait()
        self.last = stored
        self._pending = self._thread.submit(_add, db, stored, events, ordered)


def _add(db: Engine, stored: Sequence[rows.Stored], events: Sequence[Event], ordered: bool) -> None:
    tables = {
        "documents": rows.documents_table(stored),
        "claims": rows.claims_table(stored),
        "events": rows.events_table(events),
    }
    named = {f"new_{name}": table for name, table in tables.items()}
    try:
        with db.registered(**named), db.transaction():
            db.run("DELETE FROM events WHERE id IN (SELECT id FROM new_events)")
            for name in tables:
                db.run(schema.insert(name, f"new_{name}", ordered=ordered))
    finally:
        db.close()


# --- opening ---


def _make(path: Path) -> None:
    """Makes an empty store beside `path` and links it into place whole, unless one was first."""
    writing.check_folder(path)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".making-") as room:
            made = Path(room) / "new.duckdb"
            Engine.made(made).close()
            writing.place(made, path)
    except OSError as error:
        mend = "Name a file in a folder you can write to"
        raise StoreError(
            f"it can't be made ({error.strerror})", where=str(path), mend=mend
        ) from error


def _other_version(path: Path, found: int) -> StoreVersion:
    older = found in schema.MIGRATIONS
    return StoreVersion(
        f"its schema has version {found}, this program works with version {schema.VERSION}",
        where=str(path),
        mend=f"`factcheck compact --db {path}` brings it up to date"
        if older
        else "Ingest the documents into a new store, or use the version that made this one",
    )


class _Clock:
    """Tells when a long ingest should show what it has."""

    def __init__(self) -> None:
        self._since = self._from = time.monotonic()
        self._wait = _PUBLISH_AFTER

    def is_time(self) -> bool:
        """Whether to publish now."""
        self._from = time.monotonic()
        return self._from - self._since > self._wait

    def restart(self) -> None:
        """Publishing, which `is_time` began, is done."""
        self._since = time.monotonic()
        self._wait = max(_PUBLISH_AFTER, _PUBLISH_SHARE * (self._since - self._from))


# --- asking ---


def _prior(row: Sequence[Any]) -> Prior:
    width = len(schema.RECORD)
    return Prior(rows.claim_of(row[:width]), rows.report_of(row[width:]))


def _days(since: str | None, until: str | None, table: str) -> list[str]:
    first = parse(since).day if since else None
    last = parse(until).last_day if until else None
    return schema.days(first, last, table)


def _at(place: str, table: str) -> str:
    """A condition: at or within a place given by id, or by a name that may mean several."""
    if gazetteer.entry(place) is not None:
        found = [Place(place, place)]
    else:
        found = [Place(place), *(Place(e.name, e.id, e.country) for e in gazetteer.lookup(place))]
    either = " OR ".join(schema.within(rows.place_keys(meant), table) for meant in found)
    return f"({either})"


def _batches(items: Iterable[tuple[Document, Sequence[Claim]]]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for document, claims in items:
        batch.append((document, claims))
        size += len(claims)
        if size >= _BATCH_CLAIMS or len(batch) >= _BATCH_DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
