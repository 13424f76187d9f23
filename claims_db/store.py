"""The store of prior reports: what is on record, and what is asked of it.

One process writes, many read, at the same time: a writer works in a copy that takes the file's
place when it is whole (`writing`). What is added is added in whole documents. Nothing is changed
afterwards but a document's standing (`retract`), and that by adding to a history.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claims_db import (
    adding,
    contents,
    folding,
    lookup,
    moments,
    recalling,
    regrouping,
    rows,
    schema,
    selecting,
    writing,
)
from claims_db.adding import IngestCount
from claims_db.contents import Stats
from claims_db.engine import IN_MEMORY, Engine
from claims_db.errors import InputError, StoreError, StoreMissing, StoreVersion
from claims_db.profiles import Profile
from claims_db.records import Claim, Document, Event, Prior, Report

LIMIT = 200  # candidates a claim gets at most
_FOLD_LEAST = 100_000  # claims out of physical order that are not worth restoring it


class Store:
    """Prior claims with their reports and events.

    `path` is a file or ":memory:". With `create`, a file that isn't there is made. `read_only`
    writes nothing, not even beside the file. `processes` that are at work beside each other share
    the processors and the memory for the database. Others may read at any time, one process may
    write; they see what was added when the store is closed or `publish`ed, and every so often
    during a long ingest. Use it in one thread. Raises StoreMissing, StoreInvalid, StoreVersion,
    StoreLocked.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        create: bool = False,
        read_only: bool = False,
        processes: int = 1,
    ) -> None:
        self._path = None if str(path) == IN_MEMORY else Path(path)
        self.read_only = read_only and self._path is not None
        self._lock: writing.WriteLock | None = None
        self._room: Path | None = None  # the copy that is written in
        self._changed = False
        self._processes = processes
        if self._path is None:
            self._db = Engine.memory()
            return
        if not self._path.exists():
            if not create or read_only:
                mend = f"`factcheck ingest PATH… --db {self._path}` makes it"
                raise StoreMissing("there is no such store", where=str(path), mend=mend)
            _make(self._path)
        self._db = Engine.reading(self._path, processes)
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

    @property
    def path(self) -> Path | None:
        """The file it is kept in; None in memory."""
        return self._path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

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
        fresh = writing.fresh(self._path.resolve())
        folding.fold(self._db, fresh)
        self._db.close()
        fresh.replace(room)
        self._room, self._changed = room, True
        self._db = Engine.writing(room, str(self._path), self._processes)

    def writable(self) -> Engine:
        """The database for what follows to be written in: a copy of our own."""
        self._check_writable()
        if self._path is not None and self._room is None:
            self._db.close()
            self._room = writing.working_copy(self._path.resolve())
            self._db = Engine.writing(self._room, str(self._path), self._processes)
        self._changed = True
        return self._db

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(
                "it is opened read-only", where=str(self._path), mend="Open it for writing"
            )

    def _migrate(self, found: int) -> None:
        """Brings a store of an older schema up to date."""
        self.writable()
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
        as_texts: bool = False,
        fold: bool = True,
    ) -> IngestCount:
        """Adds documents with their claims; what is on record already, by id or by content, is
        left out. A claim's `event` is honoured where it has one, else found. `items` is read in
        batches, each added whole or not at all; `origins` names the source a document rests on.
        Documents that came `as_texts` are linked to events by their words too, which takes some
        tenths of a millisecond each. `fold`: whether the physical order is restored where it is
        time to; who asks about stretches of days alone is better off with rows as they came.
        """
        counted = adding.Adding(bundled, origins, as_texts).run(items, self)
        if fold and self.is_disordered(counted.claims):
            self.compact()
        return counted

    def is_disordered(self, added: int) -> bool:
        """Whether, with so many claims added just now, it is time to restore the order: once a
        third of all lies behind those that are in order."""
        if self._path is None or added <= _FOLD_LEAST:
            return False
        held = self._db.number("SELECT count(*) FROM claims")
        return 3 * (held - self._db.number(schema.ORDERED)) >= held

    def retract(self, *, url: str | None = None, document: str | None = None, why: str) -> int:
        """Marks the reports of that URL or id as withdrawn, from now on; returns how many were
        not withdrawn before. They stay, are shown as withdrawn, and each retraction is kept with
        its reason. Raises InputError where all of them were withdrawn already."""
        if url is None and document is None:
            return 0
        wanted = [
            f"{column} = {schema.literal(text)}"
            for column, text in (("url", url), ("key", document))
            if text is not None
        ]
        known = self._rows(
            "SELECT no, no IN (SELECT document FROM retractions) FROM documents "
            f"WHERE {' AND '.join(wanted)}"
        )
        found = [no for no, withdrawn in known if not withdrawn]
        if known and not found:
            raise InputError(
                "that report is withdrawn already",
                where=url or document or "",
                mend="Nothing is left to do; `factcheck timeline` shows it as withdrawn",
            )
        if found:
            at = datetime.now(UTC).replace(tzinfo=None).isoformat()
            values = ", ".join(f"({no}, {schema.literal(why)}, TIMESTAMP '{at}')" for no in found)
            self.writable()
            self._rows(f"INSERT INTO retractions VALUES {values}")
        return len(found)

    def event_id(self, event: str) -> str:
        """The id under which an event is on record: the one given, or that of the event it was
        merged into."""
        return regrouping.standing(self._db, event)

    def merge_events(self, event: str, into: str) -> int:
        """See `regrouping.merge`."""
        return regrouping.merge(self.writable(), event, into)

    def split_event(self, event: str, reports: Sequence[str]) -> str:
        """See `regrouping.split`."""
        return regrouping.split(self.writable(), event, reports)

    # --- asking ---

    def has(self, document: Document) -> bool:
        """Whether the document is on record, by its id or by its content."""
        key, content = schema.literal(document.key), schema.literal(document.content_key)
        sql = f"SELECT count(*) FROM documents WHERE key = {key} OR content = {content}"
        return self._db.number(sql) > 0

    def document(self, key: str) -> Document | None:
        """The document with that id, or that key for one without an id."""
        found = self._rows(
            "SELECT text, id, title, published, outlet, url FROM documents "
            f"WHERE key = {schema.literal(key)} LIMIT 1"
        )
        return Document(*found[0]) if found else None

    def profiles(self, keys: Collection[str]) -> dict[str, Profile]:
        """What the documents with these keys tell as wholes, by key; those without a text, and
        those that are not on record, are left out."""
        return recalling.profiles(self._db, keys) if keys else {}

    def sharing_names(
        self, document: Document, as_of: str | None, spans: Iterable[tuple[date, date]] = ()
    ) -> list[str]:
        """The keys of documents that came out in the weeks before the day, itself included, or
        after the `spans` of days that the document looks back on, and share the document's rare
        names; none where the day isn't known."""
        today = moments.parse_or_none(as_of)
        return recalling.sharing(self._db, document, today.last_day, spans) if today else []

    def reports_with_figures(self, keys: Collection[str]) -> dict[str, tuple[Profile, list[Prior]]]:
        """What the documents with these keys tell, as wholes and figure by figure, by key; those
        without a text, and those that are not on record, are left out."""
        return recalling.reports(self._db, keys) if keys else {}

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
        return contents.priors(
            self._db, event=event, kind=kind, place=place, since=since, until=until
        )

    def priors_of(self, events: Collection[str]) -> dict[str, list[Prior]]:
        """The priors of each of the events, all found at once, in the order of `priors`."""
        return contents.priors_of(self._db, events)

    def events(
        self,
        *,
        kind: str | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
        around: bool = False,
    ) -> list[Event]:
        """The events, by window, that have a claim of the kind, lie at or within the place (or
        have a claim that does) and meet these days; with their documents, claims and figures.
        `around`: those told of a place that `place` lies in, instead."""
        return contents.events(
            self._db, kind=kind, place=place, since=since, until=until, around=around
        )

    def reports(self, event: str) -> list[Report]:
        """The reports that have a claim of the event, by publication."""
        return [rows.report_of(row) for row in self._rows(selecting.reports(event))]

    def stats(self) -> Stats:
        """What the store holds."""
        return contents.stats(self._db, self._path)

    def reading(self) -> Engine:
        """The database, to look something up in."""
        return self._db

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._db.run(sql)


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
