"""Records made by hand, for tests of what is done with them."""

from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
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
    Hint,
    InternalFinding,
    Judgement,
    Main,
    MainFigure,
    Match,
    Origins,
    Relation,
    Severity,
    Verdict,
)

KYIV = Place("Kyiv", "geonames:703448", "UA")
NIGHT = Window("2025-04-23", "2025-04-24", "day", "overnight")


def value(stated: float | None, bound: Bound = Bound.EXACT, text: str | None = None) -> Value:
    high = stated if bound is Bound.EXACT else None
    return Value(stated, high, stated, bound, text or f"{stated:g}")


def claim(
    stated: float = 12,
    kind: str = "killed",
    *,
    bound: Bound = Bound.EXACT,
    source: str | None = None,
    as_of: str | None = None,
    event: str | None = "kyiv-2025-04-24",
    sentence: str | None = None,
    unit: str = "person",
    checkable: bool = True,
    name: str | None = None,
) -> Claim:
    return Claim(
        id=name or f"{kind}-{stated:g}",
        kind=kind,
        subject="people",
        group=None,
        part_of=None,
        value=value(stated, bound),
        unit=unit,
        per=None,
        change=None,
        places=(KYIV,),
        when=NIGHT,
        as_of=as_of,
        attribution=Attribution(source, "said") if source else None,
        status=None,
        event=event,
        checkable=checkable,
        sentence=sentence or f"{stated:g} people were {kind} in Kyiv.",
        start=0,
        end=2,
        line=3,
        column=1,
    )


def prior(
    stated: float = 12,
    kind: str = "killed",
    *,
    outlet: str | None = "The Daily Test",
    published: str | None = "2025-04-24",
    url: str | None = "https://example.org/report",
    bundled: bool = False,
    retracted: bool = False,
    source: str | None = None,
    as_of: str | None = None,
    event: str | None = "kyiv-2025-04-24",
    sentence: str | None = None,
) -> Prior:
    made = claim(stated, kind, source=source, as_of=as_of, event=event, sentence=sentence)
    report = Report(
        id=f"{outlet} {published} {stated:g}",
        outlet=outlet,
        published=published,
        url=url,
        bundled=bundled,
        retracted=retracted,
    )
    return Prior(made, report)


def judgement(relation: Relation = Relation.CONSISTENT, why: str = "Both say 12.") -> Judgement:
    rest = {other: 0.02 for other in Relation if other is not relation}
    return Judgement(relation, {relation: 0.9, **rest}, 0.97, 0.95, why)


def result(
    stated: float = 12,
    kind: str = "killed",
    verdict: Verdict = Verdict.CONSISTENT,
    severity: Severity = Severity.OK,
    *,
    matches: tuple[Match, ...] = (),
    hints: tuple[Hint, ...] = (),
    why: str = "Agrees with the newest report.",
    checkable: bool = True,
) -> ClaimResult:
    compared = verdict is not Verdict.NO_PRIOR
    return ClaimResult(
        claim=claim(stated, kind, checkable=checkable),
        verdict=verdict,
        severity=severity,
        match_confidence=0.97 if compared else None,
        consistency=0.95 if compared else None,
        origins=Origins(agree=int(compared)),
        latest=matches[0].prior if matches else None,
        why=why,
        hints=hints,
        matches=matches,
    )


def checked(*results: ClaimResult, document: Document | None = None) -> DocumentResult:
    compared = sum(found.verdict is not Verdict.NO_PRIOR for found in results)
    checkable = sum(found.claim.checkable for found in results)
    return DocumentResult(
        document=document or Document("12 people were killed in Kyiv.", published="2025-04-25"),
        results=results,
        main=Main(
            "kyiv-2025-04-24", {"killed": MainFigure(12, None, 12, Bound.AT_LEAST, ("killed-12",))}
        ),
        internal=(InternalFinding(("a", "b"), "conflict", Severity.WARNING, "Parts exceed all."),),
        coverage=Coverage(len(results), checkable, compared, checkable - compared),
    )
