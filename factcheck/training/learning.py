"""Judged pairs → a fitted model. The learner is handed in (scripts/regression.py has
scikit-learn's): training libraries stay out of the packages.

A source of training data is a list of `Row`s for each stage. A row's label is a set of classes:
one for a judged pair; more where the source tells less ("not enough information" is another
scope or another event), and then fitting shares the row among them by the model's own belief.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims_db import moments
from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Prior, Report, Role
from factcheck import seed
from factcheck.judging import features, growth, matching, model, pairs
from factcheck.judging.features import Feature
from factcheck.judging.matching import Fact
from factcheck.judging.model import FIGURE_CLASSES, Model, Stage
from factcheck.judging.pairs import Pair
from factcheck.judging.relation import by_table
from factcheck.learned import Logit
from factcheck.results import Relation

MATCH_WEIGHT = 0.1
"""Mean weight of a row of the first stage: what holds for the pairs of some twenty events is
learned with a stronger penalty, or it is too sure of the next one."""
MOST_MET = 3.0
"""As so many pairs a rule counts what it met within one event at most."""
ROUNDS = 3
"""Times that rows of several labels are shared anew by the model's belief."""
FACT_OF = {
    Relation.DIFFERENT_SCOPE: Fact.SCOPE,
    Relation.DIFFERENT_EVENT: Fact.EVENT,
    **dict.fromkeys(FIGURE_CLASSES, Fact.SAME),
}

HOLDS = "holds"
HOLDS_NOT = "does not hold"


@dataclass(frozen=True, slots=True)
class Regression:
    """A fitted logistic regression: a row of coefficients and an intercept a class, of two
    classes only the second's."""

    classes: tuple[str, ...]
    coefficients: tuple[tuple[float, ...], ...]
    intercepts: tuple[float, ...]


Learner = Callable[[Sequence[Sequence[float]], Sequence[str], Sequence[float]], Regression]
"""Vectors, their labels and their weights → a regression."""


def logit(
    told: Sequence[Mapping[str, float]],
    holds: Sequence[bool],
    weights: Sequence[float],
    note: str,
    learner: Learner,
) -> Logit:
    """How likely it is that something holds, learned from rows of named features."""
    names = sorted({name for row in told for name in row})
    fitted = learner(
        [[row.get(name, 0.0) for name in names] for row in told],
        [HOLDS if one else HOLDS_NOT for one in holds],
        weights,
    )
    sign = 1.0 if fitted.classes[-1] == HOLDS else -1.0
    learned = dict(zip(names, (sign * w for w in fitted.coefficients[-1]), strict=True))
    return Logit(learned, sign * fitted.intercepts[-1], note)


