"""How well pairs are judged: leave one event out, pooled, with bootstrap intervals.

Three engines over the same folds: the rules alone, the model alone, and both.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.judging import matching
from factcheck.judging.matching import Fact
from factcheck.judging.model import Model
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import by_table, judged
from factcheck.results import Relation
from factcheck.training import learning
from factcheck.training.learning import JudgedPair, Learner

APART = "kyiv-2025-04-24"
"""Judged apart: the event that everyone looks at while developing."""
RESAMPLES = 1000
SEED = 20250424

Engine = Callable[[Pair, Model], Relation]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A judged pair with what an engine, not trained on its events, said of it."""

    case: JudgedPair
    said: Relation
    match_confidence: float
    consistency: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share with its 95 % bootstrap interval over events; None where nothing counts."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        if self.value is None:
            return "–"
        if self.low is None or self.high is None:
            return f"{100 * self.value:.1f}"
        return f"{100 * self.value:.1f} ({100 * self.low:.0f}–{100 * self.high:.0f})"


def both(pair: Pair, model: Model) -> Relation:
    """Rules where exact, the model elsewhere: what `judge` says."""
    return judged(pair, model).relation


def rules_alone(pair: Pair, model: Model) -> Relation:  # noqa: ARG001
    """Rules only; what they leave open is taken for the same fact, and for consistent."""
    fact = matching.settled(pair) or Fact.SAME
    if fact is not Fact.SAME:
        return Relation.DIFFERENT_SCOPE if fact is Fact.SCOPE else Relation.DIFFERENT_EVENT
    decided = by_table(pair)
    return decided[1] if decided else Relation.CONSISTENT


def model_alone(pair: Pair, model: Model) -> Relation:
    """The two stages only."""
    facts = model.facts(pair)
    fact = max(facts, key=lambda f: facts[f])
    if fact is not Fact.SAME:
        return Relation.DIFFERENT_SCOPE if fact is Fact.SCOPE else Relation.DIFFERENT_EVENT
    chances = model.figures(pair)
    return max(chances, key=lambda r: chances[r])


ENGINES: tuple[tuple[str, Engine], ...] = (
    ("rules alone", rules_alone),
    ("model alone", model_alone),
    ("both", both),
)


def fold_models(
    cases: Sequence[JudgedPair], learner: Learner, read: Sequence[JudgedPair] = ()
) -> dict[frozenset[str], Model]:
    """For each set of events a pair touches, a model trained on pairs that touch none of them.
    `read`: the pairs as read from the reports' texts."""
    models = {}
    for events in {frozenset(case.events) for case in cases}:
        rest = [case for case in cases if not events & set(case.events)]
        told = [case for case in read if not events & set(case.events)]
        models[events] = learning.train(rest, "a fold", learner, read=told)
    return models


def outcomes(
    cases: Sequence[JudgedPair], models: dict[frozenset[str], Model], engine: Engine
) -> list[Outcome]:
    """What the engine says of each pair with the model of its fold."""
    found = []
    for case in cases:
        model = models[frozenset(case.events)]
        scores = judged(case.pair, model)
        found.append(
            Outcome(case, engine(case.pair, model), scores.match_confidence, scores.consistency)
        )
    return found


def accuracy(told: Sequence[Outcome]) -> float | None:
    """Share of pairs with the relation as judged."""
    return _share(told, lambda _: True, lambda o: o.said is o.case.label)


def macro_f1(told: Sequence[Outcome]) -> float | None:
    """Mean F1 of the relations that occur."""
    scores = []
    for relation in Relation:
        true = sum(o.case.label is relation for o in told)
        said = sum(o.said is relation for o in told)
        hit = sum(o.said is relation is o.case.label for o in told)
        if true:
            scores.append(2 * hit / (true + said))
    return sum(scores) / len(scores) if scores else None


def conflict_recall(told: Sequence[Outcome]) -> float | None:
    """Share of conflicts that are called so."""
    return _share(told, lambda o: o.case.label is _CONFLICT, lambda o: o.said is _CONFLICT)


