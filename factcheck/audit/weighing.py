"""A claim of an archive beside the priors that may vouch for it: which are surely enough the same
fact, and what follows of those."""

from __future__ import annotations

from collections.abc import Sequence

from claims_db.records import Claim, Document, Prior, Report
from factcheck.judging import added_since, intervals, origins, pairs, verdict, vouching
from factcheck.judging.matching import Fact
from factcheck.judging.model import shipped
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import Matched, matched
from factcheck.results import ClaimResult, Match


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
        return not vouching.is_later(report.published, self.as_of)


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
                told.append(self._weighed(prior))
            elif prior.claim.event not in events or not _same_figure(claim, prior):
                continue
            elif prior.report.id == view.key:  # the claim itself: tells its event
                told.append(self._weighed(prior))
            elif self._is_of_other_count(prior):
                beside.append(prior.claim)
        copies = verdict.copies(claim, view.document, priors)
        return verdict.conclude(claim, view.document, tuple(told), copies, beside=beside)

    def _weighed(self, prior: Prior) -> Match:
        """The pair, however surely it is one fact."""
        found = matched(Pair(self.claim, prior, self._view.document.published), shipped())
        assert found is not None  # nothing is less sure than 0
        return verdict.weigh_match(found, prior, self._view.as_of)

    def _is_of_other_count(self, prior: Prior) -> bool:
        """Whether the prior counts something else in the same happening."""
        if vouching.is_later_told(prior, self._view.as_of):
            return False
        found = matched(Pair(self.claim, prior, self._view.document.published), shipped())
        return found is not None and found.fact is Fact.SCOPE

    def _vouches(self, prior: Prior) -> bool:
        """Whether the prior is held against the claim."""
        document = self._view.document
        if not vouching.may_vouch(self.claim, document, prior):
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
            self._matched[key] = matched(pair, shipped(), vouching.COMPARABLE)
        return self._matched[key]


def _same_figure(claim: Claim, prior: Prior) -> bool:
    """Whether the prior's figure may have been taken for the claim's."""
    own, other = claim.value.stated, prior.claim.value.stated
    return own is not None and other is not None and intervals.close(own, other)
