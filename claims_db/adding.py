"""Documents with their claims → the store: in batches, each whole or not at all.

A batch is prepared a piece at a time, as columns, so that no more claims than a piece's are held
as objects. While one batch is prepared, the one before is written by a thread of its own.
"""

from __future__ import annotations

import gc
import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from claims_db import blocking, columns, linking, recalling, regrouping, rows, schema, selecting
from claims_db.engine import Engine
from claims_db.event_ids import stem
from claims_db.events import Ledger, in_turn
from claims_db.profiles import profile_of
from claims_db.records import Claim, Document, Event
from claims_db.seen_keys import SeenKeys
from claims_db.stories import Stories

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_CLAIMS = 125_000  # DuckDB writes whole groups of 122,880 rows at less than half the cost
FIRST_CLAIMS = 30_000  # in the first batch, twice as many in the next: writing starts soon
BATCH_DOCUMENTS = 25_000
BATCH_BYTES = 192 << 20  # of both, as columns: long documents make smaller batches
PIECE_CLAIMS = 30_000
PIECE_DOCUMENTS = 3_000
PIECE_CHARACTERS = 24 << 20
EVENTS_AT_HAND = 50_000  # from which it is asked whether all are still needed
PUBLISH_AFTER = 30.0  # seconds after which a long ingest shows readers what it has added
PUBLISH_SHARE = 20.0  # and at least so many times as long as showing it took

Piece = list[tuple[Document, Sequence[Claim]]]
Origins = Callable[[Document], str | None]


@dataclass(frozen=True, slots=True)
class IngestCount:
    """What an ingest added, and the documents it left out because they are on record already;
    `changed` are those of them whose id is on record with another text."""

    documents: int
    claims: int
    duplicates: int
    changed: int = 0


class Target(Protocol):
    """The store that is added to."""

    def reading(self) -> Engine:
        """Its database, to look something up."""

    def writable(self) -> Engine:
        """Its database, to write in."""

    def publish(self) -> None:
        """Shows others what was added so far."""


@dataclass(slots=True)
class Adding:
    """How documents are added: `bundled` marks those the package ships, `origins` names the
    source a document rests on; those that came `as_texts` are linked to events as wholes."""

    bundled: bool
    origins: Origins | None
    as_texts: bool = False

    def run(self, items: Iterable[tuple[Document, Sequence[Claim]]], store: Target) -> IngestCount:
        """Adds what is not on record yet; returns what was added and what was left out."""
        ledger = Ledger(stories=Stories(linking.shipped()) if self.as_texts else None)
        ledger.rename(regrouping.merged(store.reading()))
        near = _Near(store.reading(), ledger)
        total, clock = IngestCount(0, 0, 0), _Clock()
        numbers, seen = itertools.count(near.first), _Known(near.first)
        with _uncollected(), _Writer() as writer:
            load, most = _Load(), FIRST_CLAIMS
            for piece in _pieces(items):
                fresh, changed = seen.fresh(store.reading(), piece, writer.known | load.known)
                total = IngestCount(
                    documents=total.documents + len(fresh),
                    claims=total.claims + sum(len(one.claims) for one in fresh),
                    duplicates=total.duplicates + len(piece) - len(fresh),
                    changed=total.changed + changed,
                )
                if not fresh:
                    continue
                db = store.writable()
                near.load(db, fresh)
                self._settle(fresh, ledger, numbers)
                load.add(fresh, ledger.changed())
                del fresh, piece
                if not load.is_full(most):
                    continue
                writer.add(db.beside(), load)
                load, most = _Load(), min(2 * most, BATCH_CLAIMS)
                if near.is_time():
                    writer.wait()
                    near.forget()
                if clock.is_time():
                    writer.wait()
                    store.publish()
                    clock.restart()
            if load.known:
                db = store.writable().beside()
                writer.add(db, load)
        return total

    def _settle(
        self, fresh: Sequence[columns.Stored], ledger: Ledger, numbers: Iterator[int]
    ) -> None:
        """Gives each document its number, and its claims their events."""
        whole = self.as_texts
        profiles = [profile_of(one.document, one.claims) for one in fresh] if whole else ()
        texts = ledger.texts([one.claims for one in fresh], profiles)
        for at in in_turn([one.seen for one in fresh], profiles):
            one, text = fresh[at], texts[at] if texts else None
            one.events = ledger.belonging(one.claims, one.seen, text).claims
        for one in fresh:
            one.number = next(numbers)
            one.bundled = self.bundled
            one.origin = self.origins(one.document) if self.origins else None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles among objects at any time, which goes through a million
    claims again and again; it is searched once after each piece instead."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Known:
    """Which documents are on record. `first` is the number of the first that is added now."""

    def __init__(self, first: int) -> None:
        self._is_new = first == 1  # a store with nothing in it but what is added now
        self._added = SeenKeys()

    def fresh(
        self, db: Engine, piece: Piece, adding: Mapping[str, str]
    ) -> tuple[list[columns.Stored], int]:
        """The documents of the piece that are neither on record nor being added, and how many of
        the others have the id of one that is, with other content. `adding`: contents by key."""
        made = [columns.Stored(document, claims) for document, claims in piece]
        known = dict(adding)
        keys = {key for one in made for key in (one.key, one.content)}
        if self._is_new:  # to look through all documents once more for each piece is dear
            keys = {key for key in keys if self._added.may_have(key)}
        if keys:
            with db.registered(wanted=columns.keys_table(keys)):
                known |= dict(db.run(schema.KNOWN_DOCUMENTS))
        held = set(known.values())
        fresh: list[columns.Stored] = []
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
            if self._is_new:
                self._added.add(one.key)
                self._added.add(one.content)
        return fresh, changed


