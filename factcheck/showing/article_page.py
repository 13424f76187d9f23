"""Checked documents → a web page of one file: the text with its figures marked, and for each
finding why, the newest figure, the reports behind it, their origins and the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from claims_db.records import Bound, Claim, Document, Prior, Report
from factcheck.judging import origins, pairs
from factcheck.judging.figures import representative
from factcheck.results import ClaimResult, DocumentResult, Match, Relation, Severity, Verdict
from factcheck.showing import chart, tables
from factcheck.showing.chart import Chart, Dot
from factcheck.showing.telling import same_fact, telling
from factcheck.showing.templates import environment

_OPENING = 90  # characters of the text that stand for a missing title


@dataclass(frozen=True, slots=True)
class Source:
    """A figure on record as it is shown: what, in which report, and how it stands."""

    lead: str
    prior: Prior
    figure: str
    sentence: str
    later: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, with all that stands behind it. `number` is its mark in the text."""

    number: int
    anchor: str
    found: ClaimResult
    figure: str
    hints: tuple[str, ...]
    latest: Source | None
    shown: tuple[Source, ...]
    others: tuple[Source, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with the claims that stand on it, and the class it is marked with."""

    text: str
    css: str = ""
    anchor: str = ""
    target: str = ""
    numbers: tuple[int, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A checked document, ready to be put into the template."""

    anchor: str
    result: DocumentResult
    title: str
    headline: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    cards: tuple[Card, ...]
    counts: tuple[tuple[Verdict, Severity, int], ...]
    silent: tuple[Claim, ...]
    uncheckable: tuple[Claim, ...]
    bundled: bool


def pages(results: Iterable[DocumentResult]) -> Iterator[str]:
    """The page in pieces, document by document: nothing is held back until all are checked."""
    templates = environment()
    yield templates.get_template("article_head.html").render()
    body = templates.get_template("article.html")
    for number, result in enumerate(results, 1):
        yield body.render(article=article(result, number), figure=_figure_with_line, surely=surely)
    yield templates.get_template("article_foot.html").render()


def article(result: DocumentResult, number: int) -> Article:
    """What the template shows of a document; `number` keeps anchors of several apart."""
    document, anchor = result.document, f"d{number}"
    compared = [found for found in result.results if found.verdict is not Verdict.NO_PRIOR]
    numbers = {found.claim.id: n for n, found in enumerate(compared, 1)}
    cards = tuple(_card(found, n, anchor, document) for n, found in enumerate(compared, 1))
    split = _paragraphs(document.text)
    title = document.title or ""
    headed = bool(split and title and document.text[slice(*split[0])] == title)
    pieces = [_pieces(document.text, span, result.results, numbers, anchor) for span in split]
    silent = [found.claim for found in result.results if found.verdict is Verdict.NO_PRIOR]
    return Article(
        anchor=anchor,
        result=result,
        title=title or _opening(document),
        headline=pieces[0] if headed else (Piece(title or _opening(document)),),
        paragraphs=tuple(pieces[1:] if headed else pieces),
        cards=tuple(sorted(cards, key=lambda card: (-card.found.severity.rank, card.number))),
        counts=_counts(compared),
        silent=tuple(claim for claim in silent if claim.checkable),
        uncheckable=tuple(claim for claim in silent if not claim.checkable),
        bundled=any(m.prior.report.bundled for found in compared for m in found.matches),
    )


def _opening(document: Document) -> str:
    text = tables.clean(document.text[: _OPENING * 2])
    return text if len(text) <= _OPENING else f"{text[:_OPENING].rsplit(' ', 1)[0]}…"


def _counts(compared: Sequence[ClaimResult]) -> tuple[tuple[Verdict, Severity, int], ...]:
    """How many claims there are of each verdict, the worst first."""
    counts = Counter((found.verdict, found.severity) for found in compared)
    ranked = sorted(counts.items(), key=lambda item: -item[0][1].rank)
    return tuple((verdict, severity, count) for (verdict, severity), count in ranked)


# --- A finding --------------------------------------------------------------------------------


def _card(found: ClaimResult, number: int, anchor: str, document: Document) -> Card:
    shown = telling(found)
    rest = [match for match in same_fact(found) if match not in shown]
    return Card(
        number=number,
        anchor=f"{anchor}-f{number}",
        found=found,
        figure=f"{tables.figure(found.claim)} {tables.counted(found.claim)}",
        hints=tuple(
            f"{hint.slip.replace('_', ' ')}: {tables.number_text(hint.figure)}"
            for hint in found.hints
        ),
        latest=_source("latest", found.latest) if found.latest else None,
        shown=tuple(_told(match) for match in shown),
        others=tuple(_told(match) for match in rest),
        chart=chart.draw(
            dots(found, document),
            f"Figures over time: {found.why}",
            level=representative(found.claim.value),
        ),
    )


def _told(match: Match) -> Source:
    return _source(match.judgement.relation.value, match.prior, later=match.later)


def _source(lead: str, prior: Prior, *, later: bool = False) -> Source:
    figure = f"{tables.figure(prior.claim)} {tables.counted(prior.claim)}"
    return Source(lead, prior, figure, tables.clipped(prior.claim), later)


def dots(found: ClaimResult, document: Document) -> list[Dot]:
    """The figures of the same fact over time, and the claim's own where it has a day."""
    made = [dot for match in same_fact(found) if (dot := dot_of(match.prior, _standing(match)))]
    own = Prior(found.claim, _own_report(document))
    mark = dot_of(own, "own")
    return [*made, mark] if mark else made


def _own_report(document: Document) -> Report:
    return Report(document.key, document.outlet, document.published, document.url)


def dot_of(prior: Prior, standing: str) -> Dot | None:
    """The mark of a figure in a chart; None without a count, and where only month or year is
    known: the first of the month would be a day on which nobody said so."""
    told, value = pairs.told_at(prior.claim, prior.report.published), prior.claim.value
    count = representative(value)
    if told is None or told.precision not in ("day", "minute") or count is None:
        return None
    report = prior.report
    words = [tables.short(value), report.outlet or "unknown outlet", tables.dated(prior)]
    source = prior.claim.attribution
    said = [f"said by {source.source}"] if source else []
    spread = value.bound is Bound.RANGE and value.low is not None and value.high is not None
    return Dot(
        day=told.day,
        count=count,
        low=value.low if spread and value.low is not None else count,
        high=value.high if spread and value.high is not None else count,
        origin=origins.origin(prior),
        printed=origins.printed(prior),
        standing="withdrawn" if report.retracted else standing,
        words=" · ".join(map(tables.clean, [*words, *said])),
    )


def _standing(match: Match) -> str:
    if match.later:
        return "later"
    return "agrees" if match.judgement.relation is Relation.CONSISTENT else "differs"


# --- The text ---------------------------------------------------------------------------------


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each line that holds anything."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            spans.append((at + lead, at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def _pieces(
    text: str,
    span: tuple[int, int],
    results: Sequence[ClaimResult],
    numbers: dict[str, int],
    anchor: str,
) -> tuple[Piece, ...]:
    """The stretch cut where a figure begins or ends; a piece has all the claims on it."""
    first, last = span
    here = [f for f in results if f.claim.start < last and f.claim.end > first]
    cuts = {first, last}
    for found in here:
        cuts |= {max(found.claim.start, first), min(found.claim.end, last)}
    made, seen = [], set[int]()
    for a, b in pairwise(sorted(cuts)):
        on = [found for found in here if found.claim.start < b and found.claim.end > a]
        piece = _piece(text[a:b], on, numbers, anchor)
        fresh = tuple(n for n in piece.numbers if n not in seen)
        seen |= set(fresh)
        made.append(
            Piece(
                piece.text,
                piece.css,
                f"{anchor}-t{fresh[0]}" if fresh else "",
                piece.target,
                fresh,
                piece.title,
            )
        )
    return tuple(made)


def _piece(text: str, on: Sequence[ClaimResult], numbers: dict[str, int], anchor: str) -> Piece:
    if not on:
        return Piece(text)
    worst = max(on, key=lambda found: (found.claim.id in numbers, found.severity.rank))
    if worst.claim.id not in numbers:
        silence = (
            "nothing on record is surely the same fact"
            if worst.claim.checkable
            else "not checkable"
        )
        return Piece(text, "unchecked", title=f"Unchecked: {silence}")
    return Piece(
        text,
        worst.severity.value,
        target=f"{anchor}-f{numbers[worst.claim.id]}",
        numbers=tuple(numbers[found.claim.id] for found in on if found.claim.id in numbers),
        title=f"{worst.verdict.value}: {worst.why}",
    )


def surely(probability: float) -> str:
    """A probability in two decimals, never as the certainty it isn't."""
    if probability > 0.99:
        return "> 0.99"
    return "< 0.01" if probability < 0.01 else f"{probability:.2f}"


def _figure_with_line(claim: Claim) -> Markup:
    """A claim in a list: its figure, what it counts, its line."""
    return Markup("{} – {} (line {})").format(
        tables.figure(claim), tables.counted(claim), claim.line
    )
