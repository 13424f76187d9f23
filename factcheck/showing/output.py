"""Results → plain objects for JSON, exactly as the contract has them.

Field names and their order are stable: scripts depend on them. A missing thing is null; a whole
number is printed as an integer; NaN and infinity never come out.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims_db.records import (
    Attribution,
    Claim,
    Document,
    Event,
    Place,
    Prior,
    Report,
    Value,
    Window,
)
from factcheck.results import (
    ClaimResult,
    Coverage,
    DocumentResult,
    Extraction,
    Hint,
    InternalFinding,
    Judgement,
    Main,
    MainFigure,
    Match,
    Origins,
    Relation,
    Verdict,
)

if TYPE_CHECKING:
    from claims_db.contents import Stats
    from factcheck.judging.conflicts import Conflict
    from factcheck.judging.timeline import Series

Json = dict[str, object]

_EXACT_INTEGERS = 2**53  # above it a float no longer holds every whole number
_PLACES = 4  # decimals of a probability


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON text of what this module returns; non-ASCII letters stay as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)


def number(value: float | None) -> int | float | None:
    """A figure for JSON: whole ones as int; None for none, NaN and infinity."""
    if value is None or not math.isfinite(value):
        return None
    if float(value).is_integer() and abs(value) <= _EXACT_INTEGERS:
        return int(value)
    return float(value)


def probability(value: float | None) -> float | None:
    """A probability to four decimals, None for none."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), _PLACES)


def value_json(value: Value) -> Json:
    """The interval of a figure."""
    return {
        "low": number(value.low),
        "high": number(value.high),
        "stated": number(value.stated),
        "bound": value.bound.value,
        "text": value.text,
    }


def place_json(place: Place) -> Json:
    """A place by name, identity and country."""
    return {"name": place.name, "id": place.id, "country": place.country}


def window_json(window: Window | None) -> Json | None:
    """When something happened."""
    if window is None:
        return None
    return {
        "start": window.start,
        "end": window.end,
        "precision": window.precision,
        "text": window.text,
    }


def attribution_json(attribution: Attribution | None) -> Json | None:
    """Who says so."""
    if attribution is None:
        return None
    return {"source": attribution.source, "verb": attribution.verb}


def claim_json(claim: Claim) -> Json:
    """A claim with its fields in the contract's order."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "subject": claim.subject,
        "group": claim.group,
        "part_of": claim.part_of,
        "value": value_json(claim.value),
        "unit": claim.unit,
        "per": claim.per,
        "change": claim.change,
        "places": [place_json(place) for place in claim.places],
        "when": window_json(claim.when),
        "as_of": claim.as_of,
        "attribution": attribution_json(claim.attribution),
        "status": claim.status.value if claim.status else None,
        "event": claim.event,
        "checkable": claim.checkable,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
    }


def report_json(report: Report) -> Json:
    """The report a prior stands in."""
    return {
        "outlet": report.outlet,
        "published": report.published,
        "url": report.url,
        "title": report.title,
        "bundled": report.bundled,
        "retracted": report.retracted,
    }


def prior_json(prior: Prior) -> Json:
    """A claim on record, with its report."""
    return {**claim_json(prior.claim), "report": report_json(prior.report)}


def probabilities_json(probabilities: dict[Relation, float]) -> Json:
    """A probability for each of the six relations, 0 for one not named."""
    return {
        relation.value: probability(probabilities.get(relation, 0.0)) or 0.0
        for relation in Relation
    }


def judgement_json(judgement: Judgement) -> Json:
    """How two statements stand: `compare`'s line, without its id."""
    return {
        "relation": judgement.relation.value,
        "consistency": probability(judgement.consistency),
        "match_confidence": probability(judgement.match_confidence),
        "probabilities": probabilities_json(judgement.probabilities),
        "why": judgement.why,
    }


def match_json(match: Match) -> Json:
    """A prior held against a claim."""
    return {
        "prior": prior_json(match.prior),
        "relation": match.judgement.relation.value,
        "probabilities": probabilities_json(match.judgement.probabilities),
        "match_confidence": probability(match.judgement.match_confidence),
        "why": match.judgement.why,
        "later": match.later,
    }


def hint_json(hint: Hint) -> Json:
    """A slip that would explain a figure."""
    return {"slip": hint.slip, "figure": number(hint.figure)}


def origins_json(origins: Origins) -> Json:
    """How many independent origins stand on each side."""
    return {"agree": origins.agree, "disagree": origins.disagree, "unknown": origins.unknown}


