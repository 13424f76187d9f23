"""Desk cases: an article beside a few earlier reports, and the verdict an editor expects on its
figures, through the whole path: the reports are added to a store, the article is checked.

A figure is right where its verdict is one of those expected; a false alarm where it is another one
that asks an editor to look.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db.kinds import family, kinds, named
from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.results import ClaimResult, Severity, Verdict

TABLES = ("cases", "second", "third", "fourth", "fifth")
"""The tables, below tests/cases/desk: their odd cases are looked at, even ones only scored; of the
fifth only even ones are there, the odd ones among the cases for training."""
# Different scope or event is said of a pair; where nothing else is on record the verdict is this.
UNCOMPARED = {"different_scope": Verdict.NO_PRIOR, "different_event": Verdict.NO_PRIOR}
# The table calls an official rate in percent a rate, and what has no kind of its own a count.
_AS_READ = {"rate": family("percent")}
# Counts that are no harm: a table calls the same guests a crowd, affected or a count.
GENERAL = frozenset({"count", "crowd", "affected", "on_board"})
LOUD = frozenset((Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED))


@dataclass(frozen=True, slots=True)
class Told:
    """One expected figure: the verdicts accepted and what was said of it; None where no such
    figure was read."""

    case: str
    text: str
    accepted: frozenset[Verdict]
    result: ClaimResult | None

    @property
    def right(self) -> bool:
        return self.result is not None and self.result.verdict in self.accepted

    @property
    def false_alarm(self) -> bool:
        """Whether an editor is asked to look, or to stop, by a verdict that is not expected."""
        said = self.result
        return said is not None and not self.right and said.severity.rank >= Severity.WARNING.rank


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of a table."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def told(case: Mapping[str, Any]) -> list[Told]:
    """What is said of the figures of a case."""
    with Store(":memory:") as store:
        for number, report in enumerate(case["priors"]):
            ingest(document(report, f"prior {number}"), store)
        results = check(document(case["article"], "article"), store).results
    return [_told(case, expected, results) for expected in case["expect"]]


def document(report: Mapping[str, Any], name: str) -> Document:
    return Document(
        report["text"],
        id=name,
        title=report.get("title"),
        published=report["published"],
        outlet=report.get("outlet"),
    )


def _told(
    case: Mapping[str, Any], expected: Mapping[str, Any], results: Sequence[ClaimResult]
) -> Told:
    found = _found(case["article"]["text"], expected, results)
    return Told(case["id"], expected["text"], _verdicts(expected["relation"]), found)


def _verdicts(names: str | Sequence[str]) -> frozenset[Verdict]:
    several = [names] if isinstance(names, str) else names
    return frozenset(UNCOMPARED.get(name) or Verdict(name) for name in several)


def _found(
    text: str, expected: Mapping[str, Any], results: Sequence[ClaimResult]
) -> ClaimResult | None:
    """The figure read where the expected one stands, of its kind if one is."""
    spans = list(_occurrences(text, expected["text"]))
    here = [
        result
        for result in results
        if any(result.claim.start < end and start < result.claim.end for start, end in spans)
    ]
    wanted = _kind(expected["kind"])
    akin = family(wanted) | _AS_READ.get(wanted, frozenset())
    own = next((result for result in here if result.claim.kind in akin), None)
    return here[0] if own is None and wanted in GENERAL and here else own


def _kind(name: str) -> str:
    """A label's kind; what the table of kinds has no name for ("seats") is a count."""
    aliases = {alias for kind in kinds().values() for alias in kind.aliases}
    return named(name).name if name in kinds() or name in aliases else "count"


def _occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def scores(
    cases: Sequence[Mapping[str, Any]], name: str, kept: Callable[[str], bool] = lambda _: True
) -> Iterator[Score]:
    """The shares of figures with an expected verdict, of those accused or warned of that are
    not to be, and of the conflicts that are found."""
    items = [Grouped(one.case, one) for case in cases if kept(case["id"]) for one in told(case)]
    yield score(f"{name}: verdict", items, lambda own: share([one.right for one in own]))
    harmless = [one for one in items if not one.item.accepted & LOUD]
    yield score(
        f"{name}: harmless figures warned of",
        harmless,
        lambda own: share([one.false_alarm for one in own]),
        less_is_better=True,
    )
    wrong = [one for one in items if one.item.accepted <= LOUD]
    yield score(
        f"{name}: conflicts, outdated, disputed found",
        wrong,
        lambda own: share([one.right for one in own]),
    )
