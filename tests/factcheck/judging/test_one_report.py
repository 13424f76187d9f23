"""A report is not played against itself, and a loose count is held only against its like."""

from collections.abc import Iterator

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import Verdict

REPORT = (
    "LEEDS, England – Grocer Hadley said on Tuesday its pretax profit fell 12% in the half. "
    "Revenue rose 3.1%, while like-for-like sales gained 0.8%. Hadley, which has 614 stores, "
    "will close 23 outlets in Leeds and hire 40 drivers."
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as made:
        factcheck.ingest(Document(REPORT, published="2025-09-30", outlet="Moor Post"), made)
        yield made


def verdicts(text: str, store: Store) -> dict[str, Verdict]:
    checked = factcheck.check(Document(text, published="2025-10-01"), store)
    return {found.claim.value.text: found.verdict for found in checked.results}


def test_what_a_report_tells_beside_the_figure_that_agrees_is_not_against_it(store: Store) -> None:
    told = verdicts("Grocer Hadley of Leeds said on Tuesday that revenue rose 3.1%.", store)
    assert told["3.1%"] is Verdict.CONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Grocer Hadley is to shut 23 stores in Leeds, it said on Tuesday.",
        "Grocer Hadley opened 9 stores in Leeds on Tuesday.",
        "Thieves robbed 3 stores of the grocer Hadley in Leeds on Tuesday.",
    ],
)
def test_what_is_done_with_some_is_not_held_against_how_many_there_are(
    text: str, store: Store
) -> None:
    assert set(verdicts(text, store).values()) <= {Verdict.NO_PRIOR, Verdict.CONSISTENT}


def test_a_slip_in_the_same_measure_is_a_conflict(store: Store) -> None:
    told = verdicts("Grocer Hadley of Leeds said its pretax profit fell 21%.", store)
    assert told["21%"] is Verdict.CONFLICT


def test_the_newest_figure_of_a_measure_is_not_another_one_of_its_report() -> None:
    report = (
        "LEEDS, England – Grocer Hadley said its pretax profit fell to 84 million pounds. "
        "It lowered its outlook to 185 million pounds from 200 million pounds."
    )
    with Store(":memory:") as made:
        factcheck.ingest(Document(report, published="2025-09-30", outlet="Moor Post"), made)
        article = "Grocer Hadley of Leeds said its pretax profit fell to 84 million pounds."
        (found,) = factcheck.check(Document(article, published="2025-10-01"), made).results
    assert found.verdict is Verdict.CONSISTENT
    assert found.latest is not None
    assert found.latest.claim.value.stated == 84e6
