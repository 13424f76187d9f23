"""Prints how well the engine does, a section a benchmark, and holds it to the floors.

python scripts/evaluate.py [SECTION…] [--floors | --raise-floors | --write FILE]

Sections on ../shared/data are left out where it is missing; those on our own tables always run,
but for blind2, blind3, blind4, blind5 and authors, which run only where they are named.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout measures itself, installed or not

from factcheck.benchmarks import (
    desk,
    floors,
    news,
    newsquant,
    perturbed_scores,
    place_date_tables,
    plots,
    report_pairs,
    statements,
    stories,
    wire,
)
from factcheck.benchmarks import events as event_benchmark
from factcheck.benchmarks.score import Score
from factcheck.judging.model import Model
from factcheck.learned import models_dir
from factcheck.training import (
    evaluation,
    learning,
    perturbation,
    statement_learning,
    toll_learning,
    written_pairs,
)
from factcheck.training.evaluation import APART, ENGINES, MEASURES, Outcome
from factcheck.training.statement_learning import Judge
from scripts.choices import conditional
from scripts.forest import grow
from scripts.regression import logistic

DATA = ROOT.parent / "shared" / "data"
TABLES = ROOT / "tests" / "cases"
# Only where asked for: a table that is watched is not blind.
BLIND = ("blind2", "blind3", "blind4", "blind5")
SLOW = ("authors",)  # a model for each author takes minutes
LESS_IS_BETTER = frozenset(
    ("non-conflicts accused", "updates accused", "events matched", "ECE match", "ECE consistency")
)


def own_tables() -> Iterator[Score]:
    """Wire sentences, statement pairs, places and dates, written before the rules."""
    yield from wire.scores(wire.load(TABLES / "wire_sentences.jsonl"))
    yield from statements.own_table(statements.load(TABLES / "statement_pairs.jsonl"))
    yield from place_date_tables.scores(
        place_date_tables.load(TABLES / "places.jsonl"),
        place_date_tables.load(TABLES / "dates.jsonl"),
    )


def blind_tables(
    folder: str, name: str, kept: Callable[[str], bool] = lambda _: True
) -> Iterator[Score]:
    """Wire sentences and statement pairs of a folder, those whose ids are to be kept."""
    sentences = wire.load(TABLES / folder / "wire_sentences.jsonl")
    pairs = statements.load(TABLES / folder / "statement_pairs.jsonl")
    yield from wire.scores([line for line in sentences if kept(line["id"])], f"{name} wire")
    yield from statements.own_table([pair for pair in pairs if kept(pair["id"])], name)


def is_even(line: str) -> bool:
    """Whether a line's id, a letter and a number, is an even one."""
    return int(line[1:]) % 2 == 0


def blind2() -> Iterator[Score]:
    """A second pair, written blind; its wire sentences have been looked at since."""
    yield from blind_tables("blind2", "blind")


def blind3() -> Iterator[Score]:
    """A third pair, written blind later; its wire sentences have been looked at since."""
    yield from blind_tables("blind3", "blind 3")


def blind4() -> Iterator[Score]:
    """A fourth pair: its even lines, which are still blind, and the odd ones, which are not."""
    yield from blind_tables("blind4", "blind 4 even", is_even)
    yield from blind_tables("blind4", "blind 4 odd", lambda line: not is_even(line))


def wire_tables() -> Iterator[Score]:
    """Wire sentences of five writers, by halves; of the last three only odd lines are read."""
    for name in ("agencies", "papers", "desks", "sixth", "seventh"):
        lines = wire.load(TABLES / f"wire_{name}.jsonl")
        even = [line for line in lines if is_even(line["id"])]
        odd = [line for line in lines if not is_even(line["id"])]
        yield from wire.scores(even, f"{name} even wire")
        yield from wire.scores(odd, f"{name} odd wire")


def blind5() -> Iterator[Score]:
    """A fifth pair, of other authors."""
    yield from blind_tables("blind5", "blind 5")


def desk_cases() -> Iterator[Score]:
    """Verdicts on an article's figures beside earlier reports: odd cases, whose errors are looked
    at and which are trained on, and even ones, which are only scored."""
    for table in desk.TABLES:
        name = "desk" if table == "cases" else f"{table} desk"
        cases = desk.load(TABLES / "desk" / f"{table}.jsonl")
        if table != "fifth":  # its odd cases are kept for training
            yield from desk.scores(cases, f"{name} odd", lambda case: not is_even(case))
        yield from desk.scores(cases, f"{name} even", is_even)


