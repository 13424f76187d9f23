"""What a document itself takes back, denies or tells as a part is not held against it."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document, Role
from claims_db.store import Store
from factcheck.results import ClaimResult, Verdict

QUAKE = (
    "A magnitude-6.4 earthquake struck near Jember, Indonesia, on June 3, killing 41 people and "
    "injuring 120. Rescuers saved 100 people. Some 27 people were missing."
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        factcheck.ingest(Document(QUAKE, published="2025-06-05", outlet="First Daily"), made)
        factcheck.ingest(Document(QUAKE, published="2025-06-06", outlet="Second Post"), made)
        yield made


def results(text: str, store: Store) -> list[ClaimResult]:
    return list(factcheck.check(Document(text, published="2025-06-10"), store).results)


def of(text: str, figure: str, store: Store) -> ClaimResult:
    (found,) = [r for r in results(text, store) if r.claim.value.text == figure]
    return found


WHERE = "the June 3 earthquake near Jember, Indonesia,"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (f"Measured again, {WHERE} had a magnitude of 6.2, earlier put at 6.4.", "6.2"),
        (f"The magnitude of {WHERE} earlier put at 6.4, was revised to 6.2.", "6.2"),
        (f"Officials lowered the toll of {WHERE} to 39 from 41 on Monday.", "39"),
        (f"The toll of {WHERE} was cut to 39 since two bodies were counted twice.", "39"),
        (f"In truth {WHERE} killed 39 people, not 41.", "39"),
        (f"The number rescued after {WHERE} was corrected to 98 from 100.", "98"),
    ],
)
def test_a_revision_told_in_the_text_is_a_correction(text: str, figure: str, store: Store) -> None:
    found = of(text, figure, store)
    assert (found.verdict, found.severity) == ("correction", "info")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (f"In {WHERE} 39 people were killed, the governor said.", "39"),
        (f"The army lowered its flag. In {WHERE} 39 people were killed.", "39"),
        (f"The toll of {WHERE} stands at 39, officials said.", "39"),
    ],
)
def test_a_lower_count_alone_is_none(text: str, figure: str, store: Store) -> None:
    assert of(text, figure, store).verdict in ("conflict", "outdated")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (f"In {WHERE} 41 died. Two of the wounded died later in hospital.", "Two"),
        (f"After {WHERE} the toll stood at 41. Two were killed when a wall fell.", "Two"),
        (f"Five of those injured in {WHERE} remain in hospital.", "Five"),
        (f"Six of the people killed in {WHERE} have been identified.", "Six"),
        (f"After {WHERE} officials denied that 200 people had died.", "200"),
        (f"After {WHERE} police said there was no truth in reports that 30 were hurt.", "30"),
        (f"After {WHERE} the toll could reach 1,000, the mayor warned.", "1,000"),
        (f"In {WHERE} 1,000 people could have died at school.", "1,000"),
    ],
)
def test_parts_and_what_is_not_claimed_are_not_held(text: str, figure: str, store: Store) -> None:
    found = of(text, figure, store)
    assert (found.verdict, found.severity) == ("no_prior", "ok")


def test_what_a_text_takes_back_itself_is_said_so(store: Store) -> None:
    found = of(f"In {WHERE} 39 people were killed, not 41.", "41", store)
    assert found.verdict == "correction"
    assert "itself" in found.why


def test_a_denied_figure_on_record_is_disputed(store: Store) -> None:
    found = of(f"After {WHERE} the army denied that 41 people had died.", "41", store)
    assert found.verdict == "disputed"
    assert "denies" in found.why


@pytest.mark.parametrize(
    ("text", "newer", "older"),
    [
        (
            "The Treasury raised its borrowing plan to 42.9 billion euros from 41.0 billion.",
            "42.9 billion",
            "41.0 billion",
        ),
        ("The bank cut its key rate to 4.5% from 4.75% on Thursday.", "4.5%", "4.75%"),
        (
            "The ministry lowered its damage estimate to $61 million, down from $75 million.",
            "$61 million",
            "$75 million",
        ),
        (
            "The insurer restated its net profit to 368 million euros from 412 million.",
            "368 million",
            "412 million",
        ),
    ],
)
def test_what_a_measure_is_raised_or_cut_from_is_its_former_value(
    text: str, newer: str, older: str
) -> None:
    roles = {
        claim.value.text: claim.role
        for claim in factcheck.extract(Document(text, published="2025-06-10")).claims
    }
    assert roles[newer] is Role.CURRENT
    assert roles[older] is Role.PREVIOUS


@pytest.mark.parametrize(
    ("plan", "revised", "article", "figure"),
    [
        (
            "Finland plans gross borrowing of 41.0 billion euros in 2025, the Treasury said.",
            "The Treasury raised Finland's 2025 gross borrowing plan to 42.9 billion euros from "
            "41.0 billion, it said.",
            "Finland plans gross borrowing of 41.0 billion euros this year, the Treasury said.",
            "41.0 billion",
        ),
        (
            "Norway's central bank held its key rate at 4.25% on Tuesday.",
            "Norway's central bank raised its key rate to 4.5% from 4.25% on Tuesday.",
            "The key rate of Norway's central bank stands at 4.25%.",
            "4.25%",
        ),
    ],
)
def test_a_former_value_printed_after_its_revision_is_no_agreement(
    plan: str, revised: str, article: str, figure: str
) -> None:
    with Store(":memory:") as store:
        for day, text in (("2025-06-03", plan), ("2025-06-10", revised)):
            factcheck.ingest(Document(text, published=day, outlet=f"Paper of {day}"), store)
        results = factcheck.check(Document(article, published="2025-06-12"), store).results
    found = {one.claim.value.text: one.verdict for one in results}
    assert found[figure] in (Verdict.OUTDATED, Verdict.CONFLICT)
