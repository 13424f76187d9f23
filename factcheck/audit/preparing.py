"""Pass 2: parts → what judging needs. One process puts the documents in order and records them;
meanwhile the others look inside documents, part by part, for which nothing else need be known.

The store starts from a copy of the one that was named, and becomes whole at once. It is made by one
process, which gives its memory back as it ends.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator

import pyarrow as pa

from claims_db.store import Store
from factcheck.audit import arranging, inside
from factcheck.audit.folder import READ_CLAIMS, RECORD, Folder
from factcheck.audit.jobs import Preparing, Tell, Told
from factcheck.audit.parts import Item
from factcheck.audit.priors import PRIORS

_TELLING = 200  # documents between two tellings
_BESIDE = 2  # processes that what the database may hold is shared by: the others hold little


def prepare(job: Preparing, numbers: Iterator[int], tell: Tell) -> None:
    """Makes what is missing: batches and store first, then what is found inside the documents of
    each part."""
    folder = Folder(job.folder)
    there, read = set(folder.parts(inside.INSIDE)), folder.parts(READ_CLAIMS)
    for number in numbers:
        if number == 0:
            arranging.arrange(folder, job.sizes)
            pa.default_memory_pool().release_unused()
            record(folder, job.processes, tell)
        elif number > len(read):
            return
        elif read[number - 1] not in there:
            inside.look(folder, read[number - 1])


def record(folder: Folder, processes: int, tell: Tell) -> None:
    """Makes the store, unless it is there."""
    target = folder.path / RECORD
    if target.exists():
        return
    with folder.whole(target) as partial:
        shutil.copyfile(folder.work / PRIORS, partial)
        with Store(partial, processes=min(processes, _BESIDE)) as store:
            # Batches of documents ask about their days, which lie together as they came.
            store.ingest(_telling(_items(folder), tell), fold=False)


def _items(folder: Folder) -> Iterator[Item]:
    for number in itertools.count():
        items = arranging.batch(folder, number)
        if not items:
            return
        yield from items


def _telling(items: Iterator[Item], tell: Tell) -> Iterator[Item]:
    number = claims = 0
    for number, item in enumerate(items, 1):
        yield item
        claims += len(item[1])
        if number % _TELLING == 0:
            tell(Told(documents=_TELLING, claims=claims, passed=number))
            claims = 0
    tell(Told(documents=number % _TELLING, claims=claims, passed=number))
