"""Auditing: each article by those before it, one finding for a figure."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from claims_db.store import Store
from factcheck import pipeline
from factcheck.audit.findings import collect, ids
from factcheck.audit.folder import Folder
from factcheck.audit.judging import JUDGED
from factcheck.audit.parts import lay
from factcheck.audit.tables import SCHEMA
from factcheck.cli import run
from factcheck.inputs import documents
from tests.factcheck.archives import audit, report, reports, rows, write
from tests.factcheck.archives import killed as sentence


def killed(out: Path) -> list[tuple[str, str, str]]:
    """Document, figure and verdict of the claims on the dead."""
    found = [row for row in rows(out / "claims.parquet") if row["kind"] == "killed"]
    return [(row["document"], row["text"], row["verdict"]) for row in found]


def tolls(*told: tuple[str, str, str]) -> list[dict[str, str]]:
    """Reports of the attack on Kyiv: id, day of April, figure."""
    return [
        report(
            sum(name.encode()),
            date.fromisoformat(f"2025-{day}"),
            sentence(sum(name.encode()), figure),
            id=name,
            url=f"https://example.org/{name}",
        )
        for name, day, figure in told
    ]


def test_each_article_is_judged_by_those_before_it(tmp_path: Path, store: str) -> None:
    told = tolls(
        ("d", "04-28", "13"), ("a", "04-24", "9"), ("c", "04-27", "9"), ("b", "04-25", "12")
    )
    path = write(tmp_path / "a.jsonl", told)
    assert audit(path, tmp_path / "out", store) == 0
    assert killed(tmp_path / "out") == [
        ("a", "9", "no_prior"),
        ("b", "12", "update"),
        ("c", "9", "outdated"),
        ("d", "13", "update"),
    ]
    assert audit(path, tmp_path / "late", store, "--hindsight") == 0
    pages = {name: (tmp_path / name / "report.html").read_text("utf-8") for name in ("out", "late")}
    assert "On record then:" in pages["out"]
    assert "On record then:" not in pages["late"]
    assert "Newest on record:" in pages["late"]
    assert "later ones too" in (tmp_path / "late" / "report.md").read_text("utf-8")
    assert ("b", "12", "outdated") in killed(tmp_path / "late")


def test_the_store_counts_as_said_before(tmp_path: Path, store: str) -> None:
    before = write(tmp_path / "before.jsonl", tolls(("p", "04-24", "12")))
    assert run(["ingest", str(before), "--db", store]) == 0
    path = write(tmp_path / "a.jsonl", tolls(("q", "04-25", "12")))
    audit(path, tmp_path / "out", store)
    assert killed(tmp_path / "out") == [("q", "12", "consistent")]


def test_a_stale_figure_of_many_articles_is_one_finding(tmp_path: Path, store: str) -> None:
    many = [(f"m{n}", "04-24", "9") for n in range(40)]
    told = tolls(*many, ("b", "04-25", "12"))
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store, "--hindsight")
    (finding,) = rows(tmp_path / "out" / "findings.parquet")
    assert (finding["verdict"], finding["figure"]) == ("outdated", "9")
    assert finding["articles"] > 20
    assert len(finding["why"]) > 20


def test_the_verdicts_are_those_of_check(tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "a.jsonl", reports(6))
    audit(path, tmp_path / "out", store)
    found = Counter(
        (row["document"], row["claim"], row["verdict"], row["why"])
        for row in rows(tmp_path / "out" / "claims.parquet")
        if row["verdict"] != "internal"
    )
    with Store(tmp_path / "out" / "record.duckdb", read_only=True) as record:
        wanted: Counter[tuple[str, str, str, str]] = Counter()
        for document in documents.read([path]):
            result = pipeline.check(document, record)
            wanted.update(
                (document.key, one.claim.id, one.verdict.value, one.why) for one in result.results
            )
    assert found == wanted
    assert {"update", "conflict", "consistent"} <= {verdict for _, _, verdict, _ in found}


def judged(document: str, published: str, verdict: str, **told: object) -> dict[str, object]:
    """A judged claim: 19 killed in Kyiv, unless told otherwise."""
    severity = {"correction": "info", "outdated": "warning"}.get(verdict, "ok")
    base = {"document": document, "published": published, "verdict": verdict, "severity": severity}
    claim = {"kind": "killed", "stated": 19.0, "text": "19", "role": "current", "checkable": True}
    return {**base, **claim, "event": "kyiv-2025-04-24", "why": "why", "claim": document, **told}


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
    ]
    folder = Folder(tmp_path)
    folder.work.mkdir()
    table = pa.Table.from_pylist(found, SCHEMA)
    lay(folder, folder.part(JUDGED, 0), table)
    (spread,) = collect(folder).spread
    assert spread.old == 19
    assert spread.correction["document"] == "correction"
    assert [row["document"] for row in spread.carriers] == ["carrier", "unaware"]


def accused(document: str, figure: float, by: dict[str, object], verdict: str) -> dict[str, object]:
    """A judged claim that another, the newest on record, speaks against."""
    severity = "error" if verdict == "conflict" else "warning"
    told = {f"latest_{name}": by[name] for name in ("kind", "stated", "published")}
    day = f"2025-04-{24 + int(document)}"
    return judged(
        document, day, verdict, stated=figure, text=str(figure), severity=severity, **told
    )


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


def test_a_figure_found_wrong_is_no_yardstick_for_those_after_it(tmp_path: Path) -> None:
    first = judged("1", "2025-04-25", "consistent", stated=36.0)
    slip = accused("2", 63.0, first, "conflict")
    stale = accused("3", 36.0, slip, "outdated")
    again = accused("4", 36.0, slip, "conflict")
    other = accused("5", 31.0, slip, "outdated")
    found = findings(tmp_path, first, slip, stale, again, other)
    assert found == [("2", ["63.0"]), ("5", ["31.0"])]


def test_a_stale_figure_is_no_yardstick_either_and_the_first_report_stands(tmp_path: Path) -> None:
    first = judged("1", "2025-04-25", "no_prior", stated=4.0, event=None)
    grown = accused("2", 9.0, first, "conflict")  # found wrong, whether it is or not
    assert findings(tmp_path, first, grown, accused("3", 4.0, grown, "outdated")) == [
        ("2", ["9.0"])
    ]


def test_a_figure_that_others_took_up_is_a_yardstick(tmp_path: Path) -> None:
    first = judged("1", "2025-04-25", "consistent", stated=9.0)
    grown = accused("2", 31.0, first, "conflict")
    taken = judged("3", "2025-04-27", "consistent", stated=31.0)
    stale = accused("4", 9.0, grown, "outdated")
    assert findings(tmp_path, first, grown, taken, stale) == [("2", ["31.0"]), ("4", ["9.0"])]


def test_what_is_acquitted_counts_for_its_outlet_as_consistent(tmp_path: Path) -> None:
    first = judged("1", "2025-04-25", "consistent", stated=36.0)
    slip = accused("2", 63.0, first, "conflict")
    stale = {**accused("3", 36.0, slip, "outdated"), "outlet": "Paper"}
    findings(tmp_path, first, slip, stale)
    found = collect(Folder(tmp_path))
    assert +found.outlets["Paper"].verdicts == {"consistent": 1}
    assert found.unfounded == {("3", "3")}
    table = pa.Table.from_pylist([first, slip, stale], SCHEMA)
    assert [one is None for one in ids(table, found).to_pylist()] == [True, False, True]


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


def test_an_article_that_carries_a_corrected_figure_is_warned_of(
    tmp_path: Path, store: str
) -> None:
    told = [
        report(1, date(2024, 5, 13), "A coach fell off a bridge in Nakuru, Kenya, on Sunday, "
               "killing 52 people."),
        report(2, date(2024, 5, 14), "Kenyan police on Monday lowered the death toll of Sunday's "
               "coach crash in Nakuru to 43 from 52."),
        report(3, date(2024, 5, 17), "The coach that plunged off a bridge in Nakuru, Kenya, on "
               "Sunday, killing 52 people, had faulty brakes."),
    ]  # fmt: skip
    told[1]["outlet"] = "=cmd()"
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store)
    assert killed(tmp_path / "out")[-1] == ("r0003", "52", "outdated")
    with (tmp_path / "out" / "corrections.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["figure"], row["corrected_to"], row["document"]) == ("52", "43", "r0003")
    assert (row["corrected_by"], row["corrected_on"]) == ("'=cmd()", "2024-05-14")


def findings(tmp_path: Path, *rows: dict[str, object]) -> list[tuple[str, list[str]]]:
    """The findings of judged claims: the first article, and the figures of each."""
    folder = Folder(tmp_path)
    folder.work.mkdir()
    lay(folder, folder.part(JUDGED, 0), pa.Table.from_pylist(list(rows), SCHEMA))
    found = collect(folder).findings.values()
    return [(str(one.first["document"]), list(one.figures.values())) for one in found]


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


# --- The folder ---


@pytest.mark.parametrize(
    ("spoil", "more", "says"),
    [
        ("nothing", (), "go on with it by --resume"),
        ("archive", ("--resume",), "when the archive's files were others"),
        ("name", ("--resume",), "is of another archive, {archive}. give that one, or another"),
        ("nothing", ("--resume", "--hindsight"), "without --hindsight. leave --hindsight away"),
        ("nothing", ("--resume", "--thorough"), "without --thorough. leave --thorough away"),
        ("store", ("--resume",), "with {store}, not with {other}. give --db {store}, or another"),
        ("engine", ("--resume",), "by another factcheck (0.0.9; this is "),
    ],
)
def test_another_audit_is_not_written_over(
    spoil: str,
    more: tuple[str, ...],
    says: str,
    tmp_path: Path,
    store: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, other = write(tmp_path / "a.jsonl", reports(1)), tmp_path / "other.duckdb"
    audit(path, tmp_path / "out", store)
    asked, priors = path, store
    if spoil == "archive":
        write(path, reports(2))
    if spoil == "name":
        asked = write(tmp_path / "b.jsonl", reports(1))
    if spoil == "store":
        with Store(other, create=True):
            priors = str(other)
    if spoil == "engine":
        state = json.loads((tmp_path / "out" / "audit.json").read_text())
        state["settings"]["engine"] = "0.0.9"
        (tmp_path / "out" / "audit.json").write_text(json.dumps(state))
    assert audit(asked, tmp_path / "out", priors, *more) == 2
    wanted = says.format(archive=path, store=store, other=other)
    assert wanted.lower() in capsys.readouterr().err.lower()


def test_a_store_is_the_same_however_it_is_named(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.jsonl", reports(1))
    assert audit(path, tmp_path / "out", store) == 0
    monkeypatch.chdir(tmp_path)
    assert audit(path, tmp_path / "out", "empty.duckdb", "--resume") == 0


def test_a_folder_of_other_things_is_left_alone(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    path = write(tmp_path / "a.jsonl", reports(1))
    assert audit(path, tmp_path / "out", store) == 2
    assert "not empty" in capsys.readouterr().err
    assert [found.name for found in (tmp_path / "out").iterdir() if found.name[0] != "."] == [
        "mine.txt"
    ]


def test_going_on_with_one_that_is_done_tells_the_same(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "a.jsonl", reports(2))
    audit(path, tmp_path / "out", store)
    told = capsys.readouterr().out
    assert audit(path, tmp_path / "out", store, "--resume") == 0
    assert capsys.readouterr().out == told


def test_it_fails_on_findings(tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "a.jsonl", reports(2))
    asked = ["audit", str(path), "--db", store, "--workers", "1", "--out"]
    assert run([*asked, str(tmp_path / "one")]) == 1
    assert run([*asked, str(tmp_path / "two"), "--fail-on", "never"]) == 0


def test_an_audit_that_fails_before_it_began_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_text(json.dumps({"text": "A fire in Oslo killed 3 people."}) + "\n")
    kept = tmp_path / "kept"
    kept.mkdir()
    for out in (tmp_path / "new", kept):
        wrong = ["audit", str(archive), "--out", str(out), "--db", str(tmp_path / "no.duckdb")]
        assert run(wrong) == 2
    assert not (tmp_path / "new").exists()
    with Store(tmp_path / "empty.duckdb", create=True):
        pass
    right = ["audit", str(archive), "--out", str(kept), "--workers", "1"]
    assert run([*right, "--db", str(tmp_path / "empty.duckdb")]) == 0


def test_a_thorough_audit_judges_as_check_does(tmp_path: Path, store: str) -> None:
    regatta = "The regatta at Port Ellery drew 4,800 boats, and 31 of them broke a mast."
    later = "Ropemakers did well at the regatta of Port Ellery, to which 8,400 boats had come."
    told = [
        report(1, date(2025, 7, 7), regatta, id="first", url="https://example.org/1"),
        report(2, date(2025, 7, 9), later, id="later", url="https://example.org/2"),
    ]
    path = write(tmp_path / "a.jsonl", told)
    assert audit(path, tmp_path / "plain", store) == 0
    assert audit(path, tmp_path / "thorough", store, "--thorough") == 0
    found = {
        name: {
            row["text"]: row["verdict"]
            for row in rows(tmp_path / name / "claims.parquet")
            if row["document"] == "later"
        }
        for name in ("plain", "thorough")
    }
    assert found == {"plain": {"8,400": "no_prior"}, "thorough": {"8,400": "conflict"}}
    with Store(tmp_path / "checked.duckdb", create=True) as known:
        first, article = documents.read([str(path)])
        pipeline.ingest(first, known)
        results = pipeline.check(article, known).results
    assert {one.claim.value.text: one.verdict.value for one in results} == found["thorough"]


def test_what_check_warns_of_in_news_is_a_finding(tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "a.jsonl", tolls(("first", "04-25", "45"), ("later", "04-26", "54")))
    assert audit(path, tmp_path / "out", store) == 0
    told = [row for row in rows(tmp_path / "out" / "claims.parquet") if row["document"] == "later"]
    assert [(row["verdict"], row["severity"]) for row in told] == [("update", "warning")]
    findings = rows(tmp_path / "out" / "findings.parquet")
    assert [(row["verdict"], row["figure"]) for row in findings] == [("update", "54")]
    assert [row["finding"] for row in told] == [findings[0]["finding"]]


def test_plain_news_is_no_finding(tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "a.jsonl", tolls(("first", "04-25", "23"), ("later", "04-26", "25")))
    assert audit(path, tmp_path / "out", store) == 0
    assert rows(tmp_path / "out" / "findings.parquet") == []