@dataclass(frozen=True, slots=True)
class Row:
    """One training row: rows of one group (an event, a page) are left out together."""

    group: str
    labels: frozenset[str]
    vector: tuple[float, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair with its relation as judged, and what the judge noted of it."""

    id: str
    events: tuple[str, str]
    pair: Pair
    label: Relation
    row: str
    hard: int = 0
    boundary_only: bool = False
    doubt: str | None = None


def read_cases(pairs_file: Path) -> list[JudgedPair]:
    """The judged pairs of figures, over the claims of the bundled reports. The later report's
    figure is the claim."""
    reports = {document.id: (document, claims) for document, claims in seed.seed_documents()}
    found = []
    for line in pairs_file.read_text("utf-8").splitlines():
        row = json.loads(line)
        earlier, prior_claims = reports[row["a"]]
        later, claims = reports[row["b"]]
        report = Report(str(earlier.id), earlier.outlet, earlier.published, earlier.url)
        prior = Prior(prior_claims[row["figure_a"]], report)
        found.append(
            JudgedPair(
                id=row["pair_id"],
                events=(row["event_a"], row["event_b"]),
                pair=Pair(claims[row["figure_b"]], prior, later.published),
                label=Relation(row["label"]),
                row=str(row["rule"]),
                hard=row["hard"],
                boundary_only=row["boundary_only"],
                doubt=row.get("doubt"),
            )
        )
    return found


def match_rows(judged: Iterable[JudgedPair]) -> list[Row]:
    """Rows for the first stage."""
    return [
        Row(
            case.events[0],
            frozenset({FACT_OF[case.label].value}),
            tuple(features.vector(features.MATCH, case.pair)),
        )
        for case in judged
    ]


def figure_rows(judged: Iterable[JudgedPair]) -> list[Row]:
    """Rows for the second stage: the pairs that are one fact."""
    return [
        Row(
            case.events[0],
            frozenset({case.label.value}),
            tuple(features.vector(features.FIGURE, case.pair)),
        )
        for case in judged
        if FACT_OF[case.label] is Fact.SAME
    ]


def voted(rows: Sequence[Row]) -> list[Row]:
    """Identical rows vote once: their weights are shared within a group."""
    same = Counter((row.group, row.labels, row.vector) for row in rows)
    return [
        Row(row.group, row.labels, row.vector, row.weight / same[row.group, row.labels, row.vector])
        for row in rows
    ]


def evened(rows: Sequence[Row]) -> list[Row]:
    """Rows weighted so that each group counts alike, `MATCH_WEIGHT` on average."""
    size = Counter(row.group for row in rows)
    each = MATCH_WEIGHT * len(rows) / len(size) if size else 0.0
    return [replace(row, weight=row.weight * each / size[row.group]) for row in rows]


def fit(
    rows: Sequence[Row], own: tuple[Feature, ...], classes: Sequence[str], learner: Learner
) -> Stage:
    """A stage fitted to the rows; those of several labels are shared among them."""
    certain = [row for row in rows if len(row.labels) == 1]
    stage = _fit(
        [(row, next(iter(row.labels)), row.weight) for row in certain], own, classes, learner
    )
    if len(certain) == len(rows):
        return stage
    for _ in range(ROUNDS):
        stage = _fit(_shared(rows, stage), own, classes, learner)
    return stage


def _shared(rows: Sequence[Row], stage: Stage) -> list[tuple[Row, str, float]]:
    """Each row once a label it allows, weighted by the stage's belief among them."""
    found = []
    for row in rows:
        scores = stage.scores(row.vector)
        total = sum(scores[label] for label in row.labels) or 1.0
        found += [(row, label, row.weight * scores[label] / total) for label in sorted(row.labels)]
    return found


def _fit(
    rows: Sequence[tuple[Row, str, float]],
    own: tuple[Feature, ...],
    classes: Sequence[str],
    learner: Learner,
) -> Stage:
    """The learner's answer in the order of `classes`. Two classes come as one row: the second's."""
    learned = learner(
        [row.vector for row, _, _ in rows],
        [label for _, label, _ in rows],
        [weight for _, _, weight in rows],
    )
    coefficients, intercepts = learned.coefficients, learned.intercepts
    if len(learned.classes) == 2:
        half = tuple(value / 2 for value in coefficients[0])
        coefficients = (tuple(-value for value in half), half)
        intercepts = (-intercepts[0] / 2, intercepts[0] / 2)
    at = {name: index for index, name in enumerate(learned.classes)}
    kept = [name for name in classes if name in at]
    return Stage(
        features=own,
        classes=tuple(kept),
        coefficients=tuple(coefficients[at[name]] for name in kept),
        intercepts=tuple(intercepts[at[name]] for name in kept),
    )


def precision_of_rules(judged: Iterable[JudgedPair]) -> dict[str, float]:
    """How often each row of the table was right, by what it said; a right and a wrong one
    assumed."""
    right: dict[str, int] = defaultdict(int)
    said: dict[str, int] = defaultdict(int)
    for case in judged:
        decided = by_table(case.pair)
        if decided and FACT_OF[case.label] is Fact.SAME:
            said[decided[1].value] += 1
            right[decided[1].value] += decided[1] is case.label
    return {
        relation.value: round((right[relation.value] + 1) / (said[relation.value] + 2), 4)
        for relation in FIGURE_CLASSES
    }


def met_by_rules(judged: Iterable[JudgedPair]) -> dict[str, dict[str, float]]:
    """What each rule of the match met: how many pairs of each fact, those of one event counting
    as `MOST_MET` at most."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for case in judged:
        ruling = matching.ruled(case.pair)
        if ruling is not None:
            found[ruling.rule].append((case.events[0], FACT_OF[case.label].value))
    return {rule: _met(found[rule]) for rule in sorted(found)}


def _met(told: Sequence[tuple[str, str]]) -> dict[str, float]:
    size = Counter(event for event, _ in told)
    counts = {fact.value: 0.0 for fact in Fact}
    for event, fact in told:
        counts[fact] += min(size[event], MOST_MET) / size[event]
    return {fact: round(count, 4) for fact, count in counts.items()}


def train(
    judged: Sequence[JudgedPair],
    trained_on: str,
    learner: Learner,
    more_match: Sequence[Row] = (),
    more_figure: Sequence[Row] = (),
    read: Sequence[JudgedPair] = (),
) -> Model:
    """Both stages from the judged pairs and, if given, rows of other sources. `read`: the pairs
    as reading finds them in the reports' texts, from which the match learns what missing means."""
    return fitted(gathered(judged, trained_on, more_match, more_figure, read), learner)


@dataclass(frozen=True, slots=True)
class PairRows:
    """All that the model of pairs is learned from: rows of both stages, and how the exact rules
    did."""

    trained_on: str
    match: tuple[Row, ...]
    figure: tuple[Row, ...]
    ruled: dict[str, dict[str, float]]
    settled: dict[str, float]


def gathered(
    judged: Sequence[JudgedPair],
    trained_on: str,
    more_match: Sequence[Row] = (),
    more_figure: Sequence[Row] = (),
    read: Sequence[JudgedPair] = (),
) -> PairRows:
    """The rows of judged pairs and, if given, of other sources; each votes once."""
    return PairRows(
        trained_on=trained_on,
        match=tuple(voted(evened([*match_rows(judged), *match_rows(read), *more_match]))),
        figure=tuple(voted([*figure_rows(judged), *more_figure])),
        ruled=met_by_rules([*judged, *read]),
        settled=precision_of_rules(judged),
    )


def fitted(rows: PairRows, learner: Learner) -> Model:
    """Both stages fitted to the rows."""
    relations = [relation.value for relation in FIGURE_CLASSES]
    return Model(
        match=fit(rows.match, features.MATCH, [fact.value for fact in Fact], learner),
        figure=fit(rows.figure, features.FIGURE, relations, learner),
        ruled=rows.ruled,
        settled=rows.settled,
        trained_on=rows.trained_on,
    )


def growth_steps(without: Callable[[str], bool] = lambda _: False) -> list[growth.Step]:
    """Each toll of the bundled reports beside each later one of the same fact; events `without`
    are left out."""
    series: dict[tuple[object, ...], list[tuple[float, float, str | None]]] = defaultdict(list)
    for document, claims in seed.seed_documents():
        for claim in claims:
            at = _toll(claim, document.published)
            if at is not None and claim.value.stated and not without(str(claim.event)):
                key = (claim.event, claim.kind, claim.places)
                series[key].append((at, claim.value.stated, claim.happening))
    return [
        growth.Step(
            repr(key), growth.Course(str(key[1]), happening, at, later_at - at), count, later
        )
        for key, told in series.items()
        for at, count, happening in told
        for later_at, later, _ in told
        if at < later_at
    ]


def _toll(claim: Claim, published: str | None) -> float | None:
    """Days after its happening that a whole toll was told; None for any other figure."""
    told = pairs.told_at(claim, published)
    accumulating = kinds()[claim.kind].counting is Counting.ACCUMULATING
    if told is None or claim.when is None or claim.event is None or not accumulating:
        return None
    if pairs.counted(claim) or claim.change or claim.role is not Role.CURRENT:
        return None
    if told.precision not in ("day", "minute"):
        return None
    return max((told.day - moments.parse(claim.when.end).day).days, 0)


def dump(fitted: Model) -> str:
    """The model's file: JSON that is the same for the same data."""
    table = {
        "format": model.FORMAT,
        "trained_on": fitted.trained_on,
        "ruled": {rule: dict(met) for rule, met in fitted.ruled.items()},
        "settled": dict(fitted.settled),
        "match": model.to_json(fitted.match),
        "figure": model.to_json(fitted.figure),
    }
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"
