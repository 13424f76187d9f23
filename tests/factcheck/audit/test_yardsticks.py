"""Figures of judged claims that are no yardstick for the others."""

from dataclasses import replace

import pyarrow as pa

from claims_db.records import Claim, Document, Prior, Report
from factcheck.audit.tables import SCHEMA
from factcheck.audit.yardsticks import Yardsticks
from factcheck.pipeline import extract

Row = dict[str, object]


def judged(document: str, day: int, verdict: str, stated: float, **told: object) -> Row:
    """A judged claim on the killed in Kyiv, unless told otherwise."""
    severity = {"conflict": "error", "outdated": "warning", "disputed": "warning"}
    base = {"document": document, "claim": document, "published": f"2025-04-{day}"}
    said = {"verdict": verdict, "severity": severity.get(verdict, "ok"), "role": "current"}
    count = {"event": "kyiv-2025-04-24", "kind": "killed", "stated": stated}
    return {**base, **said, **count, **told}


def taken(*rows: Row, hindsight: bool = False) -> tuple[Yardsticks, pa.Table]:
    table = pa.Table.from_pylist(list(rows), SCHEMA)
    found = Yardsticks(hindsight=hindsight)
    found.take(lambda: [table])
    return found, table


def stands(found: Yardsticks, document: str, prior: int, claim: int) -> bool:
    """Whether a figure may be held against the one of the document."""
    told = Prior(killed(document, prior), Report(document))
    return found.stands(told, killed("x", claim))


def killed(key: str, count: int) -> Claim:
    (told,) = extract(Document(f"The raid on Kyiv killed {count} people.")).claims
    return replace(told, id=key)


def test_an_accused_figure_speaks_against_no_other_but_for_itself() -> None:
    found, _ = taken(judged("slip", 25, "conflict", 63), judged("side", 25, "disputed", 40))
    assert not stands(found, "slip", 63, 36)
    assert stands(found, "slip", 63, 63)
    assert stands(found, "side", 40, 36)
    assert stands(found, "other", 50, 36)


def test_a_figure_that_was_taken_back_is_no_yardstick_however_often_it_is_told_again() -> None:
    found, _ = taken(
        judged("first", 24, "consistent", 52),
        judged("correction", 26, "correction", 43, latest_stated=50.0),
        judged("correction", 26, "consistent", 52, role="previous", claim="old"),
        judged("again", 27, "consistent", 52),
        judged("as-past", 27, "consistent", 52, role="previous"),
        judged("elsewhere", 27, "consistent", 52, event="lviv"),
    )
    gone = ("first", "again", "as-past", "elsewhere")
    assert [stands(found, one, 52, 43) for one in gone] == [True, False, True, True]


def test_a_document_is_judged_again_for_what_was_out_before_it() -> None:
    rows = (
        judged("early", 24, "update", 30),
        judged("slip", 25, "conflict", 63),
        judged("same", 26, "disputed", 63),
        judged("late", 26, "disputed", 36),
        judged("agrees", 26, "consistent", 36),
        judged("elsewhere", 26, "outdated", 36, event="lviv"),
    )
    found, table = taken(*rows)
    assert "early" not in found.may_move(table)  # the slip came after it
    assert "late" in found.may_move(table)
    assert not {"agrees", "elsewhere", "same"} & found.may_move(table)
    later, table = taken(*rows, hindsight=True)
    assert "early" in later.may_move(table)
