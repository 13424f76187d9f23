"""Documents through the first steps of `check` → rows of `factcheck.training.grounds_learning`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from claims_db.records import Claim, Document
from claims_db.store import Store
from factcheck import ingest, pipeline
from factcheck.benchmarks import desk
from factcheck.benchmarks.events import Told
from factcheck.training import grounds_learning, story_learning
from factcheck.training.grounds_learning import Ground


def of_cases(cases: Iterable[Mapping[str, Any]]) -> list[Ground]:
    """Of each case's article, beside its earlier reports."""
    rows: list[Ground] = []
    for case in cases:
        with Store(":memory:") as store:
            for number, report in enumerate(case["priors"]):
                ingest(desk.document(report, f"prior {number}"), store)
            document = desk.document(case["article"], "article")
            rows += _beside(case["id"], document, store, case)
    return rows


def of_documents(told: Iterable[Told]) -> list[Ground]:
    """Of documents as they stand, each beside all the others: none of their figures is wrong."""
    kept = [one for one in told if one.document.published]
    with Store(":memory:") as store:
        store.ingest([(one.document, one.claims) for one in kept], as_texts=True)
        return [row for one in kept for row in _beside(one.event, one.document, store, None)]


def _beside(
    group: str, document: Document, store: Store, case: Mapping[str, Any] | None
) -> list[Ground]:
    steps = (pipeline.read, pipeline.recall, pipeline.judge, pipeline.hold_beside)
    work = pipeline.run(pipeline.Work(document, store, document.published), steps)
    reports = pipeline.near_story(work)
    wrong = _as_stands if case is None else _as_told(case, work.claims)
    return grounds_learning.of_document(group, document, work.results, reports, wrong)


def _as_stands(_: Claim) -> bool:
    return False


def _as_told(case: Mapping[str, Any], claims: Iterable[Claim]) -> Callable[[Claim], bool | None]:
    relations = story_learning.expected(case, claims)

    def wrong(claim: Claim) -> bool | None:
        told = relations.get(claim.id)
        return None if told is None else grounds_learning.is_wrong(told)

    return wrong
