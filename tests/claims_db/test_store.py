"""Laws of the store: what goes in comes out, once, and whatever happens among it."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.adding import IngestCount
from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Place,
    Role,
    Status,
    Value,
    Window,
)
from claims_db.store import Store
from tests.claims_db.made import ATTACK, KYIV, UKRAINE, claim, document

ROOT = Path(__file__).parents[2]


# --- records go in and come out ---

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
MAYBE = st.none() | TEXTS
NUMBERS = st.none() | st.floats(allow_nan=False)
DATES = st.dates().map(str) | st.sampled_from(["2025", "2025-04", "2025-04-24T06:06+03:00", "?"])
OFFSETS = st.integers(0, 2**40)
CLAIMS = st.builds(
    Claim,
    id=TEXTS,
    kind=st.sampled_from(["killed", "wounded", "a kind of my own"]),
    subject=MAYBE,
    group=MAYBE,
    part_of=MAYBE,
    value=st.builds(Value, NUMBERS, NUMBERS, NUMBERS, st.sampled_from(Bound), TEXTS),
    unit=MAYBE,
    per=MAYBE,
    change=MAYBE,
    places=st.lists(
        st.sampled_from([KYIV, UKRAINE]) | st.builds(Place, TEXTS, MAYBE, MAYBE), max_size=3
    ).map(tuple),
    when=st.none() | st.builds(Window, DATES, DATES, TEXTS, MAYBE),
    as_of=st.none() | DATES,
    attribution=st.none() | st.builds(Attribution, TEXTS, MAYBE),
    status=st.none() | st.sampled_from(Status),
    event=MAYBE,
    checkable=st.booleans(),
    sentence=TEXTS,
    start=OFFSETS,
    end=OFFSETS,
    line=OFFSETS,
    column=OFFSETS,
    role=st.sampled_from(Role),
    happening=MAYBE,
    sentence_start=OFFSETS,
)
DOCUMENTS = st.builds(Document, TEXTS, MAYBE, MAYBE, st.none() | DATES, MAYBE, MAYBE)


@settings(max_examples=30, deadline=None)
@given(DOCUMENTS, st.lists(CLAIMS, min_size=1, max_size=4))
def test_records_come_out_as_they_went_in(given_document: Document, claims: list[Claim]) -> None:
    with Store(":memory:") as store:
        store.ingest([(given_document, claims)])
        priors = store.priors()
        assert store.document(given_document.key) == given_document
    by_claim = {repr(replace(p.claim, event=None)) for p in priors}
    assert by_claim == {repr(replace(_floats(c), event=None)) for c in claims}
    kept = {p.claim.event for p in priors}
    assert {c.event for c in claims if c.event} <= kept  # an empty id names no event
    assert {p.report.url for p in priors} == {given_document.url}


def _floats(claim: Claim) -> Claim:
    low, high, stated = (
        None if n is None else float(n)
        for n in (claim.value.low, claim.value.high, claim.value.stated)
    )
    return replace(claim, value=replace(claim.value, low=low, high=high, stated=stated))


def test_half_a_surrogate_is_replaced_and_offsets_still_hold(store: Store) -> None:
    store.ingest([(document("a\ud800b"), [claim(sentence="x\udfffy", places=(Place("\ud800"),))])])
    (prior,) = store.priors()
    assert prior.claim.sentence == "x?y"
    assert prior.claim.places == (Place("?"),)
    assert store.document("\ud800") is None
    assert store.candidates([claim(kind="\ud800'\x00")]) == [[]]


def test_an_open_limit_is_not_a_zero(store: Store) -> None:
    value = Value(12, None, 12, Bound.AT_LEAST, "at least 12")
    store.ingest([(document(), [claim(value=value)])])
    assert store.priors()[0].claim.value == value


# --- once ---


def test_the_same_content_twice_is_stored_once(store: Store) -> None:
    doc = document("One.", id="one")
    assert store.ingest([(doc, [claim()])]) == IngestCount(1, 1, 0)
    assert store.ingest([(doc, [claim()])]) == IngestCount(0, 0, 1)
    assert store.ingest([(replace(doc, id="other"), [claim()])]) == IngestCount(0, 0, 1)
    assert store.ingest([(replace(doc, id=None), [claim()])] * 2) == IngestCount(0, 0, 2)
    assert len(store.priors()) == 1


def test_the_same_content_twice_in_one_ingest_is_stored_once(store: Store) -> None:
    twice = [(document("One.", id=key), [claim()]) for key in ("a", "b")]
    assert store.ingest(twice) == IngestCount(1, 1, 1)


def test_another_text_under_a_known_id_is_told_apart_and_not_stored(store: Store) -> None:
    store.ingest([(document("One.", id="a"), [claim()])])
    again = store.ingest([(document("Two.", id="a"), [claim(13)])])
    assert again == IngestCount(documents=0, claims=0, duplicates=1, changed=1)
    found = store.document("a")
    assert found is not None
    assert found.text == "One."


def test_a_document_is_known_by_id_and_by_content(store: Store) -> None:
    store.ingest([(document("One.", id="a"), [])])
    assert store.has(document("Other.", id="a"))
    assert store.has(document("One."))
    assert not store.has(document("Other."))


def test_what_an_ingest_was_told_of_its_documents_is_kept(store: Store) -> None:
    store.ingest([(document(), [claim()])], bundled=True, origins=lambda d: f"{d.outlet} wire")
    (prior,) = store.priors()
    assert (prior.report.bundled, prior.report.origin) == (True, "Paper wire")


def test_a_failure_among_the_items_keeps_whole_batches_and_the_store_in_use(store: Store) -> None:
    def items() -> Iterator[tuple[Document, list[Claim]]]:
        yield document("a"), [claim()]
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError):
        store.ingest(items())
    assert store.priors() == []
    assert store.ingest([(document("a"), [claim()])]).documents == 1


def test_figures_that_are_no_numbers_can_be_held(store: Store) -> None:
    value = Value(0, math.inf, None, Bound.VAGUE, "countless")
    store.ingest([(document(), [replace(ATTACK, value=value)])])
    assert store.priors()[0].claim.value == value


def test_asking_for_a_record_loads_no_database() -> None:
    code = "import claims_db, sys; claims_db.Document; print('duckdb' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert out.stdout == "False\n"


def test_the_package_names_what_it_offers() -> None:
    import claims_db

    assert len(claims_db.__all__) <= 8
    assert all(getattr(claims_db, name) is not None for name in claims_db.__all__)
    with pytest.raises(AttributeError):
        _ = claims_db.nothing
