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
from factcheck.judging import (
    added_since,
    intervals,
    one_text,
    origins,
    pairs,
    same_story,
    verdict,
)
from factcheck.judging.matching import Fact
from factcheck.judging.model import shipped
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import Matched, matched
from factcheck.results import ClaimResult, Match

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
        if claim.checkable and verdict.has_record(claim)
    ]
    found = store.candidates_in_bulk(
        [claim for claim, _ in asked], views=[view for _, view in asked]
    )
    near = [Near(claim, view, found.taken(n)) for n, (claim, view) in enumerate(asked)]
    found.fetch(n for n, own in enumerate(near) if own.is_vouched)
    told = {id(own.claim): (n, own) for n, own in enumerate(near) if own.is_vouched}
    results: list[Sequence[ClaimResult]] = []
    for document, claims in items:
        own_results: list[ClaimResult] = []
        for claim in claims:
            number, own = told.get(id(claim), (None, None))
            if own is None or number is None:  # whatever else is there, none may vouch
                own_results.append(verdict.conclude(claim, document, (), frozenset()))
            else:
                own_results.append(own.verdict(found.every(number)))
        results.append(one_text.together(document, own_results))
    return _told(items, results, store)


def _told(
    items: Sequence[parts.Item], results: Sequence[Sequence[ClaimResult]], store: Store
) -> pa.Table:
    """The rows of the documents, their results kept to the stories they tell."""
    documents = [document for document, _ in items]
    asked = [same_story.reports(*one) for one in zip(documents, results, strict=True)]
    profiles = store.profiles({key for keys in asked for key in keys})
    table = tables.Rows()
    for (document, claims), own in zip(items, results, strict=True):
        for result in same_story.retained(document, own, profiles):
            table.add_claim(document, result)
        for finding in internal.find(document, claims):
            table.add_internal(document, claims, finding)
    return table.table()


class View:
    """What of the record a document is judged by: reports that were out, not its own."""

    def __init__(self, document: Document, as_of: str | None) -> None:
        self.document = document
        self.as_of = as_of
        self.key = document.key

    def takes_kind(self, asked: str, kind: str) -> bool:
        """Whether the two kinds may be one fact."""
        return pairs.kinds_relation(asked, kind) is pairs.Near.SAME

    def takes_report(self, report: Report) -> bool:
        """Whether the report was out, stands, and is another document."""
        if report.retracted or report.id == self.key:
            return False
        return not verdict.is_later(report.published, self.as_of)


class Near:
    """A claim with the priors, of those its view takes, that are surely enough the same fact.
    Each pair is matched once, and only as far as it is asked for."""

    def __init__(self, claim: Claim, view: View, taken: Sequence[Prior]) -> None:
        self.claim = claim
        self._view = view
        self._taken = taken
        self._matched: dict[int, Matched | None] = {}
        self.is_vouched = any(map(self._vouches, taken))

    def verdict(self, priors: Sequence[Prior]) -> ClaimResult:
        """How the claim stands to the record: by those that are near, and by those of the same
        event whose figure it may be by a slip. No others have a say."""
        claim, view = self.claim, self._view
        near = {id(prior): self._match(prior) for prior in self._taken}
        events = {prior.claim.event for prior in self._taken if near[id(prior)]}
        told: list[Match] = []
        beside: list[Claim] = []
        for prior in priors:
            found = near.get(id(prior))
            if found is not None:
                told.append(verdict.weigh_match(found, prior, view.as_of))
            elif prior.claim.event in events and added_since.is_more(claim, prior):
                pair = Pair(claim, prior, view.document.published)
                told.append(verdict.weigh(pair, view.as_of))
            elif prior.claim.event not in events or not _same_figure(claim, prior):
                continue
            elif prior.report.id == view.key:  # the claim itself: tells its event
                pair = Pair(claim, prior, view.document.published)
                told.append(verdict.weigh(pair, view.as_of))
            elif self._is_of_other_count(prior):
                beside.append(prior.claim)
        copies = verdict.copies(claim, view.document, priors)
        return verdict.conclude(claim, view.document, tuple(told), copies, beside=beside)

    def _is_of_other_count(self, prior: Prior) -> bool:
        """Whether the prior counts something else in the same happening."""
        if verdict.is_later_told(prior, self._view.as_of):
            return False
        found = matched(Pair(self.claim, prior, self._view.document.published), shipped())
        return found is not None and found.fact is Fact.SCOPE

    def _vouches(self, prior: Prior) -> bool:
        """Whether the prior is held against the claim."""
        document = self._view.document
        if not verdict.may_vouch(self.claim, document, prior):
            return False
        if origins.is_reprint(self.claim, document, prior):
            return False
        return self._match(prior) is not None

    def _match(self, prior: Prior) -> Matched | None:
        """The pair, if it is surely enough one fact. How the figures stand is not asked: that is
        the dear half."""
        key = id(prior)
        if key not in self._matched:
            pair = Pair(self.claim, prior, self._view.document.published)
            self._matched[key] = matched(pair, shipped(), verdict.COMPARABLE)
        return self._matched[key]


def _same_figure(claim: Claim, prior: Prior) -> bool:
    """Whether the prior's figure may have been taken for the claim's."""
    own, other = claim.value.stated, prior.claim.value.stated
    return own is not None and other is not None and intervals.close(own, other)
