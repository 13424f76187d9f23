"""Judged claims → findings: one for each figure of an event, however many articles carry it; and
what was found in all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from factcheck.audit.corrections import Row, Spread, article_of, corrected, spread, with_corrected
from factcheck.audit.folder import Folder
from factcheck.audit.judging import JUDGED
from factcheck.audit.parts import laid
from factcheck.audit.rejudging import REJUDGED
from factcheck.audit.tables import INTERNAL
from factcheck.audit.yardsticks import WARNED
from factcheck.results import Severity, Verdict

SAMPLES = 8
"""Articles kept of a finding to be shown; `claims.parquet` has them all."""
FOUND = (
    *(Verdict.CONFLICT.value, Verdict.OUTDATED.value, Verdict.DISPUTED.value, INTERNAL),
    Verdict.CORRECTION.value,
)
"""Verdicts that make a finding. An update is the news itself, unless `check` warns of it."""
KEY = (
    *("document", "claim", "event", "place", "when_end", "kind", "group", "per", "change"),
    *("stated", "text", "verdict", "why"),
)
"""The columns that say which finding a claim belongs to."""


@dataclass(slots=True)
class Finding:
    """A figure that does not stand as the record has it, with the articles that carry it.
    `first` is the row of the earliest of them."""

    id: str
    first: Row
    severity: Severity
    rows: int = 0
    articles: set[str] = field(default_factory=set)
    outlets: Counter[str] = field(default_factory=Counter)
    samples: list[Row] = field(default_factory=list)
    figures: dict[float | str, str] = field(default_factory=dict)
    """As first printed, by their numbers."""
    against: set[float] = field(default_factory=set)
    last: str | None = None
    crossed: Row | None = None
    """The row of the count that changed places with the first's, which is no finding of its own."""

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """Severity times reach, the greatest first."""
        score = self.severity.rank * len(self.articles)
        return -score, -self.severity.rank, self.first["published"] or "", self.id

    def add(self, row: Row) -> None:
        """One more article, or one more sentence of it."""
        self.rows += 1
        self.severity = max(self.severity, Severity(row["severity"]), key=lambda s: s.rank)
        self.last = row["published"] or self.last
        if row["text"]:
            self.figures.setdefault(_number(row), row["text"])
        if row["latest_stated"] is not None:
            self.against.add(row["latest_stated"])
        if article_of(row) not in self.articles:
            self.articles.add(article_of(row))
            if row["outlet"]:
                self.outlets[row["outlet"]] += 1
            if len(self.samples) < SAMPLES:
                self.samples.append(row)

    def join(self, other: Finding) -> None:
        """Takes in the other side of the contradiction."""
        self.rows += other.rows
        self.severity = max(self.severity, other.severity, key=lambda s: s.rank)
        self.last = max(self.last or "", other.last or "") or None
        self.articles |= other.articles
        self.outlets += other.outlets
        self.samples = [*self.samples, *other.samples][:SAMPLES]
        self.figures |= {n: text for n, text in other.figures.items() if n not in self.figures}


@dataclass(slots=True)
class Outlet:
    """How often an outlet's figures stood how."""

    name: str
    articles: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def compared(self) -> int:
        """Figures held against the record."""
        return sum(n for name, n in self.verdicts.items() if name not in ("no_prior", INTERNAL))


@dataclass(slots=True)
class Found:
    """All that an audit found. `claims` are counted by whether they could be compared."""

    findings: dict[str, Finding] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)
    spread: list[Spread] = field(default_factory=list)
    articles: int = 0
    claims: int = 0
    checkable: int = 0
    acquitted: int = 0
    """Figures that are no findings, as what speaks against them is itself found wrong."""
    merged: dict[str, str] = field(default_factory=dict)
    """Findings that became part of another: the other side of the same contradiction."""

    @property
    def compared(self) -> int:
        """Checkable claims that were held against the record."""
        return self.checkable - self.unchecked

    @property
    def unchecked(self) -> int:
        """Checkable claims nothing on record speaks to."""
        return self.verdicts["no_prior"] - (self.claims - self.checkable)

    def grouped(self) -> list[list[Finding]]:
        """The findings by happening, the weightiest first in each; first the happening whose
        weightiest finding weighs most. What belongs to none stands alone."""
        told = sorted(self.findings.values(), key=lambda finding: finding.rank)
        events = {_spot(f.first): f.first["event"] for f in told if f.first["event"]}
        groups: dict[object, list[Finding]] = {}
        for finding in told:
            row, spot = finding.first, _spot(finding.first)
            event = row["event"] or (events.get(spot) if spot else None)
            groups.setdefault(event or spot or row["document"], []).append(finding)
        return list(groups.values())

    def ranked(self) -> list[Finding]:
        """The findings in the order of their groups."""
        return [finding for group in self.grouped() for finding in group]


