"""Events merged and split: ids stay, claims and reports are what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims_db.errors import InputError
from claims_db.records import Document, Place, Window
from claims_db.store import Store
from factcheck.cli import run
from factcheck.reading.claims import read
from tests.claims_db.made import ATTACK, KHARKIV, KYIV

TEXTS = (
    ("a", "A bomb in Lahore killed 11 people on 3 May 2024.", "2024-05-03"),
    ("b", "The bomb in Lahore on 3 May killed 12 people.", "2024-05-04"),
    ("c", "A bomb in Multan killed 4 people on 3 May 2024.", "2024-05-04"),
)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        fill(made)
        yield made


def fill(store: Store) -> None:
    for name, text, day in TEXTS:
        document = Document(text, id=name, published=day)
        store.ingest([(document, list(read(document)))])


def by_report(store: Store) -> dict[str, str | None]:
    return {prior.report.id: prior.claim.event for prior in store.priors(kind="killed")}


LAHORE, MULTAN = "lahore-2024-05-03", "multan-2024-05-03"


def test_merging_keeps_the_id_that_it_goes_into(store: Store) -> None:
    claims = len(store.priors())
    assert store.merge_events(MULTAN, LAHORE) == 1
    assert set(by_report(store).values()) == {LAHORE}
    assert [event.id for event in store.events()] == [LAHORE]
    assert len(store.priors()) == claims


def test_splitting_undoes_merging_but_for_the_new_id(store: Store) -> None:
    store.merge_events(MULTAN, LAHORE)
    new = store.split_event(LAHORE, ["c"])
    assert new not in (LAHORE, MULTAN)
    assert by_report(store) == {"a": LAHORE, "b": LAHORE, "c": new}
    assert {event.id: event.documents for event in store.events()} == {LAHORE: 2, new: 1}


@pytest.mark.parametrize(
    ("event", "reports"),
    [("nowhere-2024", ["a"]), (LAHORE, ["c"]), (LAHORE, ["a", "b"]), (LAHORE, [])],
)
def test_what_cannot_be_split_is_said(store: Store, event: str, reports: list[str]) -> None:
    with pytest.raises(InputError):
        store.split_event(event, reports)
    assert by_report(store) == {"a": LAHORE, "b": LAHORE, "c": MULTAN}


@pytest.mark.parametrize(("event", "into"), [(LAHORE, LAHORE), (LAHORE, "x"), ("x", LAHORE)])
def test_what_cannot_be_merged_is_said(store: Store, event: str, into: str) -> None:
    with pytest.raises(InputError):
        store.merge_events(event, into)


def test_a_later_report_joins_what_was_merged(store: Store) -> None:
    store.merge_events(MULTAN, LAHORE)
    document = Document("The bomb in Lahore of 3 May killed 13.", id="d", published="2024-05-05")
    store.ingest([(document, list(read(document)))])
    assert by_report(store)["d"] == LAHORE


def test_the_command_merges_and_splits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "s.duckdb")
    with Store(path, create=True) as made:
        fill(made)
    assert run(["events", "--db", path, "--merge", MULTAN, "--into", LAHORE]) == 0
    assert run(["events", "--db", path, "--split", LAHORE, "--report", "c"]) == 0
    assert "split from" in capsys.readouterr().out
    assert run(["events", "--db", path, "--merge", MULTAN]) == 2
    assert run(["events", "--db", path, "--merge", "x", "--into", LAHORE]) == 2
    assert "no such event" in capsys.readouterr().err


def test_the_id_of_a_merged_event_goes_on_meaning_the_other(store: Store) -> None:
    store.merge_events(MULTAN, LAHORE)
    assert store.event_id(MULTAN) == LAHORE
    assert store.event_id(LAHORE) == LAHORE
    third = store.split_event(LAHORE, ["c"])
    store.merge_events(LAHORE, third)
    assert store.event_id(MULTAN) == third


def test_the_id_of_a_merged_event_is_not_given_anew(store: Store) -> None:
    store.merge_events(MULTAN, LAHORE)
    text = "A fire in Multan killed 3 people on 3 May 2024."
    later = Document(text, id="d", published="2024-05-05")
    store.ingest([(later, list(read(later)))])
    assert by_report(store)["d"] not in (None, MULTAN, LAHORE)


def test_claims_told_of_a_merged_event_join_the_other(store: Store) -> None:
    store.merge_events(MULTAN, LAHORE)
    later = Document("The toll in Multan is 5 killed.", id="d", published="2024-05-05")
    told = [replace(claim, event=MULTAN) for claim in read(later)]
    store.ingest([(later, told)])
    assert by_report(store)["d"] == LAHORE
    assert [event.id for event in store.events()] == [LAHORE]


def test_asking_for_a_merged_event_shows_the_other_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as made:
        fill(made)
        made.merge_events(MULTAN, LAHORE)
    assert run(["timeline", "--event", MULTAN, "--db", str(path), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert f"{MULTAN} was merged into {LAHORE}" in told.err
    assert LAHORE in told.out


def window_of(store: Store, event: str) -> tuple[str, str]:
    found = next(one.window for one in store.events() if one.id == event)
    assert found is not None
    return found.start, found.end


def told(store: Store, name: str, town: Place, day: str, happening: str = "attack") -> None:
    own = replace(
        ATTACK, id=name, places=(town,), when=Window(day, day, "day"), happening=happening
    )
    published = Document(f"{name} of {town.name}", id=name, published=day)
    store.ingest([(published, [replace(own, as_of=day)])])


def test_what_is_merged_has_the_days_of_both_and_splitting_takes_them_apart() -> None:
    with Store(":memory:") as store:
        for name, day in (("a", "2025-03-01"), ("b", "2025-03-08"), ("c", "2025-03-20")):
            told(store, name, KYIV, day)
        first, second, third = (f"kyiv-2025-03-{day}" for day in ("01", "08", "20"))
        store.merge_events(second, first)
        assert window_of(store, first) == ("2025-03-01", "2025-03-08")
        store.merge_events(first, third)
        assert window_of(store, third) == ("2025-03-01", "2025-03-20")
        told(store, "d", KYIV, "2025-03-12")  # however long it is: someone said that it is one
        assert {event.id: event.documents for event in store.events()} == {third: 4}
        new = store.split_event(third, ["a"])
        assert window_of(store, new) == ("2025-03-01", "2025-03-01")
        assert window_of(store, third)[0] >= "2025-03-08"


def test_of_two_merged_the_place_is_that_of_the_one_that_stays() -> None:
    with Store(":memory:") as store:
        told(store, "a", KYIV, "2025-03-01", "quake")
        told(store, "b", KHARKIV, "2025-03-03", "fire")
        store.merge_events("kharkiv-2025-03-03", "kyiv-2025-03-01")
        (event,) = store.events()
        assert event.place is not None
        assert (event.place.name, event.happening) == ("Kyiv", "quake")
        assert window_of(store, event.id) == ("2025-03-01", "2025-03-03")
        new = store.split_event(event.id, ["b"])
        place = next(one for one in store.events() if one.id == new).place
        assert place is not None
        assert place.name == "Kharkiv"
