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

from claims_db.records import Claim, Document, Prior
from claims_db.store import Store
from factcheck import internal, matching, verdict
from factcheck.audit import parts, tables
from factcheck.audit.crew import Told
from factcheck.audit.folder import RECORD, Folder
from factcheck.audit.recording import places
from factcheck.matching import Fact
from factcheck.model import shipped
from factcheck.pairs import Pair
from factcheck.relation import measured_alike
from factcheck.results import ClaimResult, Verdict

SIZE = 250
"""Documents in a batch."""
JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Judging:
    """The job: the folder, and whether later reports count too."""

    folder: Path
    hindsight: bool


def judge(job: Judging, numbers: Iterator[int], tell: Callable[[Told], None]) -> None:
    """Writes the batches of these numbers that are missing; ends where the documents do."""
    folder = Folder(job.folder)
    order, kept = parts.in_order(folder), parts.Parts(folder)
    there = set(folder.parts(JUDGED))
    with Store(folder.path / RECORD, read_only=True) as store:
        for number in numbers:
            items = list(kept.items(places(order, number * SIZE, SIZE)))
            if not items:
                return
            if number not in there:
                table = judged(items, store, hindsight=job.hindsight)
                parts.write_table(folder, folder.part(JUDGED, number), table)
            claims = sum(len(claims) for _, claims in items)
            tell(Told(len(items), claims, passed=number * SIZE + len(items)))


def judged(items: Sequence[parts.Item], store: Store, *, hindsight: bool) -> pa.Table:
    """The claims of the documents, each with its verdict; findings inside documents below."""
    asked = [claim for _, claims in items for claim in claims if claim.checkable]
    found = iter(store.candidates_in_bulk(asked))
    table = tables.Rows()
    for document, claims in items:
        as_of = None if hindsight else document.published
        for claim in claims:
            priors = next(found) if claim.checkable else []
            table.add_claim(document, verdict_of(claim, document, priors, as_of))
        for finding in internal.find(document, claims):
            table.add_internal(document, claims, finding)
    return table.table()


def verdict_of(
    claim: Claim, document: Document, priors: Sequence[Prior], as_of: str | None
) -> ClaimResult:
    """How the claim stands to the record, with those matches alone that bear on it."""
    near = [prior for prior in priors if _bears(claim, document, prior, as_of)]
    found = verdict.decide(claim, document, near, as_of)
    if found.verdict is not Verdict.CONFLICT:
        return found
    # Its slip may be a figure of another count in the same event.
    events = {prior.claim.event for prior in near}
    others = [
        prior
        for prior in priors
        if prior in near or (prior.claim.event in events and _akin(claim, document, prior))
    ]
    return verdict.decide(claim, document, others, as_of)


def _akin(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether the prior is not surely of another happening."""
    pair = measured_alike(Pair(claim, prior, document.published))
    return matching.settled(pair) is not Fact.EVENT


def _bears(claim: Claim, document: Document, prior: Prior, as_of: str | None) -> bool:
    """Whether the prior was out, is not the document's own, and is the same fact surely enough
    to be held against the claim. How the figures stand is not asked: that is the dear half."""
    report = prior.report
    if report.id == document.key or report.retracted or verdict.is_later(report.published, as_of):
        return False
    pair = measured_alike(Pair(claim, prior, document.published))
    settled = matching.settled(pair)
    if settled is not None:
        return settled is Fact.SAME
    return shipped().facts(pair)[Fact.SAME] >= verdict.COMPARABLE