class _Near:
    """Keeps in the ledger the events that documents may belong to, or whose ids they would take:
    those of the months, of 32 days, that documents tell of. The others are on record."""

    def __init__(self, db: Engine, ledger: Ledger) -> None:
        self.first = db.number("SELECT coalesce(max(no), 0) + 1 FROM documents")
        self._ledger = ledger
        self._found = db.number("SELECT count(*) FROM events") > 0  # some were on record before
        self._let_go: SeenKeys | None = None  # ids and stems of those that are on record alone
        self._months: dict[int, int] = {}  # in which batch each was last told of
        self._batch = 0
        self._most = EVENTS_AT_HAND

    def load(self, db: Engine, fresh: Sequence[columns.Stored]) -> None:
        """Takes in what is on record near the documents."""
        seen = {id(found): found for one in fresh for found in one.seen if found is not None}
        days = {day for found in seen.values() for day in (found.first, found.last)}
        told = {(day.toordinal() >> 5) + step for day in days for step in (-1, 0, 1)}
        near = told - self._months.keys()
        self._months.update(dict.fromkeys(told, self._batch))
        if not self._found and self._let_go is None:
            return
        ledger = self._ledger
        names = set(map(stem, seen.values()))
        names.update(ledger.standing(c.event) for one in fresh for c in one.claims if c.event)
        if not self._found and self._let_go is not None:
            names = {name for name in names if self._let_go.may_have(name)}
        spans = [(blocking.day(month << 5), blocking.day((month << 5) + 31)) for month in near]
        if ledger.stories is not None and near:
            names |= recalling.recall(db, ledger.stories, spans, self.first)
        if not names and not spans:
            return
        with db.registered(wanted=columns.keys_table(names)):
            ledger.add(map(rows.event_of, db.run(selecting.known_events("wanted", spans))))

    def is_time(self) -> bool:
        """A batch more is prepared; whether there are so many events that some should go."""
        self._batch += 1
        return len(self._ledger) > self._most

    def forget(self) -> None:
        """Lets the events go that the last two batches told of no month of, once all is on
        record. Documents that come in no order of time need most of them again: those stay."""
        self._months = {month: n for month, n in self._months.items() if n >= self._batch - 2}
        gone = self._ledger.forget(self._months)
        self._most = max(EVENTS_AT_HAND, 2 * len(self._ledger))
        if not gone:
            return
        if self._let_go is None:
            self._let_go = SeenKeys()
        for key in gone:
            self._let_go.add(key)
            self._let_go.add(columns.event_stem(key))


