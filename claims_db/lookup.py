"""Claims → the priors that may be the same fact, best first; for a few claims, or for thousands.

For a few, each place with its days is a scan of constant conditions that zone maps prune by.
For thousands one join answers all (`bulk`), and a `View` leaves out what can't matter before
it is fetched. What tells of another type of happening is not the same fact, and no candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from claims_db import blocking, bulk, rows, selecting
from claims_db.engine import Engine
from claims_db.growing import akin
from claims_db.records import Claim, Prior, Report

MANY = 5_000  # rows of a stretch of days from which the database ranks them
POOL = 2_000  # priors whose sentences are compared, for a claim without place and window


class View(Protocol):
    """What of the record a claim may be held against. Claims of one document share theirs."""

    def takes_kind(self, asked: str, kind: str) -> bool:
        """Whether a figure of the kind bears on one of the kind that is asked about."""

    def takes_report(self, report: Report) -> bool:
        """Whether what the report says bears on the document."""


# --- A few ------------------------------------------------------------------------------------


def candidates(db: Engine, claims: Sequence[Claim], limit: int) -> list[list[Prior]]:
    """At most `limit` priors for each claim."""
    ranked = _ranked(db, claims, [blocking.block(claim) for claim in claims], limit)
    priors = priors_at(db, {row for chosen in ranked for row in chosen})
    return [[priors[row] for row in chosen] for chosen in ranked]


def _ranked(
    db: Engine, claims: Sequence[Claim], blocks: Sequence[selecting.Block | None], limit: int
) -> list[list[int]]:
    """For each claim the rows of its candidates, best first, at most `limit`."""
    asked: dict[selecting.Block, set[str]] = {}
    for claim, block in zip(claims, blocks, strict=True):
        if block is not None:
            asked.setdefault(block, set()).update(blocking.family(claim.kind))
    near = _near(db, asked, limit)
    ranked: list[list[int]] = []
    for claim, block in zip(claims, blocks, strict=True):
        most = POOL if block is not None and block.by_sentence else limit
        chosen = [] if block is None else blocking.nearest(claim, block, near[block])[:most]
        ranked.append([row.row for row in chosen if _may_be_one(claim, row.happening)])
    _keep_alike(db, claims, blocks, ranked, limit)
    return ranked


def _may_be_one(claim: Claim, happening: str | None) -> bool:
    """Whether the types of happening allow for one; a claim of a known event may belong to it
    whatever it says."""
    return claim.event is not None or akin(claim.happening, happening)


def _near(
    db: Engine, asked: Mapping[selecting.Block, Iterable[str]], limit: int
) -> dict[selecting.Block, list[blocking.Near]]:
    """The rows of the stretch of days that each block is part of; where these are many, the
    nearest of the kinds asked for."""
    stretches = blocking.stretches(asked)
    found: list[list[blocking.Near]] = [[] for _ in stretches]
    if stretches:
        for number, *row in db.run(selecting.candidates(stretches, MANY)):
            found[number].append(blocking.Near(*row))
    for number, stretch in enumerate(stretches):
        if len(found[number]) >= MANY:
            kinds = {kind for block in stretch.blocks for kind in asked[block]}
            most = POOL if stretch.blocks[0].by_sentence else limit * len(stretch.blocks)
            rows_of = db.run(selecting.nearest(stretch, kinds, most * len(kinds)))
            found[number] = [blocking.Near(*row) for row in rows_of]
    return {b: found[n] for n, stretch in enumerate(stretches) for b in stretch.blocks}


def _keep_alike(
    db: Engine,
    claims: Sequence[Claim],
    blocks: Sequence[selecting.Block | None],
    ranked: list[list[int]],
    limit: int,
) -> None:
    """Leaves of the rows in which sentences must be compared those that are alike."""
    pools = [n for n, block in enumerate(blocks) if block is not None and block.by_sentence]
    wanted = sorted({row for n in pools for row in ranked[n]})
    if wanted:
        words = {
            row: blocking.words(text) for row, text in db.run(selecting.sentences_at(), wanted)
        }
        for n in pools:
            own = blocking.words(claims[n].sentence)
            ranked[n] = blocking.alike(own, [(row, words[row]) for row in ranked[n]])[:limit]


# --- Thousands --------------------------------------------------------------------------------


class Rows:
    """Rows of the claims table, column by column: each is known by its place in the columns."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.kinds: list[str] = []
        self.documents: list[int] = []


