"""Pass 2: the batches in order of publication → the store that the articles are judged by; and
what they tell without it.

The store starts from a copy of the one that was named, and becomes whole at once. It is made by one
process, which gives its memory back as it ends; meanwhile the others look inside documents.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claims_db.store import Store
from factcheck import seed
from factcheck.audit import arranging, inside
from factcheck.audit.crew import Told
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.parts import Item
from factcheck.default_store import Warn, open_store

_TELLING = 200  # documents between two tellings
_BESIDE = 2  # processes that what the database may hold is shared by: the others hold little


def keep_priors(folder: Folder, db: str | None, warn: Warn) -> None:
    """Copies the store that is named, or the user's own, as it is now."""
    kept = folder.work / "priors.duckdb"
    if kept.exists():
        return
    with folder.whole(kept) as partial, open_store(db, write=False, warn=warn) as store:
        if store.path is not None:
            shutil.copyfile(store.path, partial)
        else:
            with Store(partial, create=True) as made:
                made.ingest(seed.seed_documents(), bundled=True)


@dataclass(frozen=True, slots=True)
class Recording:
    """The job: the folder, and how many processes share the work."""

    folder: Path
    workers: int


def prepare(job: Recording, numbers: Iterator[int], tell: Callable[[Told], None]) -> None:
    """What comes before judging, as far as it is missing: the store first, then what is found
    inside the documents of each batch."""
    folder = Folder(job.folder)
    there = set(folder.parts(inside.INSIDE))
    for number in numbers:
        if number == 0:
            record(folder, job.workers, tell)
        elif number - 1 not in there:
            items = arranging.batch(folder, number - 1)
            if not items:
                return
            inside.look(folder, number - 1, items)


def record(folder: Folder, workers: int, tell: Callable[[Told], None]) -> None:
    """Makes the store, unless it is there."""
    target = folder.path / RECORD
    if target.exists():
        return
    with folder.whole(target) as partial:
        shutil.copyfile(folder.work / "priors.duckdb", partial)
        with Store(partial, processes=min(workers, _BESIDE)) as store:
            # Batches of documents ask about their days, which lie together as they came.
            store.ingest(_telling(_items(folder), tell), fold=False)


def _items(folder: Folder) -> Iterator[Item]:
    for number in itertools.count():
        items = arranging.batch(folder, number)
        if not items:
            return
        yield from items


def _telling(items: Iterator[Item], tell: Callable[[Told], None]) -> Iterator[Item]:
    number = claims = 0
    for number, item in enumerate(items, 1):
        yield item
        claims += len(item[1])
        if number % _TELLING == 0:
            tell(Told(documents=_TELLING, claims=claims, passed=number))
            claims = 0
    tell(Told(documents=number % _TELLING, claims=claims, passed=number))
