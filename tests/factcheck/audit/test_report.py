"""The report of an audit: nothing of an article is markup, nothing is loaded, filters work."""

import csv
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claims_db.store import Store
from factcheck.cli import run
from tests.factcheck.archives import killed, report, reports, write
from tests.factcheck.html_pages import read

HOSTILE = "<script>alert(1)</script>"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")


@dataclass(frozen=True)
class Audited:
    out: Path
    html: str
    findings: list[dict[str, object]]


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """An audit of reports of attacks, one of which is hostile through and through."""
    room = tmp_path_factory.mktemp("report")
    with Store(room / "empty.duckdb", create=True):
        pass
    made = reports(8)
    hostile = report(
        9999,
        date(2025, 3, 20),
        killed(4, "7,000", "Kyiv", "March 1") + f" {HOSTILE}",
        title=HOSTILE,
        outlet='=cmd("x") "><b>',
        url="javascript:alert(1)",
    )
    path = write(room / "a.jsonl", [*made, hostile])
    asked = ["audit", str(path), "--out", str(room / "out"), "--db", str(room / "empty.duckdb")]
    assert run([*asked, "--workers", "1", "--fail-on", "never"]) == 0
    return Audited(
        room / "out",
        (room / "out" / "report.html").read_text("utf-8"),
        pq.read_table(room / "out" / "findings.parquet").to_pylist(),
    )


def test_it_is_one_file_that_loads_nothing(audited: Audited) -> None:
    page = read(audited.html)
    assert not page.loads
    assert page.tags.count("script") == 1
    assert "link" not in page.tags
    assert all(link.startswith(("https://", "#")) for link in page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= page.anchors


def test_what_articles_say_stays_text(audited: Audited) -> None:
    page = read(audited.html)
    assert any(finding["title"] == HOSTILE for finding in audited.findings)
    assert HOSTILE in "".join(page.text)
    assert HOSTILE not in audited.html
    assert "javascript:alert" not in "".join(page.links)
    text = (audited.out / "report.md").read_text("utf-8")
    assert "<script>" not in text


def test_its_script_is_the_one_that_its_policy_names(audited: Audited) -> None:
    import base64
    import hashlib

    script = audited.html.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in audited.html


def test_coverage_comes_first_and_findings_by_weight(audited: Audited) -> None:
    ranks = {"ok": 0, "info": 1, "notice": 2, "warning": 3, "error": 4}
    order = [f"f-{finding['finding']}" for finding in audited.findings]
    assert audited.html.index("Coverage:") < audited.html.index(f'id="{order[0]}"')
    assert re.findall(r'id="(f-\w+)"', audited.html) == order
    weights = [ranks[str(f["severity"])] * int(str(f["articles"])) for f in audited.findings]
    assert weights == sorted(weights, reverse=True)
    assert '<svg class="chart" ' in audited.html


def test_a_spreadsheet_runs_nothing_of_it(audited: Audited) -> None:
    with (audited.out / "findings.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["finding"] for row in rows] == [found["finding"] for found in audited.findings]
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert "'=cmd(" in "".join(cells)


# --- In a browser ---


@pytest.fixture(scope="module")
def look(audited: Audited, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The page as a browser has it, opened at a fragment."""
    if BROWSER is None:
        pytest.skip("there is no Chromium here")

    def opened(fragment: str) -> str:
        profile = tmp_path_factory.mktemp("profile")
        done = subprocess.run(
            [
                *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
                *("--no-first-run", "--disable-background-networking", "--disable-sync"),
                *("--disable-component-update", f"--user-data-dir={profile}", "--dump-dom"),
                f"file://{audited.out / 'report.html'}{fragment}",
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return done.stdout

    return opened


def shown(dom: str) -> list[str]:
    """The findings that can be seen."""
    cards = re.findall(r'<section class="card[^>]*data-finding[^>]*>', dom)
    return [card.partition('id="f-')[2][:12] for card in cards if " hidden" not in card]


def test_all_is_shown_at_first(audited: Audited, look: Callable[[str], str]) -> None:
    dom = look("")
    assert shown(dom) == [finding["finding"] for finding in audited.findings]
    assert f'<span id="shown">{len(audited.findings)}</span>' in dom


@pytest.mark.parametrize("column", ["severity", "verdict", "outlet"])
def test_filters_show_what_fits(column: str, audited: Audited, look: Callable[[str], str]) -> None:
    values = sorted({str(finding[column]) for finding in audited.findings})
    value = "Outlet 6" if column == "outlet" else values[0]
    dom = look(f"#{'outlets' if column == 'outlet' else column}={value.replace(' ', '%20')}")
    wanted = [found["finding"] for found in audited.findings if str(found[column]) == value]
    assert shown(dom) == wanted
    assert wanted
    assert f'<span id="shown">{len(wanted)}</span>' in dom


def test_a_filter_that_nothing_fits_says_so(look: Callable[[str], str]) -> None:
    dom = look("#text=nothing-has-this")
    assert not shown(dom)
    assert '<p id="none">' in dom


def test_a_hostile_title_does_nothing_in_a_browser(look: Callable[[str], str]) -> None:
    assert look("").count("<script>") == 1
