"""Pass 3: batches of documents in order of publication → their claims with verdicts, by several
processes.

What the record may hold on the claims of a few batches is looked up by one join: the more, the
less each costs. Most claims have no prior that may vouch for them, which is cheap to tell; of the
others' priors those are weighed that can have a say (`weighing`), so that each verdict is the one
that `check` gives before it lays whole texts beside each other (`judging.story`,
`judging.slips_apart`). A thorough audit does that too: it takes each document through `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from claims_db.lookup import Found
from claims_db.records import Claim, Document
from claims_db.store import Store
from factcheck import pipeline
from factcheck.audit import arranging, parts, tables
from factcheck.audit.crew import Told
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.weighing import Near, View
from factcheck.inside import internal
from factcheck.judging import one_text, same_story, verdict
from factcheck.results import ClaimResult

JUDGED = "judged"
_MOST = 5  # batches that are looked up together: their claims are held as objects


@dataclass(frozen=True, slots=True)
class Judging:
    """The job: the folder, whether later reports count too, whether whole texts are laid beside
    each other, and the batches (first, behind the last) that are looked up together."""

    folder: Path
    hindsight: bool
    thorough: bool
    shares: tuple[tuple[int, int], ...]


def shares(documents: int, workers: int) -> tuple[tuple[int, int], ...]:
    """All batches of so many documents: many together at first, few at the end, so that all
    processes are done at about the same time."""
    batches, first = -(-documents // arranging.SIZE), 0
    found: list[tuple[int, int]] = []
    while first < batches:
        size = min(max((batches - first) // (2 * workers), 1), _MOST)
        found.append((first, first + size))
        first += size
    return tuple(found)


def judge(job: Judging, numbers: Iterator[int], tell: Callable[[Told], None]) -> None:
    """Writes the batches of these shares that are missing; ends where the documents do."""
    folder = Folder(job.folder)
    there = set(folder.parts(JUDGED))
    with Store(folder.path / RECORD, read_only=True) as store:
        for number in numbers:
            if number >= len(job.shares):
                return
            wanted = [at for at in range(*job.shares[number]) if at not in there]
            batches = [arranging.batch(folder, at) for at in wanted]
            judge_all = checked if job.thorough else judged
            found = judge_all(batches, store, hindsight=job.hindsight)
            for at, items, table in zip(wanted, batches, found, strict=True):
                parts.write_table(folder, folder.part(JUDGED, at), table, passing=True)
                claims = sum(len(claims) for _, claims in items)
                tell(Told(len(items), claims, passed=at * arranging.SIZE + len(items)))


def checked(
    batches: Sequence[Sequence[parts.Item]], store: Store, *, hindsight: bool
) -> Iterator[pa.Table]:
    """`judged`, document by document, as `check` does."""
    for items in batches:
        table = tables.Rows()
        for document, claims in items:
            as_of = None if hindsight else document.published
            results = pipeline.judged(document, claims, store, as_of=as_of)
            _add(table, document, claims, results)
        yield table.table()


def judged(
    batches: Sequence[Sequence[parts.Item]], store: Store, *, hindsight: bool
) -> Iterator[pa.Table]:
    """Of each batch the claims of the documents, each with its verdict; findings inside documents
    below."""
    views = [
        [View(document, None if hindsight else document.published) for document, _ in items]
        for items in batches
    ]
    asked = [
        [
            (claim, view)
            for view, (_, claims) in zip(own, items, strict=True)
            for claim in claims
            if claim.checkable and verdict.has_record(claim)
        ]
        for own, items in zip(views, batches, strict=True)
    ]
    found = store.candidates_in_bulk(
        [claim for own in asked for claim, _ in own],
        views=[view for own in asked for _, view in own],
    )
    first = 0
    for items, own in zip(batches, asked, strict=True):
        near = [Near(claim, view, found.taken(first + n)) for n, (claim, view) in enumerate(own)]
        vouched = {first + n: told for n, told in enumerate(near) if told.is_vouched}
        first += len(own)
        yield _told(items, _results(items, vouched, found), store)


def _results(
    items: Sequence[parts.Item], vouched: dict[int, Near], found: Found
) -> list[Sequence[ClaimResult]]:
    """The results of each document; `vouched` are the claims that have something to be held
    against, by their numbers."""
    found.fetch(vouched)
    told = {id(near.claim): (number, near) for number, near in vouched.items()}
    results: list[Sequence[ClaimResult]] = []
    for document, claims in items:
        own_results: list[ClaimResult] = []
        for claim in claims:
            held = told.get(id(claim))
            if held is None:  # whatever else is there, none may vouch
                own_results.append(verdict.conclude(claim, document, (), frozenset()))
            else:
                number, near = held
                own_results.append(near.verdict(found.every(number)))
        results.append(one_text.together(document, own_results))
    return results


def _told(
    items: Sequence[parts.Item], results: Sequence[Sequence[ClaimResult]], store: Store
) -> pa.Table:
    """The rows of the documents, their results kept to the stories they tell."""
    documents = [document for document, _ in items]
    asked = [same_story.reports(*one) for one in zip(documents, results, strict=True)]
    profiles = store.profiles({key for keys in asked for key in keys})
    table = tables.Rows()
    for (document, claims), own in zip(items, results, strict=True):
        _add(table, document, claims, same_story.retained(document, own, profiles))
    return table.table()


def _add(
    table: tables.Rows,
    document: Document,
    claims: Sequence[Claim],
    results: Sequence[ClaimResult],
) -> None:
    for result in results:
        table.add_claim(document, result)
    for finding in internal.find(document, claims):
        table.add_internal(document, claims, finding)