def collect(folder: Folder) -> Found:
    """What the judged parts hold, in a few goes through them."""
    found = Found(acquitted=_acquitted(folder))
    for table in tables(folder):
        _count(found, table)
        for row in with_corrected(table, _rows(table, _are_findings(table))):
            key = finding_id(row)
            if key not in found.findings:
                found.findings[key] = Finding(key, row, Severity(row["severity"]))
            found.findings[key].add(row)
    _join_verdicts(found)
    _join_sides(found)
    _join_crosswise(found)
    _join_disputes(found)
    _join_corrections(found)
    rows = [finding.first for finding in found.findings.values()]
    found.spread = spread(rows, tables(folder))
    return found


def _join_verdicts(found: Found) -> None:
    """Where a figure is outdated to one article and disputed to another, as more reports were out,
    that is one finding. That a figure is corrected is another."""
    told: dict[tuple[object, ...], Finding] = {}
    apart = (INTERNAL, Verdict.CORRECTION.value)
    for finding in list(found.findings.values()):
        row = finding.first
        if row["event"] and row["verdict"] not in apart:
            one = told.setdefault((*_count_of(row), _number(row)), finding)
            _unite(found, one, finding)


def _join_sides(found: Found) -> None:
    """Where two figures are each found to contradict the other, that is one finding: the one that
    was printed first stands for both."""
    sides: dict[tuple[object, ...], Finding] = {}
    ranked = sorted(found.findings.values(), key=lambda one: (one.first["published"] or "", one.id))
    for finding in ranked:
        row = finding.first
        figures = row["stated"], row["latest_stated"]
        if row["verdict"] != Verdict.CONFLICT.value or not row["event"] or None in figures:
            continue
        other = sides.get((*_count_of(row), *reversed(figures)))
        if other is None:
            sides.setdefault((*_count_of(row), *figures), finding)
            continue
        _absorb(found, other, finding)


def _join_crosswise(found: Found) -> None:
    """Where two counts of an article changed places, 90 killed and 12 wounded for 12 and 90, that
    is one finding: the one that is told first stands for both."""
    told: dict[tuple[object, ...], Finding] = {}
    conflicts = [f for f in found.findings.values() if f.first["verdict"] == Verdict.CONFLICT.value]
    for finding in sorted(conflicts, key=lambda one: (one.first["start"] or 0, one.id)):
        row = finding.first
        figures = row["stated"], row["latest_stated"]
        if row["slip"] is None or not row["event"] or None in figures:
            continue
        where = row["document"], row["event"]
        other = told.get((*where, *reversed(figures)))
        if other is None or other.first["kind"] == row["kind"] or other.crossed is not None:
            told.setdefault((*where, *figures), finding)
            continue
        other.crossed = row
        kept = dict(other.figures)
        _absorb(found, other, finding)
        other.figures = kept


def _join_disputes(found: Found) -> None:
    """Where two figures are each found to be disputed, and one stands against the other, that is
    one finding; figures of other days that the record was divided over are others."""
    sides: dict[tuple[object, ...], Finding] = {}
    told = [f for f in found.findings.values() if f.first["verdict"] == Verdict.DISPUTED.value]
    told.sort(key=lambda one: (one.first["published"] or "", one.id))
    for finding in told:
        sides[(*_count_of(finding.first), _number(finding.first))] = finding
    for finding in told:
        for number in sorted(finding.against):
            other = sides.get((*_count_of(finding.first), number))
            own = found.findings[found.merged.get(finding.id, finding.id)]
            if other is not None:
                _unite(found, found.findings[found.merged.get(other.id, other.id)], own)


def _join_corrections(found: Found) -> None:
    """Where a report takes a figure back, and another puts a new one in its place, that is one
    correction."""
    told: dict[tuple[object, ...], Finding] = {}
    ranked = sorted(found.findings.values(), key=lambda one: (one.first["published"] or "", one.id))
    for finding in ranked:
        row = finding.first
        old = corrected(row)
        if row["verdict"] != Verdict.CORRECTION.value or not row["event"] or old is None:
            continue
        one = told.setdefault((*_count_of(row), old), finding)
        _unite(found, one, finding)


