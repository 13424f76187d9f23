"""Judged batches → those of their verdicts that were owed to a figure which is found wrong
itself, given anew without it.

Few documents are asked about. They are judged once more in the order of publication, by one
process, so that of whatever came before it is known by then how it stands. Nobody is accused here
who was not before: a new verdict is taken where it is no severer than the first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from claims_db.store import Store
from factcheck.audit import arranging, judging, parts
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.jobs import Concluding
from factcheck.audit.judging import JUDGED, Batch
from factcheck.audit.parts import Item
from factcheck.audit.tables import INTERNAL
from factcheck.audit.yardsticks import COLUMNS, MOVED, Yardsticks
from factcheck.results import ClaimResult, Severity

REJUDGED = "rejudged"
"""Parts that stand for the judged ones of their numbers."""
_DONE = "rejudged.done"
_KNOWN = ("document", "claim", "verdict", "severity")
_TOGETHER = 200  # documents that are looked up together at least: their claims are held as objects


def rejudge(job: Concluding) -> None:
    """Writes the batches of which a verdict changes, unless that is done."""
    folder = Folder(job.folder)
    done = folder.work / _DONE
    if done.exists():
        return
    yardsticks = Yardsticks(hindsight=job.hindsight)
    yardsticks.take(lambda: _tables(folder))
    if yardsticks:
        with Store(folder.path / RECORD, read_only=True) as store:
            again = _Again(job, folder, store, yardsticks)
            held: list[_Open] = []
            for number in folder.parts(JUDGED):
                table = parts.laid(folder.part(JUDGED, number), list(COLUMNS))
                moved = yardsticks.may_move(table)
                if moved:
                    held.append(_Open.read(folder, number, moved))
                    if sum(len(one.batch.items) for one in held) >= _TOGETHER:
                        again.settle(held)
                        held.clear()
            again.settle(held)
    with folder.whole(done) as partial:
        partial.touch()


def _tables(folder: Folder) -> Iterator[pa.Table]:
    for number in folder.parts(JUDGED):
        yield parts.laid(folder.part(JUDGED, number), list(COLUMNS))


@dataclass(frozen=True, slots=True)
class _Open:
    """Those documents of a batch that are judged once more, in their order."""

    number: int
    batch: Batch

    @classmethod
    def read(cls, folder: Folder, number: int, moved: Collection[str]) -> _Open:
        """The documents of these ids."""
        laid = arranging.tables(folder, number)
        assert laid is not None  # they were judged
        documents, claims = laid
        told = parts.documents_of(documents)
        places = pa.array([n for n, one in enumerate(told) if one.key in moved], pa.int64())
        wanted = claims.filter(pc.is_in(claims["document"], places)).combine_chunks()
        own = pc.index_in(wanted["document"], places).cast(pa.int64())
        wanted = wanted.set_column(wanted.column_names.index("document"), "document", own)
        return cls(number, Batch(parts.items(documents.take(places), wanted), wanted, {}))


class _Again:
    """Judges documents once more, one after the other."""

    def __init__(
        self, job: Concluding, folder: Folder, store: Store, yardsticks: Yardsticks
    ) -> None:
        self._job, self._folder, self._store = job, folder, store
        self._yardsticks = yardsticks

    def settle(self, held: Sequence[_Open]) -> None:
        """Writes the batches of these of which a verdict changes."""
        judged = self._judged([item for one in held for item in one.batch.items])
        for one in held:
            path = self._folder.part(JUDGED, one.number)
            known = parts.laid(path, _KNOWN)
            rows = _rows(known)
            verdicts, severities = (known[name].to_pylist() for name in ("verdict", "severity"))
            told: list[Sequence[ClaimResult]] = []
            taken: dict[int, int] = {}  # rows of before, with those that take their places
            first = 0  # row of the document's first claim in the new table
            for (document, _), results in zip(one.batch.items, judged, strict=False):
                told.append(results)
                start, first = first, first + len(results)
                for n, result in enumerate(results, start):
                    at = rows[document.key, result.claim.id]
                    if verdicts[at] not in MOVED or _accuses_more(result, severities[at]):
                        continue
                    taken[at] = n
                    self._yardsticks.settle(document.key, result)
            if not taken:
                continue
            table, before = judging.table_of(one.batch, told), parts.laid(path)
            new = table.num_rows
            chosen = [taken.get(at, new + at) for at in range(before.num_rows)]
            both = pa.concat_tables([table, before])
            parts.lay(self._folder, self._folder.part(REJUDGED, one.number), both.take(chosen))

    def _judged(self, items: Sequence[Item]) -> Iterator[Sequence[ClaimResult]]:
        """The results of each document, as it is asked for."""
        judge = judging.checked_without if self._job.thorough else judging.judged_without
        return judge(items, self._store, self._yardsticks.stands, hindsight=self._job.hindsight)


def _accuses_more(result: ClaimResult, severity: str) -> bool:
    """Whether a verdict is severer than the first, and warns of something."""
    return result.severity.rank > max(Severity(severity).rank, Severity.NOTICE.rank)


def _rows(table: pa.Table) -> dict[tuple[str, str], int]:
    """Where the claims of a part lie, by document and claim."""
    told = zip(*(table[name].to_pylist() for name in _KNOWN[:3]), strict=True)
    return {
        (key, claim): at for at, (key, claim, verdict) in enumerate(told) if verdict != INTERNAL
    }
