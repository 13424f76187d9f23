"""Laws of the store: what goes in comes out, once, and whatever happens to the process."""

from __future__ import annotations

import math
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db import schema
from claims_db.adding import IngestCount
from claims_db.errors import (
    InputError,
    StoreError,
    StoreInvalid,
    StoreLocked,
    StoreMissing,
    StoreVersion,
)
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
from tests.claims_db.made import ATTACK, KHARKIV, KYIV, UKRAINE, claim, document, on

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    with Store(":memory:") as made:
        yield made


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
    assert {c.event for c in claims if c.event is not None} <= kept
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


# --- candidates ---


def fill(store: Store, *claims: Claim) -> None:
    store.ingest([(document(f"Text {n}."), [found]) for n, found in enumerate(claims)])


def ids(store: Store, *claims: Claim) -> list[list[str]]:
    return [[prior.claim.id for prior in found] for found in store.candidates(claims)]


def test_candidates_share_kind_family_place_and_window(store: Store) -> None:
    fill(
        store,
        claim(1),
        claim(2, kind="wounded"),
        claim(3, kind="casualties"),
        claim(4, places=(KHARKIV,)),
        claim(5, when=on("2025-05-24")),
        claim(6, places=(UKRAINE,)),
        claim(7, places=()),
        claim(8, when=on("2025-04-26")),
    )
    (found,) = ids(store, claim(99))
    assert set(found) == {"1", "3", "6", "7", "8"}
    assert found[0] == "1"


def test_a_country_is_held_against_its_cities_and_they_against_it(store: Store) -> None:
    fill(store, claim(1), claim(2, places=(KHARKIV,)), claim(3, places=(UKRAINE,)))
    country, city = ids(store, claim(places=(UKRAINE,)), claim())
    assert set(country) == {"1", "2", "3"}
    assert set(city) == {"1", "3"}


def test_a_continent_and_a_region_are_held_against_a_city_within(store: Store) -> None:
    around = (Place("Europe", "geonames:6255148"), Place("Kharkiv Oblast", "admin:UA.07", "UA"))
    fill(store, *(claim(n, places=(place,)) for n, place in enumerate(around)))
    kyiv, kharkiv = ids(store, claim(), claim(places=(KHARKIV,)))
    assert set(kyiv) == {"0"}
    assert set(kharkiv) == {"0", "1"}


def test_without_a_place_the_window_decides(store: Store) -> None:
    fill(store, claim(1), claim(2, places=(KHARKIV,)), claim(3, when=on("2025-05-24")))
    assert set(ids(store, claim(places=()))[0]) == {"1", "2"}


def test_without_any_date_the_place_decides(store: Store) -> None:
    fill(store, claim(1), claim(2, places=(KHARKIV,)), claim(3, when=on("2025-05-24")))
    assert set(ids(store, claim(when=None, as_of=None))[0]) == {"1", "3"}


def test_without_place_and_window_the_sentence_decides_numbers_apart(store: Store) -> None:
    fill(
        store,
        claim(1, sentence="Landslide buries miners in 3 villages, killing 40."),
        claim(2, sentence="Ferry sinks off the coast and 40 drown."),
        claim(
            3,
            sentence="Landslide buries miners in 9 villages, killing 51.",
            when=on("2024-01-01"),
        ),
    )
    vague = {"places": (), "when": None}
    (found, none) = ids(
        store,
        claim(sentence="Landslide buries miners in 2 villages, killing 41.", **vague),
        claim(sentence="Landslide buries miners.", as_of=None, **vague),
    )
    assert found == ["1"]
    assert none == []


def test_a_place_that_is_only_named_is_known_by_its_name(store: Store) -> None:
    fill(store, claim(1, places=(Place("Smallville", None, "US"),)))
    found = ids(
        store,
        claim(places=(Place("smallville"),)),
        claim(places=(Place("Bigville"),)),
        claim(places=(Place("United States", "geonames:6252001", "US"),)),
    )
    assert found == [["1"], [], ["1"]]


