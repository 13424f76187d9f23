"""Pass 3: batches of documents in order of publication → their claims with verdicts, by several
processes.

What the record may hold on the claims of a batch is looked up by one join. Priors that are surely
another fact are left out before anything is weighed; an accusation is judged anew with all of
them, so that each verdict is the one that `check` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from claims_db.lookup import Found
from claims_db.records import Claim, Document, Prior, Report
from claims_db.store import Store
from factcheck import internal, matching, pairs, verdict
from factcheck.audit import arranging, parts, tables
from factcheck.audit.crew import Told
from factcheck.audit.folder import RECORD, Folder
from factcheck.matching import Fact
from factcheck.model import shipped
from factcheck.pairs import Near, Pair
from factcheck.relation import measured_alike
from factcheck.results import ClaimResult, Verdict

JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Judging:
    """The job: the folder, and whether later reports count too."""

    folder: Path
    hindsight: bool


def judge(job: Judging, numbers: Iterator[int], tell: Callable[[Told], None]) -> None:
    """Writes the batches of these numbers that are missing; ends where the documents do."""
    folder = Folder(job.folder)
    there = set(folder.parts(JUDGED))
    with Store(folder.path / RECORD, read_only=True) as store:
        for number in numbers:
            items = arranging.batch(folder, number)
            if not items:
                return
            if number not in there:
                table = judged(items, store, hindsight=job.hindsight)
                parts.write_table(folder, folder.part(JUDGED, number), table)
            claims = sum(len(claims) for _, claims in items)
            tell(Told(len(items), claims, passed=number * arranging.SIZE + len(items)))


def judged(items: Sequence[parts.Item], store: Store, *, hindsight: bool) -> pa.Table:
    """The claims of the documents, each with its verdict; findings inside documents below."""
    views = [View(document, None if hindsight else document.published) for document, _ in items]
    asked = [
        (claim, view)
        for view, (_, claims) in zip(views, items, strict=True)
        for claim in claims
        if claim.checkable
    ]
    found = store.candidates_in_bulk(
        [claim for claim, _ in asked], views=[view for _, view in asked]
    )
    number = 0
    table = tables.Rows()
    for view, (document, claims) in zip(views, items, strict=True):
        for claim in claims:
            told = verdict_of(claim, view, found, number if claim.checkable else None)
            number += claim.checkable
            table.add_claim(document, told)
        for finding in internal.find(document, claims):
            table.add_internal(document, claims, finding)
    return table.table()


class View:
    """What of the record a document is judged by: reports that were out, not its own."""

    def __init__(self, document: Document, as_of: str | None) -> None:
        self.document = document
        self.as_of = as_of
        self._key = document.key

    def takes_kind(self, asked: str, kind: str) -> bool:
        """Whether the two kinds may be one fact."""
        return pairs.kinds_relation(asked, kind) is Near.SAME

    def takes_report(self, report: Report) -> bool:
        """Whether the report was out, stands, and is another document."""
        if report.retracted or report.id == self._key:
            return False
        return not verdict.is_later(report.published, self.as_of)


def verdict_of(claim: Claim, view: View, found: Found, number: int | None) -> ClaimResult:
    """How the claim, that of this number among those looked up, stands to the record, with those
    matches alone that bear on it."""
    document = view.document
    priors = [] if number is None else found.taken(number)
    near: list[Prior] = []
    if any(
        verdict.may_vouch(claim, document, prior) and _bears(claim, document, prior)
        for prior in priors
    ):  # else nothing is comparable, and what else is there doesn't matter
        near = [prior for prior in priors if _bears(claim, document, prior)]
    told = verdict.decide(claim, document, near, view.as_of)
    if number is None or told.verdict not in (Verdict.CONFLICT, Verdict.UPDATE):
        return told
    # It may be a figure of another count in the same event.
    events = {prior.claim.event for prior in near}
    kept = set(map(id, near))
    others = [
        prior
        for prior in found.every(number)
        if id(prior) in kept or (prior.claim.event in events and _akin(claim, document, prior))
    ]
    return verdict.decide(claim, document, others, view.as_of)


def _akin(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether the prior is not surely of another happening."""
    pair = measured_alike(Pair(claim, prior, document.published))
    return matching.settled(pair) is not Fact.EVENT


def _bears(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether the prior is the same fact surely enough to be held against the claim. How the
    figures stand is not asked: that is the dear half."""
    pair = measured_alike(Pair(claim, prior, document.published))
    settled = matching.settled(pair)
    if settled is not None:
        return settled is Fact.SAME
    return shipped().facts(pair)[Fact.SAME] >= verdict.COMPARABLE