def claim_result_json(result: ClaimResult) -> Json:
    """A claim of `check`: its own fields, and how it stands to the record."""
    return {
        **claim_json(result.claim),
        "verdict": result.verdict.value,
        "severity": result.severity.value,
        "match_confidence": probability(result.match_confidence),
        "consistency": probability(result.consistency),
        "origins": origins_json(result.origins),
        "latest": prior_json(result.latest) if result.latest else None,
        "why": result.why,
        "hints": [hint_json(hint) for hint in result.hints],
        "matches": [match_json(match) for match in result.matches],
    }


def coverage_json(coverage: Coverage) -> Json:
    """How much of a document was held against the record."""
    return {
        "claims": coverage.claims,
        "checkable": coverage.checkable,
        "compared": coverage.compared,
        "unchecked": coverage.unchecked,
    }


def internal_json(finding: InternalFinding) -> Json:
    """Figures of one document that do or don't fit together."""
    return {
        "claims": list(finding.claims),
        "relation": finding.relation,
        "severity": finding.severity.value,
        "why": finding.why,
    }


def main_json(main: Main) -> Json:
    """The document's own account of its happening."""
    return {
        "event": main.event,
        "figures": {kind: _main_figure(figure) for kind, figure in main.figures.items()},
    }


def _main_figure(figure: MainFigure) -> Json:
    return {
        "low": number(figure.low),
        "high": number(figure.high),
        "stated": number(figure.stated),
        "bound": figure.bound.value,
        "claims": list(figure.claims),
    }


def extraction_json(extraction: Extraction) -> Json:
    """D of `extract`: nothing is compared, so every checkable claim is unchecked."""
    checkable = sum(claim.checkable for claim in extraction.claims)
    return _document(
        extraction.document,
        Coverage(len(extraction.claims), checkable, compared=0, unchecked=checkable),
        extraction.internal,
        extraction.main,
        [claim_json(claim) for claim in extraction.claims],
        {},
    )


def document_json(result: DocumentResult) -> Json:
    """D of `check`."""
    counts = Counter(found.verdict for found in result.results)
    return _document(
        result.document,
        result.coverage,
        result.internal,
        result.main,
        [claim_result_json(found) for found in result.results],
        {verdict.value: counts[verdict] for verdict in Verdict},
    )


def _document(
    document: Document,
    coverage: Coverage,
    internal: Iterable[InternalFinding],
    main: Main,
    claims: list[Json],
    findings: Json,
) -> Json:
    return {
        "id": document.key,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "url": document.url,
        "text": document.text,
        "coverage": coverage_json(coverage),
        "internal": [internal_json(finding) for finding in internal],
        "main": main_json(main),
        "claims": claims,
        "findings": findings,
    }


def event_json(event: Event) -> Json:
    """A happening on record, with the least and the most said of each kind."""
    return {
        "id": event.id,
        "place": place_json(event.place) if event.place else None,
        "window": window_json(event.window),
        "happening": event.happening,
        "documents": event.documents,
        "claims": event.claims,
        "figures": {
            kind: {"low": number(low), "high": number(high)}
            for kind, (low, high) in event.figures.items()
        },
    }


def conflict_json(conflict: Conflict) -> Json:
    """Contradicting figures of one kind in one event: the sides, and the pairs that clash."""
    return {
        "event": conflict.event,
        "kind": conflict.kind,
        "group": conflict.group,
        "severity": conflict.severity.value,
        "why": conflict.why,
        "figures": [
            {"value": value_json(side.value), "priors": [prior_json(p) for p in side.priors]}
            for side in conflict.sides
        ],
        "pairs": [
            {
                "claim": pair.claim.claim.id,
                "prior": pair.prior.claim.id,
                **judgement_json(pair.judgement),
            }
            for pair in conflict.pairs
        ],
    }


def series_json(series: Series) -> Json:
    """The figures of one kind in one event, oldest first."""
    return {
        "event": series.event,
        "kind": series.kind,
        "priors": [prior_json(prior) for prior in series.priors],
    }


def stats_json(stats: Stats) -> Json:
    """What a store holds."""
    return {
        "documents": stats.documents,
        "claims": stats.claims,
        "events": stats.events,
        "bundled": stats.bundled,
        "retracted": stats.retracted,
        "first": stats.first,
        "last": stats.last,
        "schema_version": stats.schema_version,
        "bytes": stats.bytes,
        "kinds": dict(stats.kinds),
        "outlets": dict(stats.outlets),
    }
