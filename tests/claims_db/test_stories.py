"""Documents that came together are grouped by happening, whichever came first."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from claims_db import linking, stories
from claims_db.events import assign
from claims_db.likeness import Report, likeness
from claims_db.profiles import Profile, profile_of
from claims_db.records import Document
from claims_db.store import Store
from claims_db.stories import Stories
from factcheck.reading.claims import read

TOLD = (
    ("A ferry sank off Zanzibar on Sunday, killing 88 people and injuring 31.", "2024-08-12"),
    ("The sinking of the Mapenzi off Zanzibar has claimed 91 lives, the port said.", "2024-08-13"),
    ("An inquest into the 95 deaths aboard the Mapenzi opened in Stone Town.", "2024-10-02"),
    ("A gas blast in a bakery in Rosario killed six people on Sunday.", "2024-08-12"),
    ("Rosario mourned the seven people who died in the bakery blast.", "2024-08-15"),
    ("Gunmen killed 14 villagers near Maiduguri on Monday.", "2024-08-13"),
    ("The president flew home.", "2024-08-13"),
)
WORDS = st.frozensets(st.sampled_from([f"word{letter}" for letter in "abcdefgh"]), max_size=6)
PROFILES = st.builds(
    lambda day, words, mark: Profile(told=(day, day), words=words, names=words, mark=mark),
    st.integers(739_000, 739_020),
    WORDS,
    st.integers(0, 2**32),
)


def documents() -> list[Document]:
    return [Document(text, id=str(n), published=day) for n, (text, day) in enumerate(TOLD)]


def profiles() -> list[Profile]:
    return [profile_of(one, read(one)) for one in documents()]


def partition(told: list[stories.Story]) -> set[frozenset[int]]:
    return {frozenset(at for at, one in enumerate(told) if one is story) for story in told}


def test_what_came_last_may_have_been_told_first() -> None:
    ferry, port, inquest, bakery, mourned, gunmen, flew = Stories(linking.shipped()).grouped(
        profiles()
    )
    assert ferry is port
    assert bakery is mourned
    assert len({id(story) for story in (ferry, bakery, gunmen, flew)}) == 4
    assert inquest not in (bakery, gunmen, flew)


@pytest.mark.parametrize("order", list(permutations(range(len(TOLD))))[::700])
def test_the_order_of_documents_changes_neither_groups_nor_ids(order: tuple[int, ...]) -> None:
    def ids(told: list[Document]) -> dict[str | None, str | None]:
        claims = [tuple(read(one)) for one in told]
        own = [profile_of(*both) for both in zip(told, claims, strict=True)]
        found = assign(claims, (), own, Stories(linking.shipped())).documents
        return dict(zip([one.id for one in told], found, strict=True))

    told = documents()
    assert ids([told[at] for at in order]) == ids(told)


@settings(max_examples=40, deadline=None)
@given(st.lists(PROFILES, max_size=8, unique_by=lambda one: one.mark), st.randoms())
def test_groups_are_the_same_in_any_order(told: list[Profile], draw: object) -> None:
    order = list(range(len(told)))
    draw.shuffle(order)  # type: ignore[attr-defined]
    there = partition(Stories(linking.shipped()).grouped(told))
    back = partition(Stories(linking.shipped()).grouped([told[at] for at in order]))
    assert {frozenset(order[at] for at in group) for group in back} == there


@given(PROFILES, PROFILES)
def test_which_of_two_is_asked_about_changes_nothing(one: Profile, other: Profile) -> None:
    a = Report(one, dict.fromkeys(one.words, 5.0))
    b = Report(other, dict.fromkeys(other.words, 5.0))
    assert likeness(a, b) == pytest.approx(likeness(b, a))


def test_events_on_record_stay_apart_and_keep_their_ids() -> None:
    held = Stories(linking.shipped())
    ferry, port, *_ = profiles()
    held.put(["one", "other"], [ferry, ferry])
    (story,) = held.grouped([port])
    assert story.event in ("one", "other")
    assert "one" in held
    assert "other" in held


def test_a_document_given_an_event_takes_its_story_there() -> None:
    ferry, port, *_ = profiles()
    first, second = Stories(linking.shipped()).grouped([ferry, port], [None, "the-ferry"])
    assert first.event == second.event == "the-ferry"


def test_a_later_ingest_joins_what_is_on_record() -> None:
    with Store(":memory:") as store:
        for document in documents()[:2]:
            factcheck.ingest(document, store)
        events = {prior.claim.event for prior in store.priors()}
    assert len(events) == 1


def test_documents_told_of_longest_ago_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST", 10)
    held = Stories(linking.shipped())
    for day in range(60):
        named = Profile(told=(day, day), words=frozenset({f"word{day}"}), mark=day)
        held.put([f"event-{day}"], [named])
    assert "event-59" in held
    assert "event-0" not in held
    assert len(held.stories) <= 11
