"""The table of relations: symmetry first, then a case for each row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.records import Bound, Claim, Prior, Report, Role, Status, Value
from factcheck.judging.matching import Fact, apart_by_group, ruled
from factcheck.judging.model import shipped
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import TABLE, judge, matched
from factcheck.judging.vouching import COMPARABLE
from factcheck.results import Relation
from tests.factcheck.judged import bundled, claim, place, value

TOWN = (place("Sumy", "UA"),)
DAY = ("2025-05-02", "2025-05-02")
BOUNDS = st.sampled_from([Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN])
LOWERED = "Officials lowered the toll to at least 97 from at least 115."
DATES = st.sampled_from(["2025-05-02", "2025-05-03", "2025-05-09", "2025-05", None])


def pair(
    first: Claim, second: Claim, first_day: str | None, second_day: str | None
) -> tuple[Relation, Relation]:
    """The relation of the second to the first, and of the first to the second."""
    forth = judge(
        second, Prior(first, Report("a", published=first_day)), claim_published=second_day
    )
    back = judge(first, Prior(second, Report("b", published=second_day)), claim_published=first_day)
    assert forth.relation is back.relation
    for relation, chance in forth.probabilities.items():
        assert chance == pytest.approx(back.probabilities[relation], abs=1e-9)
    return forth.relation, back.relation


def toll(number: Value, **fields: object) -> Claim:
    return claim("killed", number, TOWN, DAY, "attack", **fields)  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(
    *(st.integers(0, 400), BOUNDS, DATES, st.integers(0, 400), BOUNDS, DATES),
    st.sampled_from(["killed", "missing", "launched", "magnitude"]),
    st.sampled_from([None, "Governor Lysak", "State Emergency Service", "Russian army"]),
    st.sampled_from(list(Role)),
)
def test_swapping_the_pair_keeps_the_relation(
    a: int,
    a_bound: Bound,
    a_day: str | None,
    b: int,
    b_bound: Bound,
    b_day: str | None,
    kind: str,
    source: str | None,
    role: Role,
) -> None:
    first = claim(kind, value(a, a_bound), TOWN, DAY, source=source, role=role)
    second = claim(kind, value(b, b_bound), TOWN, DAY, source="State Emergency Service")
    pair(first, second, a_day, b_day)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(bundled()) - 1), st.integers(0, len(bundled()) - 1))
def test_real_pairs_are_symmetric_and_probabilities_are_such(a: int, b: int) -> None:
    one, other = bundled()[a], bundled()[b]
    pair(one.claim, other.claim, one.report.published, other.report.published)
    told = judge(one.claim, other, claim_published=one.report.published)
    assert sum(told.probabilities.values()) == pytest.approx(1.0)
    assert set(told.probabilities) == set(Relation)
    assert 0 <= told.match_confidence <= 1
    assert 0 <= told.consistency <= 1
    assert told.why


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([None, "men", "Syrians"]))
def test_what_is_ruled_out_early_is_what_all_rules_say(a: int, b: int, group: str | None) -> None:
    priors, model = bundled(), shipped()
    first, second = priors[a % len(priors)], priors[b % len(priors)]
    asked = Pair(replace(first.claim, group=group or first.claim.group), second)
    told = matched(asked, model)
    assert told is not None
    early = matched(asked, model, COMPARABLE)
    assert (early is None) == (told.facts[Fact.SAME] < COMPARABLE)
    assert early is None or early.facts == told.facts


def test_pairs_told_of_other_people_are_ruled_out_at_once() -> None:
    asked = Pair(toll(value(4), group="children"), Prior(toll(value(9)), Report("a")))
    rulings = apart_by_group(asked)
    assert ruled(asked) in rulings
    assert shipped().never_same(rulings, COMPARABLE)
    assert not apart_by_group(Pair(toll(value(4)), Prior(toll(value(9)), Report("a"))))


def test_the_table_has_its_rows_in_order() -> None:
    assert [row.number for row in TABLE] == list(range(1, 11))


@pytest.mark.parametrize(
    ("first", "first_day", "second", "second_day", "expected"),
    [
        # 1: a revising word ties the two; the same authority lowers its count
        (
            toll(value(31)),
            "2025-05-02",
            toll(value(29), sentence="The toll was revised from 31 to 29."),
            "2025-05-03",
            Relation.CORRECTION,
        ),
        (
            toll(value(31), source="Mayor Koval"),
            "2025-05-02",
            toll(value(29), source="Mayor Koval"),
            "2025-05-03",
            Relation.CORRECTION,
        ),
        (
            toll(value(31)),
            "2025-05-02",
            toll(value(33), sentence="The toll rose from 31 to 33."),
            "2025-05-03",
            Relation.UPDATE,
        ),
        (
            toll(value(115, Bound.AT_LEAST)),
            "2025-05-02",
            toll(value(97, Bound.AT_LEAST), sentence=LOWERED),
            "2025-05-09",
            Relation.CORRECTION,
        ),
        # 2: a denial; rival parties
        (
            toll(value(31)),
            "2025-05-02",
            toll(value(31), status=Status.DENIED),
            "2025-05-03",
            Relation.CONFLICT,
        ),
        (
            toll(value(31), source="Ukrainian officials"),
            "2025-05-02",
            toll(value(300), source="Russian army"),
            "2025-05-03",
            Relation.CONFLICT,
        ),
        # 3
        (
            toll(value(31)),
            "2025-05-02",
            toll(value(31, Bound.AT_LEAST)),
            "2025-05-09",
            Relation.CONSISTENT,
        ),
        (
            toll(value(70, Bound.MORE_THAN)),
            "2025-05-02",
            toll(value(77)),
            "2025-05-03",
            Relation.CONSISTENT,
        ),
        # 4
        (
            toll(value(2, Bound.AT_LEAST)),
            "2025-05-02",
            toll(value(12, Bound.AT_LEAST)),
            "2025-05-03",
            Relation.UPDATE,
        ),
        (
            claim("missing", value(9), TOWN, DAY),
            "2025-05-02",
            claim("missing", value(4), TOWN, DAY),
            "2025-05-03",
            Relation.UPDATE,
        ),
        # 5
        (toll(value(9)), "2025-05-02", toll(value(8)), "2025-05-02", Relation.UPDATE),
        # 6
        (
            toll(value(9), as_of="2025-05-02T10:00"),
            "2025-05-02",
            toll(value(8), as_of="2025-05-02T10:00"),
            "2025-05-02",
            Relation.CONFLICT,
        ),
        (
            toll(value(9, Bound.AT_LEAST), as_of="2025-05-02T10:00"),
            "2025-05-02",
            toll(value(14), as_of="2025-05-02T10:00"),
            "2025-05-02",
            Relation.CONSISTENT,
        ),
        # 7
        (toll(value(31)), "2025-05-02", toll(value(20)), "2025-05-03", Relation.CONFLICT),
        (
            toll(value(31)),
            "2025-05-02",
            toll(value(20, Bound.AT_LEAST)),
            "2025-05-03",
            Relation.UPDATE,
        ),
        # 8, 9, 10
        (
            claim("magnitude", value(6.1), TOWN, DAY, source="USGS"),
            "2025-05-02",
            claim("magnitude", value(6.2), TOWN, DAY, source="EMSC"),
            "2025-05-02",
            Relation.CONSISTENT,
        ),
        (
            claim("magnitude", value(6.1), TOWN, DAY, source="USGS"),
            "2025-05-02",
            claim("magnitude", value(6.4), TOWN, DAY, source="USGS"),
            "2025-05-02",
            Relation.CORRECTION,
        ),
        (
            claim("magnitude", value(6.1), TOWN, DAY, source="USGS"),
            "2025-05-02",
            claim("magnitude", value(6.8), TOWN, DAY, source="EMSC"),
            "2025-05-02",
            Relation.CONFLICT,
        ),
        (toll(value(31)), None, toll(value(13)), None, Relation.CONFLICT),
        (toll(value(20, Bound.MORE_THAN)), None, toll(value(31)), None, Relation.CONSISTENT),
    ],
)
def test_rows(
    first: Claim, first_day: str | None, second: Claim, second_day: str | None, expected: Relation
) -> None:
    assert pair(first, second, first_day, second_day)[0] is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"places": (place("Lviv", "UA"),)}, Relation.DIFFERENT_EVENT),
        (
            {"when": claim("killed", value(1), when=("2025-03-02", "2025-03-02")).when},
            Relation.DIFFERENT_EVENT,
        ),
        ({"places": (place("Ukraine", "UA"),)}, Relation.DIFFERENT_SCOPE),
        ({"group": "children"}, Relation.DIFFERENT_SCOPE),
        ({"kind": "wounded"}, Relation.DIFFERENT_SCOPE),
        ({"change": "+"}, Relation.DIFFERENT_SCOPE),
        ({"per": "week"}, Relation.DIFFERENT_SCOPE),
    ],
)
def test_what_is_not_the_same_fact(change: dict[str, object], expected: Relation) -> None:
    first = toll(value(12))
    second = replace(first, **change)  # type: ignore[arg-type]
    assert pair(first, second, "2025-05-02", "2025-05-02")[0] is expected


def test_why_names_both_figures_outlet_and_date() -> None:
    prior = Prior(toll(value(31)), Report("a", "The Daily Example", "2025-05-02"))
    why = judge(toll(value(20)), prior, claim_published="2025-05-03").why
    assert "20 killed" in why
    assert "31 killed" in why
    assert "The Daily Example, 2 May 2025" in why
