"""Judged claims as findings: one for a figure of a happening; how far corrections spread."""

from pathlib import Path

import pyarrow as pa

from factcheck.audit.findings import collect
from factcheck.audit.folder import Folder
from factcheck.audit.judging import JUDGED
from factcheck.audit.parts import lay
from factcheck.audit.tables import SCHEMA


def judged(document: str, published: str, verdict: str, **told: object) -> dict[str, object]:
    """A judged claim: 19 killed in Kyiv, unless told otherwise."""
    severity = {"correction": "info", "outdated": "warning"}.get(verdict, "ok")
    base = {"document": document, "published": published, "verdict": verdict, "severity": severity}
    claim = {"kind": "killed", "stated": 19.0, "text": "19", "role": "current", "checkable": True}
    return {**base, **claim, "event": "kyiv-2025-04-24", "why": "why", "claim": document, **told}


def findings(tmp_path: Path, *rows: dict[str, object]) -> list[tuple[str, list[str]]]:
    """The findings of judged claims: the first article, and the figures of each."""
    folder = Folder(tmp_path)
    folder.work.mkdir()
    lay(folder, folder.part(JUDGED, 0), pa.Table.from_pylist(list(rows), SCHEMA))
    found = collect(folder).findings.values()
    return [(str(one.first["document"]), list(one.figures.values())) for one in found]


def accused(document: str, figure: float, by: dict[str, object], verdict: str) -> dict[str, object]:
    """A judged claim that another, the newest on record, speaks against."""
    severity = "error" if verdict == "conflict" else "warning"
    told = {f"latest_{name}": by[name] for name in ("kind", "stated", "published")}
    day = f"2025-04-{24 + int(document)}"
    return judged(
        document, day, verdict, stated=figure, text=str(figure), severity=severity, **told
    )


def test_later_articles_that_carry_a_corrected_figure_are_named(tmp_path: Path) -> None:
    found = [
        judged("before", "2025-04-25", "consistent"),
        judged("correction", "2025-04-26", "correction", stated=12.0, latest_stated=19.0),
        judged("correction", "2025-04-26", "correction", role="retracted"),
        judged("same-day", "2025-04-26T09:00", "consistent"),
        judged("new", "2025-04-27", "consistent", stated=12.0),
        judged("told-as-past", "2025-04-27", "consistent", role="previous"),
        judged("elsewhere", "2025-04-27", "consistent", event="lviv-2025-04-24"),
        judged("carrier", "2025-04-27", "outdated"),
        judged("unaware", "2025-04-29", "consistent"),
        judged("by-trade", "2025-04-30", "consistent", group="workers"),
    ]
    folder = Folder(tmp_path)
    folder.work.mkdir()
    table = pa.Table.from_pylist(found, SCHEMA)
    lay(folder, folder.part(JUDGED, 0), table)
    (spread,) = collect(folder).spread
    assert spread.old == 19
    assert spread.correction["document"] == "correction"
    assert [row["document"] for row in spread.carriers] == ["carrier", "unaware", "by-trade"]


def test_findings_of_one_happening_stand_together(tmp_path: Path) -> None:
    spot = {"place": "Kyiv", "when_end": "2025-04-24"}
    found = [
        judged("a", "2025-04-25", "outdated", stated=9.0, **spot),
        judged("b", "2025-04-25", "conflict", severity="error", event="lviv", stated=5.0),
        judged("c", "2025-04-26", "internal", severity="notice", event=None, **spot),
        judged("d", "2025-04-26", "outdated", event="lviv", stated=4.0),
        judged("e", "2025-04-26", "internal", severity="notice", event=None),
    ]
    folder = Folder(tmp_path)
    folder.work.mkdir()
    lay(folder, folder.part(JUDGED, 0), pa.Table.from_pylist(found, SCHEMA))
    groups = collect(folder).grouped()
    told = [[finding.first["document"] for finding in group] for group in groups]
    assert told == [["b", "d"], ["a", "c"], ["e"]]


