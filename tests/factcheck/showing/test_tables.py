"""What a reader of the terminal sees: coverage first, words for colours, links whole."""

import csv
import io
from dataclasses import replace

import pytest

from claims_db.records import Document, Event, Prior, Role
from factcheck.judging import timeline
from factcheck.results import Extraction, Hint, Main, Match, Relation, Severity, Verdict
from factcheck.showing import record_tables, sheets, tables
from tests.factcheck.made import KYIV, NIGHT, checked, claim, judgement, prior, result

LINK = "https://example.org/" + "a-long-path/" * 12


def shown(blocks: tables.Blocks, width: int = 80, *, colour: bool = False) -> str:
    return tables.render(blocks, width=width, colour=colour)


def test_coverage_stands_before_any_verdict() -> None:
    text = shown(tables.document_blocks(checked(result(), result(5, "missing", Verdict.NO_PRIOR))))
    assert text.index("Coverage: 2 claims") < text.index("consistent")
    assert "1 unchecked. Unchecked is not cleared." in " ".join(text.split())


def test_severity_is_said_in_words() -> None:
    found = result(21, verdict=Verdict.CONFLICT, severity=Severity.ERROR)
    text = shown(tables.document_blocks(checked(found)))
    assert "conflict" in text
    assert "(error)" in text
    assert "\x1b" not in text


def test_colour_only_for_a_terminal() -> None:
    blocks = tables.document_blocks(checked(result(21, verdict=Verdict.CONFLICT)))
    assert "\x1b[" in shown(blocks, colour=True)


def test_the_latest_report_has_outlet_date_and_a_whole_link() -> None:
    match = Match(prior(12, url=LINK, bundled=True), judgement())
    text = shown(tables.document_blocks(checked(result(matches=(match,)))))
    assert "newest on record, agrees: 12 killed · The Daily Test* · 2025-04-24" in text
    assert "paraphrase" in text
    assert LINK in text.split()


def test_later_and_withdrawn_reports_are_marked() -> None:
    match = Match(prior(13, retracted=True), judgement(Relation.UPDATE), later=True)
    text = shown(tables.document_blocks(checked(result(matches=(match,)))))
    assert "another count, published later: 13" in text
    assert "WITHDRAWN" in text


@pytest.mark.parametrize(
    ("published", "words"),
    [("2025-04-28", "published later"), ("2025-04", "perhaps published later")],
)
def test_a_report_of_which_only_the_month_is_known_may_be_later(published: str, words: str) -> None:
    match = Match(prior(13, published=published), judgement(Relation.UPDATE), later=True)
    text = shown(tables.document_blocks(checked(result(matches=(match,)))))
    assert f"another count, {words}: 13" in text


def test_a_slip_is_spelled_out() -> None:
    found = result(21, verdict=Verdict.CONFLICT, hints=(Hint("swapped_digits", 12),))
    assert "swapped digits: 12" in shown(tables.document_blocks(checked(found)))


def test_a_document_without_a_date_says_how_it_was_judged() -> None:
    undated = replace(checked(result()), undated=True)
    assert "judged by everything on record" in shown(tables.document_blocks(undated))


@pytest.mark.parametrize("title", ["[red]12[/red]", "[/]", "[bold", ":skull:"])
def test_article_text_is_no_markup(title: str) -> None:
    text = shown(tables.document_blocks(checked(document=Document("…", title=title))))
    assert title in text


def test_article_text_cannot_steer_the_terminal() -> None:
    made = claim(sentence="12 killed")
    hostile = replace(made, value=replace(made.value, text="12\x1b]0;owned\x07\n\r3"))
    extraction = Extraction(Document("…", title="\x1b[2J\u202etitle"), (hostile,), Main(None))
    text = shown(tables.extraction_blocks(extraction))
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_word_is_cut_at_any_width(width: int) -> None:
    found = result(why="Nobody else reports this figure.", verdict=Verdict.CONFLICT)
    text = shown(tables.document_blocks(checked(found)), width)
    assert "…" not in text
    assert "conflict" in text
    if width >= 60:
        assert max(map(len, text.splitlines())) <= max(width, 80)


