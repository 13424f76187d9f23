"""Pass 5: findings → a page, Markdown, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from claims_db import moments
from claims_db.records import Prior
from claims_db.store import Store
from factcheck.audit.corrections import Row, Spread
from factcheck.audit.findings import Finding, Found, Outlet
from factcheck.audit.folder import Folder
from factcheck.audit.parts import write_table
from factcheck.audit.tables import INTERNAL
from factcheck.judging import pairs, reasons
from factcheck.results import Severity
from factcheck.showing import chart, sheets, tables
from factcheck.showing.article_markdown import link, plain
from factcheck.showing.article_page import dot_of
from factcheck.showing.chart import Chart, Dot
from factcheck.showing.output import number
from factcheck.showing.templates import environment

SHOWN = 300
"""Findings on the page with chart and articles."""
LISTED = 5_000
"""Findings on the page; the tables have them all."""
_IN_MARKDOWN = 50
_OUTLETS = 40
_FIGURES = 4  # sides of a dispute in its heading
_DOTS = 400
_ABOUT = 3  # days within which a happening is said to have been on the last of them
_OPEN = 20  # findings whose articles are seen at once
COLUMNS = (
    *("finding", "severity", "verdict", "event", "kind", "group", "figure", "stated", "place"),
    *("articles", "outlets", "first_published", "last_published", "record_says"),
    *("record_outlet", "record_published", "record_url", "slip", "why", "outlet", "title"),
    *("url", "document", "sentence"),
)
CARRIERS = (
    *("figure", "kind", "group", "event", "place", "corrected_to", "corrected_by", "corrected_on"),
    *("correction_url", "outlet", "published", "title", "url", "document", "verdict", "sentence"),
)
_NUMBERS = {"stated": pa.float64(), "articles": pa.int64(), "outlets": pa.int64()}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page has it."""

    finding: Finding
    heading: str
    kinds: tuple[str, ...]
    verdict: str
    chart: Chart | None
    outlets: tuple[str, ...]
    open: bool
    """Whether its articles are seen at once."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Findings of one happening; it is named where they are more than one."""

    name: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What the archive held: documents, how many more were copies of these or could not be read,
    and what was passed over."""

    documents: int
    copies: int = 0
    not_read: int = 0
    passed_over: str | None = None


def write(folder: Folder, found: Found, store: Store, held: Held, *, hindsight: bool) -> None:
    """Writes the report in all its forms. `hindsight`: articles were judged by later ones too."""
    ranked = found.ranked()
    rows = [finding_row(finding) for finding in ranked]
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    types = pa.schema([(name, _NUMBERS.get(name, pa.string())) for name in COLUMNS])
    write_table(folder, folder.path / "findings.parquet", pa.table(columns, schema=types))
    for name, text in (
        ("findings.csv", sheets.csv_text(rows, COLUMNS)),
        ("corrections.csv", sheets.csv_text(carrier_rows(found.spread), CARRIERS)),
        ("report.md", "\n".join(_markdown(ranked, found, held, hindsight)) + "\n"),
        ("report.html", page(ranked, found, store, held, hindsight=hindsight)),
    ):
        with folder.whole(folder.path / name) as partial:
            partial.write_text(text, "utf-8", "replace")


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding as a row of a table."""
    row = finding.first
    return {
        "finding": finding.id,
        "severity": finding.severity.value,
        "figure": row["text"],
        "articles": len(finding.articles),
        "outlets": len(finding.outlets),
        "first_published": row["published"],
        "last_published": finding.last,
        "record_says": row["latest_text"],
        "record_outlet": row["latest_outlet"],
        "record_published": row["latest_published"],
        "record_url": row["latest_url"],
        **{
            name: row[name]
            for name in (
                *("verdict", "event", "kind", "group", "stated", "place", "slip", "why"),
                *("outlet", "title", "url", "document", "sentence"),
            )
        },
    }


def carrier_rows(spread: list[Spread]) -> Iterator[dict[str, Any]]:
    """A row for each article that carries a corrected figure."""
    for told in spread:
        row = told.correction
        by = {
            "figure": number(told.old),
            "corrected_to": row["text"] if row["role"] == "current" else None,
            "corrected_by": row["outlet"] or row["title"] or row["document"],
            "corrected_on": row["published"],
            "correction_url": row["url"],
        }
        for one in told.carriers:
            yield by | {name: one[name] for name in CARRIERS if name not in by}


# --- The page ---------------------------------------------------------------------------------


