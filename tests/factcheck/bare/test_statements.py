"""`compare`: laws of two statements set side by side, then examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.errors import InputError
from factcheck.bare.statements import compare
from factcheck.results import Judgement, Relation

APART = (Relation.DIFFERENT_SCOPE, Relation.DIFFERENT_EVENT)
SENTENCES = (
    "{} people were killed in the landslide near Quito.",
    "{} people were wounded when a crane fell in Porto.",
    "Police detained {} marchers in Tbilisi.",
    "The museum in Bergen sold {} tickets.",
    "The tunnel near Trento is {} kilometres long.",
    "Support for the tax stood at {} percent in Oregon.",
    "The bridge in Perth cost ${} million.",
)
# What may be told of people, with dates: kinds that grow, that rise and fall, that are fixed.
DATED = (
    "{} people were killed in Porto.",
    "{} people are missing in Porto.",
    "{} people were aboard the ferry in Porto.",
    "{} homes were destroyed in Porto.",
    "Officials in Porto revised the death toll to {}.",
)
TEMPLATES = st.sampled_from(SENTENCES)
BOUNDS = st.sampled_from(["", "at least ", "more than ", "fewer than ", "about ", "up to "])
NUMBERS = st.integers(2, 95)
DATES = st.sampled_from([None, "2025-04", "2025-04-24", "2025-04-24T06:00", "2025-04-26"])


def written(template: str, number: int, bound: str = "") -> str:
    before = "$" if "$" in template else ""
    text = template.replace("${}", "{}").format(f"{bound}{before}{number}")
    return text[0].upper() + text[1:]


def opposite(template: str, one: int, bound: str, other: int) -> Judgement:
    return compare(written(template, one, bound), written(template, other))


# --- bare statements ----------------------------------------------------------------------------


@settings(deadline=None)
@given(TEMPLATES, NUMBERS, BOUNDS)
def test_a_statement_is_consistent_with_itself(template: str, number: int, bound: str) -> None:
    text = written(template, number, bound)
    assert compare(text, text).relation is Relation.CONSISTENT


@settings(deadline=None)
@given(TEMPLATES, NUMBERS, BOUNDS, TEMPLATES, NUMBERS)
def test_probabilities_are_of_six_relations_and_sum_to_one(
    one: str, n: int, bound: str, two: str, m: int
) -> None:
    judged = compare(written(one, n, bound), written(two, m))
    assert set(judged.probabilities) == set(Relation)
    assert sum(judged.probabilities.values()) == pytest.approx(1)
    assert max(judged.probabilities, key=lambda r: judged.probabilities[r]) is judged.relation
    assert 0 <= judged.match_confidence <= 1
    assert 0 <= judged.consistency <= 1
    assert judged.why.endswith(".")


@settings(deadline=None)
@given(TEMPLATES, NUMBERS, st.sampled_from([2, 3, 10]))
def test_another_number_for_the_same_contradicts(template: str, number: int, times: int) -> None:
    assert opposite(template, number, "", number * times).relation is Relation.CONFLICT


@settings(deadline=None)
@given(TEMPLATES, NUMBERS)
def test_more_than_a_number_excludes_it_and_at_least_admits_it(template: str, n: int) -> None:
    assert opposite(template, n, "more than ", n).relation is Relation.CONFLICT
    assert opposite(template, n, "fewer than ", n).relation is Relation.CONFLICT
    assert opposite(template, n, "at least ", n).relation is Relation.CONSISTENT
    assert opposite(template, n, "up to ", n).relation is Relation.CONSISTENT


@settings(deadline=None)
@given(TEMPLATES, NUMBERS)
def test_a_figure_that_the_evidence_lacks_is_no_agreement(template: str, number: int) -> None:
    place = written(template, number).rstrip(".").split()[-1]
    said = compare(written(template, number), f"Officials spoke about {place} on Monday.")
    assert said.relation in APART


@settings(deadline=None)
@given(TEMPLATES, NUMBERS, NUMBERS)
def test_order_of_judging_leaves_no_trace(template: str, n: int, m: int) -> None:
    first = opposite(template, n, "", m)
    compare("It rained.", "It snowed.")
    assert opposite(template, n, "", m) == first


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("12 people were killed.", "A dozen people were killed.", Relation.CONSISTENT),
        ("Dozens of people were killed.", "36 people were killed.", Relation.CONSISTENT),
        (
            "No one was killed in the fire in Porto.",
            "Three people were killed in the fire in Porto.",
            Relation.CONFLICT,
        ),
        (
            "Three people were killed in the fire in Porto.",
            "No one was killed in the fire in Porto.",
            Relation.CONFLICT,
        ),
        (
            "No one was killed in the fire in Porto.",
            "Nobody was killed in the fire in Porto.",
            Relation.CONSISTENT,
        ),
        (
            "The museum sold 4 million tickets.",
            "The museum sold 4 billion tickets.",
            Relation.CONFLICT,
        ),
        ("The choir has 30 to 40 singers.", "The choir has 35 singers.", Relation.CONSISTENT),
        (
            "The trail is about 10 miles long.",
            "The trail is 16 kilometres long.",
            Relation.CONSISTENT,
        ),
        (
            "The trail is at least 10 miles long.",
            "The trail is 12 kilometres long.",
            Relation.CONFLICT,
        ),
        (
            "The film opened before 21 March 2019.",
            "The film opened on 20 March 2019.",
            Relation.CONSISTENT,
        ),
        (
            "The film opened before 21 March 2019.",
            "The film opened on 21 March 2019.",
            Relation.CONFLICT,
        ),
        (
            "12 people were killed and 30 wounded.",
            "12 people were killed and 40 wounded.",
            Relation.CONFLICT,
        ),
    ],
)
def test_examples(claim: str, evidence: str, relation: Relation) -> None:
    assert compare(claim, evidence).relation is relation


# --- dates, kinds and single figures ------------------------------------------------------------


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(DATED), NUMBERS, BOUNDS, st.sampled_from(DATED), NUMBERS, BOUNDS, DATES, DATES
)
def test_with_dates_swapping_claim_and_evidence_keeps_the_relation(
    one: str,
    n: int,
    bound: str,
    two: str,
    m: int,
    other_bound: str,
    claim_date: str | None,
    evidence_date: str | None,
) -> None:
    if not (claim_date or evidence_date):
        claim_date = "2025-04-25"
    a, b = written(one, n, bound), written(two, m, other_bound)
    told = compare(a, b, claim_date=claim_date, evidence_date=evidence_date)
    swapped = compare(b, a, claim_date=evidence_date, evidence_date=claim_date)
    assert told.relation is swapped.relation


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_a_toll_rises_with_time_and_does_not_fall(n: int, m: int) -> None:
    low, high = sorted((n, m))
    texts = written(DATED[0], low), written(DATED[0], high)
    rising, falling = (
        compare(a, b, claim_date="2025-04-24", evidence_date="2025-04-26")
        for a, b in (texts, texts[::-1])
    )
    same = low == high
    assert rising.relation is (Relation.CONSISTENT if same else Relation.UPDATE)
    assert falling.relation is (Relation.CONSISTENT if same else Relation.CONFLICT)


def test_with_dates_another_town_is_another_happening() -> None:
    said = compare(
        "12 people were killed in Porto.",
        "12 people were killed in Lima.",
        claim_date="2025-04-24",
        evidence_date="2025-04-24",
    )
    assert said.relation is Relation.DIFFERENT_EVENT


@settings(deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_kind_limits_the_comparison_to_its_figures(killed: int, ours: int, theirs: int) -> None:
    texts = (
        f"{killed} people were killed and {ours} wounded.",
        f"{killed} people were killed and {theirs} wounded.",
    )
    same = Relation.CONSISTENT if ours == theirs else Relation.CONFLICT
    for name in ("killed", "dead", "deaths"):
        assert compare(*texts, kind=name).relation is Relation.CONSISTENT
    for name in ("wounded", "injured"):
        assert compare(*texts, kind=name).relation is same


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_values_single_out_one_figure_each(n: int, m: int) -> None:
    first, second = n, 100 + m
    text = f"{first} people were killed on Friday and {second} people were killed in the war."

    def said(value: float) -> Relation:
        judged = compare(text, text, kind="killed", claim_value=first, evidence_value=value)
        return judged.relation

    assert said(first) is Relation.CONSISTENT
    assert said(second) is not Relation.CONSISTENT


def test_without_a_figure_of_the_kind_there_is_no_agreement() -> None:
    said = compare("12 people were killed.", "12 people were wounded.", kind="killed")
    assert said.relation in APART
    assert "no such figure" in said.why


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"sneezes.*killed"):
        compare("12 people were killed.", "12 people were killed.", kind="sneezes")


@pytest.mark.parametrize(
    ("claim", "evidence", "where"),
    [("", "12 dead.", "the claim"), ("12 dead.", " \n", "the evidence")],
)
def test_an_empty_statement_is_refused_and_named(claim: str, evidence: str, where: str) -> None:
    with pytest.raises(InputError, match=where):
        compare(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence", "kind"),
    [
        ("The trail is 10 miles long.", "The trail is 16 kilometres long.", "distance"),
        ("It was 95 degrees Fahrenheit.", "It was 35 degrees Celsius.", "temperature"),
        ("The fire burned 1,000 acres.", "The fire burned 405 hectares.", "area"),
    ],
)
def test_units_of_a_kind_compare(claim: str, evidence: str, kind: str) -> None:
    assert compare(claim, evidence, kind=kind).relation is Relation.CONSISTENT
    further = evidence.replace("16", "30").replace("35", "20").replace("405", "900")
    assert compare(claim, further, kind=kind).relation is Relation.CONFLICT


def test_a_value_that_the_statement_does_not_print_is_refused_and_named() -> None:
    text = "12 people were killed."
    with pytest.raises(InputError, match=r"77.*not in the statement"):
        compare(text, text, kind="killed", claim_value=77)
    with pytest.raises(InputError, match="evidence_value"):
        compare(text, text, evidence_value=13)


@pytest.mark.parametrize("name", ["claim_date", "evidence_date"])
def test_a_day_that_is_no_date_is_refused_and_named(name: str) -> None:
    days = {"claim_date": "2025-04-24", "evidence_date": "2025-04-24", name: "soon"}
    with pytest.raises(InputError, match=name):
        compare("12 died.", "12 died.", **days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("A raid on Lima left 9 dead.", "A raid on Oslo left 9 dead.", APART),
        ("Cyclone Brill killed 9 in Fiji.", "Cyclone Tamar killed 14 in Fiji.", APART),
        ("The flood drowned 30 soldiers.", "The flood drowned 30 civilians.", APART),
        ("The blaze injured 40 workers.", "The blaze killed 40 workers.", APART),
        ("Rents in Kiel rose 4 percent.", "Rents in Kiel fell 4 percent.", (Relation.CONFLICT,)),
        (
            "The dam near Ufa failed in 1974.",
            "The dam near Ufa failed in 1947.",
            (Relation.CONFLICT,),
        ),
        ("A quake hit Kiev, hurting 9.", "A quake hit Kyiv, hurting 9.", (Relation.CONSISTENT,)),
        ("The canal is 50 miles long.", "The canal is 80 kilometres long.", (Relation.CONSISTENT,)),
        ("The canal is 50 miles long.", "The canal is 50 kilometres long.", (Relation.CONFLICT,)),
        (
            "Ninety miners were trapped near Lens.",
            "The company denied that 90 miners were trapped near Lens.",
            (Relation.CONFLICT,),
        ),
        ("The unions denied that 60 welders had quit.", "60 welders quit.", (Relation.CONFLICT,)),
        ("Sales rose 7%", "Sales sank 7%", (Relation.CONFLICT,)),
        ("Wages fell 3%", "Wages climbed 3%", (Relation.CONFLICT,)),
        ("Half of the 18 goats died", "9 goats died", (Relation.CONSISTENT,)),
        ("A quarter of the 40 goats died", "20 goats died", (Relation.CONFLICT,)),
        ("5 of 12 hikers survived", "7 of 12 hikers died", (Relation.CONSISTENT,)),
        ("5 of 12 hikers survived", "8 of 12 hikers died", (Relation.CONFLICT,)),
        ("The jury convicted 4 of 9", "5 of 9 were acquitted", (Relation.CONSISTENT,)),
        ("The toll fell to 33 from 35", "33 people died", (Relation.CONSISTENT,)),
        ("The fare went up to $6 from $5", "The fare is $5", (Relation.CONFLICT,)),
    ],
)
def test_one_sentence_with_one_thing_changed(
    claim: str, evidence: str, relation: tuple[Relation, ...]
) -> None:
    assert compare(claim, evidence).relation in relation