def test_a_very_long_sentence_is_shown_around_its_figure() -> None:
    long = "word " * 5000 + "12 people were killed " + "word " * 5000
    match = Match(prior(12, sentence=long), judgement())
    text = shown(tables.document_blocks(checked(result(matches=(match,)))))
    assert "12 people were killed" in " ".join(text.split())
    assert len(text) < 3000


def test_a_timeline_is_in_order_with_who_said_what() -> None:
    reports = [
        prior(13, published="2025-04-28", source="Tkachenko"),
        prior(9, as_of="2025-04-24T06:06+03:00", source="Rescuers"),
        prior(12, published="2025-04-25"),
        prior(2, as_of="2025-04-24T03:00+03:00", source="the mayor"),
    ]
    (series,) = timeline.series(reports)
    assert [one.claim.value.stated for one in series.priors] == [2, 9, 12, 13]
    text = shown(record_tables.timeline_blocks((series,)))
    assert text.index("the mayor") < text.index("Rescuers") < text.index("Tkachenko")


def test_a_month_stands_after_its_days() -> None:
    (series,) = timeline.series([prior(12, published="2025-04"), prior(9, published="2025-04-24")])
    assert [one.report.published for one in series.priors] == ["2025-04-24", "2025-04"]


def test_an_older_count_is_marked_as_one() -> None:
    told = prior(9)
    told = Prior(replace(told.claim, role=Role.PREVIOUS), told.report)
    assert "9, previous" in shown(record_tables.timeline_blocks(timeline.series([told])))


def test_priors_without_an_event_are_in_no_timeline() -> None:
    assert timeline.series([prior(event=None)]) == ()


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed() -> None:
    rows: list[sheets.Row] = [
        {"name": text, "value": -5} for text in ("=1+1", "+1", "-1", "@x", "\tx", 'fine, "quoted"')
    ]
    lines = list(csv.reader(io.StringIO(sheets.csv_text(rows, ("name", "value")))))
    assert lines[0] == ["name", "value"]
    assert [line[0] for line in lines[1:]] == [
        *("'=1+1", "'+1", "'-1", "'@x", "'\tx", 'fine, "quoted"')
    ]
    assert {line[1] for line in lines[1:]} == {"-5"}


def test_every_sheet_has_all_its_columns() -> None:
    events = [Event("e", KYIV, NIGHT, "attack", 2, 3, {"killed": (2, 13)})]
    events.append(Event("empty", None, None, None))
    for rows, columns in (
        (sheets.event_rows(events), sheets.EVENT_COLUMNS),
        (sheets.timeline_rows(timeline.series([prior()])), sheets.PRIOR_COLUMNS),
        (sheets.count_rows({"claims": 2, "kinds": {"killed": 1}}), sheets.COUNT_COLUMNS),
    ):
        assert all(set(row) == set(columns) for row in rows)
        assert len(sheets.csv_text(rows, columns).splitlines()) == len(rows) + 1


def test_a_report_without_a_date_is_shown_with_that_of_what_it_tells() -> None:
    row = prior(12)
    imported = Prior(row.claim, replace(row.report, published=None))
    assert row.claim.when
    day = row.claim.when.end
    stages = shown(record_tables.timeline_blocks(timeline.series([imported])))
    matched = result(matches=(Match(imported, judgement()),))
    evidence = shown(tables.document_blocks(checked(matched)))
    assert day in evidence
    assert "no date" not in evidence
    assert "undated" not in stages


@pytest.mark.parametrize("place", ["Thiruvananthapuram", "Llanfairpwllgwyngyll"])
def test_ids_and_names_of_events_are_never_broken(place: str) -> None:
    figures = {"killed": (8.0, 8.0), "wounded": (21.0, 30.0), "evacuated": (140.0, 2000.0)}
    made = Event(f"{place.lower()}-2025-03-02", replace(KYIV, name=place), NIGHT, None)
    text = shown(record_tables.event_blocks([replace(made, documents=3, figures=figures)]))
    assert made.id in text.split()
    assert place in text.split()