def page(
    ranked: list[Finding],
    found: Found,
    store: Store,
    held: Held,
    *,
    hindsight: bool = False,
) -> str:
    """The page, of one file."""
    best, rest = ranked[:SHOWN], ranked[SHOWN:LISTED]
    events = {finding.first["event"] for finding in best if _has_chart(finding.first)}
    priors = store.priors_of(events)  # at once: each search goes through the whole record
    shown = [_shown(one, _drawn(one, priors), is_open=n < _OPEN) for n, one in enumerate(best)]
    more = [_shown(finding, None) for finding in rest]
    every = shown + more
    severities = Counter(one.finding.severity for one in every)
    return str(
        environment()
        .get_template("report.html")
        .render(
            found=found,
            held=held,
            hindsight=hindsight,
            judged_by=judged_by(hindsight),
            by_wrong_figures=by_wrong_figures(found) if found.acquitted else None,
            happenings=_happenings(found, shown),
            more=more,
            listed=len(every),
            hidden=len(ranked) - len(every),
            kinds=_options(kind for one in every for kind in one.kinds),
            verdicts=_options(one.verdict for one in every),
            outlet_names=_options(name for one in every for name in one.outlets),
            severities=[(s, n) for s in reversed(Severity) if (n := severities[s])],
            outlets=outlets(found),
            spread=found.spread[:_IN_MARKDOWN],
            unlisted=len(found.spread[_IN_MARKDOWN:]),
            number=tables.number_text,
        )
    )


def _happenings(found: Found, shown: list[Shown]) -> list[Happening]:
    """Those shown in full by happening, in the order they have."""
    made, rest = [], list(reversed(shown))
    for group in found.grouped():
        if not rest:
            break
        own = tuple(rest.pop() for _ in range(min(len(group), len(rest))))
        made.append(Happening(_name(group) if len(group) > 1 else "", own))
    return made


def _name(group: list[Finding]) -> str:
    """ "Kyiv, 24 April 2025", as the first finding that tells both, or the place, has it."""
    rows = [finding.first for finding in group if finding.first["place"]]
    if not rows:
        return "One article"
    row = next((row for row in rows if _day(row)), rows[0])
    return tables.clean(", ".join(part for part in (row["place"], _day(row)) if part))


def _options(names: Iterator[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))


def outlets(found: Found) -> list[Outlet]:
    """The outlets with most figures outdated or in conflict."""
    told = [one for one in found.outlets.values() if one.compared]
    told.sort(key=lambda one: (-_faults(one), -one.compared, one.name))
    return told[:_OUTLETS]


def _faults(outlet: Outlet) -> int:
    return outlet.verdicts["conflict"] + outlet.verdicts["outdated"]


def _shown(finding: Finding, drawn: Chart | None, *, is_open: bool = False) -> Shown:
    row = finding.first
    internal = row["verdict"] == INTERNAL
    return Shown(
        finding=finding,
        heading=_heading(finding),
        kinds=tuple(
            tables.label(one["kind"]) if one["kind"] else "–"
            for one in (row, finding.crossed)
            if one is not None
        ),
        verdict="inside the article" if internal else row["verdict"],
        chart=drawn,
        outlets=tuple(finding.outlets),
        open=is_open,
    )


def _heading(finding: Finding) -> str:
    """ "21 killed, Kyiv, 24 April 2025"; both sides of a contradiction: "87, 90 wounded"; counts
    that changed places: "90 killed and 12 wounded"."""
    row = finding.first
    told = list(finding.figures.values())
    figures = ", ".join(told[:_FIGURES]) + (" …" if told[_FIGURES:] else "")
    what = _counted(figures, row)
    if finding.crossed is not None:
        what += f" and {_counted(finding.crossed['text'], finding.crossed)}"
    return tables.clean(", ".join(part for part in (what, row["place"], _day(row)) if part))


def _counted(figures: str, row: Row) -> str:
    kind = tables.label(row["kind"]) if row["kind"] else ""
    what = " ".join(part for part in (figures, kind) if part)
    return what + (f" ({row['group']})" if row["group"] else "")


def _day(row: Row) -> str:
    """The day of the happening; nothing where the text tells no more than about when it was."""
    first, last = (moments.parse_or_none(row[name]) for name in ("when_start", "when_end"))
    if first is None or last is None or (last.last_day - first.day).days > _ABOUT:
        return ""
    return reasons.day(row["when_end"])


def _has_chart(row: Row) -> bool:
    return bool(row["event"]) and row["stated"] is not None and row["verdict"] != INTERNAL