def test_a_kind_the_table_lacks_is_held_against_itself(store: Store) -> None:
    fill(store, claim(1, kind="it's mine"), claim(2))
    assert ids(store, claim(kind="it's mine")) == [["1"]]


def test_no_claims_and_an_empty_store_have_no_candidates(store: Store) -> None:
    assert store.candidates([]) == []
    assert store.candidates([claim(), claim(kind="wounded")]) == [[], []]


def test_the_limit_keeps_the_nearest(store: Store) -> None:
    fill(store, *(claim(n, when=on(f"2025-04-{22 + n}")) for n in range(5)))
    (found,) = store.candidates([claim(when=on("2025-04-22"))], limit=2)
    assert [prior.claim.id for prior in found] == ["0", "1"]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 28)), min_size=1, max_size=12))
def test_blocking_agrees_with_a_slow_comparison(rows: list[tuple[int, int]]) -> None:
    places = (KYIV, KHARKIV, UKRAINE, None)
    made = [
        claim(n, places=(places[p],) if places[p] else (), when=on(f"2025-04-{day:02}"))
        for n, (p, day) in enumerate(rows)
    ]

    def meet(a: int, b: int) -> bool:
        (p, day), (q, other) = rows[a], rows[b]
        near = abs(day - other) <= 2
        return near and (p == q or 3 in (p, q) or 2 in (p, q))

    with Store(":memory:") as store:
        fill(store, *made)
        found = ids(store, *made)
    for n, near in enumerate(found):
        assert set(near) == {str(m) for m in range(len(rows)) if meet(n, m)}


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


# --- the file ---


def test_a_store_that_is_not_there_is_made_only_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    for options in ({}, {"read_only": True}, {"create": True, "read_only": True}):
        with pytest.raises(StoreMissing, match="factcheck ingest"):
            Store(path, **options)
    assert list(tmp_path.iterdir()) == []
    Store(path, create=True).close()
    Store(path).close()
    assert [file.name for file in tmp_path.iterdir()] == ["s.duckdb"]


def test_a_store_in_a_folder_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="folder"):
        Store(tmp_path / "none" / "s.duckdb", create=True)


@pytest.mark.parametrize("content", [b"", b"not a database\n" * 500, b"\x00" * 20_000])
def test_a_file_that_is_no_database_is_refused_and_untouched(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "it's a file.duckdb"
    path.write_bytes(content)
    for options in ({}, {"create": True}, {"read_only": True}):
        with pytest.raises(StoreInvalid):
            Store(path, **options)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreInvalid):
        Store(tmp_path)


