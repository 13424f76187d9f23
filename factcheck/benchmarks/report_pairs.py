"""The judged pairs of figures, read from the reports' texts through `compare`.

Recorded figures leave reading out; here a report's text is read, and kind and value only say
which of its figures is meant. The later report is the claim.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from claims_db import moments
from claims_db.errors import InputError
from claims_db.kinds import named
from factcheck.bare.statements import Question, answer, pair_of
from factcheck.judging.model import Model
from factcheck.judging.relation import measured_alike
from factcheck.results import Judgement, Relation
from factcheck.training.evaluation import Outcome
from factcheck.training.learning import JudgedPair


def questions(folder: Path) -> dict[str, Question]:
    """A question for each judged pair, by its id."""
    reports = {report["id"]: report for report in _lines(folder / "reports.jsonl")}
    return {
        pair["pair_id"]: _question(pair, reports[pair["a"]], reports[pair["b"]])
        for pair in _lines(folder / "pairs.jsonl")
    }


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _question(
    pair: Mapping[str, Any], earlier: Mapping[str, Any], later: Mapping[str, Any]
) -> Question:
    return Question(
        later["text"],
        earlier["text"],
        _date(later["published"]),
        _date(earlier["published"]),
        None if pair.get("kind_b", pair["kind"]) != pair["kind"] else _kind(pair["kind"]),
        _value(later["figures"][pair["figure_b"]]),
        _value(earlier["figures"][pair["figure_a"]]),
    )


def _date(text: str | None) -> str | None:
    moment = moments.parse_or_none(text)
    return moment.isoformat() if moment else None


def _kind(name: str) -> str | None:
    try:
        return named(name).name
    except InputError:
        return None  # the cases name some figures of their own: flats, survivors


def _value(figure: Mapping[str, Any]) -> float | None:
    found = figure["stated"] if figure["stated"] is not None else figure["low"]
    return None if found is None else float(found)


def as_read(cases: Sequence[JudgedPair], asked: Mapping[str, Question]) -> list[JudgedPair]:
    """The cases with their figures as reading finds them, each with no more than its own text
    tells, and once more on common ground where that tells more. Those it misses are left out."""
    found = []
    for case in cases:
        for on_common_ground in (False, True):
            pair = pair_of(asked[case.id], on_common_ground=on_common_ground)
            if pair is not None and (pair.assumed or not on_common_ground):
                found.append(replace(case, pair=measured_alike(pair)))
    return found


def outcomes(
    cases: Sequence[JudgedPair],
    asked: Mapping[str, Question],
    models: Mapping[frozenset[str], Model],
) -> list[Outcome]:
    """What is said of each pair by the model of its fold, which never saw its events."""
    found = []
    for case in cases:
        said = _answer(asked[case.id], models[frozenset(case.events)])
        found.append(Outcome(case, said.relation, said.match_confidence, said.consistency))
    return found


def _answer(question: Question, model: Model) -> Judgement:
    try:
        return answer(question, model)
    except InputError:  # a figure that is not in the text: nothing can be held against it
        nothing = dict.fromkeys(Relation, 0.0) | {Relation.DIFFERENT_SCOPE: 1.0}
        return Judgement(Relation.DIFFERENT_SCOPE, nothing, 0.0, 0.5, "")