def false_conflicts(told: Sequence[Outcome]) -> float | None:
    """Share of the other pairs that are called conflicts."""
    return _share(told, lambda o: o.case.label is not _CONFLICT, lambda o: o.said is _CONFLICT)


def updates_accused(told: Sequence[Outcome]) -> float | None:
    """Share of updates that are called conflicts."""
    return _share(told, lambda o: o.case.label is Relation.UPDATE, lambda o: o.said is _CONFLICT)


_APART = (Relation.DIFFERENT_EVENT, Relation.DIFFERENT_SCOPE)


def facts_matched(told: Sequence[Outcome]) -> float | None:
    """Share of pairs of one fact that are held against each other."""
    return _share(told, lambda o: o.case.label not in _APART, lambda o: o.said not in _APART)


def same_event_kept(told: Sequence[Outcome]) -> float | None:
    """Share of pairs of one event that are not taken for two."""
    apart = Relation.DIFFERENT_EVENT
    return _share(told, lambda o: o.case.label is not apart, lambda o: o.said is not apart)


def events_matched(told: Sequence[Outcome]) -> float | None:
    """Share of pairs of two events that are held against each other as one fact."""
    return _share(
        told, lambda o: o.case.label is Relation.DIFFERENT_EVENT, lambda o: o.said not in _APART
    )


def match_calibration(told: Sequence[Outcome]) -> float | None:
    """Expected calibration error of `match_confidence`, in ten bins."""
    return calibration_error(
        [(o.match_confidence, learning.FACT_OF[o.case.label] is Fact.SAME) for o in told]
    )


def consistency_calibration(told: Sequence[Outcome]) -> float | None:
    """Expected calibration error of `consistency` over the pairs that are one fact."""
    right = (Relation.CONSISTENT, Relation.UPDATE)
    return calibration_error(
        [
            (o.consistency, o.case.label in right)
            for o in told
            if learning.FACT_OF[o.case.label] is Fact.SAME
        ]
    )


def calibration_error(scored: Sequence[tuple[float, bool]], bins: int = 10) -> float | None:
    """Mean gap between a score and how often it came true, over bins of equal width."""
    if not scored:
        return None
    held: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, true in scored:
        held[min(int(score * bins), bins - 1)].append((score, true))
    gaps = (abs(sum(score - true for score, true in own)) for own in held.values())
    return sum(gaps) / len(scored)


_CONFLICT = Relation.CONFLICT
MEASURES: tuple[tuple[str, Callable[[Sequence[Outcome]], float | None]], ...] = (
    ("six relations", accuracy),
    ("macro-F1", macro_f1),
    ("conflict recall", conflict_recall),
    ("non-conflicts accused", false_conflicts),
    ("updates accused", updates_accused),
    ("one fact matched", facts_matched),
    ("one event kept together", same_event_kept),
    ("events matched", events_matched),
    ("ECE match", match_calibration),
    ("ECE consistency", consistency_calibration),
)


def _share(
    told: Sequence[Outcome],
    among: Callable[[Outcome], bool],
    hit: Callable[[Outcome], bool],
) -> float | None:
    own = [outcome for outcome in told if among(outcome)]
    return sum(hit(outcome) for outcome in own) / len(own) if own else None


def estimate(
    told: Sequence[Outcome], measure: Callable[[Sequence[Outcome]], float | None]
) -> Estimate:
    """A measure with its 95 % interval; whole events are drawn, as their pairs hang together."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in told:
        groups[outcome.case.events[0]].append(outcome)
    names = sorted(groups)
    draw = random.Random(SEED)
    drawn = []
    for _ in range(RESAMPLES):
        sample = [o for name in draw.choices(names, k=len(names)) for o in groups[name]]
        value = measure(sample)
        if value is not None:
            drawn.append(value)
    drawn.sort()
    if not drawn or len(names) < 2:
        return Estimate(measure(told))
    low, high = drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]
    return Estimate(measure(told), low, high)
