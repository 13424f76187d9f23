"""The JSON contract: names, order, numbers, and nothing that JSON lacks."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound, Document, Event, Value
from factcheck.results import Extraction, Hint, Main, Match, Relation, Severity, Verdict
from factcheck.showing import output
from tests.factcheck.made import NIGHT, checked, claim, judgement, prior, result

CLAIM_FIELDS = [
    *("id", "kind", "subject", "group", "part_of", "value", "unit", "per", "change", "places"),
    *("when", "as_of", "attribution", "status", "event", "checkable", "sentence"),
    *("start", "end", "line", "column"),
]
CHECKED_FIELDS = [
    *("verdict", "severity", "match_confidence", "consistency", "origins", "latest"),
    *("why", "hints", "matches"),
]
DOCUMENT_FIELDS = [
    *("id", "title", "published", "outlet", "url", "text"),
    *("coverage", "internal", "main", "claims", "findings"),
]


def test_a_claim_has_the_fields_of_the_contract_in_its_order() -> None:
    made = output.claim_json(claim())
    assert list(made) == CLAIM_FIELDS
    assert list(made["value"]) == ["low", "high", "stated", "bound", "text"]  # type: ignore[call-overload]
    assert made["places"] == [{"name": "Kyiv", "id": "geonames:703448", "country": "UA"}]
    assert made["when"] == {
        "start": "2025-04-23",
        "end": "2025-04-24",
        "precision": "day",
        "text": "overnight",
    }


def test_what_is_missing_is_null() -> None:
    bare = replace(claim(), subject=None, unit=None, when=None, places=(), event=None)
    made = output.claim_json(bare)
    assert [made[name] for name in ("subject", "unit", "when", "event", "status")] == [None] * 5
    assert made["attribution"] is None
    assert made["places"] == []


def test_a_checked_document_has_the_fields_of_the_contract() -> None:
    match = Match(prior(), judgement(), later=True)
    hint = Hint("swapped_digits", 21.0)
    made = output.document_json(checked(result(matches=(match,), hints=(hint,))))
    assert list(made) == DOCUMENT_FIELDS
    assert made["coverage"] == {"claims": 1, "checkable": 1, "compared": 1, "unchecked": 0}
    assert made["findings"] == {verdict.value: int(verdict == "consistent") for verdict in Verdict}
    (found,) = made["claims"]  # type: ignore[misc]
    assert list(found) == CLAIM_FIELDS + CHECKED_FIELDS  # type: ignore[has-type]
    assert found["hints"] == [{"slip": "swapped_digits", "figure": 21}]  # type: ignore[has-type]
    (held,) = found["matches"]  # type: ignore[has-type]
    assert list(held) == ["prior", "relation", "probabilities", "match_confidence", "why", "later"]
    assert list(held["prior"]) == [*CLAIM_FIELDS, "report"]
    assert list(held["prior"]["report"]) == [
        *("outlet", "published", "url", "title", "bundled", "retracted")
    ]
    assert list(held["probabilities"]) == [relation.value for relation in Relation]


def test_main_and_internal_findings_are_shown() -> None:
    made = output.document_json(checked(result()))
    assert made["main"] == {
        "event": "kyiv-2025-04-24",
        "figures": {
            "killed": {
                "low": 12,
                "high": None,
                "stated": 12,
                "bound": "at_least",
                "claims": ["killed-12"],
            }
        },
    }
    assert made["internal"] == [
        {
            "claims": ["a", "b"],
            "relation": "conflict",
            "severity": Severity.WARNING.value,
            "why": "Parts exceed all.",
        }
    ]


def test_an_extraction_has_compared_nothing() -> None:
    claims = (claim(), claim(90, "wounded", checkable=False))
    made = output.extraction_json(Extraction(Document("…"), claims, Main(None)))
    assert list(made) == DOCUMENT_FIELDS
    assert made["coverage"] == {"claims": 2, "checkable": 1, "compared": 0, "unchecked": 1}
    assert made["findings"] == {}
    assert made["main"] == {"event": None, "figures": {}}


def test_a_document_without_an_id_is_named_by_its_content() -> None:
    one, same, other = Document("12 killed"), Document("12 killed"), Document("13 killed")
    keys = [output.document_json(checked(document=made))["id"] for made in (one, same, other)]
    assert keys[0] == keys[1] != keys[2]


def test_a_judgement_has_all_six_relations() -> None:
    made = output.judgement_json(replace(judgement(), probabilities={Relation.UPDATE: 1.0}))
    assert list(made) == ["relation", "consistency", "match_confidence", "probabilities", "why"]
    assert made["probabilities"] == {
        relation.value: float(relation is Relation.UPDATE) for relation in Relation
    }


def test_an_event_shows_the_least_and_the_most_of_each_kind() -> None:
    made = output.event_json(Event("e", None, NIGHT, "attack", 2, 3, {"killed": (2.0, 13.0)}))
    assert made["figures"] == {"killed": {"low": 2, "high": 13}}
    assert made["place"] is None


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_number_is_json_and_loses_nothing(value: float) -> None:
    shown = output.number(value)
    if not math.isfinite(value):
        assert shown is None
    else:
        assert shown == value
        assert isinstance(shown, int) or not value.is_integer() or abs(value) > 2**53
        assert json.loads(output.dumps(shown)) == value


@given(
    low=st.floats(),
    high=st.floats(),
    stated=st.floats(),
    text=st.text(),
    bound=st.sampled_from(Bound),
)
def test_any_value_is_valid_json(
    low: float, high: float, stated: float, text: str, bound: Bound
) -> None:
    made = output.value_json(Value(low, high, stated, bound, text))
    line = output.dumps(made).encode("utf-8", "backslashreplace").decode()
    assert json.loads(line) == made
    assert "NaN" not in json.dumps([made["low"], made["high"], made["stated"]])


@pytest.mark.parametrize(
    ("value", "shown"), [(12.0, "12"), (3.5, "3.5"), (0.0, "0"), (1e6, "1000000")]
)
def test_whole_numbers_are_printed_as_integers(value: float, shown: str) -> None:
    assert output.dumps(output.number(value)) == shown
