"""Changed figures: what each change makes of a figure, and that the suite can fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.engine import IN_MEMORY
from claims_db.records import Bound, Value
from claims_db.store import Store
from factcheck import seed
from factcheck.benchmarks import figure_changes as changes
from factcheck.benchmarks import perturbed, perturbed_scores
from factcheck.benchmarks.perturbed import Wanted
from factcheck.judging import slips


@given(st.integers(10, 10**6), st.floats(0, 0.999))
def test_every_slip_of_the_pen_has_a_name(number: int, drawn: float) -> None:
    for name, slip in changes.SLIPS:
        made = slip(float(number), drawn)
        if made is not None and made != number and (name != "digit lost" or number > 99):
            assert slips.digit_slip(made, float(number)) is not None, (name, number, made)


@pytest.mark.parametrize(
    ("text", "number", "printed"),
    [
        ("at least 12", 120, "at least 120"),
        ("$5.5 billion", 55e9, "$55 billion"),
        ("twelve", 21, "21"),
        ("7,200", 72, "72"),
    ],
)
def test_a_figure_is_printed_anew_in_its_own_scale(text: str, number: float, printed: str) -> None:
    assert changes.printed(text, number) == printed


def test_a_changed_value_keeps_its_bound() -> None:
    value = changes.moved(Value(12, None, 12, Bound.AT_LEAST, "at least 12"), 120)
    assert (value.low, value.high, value.stated) == (120, None, 120)


@pytest.mark.parametrize(("number", "words"), [(7, "seven"), (90, "ninety"), (41, "forty-one")])
def test_small_numbers_in_words(number: float, words: str) -> None:
    assert changes.in_words(number) == words
    assert changes.in_words(number + 100) is None


def test_changed_figures_of_one_event_are_told_from_unchanged_ones() -> None:
    with Store(IN_MEMORY) as store:
        store.ingest(seed.seed_documents(), bundled=True)
        figures = [f for f in perturbed.figures(store) if f.claim.event == "sumy-2025-04-13"][:8]
        cases = list(perturbed.cases(figures))
        for case in cases:
            written = case.document.text[case.claim.start : case.claim.end]
            assert written in case.claim.sentence
        told = perturbed_scores.outcomes(cases, store)
        shares = {
            wanted: [one.hit for one in told if one.case.wanted is wanted] for wanted in Wanted
        }
        assert sum(shares[Wanted.SLIP]) >= 0.8 * len(shares[Wanted.SLIP]) > 0
        assert sum(shares[Wanted.UNCHANGED]) <= 0.1 * len(shares[Wanted.UNCHANGED])
        # Nothing on record, nothing caught: the suite sees a store that knows nothing.
        with Store(IN_MEMORY) as empty:
            assert not any(one.hit for one in perturbed_scores.outcomes(cases, empty))
