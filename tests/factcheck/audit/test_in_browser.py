"""The pages in a browser: a reader's clicks filter findings, nothing is loaded, text stays text."""

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.audit import report as reporting
from factcheck.cli import run
from tests.factcheck.audited import HOSTILE, Audited
from tests.factcheck.browser import Browser

FINDINGS = "[data-finding]"


def filtered(name: str) -> str:
    return f'[data-filter="{name}"]'


def ids(findings: list[dict[str, Any]]) -> list[str]:
    return [f"f-{finding['finding']}" for finding in findings]


@pytest.fixture
def page(audited: Audited, browser: Browser) -> Browser:
    """The report, just opened."""
    browser.open(audited.out / "report.html")
    return browser


def told(page: Browser) -> list[str]:
    """The findings that are seen, if their count is what the page says."""
    found = page.seen(FINDINGS)
    assert page.text("#shown") == str(len(found))
    assert bool(page.seen("#none")) == (not found)
    return found


def test_all_is_shown_at_first(audited: Audited, page: Browser) -> None:
    assert told(page) == ids(audited.findings)


@pytest.mark.parametrize("column", ["severity", "verdict", "kind"])
def test_a_choice_shows_what_fits(column: str, audited: Audited, page: Browser) -> None:
    values = sorted({finding[column] for finding in audited.findings})
    assert len(values) > 1
    for value in values:
        wanted = ids([one for one in audited.findings if one[column] == value])
        page.choose(filtered(column), value)
        assert told(page) == wanted, value
    page.choose(filtered(column), "")
    assert told(page) == ids(audited.findings)


def test_an_outlet_shows_what_it_carries(audited: Audited, page: Browser) -> None:
    page.choose(filtered("outlets"), "Outlet 6")
    found = told(page)
    assert 0 < len(found) < len(audited.findings)
    assert all("Outlet 6" in page.text(f"#{one} .evidence") for one in found)
    others = [one for one in ids(audited.findings) if one not in found]
    script = "return Array.from(document.querySelectorAll('.card'), (one) => [one.id, "
    held = page.run(script + "one.querySelector('.evidence')?.textContent])")
    assert not [one for one, text in held if one in others and "Outlet 6," in text]


def test_filters_hold_together_and_are_taken_back(audited: Audited, page: Browser) -> None:
    page.choose(filtered("kind"), "killed")
    killed = told(page)
    page.choose(filtered("outlets"), "Outlet 6")
    both = told(page)
    page.choose(filtered("severity"), "error")
    worst = told(page)
    assert 0 < len(worst) <= len(both) < len(killed) < len(audited.findings)
    page.choose(filtered("severity"), "warning")
    warned = told(page)
    assert not set(worst) & set(warned)
    page.click("#reset")
    assert told(page) == ids(audited.findings)
    chosen = page.run("return Array.from(document.querySelectorAll('select'), (one) => one.value)")
    assert not any(chosen)


def test_a_happening_is_named_while_a_finding_of_it_is_seen(
    audited: Audited, page: Browser
) -> None:
    named = "return Array.from(document.querySelectorAll('h2.named'))"
    seen = f"{named}.filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    assert any("Kyiv" in name and "findings" in name for name in page.run(seen))
    page.type(filtered("text"), "nothing has this")
    assert page.run(seen) == []
    page.click("#reset")
    assert len(page.run(seen)) == page.run(f"{named}.length") > 0


def test_words_are_searched_as_they_are_typed(audited: Audited, page: Browser) -> None:
    place = audited.findings[0]["place"]
    page.type(filtered("text"), place[:2])
    some = told(page)
    page.type(filtered("text"), place[2:])
    assert set(told(page)) <= set(some)
    wanted = {one for one, f in zip(ids(audited.findings), audited.findings, strict=True)
              if f["place"] == place}  # fmt: skip
    assert wanted <= set(told(page)) < set(ids(audited.findings))
    page.type(filtered("text"), " nowhere at all")
    assert told(page) == []
    page.click("#reset")
    assert told(page) == ids(audited.findings)


def test_it_opens_with_the_filters_that_its_address_names(
    audited: Audited, browser: Browser
) -> None:
    browser.open(audited.out / "report.html", "#severity=error&outlets=Outlet%206")
    found = told(browser)
    assert 0 < len(found) < len(audited.findings)
    browser.click("#reset")
    assert told(browser) == ids(audited.findings)


def test_filters_reach_the_findings_that_are_told_in_brief(
    audited: Audited, browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reporting, "SHOWN", 2)
    monkeypatch.setattr(reporting, "LISTED", len(audited.findings) - 1)
    short = audited.again(tmp_path / "short")
    browser.open(short.out / "report.html")
    listed = short.findings[:-1]
    assert told(browser) == ids(listed)
    assert len(browser.seen(".card[data-finding]")) == 2
    assert f"{len(short.findings)} findings in all" in browser.text("main")
    assert "findings.csv" in browser.text("main")
    last = listed[-1]
    browser.choose(filtered("kind"), last["kind"])
    browser.choose(filtered("severity"), last["severity"])
    wanted = [f for f in listed if (f["kind"], f["severity"]) == (last["kind"], last["severity"])]
    assert told(browser) == ids(wanted)
    browser.type(filtered("text"), "nothing has this")
    assert not browser.seen("#more")


# --- Nothing is loaded, nothing runs ---


@pytest.fixture
def article(audited: Audited, tmp_path: Path) -> Path:
    """The page of the hostile article, checked against the audit's own store."""
    lines = (audited.out.parent / "a.jsonl").read_text("utf-8").splitlines()
    (hostile,) = [line for line in lines if json.loads(line)["title"] == HOSTILE]
    (tmp_path / "article.json").write_text(hostile, "utf-8")
    asked = ["check", str(tmp_path / "article.json"), "--db", str(audited.out / "record.duckdb")]
    asked += ["--format", "html", "--fail-on", "never", "--out", str(tmp_path / "article.html")]
    assert run(asked) == 0
    return tmp_path / "article.html"


def test_pages_ask_for_nothing_but_themselves(
    audited: Audited, article: Path, browser: Browser, tmp_path: Path
) -> None:
    for path in (audited.out / "report.html", article):
        browser.open(path)
        assert browser.requested() == [path.as_uri()]
        assert browser.run("return performance.getEntriesByType('resource').length") == 0
    loading = tmp_path / "loading.html"
    loading.write_text("<title>one that loads</title><img src='http://127.0.0.1:9/a.png'>")
    browser.open(loading)
    assert browser.requested() == [loading.as_uri(), "http://127.0.0.1:9/a.png"]


def test_what_is_hostile_stays_text(audited: Audited, article: Path, browser: Browser) -> None:
    for path, scripts in ((audited.out / "report.html", 1), (article, 0)):
        browser.open(path)
        assert not browser.has_alert()
        assert browser.run("return document.scripts.length") == scripts
        assert HOSTILE in browser.text("main")
        links = browser.run("return Array.from(document.links, (one) => one.protocol)")
        assert set(links) <= {"http:", "https:", "file:"}


def test_a_mark_in_an_article_leads_to_its_finding(article: Path, browser: Browser) -> None:
    browser.open(article)
    assert browser.text("h1") == HOSTILE
    assert "Coverage" in browser.text(".coverage")
    marks = browser.run("return document.querySelectorAll('.text mark a').length")
    assert marks
    browser.click(".text mark a")
    target = browser.run("return document.querySelector(':target').textContent")
    assert "7,000" in target
    assert browser.run("return document.querySelectorAll('svg.chart:not(.key)').length") > 0
