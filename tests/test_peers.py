"""Other readers beside this one: values matched as labelled, a reader that is missing said so."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.benchmarks import newsquant

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "peer.py"
FLOATS = st.floats(0.001, 1e9).map(lambda n: round(n, 3))


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("peer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


peer = _script()


@given(st.lists(FLOATS | st.tuples(FLOATS, FLOATS), max_size=6))
def test_a_reader_that_finds_what_is_labelled_gets_all_and_each_counts_once(
    gold: list[float | tuple[float, float]],
) -> None:
    values = [list(one) if isinstance(one, tuple) else [one] for one in gold]
    labelled = [{"value": "-".join(f"{end:f}" for end in ends)} for ends in values]
    told = newsquant.count_values(values, {"quantities": labelled})
    assert (told.labelled, told.read, told.value) == (len(gold),) * 3
    twice = newsquant.count_values(values * 2, {"quantities": labelled})
    assert (twice.read, twice.value) == (2 * len(gold), len(gold))


@pytest.mark.parametrize(
    ("own", "gold", "same"),
    [
        ([5.0], "-5.0", True),
        ([12.0, 10.0], "10.0-12.0", True),
        ([11.0], "10.0-12.0", False),
        ([10.0, 12.0], "10", False),
        ([1200.0], "12", False),
    ],
)
def test_ends_are_equal_in_whatever_order_and_the_sign_may_stand_elsewhere(
    own: list[float], gold: str, same: bool
) -> None:
    assert newsquant.same_ends(own, gold) is same


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("from 10 to 12 men", [[10.0, 12.0]]),
        ("between 10 and 12 men", [[10.0, 12.0]]),
        ("10 men and 12 women", [[10.0], [12.0]]),
        ("10 and 12 men", [[10.0], [12.0]]),
    ],
)
def test_two_numbers_make_a_range_where_the_words_say_so(
    text: str, wanted: list[list[float]]
) -> None:
    spans = [(at, at + 1, [float(text[at : at + 2])]) for at in map(text.index, ("10", "12"))]
    assert peer.joined(spans, text) == wanted


def test_a_reader_that_is_not_installed_is_missing_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "quantulum3", None)
    told = peer.measured("quantulum3", ["12 men"], ["12 men"])
    assert list(told) == ["missing"]
    assert "quantulum3" in told["missing"]


def test_a_reader_that_gives_up_on_a_text_is_counted_and_finds_nothing_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read(text: str) -> list[list[float]]:
        if "men" not in text:
            raise ValueError(text)
        return [[12.0]]

    monkeypatch.setitem(peer.PEERS, "fussy", ("", lambda: read))
    told = peer.measured("fussy", ["12 men", "none"], ["none", "12 men"])
    assert told["failed"] == 1
    assert told["values"] == [[], [[12.0]]]
    assert told["peak"] > 1
