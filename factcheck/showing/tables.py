"""Results → text for a terminal: coverage first, findings in words, the reports behind them.

Readable at 80 columns, without colour, and through a pipe. Text of articles is never read as
markup, and its control characters don't reach the terminal.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Document, Prior, Value, Window
from factcheck.judging import reasons
from factcheck.results import (
    ClaimResult,
    Coverage,
    DocumentResult,
    Extraction,
    InternalFinding,
    Judgement,
    Severity,
    Verdict,
)
from factcheck.showing.telling import NEWEST, standing, telling
from factcheck.text import nouns

Blocks = list[RenderableType]

SHOWN_MATCHES = 3  # reports shown under a claim; JSON has them all
_TITLE = 60  # characters of the text that stand for a missing title
_LONGEST = 240  # characters of a sentence shown as evidence
_ISO = 3  # letters of a currency code
_PLAIN_UNITS = frozenset({"person", "item", "unit", "job", "vote", "money", "percent", "magnitude"})
_NO_UNIT = frozenset({"age", "date", "superlative"})  # the kind says what the number is
_BOUNDS = {
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "up to ",
    Bound.LESS_THAN: "fewer than ",
    Bound.ABOUT: "about ",
}
STYLES = {
    Severity.OK: "green",
    Severity.INFO: "cyan",
    Severity.NOTICE: "blue",
    Severity.WARNING: "yellow",
    Severity.ERROR: "bold red",
}
PARAPHRASE = "a shipped report: its sentence is our paraphrase"


def render(blocks: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """The text of the blocks, `width` columns wide; escape codes only with `colour`."""
    room = io.StringIO()
    console = Console(
        file=room,
        width=max(width, 40),
        force_terminal=colour,
        color_system="auto" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for block in blocks:
        whole = isinstance(block, Text) and block.no_wrap
        console.print(block, crop=False, soft_wrap=bool(whole))
    text = room.getvalue()
    return text if colour else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def clean(text: str) -> str:
    """One line of text without control characters, which could steer the terminal."""
    return " ".join("".join(map(_harmless, text)).split())


def _harmless(letter: str) -> str:
    if letter.isprintable():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


def figure(claim: Claim) -> str:
    """The figure as written, with the unit where it is not people or things."""
    text, unit = clean(claim.value.text), (claim.unit or "").replace("_", " ")
    if unit and claim.kind not in _NO_UNIT and unit not in _PLAIN_UNITS and unit not in text:
        text += f" {_in_number(unit, one=claim.value.stated == 1)}"
    if claim.per:
        text += f" per {claim.per}"
    return text


def _in_number(unit: str, *, one: bool) -> str:
    """The unit as it is written behind a figure: "metres", "EUR", "pesos"."""
    if unit.isupper() and len(unit) <= _ISO:
        return unit
    if unit.isupper():  # a currency told without its country
        unit = unit.lower()
    return unit if one or nouns.singular(unit) != unit else nouns.plural(unit)


def short(value: Value) -> str:
    """The figure in digits with its bound in words: "at least 12", "10 to 12"."""
    if value.bound is Bound.RANGE and value.low is not None and value.high is not None:
        return f"{number_text(value.low)} to {number_text(value.high)}"
    if value.stated is None:
        return clean(value.text)
    return f"{_BOUNDS.get(value.bound, '')}{number_text(value.stated)}"


def label(kind: str) -> str:
    """The kind as a reader sees it."""
    known = kinds().get(kind)
    return known.label if known else kind.replace("_", " ")


def counted(claim: Claim) -> str:
    """What the figure counts or measures: kind, group or measure, and whether it is a change."""
    parts = [label(claim.kind)]
    if claim.group:
        parts.append(clean(claim.group))
    elif reasons.measure(claim):
        parts.append(clean(reasons.measure(claim)))
    if claim.change:
        parts.append("change")
    return ", ".join(parts)


def where(claim: Claim) -> str:
    """The places, by name."""
    return ", ".join(clean(place.name) for place in claim.places) or "–"


def window(when: Window | None) -> str:
    """A day, or first and last day."""
    if when is None:
        return "–"
    return when.start if when.start == when.end else f"{when.start} to {when.end}"


def dated(prior: Prior) -> str:
    """When a report came out; of one that doesn't tell, as rows of tables, when it was what it
    tells of."""
    out, when = prior.report.published, prior.claim.when
    if out:
        return out.replace("T", " ")
    return f"of {window(when)}" if when else "no date"


def extraction_blocks(extraction: Extraction) -> Blocks:
    """A document with its claims."""
    checkable = sum(claim.checkable for claim in extraction.claims)
    counts = f"{plural(len(extraction.claims), 'claim')}, {checkable} checkable, none compared."
    grid = table("Line", "Figure", "Counts", "Where", "When", "Said by")
    for claim in extraction.claims:
        grid.add_row(
            str(claim.line),
            Text(figure(claim)),
            Text(counted(claim)),
            Text(where(claim)),
            Text(window(claim.when)),
            Text(clean(claim.attribution.source) if claim.attribution else "–"),
        )
    body: Blocks = [grid] if extraction.claims else []
    return [*_heading(extraction.document), Text(counts), *body, *_internal(extraction.internal)]


def document_blocks(result: DocumentResult) -> Blocks:
    """A checked document: coverage, verdicts, what is unchecked, and the reports behind it."""
    blocks = [*_heading(result.document), _coverage(result.coverage)]
    if result.undated:
        blocks.append(Text("The document has no date: judged by everything on record."))
    compared = [found for found in result.results if found.verdict is not Verdict.NO_PRIOR]
    if compared:
        blocks.append(_verdicts(compared))
        blocks.append(Text("\nReports behind it"))
        for found in compared:
            blocks.extend(_evidence(found))
        blocks.extend(legend(m.prior for found in compared for m in found.matches))
        blocks.append(Text(""))
    blocks.extend(_internal(result.internal))
    blocks.extend(_unchecked(result.results))
    return [*blocks, Text("")]


def named(document: Document) -> str:
    """What a document is called: its title, else its id, else how it begins."""
    return clean(document.title or document.id or _opening(document.text))


def _heading(document: Document) -> Blocks:
    title = named(document)
    facts = [document.outlet, document.published or "no date", document.url]
    return [
        Text(title, style="bold"),
        link(" · ".join(clean(fact) for fact in facts if fact)),
    ]


def _opening(text: str) -> str:
    first = text.lstrip()[: _TITLE + 1]
    return first if len(first) <= _TITLE else f"{first[:_TITLE].rstrip()}…"


def _coverage(coverage: Coverage) -> Text:
    text = Text(
        f"Coverage: {plural(coverage.claims, 'claim')}, {coverage.checkable} checkable, "
        f"{coverage.compared} compared with the record, {coverage.unchecked} unchecked."
    )
    if coverage.unchecked or not coverage.compared:
        text.append(" Unchecked is not cleared.", style="yellow")
    return text


def _verdicts(results: Sequence[ClaimResult]) -> Table:
    grid = table("Line", "Figure", "Verdict", "Why")
    for found in results:
        words = Text(f"{found.verdict.value}\n({found.severity.value})")
        words.stylize(STYLES[found.severity])
        why = Text(clean(found.why))
        for hint in found.hints:
            why.append(f"\nSlip? {hint.slip.replace('_', ' ')}: {number_text(hint.figure)}")
        grid.add_row(
            str(found.claim.line),
            Text(f"{figure(found.claim)}\n{counted(found.claim)}"),
            words,
            why,
        )
    return grid


def _evidence(found: ClaimResult) -> Blocks:
    """The reports that show best how the claim stands: the newest, and one for each relation."""
    head = f"line {found.claim.line}, {figure(found.claim)} {counted(found.claim)}"
    blocks: Blocks = [Text(head, style="bold")]
    shown = telling(found)
    if found.latest and found.latest not in [match.prior for match in shown]:
        blocks.extend(_report(NEWEST, found.latest))
    for match in shown:
        lead = standing(match)
        if match.prior == found.latest:
            lead = f"{NEWEST}, {lead}"
        blocks.extend(_report(lead, match.prior))
    rest = len(found.matches) - len(shown)
    if rest > 0:
        blocks.append(indented(Text(f"{plural(rest, 'other report')} looked at", style="dim")))
    return blocks


def _report(lead: str, prior: Prior) -> Blocks:
    """A figure on record with outlet, date, its sentence and link."""
    report, claim = prior.report, prior.claim
    outlet = clean(report.outlet or "unknown outlet") + ("*" if report.bundled else "")
    facts = [
        f"{lead}: {figure(claim)} {counted(claim)}",
        outlet,
        dated(prior),
    ]
    if report.retracted:
        facts.append("WITHDRAWN")
    blocks: Blocks = [
        indented(Text(" · ".join(facts))),
        indented(Text(clipped(claim), style="dim"), by=4),
    ]
    if report.url:
        blocks.append(link("    " + clean(report.url)))
    return blocks


def legend(priors: Iterable[Prior]) -> Blocks:
    """What the mark * says, where a report has it."""
    return [Text(f"* {PARAPHRASE}")] if any(prior.report.bundled for prior in priors) else []


def clipped(claim: Claim) -> str:
    """The sentence, or what stands around the figure of a very long one."""
    sentence = claim.sentence
    if len(sentence) <= _LONGEST:
        return clean(sentence)
    at = max(sentence.find(claim.value.text), 0)
    first = max(at - _LONGEST // 2, 0)
    part = sentence[first : first + _LONGEST]
    return f"{'…' if first else ''}{clean(part)}…"


def _internal(findings: Iterable[InternalFinding]) -> Blocks:
    blocks: Blocks = []
    for finding in findings:
        line = Text(f"Inside the document ({finding.severity.value}, {finding.relation}): ")
        line.stylize(STYLES[finding.severity])
        line.append(clean(finding.why))
        blocks.append(line)
    return blocks


def _unchecked(results: Iterable[ClaimResult]) -> Blocks:
    """What nothing on record speaks to, in one paragraph."""
    silent = [found.claim for found in results if found.verdict is Verdict.NO_PRIOR]
    if not silent:
        return []
    said = "; ".join(
        f"{figure(claim)} {counted(claim)} (line {claim.line}"
        f"{'' if claim.checkable else ', not checkable'})"
        for claim in silent
    )
    return [Text(f"Unchecked, nothing on record is surely the same fact: {said}.")]


def judgement_blocks(claim: str, evidence: str, judgement: Judgement) -> Blocks:
    """How two statements stand."""
    grid = Table.grid(padding=(0, 2))
    for name, said in (
        ("Claim", clean(claim)),
        ("Evidence", clean(evidence)),
        ("Relation", judgement.relation.value),
        ("Why", clean(judgement.why)),
        ("Same fact", f"{judgement.match_confidence:.2f}"),
        ("Consistent", f"{judgement.consistency:.2f} (given the same fact)"),
    ):
        grid.add_row(Text(name, style="bold"), Text(said))
    return [grid]


def number_text(value: float) -> str:
    """A number with thousands set apart."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def table(*columns: str) -> Table:
    """An empty table that folds long cells instead of cutting them."""
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for column in columns:
        grid.add_column(column, overflow="fold", justify="right" if column == "Line" else "left")
    return grid


def plural(count: int, noun: str) -> str:
    """ "1 event", "2 events"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def indented(text: Text, by: int = 2) -> Padding:
    """A paragraph set in."""
    return Padding(text, (0, 0, 0, by))


def link(text: str) -> Text:
    """A line that is never wrapped, so that a link stays whole."""
    return Text(text, no_wrap=True, overflow="ignore")
