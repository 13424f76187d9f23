"""What an ingest keeps at hand, and what it looks up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db import adding
from claims_db.day_index import DayIndex
from claims_db.engine import Engine
from claims_db.records import Claim, Document
from claims_db.seen_keys import SeenKeys
from claims_db.store import Store
from tests.claims_db.made import KHARKIV, KYIV, claim, on


def told(days: int) -> Iterator[tuple[Document, list[Claim]]]:
    """Attacks on two towns every ninth day, each told of by two outlets, in order of time."""
    for number in range(0, days, 9):
        day = (date(2019, 1, 1) + timedelta(days=number)).isoformat()
        for outlet, town in (("A", KYIV), ("B", KYIV), ("A", KHARKIV)):
            own = claim(number % 40 + 3, places=(town,), when=on(day), as_of=day)
            document = Document(f"{town.name} {day}", published=day, outlet=outlet)
            yield document, [replace(own, id=f"{outlet}{number}{town.name}")]


def contents(path: Path) -> tuple[list[str | None], list[str]]:
    with Store(path, read_only=True) as store:
        claims = sorted((p.claim.id, p.claim.event) for p in store.priors())
        events = [f"{e.id} {e.window} {e.documents}" for e in store.events()]
    return [event for _, event in claims], events


@pytest.mark.parametrize("backwards", [False, True])
def test_events_let_go_are_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backwards: bool
) -> None:
    items = list(told(700))
    again = [  # all of it once more, by others, who don't say when it was
        (replace(d, outlet=f"C, {d.outlet}"), [replace(c, when=None) for c in own])
        for d, own in items
    ]
    both = [*items, *(reversed(again) if backwards else again)]
    monkeypatch.setattr(adding, "BATCH_DOCUMENTS", 60)
    monkeypatch.setattr(adding, "PIECE_DOCUMENTS", 30)
    found = []
    for name, at_hand in (("all", 10**9), ("few", 10)):
        monkeypatch.setattr(adding, "EVENTS_AT_HAND", at_hand)
        path = tmp_path / f"{name}.duckdb"
        with Store(path, create=True) as store:
            assert store.ingest(both).documents == len(both)
            assert store.ingest(both).duplicates == len(both)
        found.append(contents(path))
    assert found[0] == found[1]
    assert len(set(found[0][0])) == len(items) * 2 // 3


def test_a_new_store_is_not_asked_for_events_that_are_all_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    known = adding.selecting.known_events
    monkeypatch.setattr(adding, "BATCH_DOCUMENTS", 10)
    monkeypatch.setattr(adding, "PIECE_DOCUMENTS", 5)
    monkeypatch.setattr(adding, "EVENTS_AT_HAND", 1)
    monkeypatch.setattr(
        adding.selecting,
        "known_events",
        lambda keys, spans: asked.append(keys) or known(keys, spans),
    )
    items = list(told(700))
    near = items[:20]  # of two months: nothing is let go
    with Store(tmp_path / "near.duckdb", create=True) as store:
        store.ingest([*near, *[(replace(d, outlet=f"C, {d.outlet}"), own) for d, own in near]])
    assert not asked
    with Store(tmp_path / "far.duckdb", create=True) as store:
        store.ingest([*items, *[(replace(d, outlet=f"C, {d.outlet}"), own) for d, own in items]])
    assert asked


def test_what_came_twice_in_one_ingest_is_stored_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "BATCH_DOCUMENTS", 20)
    monkeypatch.setattr(adding, "PIECE_DOCUMENTS", 10)
    items = list(told(400))
    with Store(tmp_path / "s.duckdb", create=True) as store:
        counted = store.ingest([*items, *items[::-1]])
    assert (counted.documents, counted.duplicates) == (len(items), len(items))


def test_the_first_batches_are_small_so_that_writing_starts_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "PIECE_DOCUMENTS", 5)
    monkeypatch.setattr(adding, "FIRST_CLAIMS", 10)
    monkeypatch.setattr(adding, "BATCH_CLAIMS", 25)
    sizes: list[int] = []
    write = adding._add

    def noted(db: Engine, tables: Mapping[str, pa.Table]) -> None:
        sizes.append(tables["claims"].num_rows)
        write(db, tables)

    monkeypatch.setattr(adding, "_add", noted)
    items = list(told(900))[:90]
    with Store(tmp_path / "s.duckdb", create=True) as store:
        store.ingest(items)
        assert store.stats().claims == sum(sizes) == 90
    assert sizes == [10, 20, 25, 25, 10]


@given(st.sets(st.text(max_size=8), max_size=60), st.text(max_size=8))
def test_no_key_that_was_seen_is_taken_for_new(keys: set[str], other: str) -> None:
    seen = SeenKeys()
    for key in keys:
        seen.add(key)
    assert all(map(seen.may_have, keys))
    assert seen.may_have(other) == (other in keys)  # of so few, none is mistaken


NOTED = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9), st.sampled_from("xyz")))


@given(NOTED, st.sets(st.sampled_from("xyz")), st.integers(1, 9), st.integers(0, 5))
def test_an_index_by_day_finds_what_a_plain_search_does(
    noted: list[tuple[str, int, str]], gone: set[str], first: int, more: int
) -> None:
    index = DayIndex()
    for where, day, key in noted:
        index.note(where, day, key)
    index.drop(gone)
    for place in "ab":
        found = index.between(place, first, first + more)
        plain = {k for where, day, k in noted if where == place and first <= day <= first + more}
        assert len(found) == len(set(found))
        assert set(found) == plain - gone
