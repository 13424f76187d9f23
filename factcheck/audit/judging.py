"""Pass 3: batches of documents in order of publication → their claims with verdicts, by several
processes.

What the record may hold on the claims of a few batches is looked up by one join: the more, the
less each costs. Most claims have no prior that may vouch for them, which is cheap to tell; of the
others' priors those are weighed that can have a say (`weighing`), so that each verdict is the one
that `check` gives before it lays whole texts beside each other (`judging.story`,
`judging.slips_apart`). A thorough audit does that too: it takes each document through `check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import pyarrow as pa

from claims_db.store import Store
from factcheck import pipeline
from factcheck.audit import arranging, inside, looking_up, parts, tables
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.inside import Inside, Where
from factcheck.audit.jobs import Judging, Tell, Told
from factcheck.audit.looking_up import Held
from factcheck.audit.weighing import Near
from factcheck.judging import one_text, same_story, verdict, verdict_reasons
from factcheck.results import ClaimResult, Severity, Verdict

JUDGED = "judged"
"""Whether a claim may be held against a prior."""
_MOST = 5  # batches that are looked up together: their claims are held as objects


def shares(documents: int, size: int, processes: int) -> tuple[tuple[int, int], ...]:
    """All batches (the first, the one behind the last), of `size` each, of so many documents: many
    together at first, few at the end, so that all processes are done at about the same time."""
    batches, first = -(-documents // size), 0
    found: list[tuple[int, int]] = []
    while first < batches:
        together = min(max((batches - first) // (processes + 1), 1), _MOST)
        found.append((first, first + together))
        first += together
    return tuple(found)


def judge(job: Judging, numbers: Iterator[int], tell: Tell) -> None:
    """Writes the batches of these shares that are missing; ends where the documents do."""
    folder = Folder(job.folder)
    there, told = set(folder.parts(JUDGED)), inside.found(folder)
    together = shares(job.documents, job.size, job.processes)
    with Store(folder.path / RECORD, read_only=True, processes=job.processes) as store:
        for number in numbers:
            if number >= len(together):
                return
            wanted = [at for at in range(*together[number]) if at not in there]
            batches = [Batch.read(folder, at, told) for at in wanted]
            judge_all = checked if job.thorough else judged
            found = judge_all(batches, store, hindsight=job.hindsight)
            for at, batch, table in zip(wanted, batches, found, strict=True):
                parts.lay(folder, folder.part(JUDGED, at), table)
                documents = len(batch.items)
                passed = at * job.size + documents
                tell(Told(documents, batch.stored.num_rows, passed=passed))


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents with their claims, the claims as they are stored, one after the other, and what
    was found inside documents, by the places of these."""

    items: Sequence[parts.Item]
    stored: pa.Table
    inside: Mapping[int, Sequence[Inside]]

    @classmethod
    def read(cls, folder: Folder, number: int, told: Mapping[Where, Sequence[Inside]]) -> Self:
        """The batch of this number, which is there; what was `told` inside documents, of all."""
        laid = arranging.tables(folder, number)
        assert laid is not None
        places = arranging.read_at(laid[0])
        own = {at: told[where] for at, where in enumerate(places) if where in told}
        return cls(parts.items(*laid), laid[1], own)


def checked(batches: Sequence[Batch], store: Store, *, hindsight: bool) -> Iterator[pa.Table]:
    """`judged`, document by document, as `check` does."""
    for batch in batches:
        yield table_of(batch, list(checked_without(batch.items, store, None, hindsight=hindsight)))


def checked_without(
    items: Sequence[parts.Item], store: Store, stands: pipeline.Stands | None, *, hindsight: bool
) -> Iterator[Sequence[ClaimResult]]:
    """The results of each document, as `check` gives them, by the priors alone that stand."""
    for document, claims in items:
        day = document.published
        own = pipeline.judged(document, claims, store, as_of=day, stands=stands)
        if hindsight:
            later = pipeline.judged(document, claims, store, as_of=None, stands=stands)
            own = in_hindsight(own, later)
        yield own


def judged(batches: Sequence[Batch], store: Store, *, hindsight: bool) -> Iterator[pa.Table]:
    """Of each batch the claims of the documents, each with its verdict; findings inside documents
    below."""
    told = _judged(batches, store, hindsight=False)
    if not hindsight:
        yield from map(table_of, batches, told)
        return
    for batch, own, later in zip(
        batches, told, _judged(batches, store, hindsight=True), strict=True
    ):
        yield table_of(batch, list(map(_in_hindsight, batch.items, own, later)))


def _judged(
    batches: Sequence[Batch], store: Store, *, hindsight: bool
) -> Iterator[list[Sequence[ClaimResult] | None]]:
    """Of each batch the results of the documents; None for one that nothing was held against."""
    items = [item for batch in batches for item in batch.items]
    held = looking_up.looked_up(items, store, hindsight=hindsight)
    for batch in batches:
        vouched = {
            id(claim): (near, one)
            for _, claims in batch.items
            for claim in claims
            if (one := held.get(id(claim))) is not None
            and (near := Near(one.claim, one.view, one.taken)).is_vouched
        }
        yield _retained(batch.items, _results(batch.items, vouched), store)


