"""The article page and its Markdown: nothing of an article is markup, nothing is loaded."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Document
from factcheck.cli import run
from factcheck.results import ClaimResult, DocumentResult, Hint, Match, Relation, Severity, Verdict
from factcheck.showing import article_markdown, article_page
from factcheck.showing.templates import href
from tests.factcheck.html_pages import read
from tests.factcheck.made import checked, judgement, prior, result

HOSTILE = "<script>alert(1)</script>"
TEXT = "12 killed & 90 hurt\n\nIn Kyiv 12 people were killed, 90 wounded."


def found() -> tuple[ClaimResult, ...]:
    """A claim that agrees, one in conflict, one unchecked, each on its figure in the text."""
    told = (
        Match(prior(12, outlet="One"), judgement()),
        Match(prior(9, outlet="Two", bundled=True), judgement(Relation.UPDATE, "Nine before.")),
        Match(prior(13, published="2025-04-28"), judgement(Relation.UPDATE), later=True),
    )
    agrees = result(12, matches=told)
    clash = result(
        90, "wounded", Verdict.CONFLICT, Severity.ERROR, matches=told, hints=(Hint("x10", 9),)
    )
    silent = result(12, "rescued", Verdict.NO_PRIOR)
    return (
        replace(
            agrees, claim=replace(agrees.claim, start=TEXT.index("12 p"), end=TEXT.index(" people"))
        ),
        replace(
            clash, claim=replace(clash.claim, start=TEXT.index("90 w"), end=TEXT.index(" wounded"))
        ),
        replace(silent, claim=replace(silent.claim, start=0, end=2)),
    )


def page(*results: DocumentResult) -> str:
    return "".join(article_page.pages(results))


def document(text: str = TEXT, **told: str | None) -> DocumentResult:
    return checked(*found(), document=Document(text, published="2025-04-25", **told))


def body_text(html: str) -> str:
    """What a reader sees of the article's text, without the numbers of the marks."""
    inner = re.search(r'aria-label="Text".*?</section>', html, re.S)
    assert inner
    shown = re.sub(r"<sup>.*?</sup>", "", inner[0].partition(">")[2])
    return unescape(re.sub(r"<[^>]+>", "", shown))


def test_figures_are_marked_by_severity_and_lead_to_their_finding() -> None:
    html = page(document())
    read(html)
    assert re.search(r'<mark class="ok" id="d1-t1"[^>]*><a href="#d1-f1">12<sup>1</sup>', html)
    assert re.search(r'<mark class="error" id="d1-t2"[^>]*><a href="#d1-f2">90<sup>2</sup>', html)
    assert re.search(r'<mark class="unchecked"[^>]*>12</mark>', html)


def test_coverage_comes_first_and_the_worst_finding_before_the_others() -> None:
    html = page(document())
    order = ["3 claims, 3 checkable", 'id="d1-f2"', 'id="d1-f1"']
    assert sorted(order, key=html.index) == order
    assert "Unchecked is not cleared" in html


def test_a_finding_shows_reports_latest_origins_hint_and_timeline() -> None:
    html = page(document())
    assert "Newest on record:" in html
    assert 'href="https://example.org/report"' in html
    assert "our paraphrase" in html
    assert "Origins that agree" in html
    assert "Slip?" in html
    assert html.count('<svg class="chart" ') == 2
    assert '<g class="dot o0 later">' in html or '<g class="dot unknown later">' in html


def test_links_within_the_page_lead_somewhere_and_nothing_is_loaded() -> None:
    seen = read(page(document(), document()))
    assert not seen.loads
    assert {link[1:] for link in seen.links if link.startswith("#")} <= seen.anchors


def test_what_articles_and_reports_say_stays_text() -> None:
    bad = prior(9, outlet=HOSTILE, url="javascript:alert(1)", source=HOSTILE, sentence=HOSTILE)
    told = result(12, matches=(Match(bad, judgement(why=HOSTILE)),), why=HOSTILE)
    named = Document(f"{HOSTILE}\n\n12 dead {HOSTILE}", title=HOSTILE, outlet=HOSTILE, url=HOSTILE)
    html = page(checked(told, document=named))
    seen = read(html)
    assert "script" not in seen.tags
    assert all(link.startswith("#") for link in seen.links)
    assert "".join(seen.text).count(HOSTILE) >= 5


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_the_text_is_shown_as_it_is(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert read(page(checked(document=Document(text)))).open == []
    shown = body_text(page(checked(document=Document(text))))
    assert [part.strip() for part in shown.split("\n") if part.strip()] == [
        part.strip() for line in lines for part in line.split("\n") if part.strip()
    ]


def test_overlapping_figures_lose_no_letter() -> None:
    first, second, _ = found()
    nested = replace(second, claim=replace(second.claim, start=29, end=53))
    html = page(checked(first, nested, document=Document(TEXT)))
    read(html)
    assert "In Kyiv 12 people were killed, 90 wounded." in body_text(html)


def test_a_document_without_a_date_says_how_it_is_judged() -> None:
    assert "later reports too" in page(replace(document(), undated=True))


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://a.org/x?y=1", "https://a.org/x?y=1"),
        ("http://a.org", "http://a.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.org", None),
        ("https://[", None),
        ("file:///etc/passwd", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, leads: str | None) -> None:
    assert href(url) == leads


# --- Markdown ---


def test_markdown_says_coverage_first_then_the_worst() -> None:
    text = "".join(article_markdown.pages([document()]))
    order = ["**Coverage:** 3 claims", "**conflict** (error)", "**consistent** (ok)", "Unchecked,"]
    assert sorted(order, key=text.index) == order
    assert "[One](<https://example.org/report>)" in text


def test_markdown_of_articles_is_escaped() -> None:
    bad = prior(9, outlet="[x](javascript:1)", url="https://a.org/<b>", sentence=HOSTILE)
    told = result(12, matches=(Match(bad, judgement()),), why="*bold* `code` | # _x_")
    text = "".join(article_markdown.pages([checked(told, document=Document("t", title=HOSTILE))]))
    assert "\\<script\\>alert(1)\\</script\\>" in text
    assert "<script>" not in text
    assert "\\*bold\\* \\`code\\` \\| \\# \\_x\\_" in text
    assert "[\\[x\\](javascript:1)](<https://a.org/%3Cb%3E>)" in text


# --- The command ---


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("FACTCHECK_DB", raising=False)
    report = tmp_path / "report.txt"
    report.write_text("date 2025-04-24 In Kyiv 12 people were killed on Thursday, police said.")
    assert run(["ingest", str(report), "--db", str(tmp_path / "s.duckdb")]) == 0
    return str(tmp_path / "s.duckdb")


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_check_prints_it_and_still_fails_on_a_finding(
    form: str, store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("date 2025-05-20 In Kyiv 3 people were killed on April 24, police said.")
    out = tmp_path / "page"
    asked = ["check", str(article), "--db", store, "--format", form, "--out", str(out)]
    assert run([*asked, "--fail-on", "info"]) == 2
    code = run([*asked, "--fail-on", "notice"])
    shown = out.read_text()
    assert "Coverage" in shown
    assert code == (0 if "1 consistent" in shown else 1)
