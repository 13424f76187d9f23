"""Measuring: scores with their intervals, floors that hold, and readers of each benchmark."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import TableError
from factcheck.benchmarks import floors, newsquant, report_pairs, statements, stories, wire
from factcheck.benchmarks.floors import CEILING, FLOOR
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.judging.trees import LEAF, Forest, Tree
from factcheck.results import Relation
from factcheck.training import statement_learning
from factcheck.training.statement_learning import CLASSES, StatementRow

ITEMS = st.lists(st.builds(Grouped, st.sampled_from("abcdef"), st.booleans()), min_size=1)

# --- scores -------------------------------------------------------------------------------------


@given(ITEMS)
def test_an_interval_is_in_order_within_0_and_100_and_the_same_each_time(
    items: list[Grouped[bool]],
) -> None:
    told = score("x", items, share)
    assert told == score("x", items, share)
    assert 0 <= told.low <= told.high <= 100
    hits = sum(item.item for item in items)
    assert told.percent == pytest.approx(100 * hits / len(items))
    assert told.items == len(items)


@given(st.lists(st.booleans(), min_size=2, max_size=30))
def test_an_interval_holds_its_value_where_groups_are_of_one_size(hits: list[bool]) -> None:
    told = score("x", [Grouped(str(i), hit) for i, hit in enumerate(hits)], share)
    assert told.low <= told.percent <= told.high
    assert (told.low == told.high) == (len(set(hits)) == 1)


@given(st.lists(st.booleans(), min_size=20, max_size=20))
def test_whole_groups_are_redrawn(hits: list[bool]) -> None:
    """The same items in one group have no interval; told apart they have one."""
    one = score("x", [Grouped("g", hit) for hit in hits], share)
    assert one.low == one.percent == one.high
    apart = score("x", [Grouped(f"g{i}", hit) for i, hit in enumerate(hits)], share)
    assert apart.percent == one.percent
    if 5 <= sum(hits) <= 15:
        assert apart.low < apart.percent < apart.high


def test_more_of_the_same_narrows_the_interval() -> None:
    def width(times: int) -> float:
        told = score("x", [Grouped(str(i), i % 2 == 0) for i in range(10 * times)], share)
        return told.high - told.low

    assert width(20) < width(5) < width(1)


# --- floors -------------------------------------------------------------------------------------

PERCENT = st.floats(0, 100)


@st.composite
def scores(draw: st.DrawFn) -> list[Score]:
    """Measures of fixed names, the last two of which are better when less."""
    found = []
    for at, name in enumerate(draw(st.sets(st.sampled_from("abcd")))):
        low, value, high = sorted((draw(PERCENT), draw(PERCENT), draw(PERCENT)))
        found.append(Score(name, value, low, high, at, less_is_better=name in "cd"))
    return found


def tightness(bounds: floors.Bounds) -> dict[str, float]:
    """How tight each bound is: more is tighter."""
    return {
        name: bound[FLOOR] if FLOOR in bound else -bound[CEILING] for name, bound in bounds.items()
    }


@given(st.lists(scores(), max_size=4))
def test_raising_never_lowers_a_bound_and_forgets_none(rounds: list[list[Score]]) -> None:
    bounds: floors.Bounds = {}
    for told in rounds:
        before = tightness(bounds)
        bounds = floors.raised(bounds, told)
        after = tightness(bounds)
        assert set(bounds) == set(before) | {s.name for s in told}
        assert all(after[name] >= value for name, value in before.items())


@given(scores())
def test_what_was_just_measured_keeps_the_bounds_it_sets(told: list[Score]) -> None:
    bounds = floors.raised({}, told)
    assert floors.broken(bounds, told) == []
    assert floors.raised(bounds, told) == bounds


@given(scores(), scores())
def test_bounds_are_broken_by_just_what_is_worse(held: list[Score], told: list[Score]) -> None:
    bounds = floors.raised({}, held)
    worse = {
        s.name
        for s in told
        if s.name in bounds
        and (
            s.percent > bounds[s.name][CEILING]
            if s.less_is_better
            else s.percent < bounds[s.name][FLOOR]
        )
    }
    assert {sentence.split(":")[0] for sentence in floors.broken(bounds, told)} == worse


@given(scores())
def test_bounds_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, told: list[Score]
) -> None:
    path = tmp_path_factory.getbasetemp() / floors.FILE
    bounds = floors.raised({}, told)
    path.write_text(floors.dump(bounds), "utf-8")
    assert floors.load(path) == bounds


def test_ablations_are_shown_and_not_held() -> None:
    told = [
        Score(f"relations, {name}, all: six relations", 50, 40, 60, 9)
        for name in ("rules alone", "model alone", "both")
    ]
    assert set(floors.raised({}, told)) == {"relations, both, all: six relations"}


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 3}', '{"a": {"floor": "high"}}'])
def test_malformed_floors_are_refused_and_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / floors.FILE
    path.write_text(text, "utf-8")
    with pytest.raises(TableError, match=r"floors\.json"):
        floors.load(path)


def test_floors_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.json"):
        floors.load(tmp_path / "none.json")


# --- wire sentences -----------------------------------------------------------------------------

WIRE: dict[str, Any] = {
    "id": "X1",
    "slice": "active",
    "published": "2025-03-14",
    "distractor": False,
    "text": "The blast killed at least nine people and wounded 34 in Izmir, the governor said.",
    "claims": [
        {"kind": "killed", "text": "nine", "low": 9, "high": None, "stated": 9}
        | {"bound": "at_least", "source": "governor", "part_of": None},
        {"kind": "wounded", "text": "34", "low": 34, "high": 34, "stated": 34}
        | {"bound": "exact", "source": "governor", "part_of": None},
    ],
}


def relabelled(**changes: object) -> dict[str, Any]:
    return {**WIRE, "claims": [{**WIRE["claims"][0], **changes}, WIRE["claims"][1]]}


def measured(*entries: dict[str, Any]) -> list[float]:
    return [told.percent for told in wire.scores(entries)]


def test_a_sentence_read_rightly_scores_in_full() -> None:
    assert measured(WIRE) == [100, 100, 100, 0]


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "missing"}, {"stated": 8}, {"bound": "exact"}, {"bound": "vague"}, {"text": "blast"}],
)
def test_a_figure_wrong_in_one_thing_is_wrong(wrong: dict[str, object]) -> None:
    assert measured(relabelled(**wrong))[0] == 50


def test_a_wrong_source_and_a_wrong_whole_are_seen() -> None:
    assert measured(relabelled(source="army"))[1] == 50
    assert measured(relabelled(source=None))[1] == 50
    assert measured(relabelled(part_of="34"))[2] == 50


def test_a_distractor_read_as_people_counts_against_us() -> None:
    quiet = {**WIRE, "claims": [], "distractor": True, "text": "Flight 302 left from gate 12."}
    loud = {**WIRE, "claims": [], "distractor": True}
    assert measured(WIRE, quiet)[3] == 0
    assert measured(WIRE, quiet, loud)[3] == 50


# --- NewsQuant ----------------------------------------------------------------------------------


def quantity(value: str, unit: str, change: str = "=") -> dict[str, Any]:
    return {"value": value, "unit": unit, "normalized_unit": unit, "change": change}


def counted(*quantities: dict[str, Any]) -> newsquant.Counts:
    text = "The firm sold more than 40 ships for $300 million."
    return newsquant.count({"text": text, "quantities": list(quantities)})


def test_quantities_read_rightly_score_in_full_and_wrong_ones_do_not() -> None:
    ships, price = quantity("40", "ships", ">"), quantity("300000000", "$")
    assert counted(ships, price) == newsquant.Counts(2, 2, 2, 2, 2)
    assert counted(quantity("41", "ships", ">"), price) == newsquant.Counts(2, 2, 1, 1, 1)
    assert counted(quantity("40", "cars", ">"), price) == newsquant.Counts(2, 2, 2, 1, 2)
    assert counted(quantity("40", "ships", "<"), price) == newsquant.Counts(2, 2, 2, 2, 1)
    assert counted(price) == newsquant.Counts(1, 2, 1, 1, 1)


def one(text: str, value: str, unit: str, change: str = "=") -> newsquant.Counts:
    return newsquant.count({"text": text, "quantities": [quantity(value, unit, change)]})


def test_a_unit_is_right_by_its_name_whatever_word_is_labelled() -> None:
    assert one("Shares cost 214p.", "214", "p").unit == 1
    assert one("It costs €5 a litre.", "5", "€ per litre").unit == 1
    assert one("It costs €5 a litre.", "5", "€").unit == 0
    assert one("It costs €5 a litre.", "5", "£ per litre").unit == 0
    assert one("There were 12 deaths.", "12", "deaths").unit == 1
    assert one("There were 12 deaths.", "12", "ships").unit == 0
    assert one("A third of voters agreed.", "0.3333333333", "% voters").unit == 1
    assert one("They met voters, half of whom agreed.", "0.5", "% -").unit == 1
    assert one("They met 40 voters.", "40", "% -").unit == 0


def test_either_of_direction_and_bound_is_the_change() -> None:
    for change, right in ((">", 1), ("up", 1), ("=", 0), ("down", 0)):
        assert one("It rose more than 3%.", "3", "%", change).change == right
    for change, right in (("up", 1), ("=", 0)):
        assert one("It rose 3%.", "3", "%", change).change == right
    for change, right in (("up", 1), ("=", 1), ("down", 0), (">", 0)):
        assert one("It rose between 3% and 4%.", "3-4", "%", change).change == right


def test_a_move_is_the_range_it_is_labelled_as() -> None:
    text = "The toll rose from 12 to 13."
    assert one(text, "12.0-13.0", "-") == newsquant.Counts(1, 1, 1, 0, 1)
    assert one(text, "12.0-14.0", "-").read == 2
    assert one(text, "13", "-").read == 2


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).map(
            lambda n: newsquant.Counts(n[0], n[1], min(n), 0, 0)
        )
    )
)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(counts: list[newsquant.Counts]) -> None:
    labelled, read = (sum(getattr(c, name) for c in counts) for name in ("labelled", "read"))
    hits = sum(c.value for c in counts)
    expected = 0.0
    if hits:
        precision, recall = hits / read, hits / labelled
        expected = 2 * precision * recall / (precision + recall)
    assert newsquant.f1(counts, "value") == pytest.approx(expected)


# --- stories ------------------------------------------------------------------------------------


def story(killed: int, injured: int, stratum: str = "multi") -> dict[str, Any]:
    return {
        "id": "s1",
        "event": f"incident {killed}-{injured}",
        "title": "Crash near Sighnaghi",
        "text": "Three people were killed and nine wounded when a bus left the road.",
        "published": "2025-03-14",
        "outlet": "The Test",
        "stratum": [stratum],
        "killed": killed,
        "injured": injured,
    }


def test_a_story_is_right_when_both_counts_are() -> None:
    told = [story(3, 9), story(3, 8), story(2, 9), story(3, 0, "single")]
    found = {s.name: s.percent for s in stories.scores(told, "here")}
    assert found == {
        "stories, multi, here": pytest.approx(100 / 3),
        "stories, single, here": 0,
    }


@pytest.mark.parametrize("split", [stories.held_out, statement_learning.held_out])
def test_a_split_keeps_its_share_and_never_moves(split: Any) -> None:
    names = [f"name {n}" for n in range(4000)]
    assert 0.37 < sum(map(split, names)) / len(names) < 0.43
    assert [split(name) for name in ("name 0", "name 1", "name 2", "name 3")] == [
        split(name) for name in ("name 0", "name 1", "name 2", "name 3")
    ]


# --- statement pairs ----------------------------------------------------------------------------

ROWS = st.lists(
    st.builds(StatementRow, st.sampled_from("pqrs"), st.sampled_from(CLASSES), st.just((0.0,))),
    min_size=1,
)


def stump(*baselines: float) -> Forest:
    tree = Tree((LEAF,), (0.0,), (0,), (0,), (0.0,))
    return Forest(("x",), CLASSES, baselines, ((tree,) * len(CLASSES),), "a test")


@given(ROWS, st.sampled_from(CLASSES))
def test_a_guesser_of_one_class_is_right_as_often_as_it_occurs(
    rows: list[StatementRow], guess: str
) -> None:
    def grow(train: Sequence[StatementRow], note: str) -> Forest:
        return stump(*(float(name == guess) for name in CLASSES))

    three, two = statements.vitaminc(rows, rows, grow, "")
    labels = [row.label for row in rows]
    assert three.percent == pytest.approx(100 * labels.count(guess) / len(labels))
    decided = [label for label in labels if label != "not enough"]
    hits = decided.count("supports" if guess == "supports" else "refutes")
    assert two.percent == pytest.approx(100 * hits / len(decided) if decided else 0)
    assert (three.items, two.items) == (len(labels), len(decided))


def test_the_test_rows_are_not_what_the_forest_is_grown_from() -> None:
    seen: list[Sequence[StatementRow]] = []

    def grow(train: Sequence[StatementRow], note: str) -> Forest:
        seen.append(train)
        return stump(0.0, 0.0, 1.0)

    train = [StatementRow("p", "supports", (0.0,))]
    test = [StatementRow("q", "not enough", (0.0,))]
    assert statements.vitaminc(train, test, grow, "")[0].percent == 100
    assert seen == [train]


def test_a_table_of_pairs_is_judged_line_by_line(tmp_path: Path) -> None:
    killed = "12 people were killed in Porto."
    lines = [
        {"id": "1", "claim": killed, "evidence": killed, "label": "supports"},
        {"id": "2", "claim": killed, "evidence": killed, "label": "refutes"},
        {"id": "3", "claim": killed, "evidence": "90 people died in Porto.", "label": "refutes"},
        {"id": "4", "claim": killed, "evidence": "Officials met in Porto.", "label": "nei"},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (told,) = statements.own_table(statements.load(path))
    assert (told.percent, told.items) == (75, 4)


def test_every_relation_is_one_of_the_three_classes() -> None:
    assert set(statements.CLASS_OF) == set(Relation)
    assert set(statements.CLASS_OF.values()) == set(CLASSES) == set(statements.OWN_LABELS.values())


def test_labelled_pairs_are_read_with_their_class(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl.gz"
    line = {"page": "P", "claim": "a", "evidence": "b", "label": "NOT ENOUGH INFO"}
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\n")
    (pair,) = statement_learning.read_pairs(path)
    assert (pair.page, pair.claim, pair.evidence, pair.label) == ("P", "a", "b", "not enough")


# --- judged pairs read from text ----------------------------------------------------------------


def test_the_later_report_is_the_claim_and_its_figures_are_singled_out(tmp_path: Path) -> None:
    def figure(stated: float | None, low: float) -> dict[str, Any]:
        return {"stated": stated, "low": low}

    reports = [
        {"id": "r1", "text": "At least 9 died.", "published": "2025-03-14"}
        | {"figures": [figure(None, 9)]},
        {"id": "r2", "text": "12 died.", "published": None} | {"figures": [figure(12, 12)]},
    ]
    pairs = [
        {"pair_id": "p1", "a": "r1", "b": "r2", "figure_a": 0, "figure_b": 0, "kind": "killed"},
        {"pair_id": "p2", "a": "r1", "b": "r2", "figure_a": 0, "figure_b": 0, "kind": "killed"}
        | {"kind_b": "wounded"},
        {"pair_id": "p3", "a": "r1", "b": "r2", "figure_a": 0, "figure_b": 0, "kind": "flats"},
    ]
    for name, lines in (("reports", reports), ("pairs", pairs)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    asked = report_pairs.questions(tmp_path)
    first = asked["p1"]
    assert (first.claim, first.evidence) == ("12 died.", "At least 9 died.")
    assert (first.claim_value, first.evidence_value) == (12, 9)
    assert (first.claim_date, first.evidence_date) == (None, "2025-03-14")
    assert [asked[name].kind for name in ("p1", "p2", "p3")] == ["killed", None, None]