def test_a_figure_is_one_finding_whatever_is_said_against_it(tmp_path: Path) -> None:
    stale = judged("a", "2025-04-25", "outdated", stated=52.0, text="52", latest_stated=43.0)
    divided = {"stated": 52.0, "text": "52", "severity": "warning", "latest_stated": 52.0}
    found = findings(
        tmp_path,
        stale,
        judged("b", "2025-04-26", "disputed", **divided),
        judged("c", "2025-04-27", "outdated", stated=43.0, text="43", latest_stated=50.0),
        judged("d", "2025-04-27", "outdated", stated=52.0, text="52", event="lviv"),
    )
    assert found == [("a", ["52"]), ("c", ["43"]), ("d", ["52"])]


def test_what_a_correction_tells_as_replaced_is_the_corrected_figure(tmp_path: Path) -> None:
    sentence = "The toll was lowered to 19 from 21, as two were counted twice."
    told = {"document": "c", "published": "2025-04-26", "sentence": sentence}
    slip = {"latest_stated": 34.0, "latest_text": "34"}  # the newest on record, by another's slip
    folder = Folder(tmp_path)
    folder.work.mkdir()
    found = [
        judged(**told, verdict="correction", stated=19.0, text="19", **slip),
        judged(**told, verdict="consistent", stated=21.0, text="21", role="previous"),
        judged(**told, verdict="no_prior", stated=2.0, text="two", role="previous", event=None),
        judged("carrier", "2025-04-29", "consistent", stated=21.0, text="21"),
        judged("other", "2025-04-29", "consistent", stated=34.0, text="34"),
    ]
    lay(folder, folder.part(JUDGED, 0), pa.Table.from_pylist(found, SCHEMA))
    (spread,) = collect(folder).spread
    assert spread.old == 21
    assert [row["document"] for row in spread.carriers] == ["carrier"]


def test_two_figures_that_contradict_each_other_are_one_finding(tmp_path: Path) -> None:
    first = judged("first", "2025-04-24", "conflict", stated=66.0, latest_stated=70.0, text="66")
    other = judged("other", "2025-04-24", "conflict", stated=70.0, latest_stated=66.0, text="70")
    third = judged("third", "2025-04-25", "conflict", stated=99.0, latest_stated=70.0, text="99")
    told = findings(tmp_path, first, other, third)
    assert sorted(figures for _, figures in told) == [["66", "70"], ["99"]]


def test_the_sides_of_a_dispute_are_one_finding(tmp_path: Path) -> None:
    sides = [
        judged("a", "2025-04-24", "disputed", stated=87.0, text="87", latest_stated=87.0),
        judged("b", "2025-04-25", "disputed", stated=90.0, text="90", latest_stated=87.0),
        judged("c", "2025-04-25", "disputed", stated=90.0, text="90", kind="wounded"),
        judged("d", "2025-04-26", "disputed", stated=87.0, text="at least 87", latest_stated=90.0),
    ]
    assert findings(tmp_path, *sides) == [("a", ["87", "90"]), ("c", ["90"])]


def test_a_correction_is_one_finding_however_it_is_told(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        judged("a", "2025-04-24", "correction", stated=115.0, text="115", role="retracted"),
        judged("b", "2025-04-25", "correction", stated=97.0, text="97", latest_stated=115.0),
        judged("c", "2025-04-29", "correction", stated=98.0, text="98", latest_stated=97.0),
    )
    assert sorted(figures for _, figures in found) == [["115", "97"], ["98"]]


def test_disputes_that_nothing_ties_are_findings_of_their_own(tmp_path: Path) -> None:
    sides = [
        judged("a", "2025-04-24", "disputed", stated=9.0, text="nine", latest_stated=8.0),
        judged("b", "2025-04-25", "disputed", stated=8.0, text="eight", latest_stated=9.0),
        judged("c", "2025-04-29", "disputed", stated=31.0, text="31", latest_stated=32.0),
    ]
    assert findings(tmp_path, *sides) == [("a", ["nine", "eight"]), ("c", ["31"])]
