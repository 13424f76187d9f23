"""Laws of grouping claims by happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.events import Ledger, assign
from claims_db.growing import LONGEST, grown
from claims_db.records import Claim, Event, Place, Role, Window
from claims_db.sightings import sighting
from tests.claims_db.made import ATTACK, KHARKIV, KYIV, LVIV, UKRAINE, on

FAR = Place("Jakarta", "geonames:1642911", "ID")
PLACES = (KYIV, KHARKIV, LVIV, FAR)


def at(place: Place | None, when: Window | None, **changes: object) -> Claim:
    places = (place,) if place else ()
    return replace(ATTACK, places=places, when=when, **changes)  # type: ignore[arg-type]


def keys(*claims: Claim) -> list[str | None]:
    """The events of claims that stand in a document each."""
    return [found[0] for found in assign([[claim] for claim in claims], ()).keys]


def partition(order: list[int], documents: list[list[Claim]]) -> set[frozenset[tuple[int, int]]]:
    found = assign([documents[i] for i in order], ()).keys
    groups: dict[str | None, set[tuple[int, int]]] = {}
    for document, events in zip(order, found, strict=True):
        for position, key in enumerate(events):
            groups.setdefault(key, set()).add((document, position))
    return {frozenset(group) for group in groups.values()}


def test_an_event_is_named_for_its_place_and_day() -> None:
    assert keys(at(KYIV, on("2025-04-24"))) == ["kyiv-2025-04-24"]
    assert keys(at(Place("São Tomé"), on("2025-04-24"))) == ["sao-tome-2025-04-24"]
    assert keys(at(UKRAINE, on("2022-01-01", "2022-12-31", "year"))) == ["ukraine-2022"]


def test_a_taken_name_gets_a_number() -> None:
    quake = at(KYIV, on("2025-04-24"), happening="quake")
    assert keys(at(KYIV, on("2025-04-24")), quake, quake) == [
        "kyiv-2025-04-24",
        "kyiv-2025-04-24-2",
        "kyiv-2025-04-24-2",
    ]


def test_same_city_and_day_is_one_event_and_weeks_apart_are_two() -> None:
    april, may = on("2025-04-23", "2025-04-24"), on("2025-05-24", "2025-05-25")
    first, again, later = keys(at(KYIV, april), at(KYIV, on("2025-04-24")), at(KYIV, may))
    assert first == again
    assert later != first


def test_another_city_on_the_same_day_is_another_event() -> None:
    assert len(set(keys(*(at(place, on("2025-04-24")) for place in PLACES)))) == len(PLACES)


def test_types_that_contradict_are_two_events_and_an_unknown_type_contradicts_none() -> None:
    attack, quake, unknown = (
        at(KYIV, on("2025-04-24"), happening=happening) for happening in ("attack", "quake", None)
    )
    found = keys(attack, quake)
    assert found[0] != found[1]
    assert len(set(keys(attack, unknown))) == 1


def test_city_and_country_are_one_event_in_either_order_while_only_one_city_is_hit() -> None:
    city, country = at(KYIV, on("2025-04-24")), at(UKRAINE, on("2025-04-24"))
    assert len(set(keys(city, country))) == 1
    assert len(set(keys(country, city))) == 1


def test_a_country_does_not_join_its_cities_into_one_event() -> None:
    found = keys(
        at(UKRAINE, on("2025-04-24")), at(KYIV, on("2025-04-24")), at(KHARKIV, on("2025-04-24"))
    )
    assert found[1] != found[2]


def test_a_claim_without_a_window_joins_the_event_before_its_as_of_date() -> None:
    dated, undated = at(KYIV, on("2025-04-24")), at(KYIV, None, as_of="2025-04-26")
    assert len(set(keys(dated, undated))) == 1
    assert len(set(keys(undated, dated))) == 1
    late = at(KYIV, None, as_of="2025-05-26")
    assert len(set(keys(dated, late))) == 2


@pytest.mark.parametrize("happening", ["quake", "flood"])
def test_a_long_look_back_still_meets_a_told_day(happening: str) -> None:
    told = at(KYIV, on("2025-04-24"), happening=happening)
    undated = at(KYIV, None, as_of="2025-05-06", happening=happening)
    assert len(set(keys(told, undated))) == len(set(keys(undated, told))) == 1
    assert len(set(keys(undated, replace(undated, as_of="2025-05-08")))) == 1


def test_a_told_window_replaces_one_from_as_of_dates() -> None:
    (event,) = assign([[at(KYIV, None)], [at(KYIV, on("2025-04-24"))]], ()).events
    assert event.window == on("2025-04-24")


def test_a_claim_without_a_place_belongs_to_its_documents_event_alone() -> None:
    placeless = at(None, on("2025-04-24"))
    assert keys(at(KYIV, on("2025-04-24")), placeless)[1] is None
    ((first, second),) = assign([[placeless, at(KYIV, on("2025-04-24"))]], ()).keys
    assert first == second == "kyiv-2025-04-24"


def test_background_goes_to_its_own_event() -> None:
    tsunami = at(
        Place("Indonesia", "geonames:1643084", "ID"),
        on("2004-01-01", "2004-12-31", "year"),
        happening="quake",
    )
    attack = at(KYIV, on("2025-04-24"))
    first, second = assign([[attack, tsunami], [tsunami]], ()).keys
    assert first == ("kyiv-2025-04-24", "indonesia-2004")
    assert second == ("indonesia-2004",)


def test_figures_that_befall_no_one_open_no_event() -> None:
    assert keys(at(KYIV, on("2025-04-24"), kind="percent", happening=None)) == [None]
    assert keys(at(KYIV, on("2025-04-24"), role=Role.PROJECTED)) == [None]
    assert keys(at(KYIV, on("2025-04-24"), per="week")) == [None]


def test_a_given_event_is_honoured_and_grows_by_its_claims() -> None:
    given_key = at(KYIV, on("2025-04-24"), event="the-attack")
    found = assign([[given_key], [at(KYIV, on("2025-04-24"))]], ())
    assert found.keys == (("the-attack",), ("the-attack",))
    (event,) = found.events
    assert (event.place, event.window, event.happening) == (KYIV, on("2025-04-24"), "attack")


def test_a_given_event_needs_neither_place_nor_date() -> None:
    found = assign([[at(None, None, as_of=None, event="somewhere")]], ())
    assert found.keys == (("somewhere",),)
    assert [event.id for event in found.events] == ["somewhere"]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
def test_day_after_day_never_chains_beyond_the_longest_window(days: list[int]) -> None:
    start = date(2025, 4, 1)
    claims = [at(KYIV, on(f"{start + timedelta(d)}", f"{start + timedelta(d + 1)}")) for d in days]
    for event in assign([[claim] for claim in claims], ()).events:
        assert event.window is not None
        span = date.fromisoformat(event.window.end) - date.fromisoformat(event.window.start)
        assert span.days < LONGEST


@st.composite
def well_separated(draw: st.DrawFn) -> list[list[Claim]]:
    """Documents about happenings that differ in place, or lie at least a month apart."""
    documents = []
    for _ in range(draw(st.integers(1, 8))):
        claims = []
        for _ in range(draw(st.integers(1, 3))):
            day = date(2025, 1, 10) + timedelta(days=40 * draw(st.integers(0, 4)))
            first = day - timedelta(days=draw(st.integers(0, 1)))
            told = draw(st.booleans())
            window = on(str(first), str(day)) if told else None
            as_of = str(day + timedelta(days=draw(st.integers(0, 2))))
            claims.append(at(draw(st.sampled_from(PLACES)), window, as_of=as_of))
        documents.append(claims)
    return documents


@settings(max_examples=60, deadline=None)
@given(well_separated(), st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_change_the_partition(documents, random) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(documents)))
    shuffled = order.copy()
    random.shuffle(shuffled)
    assert partition(order, documents) == partition(shuffled, documents)


@settings(max_examples=60, deadline=None)
@given(well_separated())
def test_events_on_record_give_what_one_run_gives(documents: list[list[Claim]]) -> None:
    whole = assign(documents, ())
    known: dict[str, Event] = {}
    found = []
    for document in documents:
        step = assign([document], known.values())
        known.update({event.id: event for event in step.events})
        found.extend(step.keys)
    assert tuple(found) == whole.keys
    assert known == {event.id: event for event in whole.events}


@given(well_separated())
@settings(max_examples=30, deadline=None)
def test_growing_by_what_is_known_changes_nothing(documents: list[list[Claim]]) -> None:
    ledger = Ledger()
    ledger.assign(documents[0])
    for event in ledger.changed():
        assert event.window is not None
        seen = sighting(at(event.place, event.window, happening=event.happening))
        assert seen is not None
        if event.window.text is None:
            assert grown(event, seen) == event
