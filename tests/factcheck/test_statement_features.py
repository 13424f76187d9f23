"""Features of two statements: one level each, bounded, and what has no business with numbers
does not move with them."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import statement_features
from factcheck.alignment import statement
from factcheck.comparison import Comparison
from factcheck.statement_features import STATEMENT

SENTENCES = (
    "{} people were killed in the landslide near Quito.",
    "In Tbilisi, police detained at least {} marchers before 3 May 2021.",
    "The tunnel under the bay is not {} kilometres long.",
    "Support for the tax rose to {} percent, and {} councillors left.",
    "The stadium in Perth cost ${} million to build.",
    "It rained on the orchard.",
)
TEMPLATES = st.sampled_from(SENTENCES)
NUMBERS = st.integers(2, 99)
NAMED = {feature.name: feature for feature in STATEMENT}
BLIND = (
    *("cover", "evidence_cover", "missing_words", "names_cover", "missing_names", "other_names"),
    *("names_in_place", "masked_likeness", "masked_order", "one_negated", "claim_negated"),
    *("opposite_directions", "claim_figures", "evidence_figures", "best_likeness", "heads"),
    *("words_near_missing", "claim_nouns_missing", "dates", "compared_dates"),
)
SYMMETRIC = ("masked_likeness", "masked_order", "one_negated", "opposite_directions")
SHARES = (
    *("cover", "evidence_cover", "names_cover", "masked_likeness", "masked_order"),
    *("refuted_share", "supported_share", "unaligned_share", "best_likeness", "nearest_likeness"),
)


def compared(one: str, n: int, two: str, m: int) -> Comparison:
    return Comparison(statement(one.format(n, n), None), statement(two.format(m, m), None))


def told(name: str, comparison: Comparison) -> str | float:
    return NAMED[name].function(comparison)


@given(TEMPLATES, NUMBERS, TEMPLATES, NUMBERS)
def test_a_vector_has_a_finite_number_a_column_and_one_level_a_feature(
    one: str, n: int, two: str, m: int
) -> None:
    comparison = compared(one, n, two, m)
    vector = statement_features.vector(comparison)
    assert len(vector) == len(statement_features.columns())
    assert all(map(isfinite, vector))
    for feature in STATEMENT:
        if feature.levels:
            assert sorted(feature.vector(comparison)) == [0.0] * (len(feature.levels) - 1) + [1.0]


def test_columns_are_named_once_and_features_explained_in_a_sentence() -> None:
    columns = statement_features.columns()
    assert len(columns) == len(set(columns))
    for feature in STATEMENT:
        assert feature.explanation.endswith("."), feature.name
        assert "\n" not in feature.explanation, feature.name


@pytest.mark.parametrize("name", BLIND)
@given(TEMPLATES, TEMPLATES, NUMBERS, NUMBERS, NUMBERS)
def test_what_tells_of_words_is_blind_to_the_numbers(
    name: str, one: str, two: str, n: int, m: int, k: int
) -> None:
    assert told(name, compared(one, n, two, m)) == told(name, compared(one, k, two, m))
    assert told(name, compared(one, n, two, m)) == told(name, compared(one, n, two, k))


@pytest.mark.parametrize("name", SYMMETRIC)
@given(TEMPLATES, NUMBERS, TEMPLATES, NUMBERS)
def test_some_do_not_depend_on_which_is_the_claim(
    name: str, one: str, n: int, two: str, m: int
) -> None:
    assert told(name, compared(one, n, two, m)) == told(name, compared(two, m, one, n))


@given(TEMPLATES, NUMBERS, TEMPLATES, NUMBERS)
def test_shares_are_between_none_and_all(one: str, n: int, two: str, m: int) -> None:
    comparison = compared(one, n, two, m)
    for name in SHARES:
        assert 0 <= float(told(name, comparison)) <= 1, name


@given(TEMPLATES, NUMBERS)
def test_a_statement_covers_itself(one: str, n: int) -> None:
    comparison = compared(one, n, one, n)
    figures = bool(comparison.claim.figures)
    assert told("worst_aligned", comparison) == ("supports" if figures else "no figure")
    assert told("worst_nearest", comparison) == ("supports" if figures else "no figure")
    assert told("all_support", comparison) == float(figures)
    for name in ("cover", "evidence_cover", "masked_likeness", "masked_order", "length_ratio"):
        assert told(name, comparison) == 1, name
    for name in ("missing_words", "missing_names", "other_names", "refuted_share", "nearest_gap"):
        assert told(name, comparison) == 0, name


@given(TEMPLATES.filter(lambda t: t.count("{}") == 1), st.integers(2, 49))
def test_one_number_changed_is_one_figure_refuted(one: str, n: int) -> None:
    comparison = compared(one, n, one, 2 * n)
    assert told("refuted_share", comparison) == (0 if "at least" in one else 1)
    assert 0 < float(told("nearest_gap", comparison)) <= statement_features.MOST_GAP


@pytest.mark.parametrize(
    ("name", "claim", "evidence", "expected"),
    [
        ("one_negated", "The bank never paid $4 million.", "The bank paid $4 million.", 1),
        ("one_negated", "The bank didn't pay.", "The bank did not pay.", 0),
        ("opposite_directions", "Rents rose by 4 percent.", "Rents fell by 4 percent.", 1),
        ("opposite_directions", "Rents rose by 4 percent.", "Rents climbed by 4 percent.", 0),
        ("names_in_place", "A quake hit Lima.", "A quake hit Oslo.", 1),
        ("names_in_place", "A quake hit Lima.", "A quake hit the coast.", 0),
        ("heads", "She owns 9 horses.", "She owns 9 boats.", "differ"),
        ("heads", "She owns 9 horses.", "She owns 12 horses.", "same"),
        ("worst_aligned", "Some 9 monks left.", "The monks left.", "none"),
        ("dates", "It opened on 3 May 2021.", "It opened on 3 May 2021.", "supports"),
        ("dates", "It opened on 3 May 2021.", "It opened on 9 May 2021.", "refutes"),
        ("compared_dates", "It opened before 3 May 2021.", "It opened on 3 May 2021.", "refutes"),
        ("compared_dates", "It opened before 3 May 2021.", "It opened on 2 May 2021.", "supports"),
        ("compared_dates", "It opened after 3 May 2021.", "It opened in May 2021.", "open"),
    ],
)
def test_examples(name: str, claim: str, evidence: str, expected: str | float) -> None:
    assert told(name, Comparison(statement(claim, None), statement(evidence, None))) == expected
