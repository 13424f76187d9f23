"""Claims and priors for the tests of judging: the bundled reports, and claims made to measure."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claims_db import gazetteer
from claims_db.kinds import kinds
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
from factcheck import seed


@lru_cache(maxsize=1)
def bundled() -> tuple[Prior, ...]:
    """All bundled figures as priors."""
    return tuple(
        Prior(claim, Report(str(doc.id), doc.outlet, doc.published, doc.url, bundled=True))
        for doc, claims in seed.seed_documents()
        for claim in claims
    )


def priors_on(kind: str) -> list[Prior]:
    """The bundled figures of a kind and its family, of all events."""
    return [prior for prior in bundled() if prior.claim.kind == kind]


def place(name: str, country: str) -> Place:
    """A place as the gazetteer knows it, else by name."""
    entry = gazetteer.resolve(name, countries=(country,))
    return Place(name, entry.id, entry.country) if entry else Place(name, None, country)


def value(number: float, bound: Bound = Bound.EXACT, text: str | None = None) -> Value:
    """A number as an interval."""
    low: float | None = number
    high: float | None = number
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    if bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low = 0.0
    words = "" if bound is Bound.EXACT else f"{bound.value.replace('_', ' ')} "
    return Value(low, high, number, bound, text or f"{words}{number:,.10g}")


def claim(
    kind: str,
    number: Value,
    where: tuple[Place, ...] = (),
    when: tuple[str, str] | None = None,
    happening: str | None = None,
    source: str | None = None,
    sentence: str = "The figure stands in a sentence of its own",
    **fields: object,
) -> Claim:
    """A claim made to measure."""
    made = Claim(
        id="test",
        kind=kind,
        subject="people" if kinds()[kind].of_people else None,
        group=None,
        part_of=None,
        value=number,
        unit=kinds()[kind].unit,
        per=None,
        change=None,
        places=where,
        when=Window(when[0], when[1], "day") if when else None,
        as_of=None,
        attribution=Attribution(source) if source else None,
        status=None,
        event=None,
        checkable=True,
        sentence=sentence,
        start=0,
        end=0,
        line=1,
        column=1,
        happening=happening,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def article(published: str | None, outlet: str | None = None) -> Document:
    """A document to judge claims in."""
    return Document(text="An article of our own", published=published, outlet=outlet)
