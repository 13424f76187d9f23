"""The candidates of a claim: what may be the same fact, nearest first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.records import (
    Claim,
    Place,
)
from claims_db.store import Store
from tests.claims_db.made import KHARKIV, KYIV, UKRAINE, claim, fill, on

# --- candidates ---


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
