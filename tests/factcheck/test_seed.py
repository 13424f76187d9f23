"""The bundled reports as claims."""

from __future__ import annotations

from claims_db.kinds import kinds
from claims_db.records import Bound, Role
from factcheck import seed


def test_every_recorded_figure_becomes_one_claim_of_a_known_kind() -> None:
    documents = list(seed.seed_documents())
    claims = [claim for _, own in documents for claim in own]
    assert len(documents) == 171
    assert len({document.id for document, _ in documents}) == 171
    assert len({claim.id for claim in claims}) == len(claims) > 700
    assert {claim.kind for claim in claims} <= set(kinds())


def test_the_seed_is_the_same_each_time() -> None:
    assert list(seed.seed_documents()) == list(seed.seed_documents())


def test_sentence_and_offsets_are_those_of_the_text() -> None:
    for document, claims in seed.seed_documents():
        for claim in claims:
            first = claim.sentence_start
            assert document.text[first : first + len(claim.sentence)] == claim.sentence
            assert first <= claim.start <= claim.end <= first + len(claim.sentence)
            if claim.end:
                assert claim.value.text.endswith(document.text[claim.start : claim.end])


def test_intervals_hold_the_stated_count_and_vague_words_state_none() -> None:
    for _, claims in seed.seed_documents():
        for claim in claims:
            value = claim.value
            if value.bound is Bound.VAGUE:
                assert value.stated is None
                continue
            assert value.stated is not None
            assert value.low is None or value.low <= value.stated
            assert value.high is None or value.stated <= value.high


def test_figures_about_another_time_carry_no_event() -> None:
    years = {
        claim.when.start[:4]
        for _, claims in seed.seed_documents()
        for claim in claims
        if claim.event is None and claim.when
    }
    assert {"1952", "1973", "1999"} <= years


def test_a_figure_taken_back_is_marked() -> None:
    taken_back = {
        (document.id, claim.value.stated)
        for document, claims in seed.seed_documents()
        for claim in claims
        if claim.role is Role.RETRACTED
    }
    assert ("OD01", 288.0) in taken_back
    assert ("KY20", 9.0) in taken_back


def test_events_have_windows_in_order_and_a_place() -> None:
    for event in seed.seed_events().values():
        assert event.window.start <= event.window.end
        assert event.place.name
        assert event.happening