class Found:
    """The candidates of many claims, those that the claims' views take at hand. `chosen`: of each
    claim the places of its candidates among the `rows`; `taken`: the numbers of those taken."""

    def __init__(
        self, db: Engine, rows: Rows, chosen: list[list[int]], taken: list[list[int]]
    ) -> None:
        self._db = db
        self._numbers = rows.numbers
        self._chosen = chosen
        self._taken = taken
        each = {id(near): near for near in taken}  # many claims share one
        self._priors = _many_at(db, {row for near in each.values() for row in near})

    def taken(self, n: int) -> list[Prior]:
        """The priors of a claim that its view takes, best first."""
        return [self._priors[row] for row in self._taken[n]]

    def fetch(self, numbers: Iterable[int]) -> None:
        """Gets all priors of these claims at hand."""
        known, rows_at = self._priors, self._numbers
        each = {id(near): near for near in [self._chosen[n] for n in numbers]}
        # Each is asked about: to take all that is known away would go through all of it.
        wanted = {row for near in each.values() for at in near if (row := rows_at[at]) not in known}
        if wanted:
            known.update(_many_at(self._db, wanted))

    def every(self, n: int) -> list[Prior]:
        """All priors of a claim, best first; those that its view leaves out are fetched."""
        self.fetch([n])
        rows_at = self._numbers
        return [self._priors[rows_at[at]] for at in self._chosen[n]]


def in_bulk(db: Engine, claims: Sequence[Claim], limit: int, views: Sequence[View | None]) -> Found:
    """The candidates of the claims, at most `limit` of each before its view is asked."""
    blocks = _blocks(claims)
    found = Rows()
    chosen = _joined(db, claims, blocks, limit, found)
    pools = [n for n, block in enumerate(blocks) if block is not None and block.by_sentence]
    if pools:  # those without place and window are few: their sentences must be compared
        some = _ranked(db, [claims[n] for n in pools], [blocks[n] for n in pools], limit)
        told = _told(db, {row for near in some for row in near})
        for n, near in zip(pools, some, strict=True):
            first = len(found.numbers)
            chosen[n] = list(range(first, first + len(near)))
            found.numbers += near
            found.kinds += [told[row][0] for row in near]
            found.documents += [told[row][1] for row in near]
    return Found(db, found, chosen, _taken(db, claims, found, chosen, views))


def _blocks(claims: Sequence[Claim]) -> list[selecting.Block | None]:
    """The block of each claim, those that are equal as one object. Claims of one document mostly
    share places, window and date."""
    known: dict[tuple[int, int, str | None, str | None], selecting.Block | None] = {}
    same: dict[selecting.Block, selecting.Block] = {}
    found: list[selecting.Block | None] = []
    for claim in claims:
        told = id(claim.places), id(claim.when), claim.as_of, claim.happening
        if told not in known:
            block = blocking.block(claim)
            known[told] = None if block is None else same.setdefault(block, block)
        found.append(known[told])
    return found


def _joined(
    db: Engine,
    claims: Sequence[Claim],
    blocks: Sequence[selecting.Block | None],
    limit: int,
    found: Rows,
) -> list[list[int]]:
    """For each claim whose block asks enough the places among `found`, which is filled, of its
    rows, best first."""
    numbers, questions = _questions(claims, blocks)
    happenings: list[str | None] = []
    begins = [0] * (len(questions) + 1)
    if questions:
        with db.registered(**bulk.tables(questions)):
            columns = db.columns(bulk.candidates(limit, questions))
        asked, happenings, found.numbers, found.kinds, found.documents = columns
        for number in asked:  # in the order of the questions
            begins[number + 1] += 1
    for number in range(len(questions)):
        begins[number + 1] += begins[number]
    nothing: list[int] = []
    known: dict[tuple[int, str | None, bool], list[int]] = {}
    chosen: list[list[int]] = []
    for claim, number in zip(claims, numbers, strict=True):
        if number is None or begins[number] == begins[number + 1]:
            chosen.append(nothing)
            continue
        alike = number, claim.happening, claim.event is None
        near = known.get(alike)
        if near is None:
            span = range(begins[number], begins[number + 1])
            near = [at for at in span if _may_be_one(claim, happenings[at])]
            known[alike] = near
        chosen.append(near)
    return chosen