def _unite(found: Found, one: Finding, other: Finding) -> None:
    """Makes one finding of two: the one that was printed first stands for both."""
    if one is other:
        return
    one, other = sorted((one, other), key=lambda side: (side.first["published"] or "", side.id))
    _absorb(found, one, other)


def _absorb(found: Found, one: Finding, other: Finding) -> None:
    """Makes the second finding, and what became part of it before, part of the first."""
    one.join(other)
    gone = {other.id, *(key for key, into in found.merged.items() if into == other.id)}
    found.merged.update(dict.fromkeys(gone, one.id))
    del found.findings[other.id]


def _number(row: Row) -> float | str:
    """What figures of one count are told apart by."""
    found: float | str = row["text"] if row["stated"] is None else row["stated"]
    return found


def _count_of(row: Row) -> tuple[object, ...]:
    """What is counted, and in which happening."""
    happening = row["event"] or _spot(row) or row["document"]
    return happening, row["kind"], row["group"], row["per"], row["change"]


def tables(folder: Folder) -> Iterator[pa.Table]:
    """The judged parts, in order, as they stand."""
    again = set(folder.parts(REJUDGED))
    for number in folder.parts(JUDGED):
        yield laid(folder.part(REJUDGED if number in again else JUDGED, number))


def _acquitted(folder: Folder) -> int:
    """How many figures are no findings any more, as they were judged once more."""
    count = 0
    for number in folder.parts(REJUDGED):
        before, after = (
            pc.fill_null(
                _are_findings(laid(folder.part(name, number), ["severity", "verdict"])), False
            )
            for name in (JUDGED, REJUDGED)
        )
        count += pc.sum(pc.and_not(before, after)).as_py() or 0
    return count


def finding_id(row: Row) -> str:
    """The same for one figure of one kind in one event; for what is found inside an article or
    belongs to no event, that article's own."""
    if row["verdict"] == INTERNAL:
        key: tuple[object, ...] = (row["document"], row["why"])
    else:
        key = (*_count_of(row), _number(row))
    digest = hashlib.sha256(repr((row["verdict"], *key)).encode("utf-8", "replace"))
    return digest.hexdigest()[:12]


def _are_findings(table: pa.Table) -> pa.ChunkedArray:
    """Of each judged claim whether it makes a finding."""
    warned = pc.is_in(table["severity"], pa.array(WARNED))
    return pc.or_(warned, pc.is_in(table["verdict"], pa.array(FOUND)))


def ids(table: pa.Table, found: Found) -> pa.Array:
    """The finding that each judged claim belongs to; null for those that are none."""
    are_findings = _are_findings(table)
    told = iter(table.select(list(KEY)).filter(are_findings).to_pylist())
    rows = (next(told) if flag else None for flag in are_findings.to_pylist())
    return pa.array([_id(row, found) if row else None for row in rows], pa.string())


def _id(row: Row, found: Found) -> str:
    key = finding_id(row)
    return found.merged.get(key, key)


def _spot(row: Row) -> tuple[str, str] | None:
    """Place and day, where both are told."""
    return (row["place"], row["when_end"]) if row["place"] and row["when_end"] else None


def _rows(table: pa.Table, wanted: pa.ChunkedArray) -> list[Row]:
    return list(table.filter(wanted).to_pylist())


def _count(found: Found, table: pa.Table) -> None:
    """Counts the claims of a part, and those of each outlet."""
    if not table.num_rows:
        return
    documents = table["document"].combine_chunks()
    begins = pc.not_equal(documents[1:], documents[:-1]).cast(pa.int64())
    told = pa.table(
        {
            "outlet": table["outlet"],
            "verdict": table["verdict"],
            "article": pa.concat_arrays([pa.array([1]), begins]),
            "checkable": pc.fill_null(table["checkable"], False).cast(pa.int64()),
        }
    )
    counted = told.group_by(["outlet", "verdict"], use_threads=False).aggregate(
        [([], "count_all"), ("article", "sum"), ("checkable", "sum")]
    )
    names = "outlet", "verdict", "count_all", "article_sum", "checkable_sum"
    columns = [counted[name].to_pylist() for name in names]
    for outlet, name, rows, articles, checkable in zip(*columns, strict=True):
        found.verdicts[name] += rows
        found.articles += articles
        if name != INTERNAL:
            found.claims += rows
            found.checkable += checkable
        if outlet:
            held = found.outlets.setdefault(outlet, Outlet(outlet))
            held.articles += articles
            held.verdicts[name] += rows
