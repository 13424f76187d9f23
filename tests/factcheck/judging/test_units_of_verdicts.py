"""The same number in another unit is another figure; the same measure in another unit is not."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import ClaimResult, Verdict

PLACE = "near Redding, California, on Tuesday"
CASES = [
    ("A rocket reached an altitude of 465 {} {}.", "kilometres", "miles", Verdict.CONFLICT),
    ("The temperature hit 46.2 degrees {} {}.", "Celsius", "Fahrenheit", Verdict.CONFLICT),
    ("The storm dropped 310 {} of rain {}.", "millimetres", "centimetres", Verdict.CONFLICT),
    ("Police seized 29 {} of cocaine {}.", "tonnes", "kilograms", Verdict.CONFLICT),
    ("Winds of 120 {} were measured {}.", "km/h", "mph", Verdict.CONFLICT),
]


def verdict(report: str, article: str) -> ClaimResult:
    with Store(":memory:") as store:
        factcheck.ingest(Document(report, published="2025-05-07", outlet="Coast News"), store)
        (found,) = factcheck.check(Document(article, published="2025-05-07"), store).results
    return found


@pytest.mark.parametrize(("text", "unit", "other", "wanted"), CASES)
def test_one_number_in_two_units(text: str, unit: str, other: str, wanted: Verdict) -> None:
    found = verdict(text.format(unit, PLACE), text.format(other, PLACE))
    assert found.verdict is wanted, found.why


def test_one_measure_in_two_units() -> None:
    found = verdict(
        f"The fire has burned 12,000 hectares {PLACE}.",
        f"The fire has burned about 29,700 acres {PLACE}.",
    )
    assert found.verdict is Verdict.CONSISTENT
    assert "12,000 hectares" in found.why
    assert found.claim.unit == "acre"
    assert found.latest is not None
    assert found.latest.claim.unit == "hectare"