@pytest.mark.parametrize("sql", ["CREATE TABLE mine (a INT)", "CREATE TABLE meta (a INT)"])
def test_anothers_database_is_refused_and_untouched(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "mine.duckdb"
    with duckdb.connect(str(path)) as db:
        db.execute(sql)
    before = path.read_bytes()
    with pytest.raises(StoreInvalid, match="not a claims store"):
        Store(path, create=True)
    assert path.read_bytes() == before


def test_another_schema_version_is_refused_naming_both(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    with duckdb.connect(str(path)) as db:
        db.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    with pytest.raises(StoreVersion, match=rf"99.*{schema.VERSION}.*new store"):
        Store(path)


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the present version, in a program of the next one, which adds a column."""
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    change = "ALTER TABLE events ADD COLUMN note VARCHAR"
    monkeypatch.setattr(schema, "MIGRATIONS", {schema.VERSION: (change,)})
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    return path


def test_an_older_store_is_read_after_it_was_brought_up_to_date(older: Path) -> None:
    with pytest.raises(StoreVersion, match="factcheck compact --db"):
        Store(older, read_only=True)
    with Store(older) as store:
        assert store.stats().schema_version == schema.VERSION
    with Store(older, read_only=True) as store:
        assert len(store.priors()) == 1
    with duckdb.connect(str(older), read_only=True) as db:
        assert db.execute("SELECT note FROM events").fetchall() == [(None,)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ("ALTER TABLE events ADD COLUMN note VARCHAR", "no SQL")
    monkeypatch.setattr(schema, "MIGRATIONS", {schema.VERSION - 1: broken})
    before = older.read_bytes()
    with pytest.raises(StoreError):
        Store(older)
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError):
        Store(path).priors()


def test_reading_only_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    before = path.read_bytes(), sorted(tmp_path.iterdir())
    with Store(path, read_only=True) as store, Store(_copy(path), read_only=True) as other:
        assert len(store.priors()) == len(other.candidates([claim()])[0]) == 1
        with pytest.raises(StoreError, match="read-only"):
            store.retract(document=document().key, why="no")
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == before


def _copy(path: Path) -> Path:
    """The file in a folder of its own in which nothing can be made or changed."""
    folder = path.parent.parent / f"{path.parent.name}-locked"
    folder.mkdir()
    copy = folder / path.name
    shutil.copy(path, copy)
    copy.chmod(0o444)
    folder.chmod(0o555)
    return copy


def test_a_read_only_medium_is_enough_for_checking(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    with Store(disk / "s.duckdb", create=True) as store:
        store.ingest([(document(), [claim()])])
    article = tmp_path / "article.txt"
    article.write_text("date 2025-04-26\nAn attack on Kyiv on April 24 killed 12 people.")
    mount = "mount --bind $1 $1 && mount -o remount,bind,ro $1 && ! touch $1/x"
    check = [sys.executable, "-m", "factcheck", "check", str(article)]
    within = ["unshare", "-rm", "sh", "-c", mount + ' && shift && exec "$@"']
    command = [*within, "sh", str(disk), *check]
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rm", "true"]).returncode:
        pytest.skip("no medium can be mounted read-only here")
    done = subprocess.run(
        [*command, "--db", str(disk / "s.duckdb")], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "1 compared" in done.stdout


# --- other processes ---


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts Python code that has the store module and what tests make at hand."""
    head = """
        import sys
        from claims_db.store import Store
        from tests.claims_db.made import claim, document
    """
    program = textwrap.dedent(head) + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_writer_is_told_who_has_the_store_and_readers_are_let_in(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
        store.publish()
        store.ingest([(document("More."), [claim(13)])])
        second = run(
            """
            from claims_db.errors import StoreLocked
            print(len(Store(sys.argv[1], read_only=True).priors()))
            try:
                Store(sys.argv[1])
            except StoreLocked as error:
                print(error)
            """,
            path,
        )
        out, err = second.communicate(timeout=30)
        assert out.startswith("1\n"), err
        assert f"process {os.getpid()} is writing to the store" in out
        assert len(store.priors()) == 2
    with Store(path) as store:
        assert len(store.priors()) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_a_second_writing_store_in_one_process_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True), pytest.raises(StoreLocked, match="this process"):
        Store(path)


def test_a_reader_keeps_what_it_opened_and_the_next_sees_what_was_published(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as writer, Store(path, read_only=True) as reader:
        writer.ingest([(document(), [claim()])])
        with Store(path, read_only=True) as early:
            assert early.priors() == []
        writer.publish()
        with Store(path, read_only=True) as later:
            assert len(later.priors()) == 1
        assert reader.priors() == []


def test_a_long_ingest_shows_what_it_has_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims_db.adding.BATCH_DOCUMENTS", 1)
    monkeypatch.setattr("claims_db.adding.PUBLISH_AFTER", 0)
    monkeypatch.setattr("claims_db.adding.PUBLISH_SHARE", 0)
    path = tmp_path / "s.duckdb"
    seen = []

    def items() -> Iterator[tuple[Document, list[Claim]]]:
        for n in range(4):
            yield document(f"Text {n}."), [claim(n)]
            with Store(path, read_only=True) as reader:
                seen.append(len(reader.priors()))

    with Store(path, create=True) as store:
        store.ingest(items())
    assert seen == [1, 2, 3, 4]


def test_what_was_not_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    before = path.stat()
    with Store(path) as store:
        assert store.ingest([(document(), [claim()])]).duplicates == 1
        assert store.retract(document="nobody", why="") == 0
    assert (path.stat().st_ino, path.stat().st_mtime) == (before.st_ino, before.st_mtime)


def test_a_link_to_a_store_stays_one(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    far, link = tmp_path / "far" / "s.duckdb", tmp_path / "s.duckdb"
    Store(far, create=True).close()
    link.symlink_to(far)
    with Store(link) as store:
        store.ingest([(document(), [claim()])])
    assert link.is_symlink()
    with Store(far) as store:
        assert len(store.priors()) == 1


# --- physical order ---


def scattered(count: int) -> list[tuple[Document, list[Claim]]]:
    """Documents about two places in turns, as they arrive."""
    return [
        (document(f"{n}", id=f"{n}"), [claim(n, places=((KYIV, KHARKIV)[n % 2],))])
        for n in range(count)
    ]


def test_compacting_changes_nothing_but_the_order(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        for item in scattered(9):
            store.ingest([item])
        store.retract(document="3", why="wrong")
        before = store.priors(), store.events(), store.document("3")
        store.compact()
        assert (store.priors(), store.events(), store.document("3")) == before
    with Store(path, read_only=True) as store:
        assert (store.priors(), store.events(), store.document("3")) == before
        assert store.stats().retracted == 1
    with Store(path) as store:
        store.compact()
        store.ingest([(document("later"), [claim(99)])])
        assert len(store.priors()) == 10
    assert list(tmp_path.iterdir()) == [path]


def test_a_large_ingest_restores_the_order_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims_db.store._FOLD_LEAST", 3)
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest(scattered(8))
    with duckdb.connect(str(path), read_only=True) as db:
        assert db.execute(schema.ORDERED).fetchall() == [(8,)]
        places = [key for (key,) in db.execute("SELECT place FROM claims").fetchall()]
    assert len({*places[:4]}) == len({*places[4:]}) == 1


def test_readers_do_not_lock_each_other_out(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    with Store(path, read_only=True):
        out, err = run("print(len(Store(sys.argv[1], read_only=True).priors()))", path).communicate(
            timeout=30
        )
        assert out == "0\n", err


def test_two_first_uses_at_once_end_with_one_good_store(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    code = """
        from claims_db.errors import StoreLocked
        try:
            with Store(sys.argv[1], create=True) as store:
                store.ingest([(document("x"), [claim()])])
        except StoreLocked:
            pass
    """
    for process in [run(code, path) for _ in range(3)]:
        assert process.wait(timeout=30) == 0, process.communicate()
    with Store(path) as store:
        assert len(store.priors()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["s.duckdb"]


WRITER = """
    from claims_db import adding
    adding.BATCH_DOCUMENTS = 20
    adding.PUBLISH_AFTER = adding.PUBLISH_SHARE = 0
    def items():
        for n in range(100_000):
            if n % 20 == 0:
                print(n, flush=True)
            yield document(f"Text {n}.", id=str(n)), [claim(n * 10 + i) for i in range(7)]
    with Store(sys.argv[1]) as store:
        store.ingest(items())
"""


def test_a_killed_writer_leaves_whole_documents_only(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    held = 0
    for attempt in range(5):
        writer = run(WRITER, path)
        assert writer.stdout is not None
        while int(writer.stdout.readline()) < held + 60:
            pass
        time.sleep(0.017 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.communicate(timeout=30)
        with Store(path) as store:
            stats = store.stats()
            assert stats.claims == 7 * stats.documents
            assert stats.documents % 20 == 0
            assert stats.documents >= held + 40
            held = stats.documents
            (event,) = store.events()
            assert event.claims == stats.claims
    with Store(path) as store:
        rest = [(document(f"Text {n}.", id=str(n)), [claim()] * 7) for n in range(held + 5)]
        assert store.ingest(rest) == IngestCount(5, 35, held)


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
