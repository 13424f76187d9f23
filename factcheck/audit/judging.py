"""Pass 3: batches of documents in order of publication → their claims with verdicts, by several
processes.

What the record may hold on the claims of a batch is looked up by one join. Most claims have no
prior that may vouch for them, which is cheap to tell; of the others' priors those are weighed
that can have a say, so that each verdict is the one that `check` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from claims_db.records import Claim, Document, Prior, Report
from claims_db.store import Store
from factcheck.audit import arranging, parts, tables
from factcheck.audit.crew import Told
from factcheck.audit.folder import RECORD, Folder
from factcheck.inside import internal
from factcheck.judging import intervals, matching, origins, own_totals, pairs, undated, verdict
from factcheck.judging.matching import Fact
from factcheck.judging.model import shipped
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.relation import measured_alike
from factcheck.results import ClaimResult

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
    vouched = [
        any(_vouches(claim, view.document, prior) for prior in found.taken(number))
        for number, (claim, view) in enumerate(asked)
    ]
    found.fetch(number for number, is_vouched in enumerate(vouched) if is_vouched)
    number = 0
    table = tables.Rows()
    for view, (document, claims) in zip(views, items, strict=True):
        results: list[ClaimResult] = []
        for claim in claims:
            priors: list[Prior] = []  # where none may vouch, whatever else is there doesn't matter
            if claim.checkable:
                if vouched[number]:
                    priors = found.every(number)
                number += 1
            results.append(verdict_of(claim, view, priors))
        for result in undated.tied(document, own_totals.relieved(results)):
            table.add_claim(document, result)
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


def verdict_of(claim: Claim, view: View, priors: Sequence[Prior]) -> ClaimResult:
    """How the claim stands to the record: by those priors that are surely enough the same fact,
    and by those of the same event whose figure it may be by a slip. No others have a say."""
    near: set[int] = set()
    for prior in priors:
        taken = view.takes_kind(claim.kind, prior.claim.kind) and view.takes_report(prior.report)
        if taken and _bears(_pair(claim, view.document, prior)):
            near.add(id(prior))
    events = {prior.claim.event for prior in priors if id(prior) in near}
    told = tuple(
        verdict.weigh(Pair(claim, prior, view.document.published), view.as_of)
        for prior in priors
        if id(prior) in near or (prior.claim.event in events and _same_figure(claim, prior))
    )
    copies = verdict.copies(claim, view.document, priors)
    return verdict.conclude(claim, view.document, told, copies)


def _pair(claim: Claim, document: Document, prior: Prior) -> Pair:
    return measured_alike(Pair(claim, prior, document.published))


def _vouches(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether the prior is held against the claim."""
    if not verdict.may_vouch(claim, document, prior):
        return False
    if origins.is_reprint(claim, document, prior):
        return False
    return _bears(_pair(claim, document, prior))


def _same_figure(claim: Claim, prior: Prior) -> bool:
    """Whether the prior's figure may have been taken for the claim's."""
    own, other = claim.value.stated, prior.claim.value.stated
    return own is not None and other is not None and intervals.close(own, other)


def _bears(pair: Pair) -> bool:
    """Whether the prior is the same fact surely enough to be held against the claim. How the
    figures stand is not asked: that is the dear half."""
    if pairs.kind_relation(pair) is not Near.SAME:
        return False
    return shipped().facts(pair, matching.ruled(pair))[Fact.SAME] >= verdict.COMPARABLE