def _drawn(finding: Finding, priors: Mapping[str, list[Prior]]) -> Chart | None:
    row = finding.first
    return _chart(row, priors[row["event"]]) if _has_chart(row) else None


def _chart(row: Row, priors: list[Prior]) -> Chart | None:
    """The event's figures of this kind over time, the one in question across them."""
    dots: list[Dot] = []
    published = moments.parse_or_none(row["published"])
    own = (row["document"], row["claim"])
    asked = next((p.claim for p in priors if (p.report.id, p.claim.id) == own), None)
    whom = None if asked is None else pairs.counted(asked)  # drones are no missiles
    for prior in [prior for prior in priors if prior.claim.kind == row["kind"]][:_DOTS]:
        claim = prior.claim
        same = (claim.group, claim.per, claim.change) == (row["group"], row["per"], row["change"])
        if not same or claim.part_of is not None:
            continue
        if whom is not None and pairs.counted(claim) != whom:
            continue
        if claim.role.value != row["role"]:
            continue
        told = moments.parse_or_none(prior.report.published)
        later = bool(published and told and told.day > published.last_day)
        standing = "later" if later else "differs"
        if (dot := dot_of(prior, standing)) is not None:
            dots.append(dot)
            if (prior.report.id, claim.id) == own:
                dots.append(replace(dot, standing="own"))
    return chart.draw(dots, f"Figures over time: {row['why']}", "found", row["stated"])


# --- Markdown ---------------------------------------------------------------------------------


def _markdown(ranked: list[Finding], found: Found, held: Held, hindsight: bool) -> Iterator[str]:
    yield "# Audit\n"
    yield coverage(found, held) + "\n"
    yield f"Unchecked is not cleared. Each article is judged by {judged_by(hindsight)}.\n"
    if found.acquitted:
        yield by_wrong_figures(found) + "\n"
    if ranked:
        yield "| severity | verdict | figure | articles | why |\n|---|---|---|---|---|"
    for finding in ranked[:_IN_MARKDOWN]:
        row = finding.first
        yield (
            f"| {finding.severity.value} | {row['verdict']} | {plain(_heading(finding))} "
            f"| {len(finding.articles)} | {plain(row['why'])} |"
        )
    if len(ranked) > _IN_MARKDOWN:
        yield f"\n{len(ranked) - _IN_MARKDOWN} more findings are in findings.csv."
    for told in found.spread[:_IN_MARKDOWN]:
        yield from _carriers(told)
    if found.spread[_IN_MARKDOWN:]:
        yield f"\n{len(found.spread) - _IN_MARKDOWN} more corrected figures are in corrections.csv."


def by_wrong_figures(found: Found) -> str:
    """How many figures are no findings for that."""
    told = tables.plural(found.acquitted, "figure")
    return f"Left out: {told} that only a figure found wrong itself speaks against."


def judged_by(hindsight: bool) -> str:
    """Which reports an article was judged by, in words."""
    return "all reports, later ones too" if hindsight else "the reports before it"


def coverage(found: Found, held: Held) -> str:
    """How much was held against the record."""
    copies = f"{tables.plural(held.copies, 'repeat')} left out; " if held.copies else ""
    passed_over = f"; passed over: {held.passed_over}" if held.passed_over else ""
    return (
        f"**Coverage:** {tables.plural(held.documents, 'document')} "
        f"({copies}{held.not_read} not read{passed_over}), {tables.plural(found.claims, 'claim')}, "
        f"{found.checkable:,} checkable, {found.compared:,} compared with the record, "
        f"{found.unchecked:,} unchecked."
    )


def _carriers(told: Spread) -> Iterator[str]:
    row = told.correction
    yield (
        f"\n## Corrected, still carried: {plain(tables.number_text(told.old))} "
        f"{plain(tables.label(row['kind']))}, {plain(row['place'] or '')}\n"
    )
    name = row["outlet"] or row["title"] or row["document"]
    day = reasons.day(row["published"])
    yield f"Corrected by {link(name, row['url'])}, {day}. Later articles:\n"
    for one in told.carriers[:_IN_MARKDOWN]:
        name = one["outlet"] or one["title"] or one["document"]
        day = reasons.day(one["published"])
        yield f"- {link(name, one['url'])}, {day}: {plain(one['sentence'])}"
    if told.carriers[_IN_MARKDOWN:]:
        yield f"- and {len(told.carriers) - _IN_MARKDOWN} more, in corrections.csv"
