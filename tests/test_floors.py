"""What was reached is kept: our own tables against `models/floors.json`, without other data."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims_db.records import Document
from factcheck.benchmarks import (
    desk,
    floors,
    newsquant,
    perturbed,
    perturbed_scores,
    report_pairs,
    statements,
    stories,
    wire,
)
from factcheck.benchmarks.score import Score
from factcheck.judging.pairs import Pair
from factcheck.judging.trees import LEAF, Forest, Tree
from factcheck.learned import models_dir
from factcheck.results import Relation, Severity
from factcheck.training.evaluation import ENGINES, MEASURES, Outcome
from factcheck.training.learning import JudgedPair
from factcheck.training.perturbation import LabelledPair
from factcheck.training.statement_learning import CLASSES
from tests.factcheck.judged import bundled

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tests" / "cases"


@pytest.fixture(scope="module")
def held() -> floors.Bounds:
    return floors.load(models_dir() / floors.FILE)


@pytest.fixture(scope="module")
def own() -> list[Score]:
    return [
        *wire.scores(wire.load(TABLES / "wire_sentences.jsonl")),
        *statements.own_table(statements.load(TABLES / "statement_pairs.jsonl")),
    ]


@pytest.fixture(scope="module")
def printed() -> dict[str, Score]:
    """What scripts/evaluate.py prints, by name; it needs the training libraries."""
    pytest.importorskip("sklearn", reason="training libraries are not installed")
    evaluate = importlib.import_module("scripts.evaluate")
    with pytest.MonkeyPatch.context() as patch:
        return {score.name: score for score in every_measure(evaluate, patch)}


def test_our_own_tables_keep_their_floors(held: floors.Bounds, own: list[Score]) -> None:
    assert floors.broken(held, own) == []


def test_every_measure_of_our_own_tables_is_held(held: floors.Bounds, own: list[Score]) -> None:
    assert {score.name for score in own} <= set(held)


def test_the_floors_bite(held: floors.Bounds, own: list[Score]) -> None:
    """All wrong, each of these measures would break its bound."""
    worst = [
        Score(s.name, 100.0 if s.less_is_better else 0.0, 0, 0, s.items, s.less_is_better)
        for s in own
    ]
    assert len(floors.broken(held, worst)) == len(own)


def test_each_measure_has_one_bound_on_the_side_where_less_or_more_is_better(
    held: floors.Bounds, own: list[Score]
) -> None:
    for name, bound in held.items():
        assert len(bound) == 1, name
        assert set(bound) <= {floors.FLOOR, floors.CEILING}, name
        assert all(0 <= value <= 100 for value in bound.values()), name
    for score in own:
        assert (floors.CEILING in held[score.name]) == score.less_is_better


def test_every_bound_is_of_a_measure_that_evaluation_prints(
    held: floors.Bounds, printed: dict[str, Score]
) -> None:
    """A measure renamed would leave its floor behind, and nothing would hold it."""
    assert set(held) <= set(printed)
    for name, bound in held.items():
        assert (floors.CEILING in bound) == printed[name].less_is_better, name


def every_measure(evaluate: ModuleType, patch: pytest.MonkeyPatch) -> Iterator[Score]:
    """All sections, run on a few made-up items instead of the development data."""
    told = [
        Outcome(made_case(label, event), Relation.CONFLICT, 0.5, 0.5)
        for label in Relation
        for event in (evaluate.APART, "another")
    ]
    made: tuple[tuple[Any, str, object], ...] = (
        (newsquant, "read", [made_sentence(n) for n in range(2)]),
        (stories, "load", [made_story(n) for n in range(20)]),
        (desk, "load", [made_desk_case(n) for n in range(2)]),
        (evaluate.toll_learning, "of_named", []),
        (evaluate, "conditional", {}),
        (evaluate.statement_learning, "read_pairs", [made_pair(n) for n in range(20)]),
        (evaluate, "grow", guesser()),
        (evaluate, "folds", ([], {})),
        (evaluate.evaluation, "outcomes", told),
        (report_pairs, "questions", {}),
        (report_pairs, "outcomes", told),
        (perturbed_scores, "figures", []),
        (perturbed_scores, "outcomes", made_changes()),
        (perturbed_scores, "_alarmed", ("an event", [Severity.ERROR])),
    )
    for where, name, answer in made:
        patch.setattr(where, name, lambda *_, answer=answer: answer)
    sections = {name: section for name, section, _ in evaluate.SECTIONS}
    assert len(sections) == len(evaluate.SECTIONS)
    for section in sections.values():
        yield from section()


def made_sentence(n: int) -> dict[str, Any]:
    return {"id": f"Q{n}", "text": "It rained.", "quantities": []}


def made_case(label: Relation, event: str) -> JudgedPair:
    return JudgedPair("x", (event, event), Pair(bundled()[0].claim, bundled()[1]), label, "3")


def made_changes() -> list[perturbed_scores.Told]:
    """A changed figure of each family, of an event and a kind of change that nobody looked at."""
    event = next(name for name in map(str, range(100)) if perturbed.held_out(name))
    change = min(perturbed.UNSEEN)
    cases = [
        perturbed.Case(event, change, wanted, bundled()[0].claim, Document("It rained."))
        for wanted in perturbed.Wanted
    ]
    return [perturbed_scores.Told(case, True) for case in cases]


def made_story(n: int) -> dict[str, Any]:
    return {
        "id": f"s{n}",
        "event": f"incident {n}",
        "title": "Rain",
        "text": "It rained.",
        "published": "2025-03-14",
        "outlet": None,
        "stratum": list(stories.STRATA),
        "killed": 0,
        "injured": 0,
    }


def made_desk_case(n: int) -> dict[str, Any]:
    told = {"published": "2025-03-14", "outlet": None, "title": None, "text": "It rained."}
    return {"id": f"K{n:03}", "priors": [told], "article": told, "expect": []}


def made_pair(n: int) -> LabelledPair:
    return LabelledPair(f"page {n}", "It rained.", "It rained.", "supports")


def guesser() -> Forest:
    tree = Tree((LEAF,), (0.0,), (0,), (0,), (0.0,))
    return Forest((), CLASSES, (0.0, 0.0, 0.0), ((tree, tree, tree),), "a test")


def test_ablations_are_printed_beside_what_is_held(
    held: floors.Bounds, printed: dict[str, Score]
) -> None:
    for engine, _ in ENGINES:
        for measure, _ in MEASURES:
            name = f"relations, {engine}, all: {measure}"
            assert name in printed
            assert (name in held) <= (engine == "both")
