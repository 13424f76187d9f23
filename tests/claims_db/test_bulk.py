"""Candidates in bulk are those asked for one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.records import Claim, Document, Place, Prior, Report, Window
from claims_db.store import LIMIT, Store
from factcheck import seed
from tests.claims_db.made import claim

SEED = [claims for _, claims in seed.seed_documents()]
PLACES = (
    (),
    (Place("Kyiv", "geonames:703448", "UA"),),
    (Place("Kyiv City", "geonames:703447", "UA"),),
    (Place("Ukraine", "geonames:690791", "UA"),),
    (Place("Nowhere", None, "UA"),),
)
DAYS = ("2025-04-20", "2025-04-23", "2025-04-24", "2025-04-26", "2025-06-30")
WINDOWS = (
    *(None, Window("2025", "2025", "year"), Window("1990-01-01", "2030-12-31", "year")),
    *(Window(a, b, "day") for a in DAYS for b in DAYS if a <= b),
)


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store(":memory:")
    made.ingest(seed.seed_documents(), bundled=True)
    odd = [claim(places=place, when=when) for place in PLACES for when in WINDOWS]
    made.ingest([(Document(f"text {n}"), [one]) for n, one in enumerate(odd)])
    return made


def in_bulk(store: Store, claims: list[Claim], limit: int = LIMIT) -> list[list[Prior]]:
    found = store.candidates_in_bulk(claims, limit=limit)
    return [found.taken(number) for number in range(len(claims))]


class Early:
    """A view of early reports' figures of the very kind that is asked for."""

    def takes_kind(self, asked: str, kind: str) -> bool:
        return asked == kind

    def takes_report(self, report: Report) -> bool:
        return (report.published or "") < "2024"


def test_a_view_leaves_out_what_it_does_not_take_and_every_gives_it_back(store: Store) -> None:
    claims = [claim for claims in SEED for claim in claims][:600:2]
    found = store.candidates_in_bulk(claims, views=[Early()] * len(claims))
    whole = store.candidates(claims)
    taken = [found.taken(number) for number in range(len(claims))]
    assert taken == [
        [p for p in priors if (p.report.published or "") < "2024" and p.claim.kind == claim.kind]
        for claim, priors in zip(claims, whole, strict=True)
    ]
    assert any(taken)
    assert taken != whole
    assert [found.every(number) for number in range(len(claims))] == whole


def test_for_every_claim_on_record(store: Store) -> None:
    claims = [claim for claims in SEED for claim in claims][:600]
    assert in_bulk(store, claims) == store.candidates(claims)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            claim,
            kind=st.sampled_from(["killed", "wounded", "casualties", "count", "missing"]),
            places=st.sampled_from(PLACES),
            when=st.sampled_from(WINDOWS),
            as_of=st.none() | st.sampled_from(DAYS),
        ),
        max_size=12,
    )
)
def test_whatever_place_and_window_they_have(store: Store, claims: list[Claim]) -> None:
    assert in_bulk(store, claims) == store.candidates(claims)


def test_the_nearest_stay_where_there_are_more_than_the_limit(store: Store) -> None:
    asked = [claim(kind="killed", places=PLACES[1], when=None, as_of="2025-04-25")]
    (every,) = in_bulk(store, asked)
    (some,) = in_bulk(store, asked, limit=5)
    assert len(every) > 5
    assert some == every[:5]


def test_nothing_asked_is_nothing_found(store: Store) -> None:
    assert in_bulk(store, []) == []