def reading() -> Iterator[Score]:
    """Quantities of NewsQuant; the tolls that shooting stories settle on, by incident: choices
    learned from the other incidents, on the held-out ones from none of them."""
    quantities = newsquant.read(DATA / "newsquant.jsonl")
    tuned = [sentence for sentence in quantities if not newsquant.held_out(sentence["text"])]
    kept = [sentence for sentence in quantities if newsquant.held_out(sentence["text"])]
    yield from newsquant.scores(quantities)
    yield from newsquant.scores(tuned, ", made with")
    yield from newsquant.scores(kept, ", held out")
    told = stories.load(DATA / "shootings.jsonl.gz")
    made_with = [story for story in told if not stories.held_out(story["event"])]
    held_out = [story for story in told if stories.held_out(story["event"])]
    named = toll_learning.of_named(DATA / "gvdb.jsonl.gz")
    yield from stories.cross_validated(made_with, "rules made with", named, conditional)
    rows = [*toll_learning.of_stories(made_with), *named]
    chooser = toll_learning.train(rows, "rules made with", conditional)
    yield from stories.scores(held_out, "held out", chooser)


def quantities() -> Iterator[Score]:
    """Value, unit and change of our own news sentences, by NewsQuant's conventions and scorer: odd
    lines, whose errors are looked at, and even ones, which are only scored."""
    lines = newsquant.read(TABLES / "news_quantities.jsonl")
    odd = [line for line in lines if not is_even(line["id"])]
    even = [line for line in lines if is_even(line["id"])]
    yield from newsquant.scores(odd, name="news quantities odd")
    yield from newsquant.scores(even, name="news quantities even")


def bare() -> Iterator[Score]:
    """VitaminC: a forest fitted on 60 % of the pages, scored on the others."""
    pairs, _ = statement_learning.voted(
        statement_learning.read_pairs(DATA / "vitaminc_numeric.jsonl.gz")
    )
    train = [pair for pair in pairs if not statement_learning.held_out(pair.page)]
    test = [pair for pair in pairs if statement_learning.held_out(pair.page)]
    written = written_pairs.read(TABLES)
    told = statement_learning.training(train, news.sentences(DATA), written)
    judge = grow(told, "an evaluation")

    def grown(_: object, __: str) -> Judge:
        return judge

    rows = statement_learning.rows(test)
    yield from statements.vitaminc((), rows, grown, "")
    yield from statements.slices((), rows, grown)
    altered = statement_learning.rows(perturbation.altered(test))
    yield from statements.vitaminc((), altered, grown, " altered")


def authors() -> Iterator[Score]:
    """Pairs of news statements, each author's by a model that learned from the others' alone."""
    pairs, _ = statement_learning.voted(
        statement_learning.read_pairs(DATA / "vitaminc_numeric.jsonl.gz")
    )
    yield from statements.left_out(
        statement_learning.training(pairs, news.sentences(DATA), {}),
        written_pairs.read(TABLES),
        grow,
        written_pairs.MADE_IN_SIGHT,
    )


@lru_cache(maxsize=1)
def folds() -> tuple[list[learning.JudgedPair], dict[frozenset[str], Model]]:
    """The judged pairs, with a model for each fold that leaves its events out."""
    cases = learning.read_cases(DATA / "cases" / "pairs.jsonl")
    read = report_pairs.as_read(cases, report_pairs.questions(DATA / "cases"))
    return cases, evaluation.fold_models(cases, logistic, read)


def relations() -> Iterator[Score]:
    """Judged pairs from recorded figures, leave one event out: rules, model, both."""
    cases, models = folds()
    for name, engine in ENGINES:
        yield from measured(f"relations, {name}", evaluation.outcomes(cases, models, engine))


def relations_read() -> Iterator[Score]:
    """The same pairs read from the reports' texts through `compare`."""
    yield from measured("relations from text", pairs_as_read())


def pairs_as_read() -> list[Outcome]:
    """What is said of the judged pairs, read from the reports' texts."""
    cases, models = folds()
    return report_pairs.outcomes(cases, report_pairs.questions(DATA / "cases"), models)


def perturbed_figures() -> Iterator[Score]:
    """Figures of the bundled reports changed one at a time, as recorded and as read."""
    yield from perturbed_scores.all_scores()


def alarms() -> Iterator[Score]:
    """The bundled reports as they stand, each judged by those before it: alarms per 100."""
    yield from perturbed_scores.alarms()


