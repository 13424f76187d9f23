"""What is on record, told whole: events, priors, retractions, numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims_db import schema
from claims_db.errors import (
    InputError,
)
from claims_db.store import Store
from tests.claims_db.made import KHARKIV, LVIV, UKRAINE, claim, document, fill, on

# --- events, priors, reports ---


def test_events_have_their_documents_claims_and_totals(store: Store) -> None:
    child = claim(3, id="c", part_of="12", group="children")
    store.ingest([(document("a"), [claim(12), child]), (document("b"), [claim(13)])])
    (event,) = store.events()
    assert event.id == "kyiv-2025-04-24"
    assert (event.documents, event.claims) == (2, 3)
    assert event.figures == {"killed": (12, 13)}
    assert [report.id for report in store.reports(event.id)] == [
        document("a").key,
        document("b").key,
    ]


def test_events_grow_across_ingests_and_keep_their_ids(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    texts = [("a", "2025-04-24"), ("b", "2025-05-24"), ("c", "2025-04-24"), ("d", "2025-05-24")]
    for text, day in texts:
        with Store(path, create=True) as reopened:
            reopened.ingest([(document(text), [claim(when=on(day))])])
    store.ingest([(document(text), [claim(when=on(day))]) for text, day in texts])
    with Store(path, read_only=True) as reopened:
        assert reopened.events() == store.events()
    assert [event.documents for event in store.events()] == [2, 2]


def test_an_id_taken_in_an_earlier_ingest_is_not_given_again(store: Store) -> None:
    for text, happening in (("a", "attack"), ("b", "quake"), ("c", "vote"), ("d", "vote")):
        store.ingest([(document(text), [claim(when=on("2025-04-24"), happening=happening)])])
    assert [(event.id, event.happening) for event in store.events()] == [
        ("kyiv-2025-04-24", "attack"),
        ("kyiv-2025-04-24-2", "quake"),
        ("kyiv-2025-04-24-3", "vote"),
    ]


def test_a_given_event_id_far_from_its_date_is_found_again(store: Store) -> None:
    for text, day in (("a", "2025-04-24"), ("b", "2025-04-25"), ("c", "2021-01-01")):
        store.ingest([(document(text), [claim(when=on(day), event="my-event")])])
    (event,) = store.events()
    assert (event.id, event.documents) == ("my-event", 3)
    assert event.window == on("2025-04-24", "2025-04-25")


def test_priors_are_found_by_event_kind_place_and_days_in_order_of_as_of(store: Store) -> None:
    fill(
        store,
        claim(1, as_of="2025-04-26"),
        claim(2, as_of="2025-04-25T06:00+03:00"),
        claim(3, as_of="2025-04-25T04:30Z", kind="wounded"),
        claim(4, places=(KHARKIV,), when=on("2025-05-24"), as_of=None),
    )

    def found(**wanted: str) -> list[str]:
        return [prior.claim.id for prior in store.priors(**wanted)]

    assert found() == ["4", "2", "3", "1"]
    assert found(kind="injured") == ["3"]
    assert found(place="Kiev") == found(place="geonames:703448") == ["2", "3", "1"]
    assert set(found(place="Ukraine")) == {"1", "2", "3", "4"}
    assert found(since="2025-05") == ["4"]
    assert found(until="2025-04", kind="killed") == ["2", "1"]
    assert found(event="kharkiv-2025-05-24") == ["4"]
    with pytest.raises(InputError):
        found(since="soon")
    with pytest.raises(InputError):
        found(kind="unheard_of")


def test_events_are_found_by_kind_place_and_days(store: Store) -> None:
    fill(store, claim(1), claim(2, kind="wounded", places=(KHARKIV,), when=on("2025-05-24")))

    def found(**wanted: str) -> list[str]:
        return [event.id for event in store.events(**wanted)]

    assert found(kind="dead") == found(place="Kyiv") == found(until="2025-04")
    assert found(place="Ukraine", since="2025-05") == ["kharkiv-2025-05-24"]


# --- retraction ---


def test_a_retracted_report_is_kept_and_shown_as_withdrawn(store: Store) -> None:
    store.ingest(
        [
            (document("a", id="a", url="https://x/a"), [claim(12)]),
            (document("b", id="b", url="https://x/b"), [claim(13)]),
        ]
    )
    assert store.retract(url="https://x/a", why="wrong city") == 1
    with pytest.raises(InputError, match="withdrawn already"):
        store.retract(document="a", why="again")
    assert store.retract(document="nobody", why="") == 0
    assert {p.report.id: p.report.retracted for p in store.priors()} == {"a": True, "b": False}
    assert len(store.candidates([claim()])[0]) == 2
    assert store.events()[0].figures == {"killed": (13, 13)}
    assert store.stats().retracted == 1


def test_a_retraction_outlives_the_same_document_ingested_again(store: Store) -> None:
    item = (document("a", id="a"), [claim()])
    store.ingest([item])
    store.retract(document="a", why="wrong")
    assert store.ingest([item]).duplicates == 1
    assert store.priors()[0].report.retracted


# --- stats ---


def test_stats_count_what_is_held(tmp_path: Path) -> None:
    with Store(tmp_path / "s.duckdb", create=True) as store:
        store.ingest([(document("a", published="2025-04"), [claim(), claim(kind="wounded")])])
        store.ingest([(document("b", outlet=None), [claim()])], bundled=True)
        stats = store.stats()
    assert (stats.documents, stats.claims, stats.events, stats.bundled) == (2, 3, 1, 1)
    assert (stats.first, stats.last) == ("2025-04-01", "2025-04-25")
    assert stats.kinds == {"killed": 2, "wounded": 1}
    assert stats.outlets == {"Paper": 1}
    assert stats.schema_version == schema.VERSION
    assert stats.bytes > 0


def test_an_event_is_found_by_the_places_of_its_claims(store: Store) -> None:
    fill(
        store, claim(5, places=(UKRAINE, KHARKIV)), claim(2, places=(LVIV,), when=on("2025-06-01"))
    )
    (event,) = store.events(place="Kharkiv")
    assert event.place == UKRAINE
    assert [found.place for found in store.events(place="Lviv")] == [LVIV]
    assert len(store.events(place="Ukraine")) == 2
    assert store.events(place="Odesa") == []


def test_events_around_a_place_are_told_of_what_it_lies_in(store: Store) -> None:
    fill(store, claim(5, places=(UKRAINE,)), claim(2, places=(LVIV,), when=on("2025-06-01")))
    assert [found.place for found in store.events(place="Odesa", around=True)] == [UKRAINE]
    assert store.events(place="Ukraine", around=True) == []
