"""Auditing: each article by those before it, one finding for a figure."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from claims_db.store import Store
from factcheck import pipeline
from factcheck.audit import run as run_audit
from factcheck.audit.settings import Sizes
from factcheck.cli import run
from factcheck.inputs import documents
from tests.factcheck.archives import audit, report, reports, rows, write
from tests.factcheck.archives import killed as sentence

RIGHT = 5  # of the seven reports of an event: then an old toll, then one with a slip
WAYS_OF_QUAKES = (
    "Officials in Malatya, Turkey, said the earthquake of September 12",
    "The September 12 earthquake in Malatya, in eastern Turkey,",
    "In Malatya, Turkey, the tremor that struck on September 12",
)


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


@pytest.mark.parametrize("how", [(), ("--thorough",)])
def test_in_hindsight_nobody_is_warned_of_what_came_later(
    tmp_path: Path, store: str, how: tuple[str, ...]
) -> None:
    told = quake((13, 11, 60), (14, 26, 60), (15, 11, 60), (16, 31, 60), (17, 310, 60))
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store, "--hindsight", *how)
    found = [row for row in rows(tmp_path / "out" / "claims.parquet") if row["kind"] == "killed"]
    assert [(row["text"], row["verdict"], row["severity"]) for row in found[:4]] == [
        ("11", "outdated", "info"),
        ("26", "outdated", "info"),
        ("11", "outdated", "warning"),
        ("31", "update", "notice"),
    ]
    assert (found[4]["severity"], found[4]["slip"]) == ("error", "×10")


def test_in_hindsight_a_correction_is_still_one(tmp_path: Path, store: str) -> None:
    told = [
        report(1, date(2024, 5, 13), "A ferry capsized off Zanzibar, Tanzania, on Sunday, killing "
               "38 people."),
        report(2, date(2024, 5, 15), "Tanzanian police on Wednesday lowered the death toll of "
               "Sunday's ferry disaster off Zanzibar to 29 from 38."),
        report(3, date(2024, 5, 20), "The ferry that capsized off Zanzibar, Tanzania, on May 12, "
               "killing 29 people, had too many on board."),
    ]  # fmt: skip
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store, "--hindsight")
    assert killed(tmp_path / "out")[1] == ("r0002", "29", "correction")


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
    right = [one for one in reports(6) if int(one["id"][1:]) % 7 < RIGHT]
    path = write(tmp_path / "a.jsonl", [*right, reports(6)[-1]])  # nothing comes after the slip
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


def quake(*told: tuple[int, int, int]) -> list[dict[str, str]]:
    """Reports of a quake in Malatya: day of September, killed, wounded."""
    return [
        report(
            9900 + day,
            date(2025, 9, day),
            f"{WAYS_OF_QUAKES[day % 3]} killed {killed} people and injured {wounded} others.",
            outlet=f"Outlet {day}",
        )
        for day, killed, wounded in told
    ]


def of_kind(out: Path, kind: str) -> list[tuple[str, str, str | None]]:
    """Figure, verdict and the newest on record of the claims of a kind."""
    found = [row for row in rows(out / "claims.parquet") if row["kind"] == kind]
    return [(row["text"], row["verdict"], row["latest_text"]) for row in found]


@pytest.mark.parametrize("how", [(), ("--thorough",)])
def test_counts_that_changed_places_are_no_yardstick(
    tmp_path: Path, store: str, how: tuple[str, ...]
) -> None:
    path = write(tmp_path / "a.jsonl", quake((13, 11, 146), (14, 146, 11), (16, 12, 150)))
    audit(path, tmp_path / "out", store, *how)
    assert of_kind(tmp_path / "out", "killed") == [
        ("11", "no_prior", None),
        ("146", "conflict", "11"),
        ("12", "update", "11"),
    ]
    assert of_kind(tmp_path / "out", "wounded")[-1] == ("150", "update", "146")
    (finding,) = rows(tmp_path / "out" / "findings.parquet")
    assert {row["finding"] for row in rows(tmp_path / "out" / "claims.parquet")} == {
        finding["finding"],
        None,
    }
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "146 killed and 11 wounded, Malatya, 12 September 2025" in page
    told = json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))["summary"]
    assert told["by_wrong_figures"] == 1
    assert "1 figure that only a figure found wrong" in (tmp_path / "out" / "report.md").read_text(
        "utf-8"
    )


def test_an_older_count_told_again_is_not_the_newest_on_record(tmp_path: Path, store: str) -> None:
    told = quake((13, 19, 60), (14, 26, 60), (15, 19, 60), (17, 31, 60))
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store)
    assert of_kind(tmp_path / "out", "killed")[2:] == [
        ("19", "outdated", "26"),
        ("31", "update", "26"),
    ]


def test_a_figure_found_wrong_that_others_go_on_with_divides_the_record(
    tmp_path: Path, store: str
) -> None:
    told = quake((13, 36, 70), (14, 63, 70), (15, 63, 70), (16, 36, 70))
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store)
    last = of_kind(tmp_path / "out", "killed")[-1]
    assert last[:2] != ("36", "consistent")


@pytest.mark.parametrize("batch", [1, 2, 500])
@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_judged_again_does_not_depend_on_how_the_work_is_cut(
    tmp_path: Path, store: str, batch: int, workers: int
) -> None:
    quakes = quake((13, 11, 146), (14, 146, 11), (16, 12, 150))
    path = write(tmp_path / "a.jsonl", [*reports(3), *quakes])
    tables = []
    for name, sizes, by in (("one", Sizes(), 1), ("other", Sizes(batch=batch), workers)):
        asked = run_audit.Audit(path, tmp_path / name, store, workers=by, sizes=sizes)
        assert run_audit.run(asked, resume=False, warn=print)["by_wrong_figures"] == 1
        tables.append(rows(tmp_path / name / "claims.parquet"))
    assert tables[0] == tables[1]


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


def test_it_fails_on_findings(tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "a.jsonl", reports(2))
    asked = ["audit", str(path), "--db", store, "--workers", "1", "--out"]
    assert run([*asked, str(tmp_path / "one")]) == 1
    assert run([*asked, str(tmp_path / "two"), "--fail-on", "never"]) == 0


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


@pytest.mark.parametrize(("place", "verdict"), [("", "conflict"), (", Venezuela,", "no_prior")])
def test_a_place_without_its_land_may_be_its_namesake(
    tmp_path: Path, store: str, place: str, verdict: str
) -> None:
    flood = "Floods in Valencia, Spain, on 29 October 2024 killed 212 people, the mayor said."
    later = f"The floods that hit Valencia{place} on 29 October 2024 killed 2,120 people."
    told = [report(1, date(2024, 11, 2), flood), report(2, date(2024, 11, 5), later)]
    audit(write(tmp_path / "a.jsonl", told), tmp_path / "out", store)
    assert killed(tmp_path / "out")[-1] == ("r0002", "2,120", verdict)