def draw(folder: Path) -> None:
    """The model card's plots: reliability of both scores, and precision of accusations."""
    told = pairs_as_read()
    curves = (
        plots.reliability("match confidence", plots.match_scores(told)),
        plots.reliability("consistency", plots.consistency_scores(told)),
    )
    title = "Judged pairs, read from text"
    svg = plots.plot(title, "score", "share that came true", curves, diagonal=True)
    (folder / "reliability.svg").write_text(svg, encoding="utf-8")
    accused = perturbed_scores.accusations(perturbed_scores.told_as_read())
    curves = (
        plots.precision("judged pairs", plots.accusations(told)),
        plots.precision("changed figures", accused),
    )
    title = "Accusations that are right"
    svg = plots.plot(title, "match confidence asked for", "precision", curves, diagonal=False)
    (folder / "accusing.svg").write_text(svg, encoding="utf-8")


def measured(name: str, told: Sequence[Outcome]) -> Iterator[Score]:
    """All measures, over all events and apart for the one that everyone looks at."""
    apart = [outcome for outcome in told if APART in outcome.case.events]
    rest = [outcome for outcome in told if APART not in outcome.case.events]
    for label, own in (("all", list(told)), ("others", rest), ("Kyiv 24 April", apart)):
        for measure, function in MEASURES:
            found = evaluation.estimate(own, function)
            if found.value is None:
                continue
            low = found.value if found.low is None else found.low
            high = found.value if found.high is None else found.high
            less = measure in LESS_IS_BETTER
            title = f"{name}, {label}: {measure}"
            yield Score(title, 100 * found.value, 100 * low, 100 * high, len(own), less)


def events() -> Iterator[Score]:
    """Which texts tell of one happening, beside place and day alone; the happenings that rules
    were made with, then those held out."""
    yield from event_benchmark.all_scores(DATA)


SECTIONS: tuple[tuple[str, Callable[[], Iterator[Score]], bool], ...] = (
    ("own", own_tables, False),
    ("blind2", blind2, False),
    ("blind3", blind3, False),
    ("blind4", blind4, False),
    ("wire", wire_tables, False),
    ("blind5", blind5, False),
    ("desk", desk_cases, False),
    ("quantities", quantities, False),
    ("reading", reading, True),
    ("bare", bare, True),
    ("authors", authors, True),
    ("relations", relations, True),
    ("relations_read", relations_read, True),
    ("events", events, True),
    ("perturbed", perturbed_figures, False),
    ("alarms", alarms, False),
)


_TITLE = """# Measured

Written by `python scripts/evaluate.py {sections} --write models/measured.md`: percent, with 95 %
intervals from redrawing whole groups (sentences, pages, incidents, events). What the tables are,
and what was looked at while rules were made, stands in `card.md` and in `tests/cases/README.md`."""
_HEAD = "| measure | % | interval | n |\n|---|---|---|---|"


def _row(score: Score) -> str:
    wanted = " (less is better)" if score.less_is_better else ""
    interval = f"{score.low:.1f}–{score.high:.1f}"
    return f"| {score.name}{wanted} | {score.percent:.1f} | {interval} | {score.items:,} |"


def main() -> int:
    names = [name for name, _, _ in SECTIONS]
    usual = [name for name in names if name not in (*BLIND, *SLOW)]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(names))
    parser.add_argument("--floors", action="store_true", help="exit 1 if a floor is broken")
    parser.add_argument("--raise-floors", action="store_true", help="raise floors, never lower")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the scores as Markdown")
    parser.add_argument("--plots", type=Path, help="draw the model card's plots into a folder")
    options = parser.parse_args()
    unknown = set(options.sections) - set(names)
    if unknown:
        parser.error(f"there is no section {', '.join(sorted(unknown))}; use {', '.join(names)}")
    if options.plots:
        draw(options.plots)
        return 0
    scores: list[Score] = []
    told: list[str] = []
    for name, section, shared in SECTIONS:
        if name not in (options.sections or usual):
            continue
        print(f"\n== {name}: {(section.__doc__ or '').strip()}")
        if shared and not DATA.is_dir():
            print("left out: its data is not at hand")
            continue
        told.append(f"\n## {name}\n{' '.join((section.__doc__ or '').split())}\n\n{_HEAD}")
        for score in section():
            print(score, flush=True)
            scores.append(score)
            told.append(_row(score))
    if options.write:
        text = "\n".join([_TITLE.format(sections=" ".join(options.sections)), *told, ""])
        options.write.write_text(text, encoding="utf-8")
    path = models_dir() / floors.FILE
    if options.raise_floors:
        held = floors.load(path) if path.exists() else {}
        path.write_text(floors.dump(floors.raised(held, scores)), encoding="utf-8")
    if options.floors:
        faults = floors.broken(floors.load(path), scores)
        print(*(faults or ["\nno floor is broken"]), sep="\n")
        return 1 if faults else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