def _questions(
    claims: Sequence[Claim], blocks: Sequence[selecting.Block | None]
) -> tuple[list[int | None], list[bulk.Question]]:
    """The number of the question that each claim asks, and the questions. Equal blocks must be
    one object: to know each by what it holds takes longer than all else here."""
    known: dict[tuple[int, str], int] = {}
    questions: list[bulk.Question] = []
    numbers: list[int | None] = []
    for claim, block in zip(claims, blocks, strict=True):
        if block is None or block.by_sentence:
            numbers.append(None)
            continue
        number = known.setdefault((id(block), claim.kind), len(questions))
        if number == len(questions):
            questions.append((block, claim.kind))
        numbers.append(number)
    return numbers, questions


def _taken(
    db: Engine,
    claims: Sequence[Claim],
    found: Rows,
    chosen: list[list[int]],
    views: Sequence[View | None],
) -> list[list[int]]:
    """The rows that each claim's view takes. Claims of one document that ask the same are
    answered once."""
    reports = reports_of(db, set(found.documents))
    known: dict[tuple[int, int, str], list[int]] = {}
    told: dict[int, dict[int, bool]] = {}  # by view, whether it takes the report of a document
    taken: list[list[int]] = []
    for claim, near, view in zip(claims, chosen, views, strict=True):
        key = (id(near), id(view), claim.kind)
        rows_of = known.get(key)
        if rows_of is None:
            seen = told.setdefault(id(view), {})
            rows_of = known[key] = _seen_by(view, claim.kind, near, found, reports, seen)
        taken.append(rows_of)
    return taken


def _seen_by(
    view: View | None,
    asked: str,
    near: list[int],
    found: Rows,
    reports: Mapping[int, Report],
    told: dict[int, bool],
) -> list[int]:
    """The rows that bear on a figure of the kind; `told` keeps which reports do."""
    numbers, documents, kinds_of = found.numbers, found.documents, found.kinds
    if view is None:
        return [numbers[at] for at in near]
    taken: list[int] = []
    kinds: dict[str, bool] = {}
    for at in near:
        document = documents[at]
        is_taken = told.get(document)
        if is_taken is None:
            is_taken = told[document] = view.takes_report(reports[document])
        if is_taken:
            kind = kinds_of[at]
            of_kind = kinds.get(kind)
            if of_kind is None:
                of_kind = kinds[kind] = view.takes_kind(asked, kind)
            if of_kind:
                taken.append(numbers[at])
    return taken


def _told(db: Engine, places: set[int]) -> dict[int, tuple[str, int]]:
    """Kind and document of the claims in these rows."""
    found = db.run(selecting.told_at(), sorted(places)) if places else []
    return {row: (kind, document) for row, kind, document in found}


# --- Rows -------------------------------------------------------------------------------------


def priors_at(db: Engine, places: Iterable[int]) -> dict[int, Prior]:
    """The priors in these rows of the claims table."""
    wanted = sorted(places)
    if not wanted:
        return {}
    found = db.run(selecting.claims_at(), wanted)
    reports = reports_of(db, {row[1] for row in found})
    return {at: Prior(rows.claim_of(row), reports[document]) for at, document, *row in found}


def _many_at(db: Engine, places: set[int]) -> dict[int, Prior]:
    """`priors_at`, for thousands."""
    if not places:
        return {}
    at, documents, *fields = db.columns(selecting.claims_at(), sorted(places))
    reports = reports_of(db, set(documents))
    claims = [rows.claim_of(row) for row in zip(*fields, strict=True)]
    told = [Prior(*one) for one in zip(claims, map(reports.__getitem__, documents), strict=True)]
    return dict(zip(at, told, strict=True))


def reports_of(db: Engine, documents: set[int]) -> dict[int, Report]:
    """The reports with these numbers. Documents are numbered as they lie, from 1, so that each
    is read where it must be; those that aren't there are searched for."""
    if not documents:
        return {}
    at = [number - 1 for number in sorted(documents)]
    found = {no: rows.report_of(row) for no, *row in db.run(selecting.reports_at(), at)}
    missing = sorted(documents - found.keys())
    if missing:
        told = db.run(selecting.reports_of(), missing)
        found |= {no: rows.report_of(row) for no, *row in told}
    return found
