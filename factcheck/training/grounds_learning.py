"""Figures that differ from one of a report of the same story → how likely they are wrong, and
weights learned from them.

Which of them are wrong, desk cases say; of reports and stories as they stand next to none is. Only
those count that would be accused if nothing were asked but whether two figures are one fact. The
learner is handed in (scripts/regression.py has one).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims_db.link_features import Features
from claims_db.profiles import Profile
from claims_db.records import Claim, Document, Prior
from factcheck.judging import grounds, story, verdict
from factcheck.learned import Logit
from factcheck.results import ClaimResult
from factcheck.training import learning
from factcheck.training.learning import Learner

LOUD = frozenset(one.value for one in verdict.AGAINST)


@dataclass(frozen=True, slots=True)
class Ground:
    """A figure that differs from one of a report: what speaks for an error, and whether it is
    one. `group`: the case or happening, left out as a whole."""

    group: str
    told: Features
    wrong: bool


def is_wrong(relations: Sequence[str]) -> bool | None:
    """Whether a figure of which these verdicts are right is wrong; None where it may be."""
    loud = [relation in LOUD for relation in relations]
    return all(loud) if all(loud) or not any(loud) else None


def of_document(
    group: str,
    document: Document,
    results: Sequence[ClaimResult],
    reports: Mapping[str, tuple[Profile, Sequence[Prior]]],
    wrong: Callable[[Claim], bool | None],
) -> list[Ground]:
    """The figures of one document that nothing was held against, beside `reports` that may tell
    its story; of which `wrong` knows whether they are wrong."""
    day = document.published
    open_ones = {result.claim.id: result for result in results if story.is_open(result)}
    laid = story.beside(document, [result.claim for result in results], reports, day)
    found: list[Ground] = []
    for near in laid:
        for one in near.aligned:
            result, known = open_ones.get(one.claim.id), wrong(one.claim)
            if result is None or known is None or grounds.agree(one):
                continue
            accused = story.judged(result, [replace(one, chance=1.0)], document, day)
            if accused.verdict in verdict.AGAINST:
                found.append(Ground(group, grounds.features(one, near, laid), known))
    return found


def train(rows: Iterable[Ground], note: str, learner: Learner) -> Logit:
    """Weights learned from rows."""
    kept = list(rows)
    return learning.logit(
        [row.told for row in kept], [row.wrong for row in kept], [1.0] * len(kept), note, learner
    )
