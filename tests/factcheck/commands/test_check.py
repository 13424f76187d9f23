"""The command line: `check`: exit codes, inputs, what it leaves alone."""

import json
from pathlib import Path

import pytest

from factcheck.cli import run
from tests.factcheck.commands.running import EXAMPLE, Captured, altered, checked


@pytest.mark.parametrize(
    ("figure", "codes"),
    [
        ("at least 12", {"error": 0, "warning": 0, "notice": 1, "never": 0}),
        ("9", {"error": 0, "warning": 1, "notice": 1, "never": 0}),
        ("1,200", {"error": 1, "warning": 1, "notice": 1, "never": 0}),
    ],
)
def test_the_exit_code_follows_the_worst_finding(
    figure: str, codes: dict[str, int], tmp_path: Path, capsys: Captured
) -> None:
    path = altered(tmp_path, "at least 12", figure)
    assert {level: run(["check", path, "--fail-on", level]) for level in codes} == codes
    assert run(["check", path]) == codes["error"]
    assert "Coverage: " in capsys.readouterr().out


def test_json_and_jsonl_say_the_same(capsys: Captured) -> None:
    document = checked(capsys, str(EXAMPLE))
    assert run(["check", str(EXAMPLE), "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out) == document
    assert document["published"] == "2025-04-25"
    assert document["main"]["figures"]["killed"]["stated"] == 12


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    expected = checked(capsys, str(EXAMPLE))
    with EXAMPLE.open(encoding="utf-8") as text:
        monkeypatch.setattr("sys.stdin", text)
        assert checked(capsys, "-")["findings"] == expected["findings"]


def test_as_of_takes_the_record_of_that_day(capsys: Captured) -> None:
    early = checked(capsys, str(EXAMPLE), "--as-of", "2025-04-24")
    late = checked(capsys, str(EXAMPLE), "--as-of", "2025-05-30")
    killed = [
        next(claim for claim in found["claims"] if claim["kind"] == "killed")
        for found in (early, late)
    ]
    assert any(match["later"] for match in killed[0]["matches"])
    assert not any(match["later"] for match in killed[1]["matches"])


def test_a_document_without_a_date_says_how_it_was_judged(tmp_path: Path, capsys: Captured) -> None:
    path = altered(tmp_path, "date 2025-04-25 ", "")
    assert run(["check", path, "--fail-on", "never"]) == 0
    told = capsys.readouterr()
    assert f"{path}: “" in told.err
    assert "no date" in told.err
    assert "judged by everything on record" in told.out


def test_html_json_and_folders_are_read_alike(tmp_path: Path, capsys: Captured) -> None:
    text = EXAMPLE.read_text("utf-8").removeprefix("date 2025-04-25 ")
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n")[1:])
    head = "<title>Kyiv counts its dead</title>"
    (tmp_path / "a.html").write_text(
        f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>", "utf-8"
    )
    (tmp_path / "b.json").write_text(json.dumps({"text": text}), "utf-8")
    assert run(["check", str(tmp_path), "--published", "2025-04-25", "--format", "json"]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert len(documents) == 2
    for document in documents:
        verdicts = {claim["kind"]: claim["verdict"] for claim in document["claims"]}
        assert (verdicts["killed"], verdicts["wounded"]) == ("consistent", "disputed")