def _in_hindsight(
    item: parts.Item, own: Sequence[ClaimResult] | None, later: Sequence[ClaimResult] | None
) -> Sequence[ClaimResult] | None:
    """`in_hindsight`, where nothing may have been held against the document on its day."""
    if later is None:
        return own
    document, claims = item
    nothing = [verdict.conclude(claim, document, (), frozenset()) for claim in claims]
    return in_hindsight(own or nothing, later)


def in_hindsight(
    own: Sequence[ClaimResult], later: Sequence[ClaimResult]
) -> tuple[ClaimResult, ...]:
    """How figures stand to all that was ever reported, by how they stood on their day and how they
    stand to all of it. What was wrong on its day is no better for what came later, and what took a
    figure back still did; a count that was right for its day and has been overtaken since is to be
    known, and nobody's fault."""
    told: list[ClaimResult] = []
    for then, now in zip(own, later, strict=True):
        least = Severity.OK if then.verdict is Verdict.CORRECTION else Severity.WARNING
        if then.severity.rank >= max(now.severity.rank, least.rank):
            told.append(then)
        elif now.verdict is Verdict.OUTDATED:
            told.append(replace(now, severity=Severity.INFO))
        else:
            told.append(now)
    return tuple(told)


def judged_without(
    items: Sequence[parts.Item], store: Store, stands: pipeline.Stands, *, hindsight: bool
) -> Iterator[Sequence[ClaimResult]]:
    """The results of each document by those priors alone that stand, which is asked as it is
    reached."""
    told = _judged_without(items, store, stands, hindsight=False)
    if not hindsight:
        return told
    return map(in_hindsight, told, _judged_without(items, store, stands, hindsight=True))


def _judged_without(
    items: Sequence[parts.Item], store: Store, stands: pipeline.Stands, *, hindsight: bool
) -> Iterator[Sequence[ClaimResult]]:
    held = looking_up.looked_up(items, store, hindsight=hindsight)
    looking_up.fetch(held.values())
    for document, claims in items:
        own: list[ClaimResult] = []
        for claim in claims:
            one = held.get(id(claim))
            near = None if one is None else _near(one, stands)
            if one is None or near is None:
                own.append(verdict.conclude(claim, document, (), frozenset()))
            else:
                own.append(near.verdict([prior for prior in one.every if stands(prior, one.claim)]))
        told = one_text.together(document, own)
        (kept,) = _retained([(document, claims)], [told], store)
        assert kept is not None  # there were results
        yield kept


def _near(held: Held, stands: pipeline.Stands) -> Near | None:
    """The claim beside those of its priors that stand; None if none of them may vouch."""
    taken = [prior for prior in held.taken if stands(prior, held.claim)]
    near = Near(held.claim, held.view, taken) if taken else None
    return near if near is not None and near.is_vouched else None


def _results(
    items: Sequence[parts.Item], vouched: dict[int, tuple[Near, Held]]
) -> list[Sequence[ClaimResult] | None]:
    """The results of each document; None for one of whose figures none has anything on record
    that it could be held against. `vouched` are the claims that have, by their `id`."""
    looking_up.fetch(held for _, held in vouched.values())
    results: list[Sequence[ClaimResult] | None] = []
    for document, claims in items:
        if not any(id(claim) in vouched for claim in claims):
            results.append(None)
            continue
        own_results: list[ClaimResult] = []
        for claim in claims:
            told = vouched.get(id(claim))
            if told is None:  # whatever else is there, none may vouch
                own_results.append(verdict.conclude(claim, document, (), frozenset()))
            else:
                near, held = told
                own_results.append(near.verdict(held.every))
        results.append(one_text.together(document, own_results))
    return results


def _retained(
    items: Sequence[parts.Item], results: Sequence[Sequence[ClaimResult] | None], store: Store
) -> list[Sequence[ClaimResult] | None]:
    """The results of the documents, kept to the stories they tell."""
    told = [(document, own) for (document, _), own in zip(items, results, strict=True)]
    asked = [same_story.reports(document, own) for document, own in told if own is not None]
    profiles = store.profiles({key for keys in asked for key in keys})
    return [
        None if own is None else same_story.retained(document, own, profiles)
        for document, own in told
    ]


def table_of(batch: Batch, results: Sequence[Sequence[ClaimResult] | None]) -> pa.Table:
    """The rows of a batch."""
    table, first = tables.Rows(batch.items, batch.stored), 0
    for at, ((_, claims), own) in enumerate(zip(batch.items, results, strict=True)):
        if own is None:
            for n, claim in enumerate(claims, first):
                table.add_unmatched(at, n, verdict_reasons.unmatched(claim))
        else:
            for n, result in enumerate(own, first):
                table.add_claim(at, n, result)
        for claim_at, severity, why in batch.inside.get(at, ()):
            place = None if claim_at is None else first + claim_at
            table.add_internal(at, place, severity, why)
        first += len(claims)
    return table.table()
