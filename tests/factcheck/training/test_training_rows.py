"""Rows written out train the same models as the data they came from."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.errors import InputError
from factcheck.judging.growth import Course, Step
from factcheck.training import training_rows
from factcheck.training.learning import PairRows, Row
from factcheck.training.statement_learning import StatementRow
from factcheck.training.toll_learning import Choice
from factcheck.training.training_rows import TrainingRows

numbers = st.floats(allow_nan=False, allow_infinity=False)


def rows(vector: tuple[float, ...], page: str) -> TrainingRows:
    return TrainingRows(
        PairRows(
            "made up",
            (Row("e", frozenset({"a", "b"}), vector, 0.25),),
            (Row("e", frozenset({"a"}), vector),),
            {"another place": {"same fact": 1.0}},
            {"update": 0.9},
        ),
        [Step("s", Course("killed", None, 0.0, 2.0), 5.0, 7.0)],
        [StatementRow(page, "supports", vector, None, 0.5)],
        "statements",
        [Choice(({"rule": 1.0}, {"rule": 0.0}), 1, 0.5)],
        "tolls",
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(numbers, max_size=5).map(tuple), st.text(max_size=9), st.sampled_from(["", ".gz"]))
def test_what_is_written_is_read(
    tmp_path: Path, vector: tuple[float, ...], page: str, end: str
) -> None:
    path = tmp_path / f"rows.jsonl{end}"
    told = rows(vector, page)
    training_rows.write(path, told)
    found = training_rows.read(path)
    assert found.pairs == told.pairs
    assert list(found.steps) == told.steps
    assert list(found.tolls) == told.tolls
    assert [(r.label, r.vector, r.weight) for r in found.statements] == [("supports", vector, 0.5)]


def test_no_page_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    training_rows.write(path, rows((1.0,), "A page of some title"))
    assert "some title" not in path.read_text("utf-8")


@pytest.mark.parametrize("spoilt", ["", "{}", '{"trained_on": 1}\n[]', "nonsense"])
def test_a_spoilt_file_is_refused(tmp_path: Path, spoilt: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(spoilt, "utf-8")
    with pytest.raises(InputError, match=r"rows\.jsonl"):
        training_rows.read(path)


def test_a_missing_line_of_notes_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"table": "match"}) + "\n", "utf-8")
    with pytest.raises(InputError, match="line 1"):
        training_rows.read(path)
