"""Claims and documents to fill a store with."""

from __future__ import annotations

from dataclasses import replace

from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Place,
    Value,
    Window,
)
from claims_db.store import Store

KYIV = Place("Kyiv", "geonames:703448", "UA")
KHARKIV = Place("Kharkiv", "geonames:706483", "UA")
UKRAINE = Place("Ukraine", "geonames:690791", "UA")
LVIV = Place("Lviv", "geonames:702550", "UA")
OVERNIGHT = Window("2025-04-23", "2025-04-24", "day", "overnight")

ATTACK = Claim(
    id="a",
    kind="killed",
    subject="people",
    group=None,
    part_of=None,
    value=Value(12, None, 12, Bound.AT_LEAST, "at least 12"),
    unit="person",
    per=None,
    change=None,
    places=(KYIV,),
    when=OVERNIGHT,
    as_of="2025-04-25",
    attribution=Attribution("officials", "said"),
    status=None,
    event=None,
    checkable=True,
    sentence="At least 12 people were killed in an attack on Kyiv.",
    start=0,
    end=11,
    line=1,
    column=1,
    happening="attack",
)


def on(first: str, last: str | None = None, precision: str = "day") -> Window:
    """A window of days."""
    return Window(first, last or first, precision)


def claim(n: float = 12, **changes: object) -> Claim:
    """The claim of the attack on Kyiv but for what is given; `n` is its figure."""
    value = Value(n, n, n, Bound.EXACT, str(n))
    return replace(ATTACK, **{"id": f"{n}", "value": value, **changes})  # type: ignore[arg-type]


def document(text: str = "A text.", **changes: str | None) -> Document:
    """A document of its own text."""
    known: dict[str, str | None] = {"published": "2025-04-25", "outlet": "Paper", **changes}
    return Document(text, **known)  # type: ignore[arg-type]


def fill(store: Store, *claims: Claim) -> None:
    """Puts each claim in a document of its own."""
    store.ingest([(document(f"Text {n}."), [found]) for n, found in enumerate(claims)])
