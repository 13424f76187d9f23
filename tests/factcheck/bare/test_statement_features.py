"""Features of two statements: one level each, bounded, and what has no business with numbers
does not move with them."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.bare import statement_features
from factcheck.bare.printed_comparison import MOST_GAP, STANDS
from factcheck.bare.statement_features import STATEMENT
from factcheck.bare.statement_pair import StatementPair

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
COLUMNS = statement_features.columns()
BLIND = (
    *("cover", "names", "other_words", "likeness.of_sets", "likeness.in_order", "negated"),
    *("contrasts", "scope", "missing_at", "number_count", "date", "date_count", "day"),
)
SYMMETRIC = ("likeness.of_sets", "likeness.in_order", "negated.one", "contrasts")
SHARES = (
    *("cover.claim", "cover.evidence", "cover.runs", "names.cover", "other_words.cover"),
    *("likeness.of_sets", "likeness.in_order", "aligned_shares.refutes"),
    *("balanced_shares.supports", "nearest_shares.none", "any_number.equal"),
)


def compared(one: str, n: int, two: str, m: int) -> StatementPair:
    return StatementPair(one.format(n, n), two.format(m, m))


def told(name: str, pair: StatementPair) -> tuple[float, ...]:
    """The columns of a feature, or one column."""
    vector = dict(zip(COLUMNS, statement_features.vector(pair), strict=True))
    return tuple(
        value for column, value in vector.items() if column == name or column.startswith(f"{name}.")
    )


@given(TEMPLATES, NUMBERS, TEMPLATES, NUMBERS)
def test_a_vector_has_a_finite_number_a_column(one: str, n: int, two: str, m: int) -> None:
    pair = compared(one, n, two, m)
    vector = statement_features.vector(pair)
    assert len(vector) == len(COLUMNS)
    assert all(map(isfinite, vector))
    for feature in STATEMENT:
        assert len(feature.vector(pair)) == len(feature.columns), feature.name


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
    pair = compared(one, n, two, m)
    for name in SHARES:
        assert 0 <= told(name, pair)[0] <= 1, name


@given(TEMPLATES, NUMBERS)
def test_a_statement_covers_itself(one: str, n: int) -> None:
    pair = compared(one, n, one, n)
    numbers = bool(pair.printed.claim.numbers)
    for way in ("aligned", "balanced", "nearest"):
        supports = STANDS.index("supports") if numbers else -2.0
        assert told(f"{way}.stand", pair) == (supports,)
        assert told(f"{way}_shares.supports", pair) == (float(numbers),)
    for name in ("cover.claim", "cover.evidence", "likeness.of_sets", "likeness.in_order"):
        assert told(name, pair) == (1.0,), name
    for name in ("cover.missing", "names.missing", "names.other", "contrasts.counted"):
        assert told(name, pair) == (0.0,), name


@given(TEMPLATES.filter(lambda t: t.count("{}") == 1), st.integers(13, 49))
def test_one_number_changed_is_one_figure_refuted(one: str, n: int) -> None:
    pair = compared(one, n, one, 2 * n)
    assert told("aligned_shares.refutes", pair)[0] == (0 if "at least" in one else 1)
    assert 0 < told("nearest.gap", pair)[0] <= MOST_GAP


@pytest.mark.parametrize(
    ("name", "claim", "evidence", "expected"),
    [
        ("negated.one", "The bank never paid $4 million.", "The bank paid $4 million.", 1),
        ("negated.one", "The bank didn't pay.", "The bank did not pay.", 0),
        ("contrasts.opposite", "Rents rose by 4 percent.", "Rents fell by 4 percent.", 1),
        ("contrasts.opposite", "Rents rose by 4 percent.", "Rents climbed by 4 percent.", 0),
        ("contrasts.counted", "The storm killed 9 monks.", "The storm injured 9 monks.", 1),
        ("contrasts.counted", "The storm killed 9.", "The storm killed 9 and injured 4.", 0),
        ("contrasts.group", "Police held 9 students.", "Police held 9 teachers.", 1),
        ("contrasts.time", "It rained on Monday.", "It rained on Friday.", 1),
        ("names.in_place", "A quake hit Lima.", "A quake hit Oslo.", 1),
        ("names.in_place", "A quake hit Lima.", "A quake hit the coast.", 0),
        ("scope.new", "It had 9 new members.", "It had 9 members.", 1),
        ("scope.new", "It had 9 members.", "It had 9 new members.", -1),
        ("aligned.stand", "Some 9 monks left.", "The monks left.", -2),
        ("aligned.towards", "More than 9 monks left.", "12 monks left.", 1),
        ("aligned.towards", "Fewer than 9 monks left.", "12 monks left.", -1),
        ("date.misfit", "It opened on 3 May 2021.", "It opened on 3 May 2021.", 0),
        ("date.misfit", "It opened on 3 May 2021.", "It opened on 9 May 2021.", 4),
        ("date.misfit", "It opened before 3 May 2021.", "It opened on 3 May 2021.", 2),
        ("date.misfit", "It opened after 3 May 2021.", "It opened in May 2021.", 1),
    ],
)
def test_examples(name: str, claim: str, evidence: str, expected: float) -> None:
    assert told(name, StatementPair(claim, evidence)) == (expected,)
