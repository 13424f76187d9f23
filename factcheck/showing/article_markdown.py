"""Checked documents → Markdown for a ticket or a chat: coverage, then the findings, worst first.

What comes from articles is escaped, so that it stays text wherever this is pasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims_db.records import Document, Prior
from factcheck.judging import reasons
from factcheck.results import ClaimResult, Coverage, DocumentResult, Verdict
from factcheck.showing import tables
from factcheck.showing.telling import standing, telling
from factcheck.showing.templates import href

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")
_OPENING = 60  # characters of the text that stand for a missing title


def pages(results: Iterable[DocumentResult]) -> Iterator[str]:
    """The Markdown of each document."""
    for number, result in enumerate(results):
        yield ("\n---\n\n" if number else "") + "\n".join(_lines(result)) + "\n"


def plain(text: str) -> str:
    """One line of text in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", tables.clean(text))


def link(words: str, url: str | None) -> str:
    """The words, leading to the address if it is one of the web."""
    target = href(url)
    if target is None:
        return plain(words)
    safe = re.sub(r"[\s<>]", lambda found: f"%{ord(found[0]):02X}", target)
    return f"[{plain(words)}](<{safe}>)"


def coverage(counts: Coverage) -> str:
    """How much was held against the record."""
    silence = " Unchecked is not cleared." if counts.unchecked or not counts.compared else ""
    return (
        f"**Coverage:** {tables.plural(counts.claims, 'claim')}, {counts.checkable} checkable, "
        f"{counts.compared} compared with the record, {counts.unchecked} unchecked.{silence}"
    )


def _lines(result: DocumentResult) -> Iterator[str]:
    compared = [found for found in result.results if found.verdict is not Verdict.NO_PRIOR]
    yield from _heading(result.document)
    yield coverage(result.coverage)
    if result.undated:
        yield "\nThe document has no date: judged by everything on record."
    for finding in result.internal:
        yield f"\n- **inside the document** ({finding.severity.value}): {plain(finding.why)}"
    if compared:
        yield ""
    for found in sorted(compared, key=lambda found: -found.severity.rank):
        yield from _finding(found)
    silent = [found.claim for found in result.results if found.verdict is Verdict.NO_PRIOR]
    if silent:
        said = "; ".join(
            f"{tables.figure(claim)} {tables.counted(claim)} (line {claim.line})"
            for claim in silent
        )
        yield f"\nUnchecked, nothing on record is surely the same fact: {plain(said)}."
    if any(match.prior.report.bundled for found in compared for match in found.matches):
        yield f"\n\\* {tables.PARAPHRASE}"


def _heading(document: Document) -> Iterator[str]:
    title = document.title or document.id or document.text[:_OPENING]
    yield f"## {plain(title)}\n"
    facts = [document.outlet, reasons.day(document.published) or "no date"]
    address = [link(document.url, document.url)] if document.url else []
    yield " · ".join([*(plain(fact) for fact in facts if fact), *address]) + "\n"


def _finding(found: ClaimResult) -> Iterator[str]:
    claim = found.claim
    figure = plain(f"{tables.figure(claim)} {tables.counted(claim)}")
    yield (
        f"- **{found.verdict.value}** ({found.severity.value}) – {figure}, line {claim.line}: "
        f"{plain(found.why)}."
    )
    for hint in found.hints:
        number = tables.number_text(hint.figure)
        yield f"  - Slip? {plain(hint.slip.replace('_', ' '))}: {number}"
    if found.latest:
        yield f"  - Newest on record: {_report(found.latest)}"
    for match in telling(found):
        yield f"  - {standing(match)}: {_report(match.prior)}"
        yield f"    > {plain(tables.clipped(match.prior.claim))}"
    sides = found.origins
    unknown = f", {sides.unknown} unknown" if sides.unknown else ""
    yield f"  - Origins: {sides.agree} agree, {sides.disagree} disagree{unknown}"


def _report(prior: Prior) -> str:
    report = prior.report
    figure = plain(f"{tables.figure(prior.claim)} {tables.counted(prior.claim)}")
    name = link(report.outlet or "unknown outlet", report.url) + ("\\*" if report.bundled else "")
    withdrawn = ", **withdrawn**" if report.retracted else ""
    return f"{figure} · {name}, {reasons.dated(prior) or 'no date'}{withdrawn}"
