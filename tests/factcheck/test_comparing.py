"""`compare`: two statements, and files of pairs whose bad lines stop nothing."""

import json
from pathlib import Path

import pytest

from factcheck.cli import run
from factcheck.results import Relation

Captured = pytest.CaptureFixture[str]
FIELDS = ["id", "relation", "consistency", "match_confidence", "probabilities", "why"]

PAIRS = [
    {"id": "a", "claim": "12 people were killed.", "evidence": "Twelve people were killed."},
    {
        "id": "b",
        "claim": "9 people were killed in Kyiv.",
        "evidence": "12 people were killed in Kyiv.",
        "claim_date": "2025-04-24",
        "evidence_date": "2025-04-25",
        "kind": "dead",
        "claim_value": 9,
        "evidence_value": 12,
    },
    {"id": 3, "claim": "40 were hurt.", "evidence": "It rained.", "kind": None},
]


def write(path: Path, *lines: object) -> Path:
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(text) + "\n", "utf-8")
    return path


def test_every_pair_has_its_line_in_order(tmp_path: Path, capsys: Captured) -> None:
    assert run(["compare", "--pairs", str(write(tmp_path / "pairs.jsonl", *PAIRS))]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", 3]
    for line in lines:
        assert list(line) == FIELDS
        assert set(line["probabilities"]) == {relation.value for relation in Relation}
        assert sum(line["probabilities"].values()) == pytest.approx(1, abs=0.01)
        assert 0 <= line["consistency"] <= 1
        assert 0 <= line["match_confidence"] <= 1
    assert [line["relation"] for line in lines[:2]] == ["consistent", "update"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{oops", "JSON"),
        ("[1, 2]", "object"),
        ({"id": "x", "claim": "12 dead"}, "evidence"),
        ({"id": "x", "claim": "", "evidence": "12 dead"}, "claim"),
        ({"id": "x", "claim": "12 dead", "evidence": "12 dead", "kind": "sneezes"}, "sneezes"),
        ({"id": "x", "claim": "12 dead", "evidence": "1 dead", "claim_value": "12"}, "number"),
        ({"id": "x", "claim": "12 dead", "evidence": "1 dead", "claim_value": True}, "number"),
        ({"id": "x", "claim": "12 dead", "evidence": "1 dead", "claim_date": "soon"}, "date"),
    ],
)
def test_a_line_that_cannot_be_judged_says_so_and_the_rest_goes_on(
    line: object, told: str, tmp_path: Path, capsys: Captured
) -> None:
    pairs = write(tmp_path / "pairs.jsonl", PAIRS[0], line, PAIRS[1])
    assert run(["compare", "--pairs", str(pairs)]) == 2
    shown = capsys.readouterr()
    first, bad, last = (json.loads(line) for line in shown.out.splitlines())
    assert (first["id"], last["id"]) == ("a", "b")
    assert bad["relation"] is None
    assert told in bad["error"]
    assert "pairs.jsonl, line 2" in shown.err
    assert "1 pair was left out" in shown.err


@pytest.mark.parametrize("lines", [(), ("{oops",)])
def test_where_no_line_can_be_judged_the_exit_code_is_2(
    lines: tuple[str, ...], tmp_path: Path, capsys: Captured
) -> None:
    assert run(["compare", "--pairs", str(write(tmp_path / "pairs.jsonl", *lines))]) == 2
    assert "pairs.jsonl" in capsys.readouterr().err


def test_two_statements_need_no_store(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    statements = ["12 people were killed in Kyiv.", "At least 9 people were killed in Kyiv."]
    assert run(["compare", *statements, "--format", "jsonl"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == FIELDS[1:]
    assert run(["compare", *statements]) == 0
    assert "Relation" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_a_pairs_file_that_is_missing_is_named(capsys: Captured) -> None:
    assert run(["compare", "--pairs", "missing.jsonl"]) == 2
    assert "missing.jsonl" in capsys.readouterr().err
