"""The report of an audit: nothing of an article is markup, nothing is loaded."""

import csv
import re
from itertools import groupby

from tests.factcheck.audited import HOSTILE, Audited
from tests.factcheck.html_pages import read


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
    weights: dict[object, list[int]] = {}
    for found in audited.findings:
        happening = found["event"] or found["finding"]
        weights.setdefault(happening, []).append(ranks[found["severity"]] * found["articles"])
    happenings = [key for key, _ in groupby(f["event"] or f["finding"] for f in audited.findings)]
    assert happenings == list(weights)  # each is told at one place
    assert any(len(told) > 1 for told in weights.values())
    assert all(told == sorted(told, reverse=True) for told in weights.values())
    firsts = [told[0] for told in weights.values()]
    assert firsts == sorted(firsts, reverse=True)
    assert '<svg class="chart" ' in audited.html


def test_a_spreadsheet_runs_nothing_of_it(audited: Audited) -> None:
    with (audited.out / "findings.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["finding"] for row in rows] == [found["finding"] for found in audited.findings]
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert "'=cmd(" in "".join(cells)