def _pieces(items: Iterable[tuple[Document, Sequence[Claim]]]) -> Iterator[Piece]:
    piece: Piece = []
    size, length, most = 0, 0, min(PIECE_DOCUMENTS, BATCH_DOCUMENTS)
    for document, claims in items:
        piece.append((document, claims))
        size += len(claims)
        length += len(document.text)
        if size >= PIECE_CLAIMS or length >= PIECE_CHARACTERS or len(piece) >= most:
            yield piece
            piece, size, length = [], 0, 0
            gc.collect(0)  # what was made of the piece is gone, so that little is left to search
    if piece:
        yield piece


class _Load:
    """A batch, as far as it is prepared: tables of pieces, and the documents in them by key."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self._documents: list[pa.Table] = []
        self._claims: list[pa.Table] = []
        self._events: dict[str, Event] = {}

    def is_full(self, most: int) -> bool:
        """Whether it is worth writing, with so many claims at most."""
        claims = sum(table.num_rows for table in self._claims)
        if claims >= most or len(self.known) >= BATCH_DOCUMENTS:
            return True
        held: int = sum(one.nbytes for one in (*self._documents, *self._claims))
        return held >= BATCH_BYTES

    def add(self, stored: Sequence[columns.Stored], events: Iterable[Event]) -> None:
        """Takes in documents that have their events, and the events they changed."""
        self.known |= {one.key: one.content for one in stored}
        self._documents.append(columns.documents_table(stored))
        self._claims.append(columns.claims_table(stored))
        self._events |= {event.id: event for event in events}

    def tables(self) -> dict[str, pa.Table]:
        """All that is to be written, by the table it goes to."""
        import pyarrow as pa

        return {
            "documents": pa.concat_tables(self._documents),
            "claims": pa.concat_tables(self._claims),
            "events": columns.events_table(list(self._events.values())),
        }


class _Writer:
    """Adds batches one after the other in a thread of its own, while the next one is prepared."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}  # what may not be on record yet
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

    def add(self, db: Engine, load: _Load) -> None:
        """Begins to add a batch, whole or not at all, once the one before is on record, by a
        connection that is closed after it."""
        self.wait()
        self.known = load.known
        self._pending = self._thread.submit(_add, db, load.tables())


def _add(db: Engine, tables: Mapping[str, pa.Table]) -> None:
    named = {f"new_{name}": table for name, table in tables.items()}
    try:
        with db.registered(**named), db.transaction():
            is_first = db.number("SELECT count(*) FROM claims") == 0
            db.run("DELETE FROM events WHERE id IN (SELECT id FROM new_events)")
            for name in tables:
                db.run(schema.insert(name, f"new_{name}"))
            if is_first:  # nothing lies before it that it could be out of order with
                db.run(schema.set_meta("ordered", str(tables["claims"].num_rows)))
    finally:
        db.close()


class _Clock:
    """Tells when a long ingest should show what it has."""

    def __init__(self) -> None:
        self._since = self._from = time.monotonic()
        self._wait = PUBLISH_AFTER

    def is_time(self) -> bool:
        """Whether to publish now."""
        self._from = time.monotonic()
        return self._from - self._since > self._wait

    def restart(self) -> None:
        """Publishing, which `is_time` began, is done."""
        self._since = time.monotonic()
        self._wait = max(PUBLISH_AFTER, PUBLISH_SHARE * (self._since - self._from))
